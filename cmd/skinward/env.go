package main

import (
	"io"
	"os"
	"runtime"
	"time"

	"golang.org/x/term"

	"skinward/cmd/work"
)

// Env is everything a run takes from the machine, so that tests can stand in
// for it.
type Env struct {
	In       io.Reader
	Out, Err io.Writer
	Getenv   func(string) string
	Home     func() (string, error)
	OS       string // runtime.GOOS
	Now      func() time.Time
	Attended bool         // somebody watches Err: long work shows a bar
	Columns  int          // width of that terminal
	Helper   *work.Helper // makes the copies of HEIC photos; nil: this process does
}

// helperCommand starts the program as a helper, which reads one photo from its
// standard input and writes the copies. People never need it, so no help lists
// it.
const helperCommand = "photo-helper"

func systemEnv() Env {
	e := Env{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv, Home: os.UserHomeDir, OS: runtime.GOOS, Now: time.Now}
	if program, err := os.Executable(); err == nil {
		e.Helper = work.NewHelper(program, helperCommand)
	}
	if fd := int(os.Stderr.Fd()); term.IsTerminal(fd) && os.Getenv("TERM") != "dumb" {
		e.Attended = true
		if e.Columns, _, _ = term.GetSize(fd); e.Columns <= 0 {
			e.Columns = 80
		}
	}
	return e
}
