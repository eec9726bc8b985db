package insight

import (
	"context"
	"errors"
	"math"
)

// ErrTooFewDays is returned when a record has too few days for its model.
var ErrTooFewDays = errors.New("too few rated days for the model")

// Regression is the expected outcome of one record with regressors of the
// caller's choice; planned experiments are tested in it.
type Regression struct{ md *model }

// Regress fits y (one value per day, NaN where not rated) on the columns, with
// the correlation of days chosen as in a scan. Columns that add nothing are
// dropped.
func Regress(ctx context.Context, y []float64, columns [][]float64) (*Regression, error) {
	var cols []column
	for _, v := range columns {
		cols = append(cols, column{partIntercept, v})
	}
	obs := observed(y)
	if len(obs) < len(cols)+spareDF || len(cols) == 0 || distinct(y) < 2 {
		return nil, ErrTooFewDays
	}
	pn := newPanel(cols, obs, [][]float64{y})
	w := want{0, pn.keep("")}
	rms, err := pn.choose([]want{w}, &pool{ctx: ctx})
	if err != nil {
		return nil, err
	}
	md := pn.newModel(rms[0], w)
	if math.IsInf(md.objective, 1) || md.rss <= 0 {
		return nil, ErrTooFewDays
	}
	return &Regression{md}, nil
}

// Statistics returns the t of every column of x (one value per day each), 0
// for what cannot be told from the model.
func (r *Regression) Statistics(x [][]float64) []float64 {
	if len(x) == 0 {
		return nil
	}
	var ws workspace
	k := len(x)
	src := ws.get(20, r.md.days*k)
	for j, v := range x {
		putColumn(src, k, j, v)
	}
	out := make([]float64, k)
	for j, t := range r.md.trials(r.md.clean(src, k, &ws)) {
		out[j] = t.t
	}
	return out
}

// Effect returns the adjusted effect of x in the days from … to after, with
// its 95 % interval; NaN when it cannot be estimated. The window 1-14 is fitted
// as one mean beside the day itself, others as single days 0 … 7.
func (r *Regression) Effect(x []float64, from, to int) (effect, low, high float64) {
	var ws workspace
	var box boxer
	nan := math.NaN()
	lags := chartLags
	if to > lateWindow {
		lags = lateLags
	}
	course := [2]int{from, to} == courseWindow
	src := ws.get(20, r.md.days*(lags+1))
	putColumn(src, lags+1, 0, box.mean(x, courseWindow[0], courseWindow[1]))
	for l := range lags {
		putLag(src, lags+1, l+1, filled(x), l)
	}
	c := r.md.clean(src, lags+1, &ws)
	fit := r.md.jointFit(c, 1, lags)
	if course {
		fit = r.md.jointFit(c, 0, 2)
	}
	if !fit.ok {
		return nan, nan, nan
	}
	e := fit.lag(0)
	if !course {
		e = fit.window(from, to)
	}
	low, high = e.interval(&ws.t)
	return e.value, low, high
}

// WindowMean returns per day the mean of the known x in the days from … to
// before it, filled with its own mean where fewer than half are known.
func WindowMean(x []float64, from, to int) []float64 {
	var box boxer
	return clone(box.mean(x, from, to))
}

// Filled returns x with every NaN replaced by the mean of the known values.
func Filled(x []float64) []float64 { return filled(x) }
