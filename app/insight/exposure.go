package insight

import (
	"math"
	"slices"

	"skinward/app/series"
)

// filled returns x with every NaN replaced by the mean of the known values; 0
// where nothing is known.
func filled(x []float64) []float64 {
	m := meanKnown(x)
	out := make([]float64, len(x))
	for i, v := range x {
		if math.IsNaN(v) {
			v = m
		}
		out[i] = v
	}
	return out
}

// lagged returns x moved l days later; the first l days are NaN.
func lagged(x []float64, l int) []float64 {
	out := make([]float64, len(x))
	for i := range out {
		if i < l {
			out[i] = math.NaN()
			continue
		}
		out[i] = x[i-l]
	}
	return out
}

func meanKnown(x []float64) float64 {
	sum, n := 0.0, 0
	for _, v := range x {
		if !math.IsNaN(v) {
			sum += v
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// knownShare returns the share of n days on which x is known.
func knownShare(x []float64, n int) float64 {
	if n == 0 || len(x) == 0 {
		return 0
	}
	return float64(known(x)) / float64(n)
}

func known(x []float64) int {
	n := 0
	for _, v := range x {
		if !math.IsNaN(v) {
			n++
		}
	}
	return n
}

// exposure is the with/without reading of a factor: 1, 0 or NaN per day. A
// number factor is "with" above the person's own median.
type exposure struct {
	on       []float64
	with     int // known days with
	without  int
	switches int // changes between consecutive known days
	runs     int // starts, a run under way on the first known day included
	median   float64
}

func exposureOf(f series.Factor) exposure {
	e := exposure{on: f.Values, median: math.NaN()}
	if !f.Binary {
		e.median = quantile(f.Values, 0.5)
		e.on = make([]float64, len(f.Values))
		for i, v := range f.Values {
			switch {
			case math.IsNaN(v):
				e.on[i] = v
			case v > e.median:
				e.on[i] = 1
			}
		}
	}
	last := math.NaN()
	for _, v := range e.on {
		if math.IsNaN(v) {
			continue
		}
		on := v > 0
		if on {
			e.with++
		} else {
			e.without++
		}
		if !math.IsNaN(last) && on != (last > 0) {
			e.switches++
		}
		if on && !(last > 0) {
			e.runs++
		}
		last = v
	}
	return e
}

// courseRun is the mean length of an unbroken run, in recorded days, from
// which a factor counts as taken in courses.
const courseRun = 7

// course reports whether the factor is taken in courses.
func (e exposure) course() bool {
	return e.runs > 0 && float64(e.with)/float64(e.runs) >= courseRun
}

// quantile returns the q-quantile of the known values by linear interpolation
// between order statistics (type 7), NaN when none is known.
func quantile(x []float64, q float64) float64 {
	v := make([]float64, 0, len(x))
	for _, w := range x {
		if !math.IsNaN(w) {
			v = append(v, w)
		}
	}
	if len(v) == 0 {
		return math.NaN()
	}
	slices.Sort(v)
	h := q * float64(len(v)-1)
	lo := int(math.Floor(h))
	hi := min(lo+1, len(v)-1)
	return v[lo] + (h-float64(lo))*(v[hi]-v[lo])
}

// spread returns the distance from the 10th to the 90th percentile.
func spread(x []float64) float64 { return quantile(x, 0.9) - quantile(x, 0.1) }

func distinct(x []float64) int {
	seen := map[float64]struct{}{}
	for _, v := range x {
		if !math.IsNaN(v) {
			seen[v] = struct{}{}
		}
	}
	return len(seen)
}
