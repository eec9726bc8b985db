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
	set := a.set
	var cols []column
	var missing []MissingConfounder
	if set.Days > 0 {
		cols, missing = baselineColumns(set)
	}
	drops := []string{""}
	for _, part := range []string{partStress, partSleep, partCycle} {
		used := slices.ContainsFunc(cols, func(c column) bool { return c.part == part })
		asked := slices.ContainsFunc(set.Factors, func(f series.Factor) bool { return partOf(f.Kind) == part })
		if used && asked {
			drops = append(drops, part)
		}
	}
	scales := a.prepare(cols, missing)
	groups := byObserved(a.outcomes)
	from, to := p.from, p.to
	for i, group := range groups {
		step := (to - from) / float64(len(groups))
		p.phase(from+step*float64(i), from+step*float64(i+1))
		if err := a.fitPanel(p, cols, group, scales, drops); err != nil {
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

// prepare lists the outcomes, decides which can be tested, and returns the
// test scale of each (nil when it is the recorded one).
func (a *Analysis) prepare(cols []column, missing []MissingConfounder) [][]float64 {
	var used []string
	for _, c := range cols {
		if c.part != partIntercept && !slices.Contains(used, c.part) {
			used = append(used, c.part)
		}
	}
	scales := make([][]float64, len(a.set.Outcomes))
	for i, o := range a.set.Outcomes {
		f := fitted{
			Outcome: o, important: math.NaN(), tested: true,
			test: map[string]*model{}, raw: map[string]*model{},
		}
		if v, ok := a.opts.important(o); ok {
			f.important = v
		}
		y, sqrt, skew := testScale(o)
		if sqrt {
			scales[i] = y
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
	return scales
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
func (a *Analysis) fitPanel(p *pool, cols []column, group []int, scales [][]float64, drops []string) error {
	var ys [][]float64
	type slot struct {
		outcome int
		test    bool
		raw     bool
	}
	var slots []slot
	for _, o := range group {
		ys = append(ys, a.outcomes[o].Values)
		slots = append(slots, slot{o, scales[o] == nil, true})
		if scales[o] != nil {
			ys = append(ys, scales[o])
			slots = append(slots, slot{o, true, false})
		}
	}
	obs := observed(ys[0])
	pn := newPanel(cols, obs, ys)
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
	rms, err := pn.choose(wants, p)
	if err != nil {
		return err
	}
	built := make([]*model, len(wants))
	err = p.phase(p.to, p.to).run(len(wants), func(i int, _ *workspace) { built[i] = pn.newModel(rms[i], wants[i]) })
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
