package experiment

import (
	"context"
	"errors"
	"math"
	"slices"

	"skinward/app/insight"
	"skinward/app/journal"
	"skinward/app/series"
)

// Verdict is the outcome of an experiment.
type Verdict string

// The verdicts.
const (
	Confirmed    Verdict = "confirmed"     // p <= .05 in the planned direction, interval without zero
	NotConfirmed Verdict = "not_confirmed" // anything else, with the interval
	RuledOut     Verdict = "ruled_out"     // not confirmed, and the interval lies within the smallest important change
	Unfinished   Verdict = "unfinished"    // too few rated days so far
)

const level = 0.05

// Result is what an experiment showed.
type Result struct {
	Verdict   Verdict
	P         float64 // one-sided, over the schedules the coins could have given
	T         float64 // statistic of the schedule that was followed
	Schedules int     // compared with
	Exact     bool    // all of them; else a draw with the stored seed

	Effect, Low, High float64 // adjusted, days 1-3 (supplement: 1-14), 95 % interval
	Difference        float64 // plain, without the washout days
	DaysWith          int     // rated days behind the plain means
	DaysWithout       int
	RatedDays         int
	// Followed of Known days went as planned, where the factor was recorded.
	Followed, Known int
}

// Evaluate tests a finished plan on the journal's series. important is the
// smallest important change of the outcome. The plan is tested as planned,
// also where it was not followed: what counts is the coin.
func Evaluate(ctx context.Context, p Plan, set series.Set, important float64) (Result, error) {
	if err := p.Validate(); err != nil {
		return Result{}, err
	}
	o, ok := set.Outcome(p.Outcome)
	if !ok {
		return Result{}, &journal.Error{Code: journal.CodeMissing, Field: p.Outcome}
	}
	y := p.window(set, o.Values)
	blocks := p.Blocks()
	r := Result{P: math.NaN(), T: math.NaN(), Effect: math.NaN(), Low: math.NaN(), High: math.NaN(), Verdict: Unfinished}
	r.Difference, r.DaysWith, r.DaysWithout = Difference(y, blocks, p.BlockDays, p.Washout)
	for _, v := range y {
		if v == v {
			r.RatedDays++
		}
	}
	if f, ok := set.Factor(p.Factor); ok {
		r.Followed, r.Known = followed(p.window(set, f.Values), daily(blocks, p.BlockDays))
	}
	reg, err := insight.Regress(ctx, y, p.columns(set))
	if errors.Is(err, insight.ErrTooFewDays) {
		return r, nil
	}
	if err != nil {
		return Result{}, err
	}
	if err := p.randomise(ctx, reg, &r); err != nil {
		return Result{}, err
	}
	a, b := p.lags()
	r.Effect, r.Low, r.High = reg.Effect(daily(blocks, p.BlockDays), a, b)
	r.Verdict = verdict(r, important)
	return r, nil
}

// randomise compares the schedule that was followed with those that the coins
// could have given.
func (p Plan) randomise(ctx context.Context, reg *insight.Regression, r *Result) error {
	a, b := p.lags()
	statistic := func(schedules [][]bool) []float64 {
		x := make([][]float64, len(schedules))
		for i, s := range schedules {
			x[i] = insight.WindowMean(daily(s, p.BlockDays), a, b)
		}
		t := reg.Statistics(x)
		if p.Direction == Better {
			for i := range t {
				t[i] = -t[i]
			}
		}
		return t
	}
	observed := statistic([][]bool{p.Blocks()})[0]
	schedules, exact := p.possible()
	r.Schedules, r.Exact = len(schedules), exact
	var all []float64
	for part := range slices.Chunk(schedules, 256) {
		if err := ctx.Err(); err != nil {
			return err
		}
		all = append(all, statistic(part)...)
	}
	r.P = ShareAtLeast(all, observed)
	if !exact {
		r.P = (1 + r.P*draws) / (draws + 1)
	}
	r.T = observed
	if p.Direction == Better {
		r.T = -observed
	}
	return nil
}

func verdict(r Result, important float64) Verdict {
	switch {
	case r.P <= level && (r.Low > 0 || r.High < 0):
		return Confirmed
	case r.Low >= -important && r.High <= important:
		return RuledOut
	}
	return NotConfirmed
}

// lags returns the days after that the statistic looks at.
func (p Plan) lags() (from, to int) {
	if p.Kind == Supplement {
		return 1, 14
	}
	return 1, 3
}

// window returns the experiment's days of a line of the set, NaN outside.
func (p Plan) window(set series.Set, v []float64) []float64 {
	out := make([]float64, p.Days())
	for i := range out {
		t := p.Start.Add(i).Sub(set.First)
		out[i] = math.NaN()
		if t >= 0 && t < len(v) {
			out[i] = v[t]
		}
	}
	return out
}

// weekdaysFrom is the length from which weekdays enter the model.
const weekdaysFrom = 42

// columns are the regressors of the experiment's model: intercept, weekday,
// linear time, stress of the day and of the day before.
func (p Plan) columns(set series.Set) [][]float64 {
	n := p.Days()
	one, time := make([]float64, n), make([]float64, n)
	for t := range n {
		one[t] = 1
		time[t] = 2*float64(t)/float64(n-1) - 1
	}
	cols := [][]float64{one, time}
	if n >= weekdaysFrom {
		for wd := 1; wd < 7; wd++ {
			v := make([]float64, n)
			for t := range v {
				if int(p.Start.Add(t).Weekday()) == wd {
					v[t] = 1
				}
			}
			cols = append(cols, v)
		}
	}
	if set.Stress == nil {
		return cols
	}
	stress := p.window(set, set.Stress)
	before := append([]float64{math.NaN()}, stress[:n-1]...)
	for _, v := range [][]float64{stress, before} {
		cols = append(cols, insight.Filled(v))
	}
	return cols
}

// followed counts the days on which what was recorded agrees with the plan.
func followed(recorded, planned []float64) (as, known int) {
	for t, v := range recorded {
		if v == v {
			known++
			if (v > 0) == (planned[t] > 0) {
				as++
			}
		}
	}
	return as, known
}
