package series

import (
	"skinward/app/journal"
)

// Names of the context factors, as in the import.
const (
	Stress   = "stress"
	Hours    = "hours"
	Quality  = "quality"
	Glasses  = "glasses"
	Bristol  = "bristol"
	Bloating = "bloating"
	Pain     = "pain"
	CycleDay = "day"
)

// UnitGlasses is the unit of water; a glass holds 250 ml.
const UnitGlasses = "glasses"

// mind builds stress, sleep and the minutes of practices.
func (b *builder) mind() {
	stress, hours, quality := b.daily(), b.daily(), b.daily()
	for _, r := range journal.Select[*journal.Stress](b.log) {
		b.put(stress, r.Level, &r.Meta)
	}
	for _, r := range journal.Select[*journal.Sleep](b.log) {
		b.put(hours, r.Hours, &r.Meta)
		b.put(quality, r.Quality, &r.Meta)
	}
	var practices table[*daily]
	for _, r := range journal.Select[*journal.Practice](b.log) {
		b.put(practices.line(string(r.Type), b.daily), journal.Some(r.Minutes), &r.Meta)
	}
	b.add(Factor{Name: Stress, Label: "Stress", Kind: KindStress, Values: stress.mean()})
	b.add(Factor{Name: Hours, Label: "Hours of sleep", Kind: KindSleep, Unit: "h", Values: hours.mean()})
	b.add(Factor{Name: Quality, Label: "Quality of sleep", Kind: KindSleep, Values: quality.mean()})
	for _, n := range practices.names {
		b.add(Factor{Name: n, Label: "Minutes of " + n, Kind: KindPractice, Unit: "min", Values: practices.get(n).total()})
	}
	if stress.any() {
		b.set.Stress = stress.mean()
	}
	if hours.any() {
		b.set.Sleep = hours.mean()
	}
	if q := quality.mean(); recorded(q) > 0 && 2*recorded(b.set.Sleep) < recorded(q) {
		b.set.Sleep = q // hours are hardly ever written down
	}
}

// body builds water, stool and digestion.
func (b *builder) body() {
	water, form, bloating, pain := b.daily(), b.daily(), b.daily(), b.daily()
	for _, r := range journal.Select[*journal.Water](b.log) {
		b.put(water, journal.Some(r.Millilitres/journal.Glass), &r.Meta)
	}
	for _, r := range journal.Select[*journal.Digestion](b.log) {
		b.put(form, r.Form, &r.Meta)
		b.put(bloating, r.Bloating, &r.Meta)
		b.put(pain, r.Pain, &r.Meta)
	}
	b.add(Factor{Name: Glasses, Label: "Water", Kind: KindWater, Unit: UnitGlasses, Values: water.total()})
	b.add(Factor{Name: Bristol, Label: "Stool form", Kind: KindStool, Values: form.mean()})
	b.add(Factor{Name: Bloating, Label: "Bloating", Kind: KindStool, Values: bloating.mean()})
	b.add(Factor{Name: Pain, Label: "Belly pain", Kind: KindStool, Values: pain.mean()})
}

func (b *builder) put(d *daily, v journal.Maybe[float64], m *journal.Meta) {
	if i, in := b.index(m.Day); in {
		if x, ok := v.Get(); ok {
			d.put(i, x, m)
		}
	}
}

// cycle builds the cycle day and the window around the first day of bleeding.
// Days that a file numbers are taken as they are; after a day of bleeding the
// days are counted on until the next.
func (b *builder) cycle() {
	day := b.missing()
	counted, last, any := 0, -1, false
	bleeding := map[int]bool{}
	for _, r := range journal.Select[*journal.Cycle](b.log) {
		i, in := b.index(r.Day)
		if !in {
			continue
		}
		if v, ok := r.CycleDay.Get(); ok {
			day[i], any = v, true
		}
		if r.Bleeding == journal.Yes {
			bleeding[i], any = true, true
		}
	}
	if !any {
		return
	}
	for i := range day {
		if bleeding[i] {
			if last < 0 || i-last >= cycleApart {
				counted = 1
			}
			last = i
		}
		if day[i] != day[i] && counted > 0 && counted <= longestCycle {
			day[i] = float64(counted)
		}
		if counted > 0 {
			counted++
		}
	}
	b.set.CycleDay, b.set.Cycles = day, CountCycles(day)
	b.add(Factor{Name: CycleDay, Label: "Days around the period", Kind: KindCycle, Binary: true, Values: CycleWindow(day)})
}

// trackers builds the person's own trackers, each as a factor and as an
// outcome that can be asked for.
func (b *builder) trackers() {
	defs := map[journal.ID]*journal.Tracker{}
	for _, t := range journal.Select[*journal.Tracker](b.log) {
		defs[t.ID] = t
	}
	lines := map[*journal.Tracker]*daily{}
	var order []*journal.Tracker
	for _, v := range journal.Select[*journal.TrackerValue](b.log) {
		t := defs[v.Tracker]
		for hop := 0; t != nil && t.MergedInto != "" && defs[t.MergedInto] != nil && hop < len(defs); hop++ {
			t = defs[t.MergedInto]
		}
		if t == nil {
			t = &journal.Tracker{Meta: journal.Meta{ID: v.Tracker}, Name: v.Name, Type: journal.TrackNumber, Unit: v.Unit}
			defs[v.Tracker] = t
		}
		if lines[t] == nil {
			lines[t] = b.daily()
			order = append(order, t)
		}
		b.put(lines[t], journal.Some(v.Value), &v.Meta)
	}
	for _, t := range order {
		b.tracker(t, lines[t])
	}
}

func (b *builder) tracker(t *journal.Tracker, d *daily) {
	if !d.any() || t.Name == "" {
		return
	}
	f := Factor{Name: t.Name, Label: t.Name, Kind: KindTracker, Unit: t.Unit, Values: d.mean()}
	o := Outcome{Name: t.Name, Label: t.Name, Kind: OutcomeNumber, Own: true, Later: d.remembered()}
	switch t.Type {
	case journal.TrackMinutes:
		f.Unit, f.Values = "min", d.total()
	case journal.TrackYesNo:
		f.Binary, o.Kind = true, OutcomeYesNo
		for i, v := range f.Values {
			if v > 0 {
				f.Values[i] = 1
			}
		}
	case journal.TrackScale:
		if lo, hi := t.Bounds(); lo == 0 && hi == 10 {
			o.Kind = OutcomeScale
		}
	}
	o.Values = append([]float64(nil), f.Values...)
	if _, taken := b.set.Outcome(o.Name); !taken {
		b.set.Outcomes = append(b.set.Outcomes, o)
	}
	if g, taken := b.set.Factor(f.Name); taken && g.Kind != KindTracker {
		f.Name += " (tracker)"
	}
	b.add(f)
}
