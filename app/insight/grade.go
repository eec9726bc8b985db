package insight

import (
	"math"

	"skinward/app/series"
)

// Minimum data, measured in simulation (method note, section on minimum data).
const (
	minSkinDays      = 30  // below: description only
	hintSkinDays     = 45  // below: no Hint
	moderateSkinDays = 60  // below: no Moderate
	strongSkinDays   = 90  // below: no Strong
	earlyDays        = 180 // below: widened interval, "early estimates run high"
	minWith          = 8   // days with, to be tested
	minWithout       = 8   // recorded days without, to be tested
	gradedWith       = 12  // days with for Moderate or Strong
	minSwitches      = 6   // three starts, three stops
	minValues        = 30  // values of a number factor
	minDistinct      = 5   // different values of a number factor
)

// Levels of q for the grades.
const (
	strongQ   = 0.01
	moderateQ = 0.05
	hintQ     = 0.25
)

// visibleFactor times the standard error is the effect that a record could
// have shown (power 80 % at 5 %, two-sided).
const visibleFactor = 2.8

// shortage returns why a factor cannot be tested with the record so far, or
// ReasonNone.
func shortage(f series.Factor, e exposure, set series.Set) Reason {
	switch {
	case f.Kind == series.KindCycle && set.Cycles < cyclesFrom:
		return ReasonFewCycles
	case !f.Binary && known(f.Values) > 0 && distinct(f.Values) == 1:
		return ReasonConstant
	case !f.Binary && known(f.Values) < minValues:
		return ReasonFewValues
	case !f.Binary && distinct(f.Values) < minDistinct:
		return ReasonFewDistinct
	case e.with < minWith:
		return ReasonFewWith
	case e.without < minWithout:
		return ReasonFewWithout
	case e.switches < minSwitches:
		return ReasonFewSwitches
	}
	return ReasonNone
}

// familyOf returns the family in which a factor is corrected.
func familyOf(f series.Factor, suspected bool) Family {
	switch {
	case suspected:
		return Suspects
	case f.Kind == series.KindFoodGroup:
		return Groups
	case f.Kind == series.KindFood, f.Kind == series.KindSupplement, f.Kind == series.KindProbiotic:
		return Foods
	}
	return Context
}

// grade gives f its grade and the reason why it is not higher. important is
// the smallest important change, NaN when the outcome has none.
func (f *Finding) grade(important float64) {
	clear := f.Low > 0 || f.High < 0
	f.Reason = ReasonNone
	switch {
	case f.Q <= strongQ && clear && f.DaysWith >= gradedWith && f.SkinDays >= strongSkinDays:
		f.Grade = Strong
	case f.Q <= moderateQ && clear && f.DaysWith >= gradedWith && f.SkinDays >= moderateSkinDays:
		f.Grade = Moderate
		if f.Q <= strongQ {
			f.Reason = ReasonCappedSkin
		}
	case f.Q <= hintQ && f.SkinDays >= hintSkinDays:
		f.Grade = Hint
		if f.Q <= moderateQ {
			f.Reason = f.capped(clear)
		}
	case f.Low >= -important && f.High <= important:
		f.Grade = NoImportantEffect
	default:
		f.Grade = CantTell
		f.Reason = ReasonWideInterval
		switch {
		case math.IsNaN(f.Effect):
			f.Reason = ReasonNotSeparate
		case f.Q <= hintQ:
			f.Reason = ReasonCappedSkin
		case math.IsNaN(important):
			f.Reason = ReasonNoImportance
		}
	}
	f.DaysNeeded = -1
	if f.Grade == CantTell && !math.IsNaN(important) && !math.IsNaN(f.SE) {
		with := float64(f.DaysWith)
		ratio := visibleFactor * f.SE / important
		f.DaysNeeded = int(math.Min(math.Max(math.Ceil(with*ratio*ratio-with), 0), 1e6))
	}
}

func (f *Finding) capped(clear bool) Reason {
	switch {
	case f.DaysWith < gradedWith:
		return ReasonCappedWith
	case f.SkinDays < moderateSkinDays:
		return ReasonCappedSkin
	case math.IsNaN(f.Effect):
		return ReasonNotSeparate
	case !clear:
		return ReasonCappedZero
	}
	return ReasonNone
}

// shortfall fills in a pair that was not tested.
func (f *Finding) shortfall(why Reason) {
	f.Grade, f.Reason, f.DaysNeeded = NotEnoughData, why, -1
	switch why {
	case ReasonFewWith:
		f.DaysNeeded = minWith - f.DaysWith
	case ReasonFewWithout:
		f.DaysNeeded = minWithout - f.DaysWithout
	case ReasonFewSkinDays:
		f.DaysNeeded = minSkinDays - f.SkinDays
	}
}
