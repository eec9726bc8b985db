package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"

	"skinward/app/exchange"
	"skinward/cmd/work"
	"skinward/data"
)

func importCommand() command {
	return command{
		name: "import", args: "[--date-order dmy|mdy] [--dry-run] FILE...", brief: "read diaries (CSV, or JSON written by export) into the journal",
		long: importHelp(),
		flags: func(fs *flag.FlagSet) action {
			order := fs.String("date-order", "", "`ORDER` of local dates, dmy or mdy, when the file does not tell")
			dry := fs.Bool("dry-run", false, "say what would be done and change nothing")
			return func(ctx context.Context, c *call) error {
				if len(c.args) == 0 {
					return usage("the FILE to read is missing")
				}
				o := exchange.ParseOptions{DateOrder: exchange.DateOrder(strings.ToLower(*order))}
				switch o.DateOrder {
				case exchange.AnyOrder, exchange.DayMonthYear, exchange.MonthDayYear:
				default:
					return usage("--date-order is dmy or mdy, not %q", *order)
				}
				return importFiles(ctx, c, o, *dry)
			}
		},
	}
}

func importHelp() string {
	var b strings.Builder
	b.WriteString(`A diary has one value a line. Its first line names the columns; date, value, and
kind or name are needed, the rest is optional:

  date,time,kind,name,value,unit,note
  2026-11-21,08:10,food,kefir,1,,
  2026-11-21,,skin,severity,4,,

Comma, semicolon and tab, decimal comma, quotes and a byte-order mark are
understood. Local dates are read when the file itself shows their order. A file
is read as a whole or not at all, and reading it again adds nothing. "-" is the
standard input. A journal that does not exist yet is made.

Kinds and names:
`)
	for _, t := range exchange.Vocabulary() {
		name := t.Name
		if name == "" && t.Kind != exchange.KindNote {
			name = "NAME"
		}
		fmt.Fprintf(&b, "  %-28s %s\n", t.Kind+" "+name, t.Meaning)
	}
	b.WriteString("  food none                    nothing was eaten that day\nAny other kind becomes a tracker of your own.")
	return b.String()
}

// diary is a file that was read whole.
type diary struct {
	name string
	work.Diary
}

// importFiles reads every file before the journal is touched; those without a
// fault are imported even when another has one.
func importFiles(ctx context.Context, c *call, o exchange.ParseOptions, dry bool) error {
	var good []diary
	failed := false
	for _, name := range c.args {
		d, err := readDiary(c, name, o)
		if err != nil {
			say(c.Err, fileError{name, err})
			failed = true
			continue
		}
		good = append(good, diary{name, d})
	}
	if len(good) > 0 {
		if err := carry(ctx, c, good, dry); err != nil {
			return err
		}
	}
	if failed {
		return errTold
	}
	return nil
}

func readDiary(c *call, name string, o exchange.ParseOptions) (work.Diary, error) {
	if name == "-" {
		return work.ReadDiary(c.In, o)
	}
	b := newBar(c.Env, "Reading")
	defer b.end()
	return work.ReadDiaryFile(name, o, b.at)
}

// manyRecords is from how many entries on saving takes a noticeable time.
const manyRecords = 2000

// carry brings the files into the journal, or with dry only says what that
// would do.
func carry(ctx context.Context, c *call, good []diary, dry bool) (err error) {
	var store *data.Store
	switch {
	case !dry:
		store, err = c.writer(ctx)
	case hasJournal(c.dir):
		store, err = c.reader(ctx)
	}
	if err != nil {
		return err
	}
	if store != nil {
		defer func() { err = errors.Join(err, store.Close()) }()
	}
	desk := c.desk(store)
	for _, d := range good {
		p, err := desk.Plan(ctx, d.Diary)
		if err != nil {
			return fileError{d.name, err}
		}
		lead := d.name + ": (dry run) "
		if !dry {
			b := newBar(c.Env, "Saving")
			if len(p.Records) > manyRecords {
				b.wait(fmt.Sprintf("Saving %d entries", len(p.Records)))
			}
			_, err := desk.Carry(ctx, d.Diary, p)
			b.end()
			if err != nil {
				return fileError{d.name, err}
			}
			lead = d.name + ": "
		}
		for _, s := range p.Report.Sentences() {
			fmt.Fprintln(c.Out, lead+s)
		}
	}
	return nil
}

// hasJournal reports whether there is anything in the folder.
func hasJournal(dir string) bool {
	entries, err := os.ReadDir(dir)
	return err == nil && len(entries) > 0
}
