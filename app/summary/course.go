package summary

import (
	"fmt"

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
	if n == 0 {
		m.blocks = []block{para{body: "No chart: " + lowerFirst(b.main.Label) + " was not recorded in this period."}}
		return m
	}
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
	bars := figure.LaneHeight(figure.Print().Text) * float64(len(c.Bars))
	m.blocks = append(m.blocks, diagram{figure.NewCourse(c), 74 + bars, 100 + bars, 170 + bars})
	if len(all) > maxBars && b.Include[Treatments] {
		m.blocks = append(m.blocks, para{body: fmt.Sprintf("%d more stand in the table of treatments alone.", len(all)-maxBars), small: true})
	}
	return m
}

func (b *builder) bars(all []taking) []figure.Bar {
	var out []figure.Bar
	for _, t := range all[:min(len(all), maxBars)] {
		bar := figure.Bar{Label: b.barText(t), Role: t.role, Hollow: t.asNeeded}
		if t.asNeeded {
			bar.Used = b.doses(t, b.period)
		}
		for _, s := range t.spans {
			to := b.period.days() - 1
			if !s.stop.IsZero() {
				to = s.stop.Sub(b.period.from)
			}
			bar.Spans = append(bar.Spans, [2]int{s.start.Sub(b.period.from), to})
		}
		b.values("doses", t.title, "taken 1, missed 0", b.period, b.doses(t, b.period))
		for _, s := range t.spans {
			b.row("treatment", t.title, "start", "", s.start.String(), "", "entered")
			if !s.stop.IsZero() {
				b.row("treatment", t.title, "stop", s.start.String(), s.stop.String(), "", "entered")
			}
		}
		out = append(out, bar)
	}
	return out
}
