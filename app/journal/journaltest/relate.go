package journaltest

import (
	"encoding/json"
	"strconv"
	"time"

	"skinward/app/journal"
)

// holder returns the ID of the live record in whose place r comes: a day has
// one mark and a name one food.
func (f *Fake) holder(r journal.Record) journal.ID {
	for id, o := range f.rows[r.Kind()] {
		if o.Base().IsDeleted() {
			continue
		}
		switch r := r.(type) {
		case *journal.DayMark:
			if o.Base().Day == r.Day {
				return id
			}
		case *journal.Food:
			if o.(*journal.Food).Name == r.Name {
				return id
			}
		}
	}
	return ""
}

// settle checks r against what it refers to and fills in its names.
func (f *Fake) settle(r journal.Record) error {
	if r.Base().IsDeleted() {
		return nil
	}
	switch r := r.(type) {
	case *journal.Dose:
		if r.Course != "" && f.rows[journal.KindCourse][r.Course] == nil {
			return missing(journal.KindCourse, r.Course)
		}
		if r.Treatment != "" && f.rows[journal.KindTreatment][r.Treatment] == nil {
			return missing(journal.KindTreatment, r.Treatment)
		}
	case *journal.Tracker:
		if r.MergedInto != "" && f.rows[journal.KindTracker][r.MergedInto] == nil {
			return missing(journal.KindTracker, r.MergedInto)
		}
	case *journal.TrackerValue:
		t, _ := f.rows[journal.KindTracker][r.Tracker].(*journal.Tracker)
		if t == nil {
			return missing(journal.KindTracker, r.Tracker)
		}
		if lo, hi := t.Bounds(); r.Value < lo || r.Value > hi {
			return &journal.Error{Code: journal.CodeRange, Field: t.Name, Value: strconv.FormatFloat(r.Value, 'g', -1, 64), Min: lo, Max: hi}
		}
	}
	f.fill(r)
	return nil
}

// fill sets the names that are looked up when a record is read.
func (f *Fake) fill(r journal.Record) {
	switch r := r.(type) {
	case *journal.Dose:
		if c, ok := f.rows[journal.KindCourse][r.Course].(*journal.Course); ok {
			r.Name = c.Product
		}
		if t, ok := f.rows[journal.KindTreatment][r.Treatment].(*journal.Treatment); ok {
			r.Name = t.Name
		}
	case *journal.TrackerValue:
		if t, ok := f.rows[journal.KindTracker][r.Tracker].(*journal.Tracker); ok {
			r.Name, r.Unit = t.Name, t.Unit
		}
	}
}

// asStored rounds times as the store does: records to the second, stamps to
// the millisecond.
func asStored(m *journal.Meta) {
	if m.Source == "" {
		m.Source = journal.Entered
	}
	if !m.At.IsZero() {
		_, off := m.At.Zone()
		loc := time.UTC
		if off != 0 {
			loc = time.FixedZone("", off)
		}
		m.At = time.Unix(m.At.Unix(), 0).In(loc)
	}
	m.Created, m.Changed = m.Created.UTC().Truncate(time.Millisecond), m.Changed.UTC().Truncate(time.Millisecond)
	if m.IsDeleted() {
		m.Deleted = m.Deleted.UTC().Truncate(time.Millisecond)
	}
}

func sameButTime(a, b journal.Record) bool {
	a, b = a.Clone(), b.Clone()
	a.Base().Changed, b.Base().Changed = time.Time{}, time.Time{}
	return Text(a) == Text(b)
}

// Text returns r as JSON, for comparing records.
func Text(r journal.Record) string {
	b, err := json.Marshal(r)
	if err != nil {
		panic(err)
	}
	return string(b)
}
