package data_test

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"skinward/app/journal"
	"skinward/app/journal/journaltest"
	"skinward/data"
)

const addition = "ALTER TABLE note ADD COLUMN mood TEXT; UPDATE note SET mood = 'calm';"

func version(t testing.TB, s *data.Store) string {
	t.Helper()
	v, err := s.Ask(t.Context(), "PRAGMA user_version")
	if err != nil {
		t.Fatal(err)
	}
	return v
}

var update = flag.Bool("update", false, "make the file of the present schema anew; only before it is released")

// Every schema that was ever released, each kept as a file with the examples
// of its time, must open and hold what was written then.
func TestReleasedSchemas(t *testing.T) {
	if *update {
		dir := t.TempDir()
		filled(t, dir)
		keepSchema(t, filepath.Join(dir, "journal.db"))
	}
	files, err := filepath.Glob("testdata/version-*.db.gz")
	if err != nil || len(files) != data.SchemaVersion {
		t.Fatalf("%d files for %d versions, %v", len(files), data.SchemaVersion, err)
	}
	for _, file := range files {
		dir := t.TempDir()
		unzip(t, file, filepath.Join(dir, "journal.db"))
		s := open(t, dir, data.Options{MustExist: true})
		for _, want := range journaltest.Examples() {
			got, err := s.Get(t.Context(), want.Kind(), want.Base().ID)
			if err != nil {
				t.Errorf("%s: %v", file, err)
				continue
			}
			b := want.Base()
			b.Created, b.Changed = got.Base().Created, got.Base().Changed
			if journaltest.Text(got) != journaltest.Text(want) {
				t.Errorf("%s:\ngot  %s\nwant %s", file, journaltest.Text(got), journaltest.Text(want))
			}
		}
		if r, err := s.Check(t.Context(), nil); err != nil || len(r.Schema)+len(r.Database)+len(r.Records) != 0 {
			t.Errorf("%s: %v, %v", file, r.Lines(), err)
		}
	}
}

func keepSchema(t testing.TB, file string) {
	t.Helper()
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := z.Write(read(t, file)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	write(t, fmt.Sprintf("testdata/version-%d.db.gz", data.SchemaVersion), b.Bytes())
}

func unzip(t testing.TB, from, to string) {
	t.Helper()
	f, err := os.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	write(t, to, b)
}

func TestMigration(t *testing.T) {
	dir := t.TempDir()
	filled(t, dir)
	s, err := data.Open(dir, data.Later(addition))
	if err != nil {
		t.Fatal(err)
	}
	if got := version(t, s); got != "2" {
		t.Errorf("version %s", got)
	}
	if mood, err := s.Ask(t.Context(), "SELECT mood FROM note"); err != nil || mood != "calm" {
		t.Errorf("the step did %q, %v", mood, err)
	}
	if n := count(t, s); n != len(journal.Kinds()) {
		t.Errorf("%d records", n)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	kept := folder(t, filepath.Join(dir, "backups"))
	if len(kept) != 1 || !regexp.MustCompile(`^before-version-2-\d{4}-\d\d-\d\d-\d{6}\.db$`).MatchString(kept[0]) {
		t.Fatalf("kept %v", kept)
	}
	old := filepath.Join(t.TempDir(), "old")
	if err := os.Mkdir(old, 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(old, "journal.db"), read(t, filepath.Join(dir, "backups", kept[0])))
	if o := open(t, old, data.Options{MustExist: true}); count(t, o) != len(journal.Kinds()) || version(t, o) != "1" {
		t.Error("the copy made before the step is not the journal as it was")
	}

	// The program of today now refuses it and touches nothing.
	before := contents(t, dir)
	_, err = data.Open(dir, data.Options{})
	wantCode(t, err, journal.CodeNewer)
	_, err = data.OpenReader(dir)
	wantCode(t, err, journal.CodeNewer)
	if after := contents(t, dir); !reflect.DeepEqual(after[filepath.Join(dir, "journal.db")], before[filepath.Join(dir, "journal.db")]) {
		t.Error("a newer journal was touched")
	}
}

func TestMigrationThatFails(t *testing.T) {
	dir := t.TempDir()
	filled(t, dir)
	_, err := data.Open(dir, data.Later(addition+"INSERT INTO nowhere VALUES (1);"))
	if err == nil || !strings.Contains(err.Error(), "version 2") {
		t.Fatalf("error is %v", err)
	}
	s := open(t, dir, data.Options{MustExist: true})
	if got := version(t, s); got != "1" {
		t.Errorf("version %s", got)
	}
	if r, err := s.Check(t.Context(), nil); err != nil || len(r.Schema)+len(r.Database) != 0 {
		t.Errorf("half a step stayed: %v, %v", r.Lines(), err)
	}
}

func TestReaderBringsAnOldJournalUpToDate(t *testing.T) {
	dir := t.TempDir()
	filled(t, dir)
	s, err := data.LaterReader(dir, addition)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if n := count(t, s); n != len(journal.Kinds()) {
		t.Errorf("%d records", n)
	}
}
