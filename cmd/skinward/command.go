package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"skinward/app/journal"
	"skinward/assets"
	"skinward/cmd/work"
	"skinward/data"
)

// command is one word after skinward.
type command struct {
	name  string // "photo import" for a word of two
	args  string // how the rest of the line looks
	brief string
	long  string // the rest of the help, may be empty
	// flags declares the command's own flags and returns what runs it.
	flags func(*flag.FlagSet) action
}

// action runs a command whose flags are set.
type action func(ctx context.Context, c *call) error

// call is one run of a command.
type call struct {
	Env
	args   []string // what is left after the flags
	dir    string   // of the journal
	sample bool     // dir is that of the sample journal
}

// usageError is a command line that cannot be understood.
type usageError struct{ text string }

func (u usageError) Error() string { return u.text }

func usage(format string, args ...any) error { return usageError{fmt.Sprintf(format, args...)} }

// errTold ends a command that has already said what is wrong.
var errTold = errors.New("told")

// commands lists them in the order of the help.
func commands() []command {
	return []command{
		importCommand(), exportCommand(), insightsCommand(), summaryCommand(), paperWeekCommand(), printCommand(), chartsCommand(), photoImportCommand(), photoCheckCommand(),
		checkCommand(), backupCommand(), restoreCommand(), sampleCommand(), helpCommand(), versionCommand(),
	}
}

// find returns the command that the line begins with and the rest of the line.
func find(args []string) (command, []string, error) {
	if len(args) > 1 {
		for _, c := range commands() {
			if c.name == args[0]+" "+args[1] {
				return c, args[2:], nil
			}
		}
	}
	var words []string
	for _, c := range commands() {
		if c.name == args[0] {
			return c, args[1:], nil
		}
		if first, second, two := strings.Cut(c.name, " "); two && first == args[0] {
			words = append(words, second)
		}
	}
	if len(words) > 0 {
		return command{}, nil, usage("%s needs one of: %s", args[0], strings.Join(words, ", "))
	}
	return command{}, nil, usage("%q is not a command", args[0])
}

// flagSet returns a silent flag set for c with the flags that all commands
// share.
func (c command) flagSet(g *globals) (*flag.FlagSet, action) {
	fs := flag.NewFlagSet(c.name, flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	g.declare(fs)
	return fs, c.flags(fs)
}

// parse sets the flags wherever they stand on the line and returns the rest.
// After "--" nothing is a flag any more.
func parse(fs *flag.FlagSet, args []string) (rest []string, err error) {
	for {
		if err := fs.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return nil, err
			}
			return nil, usageError{strings.Replace(err.Error(), "flag provided but not defined: -", "there is no option --", 1)}
		}
		left := fs.Args()
		if consumed := len(args) - len(left); consumed > 0 && args[consumed-1] == "--" {
			return append(rest, left...), nil
		}
		if len(left) == 0 {
			return rest, nil
		}
		rest = append(rest, left[0])
		args = left[1:]
	}
}

// globals are the flags that every command understands.
type globals struct {
	journal string
	sample  bool
	version bool
}

func (g *globals) declare(fs *flag.FlagSet) {
	fs.StringVar(&g.journal, "journal", g.journal, "the journal in `DIR` instead of the one in the data folder")
	fs.BoolVar(&g.sample, "sample", g.sample, "the sample journal, which is made when it is not there yet")
}

// dayFlag is an option that takes a date.
type dayFlag struct{ journal.Day }

func (d *dayFlag) Set(s string) error {
	v, err := journal.ParseDay(s)
	if err != nil {
		return errors.New("write the date as 2026-11-21")
	}
	d.Day = v
	return nil
}

func (d *dayFlag) String() string { return d.Day.String() }

// listFlag is an option that may be given several times.
type listFlag []string

func (l *listFlag) Set(s string) error {
	*l = append(*l, s)
	return nil
}

func (l *listFlag) String() string { return strings.Join(*l, ", ") }

// given tells whether a flag stands on the line.
func given(fs *flag.FlagSet, name string) bool {
	found := false
	fs.Visit(func(f *flag.Flag) { found = found || f.Name == name })
	return found
}

// none refuses arguments that a command has no use for.
func (c *call) none() error {
	if len(c.args) > 0 {
		return usage("%q is one argument too many", c.args[0])
	}
	return nil
}

// one returns the single argument that a command needs.
func (c *call) one(what string) (string, error) {
	switch {
	case len(c.args) == 0:
		return "", usage("%s is missing", what)
	case len(c.args) > 1:
		return "", usage("%q is one argument too many", c.args[1])
	}
	return c.args[0], nil
}

// reader opens the journal for reading, which works beside an open window.
func (c *call) reader(ctx context.Context) (*data.Store, error) {
	if c.sample {
		if err := ensureSample(ctx, c); err != nil {
			return nil, err
		}
	}
	s, err := data.OpenReader(c.dir)
	if errors.Is(err, &journal.Error{Code: journal.CodeMissing}) {
		return nil, fmt.Errorf("there is no journal in %s; name another with --journal DIR, or begin one with skinward import", c.dir)
	}
	return s, err
}

// writer opens the journal for writing; a missing one is made.
func (c *call) writer(ctx context.Context) (*data.Store, error) {
	if c.sample {
		if err := ensureSample(ctx, c); err != nil {
			return nil, err
		}
	}
	s, err := data.Open(c.dir, data.Options{Now: c.Now, Derive: c.Helper.Derive})
	if errors.Is(err, &journal.Error{Code: journal.CodeLocked}) {
		return nil, fmt.Errorf("%w; close its window first", err)
	}
	return s, err
}

// desk is the open journal for what both doors of the program do with it.
func (c *call) desk(s *data.Store) work.Desk {
	return work.Desk{Store: s, Now: c.Now, Helper: c.Helper}
}

// deskWithFoods is desk with the catalogue of foods, which makes food groups.
func (c *call) deskWithFoods(s *data.Store) (work.Desk, error) {
	d := c.desk(s)
	var err error
	d.Pantry, err = work.OpenPantry(assets.Food())
	return d, err
}

// writeFile makes a file that is whole or not there; "-" and "" are the
// standard output.
func (c *call) writeFile(name string, produce func(io.Writer) error) error {
	if name == "" || name == "-" {
		return produce(c.Out)
	}
	return work.WriteFile(name, produce)
}
