package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"

	"skinward/app/exchange"
	"skinward/app/journal"
	"skinward/data"
)

func importCommand() command {
	return command{name: "import", args: "[--date-order dmy|mdy] [--dry-run] FILE...", brief: "read diaries (CSV, or JSON written by export) into the journal",
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
		}}
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
		if name == "" {
			name = "NAME"
		}
		fmt.Fprintf(&b, "  %-28s %s\n", t.Kind+" "+name, t.Meaning)
	}
	b.WriteString("  food none                    nothing was eaten that day\nAny other kind becomes a tracker of your own.")
	return b.String()
}

// diary is a file that was read and may be planned.
type diary struct {
	name     string
	csv      exchange.File
	complete *exchange.Complete // when it was JSON
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
		good = append(good, d)
	}
	if len(good) > 0 {
		if err := planFiles(ctx, c, good, dry); err != nil {
			return err
		}
	}
	if failed {
		return errTold
	}
	return nil
}

func readDiary(c *call, name string, o exchange.ParseOptions) (diary, error) {
	d := diary{name: name}
	in, size := c.In, int64(0)
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return d, withoutPath(err)
		}
		defer f.Close()
		if info, err := f.Stat(); err == nil {
			if info.IsDir() {
				return d, errors.New("this is a folder")
			}
			size = info.Size()
		}
		in = f
	}
	b := newBar(c.Env, "Reading")
	defer b.end()
	o.Progress = func(read int64) { b.at(read, size) }
	br := bufio.NewReader(in)
	if head, _ := br.Peek(512); exchange.IsJSON(head) {
		all, err := exchange.ReadJSON(br)
		d.complete = &all
		return d, err
	}
	var err error
	d.csv, err = exchange.Parse(br, o)
	return d, err
}

// withoutPath takes the path off a system error that is told after the path.
func withoutPath(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

func planFiles(ctx context.Context, c *call, good []diary, dry bool) (err error) {
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
	for _, d := range good {
		p, err := planDiary(ctx, c, store, d)
		if err != nil {
			return fileError{d.name, err}
		}
		if !dry {
			if err := save(ctx, store, d, p); err != nil {
				return fileError{d.name, err}
			}
		}
		lead := d.name + ": "
		if dry {
			lead += "(dry run) "
		}
		for _, s := range p.Report.Sentences() {
			fmt.Fprintln(c.Out, lead+s)
		}
	}
	return nil
}

// planDiary compares a file with the part of the journal that it is about.
func planDiary(ctx context.Context, c *call, store *data.Store, d diary) (exchange.Plan, error) {
	settings, existing := journal.DefaultSettings(), journal.Log(nil)
	if store != nil {
		var err error
		if settings, err = store.Settings(ctx); err != nil {
			return exchange.Plan{}, err
		}
		if existing, err = standing(ctx, store, d); err != nil {
			return exchange.Plan{}, err
		}
	}
	if d.complete != nil {
		return exchange.NewCompletePlan(*d.complete, existing), nil
	}
	return exchange.NewPlan(d.csv, existing, exchange.PlanOptions{Today: c.today(settings), Zone: c.Now().Location(), NewID: journal.NewID}), nil
}

// standing reads what the journal holds of a file's days, and every record
// that goes on for days; all of it for a complete file.
func standing(ctx context.Context, store *data.Store, d diary) (journal.Log, error) {
	if d.complete != nil {
		return store.Range(ctx, journal.Day{}, journal.Day{})
	}
	if len(d.csv.Rows) == 0 {
		return nil, nil
	}
	first, last := d.csv.Rows[0].Day, d.csv.Rows[0].Day
	for _, r := range d.csv.Rows {
		if r.Day.Before(first) {
			first = r.Day
		}
		if r.Day.After(last) {
			last = r.Day
		}
	}
	ongoing := []journal.Kind{journal.KindTracker, journal.KindCourse, journal.KindTreatment, journal.KindAvoidance}
	log, err := store.Range(ctx, journal.Day{}, journal.Day{}, ongoing...)
	if err != nil {
		return nil, err
	}
	var daily []journal.Kind
	for _, k := range journal.Kinds() {
		switch k {
		case journal.KindTracker, journal.KindCourse, journal.KindTreatment, journal.KindAvoidance, journal.KindPhoto, journal.KindProfile, journal.KindFood, journal.KindVerdict:
		default:
			daily = append(daily, k)
		}
	}
	entries, err := store.Range(ctx, first, last, daily...)
	return append(log, entries...), err
}

// save writes a plan in one transaction. The settings of a complete file count
// only while the journal is empty.
func save(ctx context.Context, store *data.Store, d diary, p exchange.Plan) error {
	if d.complete != nil && p.Report.Added > 0 {
		stats, err := store.Stats(ctx)
		if err != nil {
			return err
		}
		if stats.Entries == 0 {
			if err := store.SaveSettings(ctx, d.complete.Settings); err != nil {
				return err
			}
		}
	}
	_, err := store.Save(ctx, p.Records...)
	return err
}

// hasJournal reports whether there is anything in the folder.
func hasJournal(dir string) bool {
	entries, err := os.ReadDir(dir)
	return err == nil && len(entries) > 0
}
