package insight

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/mathext"
	"gonum.org/v1/gonum/stat/distuv"
)

const (
	pFloor = 1e-15
	pRoof  = 0.9 // stops one p near 1 from cancelling a good one
)

// mergeP joins the p-values of several shapes of one factor into one, valid
// under any dependence in the tail that matters (Cauchy combination; Liu and
// Xie 2020, J Am Stat Assoc 115:393), with p clipped to [1e-15, 0.9].
func mergeP(p []float64) float64 {
	sum := 0.0
	for _, v := range p {
		sum += math.Tan((0.5 - math.Min(math.Max(v, pFloor), pRoof)) * math.Pi)
	}
	return 0.5 - math.Atan(sum/float64(len(p)))/math.Pi
}

// adjustBH returns the Benjamini-Hochberg q-values of p, in the order of p.
// Equal p keep their order.
func adjustBH(p []float64) []float64 { return adjust(p, 1) }

// adjustBY returns the Benjamini-Yekutieli values, valid under any dependence.
// The scan does not use them; the method note compares both.
func adjustBY(p []float64) []float64 {
	c := 0.0
	for i := range p {
		c += 1 / float64(i+1)
	}
	return adjust(p, c)
}

func adjust(p []float64, factor float64) []float64 {
	order := make([]int, len(p))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(p[a], p[b]) })
	q := make([]float64, len(p))
	best := 1.0
	for j := len(order) - 1; j >= 0; j-- {
		i := order[j]
		best = math.Min(best, factor*float64(len(p))*p[i]/float64(j+1))
		q[i] = best
	}
	return q
}

// twoSided returns the two-sided p of t with df degrees of freedom.
func twoSided(t, df float64) float64 {
	if math.IsNaN(t) || df <= 0 {
		return 1
	}
	if math.IsInf(t, 0) {
		return 0
	}
	return mathext.RegIncBeta(df/2, 0.5, df/(df+t*t))
}

// tQuantile returns the (1-alpha/2) quantile of Student's t, so that an
// interval of level 1-alpha is estimate ± tQuantile × SE.
func tQuantile(alpha, df float64) float64 {
	dist := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}
	q := dist.Quantile(1 - alpha/2)
	// Newton steps on the tail take the library's result to full precision.
	for range 3 {
		step := (twoSided(q, df) - alpha) / (2 * dist.Prob(q))
		if math.IsNaN(step) || math.IsInf(step, 0) {
			break
		}
		q += step
	}
	return q
}

// quantiles remembers quantiles of Student's t: a scan asks for the same few
// thousands of times. It belongs to one goroutine.
type quantiles struct{ known map[[2]float64]float64 }

func (q *quantiles) at(alpha, df float64) float64 {
	k := [2]float64{alpha, df}
	v, ok := q.known[k]
	if !ok {
		if q.known == nil {
			q.known = map[[2]float64]float64{}
		}
		v = tQuantile(alpha, df)
		q.known[k] = v
	}
	return v
}
