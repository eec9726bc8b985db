package insight

import (
	"math"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"
)

// trial is the answer of one regressor in one model.
type trial struct {
	b  float64 // coefficient, points per unit of the regressor
	se float64 // the larger of model and HC1 standard error
	t  float64
	p  float64
}

// inseparable is the share of a whitened regressor that must be left after
// removing the baseline; below it the regressor cannot be told from it.
const inseparable = 1e-6

// cleaned holds whitened regressors of a block with the baseline removed.
type cleaned struct {
	r    []float64 // row-major m×k
	k    int
	ss   []float64 // r'r per column
	re   []float64 // r'e per column
	flat []bool    // nothing left to tell the column from the baseline
}

// clean whitens the k columns of src (row-major over all days) and removes the
// baseline from them. The result lives in ws until its next use.
func (md *model) clean(src []float64, k int, ws *workspace) cleaned {
	m := len(md.e)
	w := ws.get(10, m*k)
	md.gains.whiten(w, src, ws.get(11, k), k)
	c := cleaned{r: w, k: k, ss: make([]float64, k), re: make([]float64, k), flat: make([]bool, k)}
	ww := make([]float64, k)
	sumSquares(ww, w, k)
	coef := blas64.General{Rows: md.p, Cols: k, Stride: k, Data: ws.get(12, md.p*k)}
	q := blas64.General{Rows: m, Cols: md.p, Stride: md.p, Data: md.q}
	wm := blas64.General{Rows: m, Cols: k, Stride: k, Data: w}
	blas64.Gemm(blas.Trans, blas.NoTrans, 1, q, wm, 0, coef)
	blas64.Gemm(blas.NoTrans, blas.NoTrans, -1, q, coef, 1, wm)
	sumSquares(c.ss, w, k)
	for r, e := range md.e {
		for j, v := range w[r*k : r*k+k] {
			c.re[j] += v * e
		}
	}
	for j := range c.flat {
		c.flat[j] = !(c.ss[j] >= inseparable*ww[j]) || !(c.ss[j] > 0)
	}
	return c
}

func sumSquares(dst, w []float64, k int) {
	for at := 0; at < len(w); at += k {
		for j, v := range w[at : at+k] {
			dst[j] += v * v
		}
	}
}

// trials tests every cleaned column alone.
func (md *model) trials(c cleaned) []trial {
	m := len(md.e)
	df := float64(m - md.p - 1)
	out := make([]trial, c.k)
	hc := make([]float64, c.k)
	b := make([]float64, c.k)
	for j := range b {
		if !c.flat[j] {
			b[j] = c.re[j] / c.ss[j]
		}
	}
	for r, e := range md.e {
		for j, v := range c.r[r*c.k : r*c.k+c.k] {
			u := v * (e - b[j]*v)
			hc[j] += u * u
		}
	}
	for j := range out {
		if c.flat[j] {
			out[j] = trial{p: 1, se: math.Inf(1)}
			continue
		}
		s := c.ss[j]
		model := math.Max(md.rss-b[j]*c.re[j], 0) / df / s
		robust := float64(m) / df * hc[j] / (s * s)
		tr := trial{b: b[j], se: math.Sqrt(math.Max(model, robust))}
		tr.t = tr.b / tr.se
		if tr.b == 0 {
			tr.t = 0
		}
		tr.p = twoSided(tr.t, df)
		out[j] = tr
	}
	return out
}

// joint is a joint fit of several columns of a block.
type joint struct {
	beta   []float64
	inv    []float64 // inverse cross products
	sigma2 float64
	meat   []float64 // HC1 middle
	df     float64
	ok     bool
}

// jointFit regresses the surprises on the columns at … at+l-1 of c together.
func (md *model) jointFit(c cleaned, at, l int) joint {
	return md.jointFitOn(c, at, l, 0, len(md.e))
}

// jointFitOn does so over the observed days from … to-1; the baseline's
// degrees of freedom are shared out by the number of days.
func (md *model) jointFitOn(c cleaned, at, l, from, to int) joint {
	m := to - from
	j := joint{df: float64(m-l) - float64(md.p)*float64(m)/float64(len(md.e))}
	if j.df < 1 {
		return j
	}
	j.inv = make([]float64, l*l)
	xe := make([]float64, l)
	for r := from; r < to; r++ {
		row := c.r[r*c.k+at : r*c.k+at+l]
		for a, v := range row {
			xe[a] += v * md.e[r]
			for b := 0; b <= a; b++ {
				j.inv[a*l+b] += v * row[b]
			}
		}
	}
	mirror(j.inv, l)
	for a := range l {
		if c.flat[at+a] {
			return j
		}
	}
	if !invertSPD(j.inv, l) {
		return j
	}
	j.beta = make([]float64, l)
	for a := range l {
		j.beta[a] = dot(j.inv[a*l:a*l+l], xe)
	}
	j.meat = make([]float64, l*l)
	rss := 0.0
	for r := from; r < to; r++ {
		row := c.r[r*c.k+at : r*c.k+at+l]
		u := md.e[r] - dot(row, j.beta)
		rss += u * u
		for a, v := range row {
			uv := u * u * v
			for b := 0; b <= a; b++ {
				j.meat[a*l+b] += uv * row[b]
			}
		}
	}
	mirror(j.meat, l)
	scale(j.meat, float64(m)/j.df)
	j.sigma2 = rss / j.df
	j.ok = true
	return j
}

func mirror(a []float64, n int) {
	for i := range n {
		for k := range i {
			a[k*n+i] = a[i*n+k]
		}
	}
}

// estimate is a contrast of a joint fit with its standard error.
type estimate struct{ value, se, df float64 }

// contrast returns the estimate of the weighted sum of coefficients.
func (j joint) contrast(weight []float64) estimate {
	l := len(j.beta)
	v := make([]float64, l)
	for a := range l {
		v[a] = dot(j.inv[a*l:a*l+l], weight)
	}
	model := j.sigma2 * dot(weight, v)
	robust := 0.0
	for a := range l {
		robust += v[a] * dot(j.meat[a*l:a*l+l], v)
	}
	return estimate{dot(weight, j.beta), math.Sqrt(math.Max(model, robust)), j.df}
}

// window returns the mean coefficient of the lags a … b.
func (j joint) window(a, b int) estimate {
	w := make([]float64, len(j.beta))
	for i := a; i <= b; i++ {
		w[i] = 1 / float64(b-a+1)
	}
	return j.contrast(w)
}

// lag returns the coefficient of one lag.
func (j joint) lag(l int) estimate { return j.window(l, l) }

// interval returns the 95 % interval.
func (e estimate) interval(q *quantiles) (low, high float64) {
	h := q.at(0.05, e.df) * e.se
	return e.value - h, e.value + h
}
