package exchange

import (
	"slices"

	"skinward/app/journal"
)

// look notes what a person should know about a diary that is valid but odd.
func (r *Report) look(rows []Row, today journal.Day) {
	if n, first := firstAfter(rows, today); n > 0 {
		r.notice("%s after today, the first in line %d (%s); they were kept", countLie(n), first.Line, first.Day)
	}
	r.lookOrder(rows)
	r.lookRepeats(rows)
	for _, name := range []string{"severity", "itch", "stress"} {
		r.lookScale(rows, name)
	}
}

func countLie(n int) string {
	if n == 1 {
		return "1 row lies"
	}
	return count(n, "row", "rows") + " lie"
}

func (r *Report) lookOrder(rows []Row) {
	for i := 1; i < len(rows); i++ {
		if rows[i].Day.Before(rows[i-1].Day) {
			r.notice("dates are not in order, first in line %d; the rows were put on their own days", rows[i].Line)
			return
		}
	}
}

// once is what a day normally has one value of when no time is given.
func once(r Row) bool {
	if !r.Clock.IsZero() {
		return false
	}
	switch r.Kind {
	case KindSkin, KindSleep, KindCycle, KindStress:
		return true
	}
	return false
}

func (r *Report) lookRepeats(rows []Row) {
	type slot struct {
		day        journal.Day
		kind, name string
	}
	seen := map[slot]int{}
	days := map[journal.Day]bool{}
	var first Row
	var what string
	for _, row := range rows {
		if !once(row) {
			continue
		}
		s := slot{row.Day, row.Kind, row.Name}
		if seen[s]++; seen[s] == 2 {
			if len(days) == 0 {
				first, what = row, row.Name
			}
			days[row.Day] = true
		}
	}
	if n := len(days); n > 0 {
		r.notice("%s recorded more than once, first %s in line %d (%s); all values were kept", countIs(n), what, first.Line, first.Day)
	}
}

func countIs(n int) string {
	if n == 1 {
		return "1 day is"
	}
	return count(n, "day", "days") + " are"
}

// scaleSide is how many values each side of a change of scale must have.
const scaleSide = 20

// lookScale notices values that look like two scales: before some day all of
// them lie below all that come after, or the other way round.
func (r *Report) lookScale(rows []Row, name string) {
	type point struct {
		day journal.Day
		v   float64
	}
	var ps []point
	for _, row := range rows {
		if v, ok := row.Value.Get(); ok && row.Name == name && (row.Kind == KindSkin || row.Kind == KindStress) {
			ps = append(ps, point{row.Day, v})
		}
	}
	n := len(ps)
	if n < 2*scaleSide {
		return
	}
	slices.SortStableFunc(ps, func(a, b point) int { return a.day.Compare(b.day) })
	lo, hi := make([]float64, n+1), make([]float64, n+1) // of the values from i on
	lo[n], hi[n] = 1e300, -1e300
	for i := n - 1; i >= 0; i-- {
		lo[i], hi[i] = min(lo[i+1], ps[i].v), max(hi[i+1], ps[i].v)
	}
	a, b := ps[0].v, ps[0].v
	for i := 1; i <= n-scaleSide; i++ {
		if i >= scaleSide && (b < lo[i] || a > hi[i]) {
			r.notice("%s lies between %s and %s before %s and between %s and %s from then on; if the scale changed that day, bring both parts to 0-10 and import again",
				name, plain(a), plain(b), ps[i].day, plain(lo[i]), plain(hi[i]))
			return
		}
		a, b = min(a, ps[i].v), max(b, ps[i].v)
	}
}
