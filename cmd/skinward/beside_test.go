package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"skinward/data"
)

// While a window has the journal open, everything that reads works and what
// writes says why it does not.
func TestCommandsBesideAnOpenWindow(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "j")
	page, backup := filepath.Join(t.TempDir(), "page.pdf"), filepath.Join(t.TempDir(), "b.zip")
	silent := func(args ...string) (int, string) {
		var out, errs bytes.Buffer
		e := atHome(t, &out)
		e.Err = &errs
		return run(t.Context(), append([]string{"--journal", dir}, args...), e), errs.String()
	}
	if code, said := silent("import", diaryFile(t, 3)); code != exitOK {
		t.Fatal(said)
	}
	window, err := data.Open(dir, data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer window.Close()
	for _, args := range [][]string{
		{"insights", "--outcome", "itch"},
		{"export", "--format", "json"},
		{"export"},
		{"summary", "--out", page},
		{"check"},
		{"photo", "check"},
		{"backup", backup},
		{"import", "--dry-run", diaryFile(t, 5)},
	} {
		if code, said := silent(args...); code != exitOK {
			t.Errorf("%v: exit code %d: %s", args, code, said)
		}
	}
	for _, args := range [][]string{{"import", diaryFile(t, 5)}, {"restore", backup, dir}} {
		code, said := silent(args...)
		if code != exitFailure || !strings.Contains(said, "open in another Skinward") {
			t.Errorf("%v: exit code %d: %s", args, code, said)
		}
	}
}
