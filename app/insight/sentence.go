package insight

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"skinward/app/series"
)

// Every sentence about a finding is built here, from fixed strings per grade.
// The error rates in them were measured (method note, section on grades).
const (
	strongLine       = "In our tests about 1 to 5 in 100 such results were chance. Linked, not proven: try an experiment."
	moderateLine     = "Probably linked; roughly 1 in 5 such results are chance, about half in records of two years and longer."
	hintLine         = "Worth testing; about half or more of these turn out to be chance."
	noEffectLine     = "Any effect is likely smaller than %s."
	cantTellLine     = "Could be anywhere from %s to %s"
	settleLine       = "; about %s with %s would settle it."
	settleNumberLine = "; about %s would settle it."
	earlyLine        = "Early estimates run high: counting the search, the range is %s to %s."
	noLongerLine     = "No longer supported: with the days added since, this was not seen again."
	sameDayLine      = "On the same day; which came first can't be told: %s (%s to %s)."
	apartLine        = "%s and %s cannot be told apart: %s"
	oftenTogether    = "%s often goes along with %s: %s"
	togetherLine     = "together on %s, which is %d %% of its days (correlation %s). So far %s with %s alone and %s with %s alone. %s"
	separatingLine   = "A day with %s but without %s would tell the most."
)

// GradeName returns the words for a grade.
func GradeName(g Grade) string {
	switch g {
	case Strong:
		return "Strong"
	case Moderate:
		return "Moderate"
	case Hint:
		return "Hint"
	case NoImportantEffect:
		return "No important effect"
	case CantTell:
		return "Can't tell yet"
	}
	return "Not enough data"
}

// FamilyName returns the words for a family.
func FamilyName(f Family) string {
	switch f {
	case Suspects:
		return "Suspects you named"
	case Groups:
		return "Food groups"
	case Foods:
		return "Foods and supplements"
	}
	return "Stress, sleep and the rest"
}

// Sentence says what was found in one or two sentences, with the grade's own
// error rate.
func (f Finding) Sentence() string {
	switch f.Grade {
	case Strong:
		return f.Claim() + " " + strongLine
	case Moderate:
		return f.Claim() + " " + moderateLine
	case Hint:
		if math.IsNaN(f.Effect) {
			return hintLine
		}
		return f.Claim() + " " + hintLine
	case NoImportantEffect:
		return fmt.Sprintf(noEffectLine, f.points(f.SmallestImportant)+f.perUnit())
	case CantTell:
		return f.undecided()
	}
	return f.ReasonSentence()
}

// Claim says direction, window, effect and interval: "Skin was worse 1–3 days
// after milk: +0.7 (0.3 to 1.1)."
func (f Finding) Claim() string {
	if math.IsNaN(f.Effect) {
		return "The size could not be worked out."
	}
	e, lo, hi := f.Effect*f.Scale, f.Low*f.Scale, f.High*f.Scale
	return fmt.Sprintf("%s %s: %s (%s to %s).", f.change(), f.when(), signed(e), plainNumber(lo), plainNumber(hi))
}

// change says which way the outcome went.
func (f Finding) change() string {
	word := func(worse, better string) string {
		if f.Direction == Better {
			return better
		}
		return worse
	}
	switch {
	case f.Outcome == series.Severity:
		return word("Skin was worse", "Skin was better")
	case f.Outcome == series.Itch:
		return word("Itch was worse", "Itch was better")
	case f.Outcome == series.FlareDays:
		return word("Flare days were more frequent", "Flare days were less frequent")
	case f.OutcomeKind == series.OutcomeCount:
		return word("There were more "+lowerFirst(f.OutcomeLabel), "There were fewer "+lowerFirst(f.OutcomeLabel))
	}
	return f.OutcomeLabel + word(" was higher", " was lower")
}

// when says the days the effect is about, and what they are compared with.
func (f Finding) when() string {
	course := f.Window == courseWindow
	switch {
	case course && f.Kind == series.KindCycle:
		return "over the two weeks after the days around the period"
	case course && f.Binary:
		return fmt.Sprintf("after days with %s most of the time, compared with rarely", f.name())
	case !f.Binary:
		high, low := f.contrast()
		if course {
			return fmt.Sprintf("after two weeks with %s, compared with %s", high, low)
		}
		return fmt.Sprintf("%s after %s, compared with %s", span(f.Window), high, low)
	}
	return fmt.Sprintf("%s after %s", span(f.Window), f.name())
}

// contrast names a high and a low value of a number factor.
func (f Finding) contrast() (high, low string) {
	switch f.Factor {
	case series.Hours:
		return "more sleep", "less"
	case series.Quality:
		return "better sleep", "worse"
	case series.Bristol:
		return "a looser stool", "a firmer one"
	}
	switch f.Kind {
	case series.KindStress, series.KindWater, series.KindStool:
		return "more " + f.name(), "less"
	case series.KindPractice:
		return "more " + f.name(), "fewer"
	}
	return "a higher value of " + f.name(), "a lower one"
}

// name is the factor as it stands inside a sentence.
func (f Finding) name() string {
	switch f.Kind {
	case series.KindFood, series.KindSupplement, series.KindProbiotic, series.KindTracker:
		return f.FactorLabel // as the person wrote it
	}
	return lowerFirst(f.FactorLabel)
}

func span(w [2]int) string { return fmt.Sprintf("%d–%d days", w[0], w[1]) }

func (f Finding) undecided() string {
	if f.Pending {
		return "The size is still being worked out."
	}
	if math.IsNaN(f.Effect) {
		return f.ReasonSentence()
	}
	s := fmt.Sprintf(cantTellLine, signed(f.Low*f.Scale), signed(f.High*f.Scale))
	if f.DaysNeeded <= 0 || f.DaysNeeded >= 10000 {
		return s + "."
	}
	if f.Binary {
		return s + fmt.Sprintf(settleLine, count(f.DaysNeeded, "more day"), f.name())
	}
	// Days above the middle value are what is needed; all recorded days bring
	// them in their usual share.
	all := float64(f.DaysNeeded) * float64(f.DaysWith+f.DaysWithout) / float64(f.DaysWith)
	return s + fmt.Sprintf(settleNumberLine, count(int(math.Ceil(all)), "more recorded day"))
}

// EarlySentence gives the widened interval of an early Strong or Moderate, ""
// when none is needed.
func (f Finding) EarlySentence() string {
	if !f.Early() {
		return ""
	}
	return fmt.Sprintf(earlyLine, signed(f.WideLow*f.Scale), signed(f.WideHigh*f.Scale))
}

// PlainSentence gives both plain means with their day counts, "" when either
// is missing.
func (f Finding) PlainSentence() string {
	if f.NAfter == 0 || f.NOtherwise == 0 {
		return ""
	}
	return fmt.Sprintf("Plain averages: %s on %s in the %s after, %s on %s otherwise.",
		plainNumber(f.MeanWith), count(f.NAfter, "day"), span(f.Window), plainNumber(f.MeanWithout), count(f.NOtherwise, "day"))
}

// VisibleSentence says what the record could have shown, "" when unknown.
func (f Finding) VisibleSentence() string {
	if math.IsNaN(f.SmallestVisible) {
		return ""
	}
	return fmt.Sprintf("We could have noticed about %s.", f.points(f.SmallestVisible)+f.perUnit())
}

// MissingSentence says on how many days the factor is not known.
func (f Finding) MissingSentence() string {
	if f.MissingShare < 0.005 {
		return ""
	}
	return fmt.Sprintf("Not recorded on %.0f %% of the days; those count as not known, never as without.", 100*f.MissingShare)
}

// ReasonSentence says why there is no grade, or why no higher one.
func (f Finding) ReasonSentence() string {
	switch f.Reason {
	case ReasonFewSkinDays:
		return fmt.Sprintf("Rated on %s; we start at %d.", count(f.SkinDays, "day"), minSkinDays)
	case ReasonFewWith:
		return fmt.Sprintf("Logged on %s; we start at %d.", count(f.DaysWith, "day"), minWith)
	case ReasonFewWithout:
		return fmt.Sprintf("Only %s without it; we start at %d.", count(f.DaysWithout, "recorded day"), minWithout)
	case ReasonFewSwitches:
		return fmt.Sprintf("Started and stopped %s; below %d one change cannot be told from a new routine.", count(f.Switches, "time"), minSwitches)
	case ReasonFewValues:
		return fmt.Sprintf("Fewer than %d values so far.", minValues)
	case ReasonFewDistinct:
		return fmt.Sprintf("Fewer than %d different values so far.", minDistinct)
	case ReasonConstant:
		return "The same value every time, so there is nothing to compare."
	case ReasonFewCycles:
		return fmt.Sprintf("Fewer than %d cycles so far.", cyclesFrom)
	case ReasonFlatOutcome:
		return "The skin value is the same on every day, so nothing can go with it."
	case ReasonNoRoom:
		return "Too few rated days for a record of this length."
	case ReasonCappedSkin:
		return fmt.Sprintf("A higher grade needs more rated days than %d.", f.SkinDays)
	case ReasonCappedWith:
		return fmt.Sprintf("A higher grade needs %d days with it.", gradedWith)
	case ReasonCappedZero:
		return "A higher grade needs a range that leaves out zero."
	case ReasonNotSeparate:
		return "Its days cannot be told apart from the weekday or the other things that are taken into account."
	case ReasonNoImportance:
		return "No smallest important change is set for this."
	case ReasonWideInterval:
		return fmt.Sprintf("The range still reaches beyond %s either way.", f.points(f.SmallestImportant))
	}
	return ""
}

// perUnit says what a number factor's effect is about: one more of it. What is
// small per unit may still matter over a wide range.
func (f Finding) perUnit() string {
	switch {
	case f.Binary:
		return ""
	case f.Unit == "":
		return " for each step"
	case f.Unit == series.UnitGlasses:
		return " per glass"
	}
	return " per " + f.Unit
}

// points writes an amount of the outcome with its unit.
func (f Finding) points(v float64) string {
	unit := "points"
	if f.OutcomeKind == series.OutcomeCount {
		unit = lowerFirst(f.OutcomeLabel)
	}
	return plainNumber(v) + " " + unit
}

// Sentence says how much the same-day row may be read.
func (s SameDay) Sentence() string {
	if math.IsNaN(s.Effect) {
		return ""
	}
	return fmt.Sprintf(sameDayLine, signed(s.Effect), plainNumber(s.Low), plainNumber(s.High))
}

// OverlapSentence says how far factor and other can be told apart.
func (d Detail) OverlapSentence(o Overlap) string {
	lead := oftenTogether
	if o.Inseparable {
		lead = apartLine
	}
	// The rarer kind of day tells more.
	rare, other := d.FactorLabel, o.FactorLabel
	if o.OnlyOther < o.OnlyThis {
		rare, other = other, rare
	}
	together := fmt.Sprintf(togetherLine, count(o.Both, "day"), int(math.Round(100*o.Shared)), plainNumber(o.Correlation),
		count(o.OnlyThis, "day"), d.FactorLabel, count(o.OnlyOther, "day"), o.FactorLabel, fmt.Sprintf(separatingLine, rare, other))
	return fmt.Sprintf(lead, d.FactorLabel, o.FactorLabel, together)
}

// Sentence says which confounders the result lacks, "" when none.
func (b Baseline) Sentence() string {
	var parts []string
	for _, m := range b.Missing {
		if m.Share == 0 {
			parts = append(parts, m.Name+" (never recorded)")
			continue
		}
		parts = append(parts, fmt.Sprintf("%s (recorded on %.0f %% of the days)", m.Name, 100*m.Share))
	}
	if len(parts) == 0 {
		return ""
	}
	return "Not taken into account: " + strings.Join(parts, ", ") + "."
}

// Sentence says how many comparisons were made together and how many would
// look like something by luck.
func (s FamilySummary) Sentence() string {
	if s.Tested == 0 {
		return "Nothing could be compared yet."
	}
	return fmt.Sprintf("%s compared together; about %s would stand out by luck if they were looked at one by one. The grades allow for that.",
		count(s.Tested, "pair")+pairVerb(s.Tested), plainCount(s.ByLuck))
}

func pairVerb(n int) string {
	if n == 1 {
		return " was"
	}
	return " were"
}

func plainCount(v float64) string {
	if v < 1 {
		return "none"
	}
	return strconv.Itoa(int(math.Round(v)))
}

// NoLongerSentence is shown with a finding that was demoted.
func NoLongerSentence() string { return noLongerLine }
