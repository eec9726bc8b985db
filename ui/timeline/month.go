package timeline

import (
	"fmt"
	"math"
	"slices"

	"skinward/app/journal"
	"skinward/app/series"
)

// monthSum is what the ratings of a month come to.
type monthSum struct {
	rated  int
	median float64 // of the days' means, as the other two
	least  float64
	worst  float64
	judged int // days of which it is known whether they lie in a flare
	flares int // days in a flare
}

// monthSums sums up every month that has ratings, by its first day. Flares
// follow the rule of the insights, over the journal as a whole.
func monthSums(digests []journal.DayDigest) map[journal.Day]monthSum {
	if len(digests) == 0 {
		return nil
	}
	first, last := digests[0].Day, digests[len(digests)-1].Day
	severity := make([]float64, last.Sub(first)+1)
	for i := range severity {
		severity[i] = math.NaN()
	}
	rated := map[journal.Day][]float64{}
	for _, d := range digests {
		if v, ok := d.Severity.Get(); ok {
			severity[d.Day.Sub(first)] = v
			m, _ := month(d.Day)
			rated[m] = append(rated[m], v)
		}
	}
	out := map[journal.Day]monthSum{}
	for m, v := range rated {
		slices.Sort(v)
		half := len(v) / 2
		out[m] = monthSum{rated: len(v), median: (v[half] + v[(len(v)-1)/2]) / 2, least: v[0], worst: v[len(v)-1]}
	}
	for i, f := range series.Flares(severity) {
		if math.IsNaN(f) {
			continue
		}
		m, _ := month(first.Add(i))
		sum := out[m]
		sum.judged++
		sum.flares += int(f)
		out[m] = sum
	}
	return out
}

// words say a month in one line, "" without ratings.
func (s monthSum) words() string {
	if s.rated == 0 {
		return ""
	}
	words := fmt.Sprintf("middle rating %.3g, %s", s.median, count(s.rated, "day rated", "days rated"))
	if s.flares > 0 {
		words += ", " + count(s.flares, "flare day", "flare days")
	}
	return words
}

// facts are the lines of the table below the calendar: what is counted, and
// how to write it for a month of so many days until today.
var facts = []struct {
	label string
	of    func(s monthSum, days int) string
}{
	{"Days rated", func(s monthSum, days int) string { return fmt.Sprintf("%d of %d", s.rated, days) }},
	{"Middle rating", func(s monthSum, _ int) string { return fmt.Sprintf("%.3g", s.median) }},
	{"Least and worst", func(s monthSum, _ int) string { return fmt.Sprintf("%.3g … %.3g", s.least, s.worst) }},
	{"Flare days", func(s monthSum, _ int) string {
		if s.judged == 0 {
			return none
		}
		return fmt.Sprint(s.flares)
	}},
}

// none stands where nothing can be counted.
const none = "–"

// factOf writes one fact; a month without ratings shows a dash.
func factOf(i int, s monthSum, first, today journal.Day) string {
	if s.rated == 0 {
		return none
	}
	_, last := month(first)
	if last.After(today) {
		last = today
	}
	return facts[i].of(s, last.Sub(first)+1)
}
