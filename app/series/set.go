// Package series turns journal records into day-indexed series with explicit
// gaps, and holds the rules that decide when a day counts as recorded.
package series

import (
	"math"
	"slices"
	"strings"

	"skinward/app/journal"
)

// OutcomeKind tells on which scale a skin outcome is measured.
type OutcomeKind string

// The scales of outcomes.
const (
	OutcomeScale  OutcomeKind = "scale"  // 0 … 10, higher is worse
	OutcomeCount  OutcomeKind = "count"  // number of lesions, 0 …
	OutcomeYesNo  OutcomeKind = "yesno"  // 0 or 1 that day (flare days)
	OutcomeNumber OutcomeKind = "number" // a number of the person's own
)

// FactorKind tells what a factor is; it decides the family it is tested in.
type FactorKind string

// The kinds of factors.
const (
	KindFood       FactorKind = "food"
	KindFoodGroup  FactorKind = "food_group"
	KindSupplement FactorKind = "supplement"
	KindProbiotic  FactorKind = "probiotic"
	KindStress     FactorKind = "stress"
	KindSleep      FactorKind = "sleep"
	KindWater      FactorKind = "water"
	KindStool      FactorKind = "stool"
	KindCycle      FactorKind = "cycle"
	KindTracker    FactorKind = "tracker"
	KindPractice   FactorKind = "practice"
	KindNutrient   FactorKind = "nutrient"
	KindTreatment  FactorKind = "treatment" // drawn, never tested
)

// Names of the outcomes that every import and export uses.
const (
	Severity  = "severity"
	Itch      = "itch"
	Lesions   = "lesions"
	FlareDays = "flare_days"
)

// Outcome is one skin outcome on the daily grid.
type Outcome struct {
	Name   string      // stable name: "severity", "itch", "lesions", "flare_days", a tracker's own
	Label  string      // for people: "Severity"
	Kind   OutcomeKind // scale of measurement
	Values []float64   // one per day of the grid, NaN where nothing was recorded
	Later  []bool      // true where every entry behind the value was filled in from memory; nil when unknown
	Own    bool        // a tracker of the person's own; scanned when asked for
}

// Recorded returns the number of days with a value.
func (o Outcome) Recorded() int { return recorded(o.Values) }

// Factor is something that may go with the skin, on the daily grid.
type Factor struct {
	Name   string     // as imported or typed
	Label  string     // for people
	Kind   FactorKind // decides family and wording
	Unit   string     // "h", "glasses"; empty for yes/no
	Binary bool       // values are 0 and 1 only
	Values []float64  // one per day, NaN where it is not known
	// Members are the foods of a food group, in name order.
	Members []string
}

// Recorded returns the number of days on which the factor is known.
func (f Factor) Recorded() int { return recorded(f.Values) }

// Notice says, in one sentence for the person, what was done about odd input.
type Notice struct {
	Code string // stable: "one_day", NoticeFuture, …
	Text string
}

// NoticeFuture is the code of the notice that entries of days to come were left
// out.
const NoticeFuture = "future_days"

// Set is everything a journal says, one value per calendar day and line. The
// grid runs from the first to the last day with any skin record.
type Set struct {
	First    journal.Day
	Days     int
	Outcomes []Outcome
	Factors  []Factor
	// Treatments are drawn beside the skin and never tested: people treat
	// because the skin is bad.
	Treatments []Factor
	// Stress (0 … 10), Sleep (hours, else quality 0 … 10) and CycleDay
	// (1 = first day of bleeding) are the reference series of the expected
	// skin; nil when never recorded.
	Stress   []float64
	Sleep    []float64
	CycleDay []float64
	// Cycles counts the cycles whose first day is known.
	Cycles int
	// SkinDays marks the days with any skin record; nil means those with an
	// outcome that is not a tracker.
	SkinDays []bool
	// FoodDays marks the days that count as having a food log.
	FoodDays []bool
	Notices  []Notice
}

// Day returns the calendar day at index i of the grid.
func (s Set) Day(i int) journal.Day { return s.First.Add(i) }

// Last returns the last day of the grid, the zero Day when it is empty.
func (s Set) Last() journal.Day {
	if s.Days == 0 {
		return journal.Day{}
	}
	return s.First.Add(s.Days - 1)
}

// Outcome returns the outcome of that name.
func (s Set) Outcome(name string) (Outcome, bool) {
	for _, o := range s.Outcomes {
		if o.Name == name {
			return o, true
		}
	}
	return Outcome{}, false
}

// Factor returns the factor of that name, ignoring case.
func (s Set) Factor(name string) (Factor, bool) {
	for _, f := range s.Factors {
		if strings.EqualFold(f.Name, name) {
			return f, true
		}
	}
	return Factor{}, false
}

// SortFactors puts the factors in name order, which every result follows.
func SortFactors(fs []Factor) {
	slices.SortStableFunc(fs, func(a, b Factor) int {
		if c := strings.Compare(a.Name, b.Name); c != 0 {
			return c
		}
		return strings.Compare(string(a.Kind), string(b.Kind))
	})
}

func recorded(v []float64) int {
	n := 0
	for _, x := range v {
		if !math.IsNaN(x) {
			n++
		}
	}
	return n
}
