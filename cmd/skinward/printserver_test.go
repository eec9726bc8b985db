package main

import (
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"skinward/cmd/printing/cupstest"
)

// printServer is the print server of one script.
type printServer struct{ *cupstest.Server }

const printServerKey = "print server"

// scriptTB lets a script stand for a test.
type scriptTB struct{ *testscript.TestScript }

func (s scriptTB) Cleanup(f func()) { s.Defer(f) }

// startPrintServer is the command printserver.
func startPrintServer(ts *testscript.TestScript, _ bool, _ []string) {
	s := cupstest.Start(scriptTB{ts})
	ts.Value(printServerKey).(*printServer).Server = s
	for _, v := range s.Env() {
		name, value, _ := strings.Cut(v, "=")
		ts.Setenv(name, value)
	}
}

// addPrinter is the command printer NAME; the printer prints into NAME.pdf.
func addPrinter(ts *testscript.TestScript, _ bool, args []string) {
	file := ts.Value(printServerKey).(*printServer).Printer(args[0], cupstest.PDF)
	ts.Check(os.Symlink(file, ts.MkAbs(args[0]+".pdf")))
}

// managePrinters is the command printeradm TOOL ARGUMENT...
func managePrinters(ts *testscript.TestScript, _ bool, args []string) {
	ts.Value(printServerKey).(*printServer).Must(args[0], args[1:]...)
}
