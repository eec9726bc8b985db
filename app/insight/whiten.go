package insight

import "math"

// gains are the filter gains of one residual model (correlation phi^|lag| plus
// lambda on the same day) over one pattern of observed days. They depend on
// which days are observed only, so gaps need no invented values. Whitening
// equals multiplication by the inverse Cholesky factor of the covariance.
type gains struct {
	obs   []int     // observed days, ascending
	k     []float64 // gain per observed day
	isf   []float64 // 1/sqrt(F) per observed day
	decay []float64 // phi^(days to the next observed day)
	logF  float64   // log determinant of the covariance
}

func newGains(obs []int, phi, lambda float64) gains {
	g := gains{
		obs: obs, k: make([]float64, len(obs)),
		isf: make([]float64, len(obs)), decay: make([]float64, len(obs)),
	}
	p := 1.0
	for r := range obs {
		f := p + lambda
		g.k[r] = p / f
		g.isf[r] = 1 / math.Sqrt(f)
		g.logF += math.Log(f)
		p *= 1 - g.k[r]
		gap := 1
		if r+1 < len(obs) {
			gap = obs[r+1] - obs[r]
		}
		dec := 1.0
		for range gap {
			dec *= phi
			p = phi*phi*p + 1 - phi*phi
		}
		g.decay[r] = dec
	}
	return g
}

// whiten reads src, k columns over all days row by row, and writes the
// whitened columns of the observed days to dst (len(obs) rows of k). state is
// scratch of length k.
func (g gains) whiten(dst, src, state []float64, k int) {
	a := state[:k]
	clear(a)
	for r, t := range g.obs {
		in := src[t*k : t*k+k]
		out := dst[r*k : r*k+k]
		gain, isf, dec := g.k[r], g.isf[r], g.decay[r]
		for j, v := range in {
			d := v - a[j]
			out[j] = d * isf
			a[j] = (a[j] + gain*d) * dec
		}
	}
}
