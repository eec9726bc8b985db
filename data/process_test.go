package data_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"skinward/app/journal"
	"skinward/app/journal/journaltest"
	"skinward/data"
)

func TestAnotherProgram(t *testing.T) {
	dir := t.TempDir()
	p := start(t, "hold", dir)
	if got := p.line(t); got != "open" {
		t.Fatal(got)
	}
	_, err := data.Open(dir, data.Options{})
	wantCode(t, err, journal.CodeLocked)

	r, err := data.OpenReader(dir)
	if err != nil {
		t.Fatal(err)
	}
	if n := count(t, r); n != 1 {
		t.Errorf("the reader sees %d records", n)
	}
	if err := r.Backup(t.Context(), filepath.Join(t.TempDir(), "b.zip"), nil); err != nil {
		t.Errorf("backup beside a writer: %v", err)
	}
	if report, err := r.Check(t.Context(), nil); err != nil || !report.Sound() {
		t.Errorf("check beside a writer: %v, %v", report.Lines(), err)
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
	_, err = data.Restore(t.Context(), filepath.Join(dir, "x.zip"), dir, nil)
	wantCode(t, err, journal.CodeLocked)

	p.in.Close()
	if err := p.Wait(); err != nil {
		t.Errorf("the other program: %v", err)
	}
	s := open(t, dir, data.Options{})
	if _, err := s.Save(t.Context(), journaltest.Note("2026-11-20", "mine now")); err != nil {
		t.Error(err)
	}
}

func TestRaise(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir, data.Options{})
	raised := make(chan bool, 1)
	s.OnRaise(func() { raised <- true })
	p := start(t, "raise", dir)
	if err := p.Wait(); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	select {
	case <-raised:
	case <-ctx.Done():
		t.Error("the first program was not told")
	}
	if _, err := os.Stat(filepath.Join(dir, "raise")); err == nil {
		t.Error("the request stays")
	}
}

func TestRaiseThatNobodyHears(t *testing.T) {
	dir := t.TempDir()
	open(t, dir, data.Options{})
	wantCode(t, data.AskToRaise(dir), journal.CodeLocked)
	if _, err := os.Stat(filepath.Join(dir, "raise")); err == nil {
		t.Error("the request stays")
	}
	wantCode(t, data.AskToRaise(filepath.Join(dir, "none")), journal.CodeGone)
}

func TestNewerJournalWithALogIsLeftUntouched(t *testing.T) {
	dir := t.TempDir()
	if err := start(t, "leave", dir).Wait(); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "journal.db")
	before := contents(t, dir)
	if len(before[file+"-wal"]) == 0 {
		t.Fatal("the other program left no log")
	}
	_, err := data.Open(dir, data.Options{})
	wantCode(t, err, journal.CodeNewer)
	_, err = data.OpenReader(dir)
	wantCode(t, err, journal.CodeNewer)
	after := contents(t, dir)
	for _, name := range []string{file, file + "-wal"} {
		if !bytes.Equal(after[name], before[name]) {
			t.Errorf("%s was touched", name)
		}
	}
}
