package summary

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"skinward/app/figure"
	"skinward/app/journal"
)

// taking is a treatment or a course, seen alike.
type taking struct {
	id          journal.ID
	title       string
	how         string // dose and frequency
	start, stop journal.Day
	role        figure.Role
	asNeeded    bool
	stopReason  string
	sideEffect  string
	perDay      float64 // planned, NaN when not stated
}

func (t taking) activeIn(p period) bool {
	return !t.start.After(p.to) && (t.stop.IsZero() || !t.stop.Before(p.from))
}

// within is the part of p during which t was active.
func (t taking) within(p period) period {
	out := p
	if t.start.After(out.from) {
		out.from = t.start
	}
	if !t.stop.IsZero() && t.stop.Before(out.to) {
		out.to = t.stop
	}
	return out
}

// taken lists what was active in the period, by the day it began.
func (b *builder) taken() []taking {
	var out []taking
	for _, t := range journal.Select[*journal.Treatment](b.Log) {
		out = append(out, taking{
			id: t.ID, title: t.Title(), how: treatmentHow(t), start: t.Day, stop: t.Stop, role: figure.Water,
			asNeeded: t.Schedule == journal.AsNeeded, stopReason: t.StopReason, sideEffect: t.SideEffect, perDay: t.PerDay.Or(math.NaN()),
		})
	}
	for _, c := range journal.Select[*journal.Course](b.Log) {
		role := figure.Treatments
		if c.Class == journal.Antibiotic {
			role = figure.Hormones
		}
		out = append(out, taking{id: c.ID, title: courseTitle(c), how: courseHow(c), start: c.Day, stop: c.Stop, role: role, perDay: c.PerDay.Or(math.NaN())})
	}
	out = slices.DeleteFunc(out, func(t taking) bool { return !t.activeIn(b.period) })
	slices.SortStableFunc(out, func(x, y taking) int { return x.start.Compare(y.start) })
	return out
}

func treatmentHow(t *journal.Treatment) string {
	var s []string
	if t.Form != "" {
		s = append(s, t.Form)
	}
	if len(t.Sites) > 0 {
		s = append(s, strings.Join(t.Sites, ", "))
	}
	switch t.Schedule {
	case journal.AsNeeded:
		s = append(s, "as needed")
	case journal.Weekly:
		s = append(s, "weekly")
	case journal.Daily:
		s = append(s, frequency(t.PerDay))
	}
	return strings.Join(s, "; ")
}

func frequency(perDay journal.Maybe[float64]) string {
	n, ok := perDay.Get()
	switch {
	case !ok:
		return "daily"
	case n == 1:
		return "once a day"
	case n == 2:
		return "twice a day"
	}
	return one(n) + " times a day"
}

func courseTitle(c *journal.Course) string {
	name := c.Product
	if c.Class == journal.Probiotic {
		switch strain := strings.TrimSpace(c.Species + " " + c.Strain); {
		case strain == "" || c.Strain == journal.StrainNotStated:
			name += " (" + strings.TrimSpace(c.Species+" strain not stated") + ")"
		case !strings.Contains(name, strain):
			name += " (" + strain + ")"
		}
	}
	return name
}

func courseHow(c *journal.Course) string {
	s := []string{string(c.Class)}
	if v, ok := c.CFU.Get(); ok {
		s = append(s, journal.CFUText(v))
	} else if c.Amount != "" {
		s = append(s, c.Amount)
	}
	if c.PerDay.IsSet() {
		s = append(s, frequency(c.PerDay))
	}
	return strings.Join(s, "; ")
}

// doseDays returns per day of p 1 where something of t was taken, 0 where it
// was marked as missed, NaN where nothing was said.
func (b *builder) doseDays(t taking, p period) []float64 {
	return state(b.Log, p, func(d *journal.Dose) journal.State {
		if d.Course == t.id && t.id != "" || d.Treatment == t.id && t.id != "" {
			return d.Taken
		}
		return journal.Unknown
	})
}

// treatments is the table of what was taken, with its real use.
func (b *builder) treatments() made {
	m := made{title: "Treatments, probiotics and supplements"}
	var rows [][]string
	var remarks []string
	all := b.taken()
	m.held = len(all) > 0
	m.detail = detailCount(len(all), "")
	for _, t := range all {
		rows = append(rows, []string{t.title, t.how, t.span(b.period), b.used(t), b.beforeDuring(t)})
		if t.sideEffect != "" {
			remarks = append(remarks, t.title+", side effect as told by the patient: "+t.sideEffect)
		}
		if t.stopReason != "" {
			remarks = append(remarks, t.title+" stopped: "+t.stopReason)
		}
		b.row("treatment", t.title, "start", "", t.start.String(), "", "entered")
		if !t.stop.IsZero() {
			b.row("treatment", t.title, "stop", "", t.stop.String(), "", "entered")
		}
	}
	if len(rows) == 0 {
		m.blocks = []block{para{body: "None recorded in this period."}}
		return m
	}
	m.blocks = append(m.blocks, table{head: []string{"What", "How", "From – to", "Days used", b.main.Label + " before → during"}, rows: rows, bold: []bool{true}})
	note := fmt.Sprintf("Days used: days marked as taken, of the days of the treatment in this period. Before: mean of the %d days before the start; during: mean of its days in this period. Other things changed as well.", beforeDays)
	if len(remarks) > 0 {
		note = sentence(strings.Join(remarks, ". ")) + " " + note
	}
	m.blocks = append(m.blocks, para{body: note, small: true})
	return m
}

func (t taking) span(p period) string {
	from := shortDate(t.start, p.to)
	if t.stop.IsZero() {
		return from + " – now"
	}
	return from + " – " + shortDate(t.stop, p.to)
}

// used tells on how many days something was taken.
func (b *builder) used(t taking) string {
	p := t.within(b.period)
	v := b.doseDays(t, p)
	b.values("doses", t.title, "taken 1, missed 0", p, v)
	n := int(sum(v))
	switch {
	case recorded(v) == 0:
		return "not recorded"
	case t.asNeeded:
		return plural(n, "day")
	}
	return fmt.Sprintf("%d of %d (%s)", n, p.days(), percent(n, p.days()))
}

// beforeDuring gives the two means, when both have enough days.
func (b *builder) beforeDuring(t taking) string {
	prev := period{t.start.Add(-beforeDays), t.start.Add(-1)}
	in := t.within(b.period)
	x, y := prev.outcome(b.Set, b.main.Name), in.outcome(b.Set, b.main.Name)
	b.values("outcome", b.main.Name, b.unit(), prev, x)
	b.values("outcome", b.main.Name, b.unit(), in, y)
	if recorded(x) < MinDays || recorded(y) < MinDays {
		return "too few days"
	}
	return fixed1(mean(x)) + " → " + fixed1(mean(y))
}

func detailCount(n int, more string) string {
	switch {
	case n == 0:
		return ""
	case more == "":
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%d, %s", n, more)
}
