package insight

import (
	"cmp"
	"math"
	"slices"
)

// Spearman returns the rank correlation of the pairs in which both are known
// (mid-ranks for ties) and their number; NaN when either does not vary. It is
// shown as a description only, never with a p-value.
func Spearman(x, y []float64) (rho float64, n int) {
	x, y = complete(x, y)
	return Pearson(midranks(x), midranks(y))
}

// Pearson returns the correlation of the pairs in which both are known and
// their number; NaN when either does not vary.
func Pearson(x, y []float64) (r float64, n int) {
	x, y = complete(x, y)
	mx, my := mean(x), mean(y)
	var xx, yy, xy float64
	for i := range x {
		dx, dy := x[i]-mx, y[i]-my
		xx += dx * dx
		yy += dy * dy
		xy += dx * dy
	}
	return xy / math.Sqrt(xx*yy), len(x)
}

func complete(x, y []float64) (a, b []float64) {
	for i, v := range x {
		if !math.IsNaN(v) && !math.IsNaN(y[i]) {
			a = append(a, v)
			b = append(b, y[i])
		}
	}
	return a, b
}

// midranks returns the ranks of x, ties sharing the mean of theirs.
func midranks(x []float64) []float64 {
	order := make([]int, len(x))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(x[a], x[b]) })
	out := make([]float64, len(x))
	for i := 0; i < len(order); {
		j := i
		for j < len(order) && x[order[j]] == x[order[i]] {
			j++
		}
		for _, k := range order[i:j] {
			out[k] = float64(i+j+1) / 2
		}
		i = j
	}
	return out
}
