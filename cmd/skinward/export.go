package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"skinward/app/exchange"
	"skinward/app/journal"
)

func exportCommand() command {
	return command{name: "export", args: "--format csv|json [--out FILE]", brief: "write the journal as a table or as one complete file",
		long: `csv is the long format that import reads: one value a line. json holds every
entry with all its fields. Photos themselves are in neither; backup has them.`,
		flags: func(fs *flag.FlagSet) action {
			format := fs.String("format", "csv", "`FORMAT` of the file, csv or json")
			out := fs.String("out", "", "write to `FILE` instead of the standard output")
			var from, to dayFlag
			fs.Var(&from, "from", "first day, a `DATE`")
			fs.Var(&to, "to", "last day, a `DATE`")
			return func(ctx context.Context, c *call) error {
				if err := c.none(); err != nil {
					return err
				}
				if *format != "csv" && *format != "json" {
					return usage("--format is csv or json, not %q", *format)
				}
				if err := checkPeriod(from.Day, to.Day); err != nil {
					return err
				}
				return export(ctx, c, *format, *out, from.Day, to.Day)
			}
		}}
}

func checkPeriod(from, to journal.Day) error {
	if !from.IsZero() && !to.IsZero() && to.Before(from) {
		return usage("--to %s lies before --from %s", to, from)
	}
	return nil
}

func export(ctx context.Context, c *call, format, out string, from, to journal.Day) error {
	s, err := c.reader(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	log, err := s.Range(ctx, from, to)
	if err != nil {
		return err
	}
	if !from.IsZero() || !to.IsZero() {
		if log, err = withOwners(ctx, s.All, log); err != nil {
			return err
		}
	}
	if format == "json" {
		settings, err := s.Settings(ctx)
		if err != nil {
			return err
		}
		return c.writeFile(out, func(w io.Writer) error {
			return exchange.WriteJSON(w, exchange.Complete{Written: c.Now(), Settings: settings, Records: log})
		})
	}
	var left map[journal.Kind]int
	err = c.writeFile(out, func(w io.Writer) (err error) {
		left, err = exchange.WriteCSV(w, log)
		return err
	})
	if err == nil && len(left) > 0 {
		var parts []string
		for k, n := range left {
			parts = append(parts, fmt.Sprintf("%s: %d", strings.ReplaceAll(string(k), "_", " "), n))
		}
		slices.Sort(parts)
		fmt.Fprintf(c.Err, "skinward: the table has no place for %s; --format json has\n", strings.Join(parts, ", "))
	}
	return err
}

// withOwners adds the courses, treatments and trackers that entries of a
// period belong to and that began outside it.
func withOwners(ctx context.Context, all func(context.Context, journal.Kind) (journal.Log, error), log journal.Log) (journal.Log, error) {
	have, need := map[journal.ID]bool{}, map[journal.ID]bool{}
	for _, r := range log {
		have[r.Base().ID] = true
		switch r := r.(type) {
		case *journal.Dose:
			need[r.Course], need[r.Treatment] = true, true
		case *journal.TrackerValue:
			need[r.Tracker] = true
		}
	}
	for _, k := range []journal.Kind{journal.KindTracker, journal.KindTreatment, journal.KindCourse} {
		owners, err := all(ctx, k)
		if err != nil {
			return nil, err
		}
		for _, r := range owners {
			if id := r.Base().ID; need[id] && !have[id] {
				log = append(journal.Log{r}, log...)
			}
		}
	}
	return log, nil
}
