// Package insight is the method: which foods, supplements and habits go with
// the skin, how sure that is, and what is missing to know more. It is pure:
// the same series give the same findings, to the byte.
package insight

import (
	"slices"

	"skinward/app/journal"
	"skinward/app/series"
)

// MethodVersion names the rules behind a grade; it is kept with every dated
// verdict, and changes whenever a grade could change for the same journal.
const MethodVersion = "1"

// Grade says how sure a link is. Higher grades have lower measured error.
type Grade string

// The grades, from surest to least known.
const (
	Strong            Grade = "strong"
	Moderate          Grade = "moderate"
	Hint              Grade = "hint"
	NoImportantEffect Grade = "no_important_effect"
	CantTell          Grade = "cant_tell"
	NotEnoughData     Grade = "not_enough_data"
)

// Rank orders grades: 0 is Strong, 5 is NotEnoughData.
func (g Grade) Rank() int {
	for i, o := range Grades() {
		if o == g {
			return i
		}
	}
	return len(Grades())
}

// Grades returns all grades, surest first.
func Grades() []Grade {
	return []Grade{Strong, Moderate, Hint, NoImportantEffect, CantTell, NotEnoughData}
}

// Direction says which way the skin went in the window.
type Direction string

// The directions of a finding.
const (
	Worse  Direction = "worse"
	Better Direction = "better"
	Unsure Direction = "" // nothing was estimated
)

// Family is a set of comparisons that are corrected together.
type Family string

// The families.
const (
	Suspects Family = "S" // named by the person, at most ten
	Groups   Family = "G" // food groups
	Foods    Family = "F" // foods and supplements
	Context  Family = "C" // stress, sleep, water, stool, cycle, own trackers
)

// Finding is what the method says about one factor and one outcome. Numbers
// that do not exist are NaN. Effects are in the outcome's own points per day.
type Finding struct {
	Outcome      string
	OutcomeLabel string
	OutcomeKind  series.OutcomeKind
	Factor       string
	FactorLabel  string
	Kind         series.FactorKind
	Unit         string // unit of a number factor, "" for yes/no
	Binary       bool   // yes/no factor
	Course       bool   // taken in courses: mean run of 7 days or more

	Family     Family
	FamilySize int // comparisons made together, this one included
	// FamilyPassed is how many of the family are Strong or Moderate.
	FamilyPassed int

	Grade     Grade
	Direction Direction
	Shape     string // response shape with the largest |t|: onset1 … mean1_14
	Window    [2]int // days after, first and last, of Effect and of the plain means

	Effect float64 // mean difference per day of the window, adjusted
	SE     float64
	Low    float64 // 95 % interval
	High   float64
	// Scale turns Effect into what is said in words: 1 for yes/no factors, the
	// distance from the 10th to the 90th percentile for numbers and courses.
	Scale    float64
	WideLow  float64 // interval widened for having been selected early; NaN when not needed
	WideHigh float64

	P float64 // merged over the six shapes
	Q float64 // after correction over the family

	DaysWith    int // logged days of the grid with the factor (numbers: above the person's median)
	DaysWithout int
	Switches    int // changes between with and without
	NAfter      int // scored days behind MeanWith
	NOtherwise  int
	MeanWith    float64 // plain mean of the outcome in the window after
	MeanWithout float64
	SkinDays    int // days with this outcome

	SmallestVisible   float64 // effect that this record could have shown
	SmallestImportant float64 // NaN when the outcome has none
	// DaysNeeded is how many more days with the factor would settle it; -1
	// when that cannot be said.
	DaysNeeded int
	// MissingShare is the share of the grid's days on which the factor is not
	// known.
	MissingShare float64

	df     float64 // degrees of freedom of the interval
	Lags   LagChart
	Reason Reason // why there is no grade, or why no higher one
	// Pending is true while the effect has not been worked out (after Scan,
	// before Complete); Grade is then provisional.
	Pending bool
}

// Early reports whether the line "early estimates run high" belongs to f.
func (f Finding) Early() bool {
	return (f.Grade == Strong || f.Grade == Moderate) && f.SkinDays < earlyDays
}

// LagChart holds the adjusted effect of each single day after, 0 … 7, from
// one joint fit, with 95 % intervals. Empty when nothing was estimated.
type LagChart struct {
	Effect []float64
	Low    []float64
	High   []float64
}

// Reason is a coded reason; Sentence turns it into words.
type Reason string

// Why a pair has no grade, or could not reach a higher one.
const (
	ReasonNone         Reason = ""
	ReasonFewSkinDays  Reason = "few_skin_days"      // under 30 days with this outcome
	ReasonFewWith      Reason = "few_days_with"      // under 8 days with it
	ReasonFewWithout   Reason = "few_days_without"   // under 8 recorded days without it
	ReasonFewSwitches  Reason = "few_switches"       // fewer than 6 starts and stops
	ReasonFewValues    Reason = "few_values"         // number factor with under 30 values
	ReasonFewDistinct  Reason = "few_distinct"       // fewer than 5 different values
	ReasonConstant     Reason = "constant"           // never changes
	ReasonFewCycles    Reason = "few_cycles"         // under two cycles
	ReasonFlatOutcome  Reason = "flat_outcome"       // the outcome never changes
	ReasonNoRoom       Reason = "too_few_for_model"  // too few days for the length of the record
	ReasonCappedSkin   Reason = "capped_skin_days"   // a higher grade needs more skin days
	ReasonCappedWith   Reason = "capped_days_with"   // a higher grade needs 12 days with it
	ReasonCappedZero   Reason = "capped_interval"    // a higher grade needs an interval without zero
	ReasonNotSeparate  Reason = "not_separable"      // its days cannot be told apart from the rest of the model
	ReasonNoImportance Reason = "no_smallest_change" // outcome without a smallest important change
	ReasonWideInterval Reason = "wide_interval"      // reaches outside the smallest important change
	reasonItself       Reason = "itself"             // a tracker against itself, never shown
)

// SameDay is the row kept out of the families: what happens on the day itself.
// Which came first cannot be told.
type SameDay struct {
	Effect, Low, High float64
	P                 float64
}

// Half is the effect within one half of the record.
type Half struct {
	From, To          journal.Day
	DaysWith          int
	Effect, Low, High float64 // NaN when the half has too few days
}

// Overlap names another factor that goes along with this one.
type Overlap struct {
	Factor      string
	FactorLabel string
	Shared      float64 // share of this factor's days that also have the other, 0 … 1
	Correlation float64 // of the two exposures over days where both are known, -1 … 1
	Inseparable bool    // too alike to be told apart
	Both        int     // days with this and the other
	// OnlyThis and OnlyOther count the days that separate them so far.
	OnlyThis  int
	OnlyOther int
}

// Detail is what is worked out on demand for one pair.
type Detail struct {
	Finding
	LongLags LagChart // days 0 … 14
	SameDay  SameDay
	Halves   [2]Half
	Overlaps []Overlap // most alike first, at most five
	Spearman float64   // descriptive only
}

// Baseline says what the expected skin of one outcome was built from.
type Baseline struct {
	Outcome     string
	SkinDays    int
	Days        int // length of the grid
	Phi, Lambda float64
	Columns     int
	Sqrt        bool     // tested on the square root
	Skewness    float64  // of the outcome as recorded
	Used        []string // "weekday", "trend", "season", "stress", "sleep", "cycle"
	// Missing names confounders that could not be taken into account, because
	// they are logged on fewer than 30 % of the days or not at all.
	Missing []MissingConfounder
}

// MissingConfounder is a confounder left out of the expected skin.
type MissingConfounder struct {
	Name  string  // "stress", "sleep", "cycle"
	Share float64 // share of days on which it is logged, 0 … 1
}

// FamilySummary counts one family.
type FamilySummary struct {
	Family   Family
	Outcomes []string
	Tested   int
	Counts   map[Grade]int
	// ByLuck is how many of the tested pairs would be expected to show a raw
	// p of .05 or less with nothing going on.
	ByLuck float64
}

// Result is everything one scan says.
type Result struct {
	Method    string // MethodVersion
	From, To  journal.Day
	Days      int
	Findings  []Finding // fixed order: outcome as in the set, then grade-free name order
	Baselines []Baseline
	Families  []FamilySummary
	Notices   []series.Notice
}

// Baseline returns what the expected skin of an outcome was built from.
func (r Result) Baseline(outcome string) (Baseline, bool) {
	for _, b := range r.Baselines {
		if b.Outcome == outcome {
			return b, true
		}
	}
	return Baseline{}, false
}

// Only returns the result narrowed to some outcomes. What was compared
// together stays as it was: narrowing what is shown does not make the search
// smaller.
func (r Result) Only(outcomes ...string) Result {
	r.Findings = slices.DeleteFunc(slices.Clone(r.Findings), func(f Finding) bool { return !slices.Contains(outcomes, f.Outcome) })
	r.Baselines = slices.DeleteFunc(slices.Clone(r.Baselines), func(b Baseline) bool { return !slices.Contains(outcomes, b.Outcome) })
	r.Families = slices.DeleteFunc(slices.Clone(r.Families), func(f FamilySummary) bool {
		return !slices.ContainsFunc(f.Outcomes, func(o string) bool { return slices.Contains(outcomes, o) })
	})
	return r
}

// Find returns the finding of a factor and an outcome.
func (r Result) Find(factor, outcome string) (Finding, bool) {
	for _, f := range r.Findings {
		if f.Factor == factor && f.Outcome == outcome {
			return f, true
		}
	}
	return Finding{}, false
}
