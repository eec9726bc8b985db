//go:build unix

package data_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"skinward/app/journal"
	"skinward/app/journal/journaltest"
	"skinward/data"
)

// TestWriteProtected runs in a program of its own that may give up being
// root, for whom no folder is write-protected.
func TestWriteProtected(t *testing.T) {
	p := start(t, "write protected", "")
	for p.out.Scan() {
		t.Error(p.out.Text())
	}
	if err := p.Wait(); err != nil {
		t.Error(err)
	}
}

func writeProtected(string) error {
	if os.Geteuid() == 0 {
		if err := errors.Join(syscall.Setgid(65534), syscall.Setuid(65534)); err != nil {
			return err
		}
	}
	dir, err := os.MkdirTemp("", "skinward-protected-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	ctx := context.Background()
	want := func(what string, err error, code journal.Code) {
		if !errors.Is(err, &journal.Error{Code: code}) {
			fmt.Printf("%s: error is %v, want %s\n", what, err, code)
		}
	}
	must := func(what string, err error) {
		if err != nil {
			fmt.Printf("%s: %v\n", what, err)
		}
	}

	shut := filepath.Join(dir, "shut")
	must("mkdir", os.Mkdir(shut, 0o500))
	_, err = data.Open(shut, data.Options{})
	want("new journal in a protected folder", err, journal.CodeReadOnly)
	_, err = data.Open(filepath.Join(shut, "sub"), data.Options{})
	want("new folder in a protected folder", err, journal.CodeReadOnly)

	full := filepath.Join(dir, "full")
	s, err := data.Open(full, data.Options{})
	if err != nil {
		return err
	}
	if _, err := s.Save(ctx, journaltest.Examples()...); err != nil {
		return err
	}
	must("close", s.Close())
	backup := filepath.Join(shut, "backup.zip")
	file := filepath.Join(full, "journal.db")
	before, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	must("chmod", os.Chmod(file, 0o400))
	must("chmod", os.Chmod(full, 0o500))
	defer os.Chmod(full, 0o700)
	_, err = data.Open(full, data.Options{})
	want("journal in a protected folder", err, journal.CodeReadOnly)
	r, err := data.OpenReader(full)
	if err != nil {
		return fmt.Errorf("reading in a protected folder: %w", err)
	}
	defer r.Close()
	l, err := r.Range(ctx, journal.Day{}, journal.Day{})
	if err != nil || len(l) != len(journal.Kinds()) {
		fmt.Printf("%d records are read in a protected folder, %v\n", len(l), err)
	}
	want("backup into a protected folder", r.Backup(ctx, backup, nil), journal.CodeReadOnly)
	after, err := os.ReadFile(file)
	if err != nil || string(before) != string(after) {
		fmt.Println("the protected journal was touched", err)
	}
	return nil
}
