package data

import (
	"context"
	"math"
	"slices"

	"skinward/app/journal"
)

// view runs do on one state of the journal.
func (s *Store) view(ctx context.Context, do func(*session) error) error {
	se, err := s.reader.begin(ctx, "BEGIN")
	if err == nil {
		err = se.end(ctx, do(se))
	}
	return fault(s.path(dbName), err)
}

// Day returns the entries of a day: what was recorded for it and the courses,
// treatments and avoidances that begin on it, without definitions (trackers,
// profile, foods, verdicts).
func (s *Store) Day(ctx context.Context, day journal.Day) (journal.Log, error) {
	var kinds []*table
	for _, t := range tables {
		if !t.defines {
			kinds = append(kinds, t)
		}
	}
	n := day.Number()
	return s.load(ctx, kinds, func(se *session, ctx context.Context, t *table) (journal.Log, error) {
		return se.days(ctx, t, n, n)
	})
}

// Range returns the records of the days from … to, both included. A zero day
// leaves that end open; no kinds means all kinds.
func (s *Store) Range(ctx context.Context, from, to journal.Day, kinds ...journal.Kind) (journal.Log, error) {
	wanted := tables
	if len(kinds) > 0 {
		wanted = nil
		for _, k := range kinds {
			t := tableOf[k]
			if t == nil {
				return nil, &journal.Error{Code: journal.CodeChoice, Field: "kind", Value: string(k)}
			}
			wanted = append(wanted, t)
		}
	}
	first, last := bounds(from, to)
	if from.IsZero() {
		// Nearly everything is wanted: in the order of the ids it is read
		// quicker than by the days.
		return s.loadBeside(ctx, wanted, func(se *session, ctx context.Context, t *table) (journal.Log, error) {
			l, err := se.all(ctx, t)
			return slices.DeleteFunc(l, func(r journal.Record) bool { return r.Base().Day.Number() > last }), err
		})
	}
	return s.load(ctx, wanted, func(se *session, ctx context.Context, t *table) (journal.Log, error) {
		return se.days(ctx, t, first, last)
	})
}

// All returns every record of a kind.
func (s *Store) All(ctx context.Context, kind journal.Kind) (journal.Log, error) {
	return s.Range(ctx, journal.Day{}, journal.Day{}, kind)
}

// load reads some kinds from one state of the journal.
func (s *Store) load(ctx context.Context, kinds []*table, read reading) (journal.Log, error) {
	logs := make([]journal.Log, len(kinds))
	err := s.view(ctx, func(se *session) error {
		for i, t := range kinds {
			var err error
			if logs[i], err = read(se, ctx, t); err != nil {
				return err
			}
		}
		return nil
	})
	return sorted(logs, err)
}

// reading reads what is wanted of one kind.
type reading func(*session, context.Context, *table) (journal.Log, error)

// sorted makes one log of those of several kinds.
func sorted(logs []journal.Log, err error) (journal.Log, error) {
	if err != nil {
		return nil, err
	}
	out := slices.Concat(logs...)
	out.Sort()
	return out, nil
}

// bounds returns the numbers of two days, with zero days as open ends.
func bounds(from, to journal.Day) (first, last int) {
	first, last = math.MinInt32, math.MaxInt32
	if !from.IsZero() {
		first = from.Number()
	}
	if !to.IsZero() {
		last = to.Number()
	}
	return first, last
}

// Get returns one record, also a deleted one; CodeMissing when there is none.
func (s *Store) Get(ctx context.Context, kind journal.Kind, id journal.ID) (journal.Record, error) {
	t := tableOf[kind]
	if t == nil {
		return nil, missing(kind, id)
	}
	var r journal.Record
	err := s.view(ctx, func(se *session) (err error) {
		if r, err = se.get(ctx, t, id); err == nil && r == nil {
			err = missing(kind, id)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return r, nil
}
