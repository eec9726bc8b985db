package series

import (
	"fmt"
	"math"

	"skinward/app/journal"
)

func (b *builder) note(code, text string) {
	b.set.Notices = append(b.set.Notices, Notice{Code: code, Text: text})
}

// remarks says what was done about odd input.
func (b *builder) remarks() {
	if b.future > 0 {
		b.note(NoticeFuture, fmt.Sprintf("Entries of %s dated after %s were left out.", count(b.future, "day"), b.o.Today))
	}
	if b.set.Days == 1 {
		b.note("one_day", "The skin was rated on a single day, so nothing can be compared yet.")
	}
	if b.severalSkin > 0 {
		b.note("several_entries", fmt.Sprintf("On %s the skin was rated more than once: ratings of a day were averaged, counts were added up.", count(b.severalSkin, "day")))
	}
	for _, o := range b.set.Outcomes {
		if v, same := constant(o.Values); same && o.Recorded() > 1 && !o.Own && o.Kind != OutcomeYesNo {
			b.note("constant", fmt.Sprintf("%s is %g on every recorded day, so nothing can go with it.", o.Label, v))
		}
	}
	b.twoScales()
	if before := b.strays(); before > 0 {
		b.note("outside_skin", fmt.Sprintf("Entries of %s before the first or after the last skin rating were not used.", count(before, "day")))
	}
}

// strays counts the days with meals or context that lie outside the grid.
func (b *builder) strays() int {
	days := map[journal.Day]bool{}
	for _, r := range b.log {
		switch r.(type) {
		case *journal.Meal, *journal.Stress, *journal.Sleep, *journal.Water, *journal.Digestion, *journal.Dose:
			if _, in := b.index(r.Base().Day); !in {
				days[r.Base().Day] = true
			}
		}
	}
	return len(days)
}

// twoScales says when imported ratings and those entered here cannot be on the
// same scale, and leaves both as they are.
func (b *builder) twoScales() {
	const enough = 20 // entries on each side
	check := func(label string, value func(*journal.SkinCheck) journal.Maybe[float64]) {
		most := map[bool]float64{true: math.Inf(-1), false: math.Inf(-1)}
		n := map[bool]int{}
		for _, c := range journal.Select[*journal.SkinCheck](b.log) {
			if v, ok := value(c).Get(); ok {
				in := c.Source == journal.Imported
				n[in]++
				most[in] = max(most[in], v)
			}
		}
		if n[true] < enough || n[false] < enough {
			return
		}
		lo, hi := min(most[true], most[false]), max(most[true], most[false])
		if hi > 5 && lo > 0 && lo <= hi/2 {
			b.note("two_scales", fmt.Sprintf(
				"%s reaches %g in what was imported and %g in what was entered here; if the imported diary used a smaller scale, import it again with the values brought to 0 to 10. Nothing was changed.",
				label, most[true], most[false]))
		}
	}
	check("Severity", func(c *journal.SkinCheck) journal.Maybe[float64] { return c.Severity })
	check("Itch", func(c *journal.SkinCheck) journal.Maybe[float64] { return c.Itch })
}

// constant reports whether every known value is the same.
func constant(x []float64) (v float64, same bool) {
	v = math.NaN()
	for _, w := range x {
		if math.IsNaN(w) {
			continue
		}
		if !math.IsNaN(v) && w != v {
			return v, false
		}
		v = w
	}
	return v, !math.IsNaN(v)
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
