package figure

import "math"

// Rolling returns, per day, on how many of the span days up to it a yes/no
// factor was there, for laying a food over other series. Days that are not
// known count in proportion; unless more than half are known there is no value.
func Rolling(on []float64, span int) []float64 {
	out := make([]float64, len(on))
	with, known := 0, 0
	count := func(i, by int) {
		if i < 0 || math.IsNaN(on[i]) {
			return
		}
		known += by
		if on[i] > 0 {
			with += by
		}
	}
	for i := range on {
		count(i, 1)
		count(i-span, -1)
		out[i] = math.NaN()
		if known > span/2 {
			out[i] = math.Round(float64(with*span)/float64(known)*10) / 10
		}
	}
	return out
}
