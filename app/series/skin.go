package series

import (
	"math"
	"slices"

	"skinward/app/journal"
)

// Outcome names beyond the three that are scanned together.
const (
	Impact        = "impact"
	SitePrefix    = "site, "    // followed by the site: its rating, 0 … 10
	RednessPrefix = "redness, " // followed by the site: measured in photos
)

// skin builds the outcomes: means of the day's ratings, sums of counts.
func (b *builder) skin() {
	severity, itch, spots, impact := b.daily(), b.daily(), b.daily(), b.daily()
	entries := b.daily()
	var sites table[*daily]
	b.set.SkinDays = make([]bool, b.set.Days)
	put := func(d *daily, i int, v journal.Maybe[float64], m *journal.Meta) {
		if x, ok := v.Get(); ok {
			d.put(i, x, m)
		}
	}
	for _, c := range journal.Select[*journal.SkinCheck](b.log) {
		i, _ := b.index(c.Day)
		b.set.SkinDays[i] = true
		entries.put(i, 0, &c.Meta)
		put(severity, i, c.Severity, &c.Meta)
		put(itch, i, c.Itch, &c.Meta)
		put(spots, i, c.Spots, &c.Meta)
		put(impact, i, c.Impact, &c.Meta)
		for _, s := range c.Sites {
			if s.Rating.IsSet() {
				put(sites.line(s.Site, b.daily), i, s.Rating, &c.Meta)
			}
		}
	}
	b.severalSkin = max(severity.several(), itch.several(), spots.several())
	outcome := func(name, label string, kind OutcomeKind, d *daily) {
		if !d.any() {
			return
		}
		o := Outcome{Name: name, Label: label, Kind: kind, Values: d.mean(), Later: d.remembered()}
		if kind == OutcomeCount {
			o.Values = d.total()
		}
		b.set.Outcomes = append(b.set.Outcomes, o)
	}
	outcome(Severity, "Severity", OutcomeScale, severity)
	outcome(Itch, "Itch", OutcomeScale, itch)
	outcome(Lesions, "Inflamed spots", OutcomeCount, spots)
	if severity.any() {
		o := Outcome{Name: FlareDays, Label: "Flare days", Kind: OutcomeYesNo, Values: Flares(severity.mean()), Later: severity.remembered()}
		if o.Recorded() > 0 {
			b.set.Outcomes = append(b.set.Outcomes, o)
		}
	}
	outcome(Impact, "Got in the way", OutcomeScale, impact)
	slices.Sort(sites.names)
	for _, n := range sites.names {
		outcome(SitePrefix+n, "Rating of the "+n, OutcomeScale, sites.get(n))
	}
	b.redness()
}

// redness builds one outcome per site from the photos measured there: against
// the control skin when every one has it, else as measured.
func (b *builder) redness() {
	type site struct {
		over, plain *daily
		all         bool
	}
	var sites table[*site]
	for _, p := range journal.Select[*journal.Photo](b.log) {
		r, ok := p.Redness.Get()
		i, in := b.index(p.Day)
		if !ok || !in || p.Site == "" {
			continue
		}
		s := sites.line(p.Site, func() *site { return &site{b.daily(), b.daily(), true} })
		s.plain.put(i, r.A, &p.Meta)
		if over, ok := r.Over.Get(); ok {
			s.over.put(i, over, &p.Meta)
		} else {
			s.all = false
		}
	}
	slices.Sort(sites.names)
	for _, n := range sites.names {
		s := sites.get(n)
		d := s.plain
		if s.all {
			d = s.over
		}
		b.set.Outcomes = append(b.set.Outcomes, Outcome{
			Name: RednessPrefix + n, Label: "Redness of the " + n, Kind: OutcomeNumber,
			Values: d.mean(), Later: d.remembered(),
		})
	}
}

// What makes a flare.
const (
	flareRise   = 2.0 // points above the person's usual level
	flareBefore = 14  // recorded days that make the usual level
	flareRun    = 2   // recorded days in a row
)

// Flares returns 1 on the days of a flare, 0 on other recorded days and NaN
// where it cannot be said: severity 2 or more above the median of the 14
// recorded days before, on 2 recorded days in a row or more. The first 14
// recorded days have nothing to be compared with.
func Flares(severity []float64) []float64 {
	out := make([]float64, len(severity))
	var days []int // recorded
	for t, v := range severity {
		out[t] = math.NaN()
		if !math.IsNaN(v) {
			days = append(days, t)
		}
	}
	if len(days) <= flareBefore {
		return out
	}
	high := make([]bool, len(days))
	window := make([]float64, flareBefore)
	for k := flareBefore; k < len(days); k++ {
		for j := range window {
			window[j] = severity[days[k-flareBefore+j]]
		}
		high[k] = severity[days[k]] >= median(window)+flareRise
	}
	for k := flareBefore; k < len(days); k++ {
		start := k
		for k < len(days) && high[k] {
			k++
		}
		flare := 0.0
		if k-start >= flareRun {
			flare = 1
		}
		for j := start; j < k; j++ {
			out[days[j]] = flare
		}
		if k < len(days) {
			out[days[k]] = 0
		}
	}
	return out
}

// median sorts v in place and returns its median, 0 for none.
func median(v []float64) float64 {
	if len(v) == 0 {
		return 0
	}
	slices.Sort(v)
	h := len(v) / 2
	if len(v)%2 == 1 {
		return v[h]
	}
	return (v[h-1] + v[h]) / 2
}
