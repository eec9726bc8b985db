package series

import (
	"math"
	"slices"
)

// The days around the first day of bleeding that count as exposed when the
// cycle is tested as a factor.
const (
	cycleBefore = 7
	cycleAfter  = 2
	// usualCycle is taken as the length of a cycle while only one start is
	// known; the phase of the baseline uses the same number.
	usualCycle = 28
	// cycleApart is how many days two first days must lie apart; nearer ones
	// are one start told twice.
	cycleApart = 10
	// longestCycle bounds how far days are counted on after a first day.
	longestCycle = 45
)

// CountCycles counts the cycles that cycle days (1 = first day of bleeding)
// tell of, whether or not the first day itself was recorded.
func CountCycles(cycleDay []float64) int { return len(cycleStarts(cycleDay)) }

// cycleStarts returns the grid indices, negative before the grid, of the first
// days of bleeding that the cycle days imply, ascending.
func cycleStarts(cycleDay []float64) []int {
	var starts []int
	for t, d := range cycleDay {
		if math.IsNaN(d) || d < 1 {
			continue
		}
		s := t - int(math.Round(d)) + 1
		if len(starts) == 0 || s-starts[len(starts)-1] >= cycleApart {
			starts = append(starts, s)
		}
	}
	return starts
}

// CycleWindow returns 1 on the days from 7 before to 2 after the first day of
// bleeding, 0 on the others, NaN where no cycle day is known. After the last
// known start the next one is expected at the person's median length.
func CycleWindow(cycleDay []float64) []float64 {
	starts := cycleStarts(cycleDay)
	if n := len(starts); n > 0 {
		starts = append(starts, starts[n-1]+medianCycle(starts))
	}
	out := make([]float64, len(cycleDay))
	for t, d := range cycleDay {
		if math.IsNaN(d) {
			out[t] = d
			continue
		}
		for _, s := range starts {
			if t >= s-cycleBefore && t <= s+cycleAfter {
				out[t] = 1
			}
		}
	}
	return out
}

// medianCycle returns the median distance of successive starts that can be one
// cycle, 28 without any.
func medianCycle(starts []int) int {
	var lengths []int
	for i := 1; i < len(starts); i++ {
		if l := starts[i] - starts[i-1]; l <= longestCycle {
			lengths = append(lengths, l)
		}
	}
	if len(lengths) == 0 {
		return usualCycle
	}
	slices.Sort(lengths)
	return lengths[len(lengths)/2]
}
