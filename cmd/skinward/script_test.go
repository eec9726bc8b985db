package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"skinward/app/sample"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"skinward": main})
}

// The scripts are the specification of the command line.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			home := filepath.Join(e.WorkDir, "home")
			e.Setenv("HOME", home)
			e.Setenv("USERPROFILE", home)
			e.Setenv("LOCALAPPDATA", filepath.Join(home, "local"))
			e.Setenv("XDG_DATA_HOME", filepath.Join(home, "data"))
			e.Setenv("TZ", "Europe/Berlin")
			e.Values[printServerKey] = new(printServer)
			return os.MkdirAll(home, 0o700)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"printserver": startPrintServer,
			"printer":     addPrinter,
			"printeradm":  managePrinters,
			// draw FILE... writes photos that differ.
			"draw": func(ts *testscript.TestScript, _ bool, files []string) {
				shots := sample.Generate(60, 1, sample.Options{Photos: true}).Shots
				for i, f := range files {
					ts.Check(os.WriteFile(ts.MkAbs(f), shots[i].JPEG(), 0o600))
				}
			},
		},
		RequireUniqueNames:  true,
		RequireExplicitExec: true,
	})
}
