package insight

import (
	"math"

	"skinward/app/series"
)

// model is the expected skin of one outcome: what the days before, the
// weekday, the trend and the confounders explain, and the surprises left.
type model struct {
	residualModel
	gains gains
	days  int       // of the grid
	q     []float64 // row-major m×p, orthonormal basis of the whitened regressors
	p     int
	e     []float64 // surprises, length m
	rss   float64
}

// newModel builds the surprises of series k at the chosen residual model.
func (pn *panel) newModel(rm residualModel, w want) *model {
	m, n := len(pn.obs), len(pn.basis)/pn.basisP
	md := &model{residualModel: rm, gains: newGains(pn.obs, rm.phi, rm.lambda), days: n}
	state := make([]float64, pn.basisP+1)
	white := make([]float64, m*pn.basisP)
	md.gains.whiten(white, pn.basis, state, pn.basisP)
	var q [][]float64
	for _, i := range w.keep {
		v := make([]float64, m)
		for r := range v {
			v[r] = white[r*pn.basisP+i]
		}
		own := norm(v)
		for range 2 {
			for _, u := range q {
				axpy(v, -dot(u, v), u)
			}
		}
		left := norm(v)
		if !(left > dropBelow*own) {
			continue
		}
		scale(v, 1/left)
		q = append(q, v)
	}
	md.p = len(q)
	md.q = make([]float64, m*md.p)
	for j, v := range q {
		for r, x := range v {
			md.q[r*md.p+j] = x
		}
	}
	k := len(pn.y)
	src := make([]float64, n)
	for t := range src {
		src[t] = pn.centred[t*k+w.series]
	}
	md.e = make([]float64, m)
	md.gains.whiten(md.e, src, state, 1)
	for range 2 {
		for _, u := range q {
			axpy(md.e, -dot(u, md.e), u)
		}
	}
	md.rss = dot(md.e, md.e)
	return md
}

// testScale returns y, or its square root where the method tests on it: counts
// and 0 … 10 scales with a long upper tail.
func testScale(o series.Outcome) (y []float64, sqrt bool, skew float64) {
	skew = skewness(o.Values)
	if o.Kind != series.OutcomeCount && !(o.Kind == series.OutcomeScale && skew > 1) {
		return o.Values, false, skew
	}
	y = make([]float64, len(o.Values))
	for i, v := range o.Values {
		y[i] = math.Sqrt(math.Max(v, 0))
		if math.IsNaN(v) {
			y[i] = v
		}
	}
	return y, true, skew
}

// skewness returns the sample skewness m3/m2^1.5 of the known values, 0 when
// they do not vary.
func skewness(x []float64) float64 {
	m, n := meanKnown(x), float64(known(x))
	var s2, s3 float64
	for _, v := range x {
		if !math.IsNaN(v) {
			d := v - m
			s2 += d * d
			s3 += d * d * d
		}
	}
	if n == 0 || s2 <= 0 {
		return 0
	}
	return (s3 / n) / math.Pow(s2/n, 1.5)
}
