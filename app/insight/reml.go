package insight

import (
	"math"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"
)

// phiGrid and lambdaGrid are the residual models that are tried: correlation
// phi^|days apart| plus lambda times the variance as noise of the single day.
func phiGrid() [13]float64 {
	return [13]float64{0, .15, .3, .45, .55, .65, .72, .78, .83, .88, .92, .95, .975}
}

func lambdaGrid() [7]float64 { return [7]float64{0, .1, .25, .5, 1, 2, 4} }

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
