package insight

import (
	"fmt"
	"math"
	"strings"
)

// Phrase is the few words that stand beside a factor in a list: which way and
// when, what could have been noticed, or what is missing.
func (f Finding) Phrase() string {
	switch f.Grade {
	case Strong, Moderate, Hint:
		if math.IsNaN(f.Effect) {
			return "size not worked out"
		}
		return f.way() + " " + f.later()
	case NoImportantEffect:
		return fmt.Sprintf("%s%s would show", f.points(f.SmallestVisible), f.perUnit())
	case CantTell:
		switch {
		case f.Pending:
			return "being worked out"
		case math.IsNaN(f.Effect):
			return "not separable from the rest"
		case f.DaysNeeded > 0 && f.DaysNeeded < 10000:
			return "about " + count(f.DaysNeeded, "more day") + " would settle it"
		}
		return fmt.Sprintf("%s to %s", signed(f.Low*f.Scale), signed(f.High*f.Scale))
	}
	return f.lacking()
}

// way is the direction as one word.
func (f Finding) way() string {
	if f.Direction == Better {
		return "better"
	}
	return "worse"
}

// later says when, after what.
func (f Finding) later() string {
	switch {
	case f.Window == courseWindow && f.Binary:
		return "over two weeks of it"
	case f.Window == courseWindow:
		return "over two weeks with much of it"
	case !f.Binary:
		return span(f.Window) + " after much of it"
	}
	return span(f.Window) + " later"
}

// lacking says in a few words what a pair without a grade needs.
func (f Finding) lacking() string {
	switch f.Reason {
	case ReasonFewSkinDays:
		return fmt.Sprintf("rated on %d of %d days", f.SkinDays, minSkinDays)
	case ReasonFewWith:
		return fmt.Sprintf("%d of %d days with it", f.DaysWith, minWith)
	case ReasonFewWithout:
		return fmt.Sprintf("%d of %d recorded days without it", f.DaysWithout, minWithout)
	case ReasonFewSwitches:
		return fmt.Sprintf("%d of %d starts and stops", f.Switches, minSwitches)
	case ReasonFewValues:
		return fmt.Sprintf("%d of %d values", f.DaysWith+f.DaysWithout, minValues)
	case ReasonFewDistinct:
		return "too few different values"
	case ReasonConstant:
		return "always the same value"
	case ReasonFewCycles:
		return "two cycles are needed"
	case ReasonFlatOutcome:
		return "the skin value never changes"
	}
	return "too few days"
}

// Share returns how much of what a pair without a grade lacks is there, 0 … 1;
// ok is false where that cannot be counted or nothing is lacking.
func (f Finding) Share() (share float64, ok bool) {
	part := func(n, of int) (float64, bool) { return math.Min(1, float64(n)/float64(of)), true }
	switch f.Reason {
	case ReasonFewSkinDays:
		return part(f.SkinDays, minSkinDays)
	case ReasonFewWith:
		return part(f.DaysWith, minWith)
	case ReasonFewWithout:
		return part(f.DaysWithout, minWithout)
	case ReasonFewSwitches:
		return part(f.Switches, minSwitches)
	case ReasonFewValues:
		return part(f.DaysWith+f.DaysWithout, minValues)
	}
	return 0, false
}

// fullApart is how many things that share a factor's days are told of in full.
const fullApart = 3

// ApartSentences says what shares the factor's days: in full what is hardest to
// tell apart from it, by name the rest and what is merely common on its days.
func (d Detail) ApartSentences() []string {
	var full, hard, common []string
	for _, o := range d.Overlaps {
		name := fmt.Sprintf("%s (%d of %s)", lowerFirst(o.FactorLabel), o.Both, count(o.Both+o.OnlyThis, "day"))
		switch {
		case !o.Inseparable && o.Correlation < overlapR:
			common = append(common, name)
		case len(full) < fullApart:
			full = append(full, upperFirst(d.OverlapSentence(o)))
		default:
			hard = append(hard, name)
		}
	}
	if len(full) == 0 {
		full = append(full, "Nothing else follows its days closely.")
	}
	if len(hard) > 0 {
		full = append(full, "Also hard to tell apart from it: "+strings.Join(hard, ", ")+".")
	}
	if len(common) > 0 {
		full = append(full, "Common on its days, but just as common on others: "+strings.Join(common, ", ")+".")
	}
	return full
}
