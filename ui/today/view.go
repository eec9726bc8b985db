package today

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"skinward/app/journal"
	"skinward/app/series"
)

// slotAt guesses the meal from the time of day.
func slotAt(t time.Time) journal.Slot {
	switch h := t.Hour(); {
	case h >= 4 && h < 11:
		return journal.Breakfast
	case h >= 11 && h < 15:
		return journal.Lunch
	case h >= 17 && h < 22:
		return journal.Dinner
	}
	return journal.Snack
}

// nextSlot is the first main meal that the day does not have yet.
func nextSlot(p *page) journal.Slot {
	for _, slot := range []journal.Slot{journal.Breakfast, journal.Lunch, journal.Dinner} {
		if !hasSlot(p, slot) {
			return slot
		}
	}
	return journal.Snack
}

// slotFor is the slot that a new meal is given unless the person says so: what
// the clock says, or the first main meal before it that is still missing.
func slotFor(p *page, now time.Time) journal.Slot {
	guess, next := slotAt(now), nextSlot(p)
	switch {
	case p.day != p.today:
		return next
	case !hasSlot(p, guess):
		return guess
	case slices.Index(journal.Slots(), next) < slices.Index(journal.Slots(), guess):
		return next
	}
	return journal.Snack
}

// hasSlot reports whether the page has that main meal.
func hasSlot(p *page, slot journal.Slot) bool {
	return slot != journal.Snack && slices.ContainsFunc(of[*journal.Meal](p), func(m *journal.Meal) bool { return m.Slot == slot })
}

// again is a meal that can be entered once more in one step.
type again struct {
	label string
	items []journal.MealItem
	line  string // of a saved meal, to be read; items is empty then
}

// maxAgain is how many meals are offered again.
const maxAgain = 3

// offers returns the meals to offer again: favourites first, then those eaten
// at this slot in the last fortnight, the most frequent first, then yesterday's.
func offers(p *page, slot journal.Slot) []again {
	type seen struct {
		meal  *journal.Meal
		times int
		order int
	}
	var all []*seen
	for i, m := range p.recent {
		at := slices.IndexFunc(all, func(s *seen) bool { return sameFoods(s.meal, m) })
		if at < 0 {
			all = append(all, &seen{meal: m, order: i})
			at = len(all) - 1
		}
		all[at].times++
		if m.Slot == slot {
			all[at].times += 3
		}
	}
	slices.SortStableFunc(all, func(a, b *seen) int {
		if a.times != b.times {
			return b.times - a.times
		}
		return a.order - b.order
	})
	var out []again
	saved := favourites(p)
	out = append(out, saved...)
	for _, s := range all {
		if len(out) >= len(saved)+maxAgain-1 {
			break
		}
		if slices.ContainsFunc(saved, func(a again) bool { return a.line == mealLine(s.meal.Items) }) {
			continue
		}
		if !slices.ContainsFunc(of[*journal.Meal](p), func(m *journal.Meal) bool { return sameFoods(m, s.meal) }) {
			out = append(out, again{label: short(s.meal.Detail()), items: eaten(s.meal)})
		}
	}
	for _, m := range p.recent {
		if m.Day == p.day.Add(-1) && m.Slot == slot && slot != journal.AnySlot {
			out = append(out, again{label: "Yesterday's " + string(slot), items: eaten(m)})
			break
		}
	}
	return out
}

// maxFavourites is how many favourites are offered; the others are completed
// like every food.
const maxFavourites = 5

// favourites returns the saved meals and favourite foods.
func favourites(p *page) []again {
	var out []again
	for _, f := range p.foods {
		if f.Favoured && len(out) < maxFavourites {
			out = append(out, again{label: short(f.Name), line: f.Name})
		}
	}
	return out
}

func sameFoods(a, b *journal.Meal) bool { return slices.Equal(a.Foods(), b.Foods()) }

func eaten(m *journal.Meal) []journal.MealItem {
	return slices.DeleteFunc(slices.Clone(m.Items), func(i journal.MealItem) bool { return i.Absent })
}

// short cuts a list of foods to what fits a chip.
func short(s string) string {
	const most = 34
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	cut := string(r[:most])
	if i := strings.LastIndex(cut, ","); i > 10 {
		cut = cut[:i]
	}
	return cut + " …"
}

// insightNote says how far a journal with n rated days is from its first
// comparisons.
func insightNote(n int) (strong, rest string) {
	switch {
	case n == 0:
		return "A first day.", " Insights begin with 30 days that have a skin rating."
	case n < 30:
		return fmt.Sprintf("%s in.", days(n)), fmt.Sprintf(" The first comparisons begin at 30 days with a skin rating: %s more.", days(30-n))
	case n < 60:
		return fmt.Sprintf("%d days in.", n), fmt.Sprintf(" First hints are possible; surer links need 60 days with a skin rating: %s more.", days(60-n))
	case n < 90:
		return fmt.Sprintf("%d days in.", n), fmt.Sprintf(" The surest grade needs 90 days with a skin rating: %s more.", days(90-n))
	}
	return fmt.Sprintf("%d days in.", n), " Every further day narrows the ranges in Insights."
}

func days(n int) string {
	if n == 1 {
		return "1 day"
	}
	return fmt.Sprintf("%d days", n)
}

// courseDay says on which day of a course somebody is: "day 23 of 60".
func courseDay(c *journal.Course, day journal.Day) string {
	n := day.Sub(c.Day) + 1
	if c.Stop.IsZero() {
		return fmt.Sprintf("day %d", n)
	}
	return fmt.Sprintf("day %d of %d", n, c.Stop.Sub(c.Day)+1)
}

// number writes a value without needless digits.
func number(v float64) string { return strings.TrimSuffix(fmt.Sprintf("%.1f", v), ".0") }

// signNames are the signs of each condition that can be rated, in own words.
var signNames = map[journal.Condition][]string{
	journal.Acne:      {"comedones", "papules", "pustules", "nodules"},
	journal.Eczema:    {"redness", "swelling", "weeping", "scratch marks", "thickened skin", "dryness"},
	journal.Psoriasis: {"redness", "thickness", "scaling"},
	journal.Rosacea:   {"redness", "flushing", "bumps", "gritty eyes"},
}

// conditionsOf returns the known conditions that a profile names.
func conditionsOf(p *journal.Profile) []journal.Condition {
	if p == nil {
		return nil
	}
	var out []journal.Condition
	for _, c := range journal.Conditions() {
		for _, d := range p.Conditions {
			if strings.Contains(strings.ToLower(d.Name), string(c)) {
				out = append(out, c)
				break
			}
		}
	}
	return out
}

// skinWords words the steps of the skin's rating.
func skinWords(v int) string {
	return [...]string{"clear", "almost clear", "very mild", "mild", "mild to moderate", "moderate", "moderate to strong", "strong", "very strong", "severe", "worst ever"}[min(max(v, 0), 10)]
}

// flareDays is how far back severity is read to tell a flare.
const flareDays = 60

// flareRun counts the recorded days of the flare that day belongs to, 0 when
// there is none. What a flare is, app/series says for everybody.
func flareRun(digests map[journal.Day]journal.DayDigest, day journal.Day) int {
	severity := make([]float64, flareDays+1)
	for i := range severity {
		severity[i] = math.NaN()
		if v, ok := digests[day.Add(i-flareDays)].Severity.Get(); ok {
			severity[i] = v
		}
	}
	flares, n := series.Flares(severity), 0
	for i := flareDays; i >= 0; i-- {
		switch {
		case flares[i] == 1:
			n++
		case flares[i] == 0, n == 0: // the day itself is open, or the flare began after i
			return n
		}
	}
	return n
}

// flareWords says that a flare is on, and by which rule.
func flareWords(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("Flare, recorded day %d: two days or more in a row at least 2 points above the usual level of the 14 recorded days before.", n)
}
