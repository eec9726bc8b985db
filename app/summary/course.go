package summary

import (
	"fmt"
	"math"

	"skinward/app/figure"
	"skinward/app/series"
)

// course is the chart of the period with bars for what was taken.
func (b *builder) course() made {
	m := made{title: b.main.Label + " day by day"}
	v := b.period.outcome(b.Set, b.main.Name)
	n := recorded(v)
	m.held = n > 0
	b.values("outcome", b.main.Name, b.unit(), b.period, v)
	if n < MinDays {
		m.blocks = []block{para{body: fmt.Sprintf("No chart: %s was recorded on %s of %d; a chart needs %d.", lowerFirst(b.main.Label), plural(n, "day"), b.period.days(), MinDays)}}
		return m
	}
	c := figure.Course{Label: b.main.Label, Role: figure.Skin, First: b.period.from, Values: v, Key: true}
	if b.main.Kind == series.OutcomeScale {
		c.Top = 10
	}
	if b.main.Name == series.Severity {
		if itch := b.period.outcome(b.Set, series.Itch); recorded(itch) >= MinDays {
			c.Second = &figure.Line{Label: "Itch", Role: figure.Stress, Values: itch}
			b.values("outcome", series.Itch, points, b.period, itch)
			m.title = "Severity and itch day by day (0–10)"
		}
	}
	flare := b.period.outcome(b.Set, series.FlareDays)
	if recorded(flare) > 0 {
		c.Flares = make([]bool, len(flare))
		for i, x := range flare {
			c.Flares[i] = x > 0
		}
	}
	all := b.taken()
	if b.Include[Treatments] {
		c.Bars = b.bars(all)
	}
	h := 112 + 11*float64(len(c.Bars))
	m.blocks = append(m.blocks, diagram{figure.NewCourse(c), h, h + 60})
	if len(all) > maxBars && b.Include[Treatments] {
		m.blocks = append(m.blocks, para{body: fmt.Sprintf("%d more treatments stand in the table alone.", len(all)-maxBars), small: true})
	}
	return m
}

func (b *builder) bars(all []taking) []figure.Bar {
	var out []figure.Bar
	for _, t := range all[:min(len(all), maxBars)] {
		to := math.MaxInt32
		if !t.stop.IsZero() {
			to = t.stop.Sub(b.period.from)
		}
		label := t.title
		if r := []rune(label); len(r) > 44 {
			label = string(r[:43]) + "…"
		}
		out = append(out, figure.Bar{Label: label, Role: t.role, From: t.start.Sub(b.period.from), To: to, OpenEnd: t.stop.IsZero(), Hollow: t.asNeeded})
	}
	return out
}
