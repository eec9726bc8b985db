package insights

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"skinward/app/insight"
	"skinward/app/series"
)

// Row is one line of the list: a heading, or a finding under it.
type Row struct {
	Heading  string          // of a section; "" in a finding's row
	Note     string          // under the heading: what the section means
	Finding  insight.Finding // with the grade that stands
	Standing insight.Standing
	Name     string
	Phrase   string // "worse 1–3 days later", or what is missing
	Grade    string // in words
	Effect   string // "+0.7", "" when there is none
	Meter    float64
	Metered  bool // Meter is the share of the days needed that are there, 0 … 1
}

// Filter narrows the list to kinds of factors.
type Filter string

// The filters.
const (
	FilterAll     Filter = "all"
	FilterFoods   Filter = "foods"
	FilterGroups  Filter = "groups"
	FilterCourses Filter = "courses"
	FilterRest    Filter = "rest"
)

// Filters returns the filters with their words, in order.
func Filters() ([]Filter, []string) {
	return []Filter{FilterAll, FilterGroups, FilterFoods, FilterCourses, FilterRest},
		[]string{"All", "Groups", "Foods", "Supplements", "Days and habits"}
}

func (f Filter) takes(k series.FactorKind) bool {
	switch f {
	case FilterFoods:
		return k == series.KindFood
	case FilterGroups:
		return k == series.KindFoodGroup
	case FilterCourses:
		return k == series.KindSupplement || k == series.KindProbiotic
	case FilterRest:
		return k != series.KindFood && k != series.KindFoodGroup && k != series.KindSupplement && k != series.KindProbiotic
	}
	return true
}

// List is what the left side shows for one outcome.
type List struct {
	Title   string // "52 things checked"
	Caption string // "365 days, 311 with a skin rating"
	Foot    string // what lies in each section
	Rows    []Row
	// Low and High bound the common scale of the interval bars, 0 within.
	Low, High float64
}

// sections are the grades in the order of the list; the first three share one.
var sections = []struct {
	grades  []insight.Grade
	heading string
	note    string
	counted string // after a number, at the foot of the list
}{
	{[]insight.Grade{insight.Strong, insight.Moderate, insight.Hint}, "Goes with your skin", "the surest first", "linked"},
	{[]insight.Grade{insight.NoImportantEffect}, "No important effect", "any difference is likely smaller than what matters", "no important effect"},
	{[]insight.Grade{insight.CantTell}, "Can't tell yet", "more days would narrow these down", "can't tell yet"},
	{[]insight.Grade{insight.NotEnoughData}, "Needs more days", "too few days to look at", "with too few days"},
}

// NewList arranges the standings of one outcome.
func NewList(res insight.Result, standings []insight.Standing, outcome string, filter Filter) List {
	var mine []insight.Standing
	for _, s := range standings {
		if s.Outcome == outcome && filter.takes(s.Kind) {
			mine = append(mine, s)
		}
	}
	l := List{Title: checkedTitle(mine), Caption: dayCaption(res, outcome)}
	l.Low, l.High = commonScale(mine)
	var foot []string
	for _, s := range sections {
		rows := rowsOf(mine, s.grades)
		if len(rows) == 0 {
			continue
		}
		heading := fmt.Sprintf("%s · %d", s.heading, len(rows))
		l.Rows = append(l.Rows, Row{Heading: heading, Note: s.note})
		l.Rows = append(l.Rows, rows...)
		foot = append(foot, fmt.Sprintf("%d %s", len(rows), s.counted))
	}
	l.Foot = strings.Join(foot, " · ")
	return l
}

func checkedTitle(mine []insight.Standing) string {
	n := 0
	for _, f := range mine {
		if f.Shown != insight.NotEnoughData {
			n++
		}
	}
	if n == 1 {
		return "1 thing checked"
	}
	return fmt.Sprintf("%d things checked", n)
}

func dayCaption(res insight.Result, outcome string) string {
	for _, b := range res.Baselines {
		if b.Outcome == outcome {
			return fmt.Sprintf("%d days, %d with a rating", b.Days, b.SkinDays)
		}
	}
	return fmt.Sprintf("%d days", res.Days)
}

func rowsOf(mine []insight.Standing, grades []insight.Grade) []Row {
	var rows []Row
	for _, s := range mine {
		if slices.Contains(grades, s.Shown) {
			rows = append(rows, newRow(s))
		}
	}
	slices.SortStableFunc(rows, func(a, b Row) int {
		if c := cmp.Compare(a.Finding.Grade.Rank(), b.Finding.Grade.Rank()); c != 0 {
			return c
		}
		if a.Metered || b.Metered {
			if c := cmp.Compare(b.Meter, a.Meter); c != 0 {
				return c
			}
		} else if c := cmp.Compare(size(b.Finding), size(a.Finding)); c != 0 {
			return c
		}
		return strings.Compare(a.Name, b.Name)
	})
	return rows
}

func size(f insight.Finding) float64 {
	v := math.Abs(f.Effect * scaleOf(f))
	if math.IsNaN(v) {
		return -1
	}
	return v
}

// commonScale returns bounds that hold the estimates of every estimated row
// and the intervals of the graded ones, at least -1 … 1.
func commonScale(mine []insight.Standing) (lo, hi float64) {
	lo, hi = -1, 1
	for _, f := range mine {
		if graded(f.Shown) && !math.IsNaN(f.Low) {
			lo, hi = min(lo, f.Low*scaleOf(f.Finding)), max(hi, f.High*scaleOf(f.Finding))
		}
	}
	return lo, hi
}

// scaleOf turns a finding's effect into the step that is said in words.
func scaleOf(f insight.Finding) float64 {
	if f.Scale > 0 && !math.IsInf(f.Scale, 0) {
		return f.Scale
	}
	return 1
}

func signed(v float64) string {
	if math.IsNaN(v) {
		return ""
	}
	s := fmt.Sprintf("%+.1f", v)
	if s == "-0.0" || s == "+0.0" {
		return "0.0"
	}
	return strings.Replace(s, "-", "−", 1)
}

// newRow puts a standing into words. The grade is the one that stands.
func newRow(s insight.Standing) Row {
	f := s.Finding
	f.Grade = s.Shown
	r := Row{Finding: f, Standing: s, Name: capital(f.FactorLabel), Phrase: f.Phrase(), Grade: insight.GradeName(f.Grade)}
	if s.NoLonger {
		r.Phrase = "no longer supported"
	}
	if f.Grade == insight.NotEnoughData {
		r.Meter, r.Metered = f.Share()
		return r
	}
	r.Effect = signed(f.Effect * scaleOf(f))
	return r
}

// capital begins a name with a capital, as it stands at the head of a line.
func capital(name string) string {
	for i, r := range name {
		return strings.ToUpper(string(r)) + name[i+len(string(r)):]
	}
	return name
}
