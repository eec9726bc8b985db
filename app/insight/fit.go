package insight

import (
	"math"
	"slices"

	"skinward/app/series"
)

// fit chooses the residual model of every outcome and builds its surprises,
// once on the test scale and once as recorded, with and without each
// confounder that is itself a factor.
func (a *Analysis) fit(p *pool) error {
	drops := []string{""}
	for _, part := range []string{partStress, partSleep, partCycle} {
		used := slices.ContainsFunc(a.cols, func(c column) bool { return c.part == part })
		asked := slices.ContainsFunc(a.set.Factors, func(f series.Factor) bool { return partOf(f.Kind) == part })
		if used && asked {
			drops = append(drops, part)
		}
	}
	groups := byObserved(a.outcomes)
	from, to := p.from, p.to
	for i, group := range groups {
		step := (to - from) / float64(len(groups))
		p.phase(from+step*float64(i), from+step*float64(i+1))
		if err := a.fitPanel(p, group, drops); err != nil {
			return err
		}
	}
	return nil
}

// partOf returns the baseline part that a kind of factor belongs to, or "".
func partOf(k series.FactorKind) string {
	switch k {
	case series.KindStress:
		return partStress
	case series.KindSleep:
		return partSleep
	case series.KindCycle:
		return partCycle
	}
	return ""
}

// prepare describes the factors, makes the regressors of the baseline, lists
// the outcomes and decides which can be tested.
func (a *Analysis) prepare() {
	a.exposures = make([]exposure, len(a.set.Factors))
	for i, f := range a.set.Factors {
		a.exposures[i] = exposureOf(f)
	}
	var missing []MissingConfounder
	if a.set.Days > 0 {
		a.cols, missing = baselineColumns(a.set)
	}
	var used []string
	for _, c := range a.cols {
		if c.part != partIntercept && !slices.Contains(used, c.part) {
			used = append(used, c.part)
		}
	}
	for _, o := range a.set.Outcomes {
		f := fitted{
			Outcome: o, important: math.NaN(), tested: true,
			test: map[string]*model{}, raw: map[string]*model{},
		}
		if v, ok := a.opts.important(o); ok {
			f.important = v
		}
		y, sqrt, skew := testScale(o)
		if sqrt {
			f.scale = y
		}
		m := o.Recorded()
		switch {
		case m < minSkinDays:
			f.tested, f.why = false, ReasonFewSkinDays
		case distinct(o.Values) < 2:
			f.tested, f.why = false, ReasonFlatOutcome
		}
		a.outcomes = append(a.outcomes, f)
		a.result.Baselines = append(a.result.Baselines, Baseline{
			Outcome: o.Name, SkinDays: m, Days: a.set.Days, Phi: math.NaN(), Lambda: math.NaN(),
			Sqrt: sqrt, Skewness: skew, Used: used, Missing: missing,
		})
	}
}

// byObserved groups the tested outcomes that were recorded on the same days.
func byObserved(outs []fitted) [][]int {
	var groups [][]int
	for i, o := range outs {
		if !o.tested {
			continue
		}
		at := slices.IndexFunc(groups, func(g []int) bool {
			return slices.Equal(observed(outs[g[0]].Values), observed(o.Values))
		})
		if at < 0 {
			groups = append(groups, []int{i})
			continue
		}
		groups[at] = append(groups[at], i)
	}
	return groups
}

func observed(y []float64) []int {
	var obs []int
	for t, v := range y {
		if !math.IsNaN(v) {
			obs = append(obs, t)
		}
	}
	return obs
}

// spareDF is how many degrees of freedom must be left beyond the baseline:
// the widest joint fit has eleven lags.
const spareDF = 14

// fitPanel fits the outcomes of one group together.
func (a *Analysis) fitPanel(p *pool, group []int, drops []string) error {
	var ys [][]float64
	type slot struct {
		outcome int
		test    bool
		raw     bool
	}
	var slots []slot
	for _, o := range group {
		ys = append(ys, a.outcomes[o].Values)
		scale := a.outcomes[o].scale
		slots = append(slots, slot{o, scale == nil, true})
		if scale != nil {
			ys = append(ys, scale)
			slots = append(slots, slot{o, true, false})
		}
	}
	obs := observed(ys[0])
	pn := newPanel(a.cols, obs, ys)
	if len(obs)-pn.basisP < spareDF {
		for _, o := range group {
			a.outcomes[o].tested, a.outcomes[o].why = false, ReasonNoRoom
		}
		return nil
	}
	var wants []want
	for _, drop := range drops {
		keep := pn.keep(drop)
		for k := range ys {
			wants = append(wants, want{k, keep})
		}
	}
	rms := a.chosenFor(group, drops)
	if rms == nil {
		var err error
		if rms, err = pn.choose(wants, p); err != nil {
			return err
		}
	}
	built := make([]*model, len(wants))
	err := p.phase(p.to, p.to).run(len(wants), func(i int, _ *workspace) { built[i] = pn.newModel(rms[i], wants[i]) })
	if err != nil {
		return err
	}
	for i, md := range built {
		drop, s := drops[i/len(ys)], slots[i%len(ys)]
		if math.IsInf(md.objective, 1) || md.rss <= 0 {
			a.outcomes[s.outcome].tested, a.outcomes[s.outcome].why = false, ReasonFlatOutcome
			continue
		}
		if s.test {
			a.outcomes[s.outcome].test[drop] = md
			if drop == "" {
				b := &a.result.Baselines[s.outcome]
				b.Phi, b.Lambda, b.Columns = md.phi, md.lambda, md.p
			}
		}
		if s.raw {
			a.outcomes[s.outcome].raw[drop] = md
		}
	}
	return nil
}
