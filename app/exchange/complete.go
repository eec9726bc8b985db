package exchange

import (
	"encoding/json"
	"time"

	"skinward/app/journal"
)

// NewCompletePlan compares a JSON file with what the journal holds. A record
// that is there already with the same content is left alone; of two versions
// the one changed last stays.
func NewCompletePlan(c Complete, existing journal.Log) Plan {
	had := make(map[journal.ID]journal.Record, len(existing))
	holder := map[place]journal.Record{}
	for _, r := range existing {
		had[r.Base().ID] = r
		if p, ok := placeOf(r); ok {
			holder[p] = r
		}
	}
	var p Plan
	older, pictures := 0, 0
	byKind := map[journal.Kind][]journal.Record{}
	for _, r := range c.Records {
		p.Report.Rows++
		p.Report.span(r.Base().Day)
		old, ok := had[r.Base().ID]
		if at, single := placeOf(r); single && !ok {
			old, ok = holder[at]
		}
		switch {
		case ok && sameContent(old, r):
			p.Report.There++
		case ok && old.Kind() != r.Kind(), ok && !r.Base().Changed.After(old.Base().Changed):
			older++
			p.Report.There++
		case !ok && r.Kind() == journal.KindPhoto:
			pictures++
			p.Report.Empty++
		case !ok && r.Base().IsDeleted():
			p.Report.There++
		default:
			p.Report.Added++
			byKind[r.Kind()] = append(byKind[r.Kind()], r)
		}
	}
	for _, k := range journal.Kinds() {
		p.Records = append(p.Records, byKind[k]...)
	}
	if older > 0 {
		p.Report.notice("%s changed in this journal after the file was written; the journal's version was kept", count(older, "record was", "records were"))
	}
	if pictures > 0 {
		p.Report.notice("%s not added: a JSON file holds no pictures, a backup does", count(pictures, "photo was", "photos were"))
	}
	return p
}

// place is what only one record of a journal may fill: a day has one mark, a
// food one entry of its own.
type place struct {
	day  journal.Day
	food string
}

func placeOf(r journal.Record) (place, bool) {
	switch r := r.(type) {
	case *journal.DayMark:
		return place{day: r.Day}, true
	case *journal.Food:
		return place{food: r.Name}, true
	}
	return place{}, false
}

// sameContent compares two records without their ids and the store's stamps.
func sameContent(a, b journal.Record) bool {
	if a.Kind() != b.Kind() {
		return false
	}
	x, y := a.Clone(), b.Clone()
	for _, r := range []journal.Record{x, y} {
		m := r.Base()
		m.ID, m.Created, m.Changed = "", time.Time{}, time.Time{}
	}
	p, err1 := json.Marshal(x)
	q, err2 := json.Marshal(y)
	return err1 == nil && err2 == nil && string(p) == string(q)
}
