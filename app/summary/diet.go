package summary

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"skinward/app/journal"
	"skinward/app/series"
)

// usual are the food groups a doctor asks about first, as beginnings of their
// tags.
var usual = []string{"fibre", "high_gi", "high-gly", "added_sugar", "milk", "dairy", "ferment", "ultra", "alcohol", "omega"}

// maxGroups is how many groups one paragraph holds.
const maxGroups = 8

// diet is one factual paragraph: on how many days a week each group was eaten.
func (b *builder) diet() made {
	m := made{title: "Diet"}
	logged := b.foodDays()
	m.held = logged > 0
	own := b.dietLine(logged)
	b.page.words[Diet] = own
	if t := strings.TrimSpace(b.DietText); t != "" {
		own, m.title = t, m.title+inOwnWords
	}
	m.blocks = []block{para{body: own}}
	return m
}

// foodDays counts the days of the period with a food log.
func (b *builder) foodDays() int {
	n := 0
	at := b.period.from.Sub(b.Set.First)
	for i := range b.period.days() {
		if k := at + i; k >= 0 && k < len(b.Set.FoodDays) && b.Set.FoodDays[k] {
			n++
			b.row("food", "food log", "day", b.period.from.Add(i).String(), "1", "", "entered")
		}
	}
	return n
}

// eaten is a group or food with its days in the period.
type eaten struct {
	f       series.Factor
	on, of  int
	asUsual int // place in usual, or past its end
}

func (b *builder) dietLine(logged int) string {
	if logged == 0 {
		return "Meals were not recorded in this period."
	}
	if logged < MinDays {
		return fmt.Sprintf("Meals were recorded on %s; a weekly frequency needs %d.", plural(logged, "day"), MinDays)
	}
	groups, foods := b.eaten(series.KindFoodGroup), b.eaten(series.KindFood)
	slices.SortStableFunc(groups, func(x, y eaten) int {
		if c := cmp.Compare(x.asUsual, y.asUsual); c != 0 {
			return c
		}
		return cmp.Compare(y.on, x.on)
	})
	groups = groups[:min(len(groups), maxGroups)]
	slices.SortStableFunc(foods, func(x, y eaten) int { return cmp.Compare(y.on, x.on) })
	var parts []string
	for _, e := range groups {
		parts = append(parts, fmt.Sprintf("%s %s", lowerFirst(e.f.Label), one(float64(e.on)/float64(e.of)*7)))
		b.foodData(e)
	}
	s := ""
	if len(parts) > 0 {
		s = "Days a week with: " + strings.Join(parts, ", ") + ". "
	}
	parts = nil
	for _, e := range foods[:min(len(foods), 6)] {
		parts = append(parts, fmt.Sprintf("%s (%d)", lowerFirst(e.f.Label), e.on))
		b.foodData(e)
	}
	if len(parts) > 0 {
		s += fmt.Sprintf("Eaten on most days, of %d recorded: %s.", logged, strings.Join(parts, ", "))
	}
	return strings.TrimSpace(s)
}

func (b *builder) foodData(e eaten) {
	b.values("food", e.f.Name, "eaten 1, not 0", b.period, b.period.cut(b.Set, e.f.Values))
}

// eaten counts the days of each factor of a kind, the never eaten left out.
func (b *builder) eaten(kind series.FactorKind) []eaten {
	var out []eaten
	for _, f := range b.Set.Factors {
		if f.Kind != kind {
			continue
		}
		e := eaten{f: f, asUsual: len(usual)}
		for _, x := range b.period.cut(b.Set, f.Values) {
			if math.IsNaN(x) {
				continue
			}
			e.of++
			if x > 0 {
				e.on++
			}
		}
		for i, u := range usual {
			if strings.HasPrefix(strings.ToLower(f.Name), u) {
				e.asUsual = min(e.asUsual, i)
			}
		}
		if e.on > 0 {
			out = append(out, e)
		}
	}
	return out
}

// mind is stress, sleep and what was done against stress, a line each.
func (b *builder) mind() made {
	m := made{title: "Stress and sleep (means)"}
	var rows [][2]string
	if s := b.scaleLine("stress", points, "day", func(p period) []float64 {
		return daily(b.near, p, func(s *journal.Stress) journal.Maybe[float64] { return s.Level })
	}); s != "" {
		rows = append(rows, [2]string{"Stress", s})
	}
	if s := b.scaleLine("sleep hours", "h", "night", func(p period) []float64 {
		return daily(b.near, p, func(s *journal.Sleep) journal.Maybe[float64] { return s.Hours })
	}); s != "" {
		rows = append(rows, [2]string{"Sleep, h", s})
	}
	if s := b.scaleLine("sleep quality", points, "night", func(p period) []float64 {
		return daily(b.near, p, func(s *journal.Sleep) journal.Maybe[float64] { return s.Quality })
	}); s != "" {
		rows = append(rows, [2]string{"Sleep quality", s})
	}
	if s := b.practice(); s != "" {
		rows = append(rows, [2]string{"Against stress", s})
	}
	m.held = len(rows) > 0
	if len(rows) == 0 {
		m.blocks = []block{para{body: "Stress and sleep were not recorded in this period."}}
		return m
	}
	m.blocks = []block{pairs{rows: rows}}
	return m
}

// scaleLine gives the mean of the period and that of the one before; "" when
// nothing was recorded.
func (b *builder) scaleLine(item, unit, what string, values func(period) []float64) string {
	in, prev := values(b.period), values(b.period.before())
	n := recorded(in)
	if n == 0 {
		return ""
	}
	b.values("daily", item, unit, b.period, in)
	b.values("daily", item, unit, b.period.before(), prev)
	if n < MinDays {
		return fmt.Sprintf("recorded on %s; too few for a mean", plural(n, what))
	}
	s := fmt.Sprintf("%s on %s", fixed1(mean(in)), plural(n, what))
	if recorded(prev) >= MinDays {
		s += fmt.Sprintf("; before %s on %d", fixed1(mean(prev)), recorded(prev))
	}
	return s
}

func (b *builder) practice() string {
	minutes := map[journal.PracticeType][]float64{}
	var parts []string
	for _, t := range []journal.PracticeType{journal.Meditation, journal.Breathing, journal.Exercise} {
		minutes[t] = make([]float64, b.period.days())
		for _, r := range inPeriod[*journal.Practice](b.near, b.period) {
			if r.Type == t {
				minutes[t][r.Day.Sub(b.period.from)] += r.Minutes
			}
		}
		on := 0
		for i, v := range minutes[t] {
			if v > 0 {
				on++
			} else {
				minutes[t][i] = math.NaN()
			}
		}
		if on > 0 {
			b.values("daily", string(t), "min", b.period, minutes[t])
			parts = append(parts, fmt.Sprintf("%s on %s", t, plural(on, "day")))
		}
	}
	return strings.Join(parts, ", ")
}

// digestion is the spread of stool forms, bloating and belly pain.
func (b *builder) digestion() made {
	m := made{title: "Digestion (means)"}
	var n [3]int
	forms := 0
	for _, r := range inPeriod[*journal.Digestion](b.near, b.period) {
		f, ok := r.Form.Get()
		if !ok {
			continue
		}
		forms++
		b.row("digestion", "stool form", "entry", r.Day.String(), exact(f), "form 1-7", "entered")
		switch {
		case f < 2.5:
			n[0]++
		case f < 5.5:
			n[1]++
		default:
			n[2]++
		}
	}
	var rows [][2]string
	switch {
	case forms >= MinDays:
		rows = append(rows, [2]string{"Stool form", fmt.Sprintf("hard (1–2) %d, usual (3–5) %d, loose (6–7) %d, of %d", n[0], n[1], n[2], forms)})
	case forms > 0:
		rows = append(rows, [2]string{"Stool form", fmt.Sprintf("recorded %s; too few for a spread", strings.Replace(plural(forms, "time"), "1 time", "once", 1))})
	}
	if s := b.scaleLine("bloating", points, "day", func(p period) []float64 {
		return daily(b.near, p, func(d *journal.Digestion) journal.Maybe[float64] { return d.Bloating })
	}); s != "" {
		rows = append(rows, [2]string{"Bloating", s})
	}
	if s := b.scaleLine("belly pain", points, "day", func(p period) []float64 {
		return daily(b.near, p, func(d *journal.Digestion) journal.Maybe[float64] { return d.Pain })
	}); s != "" {
		rows = append(rows, [2]string{"Belly pain", s})
	}
	m.held = len(rows) > 0
	if len(rows) == 0 {
		m.blocks = []block{para{body: "Not recorded in this period."}}
		return m
	}
	m.blocks = []block{pairs{rows: rows}}
	return m
}

// cycle counts what was recorded of the menstrual cycle.
func (b *builder) cycle() made {
	m := made{title: "Cycle"}
	var first []string
	bleeding := map[journal.Day]bool{}
	all := inPeriod[*journal.Cycle](b.near, b.period)
	for _, c := range all {
		if c.CycleDay.Or(0) == 1 {
			first = append(first, shortDate(c.Day, b.period.to))
			b.row("cycle", "first day", "day", c.Day.String(), "1", "", "entered")
		}
		if c.Bleeding == journal.Yes {
			bleeding[c.Day] = true
			b.row("cycle", "bleeding", "day", c.Day.String(), "1", "yes 1", "entered")
		}
	}
	m.held = len(all) > 0
	switch {
	case len(all) == 0:
		m.blocks = []block{para{body: "Not recorded in this period."}}
	case len(first) == 0:
		m.blocks = []block{para{body: fmt.Sprintf("Bleeding on %s; no first day recorded.", plural(len(bleeding), "day"))}}
	default:
		m.blocks = []block{para{body: fmt.Sprintf("First day of bleeding: %s. Bleeding recorded on %s.", list(first, 26), plural(len(bleeding), "day"))}}
	}
	return m
}
