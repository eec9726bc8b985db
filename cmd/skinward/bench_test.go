package main

import (
	"bytes"
	"database/sql"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	_ "modernc.org/sqlite"

	"skinward/app/exchange"
	"skinward/app/journal/journaltest"
)

// atHome is an environment whose data folder is a temporary one.
func atHome(b testing.TB, out io.Writer) Env {
	home := b.TempDir()
	return Env{
		In: strings.NewReader(""), Out: out, Err: os.Stderr, Now: time.Now, OS: "linux",
		Getenv: func(string) string { return "" }, Home: func() (string, error) { return home, nil },
	}
}

// BenchmarkImport is the whole command on 100,000 rows. Its bound is three
// times BenchmarkBareInserts.
func BenchmarkImport(b *testing.B) {
	file := filepath.Join(b.TempDir(), "diary.csv")
	if err := os.WriteFile(file, []byte(journaltest.CSV(100_000)), 0o600); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		var out bytes.Buffer
		if code := run(b.Context(), []string{"import", file}, atHome(b, &out)); code != exitOK || !strings.Contains(out.String(), "100000 rows added") {
			b.Fatal(code, out.String())
		}
	}
}

// BenchmarkBareInserts puts the same rows into one table through the same
// driver, prepared and in one transaction: what no import can do without.
func BenchmarkBareInserts(b *testing.B) {
	f, err := exchange.Parse(strings.NewReader(journaltest.CSV(100_000)), exchange.ParseOptions{})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		db, err := sql.Open("sqlite", "file:"+filepath.ToSlash(filepath.Join(b.TempDir(), "bare.db"))+"?_journal_mode=WAL&_synchronous=FULL")
		if err != nil {
			b.Fatal(err)
		}
		if err := insertAll(db, f.Rows); err != nil {
			b.Fatal(err)
		}
		if err := db.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func insertAll(db *sql.DB, rows []exchange.Row) error {
	if _, err := db.Exec(`CREATE TABLE entry (id INTEGER PRIMARY KEY, day TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, value REAL NOT NULL) STRICT;
		CREATE INDEX entry_day ON entry (day)`); err != nil {
		return err
	}
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	add, err := tx.Prepare(`INSERT INTO entry (day, kind, name, value) VALUES (?, ?, ?, ?)`)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if _, err := add.Exec(r.Day.String(), r.Kind, r.Name, r.Value.Or(0)); err != nil {
			return err
		}
	}
	return tx.Commit()
}
