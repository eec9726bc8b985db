package data

import (
	"context"

	"skinward/app/journal"
)

const skinDaysSQL = `SELECT COUNT(DISTINCT r.day) FROM skin_check AS r WHERE r.deleted IS NULL AND r.day BETWEEN ?1 AND ?2`

// Stats counts what the journal holds. Its first and last day are those of
// what was observed: courses, treatments, avoidances and appointments may
// begin long before or lie ahead.
func (s *Store) Stats(ctx context.Context) (journal.Stats, error) {
	var st journal.Stats
	first, last := bounds(journal.Day{}, journal.Day{})
	err := s.view(ctx, func(se *session) error {
		for _, t := range tables {
			if t.defines {
				continue
			}
			n, err := se.count(ctx, t.sql.total, first, last)
			if err != nil {
				return err
			}
			st.Entries += n
			if t.kind == journal.KindPhoto {
				st.Photos = n
			}
			if t.plan || n == 0 {
				continue
			}
			err = se.each(ctx, t.sql.span, func(row []any) error {
				lo, _ := row[0].(int64)
				hi, _ := row[1].(int64)
				widen(&st, journal.DayNumbered(int(lo)), journal.DayNumbered(int(hi)))
				return nil
			})
			if err != nil {
				return err
			}
		}
		var err error
		st.SkinDays, err = se.count(ctx, skinDaysSQL, first, last)
		return err
	})
	return st, err
}

// SkinDays counts the days with a skin check, as Stats does, without counting
// the rest of the journal.
func (s *Store) SkinDays(ctx context.Context) (n int, err error) {
	first, last := bounds(journal.Day{}, journal.Day{})
	err = s.view(ctx, func(se *session) (err error) {
		n, err = se.count(ctx, skinDaysSQL, first, last)
		return err
	})
	return n, err
}

func widen(st *journal.Stats, first, last journal.Day) {
	if st.First.IsZero() || first.Before(st.First) {
		st.First = first
	}
	if last.After(st.Last) {
		st.Last = last
	}
}

func (s *session) count(ctx context.Context, query string, args ...any) (int, error) {
	var n int64
	err := s.each(ctx, query, func(row []any) error {
		n, _ = row[0].(int64)
		return nil
	}, args...)
	return int(n), err
}

const revisionSQL = `SELECT revision FROM state WHERE id = 1`

// Revision grows with every write that changes a record, so that a caller can tell whether what it
// read earlier still holds.
func (s *Store) Revision(ctx context.Context) (int64, error) {
	var n int
	err := s.view(ctx, func(se *session) (err error) {
		n, err = se.count(ctx, revisionSQL)
		return err
	})
	return int64(n), err
}

// Newest returns the id of the record that was made last, "" in an empty
// journal. Ids follow time and chance: together with Revision it tells two
// journals apart that have seen as many writes.
func (s *Store) Newest(ctx context.Context) (newest journal.ID, err error) {
	err = s.view(ctx, func(se *session) error {
		for _, t := range tables {
			err := se.each(ctx, t.sql.newest, func(row []any) error {
				id, _ := row[0].(string)
				newest = max(newest, journal.ID(id))
				return nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	return newest, err
}
