package data_test

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"skinward/app/journal"
	"skinward/app/journal/journaltest"
	"skinward/data"
)

func TestDailyBackups(t *testing.T) {
	dir := t.TempDir()
	now := journaltest.At("2026-11-01", "09:00")
	s := open(t, dir, data.Options{Now: func() time.Time { return now }})
	daily := func(want bool, when string) {
		t.Helper()
		made, err := s.BackupDaily(t.Context())
		if err != nil || made != want {
			t.Errorf("%s: made %v, %v", when, made, err)
		}
	}
	daily(false, "empty")
	if _, err := s.Save(t.Context(), journaltest.Note("2026-11-01", "first")); err != nil {
		t.Fatal(err)
	}
	daily(true, "first day, as soon as there is something")
	daily(false, "again the same day")
	now = now.AddDate(0, 0, 1)
	daily(false, "nothing changed")
	chosen := journal.DefaultSettings()
	chosen.Theme = journal.ThemeDark
	if err := s.SaveSettings(t.Context(), chosen); err != nil {
		t.Fatal(err)
	}
	daily(true, "settings alone changed")
	for day := range 10 {
		now = now.AddDate(0, 0, 1)
		if _, err := s.Save(t.Context(), journaltest.Note("2026-11-01", fmt.Sprint("note ", day))); err != nil {
			t.Fatal(err)
		}
		daily(true, now.Format(time.DateOnly))
	}
	got := folder(t, filepath.Join(dir, "backups"))
	if len(got) != 7 || got[0] != "journal-2026-11-06.db" || got[6] != "journal-2026-11-12.db" {
		t.Errorf("kept %v", got)
	}
	// A copy is a journal of its own.
	copied := t.TempDir()
	write(t, filepath.Join(copied, "journal.db"), read(t, filepath.Join(dir, "backups", got[0])))
	if n := count(t, open(t, copied, data.Options{MustExist: true})); n != 5 {
		t.Errorf("the oldest copy has %d notes, want 5", n)
	}
	r, err := data.OpenReader(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	_, err = r.BackupDaily(t.Context())
	wantCode(t, err, journal.CodeReadOnly)
}

func TestDailyBackupOverRemains(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir, data.Options{})
	backups := filepath.Join(dir, "backups")
	if err := os.Mkdir(backups, 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(backups, ".part-daily.db"), []byte("cut off by a crash"))
	write(t, filepath.Join(backups, "journal-2020-01-01.db"), []byte("unreadable"))
	if made, err := s.BackupDaily(t.Context()); err != nil || !made {
		t.Errorf("made %v, %v", made, err)
	}
}

func TestRestoreOfADailyCopy(t *testing.T) {
	dir := t.TempDir()
	var want []string
	t.Run("fill", func(t *testing.T) {
		s, _ := withPhotos(t, dir)
		if _, err := s.BackupDaily(t.Context()); err != nil {
			t.Fatal(err)
		}
		want = everything(t, s)
		if _, err := s.Save(t.Context(), journaltest.Note("2026-11-01", "after the copy")); err != nil {
			t.Fatal(err)
		}
		if err := s.KeepLook(t.Context(), []byte("at another journal")); err != nil {
			t.Fatal(err)
		}
		_, err := data.Restore(t.Context(), filepath.Join(dir, "backups", folder(t, filepath.Join(dir, "backups"))[0]), dir, nil)
		wantCode(t, err, journal.CodeLocked)
	})
	copied := filepath.Join(dir, "backups", folder(t, filepath.Join(dir, "backups"))[0])
	file := filepath.Join(dir, "journal.db")
	damaged := append([]byte("SQLite formal 3"), read(t, file)[15:]...)
	write(t, file, damaged)
	_, err := data.Open(dir, data.Options{})
	wantCode(t, err, journal.CodeDamaged)

	r, err := data.Restore(t.Context(), copied, dir, nil)
	if err != nil || r.Photos != 2 || len(r.Missing) != 0 || filepath.Base(r.Kept) != "journal before restore.db" {
		t.Fatalf("%+v, %v", r, err)
	}
	if string(read(t, r.Kept)) != string(damaged) {
		t.Error("what was damaged was not kept as it was")
	}
	s := open(t, dir, data.Options{MustExist: true})
	if got := everything(t, s); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if look, err := s.KeptLook(t.Context()); look != nil || err != nil {
		t.Errorf("the look at the journal before: %q, %v", look, err)
	}
	if r, err := s.Check(t.Context(), nil); err != nil || !r.Sound() || len(r.Orphans) != 0 {
		t.Errorf("%v, %v", r.Lines(), err)
	}

	write(t, copied, read(t, copied)[:8192])
	elsewhere := filepath.Join(t.TempDir(), "new")
	_, err = data.Restore(t.Context(), copied, elsewhere, nil)
	wantCode(t, err, journal.CodeDamaged)
	if _, err := os.Stat(filepath.Join(elsewhere, "journal.db")); err == nil {
		t.Error("a damaged copy was put in place")
	}
}
