package data

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"

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
	c, err := p.lend(ctx)
	if err != nil {
		return err
	}
	defer func() { p.idle <- c }()
	// A connection that may only query would not write the copy either.
	lasting := context.WithoutCancel(ctx)
	if _, err := c.ExecContext(lasting, "PRAGMA query_only = 0"); err != nil {
		return fault(file, err)
	}
	_, err = c.ExecContext(ctx, vacuumIntoSQL, file)
	if p.readOnly {
		_, e := c.ExecContext(lasting, "PRAGMA query_only = 1")
		err = errors.Join(err, e)
	}
	if err == nil {
		err = syncFile(file) // VACUUM leaves that to the system
	}
	if err = fault(file, err); err != nil {
		os.Remove(file)
	}
	return err
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

const keptDays = 7

// BackupDaily puts a copy of the database into backups when today has none
// and something changed since the last one, and keeps the last seven. An empty
// journal is not copied. Photos
// are not copied: their originals never change. made tells whether there was
// something to do.
func (s *Store) BackupDaily(ctx context.Context) (made bool, err error) {
	if s.writer == nil {
		return false, &journal.Error{Code: journal.CodeReadOnly, Field: s.dir}
	}
	folder := s.path("backups")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return false, fault(folder, err)
	}
	copies, err := dailyCopies(folder)
	if err != nil {
		return false, err
	}
	today := filepath.Join(folder, s.now().Format("journal-2006-01-02.db"))
	if slices.Contains(copies, today) {
		return false, nil
	}
	if len(copies) == 0 {
		// The copy of the first day would stay empty until the next one.
		if st, err := s.Stats(ctx); err != nil || st.Entries == 0 {
			return false, err
		}
	} else if same, err := s.unchangedSince(ctx, copies[len(copies)-1]); err != nil || same {
		return false, err
	}
	part := filepath.Join(folder, temporaryPrefix+"daily.db")
	if err := os.Remove(part); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return false, fault(part, err)
	}
	if err := copyDatabase(ctx, s.reader, part); err != nil {
		return false, err
	}
	if err := os.Rename(part, today); err != nil {
		return false, fault(today, err)
	}
	if err := syncFolder(folder); err != nil {
		return false, fault(folder, err)
	}
	copies = append(copies, today)
	for _, old := range copies[:max(0, len(copies)-keptDays)] {
		if err := os.Remove(old); err != nil {
			return true, fault(old, err)
		}
	}
	return true, nil
}

var dailyName = regexp.MustCompile(`^journal-\d{4}-\d{2}-\d{2}\.db$`)

// dailyCopies returns the copies of earlier days, the oldest first.
func dailyCopies(folder string) ([]string, error) {
	entries, err := os.ReadDir(folder) // sorted by name
	if err != nil {
		return nil, fault(folder, err)
	}
	var copies []string
	for _, e := range entries {
		if dailyName.MatchString(e.Name()) {
			copies = append(copies, filepath.Join(folder, e.Name()))
		}
	}
	return copies, nil
}

// stateSQL is what tells one state of the journal from another.
const stateSQL = `SELECT revision, coalesce(settings, '') FROM state WHERE id = 1`

func (s *session) state(ctx context.Context) (state string, err error) {
	err = s.each(ctx, stateSQL, func(row []any) error {
		state = fmt.Sprint(row...)
		return nil
	})
	return state, err
}

// unchangedSince compares the state of a copy with the present one. A copy
// that cannot be read counts as changed.
func (s *Store) unchangedSince(ctx context.Context, file string) (bool, error) {
	var now string
	err := s.view(ctx, func(se *session) (err error) {
		now, err = se.state(ctx)
		return err
	})
	if err != nil {
		return false, err
	}
	p, err := connect(ctx, file, forFrozen, 1)
	if err != nil {
		return false, nil
	}
	defer p.close()
	se, err := p.begin(ctx, "BEGIN")
	if err != nil {
		return false, nil
	}
	then, err := se.state(ctx)
	return se.end(ctx, err) == nil && then == now, nil
}

func syncFile(name string) error {
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
