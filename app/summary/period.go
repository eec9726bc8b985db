package summary

import (
	"math"
	"slices"

	"skinward/app/figure"
	"skinward/app/journal"
	"skinward/app/series"
)

// period is a run of days, both ends included.
type period struct{ from, to journal.Day }

func (p period) days() int { return p.to.Sub(p.from) + 1 }

func (p period) holds(d journal.Day) bool { return !d.Before(p.from) && !d.After(p.to) }

// before is the equally long period that ends the day before p.
func (p period) before() period { return period{p.from.Add(-p.days()), p.from.Add(-1)} }

// last is the last n days of p, or all of it when it is shorter.
func (p period) last(n int) period {
	if p.days() <= n {
		return p
	}
	return period{p.to.Add(1 - n), p.to}
}

// cut returns the days of the grid's values that lie in p, NaN where the grid
// does not reach.
func (p period) cut(set series.Set, values []float64) []float64 {
	out := make([]float64, p.days())
	at := p.from.Sub(set.First)
	for i := range out {
		out[i] = math.NaN()
		if k := at + i; k >= 0 && k < len(values) && k < set.Days {
			out[i] = values[k]
		}
	}
	return out
}

// outcome returns an outcome's days in p, all NaN when the set lacks it.
func (p period) outcome(set series.Set, name string) []float64 {
	o, _ := set.Outcome(name)
	return p.cut(set, o.Values)
}

// daily returns the mean per day of what pick reads from the records of one
// type, NaN on days without.
func daily[T journal.Record](log journal.Log, p period, pick func(T) journal.Maybe[float64]) []float64 {
	sum, n := make([]float64, p.days()), make([]float64, p.days())
	for _, r := range journal.Select[T](log) {
		d := r.Base().Day
		if v, ok := pick(r).Get(); ok && p.holds(d) {
			i := d.Sub(p.from)
			sum[i] += v
			n[i]++
		}
	}
	for i := range sum {
		sum[i] /= n[i] // 0/0 is NaN: not recorded
	}
	return sum
}

// state returns 1 and 0 per day for yes and no, NaN where nobody answered; yes
// wins within a day.
func state[T journal.Record](log journal.Log, p period, pick func(T) journal.State) []float64 {
	out := make([]float64, p.days())
	for i := range out {
		out[i] = math.NaN()
	}
	for _, r := range journal.Select[T](log) {
		d := r.Base().Day
		if !p.holds(d) {
			continue
		}
		i := d.Sub(p.from)
		switch pick(r) {
		case journal.Yes:
			out[i] = 1
		case journal.No:
			if math.IsNaN(out[i]) {
				out[i] = 0
			}
		}
	}
	return out
}

func recorded(v []float64) int {
	n := 0
	for _, x := range v {
		if !math.IsNaN(x) {
			n++
		}
	}
	return n
}

func mean(v []float64) float64 {
	sum, n := 0.0, 0
	for _, x := range v {
		if !math.IsNaN(x) {
			sum += x
			n++
		}
	}
	return sum / float64(n)
}

func sum(v []float64) float64 {
	s := 0.0
	for _, x := range v {
		if !math.IsNaN(x) {
			s += x
		}
	}
	return s
}

func median(v []float64) float64 { return figure.Median(v) }

// flares counts the runs of flare days and returns their lengths from first to
// last day. Up to two days without a record do not end a flare.
func flares(v []float64) []int {
	var out []int
	start, last := -1, -1
	for i, x := range v {
		switch {
		case x > 0:
			if start < 0 {
				start = i
			}
			last = i
		case start >= 0 && (x == 0 || i-last > 2):
			out = append(out, last-start+1)
			start = -1
		}
	}
	if start >= 0 {
		out = append(out, last-start+1)
	}
	return out
}

// dayset returns the days of p with at least one record of a kind.
func dayset(log journal.Log, p period, keep func(journal.Record) bool) []journal.Day {
	seen := map[journal.Day]bool{}
	for _, r := range log {
		if d := r.Base().Day; p.holds(d) && keep(r) {
			seen[d] = true
		}
	}
	out := make([]journal.Day, 0, len(seen))
	for d := range seen {
		out = append(out, d)
	}
	slices.SortFunc(out, journal.Day.Compare)
	return out
}
