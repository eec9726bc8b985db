package insight

import "math"

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
