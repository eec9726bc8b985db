package data_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"skinward/app/journal"
	"skinward/app/journal/journaltest"
	"skinward/data"
)

func TestDiskFull(t *testing.T) {
	s := open(t, t.TempDir(), data.Options{})
	saved := 0
	note := journaltest.Note("2026-11-20", strings.Repeat("word ", 1500))
	if _, err := s.Save(t.Context(), note); err != nil {
		t.Fatal(err)
	}
	saved++
	// The database may not grow any more: SQLite then answers as it does when
	// the disk has no block left.
	if err := s.Exec(t.Context(), "PRAGMA max_page_count = 1"); err != nil {
		t.Fatal(err)
	}
	var err error
	for err == nil && saved < 1000 {
		if _, err = s.Save(t.Context(), note); err == nil {
			saved++
		}
	}
	wantCode(t, err, journal.CodeDiskFull)
	if n := count(t, s); n != saved {
		t.Errorf("%d records, want the %d that were acknowledged", n, saved)
	}
	if r, err := s.Check(t.Context(), nil); err != nil || !r.Sound() {
		t.Errorf("%v, %v", r.Lines(), err)
	}
	if err := s.Exec(t.Context(), "PRAGMA max_page_count = 4294967294"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Save(t.Context(), note); err != nil {
		t.Errorf("with room again: %v", err)
	}
}

func TestVanishedFolder(t *testing.T) {
	for name, vanish := range map[string]func(dir string) error{
		"removed":      os.RemoveAll,
		"renamed":      func(dir string) error { return os.Rename(dir, dir+" elsewhere") },
		"file removed": func(dir string) error { return os.Remove(filepath.Join(dir, "journal.db")) },
		"file replaced": func(dir string) error {
			if err := os.Rename(filepath.Join(dir, "journal.db"), filepath.Join(dir, "old.db")); err != nil {
				return err
			}
			return os.WriteFile(filepath.Join(dir, "journal.db"), []byte("another"), 0o600)
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "journal")
			s, err := data.Open(dir, data.Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			if err := vanish(dir); err != nil {
				t.Fatal(err)
			}
			_, err = s.Save(t.Context(), journaltest.Note("2026-11-20", "into the void"))
			wantCode(t, err, journal.CodeGone)
			p := &journal.Photo{Meta: journaltest.Meta("2026-11-20", ""), Format: "png", Width: 1, Height: 1}
			_, _, err = s.AddPhoto(t.Context(), p, []byte("o"), []byte("v"), []byte("t"))
			wantCode(t, err, journal.CodeGone)
			if name == "removed" || name == "renamed" {
				if _, err := os.Stat(dir); err == nil {
					t.Error("the folder was made again")
				}
			}
		})
	}
}
