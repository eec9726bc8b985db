package insight

import (
	"math"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"

	"skinward/app/series"
)

// phiGrid and lambdaGrid are the residual models that are tried: correlation
// phi^|days apart| plus lambda times the variance as noise of the single day.
func phiGrid() [13]float64 {
	return [13]float64{0, .15, .3, .45, .55, .65, .72, .78, .83, .88, .92, .95, .975}
}

func lambdaGrid() [7]float64 { return [7]float64{0, .1, .25, .5, 1, 2, 4} }

// dropBelow is the share of its norm that a column must keep after removing
// what earlier columns explain; below it the column adds nothing.
const dropBelow = 1e-7

// panel holds the outcomes that were recorded on exactly the same days, so
// that the whitened regressors and their products are shared between them.
type panel struct {
	obs     []int
	cols    []column    // baseline regressors over all days
	basis   []float64   // row-major n×p: regressors made orthonormal over the observed days where possible
	basisP  int         // columns of basis
	part    []string    // part of each column of basis
	logR    []float64   // log norm removed from each column of basis, for the determinant
	y       [][]float64 // series over all days, NaN where not observed
	centred []float64   // row-major n×len(y): y less what the basis explains
}

// newPanel prepares regressors for the series in y, all known on the days obs.
func newPanel(cols []column, obs []int, y [][]float64) *panel {
	pn := &panel{obs: obs, cols: cols, y: y}
	n := len(cols[0].values)
	kept := [][]float64{}
	common := 0 // confounders stay out of each other, so that one can leave
	for _, c := range cols {
		v := pick(c.values, obs)
		own := norm(v)
		against := kept
		if confounder(c.part) {
			against = kept[:common]
		}
		full := clone(c.values)
		for range 2 {
			for i, q := range against {
				d := dot(q, v)
				axpy(v, -d, q)
				axpyColumn(full, -d, pn.basis, i)
			}
		}
		left := norm(v)
		if !(left > dropBelow*own) || own == 0 {
			continue
		}
		scale(v, 1/left)
		scale(full, 1/left)
		kept = append(kept, v)
		pn.appendBasis(full, n)
		pn.part = append(pn.part, c.part)
		pn.logR = append(pn.logR, math.Log(left))
		if !confounder(c.part) {
			common = len(kept)
		}
	}
	pn.centred = make([]float64, n*len(y))
	for k, s := range y {
		v := pick(s, obs)
		coef := make([]float64, common)
		for range 2 {
			for i, q := range kept[:common] {
				d := dot(q, v)
				coef[i] += d
				axpy(v, -d, q)
			}
		}
		for r, t := range obs {
			pn.centred[t*len(y)+k] = v[r]
		}
	}
	return pn
}

func confounder(part string) bool {
	return part == partStress || part == partSleep || part == partCycle
}

// appendBasis widens the row-major basis by one column.
func (pn *panel) appendBasis(v []float64, n int) {
	p := pn.basisP
	wide := make([]float64, n*(p+1))
	for t := range n {
		copy(wide[t*(p+1):], pn.basis[t*p:t*p+p])
		wide[t*(p+1)+p] = v[t]
	}
	pn.basis, pn.basisP = wide, p+1
}

// axpyColumn subtracts a multiple of the basis column i, as stored when the
// basis had that many columns.
func axpyColumn(dst []float64, a float64, basis []float64, i int) {
	p := len(basis) / len(dst)
	for t := range dst {
		dst[t] += a * basis[t*p+i]
	}
}

// residualModel is the chosen correlation of days with its criterion.
type residualModel struct {
	phi, lambda float64
	objective   float64 // restricted likelihood criterion, smaller is better
	second      float64 // of the best other grid point
}

// products are the cross products of whitened regressors and outcomes at one
// grid point.
type products struct {
	gram []float64 // (p+k)×(p+k), upper triangle
	logF float64
}

// products whitens basis and outcomes under one residual model.
func (pn *panel) products(phi, lambda float64, ws *workspace) products {
	g := newGains(pn.obs, phi, lambda)
	p, k, m := pn.basisP, len(pn.y), len(pn.obs)
	wide := p + k
	n := len(pn.basis) / p
	src := ws.get(0, n*wide)
	for t := range n {
		copy(src[t*wide:], pn.basis[t*p:t*p+p])
		copy(src[t*wide+p:], pn.centred[t*k:t*k+k])
	}
	dst := ws.get(1, m*wide)
	g.whiten(dst, src, ws.get(2, wide), wide)
	out := products{gram: make([]float64, wide*wide), logF: g.logF}
	blas64.Syrk(blas.Trans, 1,
		blas64.General{Rows: m, Cols: wide, Stride: wide, Data: dst}, 0,
		blas64.Symmetric{N: wide, Stride: wide, Data: out.gram, Uplo: blas.Upper})
	return out
}

// criterion returns (m-p) ln(RSS/(m-p)) + sum ln F + ln det(X~'X~) for series
// k of the panel over the columns in keep.
func (pn *panel) criterion(pr products, keep []int, k int) float64 {
	p, wide := len(keep), pn.basisP+len(pn.y)
	y := pn.basisP + k
	at := func(i, j int) float64 {
		if i > j {
			i, j = j, i
		}
		return pr.gram[i*wide+j]
	}
	l := make([]float64, p*p) // lower Cholesky factor, row-major
	z := make([]float64, p)   // forward-solved cross products
	rss, det, jac := at(y, y), 0.0, 0.0
	for i := range p {
		for j := 0; j <= i; j++ {
			s := at(keep[i], keep[j]) - dot(l[i*p:i*p+j], l[j*p:j*p+j])
			if i != j {
				l[i*p+j] = s / l[j*p+j]
				continue
			}
			if s <= 0 {
				return math.Inf(1)
			}
			l[i*p+i] = math.Sqrt(s)
			det += math.Log(s)
		}
		z[i] = (at(keep[i], y) - dot(l[i*p:i*p+i], z[:i])) / l[i*p+i]
		rss -= z[i] * z[i]
		jac += 2 * pn.logR[keep[i]]
	}
	df := float64(len(pn.obs) - p)
	if rss <= 0 || df <= 0 {
		return math.Inf(1)
	}
	return df*math.Log(rss/df) + pr.logF + det + jac
}

// keep returns the columns of the basis without the part drop and without
// those that the remaining confounders already explain.
func (pn *panel) keep(drop string) []int {
	var keep []int
	var conf [][]float64
	for i, part := range pn.part {
		if part == drop && drop != "" {
			continue
		}
		if confounder(part) {
			v := make([]float64, len(pn.obs))
			for r, t := range pn.obs {
				v[r] = pn.basis[t*pn.basisP+i]
			}
			own := norm(v)
			for range 2 {
				for _, q := range conf {
					axpy(v, -dot(q, v), q)
				}
			}
			left := norm(v)
			if !(left > dropBelow*own) {
				continue
			}
			scale(v, 1/left)
			conf = append(conf, v)
		}
		keep = append(keep, i)
	}
	return keep
}

// choose picks, for every (series, drop) wanted, the residual model with the
// smallest criterion over the grid, the first in lambda-outer order on ties.
func (pn *panel) choose(wants []want, p *pool) ([]residualModel, error) {
	type point struct{ phi, lambda float64 }
	var pts []point
	for _, lambda := range lambdaGrid() {
		for _, phi := range phiGrid() {
			if phi == 0 && lambda > 0 {
				continue // the same model as (0, 0)
			}
			pts = append(pts, point{phi, lambda})
		}
	}
	val := make([][]float64, len(pts))
	p.total += len(pts)
	err := p.run(len(pts), func(i int, ws *workspace) {
		pr := pn.products(pts[i].phi, pts[i].lambda, ws)
		val[i] = make([]float64, len(wants))
		for w, want := range wants {
			val[i][w] = pn.criterion(pr, want.keep, want.series)
		}
	})
	if err != nil {
		return nil, err
	}
	out := make([]residualModel, len(wants))
	for w := range wants {
		best := residualModel{objective: math.Inf(1), second: math.Inf(1)}
		for i, pt := range pts {
			switch v := val[i][w]; {
			case v < best.objective:
				best = residualModel{pt.phi, pt.lambda, v, best.objective}
			case v < best.second:
				best.second = v
			}
		}
		out[w] = best
	}
	return out, nil
}

// want asks for one fit of a panel.
type want struct {
	series int
	keep   []int
}

// model is the expected skin of one outcome: what the days before, the
// weekday, the trend and the confounders explain, and the surprises left.
type model struct {
	residualModel
	gains    gains
	days     int       // of the grid
	q        []float64 // row-major m×p, orthonormal basis of the whitened regressors
	p        int
	e        []float64 // surprises, length m
	rss      float64
	residual float64 // rss over m-p
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
	md.residual = md.rss / float64(m-md.p)
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
