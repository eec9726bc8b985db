package journaltest

import (
	"context"
	"slices"
	"sync"
	"time"

	"skinward/app/journal"
)

// Fake is a journal in memory that behaves as the store does; both pass the
// same suite of tests. It is for tests of what stands above the store.
type Fake struct {
	// Now is the clock that stamps records.
	Now func() time.Time
	// Fail, when set, is returned by every method, as a full disk or a
	// vanished one would be.
	Fail error
	// Full, when set, is returned by every change of records, as by a disk
	// without room that can still be read.
	Full error

	mu       sync.Mutex
	rows     map[journal.Kind]map[journal.ID]journal.Record
	settings *journal.Settings
	revision int64
	files    map[string]photoFiles
}

// NewFake returns a Fake that holds recs. Its clock starts at noon of
// 21 November 2026 and moves a second with each reading.
func NewFake(recs ...journal.Record) *Fake {
	now := At("2026-11-21", "12:00")
	f := &Fake{
		Now: func() time.Time {
			now = now.Add(time.Second)
			return now
		},
		rows:  map[journal.Kind]map[journal.ID]journal.Record{},
		files: map[string]photoFiles{},
	}
	if _, err := f.Save(context.Background(), recs...); err != nil {
		panic(err)
	}
	return f
}

// enter checks what every method checks first and locks f.
func (f *Fake) enter(ctx context.Context) (leave func(), err error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	f.mu.Lock()
	if f.Fail != nil {
		f.mu.Unlock()
		return nil, f.Fail
	}
	return f.mu.Unlock, nil
}

// Save adds or writes over recs, all or none.
func (f *Fake) Save(ctx context.Context, recs ...journal.Record) ([]journal.Change, error) {
	for _, r := range recs {
		if err := r.Validate(); err != nil {
			return nil, err
		}
	}
	leave, err := f.enter(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	var changes []journal.Change
	for _, r := range recs {
		c := journal.Change{After: r.Clone()}
		b := c.After.Base()
		if r.Kind() == journal.KindProfile {
			b.ID = journal.ProfileID
		}
		if id := f.holder(c.After); id != "" {
			b.ID = id
		}
		if b.ID == "" {
			b.ID = journal.NewID()
		}
		b.Deleted = time.Time{}
		changes = append(changes, c)
	}
	return changes, f.commit(changes)
}

// Delete marks records as deleted.
func (f *Fake) Delete(ctx context.Context, recs ...journal.Record) ([]journal.Change, error) {
	leave, err := f.enter(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	var changes []journal.Change
	for _, r := range recs {
		before := f.rows[r.Kind()][r.Base().ID]
		if before == nil {
			return nil, missing(r.Kind(), r.Base().ID)
		}
		c := journal.Change{After: before.Clone()}
		if b := c.After.Base(); b.Deleted.IsZero() {
			b.Deleted = f.Now()
		}
		changes = append(changes, c)
	}
	return changes, f.commit(changes)
}

// Apply writes the After of each change.
func (f *Fake) Apply(ctx context.Context, changes []journal.Change) error {
	leave, err := f.enter(ctx)
	if err != nil {
		return err
	}
	defer leave()
	var own []journal.Change
	for _, c := range changes {
		if err := c.After.Validate(); err != nil {
			return err
		}
		if c.After.Base().ID == "" {
			return missing(c.After.Kind(), "")
		}
		own = append(own, journal.Change{After: c.After.Clone()})
	}
	return f.commit(own)
}

// commit stamps the changes and puts them into place, or leaves everything as
// it was.
func (f *Fake) commit(changes []journal.Change) error {
	if f.Full != nil {
		return f.Full
	}
	if len(changes) == 0 {
		return nil
	}
	saved := map[journal.Kind]map[journal.ID]journal.Record{}
	for k, m := range f.rows {
		saved[k] = map[journal.ID]journal.Record{}
		for id, r := range m {
			saved[k][id] = r
		}
	}
	now, wrote := f.Now(), false
	for i := range changes {
		c := &changes[i]
		b := c.After.Base()
		rows := f.rows[c.After.Kind()]
		if rows == nil {
			rows = map[journal.ID]journal.Record{}
			f.rows[c.After.Kind()] = rows
		}
		b.Changed = now.UTC()
		if before := rows[b.ID]; before != nil {
			c.Before = before.Clone()
			b.Created = before.Base().Created
		} else if b.Created.IsZero() {
			b.Created = now.UTC()
		}
		switch {
		case b.Deleted.IsZero():
		case c.Before != nil && c.Before.Base().IsDeleted():
			b.Deleted = c.Before.Base().Deleted
		default:
			b.Deleted = now
		}
		asStored(b)
		if c.Before != nil && sameButTime(c.Before, c.After) {
			b.Changed = c.Before.Base().Changed
		} else {
			wrote = true
		}
		rows[b.ID] = c.After.Clone()
	}
	for i := range changes {
		after := changes[i].After
		if err := f.settle(after); err != nil {
			f.rows = saved
			return err
		}
		f.rows[after.Kind()][after.Base().ID] = after.Clone()
	}
	if wrote {
		f.revision++
	}
	return nil
}

// live returns the standing records that keep accepts, in order.
func (f *Fake) live(keep func(journal.Record) bool) journal.Log {
	var l journal.Log
	for _, rows := range f.rows {
		for _, r := range rows {
			if !r.Base().IsDeleted() && keep(r) {
				c := r.Clone()
				f.fill(c)
				l = append(l, c)
			}
		}
	}
	l.Sort()
	return l
}

// Get returns one record, also a deleted one.
func (f *Fake) Get(ctx context.Context, kind journal.Kind, id journal.ID) (journal.Record, error) {
	leave, err := f.enter(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	r := f.rows[kind][id]
	if r == nil {
		return nil, missing(kind, id)
	}
	c := r.Clone()
	f.fill(c)
	return c, nil
}

// Day returns the entries of a day, without definitions.
func (f *Fake) Day(ctx context.Context, day journal.Day) (journal.Log, error) {
	leave, err := f.enter(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	return f.live(func(r journal.Record) bool { return r.Base().Day == day && !defines(r.Kind()) }), nil
}

// Range returns the records of some days; zero days are open ends, no kinds
// means all.
func (f *Fake) Range(ctx context.Context, from, to journal.Day, kinds ...journal.Kind) (journal.Log, error) {
	for _, k := range kinds {
		if journal.New(k) == nil {
			return nil, &journal.Error{Code: journal.CodeChoice, Field: "kind", Value: string(k)}
		}
	}
	leave, err := f.enter(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	return f.live(func(r journal.Record) bool {
		return within(r.Base().Day, from, to) && (len(kinds) == 0 || slices.Contains(kinds, r.Kind()))
	}), nil
}

// All returns every record of a kind.
func (f *Fake) All(ctx context.Context, kind journal.Kind) (journal.Log, error) {
	return f.Range(ctx, journal.Day{}, journal.Day{}, kind)
}

func within(d, from, to journal.Day) bool {
	return (from.IsZero() || !d.Before(from)) && (to.IsZero() || !d.After(to))
}

func defines(k journal.Kind) bool {
	switch k {
	case journal.KindTracker, journal.KindProfile, journal.KindFood, journal.KindVerdict:
		return true
	}
	return false
}

func missing(kind journal.Kind, id journal.ID) error {
	return &journal.Error{Code: journal.CodeMissing, Field: string(kind), Value: string(id)}
}
