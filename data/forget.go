package data

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"time"

	"skinward/app/journal"
)

// Forget removes for good what was deleted before the given time, together
// with the files of its photos, and returns how many records that were. What
// a standing record refers to is kept. Copies in backups are not touched.
func (s *Store) Forget(ctx context.Context, before time.Time) (int, error) {
	if s.writer == nil {
		return 0, &journal.Error{Code: journal.CodeReadOnly, Field: s.dir}
	}
	s.photos.Lock()
	defer s.photos.Unlock()
	var was, is []photoFile
	forgotten := 0
	err := s.write(ctx, func(w *writing) (err error) {
		if was, err = photoFileList(ctx, w.session); err != nil {
			return err
		}
		// What refers to something comes after it in tables, so it goes first.
		for i := len(tables) - 1; i >= 0; i-- {
			result, err := w.exec(ctx, tables[i].sql.forget, before.UnixMilli())
			if err != nil {
				return err
			}
			n, err := result.RowsAffected()
			if err != nil {
				return err
			}
			forgotten += int(n)
		}
		w.wrote = forgotten > 0
		is, err = photoFileList(ctx, w.session)
		return err
	})
	if err != nil || forgotten == 0 {
		return 0, err
	}
	return forgotten, errors.Join(s.removePhotos(was, is), dropLook(s.dir), s.emptyLog(ctx))
}

// removePhotos removes the files that were known and no longer are.
func (s *Store) removePhotos(was, is []photoFile) error {
	kept := map[string]bool{}
	for _, p := range is {
		kept[p.hash] = true
	}
	for _, p := range was {
		if kept[p.hash] {
			continue
		}
		for _, name := range []string{p.name, smallName("views", p.hash), smallName("thumbs", p.hash)} {
			if err := os.Remove(s.path(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return fault(s.path(name), err)
			}
		}
	}
	return nil
}

// emptyLog writes the log back into the database, so that it no longer holds
// what was removed. A reader may keep it from being emptied; it then goes when
// the journal is closed.
func (s *Store) emptyLog(ctx context.Context) error {
	c, err := s.writer.lend(ctx)
	if err != nil {
		return err
	}
	defer func() { s.writer.idle <- c }()
	_, err = c.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)")
	return fault(s.path(dbName), err)
}
