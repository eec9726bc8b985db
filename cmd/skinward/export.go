package main

import (
	"context"
	"flag"
	"fmt"
	"io"

	"skinward/app/journal"
)

func exportCommand() command {
	return command{
		name: "export", args: "--format csv|json [--out FILE]", brief: "write the journal as a table or as one complete file",
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
		},
	}
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
	var left string
	err = c.writeFile(out, func(w io.Writer) (err error) {
		left, err = c.desk(s).Export(ctx, w, format, from, to)
		return err
	})
	if err == nil && left != "" {
		fmt.Fprintf(c.Err, "skinward: %s; --format json has\n", left)
	}
	return err
}
