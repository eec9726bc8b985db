package summary

import (
	"fmt"
	"math"

	"skinward/app/figure"
	"skinward/app/journal"
	"skinward/app/series"
)

// measure is one column of the table of figures.
type measure struct {
	label              string
	now, in, prev, dif string
}

// figures is the table of now, this period and the one before, and the days in
// bands.
func (b *builder) figures() made {
	m := made{title: "Now, this period and the one before"}
	main := b.period.outcome(b.Set, b.main.Name)
	n := recorded(main)
	m.held = n > 0
	b.values("outcome", b.main.Name, b.unit(), b.period, main)
	if n == 0 {
		m.blocks = []block{para{body: b.main.Label + " was not recorded in this period, so there are no figures."}}
		return m
	}
	if n < MinDays {
		m.blocks = []block{para{body: fmt.Sprintf("%s was recorded on %s of this period; medians and bands need %d days.", b.main.Label, plural(n, "day"), MinDays)}}
		return m
	}
	t := table{head: []string{""}, right: []bool{false}, rows: [][]string{{"This period"}, {fmt.Sprintf("The %s before", plural(b.period.days(), "day"))}, {"Change"}, {"Last 7 days"}}, strong: map[int]bool{0: true}}
	for _, l := range b.measures() {
		t.head = append(t.head, l.label)
		t.right = append(t.right, true)
		for i, s := range []string{l.in, l.prev, l.dif, l.now} {
			t.rows[i] = append(t.rows[i], s)
		}
	}
	note := "Medians of own 0–10 ratings; flare days: of those recorded, change of their share."
	if b.Include[Mind] {
		note = "Medians of own 0–10 ratings; mean hours of sleep; flare days and nights woken by the skin: of those recorded, change of their share."
	}
	m.blocks = []block{t, para{body: note, small: true}}
	if b.main.Kind == series.OutcomeScale {
		m.blocks = append(m.blocks, diagram{figure.NewBands(figure.SeverityBands("Days by "+lowerFirst(b.main.Label), main)), 26, 26, 26})
	}
	return m
}

// measures computes the columns; a figure with too few days is n/a.
func (b *builder) measures() []measure {
	outcome := func(name string) func(period) []float64 {
		return func(p period) []float64 { return p.outcome(b.Set, name) }
	}
	impact := func(p period) []float64 {
		return daily(b.near, p, func(s *journal.SkinCheck) journal.Maybe[float64] { return s.Impact })
	}
	hours := func(p period) []float64 {
		return daily(b.near, p, func(s *journal.Sleep) journal.Maybe[float64] { return s.Hours })
	}
	woken := func(p period) []float64 {
		return state(b.near, p, func(s *journal.Sleep) journal.State { return s.Woken })
	}
	var out []measure
	for _, m := range []struct {
		label, part, item, unit string
		values                  func(period) []float64
		make                    func(label string, now, in, prev []float64) measure
	}{
		{"Severity", "outcome", series.Severity, points, outcome(series.Severity), level(median)},
		{"Itch", "outcome", series.Itch, points, outcome(series.Itch), level(median)},
		{"Spots", "outcome", series.Lesions, "spots", outcome(series.Lesions), level(median)},
		{"Flare days", "outcome", series.FlareDays, yesNo, outcome(series.FlareDays), share},
		{"Flares", "outcome", series.FlareDays, yesNo, outcome(series.FlareDays), runs},
		{"In the way", "daily", "impact", points, impact, level(median)},
		{"Sleep, h", "daily", "sleep hours", "h", hours, level(mean)},
		{"Woken", "daily", "woken by skin", yesNo, woken, share},
	} {
		in := m.values(b.period)
		if recorded(in) == 0 || !b.Include[Mind] && (m.label == "Sleep, h" || m.label == "Woken") {
			continue // sleep stays out with its section
		}
		prev := m.values(b.period.before())
		b.values(m.part, m.item, m.unit, b.period, in)
		b.values(m.part, m.item, m.unit, b.period.before(), prev)
		out = append(out, m.make(m.label, m.values(b.period.last(7)), in, prev))
	}
	return out
}

const yesNo = "yes 1, no 0"

// level is a median or mean of a rating. The last days need three values, the
// periods MinDays.
func level(stat func([]float64) float64) func(string, []float64, []float64, []float64) measure {
	return func(label string, now, in, prev []float64) measure {
		at := func(v []float64, least int) float64 {
			if recorded(v) < least {
				return math.NaN()
			}
			return stat(v)
		}
		x, y := at(in, MinDays), at(prev, MinDays)
		return measure{label, one(at(now, 3)), one(x), one(y), change(x, y)}
	}
}

// share is so many of so many recorded, and the change of the percentage.
func share(label string, now, in, prev []float64) measure {
	of := func(v []float64) string {
		if recorded(v) == 0 {
			return na
		}
		return fmt.Sprintf("%s of %d", one(sum(v)), recorded(v))
	}
	m := measure{label, of(now), of(in), of(prev), na}
	if recorded(in) >= MinDays && recorded(prev) >= MinDays {
		part := func(v []float64) float64 { return math.Round(sum(v) / float64(recorded(v)) * 100) }
		m.dif = change(part(in), part(prev)) + " % pts"
	}
	return m
}

// runs is the number of flares and their mean length.
func runs(label string, _, in, prev []float64) measure {
	count := func(v []float64) (float64, string) {
		if recorded(v) < MinDays {
			return math.NaN(), na
		}
		f := flares(v)
		days := 0
		for _, n := range f {
			days += n
		}
		if len(f) == 0 {
			return 0, "0"
		}
		return float64(len(f)), fmt.Sprintf("%d (%s d)", len(f), one(float64(days)/float64(len(f))))
	}
	x, a := count(in)
	y, c := count(prev)
	return measure{label, "", a, c, change(x, y)}
}
