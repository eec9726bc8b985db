package insight

import (
	"math"
	"time"

	"skinward/app/series"
)

// Parts of the expected skin, as Baseline.Used and .Missing name them.
const (
	partIntercept = "intercept"
	partWeekday   = "weekday"
	partTrend     = "trend"
	partSeason    = "season"
	partStress    = "stress"
	partSleep     = "sleep"
	partCycle     = "cycle"
)

const (
	seasonFrom     = 548  // days above which a season can be told from a trend
	confounderFrom = 0.30 // share of days on which a confounder must be logged
	cyclesFrom     = 2    // cycles needed to use or test the cycle
	trendDays      = 120  // days per degree of freedom of the trend
	trendMost      = 24
)

// column is one regressor of the expected skin over all days of the grid.
type column struct {
	part   string
	values []float64
}

// baselineColumns returns the regressors of the expected skin (no outcome
// enters) and the confounders that are logged too rarely.
func baselineColumns(set series.Set) (cols []column, missing []MissingConfounder) {
	n := set.Days
	one := make([]float64, n)
	for i := range one {
		one[i] = 1
	}
	cols = append(cols, column{partIntercept, one})
	for wd := time.Tuesday; wd <= time.Saturday+1; wd++ {
		v := make([]float64, n)
		for i := range v {
			if set.Day(i).Weekday() == wd%7 {
				v[i] = 1
			}
		}
		cols = append(cols, column{partWeekday, v})
	}
	for _, v := range trendBasis(n, trendDF(n)) {
		cols = append(cols, column{partTrend, v})
	}
	if n > seasonFrom {
		s, c := phase(n, 365.25, func(i int) float64 { return float64(i) })
		cols = append(cols, column{partSeason, s}, column{partSeason, c})
	}
	add := func(part string, raw []float64, build func() [][]float64, extra bool) {
		share := knownShare(raw, n)
		if share < confounderFrom || !extra {
			missing = append(missing, MissingConfounder{Name: part, Share: share})
			return
		}
		for _, v := range build() {
			cols = append(cols, column{part, v})
		}
	}
	add(partStress, set.Stress, func() [][]float64 {
		return [][]float64{filled(set.Stress), filled(lagged(set.Stress, 1))}
	}, true)
	add(partSleep, set.Sleep, func() [][]float64 { return [][]float64{filled(set.Sleep)} }, true)
	if set.CycleDay != nil {
		add(partCycle, set.CycleDay, func() [][]float64 {
			s, c := phase(n, 28, func(i int) float64 { return set.CycleDay[i] })
			return [][]float64{filled(s), filled(c)}
		}, set.Cycles >= cyclesFrom)
	}
	return cols, missing
}

// phase returns sine and cosine of at(i) turns of the given period.
func phase(n int, period float64, at func(int) float64) (sin, cos []float64) {
	sin, cos = make([]float64, n), make([]float64, n)
	for i := range sin {
		sin[i], cos[i] = math.Sincos(2 * math.Pi * at(i) / period)
	}
	return sin, cos
}

// trendDF returns the degrees of freedom of the slow trend over n days: one
// per 120 days, at least 1 (a line), at most 24.
func trendDF(n int) int {
	return max(1, min(trendMost, int(math.Floor(float64(n)/trendDays+0.5))))
}

// trendBasis returns df columns over n days that span, with the constant, the
// natural cubic splines with df+1 equally spaced knots, both ends included
// (truncated power form; Hastie, Tibshirani, Friedman, section 5.2.1).
func trendBasis(n, df int) [][]float64 {
	u := make([]float64, n)
	for t := range u {
		if n > 1 {
			u[t] = 2*float64(t)/float64(n-1) - 1
		}
	}
	knots := df + 1
	at := func(j int) float64 { return -1 + 2*float64(j)/float64(knots-1) }
	end := at(knots - 1)
	d := func(j int, x float64) float64 {
		return (cube(x-at(j)) - cube(x-end)) / (end - at(j))
	}
	cols := [][]float64{u}
	for j := 0; j <= knots-3; j++ {
		v := make([]float64, n)
		for t, x := range u {
			v[t] = d(j, x) - d(knots-2, x)
		}
		cols = append(cols, v)
	}
	return cols
}

func cube(x float64) float64 {
	if x <= 0 {
		return 0
	}
	return x * x * x
}
