package insight

import (
	"context"
	"errors"
	"math"
	"slices"

	"skinward/app/series"
)

// Kept is what a later run of the program needs of an analysis: what was found,
// and the residual models that were chosen. Choosing them is most of a fit.
type Kept struct {
	Result Result
	Fits   []Fit
}

// Fit is the residual model chosen for one outcome: an AR(1) process of the
// share 1 − Lambda with the coefficient Phi a day.
type Fit struct {
	Outcome     string
	LeftOut     string // part that is not in the baseline, "" where all are
	Sqrt        bool   // of the square root
	Phi, Lambda float64
}

// Keep returns what Reopen needs.
func (a *Analysis) Keep() Kept {
	k := Kept{Result: a.Result()}
	for _, out := range a.outcomes {
		for drop, md := range out.raw {
			k.Fits = append(k.Fits, Fit{out.Name, drop, false, md.phi, md.lambda})
		}
		if out.scale == nil {
			continue
		}
		for drop, md := range out.test {
			k.Fits = append(k.Fits, Fit{out.Name, drop, true, md.phi, md.lambda})
		}
	}
	return k
}

// chosenFor returns the residual models that were kept for outcomes that were
// recorded on the same days, in the order in which fitPanel fits them; nil
// where one is missing.
func (a *Analysis) chosenFor(group []int, drops []string) []residualModel {
	var out []residualModel
	for _, drop := range drops {
		for _, o := range group {
			for _, sqrt := range []bool{false, true} {
				f := Fit{Outcome: a.outcomes[o].Name, LeftOut: drop, Sqrt: sqrt}
				if sqrt && a.outcomes[o].scale == nil {
					continue
				}
				at := slices.IndexFunc(a.chosen, func(c Fit) bool {
					return c.Outcome == f.Outcome && c.LeftOut == f.LeftOut && c.Sqrt == f.Sqrt
				})
				if at < 0 {
					return nil
				}
				out = append(out, residualModel{phi: a.chosen[at].Phi, lambda: a.chosen[at].Lambda})
			}
		}
	}
	return out
}

var errOtherSet = errors.New("the kept result is of another journal")

// Reopen returns the analysis that was kept, for its details. The set and the
// options must be those of then; nothing is tested again. A model is fitted
// when the first detail needs it, which takes some ten milliseconds on ten
// years. An error tells that what was kept is of another set.
func Reopen(set series.Set, opts Options, kept Kept) (*Analysis, error) {
	if err := opts.check(set); err != nil {
		return nil, err
	}
	set = set.Between(opts.From, opts.To)
	set.Outcomes = opts.scanned(set)
	a := &Analysis{set: set, opts: opts, chosen: kept.Fits}
	a.prepare()
	a.result.Baselines = kept.Result.Baselines // prepare has made those of no fit yet
	a.pair()
	found := map[[2]string]*Finding{}
	for i := range kept.Result.Findings {
		f := &kept.Result.Findings[i]
		found[[2]string{f.Outcome, f.Factor}] = f
	}
	for i := range a.pairs {
		own := &a.result.Findings[i]
		if own.Reason == reasonItself {
			continue
		}
		f := found[[2]string{own.Outcome, own.Factor}]
		if f == nil {
			return nil, errOtherSet
		}
		delete(found, [2]string{own.Outcome, own.Factor})
		*own, a.pairs[i].tested = *f, !math.IsNaN(f.P)
	}
	if len(found) > 0 || kept.Result.Days != set.Days || kept.Result.From != set.First {
		return nil, errOtherSet
	}
	a.result.Families, a.result.Notices, a.result.Method = kept.Result.Families, kept.Result.Notices, kept.Result.Method
	return a, nil
}

// fitted makes the models of a pair's outcome where a kept result came without
// them; false when there are none, which only a damaged result has.
func (a *Analysis) fitted(pr *pair) bool {
	out := &a.outcomes[pr.outcome]
	if out.raw[pr.drop] == nil {
		p := &pool{ctx: context.Background()} // cancelling is all that fails
		_ = a.fitPanel(p, []int{pr.outcome}, []string{pr.drop})
	}
	return out.raw[pr.drop] != nil && out.test[pr.drop] != nil
}
