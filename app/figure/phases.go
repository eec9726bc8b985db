package figure

import (
	"skinward/app/insight"
	"skinward/app/series"
)

// PhasesOf sets the days before, during and after the courses of a finding's
// factor side by side.
func PhasesOf(set series.Set, f insight.Finding, phases []insight.PhaseDays) *Figure {
	out, _ := set.Outcome(f.Outcome)
	labels := map[insight.Phase]string{insight.Before: "before", insight.During: "during", insight.After: "after"}
	s := Strip{Label: f.OutcomeLabel, Top: TopOf(out)}
	for _, p := range phases {
		g := Group{Label: labels[p.Phase], Role: Neutral}
		if p.Phase == insight.During {
			g.Role = RoleOf(f.Kind)
		}
		for _, i := range p.Days {
			g.Values = append(g.Values, out.Values[i])
			g.Days = append(g.Days, Date(set.Day(i)))
		}
		s.Groups = append(s.Groups, g)
	}
	return NewStrip(s)
}
