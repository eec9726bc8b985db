package data_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"skinward/app/journal"
	"skinward/app/journal/journaltest"
	"skinward/data"
)

func wantCode(t testing.TB, err error, code journal.Code) {
	t.Helper()
	if !errors.Is(err, &journal.Error{Code: code}) {
		t.Errorf("error is %v, want %s", err, code)
	}
}

// filled makes a journal with an example of every kind and closes it.
func filled(t testing.TB, dir string) {
	t.Helper()
	s, err := data.Open(dir, data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Save(t.Context(), journaltest.Examples()...); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func count(t testing.TB, s *data.Store) int {
	t.Helper()
	l, err := s.Range(t.Context(), journal.Day{}, journal.Day{})
	if err != nil {
		t.Fatal(err)
	}
	return len(l)
}

func TestFolderNames(t *testing.T) {
	for _, name := range []string{"plain", "with blanks", "100%20 #1?mode=ro", "Müller & Söhne", "日記", "a'b", "semi;colon", "a=b&c"} {
		if runtime.GOOS == "windows" && name == "100%20 #1?mode=ro" {
			name = "100%20 #1"
		}
		dir := filepath.Join(t.TempDir(), name, "journal")
		filled(t, dir)
		s := open(t, dir, data.Options{MustExist: true})
		if n := count(t, s); n != len(journal.Kinds()) {
			t.Errorf("%s: %d records", name, n)
		}
		if _, err := os.Stat(filepath.Join(dir, "journal.db")); err != nil {
			t.Errorf("%s: the file lies elsewhere: %v", name, err)
		}
	}
}

func TestMissing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "none")
	_, err := data.Open(dir, data.Options{MustExist: true})
	wantCode(t, err, journal.CodeMissing)
	_, err = data.OpenReader(dir)
	wantCode(t, err, journal.CodeMissing)
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("looking for a journal made a folder: %v", err)
	}
}

func TestPermissions(t *testing.T) {
	if runtime.GOOS == "windows" {
		return // folders of a user are private there without mode bits
	}
	dir := filepath.Join(t.TempDir(), "journal")
	s := open(t, dir, data.Options{})
	if _, err := s.Save(t.Context(), journaltest.Examples()...); err != nil {
		t.Fatal(err)
	}
	p := &journal.Photo{Meta: journaltest.Meta("2026-11-20", ""), Format: "png", Width: 1, Height: 1}
	if _, _, err := s.AddPhoto(t.Context(), p, []byte("o"), []byte("v"), []byte("t")); err != nil {
		t.Fatal(err)
	}
	if _, err := s.BackupDaily(t.Context()); err != nil {
		t.Fatal(err)
	}
	backup := filepath.Join(dir, "out.zip")
	if err := s.Backup(t.Context(), backup, nil); err != nil {
		t.Fatal(err)
	}
	files := 0
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		want := fs.FileMode(0o600)
		if d.IsDir() {
			want = 0o700
		} else {
			files++
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s has mode %o, want %o", name, got, want)
		}
		return nil
	})
	if err != nil || files < 8 {
		t.Errorf("%d files, %v", files, err)
	}
}

func TestSecondWriterIsRefused(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir, data.Options{})
	_, err := data.Open(dir, data.Options{})
	wantCode(t, err, journal.CodeLocked)
	if _, err := s.Save(t.Context(), journaltest.Note("2026-11-20", "still mine")); err != nil {
		t.Errorf("the first writer was disturbed: %v", err)
	}
}

func TestReaderBesideWriter(t *testing.T) {
	dir := t.TempDir()
	w := open(t, dir, data.Options{})
	if _, err := w.Save(t.Context(), journaltest.Note("2026-11-20", "one")); err != nil {
		t.Fatal(err)
	}
	r, err := data.OpenReader(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if n := count(t, r); n != 1 {
		t.Errorf("the reader sees %d records", n)
	}
	if _, err := w.Save(t.Context(), journaltest.Note("2026-11-20", "two")); err != nil {
		t.Fatal(err)
	}
	if n := count(t, r); n != 2 {
		t.Errorf("the reader sees %d records after another was saved", n)
	}
	_, err = r.Save(t.Context(), journaltest.Note("2026-11-20", "three"))
	wantCode(t, err, journal.CodeReadOnly)
	_, _, err = r.AddPhoto(t.Context(), &journal.Photo{}, []byte("x"), nil, nil)
	wantCode(t, err, journal.CodeReadOnly)
	wantCode(t, r.SaveSettings(t.Context(), journal.DefaultSettings()), journal.CodeReadOnly)
}

// contents reads every file below dir. The journal must be closed.
func contents(t testing.TB, dir string) map[string][]byte {
	t.Helper()
	m := map[string][]byte{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			m[name], err = os.ReadFile(name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestRefusedFilesStayUntouched(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(t *testing.T, file string)
		code  journal.Code
	}{
		"newer version": {func(t *testing.T, file string) {
			s := open(t, filepath.Dir(file), data.Options{})
			if err := s.Exec(t.Context(), "PRAGMA user_version = 99"); err != nil {
				t.Fatal(err)
			}
		}, journal.CodeNewer},
		"another program's database": {func(t *testing.T, file string) {
			s := open(t, filepath.Dir(file), data.Options{})
			if err := s.Exec(t.Context(), "PRAGMA application_id = 7"); err != nil {
				t.Fatal(err)
			}
		}, journal.CodeForeign},
		"no database": {func(t *testing.T, file string) {
			write(t, file, []byte("Dear diary, today I ate plums. This is longer than the header of a database, to be sure of it, is it not?"))
		}, journal.CodeDamaged},
		"empty": {func(t *testing.T, file string) { write(t, file, nil) }, journal.CodeDamaged},
		"damaged header": {func(t *testing.T, file string) {
			b := read(t, file)
			copy(b, "SQLite formal 3")
			write(t, file, b)
		}, journal.CodeDamaged},
		"damaged schema": {func(t *testing.T, file string) {
			b := read(t, file)
			for i := 100; i < 4096; i++ {
				b[i] = 0xff
			}
			write(t, file, b)
		}, journal.CodeDamaged},
		"cut": {func(t *testing.T, file string) {
			b := read(t, file)
			write(t, file, b[:4096])
		}, journal.CodeDamaged},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			filled(t, dir)
			file := filepath.Join(dir, "journal.db")
			t.Run("spoil", func(t *testing.T) { c.spoil(t, file) })
			before := contents(t, dir)
			s, err := data.Open(dir, data.Options{})
			if err == nil {
				s.Close()
			}
			wantCode(t, err, c.code)
			r, err := data.OpenReader(dir)
			if err == nil {
				r.Close()
			}
			wantCode(t, err, c.code)
			after := contents(t, dir)
			if !bytes.Equal(before[file], after[file]) {
				t.Error("journal.db was touched")
			}
		})
	}
}

func TestLostDatabaseIsNotMadeAgain(t *testing.T) {
	for _, trace := range []string{"photos", "backups"} {
		dir := t.TempDir()
		if err := os.Mkdir(filepath.Join(dir, trace), 0o700); err != nil {
			t.Fatal(err)
		}
		_, err := data.Open(dir, data.Options{})
		wantCode(t, err, journal.CodeDamaged)
		if _, err := os.Stat(filepath.Join(dir, "journal.db")); !errors.Is(err, fs.ErrNotExist) {
			t.Error("a new journal was made over the remains of one")
		}
	}
}

func TestHalfMadeJournalIsMadeAgain(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "journal.db.new"), []byte("cut off by a crash"))
	write(t, filepath.Join(dir, "journal.db.new-journal"), []byte("cut off by a crash"))
	s := open(t, dir, data.Options{})
	if _, err := s.Save(t.Context(), journaltest.Note("2026-11-20", "x")); err != nil {
		t.Error(err)
	}
}

func TestFileInPlaceOfFolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "journal")
	write(t, file, []byte("x"))
	if _, err := data.Open(file, data.Options{}); err == nil {
		t.Error("a file was opened as a folder")
	}
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "journal.db"), 0o700); err != nil {
		t.Fatal(err)
	}
	_, err := data.Open(dir, data.Options{})
	wantCode(t, err, journal.CodeForeign)
}

func write(t testing.TB, file string, b []byte) {
	t.Helper()
	if err := os.WriteFile(file, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

func read(t testing.TB, file string) []byte {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
