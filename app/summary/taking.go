package summary

import (
	"math"
	"slices"
	"strings"

	"skinward/app/figure"
	"skinward/app/journal"
)

// taking is something taken or put on the skin: a treatment or a course, seen
// alike. Several courses of the same product are one taking with several
// spans.
type taking struct {
	ids         []journal.ID
	title       string // with strength and strain
	short       string // for a sentence or a bar
	how         string // dose and frequency
	spans       []span
	class       journal.CourseClass // of what is taken in courses
	role        figure.Role
	asNeeded    bool
	stopReasons []string
	sideEffects []string
}

// span is a first and a last day; the last is zero while it goes on.
type span struct{ start, stop journal.Day }

func (s span) meets(p period) bool {
	return !s.start.After(p.to) && (s.stop.IsZero() || !s.stop.Before(p.from))
}

// within is the part of p during which s was active.
func (s span) within(p period) period {
	if s.start.After(p.from) {
		p.from = s.start
	}
	if !s.stop.IsZero() && s.stop.Before(p.to) {
		p.to = s.stop
	}
	return p
}

// taken lists what was active in the period, by the day it first began.
func (b *builder) taken() []taking {
	var out []taking
	add := func(t taking, s span, stopReason, sideEffect string) {
		if !s.meets(b.period) {
			return
		}
		at := slices.IndexFunc(out, func(o taking) bool {
			return strings.EqualFold(o.title, t.title) && o.role == t.role && o.asNeeded == t.asNeeded
		})
		if at < 0 {
			out = append(out, t)
			at = len(out) - 1
		} else {
			out[at].ids = append(out[at].ids, t.ids...)
			if out[at].how != t.how {
				out[at].how = t.how + "; before: " + out[at].how
			}
		}
		o := &out[at]
		o.spans = append(o.spans, s)
		if stopReason != "" {
			o.stopReasons = append(o.stopReasons, stopReason)
		}
		if sideEffect != "" {
			o.sideEffects = append(o.sideEffects, sideEffect)
		}
	}
	for _, t := range journal.Select[*journal.Treatment](b.lasting) {
		name := upperFirst(t.Title())
		add(taking{ids: []journal.ID{t.ID}, title: name, short: name, how: treatmentHow(t), role: figure.Water, asNeeded: t.Schedule == journal.AsNeeded},
			span{t.Day, t.Stop}, t.StopReason, t.SideEffect)
	}
	for _, c := range journal.Select[*journal.Course](b.lasting) {
		role := figure.Treatments
		if c.Class == journal.Antibiotic {
			role = figure.Hormones
		}
		add(taking{ids: []journal.ID{c.ID}, title: upperFirst(courseTitle(c)), short: upperFirst(c.Product), how: courseHow(c), class: c.Class, role: role},
			span{c.Day, c.Stop}, "", "")
	}
	for _, t := range out {
		slices.SortFunc(t.spans, func(x, y span) int { return x.start.Compare(y.start) })
	}
	slices.SortStableFunc(out, func(x, y taking) int { return x.spans[0].start.Compare(y.spans[0].start) })
	return out
}

// active marks the days of p on which t was active.
func (t taking) active(p period) []bool {
	out := make([]bool, p.days())
	for _, s := range t.spans {
		if !s.meets(p) {
			continue
		}
		in := s.within(p)
		for d := in.from; !d.After(in.to); d = d.Add(1) {
			out[d.Sub(p.from)] = true
		}
	}
	return out
}

// doses returns per day of p 1 where something of t was taken, 0 where it was
// marked as missed, NaN where nothing was said.
func (b *builder) doses(t taking, p period) []float64 {
	return state(b.near, p, func(d *journal.Dose) journal.State {
		if d.Course != "" && slices.Contains(t.ids, d.Course) || d.Treatment != "" && slices.Contains(t.ids, d.Treatment) {
			return d.Taken
		}
		return journal.Unknown
	})
}

// use counts the days of the period on which t was active and on which it was
// taken; told is false when no day was marked at all.
func (b *builder) use(t taking) (taken, active int, told bool) {
	v := b.doses(t, b.period)
	for i, on := range t.active(b.period) {
		if !on {
			continue
		}
		active++
		if v[i] > 0 {
			taken++
		}
		told = told || !math.IsNaN(v[i])
	}
	return taken, active, told
}

func treatmentHow(t *journal.Treatment) string {
	var s []string
	if t.Form != "" {
		s = append(s, t.Form)
	}
	if len(t.Sites) > 0 {
		s = append(s, strings.Join(bothSides(t.Sites), ", "))
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

// courseTitle names a product; of a probiotic with its strain, or that the
// label states none.
func courseTitle(c *journal.Course) string {
	if c.Class != journal.Probiotic {
		return c.Product
	}
	species := c.Species
	if genus, rest, ok := strings.Cut(species, " "); ok && genus != "" {
		species = string([]rune(genus)[:1]) + ". " + rest // as doctors write it
	}
	strain := strings.TrimSpace(species + " " + c.Strain)
	switch {
	case c.Strain == "" || c.Strain == journal.StrainNotStated:
		return c.Product + " (" + strings.TrimSpace(species+" "+journal.StrainNotStated) + ")"
	case strings.Contains(c.Product, strain):
		return c.Product
	}
	return c.Product + " (" + strain + ")"
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

// bothSides says "both inner elbows" for a left and a right one.
func bothSides(sites []string) []string {
	var out []string
	for _, s := range sites {
		side, rest, ok := strings.Cut(s, " ")
		if !ok || side != "left" && side != "right" {
			out = append(out, s)
			continue
		}
		other := map[string]string{"left": "right ", "right": "left "}[side] + rest
		switch {
		case !slices.Contains(sites, other):
			out = append(out, s)
		case side == "left":
			out = append(out, "both "+manyOf(rest))
		}
	}
	return out
}

// manyOf is the plural of a site.
func manyOf(site string) string {
	switch {
	case strings.HasSuffix(site, "foot"):
		return strings.TrimSuffix(site, "foot") + "feet"
	case strings.HasSuffix(site, "s"):
		return site
	}
	return site + "s"
}
