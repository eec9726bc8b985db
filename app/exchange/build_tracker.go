package exchange

import (
	"slices"

	"skinward/app/journal"
)

// typeTrackers makes the trackers that rows need. A tracker whose values are
// all 0 or 1 asks yes or no; one that turns out to take more becomes a number.
func (b *builder) typeTrackers(rows []Row) {
	type seen struct {
		row    Row
		lo, hi float64
		yesNo  bool
	}
	values := map[[2]string]*seen{}
	var order [][2]string
	for _, r := range rows {
		if !r.own {
			continue
		}
		k, v := trackerKey(r.Kind, r.Name), r.Value.Or(0)
		s := values[k]
		if s == nil {
			s = &seen{r, v, v, true}
			values[k] = s
			order = append(order, k)
		}
		s.lo, s.hi = min(s.lo, v), max(s.hi, v)
		s.yesNo = s.yesNo && (v == 0 || v == 1)
		if r.Day.Before(s.row.Day) {
			s.row.Day = r.Day
		}
	}
	for _, k := range order {
		s := values[k]
		t := b.trackerOf[k]
		if t == nil {
			t = &journal.Tracker{Meta: journal.Meta{ID: b.o.NewID(), Day: s.row.Day, Source: source(s.row)}, Name: s.row.Name, Type: journal.TrackNumber, Unit: s.row.Unit}
			if s.row.Kind != KindTracker {
				t.Group = s.row.Kind
			}
			if s.yesNo {
				t.Type = journal.TrackYesNo
			}
			b.trackerOf[k] = t
			b.newTrackers = append(b.newTrackers, t.Name)
			b.define(t)
			continue
		}
		lo, hi := t.Bounds()
		if s.lo >= lo && s.hi <= hi && (t.Type != journal.TrackYesNo || s.yesNo) {
			continue
		}
		i := slices.Index(b.trackers, t)
		t = changeIn(b, b.trackers, i)
		t.Type, t.Min, t.Max = journal.TrackNumber, journal.Maybe[float64]{}, journal.Maybe[float64]{}
		b.trackerOf[k] = t
	}
}

func (b *builder) value(r Row) {
	t := b.trackerOf[trackerKey(r.Kind, r.Name)]
	b.add(&journal.TrackerValue{Meta: b.meta(r), Tracker: t.ID, Value: r.Value.Or(0), Name: t.Name, Unit: t.Unit})
}
