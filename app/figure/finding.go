package figure

import (
	"skinward/app/insight"
	"skinward/app/series"
)

// RoleOf is the colour of a factor's kind.
func RoleOf(k series.FactorKind) Role {
	switch k {
	case series.KindFood, series.KindFoodGroup, series.KindNutrient:
		return Meals
	case series.KindSupplement, series.KindProbiotic, series.KindTreatment:
		return Treatments
	case series.KindStress, series.KindSleep, series.KindPractice:
		return Stress
	case series.KindWater:
		return Water
	case series.KindCycle:
		return Hormones
	}
	return Neutral
}

// CourseOf is the outcome of a finding day by day, with the factor's days under
// it.
func CourseOf(set series.Set, f insight.Finding) *Figure {
	out, _ := set.Outcome(f.Outcome)
	c := Course{Label: f.OutcomeLabel, Role: Skin, First: set.First, Values: out.Values, Top: TopOf(out)}
	if flares, ok := set.Outcome(series.FlareDays); ok && f.Outcome == series.Severity {
		c.Flares = Marked(flares.Values)
	}
	if fac, ok := set.Factor(f.Factor); ok {
		c.Ticks = &Ticks{Label: f.FactorLabel, Role: RoleOf(f.Kind), On: insight.Exposure(fac)}
	}
	return NewCourse(c)
}

// Marked tells the days above 0, as those of a flare.
func Marked(values []float64) []bool {
	out := make([]bool, len(values))
	for i, v := range values {
		out[i] = v > 0
	}
	return out
}

// TopOf is the end of the axis of an outcome's scale, 0 when it has none.
func TopOf(out series.Outcome) float64 {
	switch out.Kind {
	case series.OutcomeScale:
		return 10
	case series.OutcomeYesNo:
		return 1
	}
	return 0
}

// LagsOf is the delay curve of a finding.
func LagsOf(f insight.Finding) *Figure {
	return NewLags(Lags{Chart: f.Lags, Label: f.OutcomeLabel, Factor: f.FactorLabel, Window: f.Window})
}

// StripOf sets the days in the finding's window after the factor beside the
// others.
func StripOf(set series.Set, f insight.Finding) *Figure {
	out, _ := set.Outcome(f.Outcome)
	fac, _ := set.Factor(f.Factor)
	sides := insight.PlainSides(fac, out, f.Window)
	group := func(label, short string, role Role, days []int) Group {
		g := Group{Label: label, Short: short, Role: role}
		for _, i := range days {
			g.Values = append(g.Values, out.Values[i])
			g.Days = append(g.Days, Date(set.Day(i)))
		}
		return g
	}
	without, with := Neutral, Neutral
	if f.Grade == insight.Strong || f.Grade == insight.Moderate {
		without, with = Better, Skin
		if f.Direction == insight.Better {
			without, with = with, without
		}
	}
	return NewStrip(Strip{Label: f.OutcomeLabel, Top: TopOf(out), Groups: []Group{
		group("other days", "other", without, sides.Otherwise), group("after "+f.FactorLabel, "after it", with, sides.After),
	}})
}
