package series

import (
	"math"
	"slices"
	"strings"

	"skinward/app/journal"
)

// courses builds supplements and probiotics, which are tested, and treatments
// and antibiotics, which are drawn only: people use those because of the skin.
func (b *builder) courses() {
	owners := map[journal.ID]*Factor{}
	var tested, drawn table[*Factor]
	fresh := func(name string, kind FactorKind) func() *Factor {
		return func() *Factor {
			return &Factor{Name: name, Label: name, Kind: kind, Binary: true, Values: b.missing()}
		}
	}
	courses := journal.Select[*journal.Course](b.log)
	spans := map[*Factor][]*journal.Course{}
	for _, c := range courses {
		var f *Factor
		switch c.Class {
		case journal.Antibiotic:
			f = drawn.line(c.Product, fresh(c.Product, KindTreatment))
			b.fill(f, c.Day, c.Stop)
		case journal.Probiotic:
			n := courseName(c, courses)
			f = tested.line(n, fresh(n, KindProbiotic))
		default:
			f = tested.line(c.Product, fresh(c.Product, KindSupplement))
		}
		owners[c.ID] = f
		spans[f] = append(spans[f], c)
	}
	for _, t := range journal.Select[*journal.Treatment](b.log) {
		f := drawn.line(t.Name, fresh(t.Name, KindTreatment))
		owners[t.ID] = f
		if t.Source != journal.Imported || !t.Stop.IsZero() {
			b.fill(f, t.Day, t.Stop)
		}
	}
	for _, d := range journal.Select[*journal.Dose](b.log) {
		f, i := owners[d.Course], 0
		if f == nil {
			f = owners[d.Treatment]
		}
		i, in := b.index(d.Day)
		if f == nil || !in {
			continue
		}
		switch {
		case d.Taken == journal.Yes:
			f.Values[i] = 1
		case d.Taken == journal.No && math.IsNaN(f.Values[i]):
			f.Values[i] = 0
		}
	}
	slices.Sort(tested.names)
	for _, n := range tested.names {
		f := tested.get(n)
		b.outside(f, spans[f])
		b.add(*f)
	}
	for _, n := range drawn.names {
		if f := drawn.get(n); f.Recorded() > 0 {
			b.set.Treatments = append(b.set.Treatments, *f)
		}
	}
}

// courseName returns the product of a probiotic, or its strain when several
// products carry the same one.
func courseName(c *journal.Course, all []*journal.Course) string {
	strain := strings.TrimSpace(c.Species + " " + c.Strain)
	if c.Strain == "" || c.Strain == journal.StrainNotStated {
		return c.Product
	}
	for _, o := range all {
		if o.Class == c.Class && strings.EqualFold(o.Strain, c.Strain) && strings.EqualFold(o.Species, c.Species) &&
			!strings.EqualFold(o.Product, c.Product) {
			return strain
		}
	}
	return c.Product
}

// fill marks the days start … stop as used.
func (b *builder) fill(f *Factor, start, stop journal.Day) {
	lo, hi := max(start.Number()-b.lo, 0), b.set.Days
	if !stop.IsZero() {
		hi = min(stop.Number()-b.lo+1, hi)
	}
	for i := lo; i < hi; i++ {
		f.Values[i] = 1
	}
}

// outside takes the days before, between and after courses as not taken when
// the person wrote down when each began. Within a course a day without an
// entry stays unknown, and a course that came from a file says nothing about
// other days.
func (b *builder) outside(f *Factor, spans []*journal.Course) {
	for _, c := range spans {
		if c.Source == journal.Imported {
			return
		}
	}
	for i := range f.Values {
		d := b.set.Day(i)
		during := slices.ContainsFunc(spans, func(c *journal.Course) bool { return c.ActiveOn(d) })
		if !during && math.IsNaN(f.Values[i]) {
			f.Values[i] = 0
		}
	}
}
