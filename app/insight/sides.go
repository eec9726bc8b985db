package insight

import (
	"math"

	"skinward/app/series"
)

// Exposure is the with/without reading of a factor that every count of the
// method follows: per day 1 with it, 0 without, NaN where it is not known. A
// number factor is "with" above the person's own median.
func Exposure(f series.Factor) []float64 { return exposureOf(f).on }

// Sides are the scored days behind the plain averages of a finding, as indices
// of the grid: Finding.NAfter and Finding.NOtherwise of them.
type Sides struct {
	After     []int // the factor was there on a known day of the window before
	Otherwise []int // every day of the window before is known to be without it
}

// PlainSides sorts the days on which an outcome was recorded by whether they
// lie in a window of days after a factor.
func PlainSides(f series.Factor, o series.Outcome, window [2]int) Sides {
	var s Sides
	for t, side := range sides(Exposure(f), window[0], window[1]) {
		if t >= len(o.Values) || math.IsNaN(o.Values[t]) {
			continue
		}
		switch side {
		case sideAfter:
			s.After = append(s.After, t)
		case sideOtherwise:
			s.Otherwise = append(s.Otherwise, t)
		}
	}
	return s
}
