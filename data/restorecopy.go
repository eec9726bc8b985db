package data

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// isDatabase reports whether file begins as a SQLite database does.
func isDatabase(file string) bool {
	f, err := os.Open(file)
	if err != nil {
		return false
	}
	defer f.Close()
	magic := make([]byte, 16)
	_, err = io.ReadFull(f, magic)
	return err == nil && string(magic) == "SQLite format 3\x00"
}

// restoreCopy puts one of the copies in backups in the place of journal.db.
// The photos stay where they are; what was journal.db is kept beside it. The
// caller holds the lock.
func restoreCopy(ctx context.Context, file, dir string) (r Restored, err error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return r, fault(dir, err)
	}
	r.Made = made(file)
	sweep(dir, restorePrefix, time.Now())
	scratch, err := os.MkdirTemp(dir, restorePrefix)
	if err != nil {
		return r, fault(dir, err)
	}
	defer os.RemoveAll(scratch)
	fresh := filepath.Join(scratch, dbName)
	err = writeStream(fresh, func(f *os.File) error {
		return copyFile(ctx, f, file, &meter{})
	})
	if err != nil {
		return r, err
	}
	photos, err := checkDatabase(ctx, fresh, 0, &r)
	if err != nil {
		return Restored{}, about(file, err)
	}
	for _, p := range photos {
		if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(p.name))); err != nil && p.stands {
			r.Missing = append(r.Missing, p.name)
		}
	}
	if r.Kept, err = setDatabaseAside(dir); err != nil {
		return Restored{}, err
	}
	if err := dropLook(dir); err != nil { // it was at another journal
		return Restored{}, err
	}
	if err := os.Rename(fresh, filepath.Join(dir, dbName)); err != nil {
		return Restored{}, fault(dir, err)
	}
	return r, fault(dir, syncFolder(dir))
}

// checkDatabase opens file, called journal.db, and makes sure that it is a
// sound database of our own making, of the given version unless that is 0. It
// counts into r and returns the photos that the database refers to.
func checkDatabase(ctx context.Context, file string, version int, r *Restored) ([]photoFile, error) {
	s, err := openFrozen(ctx, file)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	id, err := identify(ctx, s.reader, file, schemaVersion)
	if err != nil {
		return nil, err
	}
	if version != 0 && id.version != version {
		return nil, hostile("version %d where %d is listed", id.version, version)
	}
	var photos []photoFile
	err = s.view(ctx, func(se *session) error {
		differences, err := schemaDifferences(ctx, se)
		if err != nil {
			return err
		}
		database, references, err := soundness(ctx, se)
		if err != nil {
			return err
		}
		if found := append(append(differences, database...), references...); len(found) > 0 {
			return hostile("%s", found[0])
		}
		photos, err = photoFileList(ctx, se)
		return err
	})
	if err != nil || id.version < schemaVersion {
		return photos, err // an older one is counted once it was brought up to date
	}
	st, err := s.Stats(ctx)
	r.Entries, r.Photos = st.Entries, st.Photos
	return photos, err
}

// setDatabaseAside renames journal.db, with the log that may hold its last
// changes, to a name that is free. kept is "" when there was none.
func setDatabaseAside(dir string) (kept string, err error) {
	name := filepath.Join(dir, dbName)
	if _, err := os.Stat(name); errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	kept, err = freeName(filepath.Join(dir, "journal before restore"), ".db")
	if err != nil {
		return "", fault(dir, err)
	}
	for _, tail := range []string{"", "-wal", "-shm"} {
		err := os.Rename(name+tail, kept+tail)
		if err != nil && (tail == "" || !errors.Is(err, fs.ErrNotExist)) {
			return "", fault(name+tail, err)
		}
	}
	return kept, nil
}

// made returns when a copy was written, by its file.
func made(file string) time.Time {
	info, err := os.Stat(file)
	if err != nil {
		return time.Time{}
	}
	return info.ModTime()
}
