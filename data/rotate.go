package data

import (
	"context"
	"fmt"
	"os"

	"skinward/app/journal"
)

const vacuumIntoSQL = `VACUUM INTO ?1`

// copyDatabase writes a whole and compact copy of the database to file, which
// must not exist.
func copyDatabase(ctx context.Context, p *pool, file string) error {
	// VACUUM INTO accepts an empty file, and this one has the right mode.
	f, err := os.OpenFile(file, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return fault(file, err)
	}
	if err := f.Close(); err != nil {
		return fault(file, err)
	}
	var c *connection
	select {
	case c = <-p.idle:
		defer func() { p.idle <- c }()
	case <-ctx.Done():
		return ctx.Err()
	}
	if _, err := c.ExecContext(ctx, vacuumIntoSQL, file); err != nil {
		os.Remove(file)
		return fault(file, err)
	}
	return nil
}

// keepBeforeMigration puts a copy of the database as it is into backups.
func (s *Store) keepBeforeMigration(ctx context.Context, version int) error {
	if err := os.MkdirAll(s.path("backups"), 0o700); err != nil {
		return fault(s.path("backups"), err)
	}
	name := s.path("backups", fmt.Sprintf("before-version-%d-%s.db", version+1, s.now().Format("2006-01-02-150405")))
	if _, err := os.Stat(name); err == nil {
		return &journal.Error{Code: journal.CodeExists, Field: name}
	}
	return copyDatabase(ctx, s.writer, name)
}
