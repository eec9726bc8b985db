package insights

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"skinward/app/figure"
	"skinward/app/insight"
	"skinward/app/journal"
	"skinward/app/series"
	"skinward/ui/kit"
)

// months is how many months the calendar shows beside each other.
const months = 3

// calendarCard shows months shaded by the outcome, with the days of a factor
// dotted.
type calendarCard struct {
	object  fyne.CanvasObject
	deps    Deps
	title   *kit.Text
	words   *kit.Text // of the day under pointer or cursor
	grids   [months]*kit.MonthGrid
	names   [months]*kit.Text
	pick    *fyne.Container
	moving  bool // the grids are being moved together
	set     series.Set
	opened  string // factor open in the list when the calendar was last shown
	outcome series.Outcome
	factor  series.Factor
	on      []float64
}

func newCalendarCard(deps Deps) *calendarCard {
	c := &calendarCard{deps: deps, title: kit.NewHeading("Calendar").Ellipsis(), words: kit.NewCaption(" "), pick: kit.Row(kit.Space2)}
	var columns []fyne.CanvasObject
	for i := range c.grids {
		g := kit.NewMonthGrid(journal.NewDay(2026, time.January, 1), journal.Day{})
		g.Mark = c.mark
		g.OnChosen = func(d journal.Day) { deps.Navigate(kit.Route{Place: kit.PlaceToday, Day: d}) }
		g.OnPoint = func(d journal.Day, words string) { c.words.SetText(longDay(d) + ": " + words) }
		g.OnMonth = func(y int, m time.Month) { c.move(i, journal.NewDay(y, m, 1)) }
		c.grids[i], c.names[i] = g, kit.NewText(kit.Span{Text: " ", Bold: true}).OneLine()
		columns = append(columns, kit.Column(6, c.names[i], g))
	}
	earlier := kit.NewChip("Earlier", func() { c.grids[0].StepMonth(-1) })
	later := kit.NewChip("Later", func() { c.grids[0].StepMonth(1) })
	c.object = kit.NewCard("", kit.Ink, "", "", kit.Column(10,
		kit.FillRow(kit.Space2, 0, c.title, c.pick, earlier, later),
		c.words, container.New(lastLayout{18}, columns...)))
	return c
}

// Show shows the newest months of a set.
func (c *calendarCard) Show(set series.Set, outcome, factor string) {
	fresh := c.set.Last() != set.Last()
	c.set = set
	c.outcome, _ = set.Outcome(outcome)
	names, labels := []string{""}, []string{"No factor"}
	for _, f := range set.Factors {
		names, labels = append(names, f.Name), append(labels, capital(f.Label))
	}
	if factor == c.opened && c.factor.Name != "" {
		factor = c.factor.Name // what was chosen here stays
	} else {
		c.opened = factor
	}
	at := max(0, slices.Index(names, factor))
	c.pick.Objects = []fyne.CanvasObject{kit.NewPicker("Days dotted", labels, at, func(i int) { c.choose(names[i]) })}
	c.pick.Refresh()
	c.choose(names[at])
	if fresh {
		c.move(months-1, set.Last())
	}
}

func (c *calendarCard) choose(factor string) {
	var ok bool
	c.on = nil
	if c.factor, ok = c.set.Factor(factor); ok {
		c.on = insight.Exposure(c.factor)
	}
	title := "Calendar: " + lower(c.outcome.Label)
	if ok {
		title += ", days with " + c.factor.Label + " dotted"
		if !c.factor.Binary {
			title = "Calendar: " + lower(c.outcome.Label) + ", days above the middle of " + lower(c.factor.Label) + " dotted"
		}
	}
	c.title.SetText(title)
	c.words.SetText("Darker is worse. Arrow keys walk the days, Return opens one.")
	for _, g := range c.grids {
		g.Refresh()
	}
}

// move shows the months so that the i-th holds a day.
func (c *calendarCard) move(i int, day journal.Day) {
	if c.moving {
		return
	}
	c.moving = true
	for j, g := range c.grids {
		at := journal.NewDay(day.Year, day.Month+time.Month(j-i), 1)
		if j != i || g.Cursor().Month != day.Month || g.Cursor().Year != day.Year {
			if j == i {
				at = day
			}
			g.SetCursor(at)
		}
		c.names[j].SetSpans(kit.Span{Text: fmt.Sprintf("%s %d", at.Month, at.Year), Bold: true})
	}
	c.moving = false
	c.words.SetText("Darker is worse. Arrow keys walk the days, Return opens one.")
}

// mark is how a day looks.
func (c *calendarCard) mark(d journal.Day) kit.DayMark {
	i := d.Sub(c.set.First)
	if i < 0 || i >= c.set.Days || i >= len(c.outcome.Values) {
		return kit.DayMark{Words: "outside the period"}
	}
	var m kit.DayMark
	words := []string{lower(c.outcome.Label) + " not recorded"}
	if v := c.outcome.Values[i]; !math.IsNaN(v) {
		m.Shaded, m.Value = true, shade(c.outcome, v)
		words[0] = fmt.Sprintf("%s %s", lower(c.outcome.Label), number(v))
	}
	if c.on != nil {
		switch v := c.on[i]; {
		case math.IsNaN(v):
			words = append(words, c.factor.Label+" not known")
		case v > 0:
			m.Dot = kit.Ink
			words = append(words, c.word(i, "with "))
		default:
			words = append(words, c.word(i, "without "))
		}
	}
	m.Words = strings.Join(words, ", ")
	return m
}

func (c *calendarCard) word(i int, side string) string {
	if c.factor.Binary {
		return side + c.factor.Label
	}
	return strings.TrimSpace(fmt.Sprintf("%s %s %s", lower(c.factor.Label), number(c.factor.Values[i]), c.factor.Unit))
}

// shade puts a value on the severity ramp, 0 … 10.
func shade(o series.Outcome, v float64) float64 {
	if top := figure.TopOf(o); top > 0 {
		return v / top * 10
	}
	most := 0.0
	for _, x := range o.Values {
		if x > most {
			most = x
		}
	}
	if most == 0 {
		return 0
	}
	return max(0, v/most*10)
}

func longDay(d journal.Day) string { return figure.Date(d) }

func number(v float64) string {
	return strings.TrimSuffix(fmt.Sprintf("%.1f", v), ".0")
}
