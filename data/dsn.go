package data

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	"skinward/app/journal"

	_ "modernc.org/sqlite" // the driver, registered as "sqlite"
)

// access is how a database file is opened.
type access int

const (
	forWriting access = iota // the one writer: WAL, every commit synchronised
	forMaking                // a new file that nobody sees yet, without WAL
	forReading               // beside a writer
	forFrozen                // a file that nobody writes, in a folder that cannot be written
)

// dsn is built as a URL: in a plain path the driver would drop the query, and
// a name may hold blanks, # or %.
func dsn(path string, a access) string {
	q := url.Values{
		"_busy_timeout": {"5000"},
		"_foreign_keys": {"on"},
		"_dqs":          {"0"},
		"_defensive":    {"1"},
		// What a statement may have to take back, and what is sorted, stays in
		// memory: no copy of an entry lands in a temporary file.
		"_pragma": {"trusted_schema(0)", "secure_delete(1)", "temp_store(2)"},
	}
	if a == forWriting || a == forMaking {
		q.Add("_pragma", "cache_size(-16000)") // 16 MB hold what a large import changes
	}
	switch a {
	case forWriting:
		q.Set("_journal_mode", "WAL")
		q.Set("_synchronous", "FULL")
	case forMaking:
		q.Set("_journal_mode", "DELETE")
		q.Set("_synchronous", "FULL")
	case forReading:
		q.Set("mode", "ro")
		q.Set("_query_only", "1")
	case forFrozen:
		q.Set("mode", "ro")
		q.Set("immutable", "1")
		q.Set("_query_only", "1")
	}
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // C:/… on Windows
	}
	return (&url.URL{Scheme: "file", Path: slashed, RawQuery: q.Encode()}).String()
}

// connect opens path with at most limit connections. The settings that keep
// entries safe are read back, because a misspelt one would be ignored.
func connect(ctx context.Context, path string, a access, limit int) (*pool, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fault(path, err)
	}
	db, err := sql.Open("sqlite", dsn(path, a))
	if err != nil {
		return nil, fault(path, err)
	}
	db.SetMaxOpenConns(limit)
	db.SetMaxIdleConns(limit)
	want := map[string]string{"foreign_keys": "1", "trusted_schema": "0"}
	switch a {
	case forWriting:
		want["journal_mode"], want["synchronous"] = "wal", "2"
	case forMaking:
		want["journal_mode"], want["synchronous"] = "delete", "2"
	case forReading, forFrozen:
		want["query_only"] = "1"
	}
	for pragma, value := range want {
		var got string
		if err := db.QueryRowContext(ctx, "PRAGMA "+pragma).Scan(&got); err != nil {
			db.Close()
			return nil, fault(path, err)
		}
		if got != value {
			db.Close()
			return nil, &journal.Error{Code: journal.CodeReadOnly, Field: path, Err: fmt.Errorf("%s is %s, not %s", pragma, got, value)}
		}
	}
	p, err := newPool(ctx, db, limit)
	if err != nil {
		db.Close()
		return nil, fault(path, err)
	}
	p.readOnly = a == forReading || a == forFrozen
	return p, nil
}
