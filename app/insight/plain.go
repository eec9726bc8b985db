package insight

import "math"

// daySide tells on which side of a plain comparison a day lies.
type daySide int8

const (
	sideUnknown   daySide = iota // some day of the window is not known
	sideAfter                    // exposed on a known day of the window
	sideOtherwise                // every day of the window known and unexposed
)

// sides sorts every day by what was known a … b days before it.
func sides(on []float64, a, b int) []daySide {
	out := make([]daySide, len(on))
	width := b - a + 1
	exposed, knowns := 0, 0
	count := func(t, by int) {
		if t < 0 || t >= len(on) || math.IsNaN(on[t]) {
			return
		}
		knowns += by
		if on[t] > 0 {
			exposed += by
		}
	}
	for l := a; l <= b; l++ {
		count(-l, 1)
	}
	for t := range out {
		switch {
		case exposed > 0:
			out[t] = sideAfter
		case knowns == width:
			out[t] = sideOtherwise
		}
		count(t-b, -1)
		count(t+1-a, 1)
	}
	return out
}

// plainMeans returns the mean of y and the number of scored days after an
// exposure and otherwise; NaN where there is no such day.
func plainMeans(y []float64, side []daySide) (after, otherwise float64, nAfter, nOtherwise int) {
	var sum [3]float64
	var n [3]int
	for t, s := range side {
		if !math.IsNaN(y[t]) {
			sum[s] += y[t]
			n[s]++
		}
	}
	return sum[sideAfter] / float64(n[sideAfter]), sum[sideOtherwise] / float64(n[sideOtherwise]),
		n[sideAfter], n[sideOtherwise]
}
