package main

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"

	"skinward/app/insight"
)

// The methods that are common in this field, to compare with. x and y are one
// value per day, NaN where nothing is known.

// bestLagSpearman returns the smallest p of the rank correlations at lags 0 to
// 13, taken at face value.
func bestLagSpearman(x, y []float64) float64 {
	best := 1.0
	for l := range 14 {
		if l >= len(x) {
			break
		}
		rho, n := insight.Spearman(x[:len(x)-l], y[l:])
		best = math.Min(best, correlationP(rho, n))
	}
	return best
}

// correlationP returns the two-sided p of a correlation of n pairs, from t with
// n-2 degrees of freedom.
func correlationP(r float64, n int) float64 {
	if math.IsNaN(r) || n < 4 {
		return 1
	}
	t := r * math.Sqrt(float64(n-2)/math.Max(1-r*r, 1e-300))
	return 2 * distuv.StudentsT{Sigma: 1, Nu: float64(n - 2)}.Survival(math.Abs(t))
}

// afterOtherwise returns the p of Welch's t test of the days 1-3 after an
// exposure against the other known days.
func afterOtherwise(x, y []float64) float64 {
	var g [2][]float64
	for t := 3; t < len(x); t++ {
		on, known := false, true
		for l := 1; l <= 3; l++ {
			on = on || x[t-l] > 0
			known = known && !math.IsNaN(x[t-l])
		}
		switch {
		case math.IsNaN(y[t]):
		case on:
			g[1] = append(g[1], y[t])
		case known:
			g[0] = append(g[0], y[t])
		}
	}
	m0, v0 := moments(g[0])
	m1, v1 := moments(g[1])
	n0, n1 := float64(len(g[0])), float64(len(g[1]))
	a, b := v0/n0, v1/n1
	if n0 < 2 || n1 < 2 || a+b == 0 {
		return 1
	}
	df := (a + b) * (a + b) / (a*a/(n0-1) + b*b/(n1-1))
	return 2 * distuv.StudentsT{Sigma: 1, Nu: df}.Survival(math.Abs(m1-m0)/math.Sqrt(a+b))
}

// moments returns mean and sample variance.
func moments(v []float64) (mean, variance float64) {
	for _, x := range v {
		mean += x / float64(len(v))
	}
	for _, x := range v {
		variance += (x - mean) * (x - mean) / float64(len(v)-1)
	}
	return mean, variance
}

// kendall returns tau-b of the pairs in which both are known and its two-sided
// p from the normal approximation with ties.
func kendall(x, y []float64) (tau, p float64) {
	var a, b []float64
	for i := range x {
		if !math.IsNaN(x[i]) && !math.IsNaN(y[i]) {
			a, b = append(a, x[i]), append(b, y[i])
		}
	}
	s := 0.0
	for i := range a {
		for j := range i {
			s += sign(a[i]-a[j]) * sign(b[i]-b[j])
		}
	}
	n := float64(len(a))
	all := n * (n - 1) / 2
	x1, x2, x3 := tieSums(a)
	y1, y2, y3 := tieSums(b)
	tau = s / math.Sqrt((all-x1)*(all-y1))
	variance := (n*(n-1)*(2*n+5)-x3-y3)/18 + 2*x1*y1/(n*(n-1)) + x2*y2/(9*n*(n-1)*(n-2))
	if math.IsNaN(tau) || variance <= 0 {
		return tau, 1
	}
	return tau, 2 * distuv.UnitNormal.Survival(math.Abs(s)/math.Sqrt(variance))
}

func sign(v float64) float64 {
	switch {
	case v > 0:
		return 1
	case v < 0:
		return -1
	}
	return 0
}

// tieSums returns the sums over groups of t equal values of t(t-1)/2,
// t(t-1)(t-2) and t(t-1)(2t+5).
func tieSums(v []float64) (pairs, triples, weighted float64) {
	groups := map[float64]float64{}
	for _, x := range v {
		groups[x]++
	}
	for _, t := range groups { // sums of whole numbers: the order does not matter
		pairs += t * (t - 1) / 2
		triples += t * (t - 1) * (t - 2)
		weighted += t * (t - 1) * (2*t + 5)
	}
	return pairs, triples, weighted
}
