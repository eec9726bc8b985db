package data

import (
	"context"
	"time"

	"skinward/app/journal"
)

// Save adds records without an ID or with an unknown one, and writes over the
// others. All are written in one transaction or none is. It returns a Change
// for each, in order, with copies of what now stands; recs are not touched. A
// record that changes nothing is not written; its Before equals its After.
//
// Errors: what Validate refuses, CodeMissing when a dose or value refers to
// nothing, CodeRange for a value outside its tracker's bounds, and the codes
// of a folder that cannot be written.
func (s *Store) Save(ctx context.Context, recs ...journal.Record) ([]journal.Change, error) {
	if len(recs) == 0 {
		return nil, nil
	}
	changes := make([]journal.Change, len(recs))
	for i, r := range recs {
		if err := acceptable(r); err != nil {
			return nil, err
		}
		changes[i].After = r.Clone()
	}
	err := s.write(ctx, func(w *writing) error {
		for i := range changes {
			if err := w.save(ctx, &changes[i]); err != nil {
				return err
			}
		}
		return w.settle(ctx, changes)
	})
	if err != nil {
		return nil, err
	}
	return changes, nil
}

// save finds what c.After takes the place of, stamps and writes it.
func (w *writing) save(ctx context.Context, c *journal.Change) error {
	t := tableOf[c.After.Kind()]
	b := c.After.Base()
	if t.fixedID != "" {
		b.ID = t.fixedID
	}
	if t.single != nil {
		id, err := w.holder(ctx, t, c.After)
		if err != nil {
			return err
		}
		if id != "" {
			b.ID = id
		}
	}
	if b.ID == "" {
		b.ID = journal.NewID()
	} else {
		before, err := w.get(ctx, t, b.ID)
		if err != nil {
			return err
		}
		c.Before = before
	}
	return w.stamp(ctx, t, c, false)
}

// stamp sets the times of c.After and writes it unless it changes nothing.
func (w *writing) stamp(ctx context.Context, t *table, c *journal.Change, deleted bool) error {
	b := c.After.Base()
	b.Changed = w.now
	switch {
	case c.Before != nil:
		b.Created = c.Before.Base().Created
	case b.Created.IsZero():
		b.Created = w.now
	}
	switch {
	case !deleted:
		b.Deleted = time.Time{}
	case c.Before != nil && c.Before.Base().IsDeleted():
		b.Deleted = c.Before.Base().Deleted
	default:
		b.Deleted = w.now
	}
	asStored(b)
	if c.Before != nil && t.same(c.Before, c.After) {
		b.Changed = c.Before.Base().Changed
		return nil
	}
	return w.put(ctx, t, c.Before, c.After)
}

// holder returns the ID of the live record that has r's place, "" when it is
// free.
func (w *writing) holder(ctx context.Context, t *table, r journal.Record) (journal.ID, error) {
	var id journal.ID
	err := w.each(ctx, t.sql.holder, func(row []any) error { return text(&id).scan(row[0]) }, t.single.value(r))
	return id, err
}

// settle checks every record against those it refers to, once all are
// written, so that their order does not matter.
func (w *writing) settle(ctx context.Context, changes []journal.Change) error {
	for _, c := range changes {
		if t := tableOf[c.After.Kind()]; t.settle != nil && !c.After.Base().IsDeleted() {
			if err := t.settle(ctx, w, c.After); err != nil {
				return err
			}
		}
	}
	return nil
}

// Delete marks records as deleted, found by their ID; the rows stay for Apply
// and for merging copies. CodeMissing when one is not in the journal.
func (s *Store) Delete(ctx context.Context, recs ...journal.Record) ([]journal.Change, error) {
	if len(recs) == 0 {
		return nil, nil
	}
	changes := make([]journal.Change, len(recs))
	err := s.write(ctx, func(w *writing) error {
		for i, r := range recs {
			t := tableOf[r.Kind()]
			if t == nil {
				return missing(r.Kind(), r.Base().ID)
			}
			before, err := w.get(ctx, t, r.Base().ID)
			if err != nil {
				return err
			}
			if before == nil {
				return missing(r.Kind(), r.Base().ID)
			}
			changes[i] = journal.Change{Before: before, After: before.Clone()}
			if err := w.stamp(ctx, t, &changes[i], true); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return changes, nil
}

// Apply writes the After of each change as it is, deletions included, with a
// fresh Changed. Undo is Apply of the inverses in reverse order, redo Apply of
// the changes.
func (s *Store) Apply(ctx context.Context, changes []journal.Change) error {
	if len(changes) == 0 {
		return nil
	}
	applied := make([]journal.Change, len(changes))
	for i, c := range changes {
		if err := acceptable(c.After); err != nil {
			return err
		}
		if c.After.Base().ID == "" {
			return missing(c.After.Kind(), "")
		}
		applied[i].After = c.After.Clone()
	}
	return s.write(ctx, func(w *writing) error {
		for i := range applied {
			c := &applied[i]
			t := tableOf[c.After.Kind()]
			before, err := w.get(ctx, t, c.After.Base().ID)
			if err != nil {
				return err
			}
			c.Before = before
			if err := w.stamp(ctx, t, c, c.After.Base().IsDeleted()); err != nil {
				return err
			}
		}
		return w.settle(ctx, applied)
	})
}

// acceptable refuses what is not valid or of no kind that is kept.
func acceptable(r journal.Record) error {
	if tableOf[r.Kind()] == nil {
		return &journal.Error{Code: journal.CodeChoice, Field: "kind", Value: string(r.Kind())}
	}
	return r.Validate()
}

func missing(kind journal.Kind, id journal.ID) error {
	return &journal.Error{Code: journal.CodeMissing, Field: string(kind), Value: string(id)}
}
