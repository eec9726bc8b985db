package summary

import (
	"fmt"
	"math"

	"skinward/app/figure"
	"skinward/app/journal"
	"skinward/app/series"
)

// measure is one line of the table of figures.
type measure struct {
	label         string
	now, in, prev string
	change        string
}

// figures is the table of now, this period and the one before, and the days in
// bands.
func (b *builder) figures() made {
	m := made{title: "Now, this period and the one before"}
	main := b.period.outcome(b.Set, b.main.Name)
	n := recorded(main)
	m.held = n > 0
	if n < MinDays {
		m.blocks = []block{para{body: fmt.Sprintf("%s was recorded on %s of this period; medians and bands need %d days.", b.main.Label, plural(n, "day"), MinDays)}}
		return m
	}
	var rows [][]string
	for _, l := range b.measures() {
		rows = append(rows, []string{l.label, l.now, l.in, l.prev, l.change})
	}
	before := b.period.before()
	m.blocks = []block{
		table{
			head:  []string{"", "Last 7 days", dates(b.period), dates(before), "Change"},
			rows:  rows,
			right: []bool{false, true, true, true, true},
			bold:  []bool{false, false, true, false, false},
		},
	}
	if b.main.Kind == series.OutcomeScale {
		bar := figure.SeverityBands(b.main.Label, main)
		m.blocks = append(m.blocks,
			para{body: fmt.Sprintf("Days by %s, of %d: clear below 1, mild below 4, moderate below 7, severe from 7 (0–10).", lowerFirst(b.main.Label), b.period.days()), small: true},
			diagram{figure.NewBands(bar), 27, 27})
	}
	return m
}

// measures computes the lines; a figure with too few days is n/a.
func (b *builder) measures() []measure {
	var out []measure
	p, q, last := b.period, b.period.before(), b.period.last(7)
	add := func(label, item, unit string, values func(period) []float64, stat func([]float64) float64) {
		now, in, prev := values(last), values(p), values(q)
		if recorded(in) == 0 {
			return
		}
		part := "daily"
		if _, ok := b.Set.Outcome(item); ok {
			part = "outcome"
		}
		b.values(part, item, unit, p, in)
		b.values(part, item, unit, q, prev)
		m := measure{label: label, now: na, in: na, prev: na, change: na}
		if recorded(now) >= min(3, last.days()) {
			m.now = one(stat(now))
		}
		a, c := math.NaN(), math.NaN()
		if recorded(in) >= MinDays {
			a = stat(in)
			m.in = one(a)
		}
		if recorded(prev) >= MinDays {
			c = stat(prev)
			m.prev = one(c)
		}
		m.change = change(a, c)
		out = append(out, m)
	}
	outcome := func(name string) func(period) []float64 {
		return func(p period) []float64 { return p.outcome(b.Set, name) }
	}
	add("Severity, median (0–10)", series.Severity, points, outcome(series.Severity), median)
	add("Itch, median (0–10)", series.Itch, points, outcome(series.Itch), median)
	add("Inflamed spots, median", series.Lesions, "spots", outcome(series.Lesions), median)
	out = append(out, b.flareMeasures()...)
	add("Got in the way, median (0–10)", "impact", points, func(p period) []float64 {
		return daily(b.Log, p, func(s *journal.SkinCheck) journal.Maybe[float64] { return s.Impact })
	}, median)
	add("Sleep, mean hours", "sleep hours", "h", func(p period) []float64 {
		return daily(b.Log, p, func(s *journal.Sleep) journal.Maybe[float64] { return s.Hours })
	}, mean)
	if m, ok := b.woken(); ok {
		out = append(out, m)
	}
	return out
}

// flareMeasures counts flare days and flares. The number of days looked at
// stands beside them, because unequal records make unequal counts.
func (b *builder) flareMeasures() []measure {
	p, q, last := b.period, b.period.before(), b.period.last(7)
	in, prev, now := p.outcome(b.Set, series.FlareDays), q.outcome(b.Set, series.FlareDays), last.outcome(b.Set, series.FlareDays)
	if recorded(in) == 0 {
		return nil
	}
	b.values("outcome", series.FlareDays, "yes 1, no 0", p, in)
	b.values("outcome", series.FlareDays, "yes 1, no 0", q, prev)
	of := func(v []float64) string {
		if recorded(v) == 0 {
			return na
		}
		return fmt.Sprintf("%s of %d", one(sum(v)), recorded(v))
	}
	days := measure{"Flare days, of days recorded", of(now), of(in), of(prev), na}
	runs := func(v []float64) string {
		if recorded(v) < MinDays {
			return na
		}
		f := flares(v)
		if len(f) == 0 {
			return "0"
		}
		return fmt.Sprintf("%d (%s)", len(f), one(meanInts(f)))
	}
	count := measure{"Flares (mean length in days)", "", runs(in), runs(prev), na}
	if recorded(in) >= MinDays && recorded(prev) >= MinDays {
		share := func(v []float64) float64 { return math.Round(sum(v) / float64(recorded(v)) * 100) }
		days.change = diffPercent(share(in) - share(prev))
		count.change = change(float64(len(flares(in))), float64(len(flares(prev))))
	}
	return []measure{days, count}
}

// diffPercent writes a difference of percentages in percentage points.
func diffPercent(v float64) string {
	switch {
	case v > 0:
		return "+" + one(v) + " % pts"
	default:
		return one(v) + " % pts"
	}
}

func (b *builder) woken() (measure, bool) {
	at := func(p period) []float64 {
		return state(b.Log, p, func(s *journal.Sleep) journal.State { return s.Woken })
	}
	p, q := b.period, b.period.before()
	in, prev, now := at(p), at(q), at(p.last(7))
	if recorded(in) == 0 {
		return measure{}, false
	}
	b.values("daily", "woken by skin", "yes 1, no 0", p, in)
	b.values("daily", "woken by skin", "yes 1, no 0", q, prev)
	of := func(v []float64) string {
		if recorded(v) == 0 {
			return na
		}
		return fmt.Sprintf("%s of %d", one(sum(v)), recorded(v))
	}
	m := measure{"Nights woken by skin, of recorded", of(now), of(in), of(prev), na}
	if recorded(in) >= MinDays && recorded(prev) >= MinDays {
		share := func(v []float64) float64 { return math.Round(sum(v) / float64(recorded(v)) * 100) }
		m.change = diffPercent(share(in) - share(prev))
	}
	return m, true
}

func meanInts(v []int) float64 {
	s := 0
	for _, x := range v {
		s += x
	}
	return float64(s) / float64(len(v))
}
