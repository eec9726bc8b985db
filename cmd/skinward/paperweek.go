package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"path/filepath"

	"skinward/app/summary"
	"skinward/cmd/work"
)

func paperWeekCommand() command {
	return command{
		name: "paper-week", args: "[--from DATE] [--paper A4|Letter] --out FILE", brief: "write a blank week to fill in by hand",
		long: `One sheet for seven days, with a line for each thing that is being taken then.
'skinward print --paper-week' prints it.`,
		flags: func(fs *flag.FlagSet) action {
			var from dayFlag
			fs.Var(&from, "from", "first day, a `DATE` (default the day on which the next week starts)")
			paper := paperFlag(fs)
			out := fs.String("out", "", "write to `FILE`, a .pdf")
			return func(ctx context.Context, c *call) error {
				if err := c.none(); err != nil {
					return err
				}
				switch {
				case *out == "":
					return usage("--out FILE is missing")
				case ending(*out) != ".pdf":
					return usage("--out must end in .pdf, not %q", filepath.Base(*out))
				}
				o := pageOptions{from: from.Day}
				var err error
				if o.paper, err = paper(); err != nil {
					return err
				}
				w, err := makeWeek(ctx, c, &o)
				if err != nil {
					return err
				}
				if err := work.WriteFile(*out, func(f io.Writer) error { return summary.PaperWeek(w, o.paper).PDF(f) }); err != nil {
					return err
				}
				fmt.Fprintf(c.Out, "%s: the week from %s.\n", *out, w.First)
				return nil
			}
		},
	}
}

// makeWeek makes the blank week from the journal.
func makeWeek(ctx context.Context, c *call, o *pageOptions) (summary.Week, error) {
	s, err := c.reader(ctx)
	if err != nil {
		return summary.Week{}, err
	}
	defer s.Close()
	settings, err := s.Settings(ctx)
	if err != nil {
		return summary.Week{}, err
	}
	o.settle(settings)
	return c.desk(s).Week(ctx, o.from, version)
}

// paperFlag declares --paper; the function it returns reads it.
func paperFlag(fs *flag.FlagSet) func() (summary.Paper, error) {
	name := fs.String("paper", "", "`PAPER`, A4 or Letter (default as in the settings)")
	return func() (summary.Paper, error) {
		if *name == "" {
			return "", nil
		}
		p, ok := summary.ParsePaper(*name)
		if !ok {
			return "", usage("--paper is A4 or Letter, not %q", *name)
		}
		return p, nil
	}
}
