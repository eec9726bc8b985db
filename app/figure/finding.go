package figure

import (
	"math"

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
	c := Course{Label: f.OutcomeLabel, Role: Skin, First: set.First, Values: out.Values, Top: topOf(out)}
	if flares, ok := set.Outcome(series.FlareDays); ok && f.Outcome == series.Severity {
		c.Flares = make([]bool, len(flares.Values))
		for i, v := range flares.Values {
			c.Flares[i] = v > 0
		}
	}
	if fac, ok := set.Factor(f.Factor); ok {
		c.Ticks = &Ticks{Label: f.FactorLabel, Role: RoleOf(f.Kind), On: exposed(fac)}
	}
	return NewCourse(c)
}

// topOf is the end of the axis of an outcome's scale, 0 when it has none.
func topOf(out series.Outcome) float64 {
	switch out.Kind {
	case series.OutcomeScale:
		return 10
	case series.OutcomeYesNo:
		return 1
	}
	return 0
}

// exposed marks the days with the factor: for a number the days above the
// person's own median, as the counts of the method do.
func exposed(f series.Factor) []float64 {
	switch {
	case f.Kind == series.KindCycle:
		return series.CycleWindow(f.Values)
	case f.Binary:
		return f.Values
	}
	middle := Median(f.Values)
	on := make([]float64, len(f.Values))
	for i, v := range f.Values {
		switch {
		case math.IsNaN(v):
			on[i] = v
		case v > middle:
			on[i] = 1
		}
	}
	return on
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
	with, without := split(out.Values, exposed(fac), f.Window)
	group := func(label string, role Role, days []int) Group {
		g := Group{Label: label, Role: role}
		for _, i := range days {
			g.Values = append(g.Values, out.Values[i])
			g.Days = append(g.Days, Date(set.Day(i)))
		}
		return g
	}
	return NewStrip(Strip{Label: f.OutcomeLabel, Top: topOf(out), Groups: []Group{
		group("other days", Better, without), group("after "+f.FactorLabel, Skin, with),
	}})
}

// split sorts the scored days into those with a known exposure in the window
// of days before them and those whose whole window is known to be without.
func split(skin, on []float64, window [2]int) (with, without []int) {
	for t, v := range skin {
		if math.IsNaN(v) {
			continue
		}
		any, all := false, true
		for lag := window[0]; lag <= window[1]; lag++ {
			x := math.NaN()
			if t-lag >= 0 && t-lag < len(on) {
				x = on[t-lag]
			}
			any = any || x > 0
			all = all && x == 0
		}
		switch {
		case any:
			with = append(with, t)
		case all:
			without = append(without, t)
		}
	}
	return with, without
}
