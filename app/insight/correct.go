package insight

import (
	"math"
	"slices"

	"skinward/app/series"
)

// scanTogether are the outcomes that share their families; every further
// outcome forms families of its own.
var scanTogether = []string{series.Severity, series.Itch, series.Lesions}

// familyGroup returns the outcomes with which an outcome shares its families.
func familyGroup(outcome string) string {
	if slices.Contains(scanTogether, outcome) {
		return ""
	}
	return outcome
}

type familyKey struct {
	group  string
	family Family
}

// correct fills in q and the family size of every tested pair.
func (a *Analysis) correct() {
	members := map[familyKey][]int{}
	for i, pr := range a.pairs {
		if !pr.tested {
			continue
		}
		f := a.result.Findings[i]
		k := familyKey{familyGroup(f.Outcome), f.Family}
		members[k] = append(members[k], i)
	}
	for _, idx := range members {
		p := make([]float64, len(idx))
		for j, i := range idx {
			p[j] = a.result.Findings[i].P
		}
		for j, q := range adjustBH(p) {
			a.result.Findings[idx[j]].Q = q
		}
	}
	for i := range a.result.Findings {
		f := &a.result.Findings[i]
		f.FamilySize = len(members[familyKey{familyGroup(f.Outcome), f.Family}])
	}
}

// conclude grades every pair, widens early intervals and counts the families.
func (a *Analysis) conclude() {
	passed := map[familyKey]int{}
	side := make([][]daySide, len(a.set.Factors)) // default window, shared by the outcomes
	for i := range a.pairs {
		pr := &a.pairs[i]
		f := &a.result.Findings[i]
		w := f.Window
		s := side[pr.factor]
		if w != defaultWindow || s == nil {
			s = sides(a.exposures[pr.factor].on, w[0], w[1])
			if w == defaultWindow {
				side[pr.factor] = s
			}
		}
		f.MeanWith, f.MeanWithout, f.NAfter, f.NOtherwise = plainMeans(a.outcomes[pr.outcome].Values, s)
		if !pr.tested {
			continue
		}
		f.Pending = !pr.estimated
		if f.Pending {
			f.Grade = CantTell
			continue
		}
		if !f.Binary && f.Window != courseWindow {
			f.Scale = spread(a.set.Factors[pr.factor].Values)
		}
		f.grade(f.SmallestImportant)
		if f.Grade == Strong || f.Grade == Moderate {
			passed[familyKey{familyGroup(f.Outcome), f.Family}]++
		}
	}
	for i := range a.result.Findings {
		f := &a.result.Findings[i]
		f.FamilyPassed = passed[familyKey{familyGroup(f.Outcome), f.Family}]
		if f.Early() {
			h := tQuantile(0.05*float64(f.FamilyPassed)/float64(f.FamilySize), f.df) * f.SE
			f.WideLow, f.WideHigh = f.Effect-h, f.Effect+h
		}
	}
	a.result.Families = a.summarise()
}

// summarise counts each family by grade.
func (a *Analysis) summarise() []FamilySummary {
	var out []FamilySummary
	at := map[familyKey]int{}
	for _, f := range a.result.Findings {
		k := familyKey{familyGroup(f.Outcome), f.Family}
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, FamilySummary{Family: f.Family, Counts: map[Grade]int{}})
		}
		s := &out[i]
		if !slices.Contains(s.Outcomes, f.Outcome) {
			s.Outcomes = append(s.Outcomes, f.Outcome)
		}
		s.Counts[f.Grade]++
		if !math.IsNaN(f.P) {
			s.Tested++
		}
		s.ByLuck = 0.05 * float64(s.Tested)
	}
	return out
}
