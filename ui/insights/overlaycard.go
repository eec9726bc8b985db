package insights

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"skinward/app/figure"
	"skinward/app/insight"
	"skinward/app/journal"
	"skinward/app/series"
	"skinward/ui/kit"
)

// overlayCard lays two or three series over each other.
type overlayCard struct {
	object fyne.CanvasObject
	deps   Deps
	chart  *chartCard
	picks  *fyne.Container
	set    series.Set
	lines  []Line
	chosen [figure.MaxOverlay]string // names of lines, "" for none
}

func newOverlayCard(deps Deps) *overlayCard {
	c := &overlayCard{deps: deps, picks: kit.Flow(kit.Space2)}
	c.chart = newChartCard(deps, "overlay", "Laid over each other", 240, c.picks)
	c.object = c.chart.object
	return c
}

// Show offers the series of a set; what was chosen stays where it is still
// there.
func (c *overlayCard) Show(set series.Set, factor string) {
	c.set, c.lines = set, NewLines(set)
	if c.chosen == [figure.MaxOverlay]string{} {
		c.chosen = firstLines(c.lines, factor)
	}
	labels := []string{"None"}
	for _, l := range c.lines {
		labels = append(labels, l.Label)
	}
	c.picks.Objects = nil
	for i := range c.chosen {
		at := c.index(c.chosen[i])
		if at < 0 {
			c.chosen[i] = ""
		}
		c.picks.Add(kit.NewPicker("Series", labels, at+1, func(k int) {
			c.chosen[i] = ""
			if k > 0 {
				c.chosen[i] = c.lines[k-1].Name
			}
			c.draw()
		}))
	}
	c.draw()
}

func (c *overlayCard) index(name string) int {
	return slices.IndexFunc(c.lines, func(l Line) bool { return l.Name == name })
}

func (c *overlayCard) draw() {
	var fig *figure.Figure
	var days []journal.Day
	set, lines := c.set, []Line{}
	for _, name := range c.chosen {
		if at := c.index(name); at >= 0 && !slices.ContainsFunc(lines, func(l Line) bool { return l.Name == name }) {
			lines = append(lines, c.lines[at])
		}
	}
	c.deps.Run.Run("insights overlay", func(context.Context) error {
		fig = overlayOf(set, lines)
		for i := range set.Days {
			days = append(days, set.Day(i))
		}
		return nil
	}, func(error) {
		note := "each on its own scale; days without an entry stay open; Return or a click opens a day"
		if set.Days > smoothFrom {
			note = fmt.Sprintf("%d-day medians, ", figure.SmoothDays(set.Days)) + note
		}
		c.chart.note.SetText(note)
		c.chart.Set(fig, days, "series over each other")
		relayOut(c.object)
	})
}

// Line is a series that can be laid over others.
type Line struct {
	Name, Label string
	unit        string
	role        figure.Role
	values      []float64
	days        bool // a yes/no series, shown as days of the last week
}

// NewLines lists what can be laid over each other: outcomes first, then what is
// felt and measured, then what is eaten and taken.
func NewLines(set series.Set) []Line {
	var out, food []Line
	for _, o := range set.Outcomes {
		if o.Recorded() > 0 && !o.Own {
			out = append(out, Line{Name: "outcome " + o.Name, Label: o.Label, role: figure.Skin, values: o.Values, days: o.Kind == series.OutcomeYesNo})
		}
	}
	for _, f := range slices.Concat(set.Factors, set.Treatments) {
		l := Line{Name: string(f.Kind) + " " + f.Name, Label: capital(f.Label), unit: f.Unit, role: figure.RoleOf(f.Kind), values: f.Values, days: f.Binary}
		if f.Binary {
			l.values = insight.Exposure(f)
			food = append(food, l)
			continue
		}
		out = append(out, l)
	}
	return append(out, food...)
}

// firstLines chooses the skin, stress or else anything, and the open factor.
func firstLines(lines []Line, factor string) (chosen [figure.MaxOverlay]string) {
	n := 0
	take := func(ok func(Line) bool) {
		if at := slices.IndexFunc(lines, ok); at >= 0 && n < len(chosen) && !slices.Contains(chosen[:n], lines[at].Name) {
			chosen[n] = lines[at].Name
			n++
		}
	}
	take(func(l Line) bool { return l.role == figure.Skin })
	take(func(l Line) bool { return l.Name == string(series.KindStress)+" "+series.Stress })
	take(func(l Line) bool { return factor != "" && l.Name[len(l.Name)-min(len(factor), len(l.Name)):] == factor })
	return chosen
}

// smoothFrom is the number of days above which single days would only be
// noise.
const smoothFrom = 60

func overlayOf(set series.Set, lines []Line) *figure.Figure {
	o := figure.Overlay{First: set.First}
	span := figure.SmoothDays(set.Days)
	used := map[figure.Role]bool{}
	for _, l := range lines {
		line := figure.OverlayLine{Label: l.Label, Unit: l.unit, Role: l.role, Values: l.values, Smooth: len(l.values) > smoothFrom && !l.days}
		if l.days {
			line.Values, line.Unit = figure.Rolling(l.values, span), fmt.Sprintf("days of the last %d", span)
		}
		for _, r := range []figure.Role{l.role, figure.Stress, figure.Meals, figure.Better, figure.Water} {
			if !used[r] {
				line.Role = r
				break
			}
		}
		used[line.Role] = true
		o.Lines = append(o.Lines, line)
	}
	return figure.NewOverlay(o)
}
