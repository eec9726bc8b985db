//go:build unix

package data_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
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

// TestNoRoomForFiles runs in a program of its own whose files may not grow,
// which is what a full disk looks like to it.
func TestNoRoomForFiles(t *testing.T) {
	p := start(t, "cramped", t.TempDir())
	for p.out.Scan() {
		t.Error(p.out.Text())
	}
	if err := p.Wait(); err != nil {
		t.Error(err)
	}
}

func cramped(home string) error {
	signal.Ignore(syscall.SIGXFSZ)
	ctx := context.Background()
	dir := filepath.Join(home, "journal")
	s, err := data.Open(dir, data.Options{})
	if err != nil {
		return err
	}
	defer s.Close()
	if _, err := s.Save(ctx, journaltest.Examples()...); err != nil {
		return err
	}
	backup := filepath.Join(home, "backup.zip")
	if err := s.Backup(ctx, backup, nil); err != nil {
		return err
	}
	old, err := os.ReadFile(backup)
	if err != nil {
		return err
	}
	var was syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &was); err != nil {
		return err
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 8192, Max: was.Max}); err != nil {
		return err
	}
	photo := &journal.Photo{Meta: journaltest.Meta("2026-11-20", ""), Format: "jpeg", Width: 1, Height: 1}
	if _, _, err := s.AddPhoto(ctx, photo, make([]byte, 1<<20), []byte("v"), []byte("t")); !errors.Is(err, &journal.Error{Code: journal.CodeDiskFull}) {
		fmt.Printf("photo: %v\n", err)
	}
	if err := s.Backup(ctx, backup, nil); err == nil {
		fmt.Println("backup: no error")
	}
	if _, err := s.BackupDaily(ctx); err == nil {
		fmt.Println("daily copy: no error")
	}
	if _, err := data.Restore(ctx, backup, filepath.Join(home, "restored"), nil); !errors.Is(err, &journal.Error{Code: journal.CodeDiskFull}) {
		fmt.Printf("restore: %v\n", err)
	}
	if _, err := s.Save(ctx, journaltest.Note("2026-11-20", strings.Repeat("word ", 1900))); err == nil {
		fmt.Println("entry: no error")
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &was); err != nil {
		return err
	}
	if now, err := os.ReadFile(backup); err != nil || string(now) != string(old) {
		fmt.Println("the old backup was touched", err)
	}
	for _, folder := range []string{home, filepath.Join(dir, "backups"), filepath.Join(dir, "photos")} {
		filepath.WalkDir(folder, func(name string, d os.DirEntry, err error) error {
			if base := filepath.Base(name); strings.HasPrefix(base, ".") || strings.HasPrefix(base, "journal-") {
				fmt.Println("left behind:", name)
			}
			return nil
		})
	}
	r, err := s.Check(ctx, nil)
	if err != nil || len(r.Database)+len(r.References)+len(r.Schema)+len(r.Orphans) > 0 || r.Entries != 18 {
		fmt.Println(r.Lines(), err)
	}
	_, err = s.Save(ctx, journaltest.Note("2026-11-20", "room again"))
	return err
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
