package data

import (
	"context"
	"errors"
	"io/fs"
	"os"

	"skinward/app/journal"
)

// make builds a new journal under another name and renames it once it is
// complete, so that a file of the right name is always a whole one.
func (s *Store) make(ctx context.Context) error {
	path := s.path(dbName)
	_, err := os.Stat(path)
	if err == nil || !errors.Is(err, fs.ErrNotExist) {
		return fault(path, err)
	}
	// What a journal leaves behind tells that there was one: losing its
	// database is damage, not a fresh start.
	for _, trace := range []string{dbName + "-wal", "photos", "backups"} {
		if _, err := os.Stat(s.path(trace)); err == nil {
			return &journal.Error{Code: journal.CodeDamaged, Field: path, Err: errors.New("the file is missing, but " + trace + " is there")}
		}
	}
	fresh := path + ".new"
	for _, name := range []string{fresh, fresh + "-journal"} {
		if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fault(name, err)
		}
	}
	if err := buildDatabase(ctx, fresh, s.edition.steps); err != nil {
		return err
	}
	if err := os.Rename(fresh, path); err != nil {
		return fault(path, err)
	}
	return fault(s.dir, syncFolder(s.dir))
}

// buildDatabase makes an empty journal at path by the steps of way.
func buildDatabase(ctx context.Context, path string, way []step) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return fault(path, err)
	}
	if err := f.Close(); err != nil {
		return fault(path, err)
	}
	p, err := connect(ctx, path, forMaking, 1)
	if err != nil {
		return err
	}
	if err := migrate(ctx, p, 0, way); err != nil {
		p.close()
		return fault(path, err)
	}
	return fault(path, p.close())
}
