package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
	"syscall"

	"skinward/app/exchange"
	"skinward/cmd/work"
)

// Exit codes.
const (
	exitOK          = 0
	exitFailure     = 1
	exitUsage       = 2
	exitInterrupted = 130
)

// run is the whole program but for the machine: it parses the line, runs one
// command and returns the exit code.
func run(ctx context.Context, args []string, env Env) int {
	err := dispatch(ctx, args, env)
	var wrong usageError
	var code windowExit
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &code):
		return int(code)
	case errors.Is(err, syscall.EPIPE):
		return exitOK // whoever read the output has seen enough
	case errors.Is(err, errTold):
		return exitFailure
	case ctx.Err() != nil && errors.Is(err, context.Canceled):
		fmt.Fprintln(env.Err, "skinward: interrupted; nothing was left half-written")
		return exitInterrupted
	case errors.As(err, &wrong):
		fmt.Fprintf(env.Err, "skinward: %v\nRun 'skinward help' to see how it is used.\n", err)
		return exitUsage
	}
	say(env.Err, err)
	return exitFailure
}

// windowExit carries the exit code of the window.
type windowExit int

func (w windowExit) Error() string { return fmt.Sprint("exit code ", int(w)) }

// dispatch finds the command and runs it; without one it opens the window.
func dispatch(ctx context.Context, args []string, env Env) error {
	if len(args) == 1 && args[0] == helperCommand {
		return work.ServeHelper(env.In, env.Out)
	}
	g := globals{}
	top := flag.NewFlagSet("skinward", flag.ContinueOnError)
	top.SetOutput(io.Discard)
	g.declare(top)
	top.BoolVar(&g.version, "version", false, "print the version")
	if err := top.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return overview(env.Out)
		}
		return usageError{strings.Replace(err.Error(), "flag provided but not defined: -", "there is no option --", 1)}
	}
	rest := top.Args()
	if g.version {
		rest = append([]string{"version"}, rest...)
	}
	if len(rest) == 0 {
		return window(ctx, g, env)
	}
	cmd, rest, err := find(rest)
	if err != nil {
		return err
	}
	fs, act := cmd.flagSet(&g)
	if rest, err = parse(fs, rest); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return cmd.help(env.Out)
		}
		return fmt.Errorf("%s: %w", cmd.name, err)
	}
	c := &call{Env: env, args: rest, sample: g.sample && g.journal == ""}
	if c.dir, err = journalFolder(env, g.journal, g.sample); err != nil {
		return err
	}
	out := bufio.NewWriter(env.Out)
	c.Out = out
	err = act(ctx, c)
	if wrong := (usageError{}); errors.As(err, &wrong) {
		return fmt.Errorf("%s: %w", cmd.name, err)
	}
	return errors.Join(err, out.Flush())
}

// window opens the window on the journal.
func window(ctx context.Context, g globals, env Env) error {
	c := &call{Env: env, sample: g.sample && g.journal == ""}
	var err error
	if c.dir, err = journalFolder(env, g.journal, g.sample); err != nil {
		return err
	}
	if c.sample {
		if err := ensureSample(ctx, c); err != nil {
			return err
		}
	}
	sampleDir, err := journalFolder(env, "", true)
	if err != nil {
		sampleDir = ""
	}
	w := windowConfig{
		Journal: c.dir, Sample: g.sample, SampleJournal: sampleDir, Env: env,
		MakeSample: func(ctx context.Context) error {
			return ensureSample(ctx, &call{Env: env, dir: sampleDir, sample: true})
		},
	}
	if code := runWindow(ctx, w); code != exitOK {
		return windowExit(code)
	}
	return nil
}

// windowConfig is what the window is opened with.
type windowConfig struct {
	Journal       string // folder of the journal
	Sample        bool   // that folder holds the sample
	SampleJournal string // where the sample is, or would be; "" when there is no data folder
	// MakeSample makes the sample journal in SampleJournal unless it is there.
	MakeSample func(context.Context) error
	Env        Env
}

// say prints an error in the way of the command line: every fault of a file on
// a line of its own.
func say(w io.Writer, err error) {
	var faults *exchange.Faults
	if errors.As(err, &faults) {
		about := ""
		var named fileError
		if errors.As(err, &named) {
			about = named.file + ": "
		}
		for _, f := range faults.List {
			fmt.Fprintf(w, "skinward: %sline %d: %s\n", about, f.Line, f.Text)
		}
		if faults.More > 0 {
			fmt.Fprintf(w, "skinward: %s%d more faults\n", about, faults.More)
		}
		return
	}
	fmt.Fprintf(w, "skinward: %v\n", err)
}

// fileError tells which file an error is about.
type fileError struct {
	file string
	err  error
}

func (f fileError) Error() string { return f.file + ": " + f.err.Error() }
func (f fileError) Unwrap() error { return f.err }
