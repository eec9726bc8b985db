package data_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"skinward/app/journal"
	"skinward/app/journal/journaltest"
	"skinward/data"
)

// withPhotos makes a journal of every kind with two photos and settings of
// its own, and leaves it open.
func withPhotos(t testing.TB, dir string) (*data.Store, []*journal.Photo) {
	t.Helper()
	s := open(t, dir, data.Options{})
	examples := journaltest.Examples()
	for _, r := range examples {
		if r.Kind() != journal.KindPhoto {
			if _, err := s.Save(t.Context(), r); err != nil {
				t.Fatal(err)
			}
		}
	}
	var photos []*journal.Photo
	for _, original := range []string{"first original", "second original"} {
		p := &journal.Photo{Meta: journaltest.Meta("2026-11-20", "21:00"), Format: "jpeg", Width: 3, Height: 4}
		c, _, err := s.AddPhoto(t.Context(), p, []byte(original), []byte("view"), []byte("thumb"))
		if err != nil {
			t.Fatal(err)
		}
		photos = append(photos, c.After.(*journal.Photo))
	}
	settings := journal.DefaultSettings()
	settings.Theme = journal.ThemeDark
	if err := s.SaveSettings(t.Context(), settings); err != nil {
		t.Fatal(err)
	}
	return s, photos
}

func everything(t testing.TB, s *data.Store) []string {
	t.Helper()
	l, err := s.Range(t.Context(), journal.Day{}, journal.Day{})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, r := range l {
		out = append(out, journaltest.Text(r))
	}
	return out
}

func folder(t testing.TB, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	names := []string{}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestBackupAndRestore(t *testing.T) {
	home := t.TempDir()
	s, photos := withPhotos(t, filepath.Join(home, "journal"))
	file := filepath.Join(home, "backup.zip")
	var last, total int64
	err := s.Backup(t.Context(), file, func(d, of int64) {
		if d < last || d > of {
			t.Errorf("progress went from %d to %d of %d", last, d, of)
		}
		last, total = d, of
	})
	if err != nil || last != total || total == 0 {
		t.Fatalf("%d of %d bytes, %v", last, total, err)
	}
	want := everything(t, s)
	to := filepath.Join(home, "deep", "restored")
	r, err := data.Restore(t.Context(), file, to, nil)
	if err != nil {
		t.Fatal(err)
	}
	if r.Photos != 2 || r.Kept != "" || len(r.Missing) != 0 || r.Made.IsZero() {
		t.Errorf("restored %+v", r)
	}
	back := open(t, to, data.Options{MustExist: true})
	if got := everything(t, back); !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%v\nwant\n%v", got, want)
	}
	for i, p := range photos {
		if b, err := back.PhotoOriginal(t.Context(), p); err != nil || string(b) != []string{"first original", "second original"}[i] {
			t.Errorf("photo %d is %q, %v", i, b, err)
		}
	}
	if settings, err := back.Settings(t.Context()); err != nil || settings.Theme != journal.ThemeDark {
		t.Errorf("settings %+v, %v", settings, err)
	}
	if report, err := back.Check(t.Context(), nil); err != nil || !report.Sound() {
		t.Errorf("%v, %v", report.Lines(), err)
	}
	if got := folder(t, home); !reflect.DeepEqual(got, []string{"backup.zip", "deep", "journal"}) {
		t.Errorf("left behind: %v", got)
	}
	if got := folder(t, filepath.Join(home, "deep")); !reflect.DeepEqual(got, []string{"restored"}) {
		t.Errorf("left behind: %v", got)
	}
}

func TestRestoreKeepsWhatWasThere(t *testing.T) {
	home := t.TempDir()
	s, _ := withPhotos(t, filepath.Join(home, "one"))
	file := filepath.Join(home, "backup.zip")
	if err := s.Backup(t.Context(), file, nil); err != nil {
		t.Fatal(err)
	}
	there := filepath.Join(home, "two")
	filled(t, there)
	for n, want := range []string{"two before restore", "two before restore 2"} {
		r, err := data.Restore(t.Context(), file, there, nil)
		if err != nil || filepath.Base(r.Kept) != want {
			t.Fatalf("restore %d kept %q, %v", n+1, r.Kept, err)
		}
	}
	old := open(t, filepath.Join(home, "two before restore"), data.Options{MustExist: true})
	if n := count(t, old); n != len(journal.Kinds()) {
		t.Errorf("the journal that was kept has %d records", n)
	}
}

func TestRestoreRefusesOtherFolders(t *testing.T) {
	home := t.TempDir()
	s, _ := withPhotos(t, filepath.Join(home, "journal"))
	file := filepath.Join(home, "backup.zip")
	if err := s.Backup(t.Context(), file, nil); err != nil {
		t.Fatal(err)
	}
	documents := filepath.Join(home, "documents")
	if err := os.Mkdir(documents, 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(documents, "letter.txt"), []byte("Dear"))
	_, err := data.Restore(t.Context(), file, documents, nil)
	wantCode(t, err, journal.CodeExists)
	_, err = data.Restore(t.Context(), file, filepath.Join(documents, "letter.txt"), nil)
	wantCode(t, err, journal.CodeExists)
	_, err = data.Restore(t.Context(), file, filepath.Join(home, "journal"), nil)
	wantCode(t, err, journal.CodeLocked)
	_, err = data.Restore(t.Context(), filepath.Join(home, "none.zip"), filepath.Join(home, "new"), nil)
	wantCode(t, err, journal.CodeMissing)
	if got := folder(t, documents); !reflect.DeepEqual(got, []string{"letter.txt"}) {
		t.Errorf("documents now holds %v", got)
	}
	if got := folder(t, home); !reflect.DeepEqual(got, []string{"backup.zip", "documents", "journal"}) {
		t.Errorf("left behind: %v", got)
	}
}

func TestBackupThatFailsLeavesTheOldOne(t *testing.T) {
	home := t.TempDir()
	s, _ := withPhotos(t, filepath.Join(home, "journal"))
	file := filepath.Join(home, "backup.zip")
	if err := s.Backup(t.Context(), file, nil); err != nil {
		t.Fatal(err)
	}
	old := read(t, file)
	ctx, cancel := context.WithCancel(t.Context())
	err := s.Backup(ctx, file, func(done, total int64) {
		if done > total/4 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v", err)
	}
	if string(read(t, file)) != string(old) {
		t.Error("the old backup was touched")
	}
	wantCode(t, s.Backup(t.Context(), filepath.Join(home, "journal"), nil), journal.CodeExists)
	wantCode(t, s.Backup(t.Context(), filepath.Join(home, "nowhere", "b.zip"), nil), journal.CodeGone)
	if got := folder(t, home); !reflect.DeepEqual(got, []string{"backup.zip", "journal"}) {
		t.Errorf("left behind: %v", got)
	}
	if err := s.Backup(t.Context(), file, nil); err != nil {
		t.Errorf("writing over the old one: %v", err)
	}
}

func TestBackupWithoutAnOriginal(t *testing.T) {
	home := t.TempDir()
	s, photos := withPhotos(t, filepath.Join(home, "journal"))
	lost := filepath.Join(home, "journal", "photos", photos[0].Hash[:2], photos[0].Hash+".jpg")
	if err := os.Remove(lost); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(home, "backup.zip")
	if err := s.Backup(t.Context(), file, nil); err != nil {
		t.Fatal(err)
	}
	r, err := data.Restore(t.Context(), file, filepath.Join(home, "back"), nil)
	if err != nil || len(r.Missing) != 1 || filepath.Base(r.Missing[0]) != filepath.Base(lost) {
		t.Errorf("missing %v, %v", r.Missing, err)
	}
}

// A damaged original must not pass for a sound one in the backup.
func TestBackupOfADamagedOriginal(t *testing.T) {
	home := t.TempDir()
	s, photos := withPhotos(t, filepath.Join(home, "journal"))
	write(t, filepath.Join(home, "journal", "photos", photos[0].Hash[:2], photos[0].Hash+".jpg"), []byte("first 0riginal"))
	wantCode(t, s.Backup(t.Context(), filepath.Join(home, "backup.zip"), nil), journal.CodeDamaged)
	_, err := s.PhotoOriginal(t.Context(), photos[0])
	wantCode(t, err, journal.CodeDamaged)
}

func TestBackupSweepsRemainsOfAKilledOne(t *testing.T) {
	home := t.TempDir()
	s, _ := withPhotos(t, filepath.Join(home, "journal"))
	old, young := filepath.Join(home, ".skinward-backup-1"), filepath.Join(home, ".skinward-backup-2")
	for _, dir := range []string{old, young} {
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, "journal.db"), []byte("private"))
	}
	twoDays := time.Now().Add(-48 * time.Hour)
	if err := os.Chtimes(old, twoDays, twoDays); err != nil {
		t.Fatal(err)
	}
	if err := s.Backup(t.Context(), filepath.Join(home, "backup.zip"), nil); err != nil {
		t.Fatal(err)
	}
	if got := folder(t, home); !reflect.DeepEqual(got, []string{".skinward-backup-2", "backup.zip", "journal"}) {
		t.Errorf("left behind: %v", got)
	}
}
