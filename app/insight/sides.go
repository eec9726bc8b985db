package insight

import (
	"fmt"
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

// Lacking says why the two sides cannot be set beside each other, "" when they
// can.
func (s Sides) Lacking(f Finding) string {
	switch {
	case len(s.After)+len(s.Otherwise) == 0:
		return "No rated day has a window before it that is known."
	case len(s.Otherwise) == 0:
		return fmt.Sprintf("Every rated day lies %s after it, so there is no other day to set beside.", span(f.Window))
	case len(s.After) == 0:
		return fmt.Sprintf("No rated day lies %s after it.", span(f.Window))
	}
	return ""
}
