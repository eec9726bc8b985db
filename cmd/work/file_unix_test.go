//go:build unix

package work_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"skinward/app/journal"
	"skinward/cmd/work"
)

func TestAFullDiskLeavesTheOlderFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "page.pdf")
	if err := work.WriteBytes(name, []byte("older")); err != nil {
		t.Fatal(err)
	}
	err := work.WriteFile(name, func(io.Writer) error { return &os.PathError{Op: "write", Path: name, Err: syscall.ENOSPC} })
	if !errors.Is(err, &journal.Error{Code: journal.CodeDiskFull}) {
		t.Errorf("%v", err)
	}
	if b, err := os.ReadFile(name); err != nil || string(b) != "older" {
		t.Errorf("%q, %v", b, err)
	}
	if files, err := os.ReadDir(filepath.Dir(name)); err != nil || len(files) != 1 {
		t.Errorf("%v, %v", files, err)
	}
}
