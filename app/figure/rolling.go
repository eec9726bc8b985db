package figure

import "math"

// RollingDays is how many days a rolling count looks back.
const RollingDays = 7

// Rolling returns, per day, on how many of the RollingDays days up to it a
// yes/no factor was there, for laying a food over other series. Days that are
// not known count in proportion; with fewer than four known there is no value.
func Rolling(on []float64) []float64 {
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
		count(i-RollingDays, -1)
		out[i] = math.NaN()
		if known > RollingDays/2 {
			out[i] = math.Round(float64(with)*RollingDays/float64(known)*10) / 10
		}
	}
	return out
}
