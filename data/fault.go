package data

import (
	"context"
	"errors"
	"io/fs"
	"os"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"skinward/app/journal"
)

// fault turns an error of SQLite or of the file system about file into a
// coded one. A cancelled context and what already has a code pass unchanged.
func fault(file string, err error) error {
	var coded *journal.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &coded), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	}
	code := fileCode(err)
	var lite *sqlite.Error
	if errors.As(err, &lite) {
		code = sqliteCode(file, lite.Code())
	}
	if code == "" {
		return err
	}
	return &journal.Error{Code: code, Field: file, Err: err}
}

func sqliteCode(file string, code int) journal.Code {
	switch code {
	case sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY:
		return journal.CodeExists
	case sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
		return journal.CodeMissing
	}
	switch code & 0xff {
	case sqlite3.SQLITE_FULL:
		return journal.CodeDiskFull
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return journal.CodeDamaged
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return journal.CodeLocked
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH:
		return goneOr(file, journal.CodeReadOnly)
	case sqlite3.SQLITE_CANTOPEN:
		return goneOr(file, journal.CodeReadOnly)
	case sqlite3.SQLITE_IOERR:
		switch code {
		case sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ, sqlite3.SQLITE_IOERR_CORRUPTFS, sqlite3.SQLITE_IOERR_DATA:
			return goneOr(file, journal.CodeDamaged)
		}
		return goneOr(file, journal.CodeReadOnly)
	}
	return ""
}

// goneOr tells a file that has disappeared from one that resists: SQLite
// reports a pulled-out disk as an input or output error.
func goneOr(file string, code journal.Code) journal.Code {
	if _, err := os.Stat(file); err != nil && !errors.Is(err, fs.ErrPermission) {
		return journal.CodeGone
	}
	return code
}

// DiskFull reports whether err says that there is no room left on a disk.
func DiskFull(err error) bool { return isDiskFull(err) }

func fileCode(err error) journal.Code {
	switch {
	case isDiskFull(err):
		return journal.CodeDiskFull
	case errors.Is(err, fs.ErrNotExist):
		return journal.CodeGone
	case errors.Is(err, fs.ErrExist):
		return journal.CodeExists
	case errors.Is(err, fs.ErrPermission), isReadOnly(err):
		return journal.CodeReadOnly
	}
	return ""
}
