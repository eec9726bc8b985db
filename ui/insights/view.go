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
	Days     string // "66 days" with it, of numbers all that are known; "" where the phrase tells them
	Meter    float64
	Metered  bool // Meter is the share of the days needed that are there, 0 … 1
	Member   bool // a food under its group
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
		[]string{"All", "Groups", "Foods", "Supplements", "Other"}
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
	{[]insight.Grade{insight.Strong, insight.Moderate, insight.Hint}, "Goes with your skin", "surest first · days, range, difference", "linked"},
	{[]insight.Grade{insight.NoImportantEffect}, "No important effect", "any difference is likely smaller than what matters", "no important effect"},
	{[]insight.Grade{insight.CantTell}, "Can't tell yet", "more days would narrow these down", "can't tell yet"},
	{[]insight.Grade{insight.NotEnoughData}, "Needs more days", "too few days to look at", "with too few days"},
}

// hiddenHeading heads what the person put aside; it stays counted and in view.
const hiddenHeading = "Put aside by you"

// NewList arranges the standings of one outcome. What was put aside comes last.
func NewList(scan Scan, outcome string, filter Filter, hidden []string) List {
	res := scan.Result()
	var all, mine, aside []insight.Standing
	for _, s := range scan.Standings() {
		if s.Outcome != outcome {
			continue
		}
		all = append(all, s)
		switch {
		case !filter.takes(s.Kind):
		case named(hidden, s.Factor):
			aside = append(aside, s)
		default:
			mine = append(mine, s)
		}
	}
	l := List{Title: checkedTitle(all, filter), Caption: dayCaption(res, outcome)}
	l.Low, l.High = commonScale(mine)
	members := func(Row) []Row { return nil }
	if filter == FilterGroups {
		members = membersOf(scan.Set(), all)
	}
	var foot []string
	add := func(heading, note, counted string, rows []Row) {
		if len(rows) == 0 {
			return
		}
		l.Rows = append(l.Rows, Row{Heading: fmt.Sprintf("%s · %d", heading, len(rows)), Note: note})
		for _, r := range rows {
			l.Rows = append(l.Rows, r)
			l.Rows = append(l.Rows, members(r)...)
		}
		foot = append(foot, fmt.Sprintf("%d %s", len(rows), counted))
	}
	for _, s := range sections {
		add(s.heading, s.note, s.counted, rowsOf(mine, s.grades))
	}
	add(hiddenHeading, "still compared and counted, off the doctor's page", "put aside", rowsOf(aside, insight.Grades()))
	l.Foot = strings.Join(foot, " · ")
	return l
}

// membersOf returns the foods of a group as rows, the surest first.
func membersOf(set series.Set, all []insight.Standing) func(Row) []Row {
	foods := map[string]insight.Standing{}
	for _, s := range all {
		if s.Kind == series.KindFood {
			foods[s.Factor] = s
		}
	}
	return func(group Row) []Row {
		g, ok := set.Factor(group.Finding.Factor)
		if !ok {
			return nil
		}
		var own []insight.Standing
		for _, m := range g.Members {
			if s, ok := foods[m]; ok {
				own = append(own, s)
			}
		}
		rows := rowsOf(own, insight.Grades())
		for i := range rows {
			rows[i].Member = true
		}
		return rows
	}
}

// named reports whether a factor is in a list of names, case ignored.
func named(names []string, factor string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, factor) })
}

// checkedTitle counts what was compared, and of it what the filter shows.
func checkedTitle(all []insight.Standing, filter Filter) string {
	n, shown := 0, 0
	for _, f := range all {
		if f.Shown == insight.NotEnoughData {
			continue
		}
		n++
		if filter.takes(f.Kind) {
			shown++
		}
	}
	things := fmt.Sprintf("%d things checked", n)
	if n == 1 {
		things = "1 thing checked"
	}
	if filter != FilterAll {
		return fmt.Sprintf("%d of %s", shown, things)
	}
	return things
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
		if f.Shown == insight.NotEnoughData || math.IsNaN(f.Effect) {
			continue
		}
		k := scaleOf(f.Finding)
		lo, hi = min(lo, f.Effect*k), max(hi, f.Effect*k)
		if graded(f.Shown) && !math.IsNaN(f.Low) {
			lo, hi = min(lo, f.Low*k), max(hi, f.High*k)
		}
	}
	return lo, hi
}

// scaleOf turns a finding's effect into the step that is said in words. The
// claim of no important effect is about one unit, and so are its numbers.
func scaleOf(f insight.Finding) float64 {
	if f.Scale > 0 && !math.IsInf(f.Scale, 0) && f.Grade != insight.NoImportantEffect {
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
	r := Row{Finding: f, Standing: s, Name: shortened(capital(f.FactorLabel)), Phrase: f.Phrase(), Grade: insight.GradeName(f.Grade)}
	if s.NoLonger {
		r.Phrase = "no longer supported"
	}
	if f.Grade == insight.NotEnoughData {
		r.Meter, r.Metered = f.Share()
		return r
	}
	r.Effect, r.Days = signed(f.Effect*scaleOf(f)), days(f.DaysWith)
	if !f.Binary {
		r.Days = days(f.DaysWith + f.DaysWithout)
	}
	return r
}

// lower begins a name with a small letter, as it stands inside a sentence.
func lower(name string) string {
	for i, r := range name {
		return strings.ToLower(string(r)) + name[i+len(string(r)):]
	}
	return name
}

// capital begins a name with a capital, as it stands at the head of a line.
func capital(name string) string {
	for i, r := range name {
		return strings.ToUpper(string(r)) + name[i+len(string(r)):]
	}
	return name
}

// shortened cuts a name that would leave no room for the rest of its row; the
// detail shows it whole.
func shortened(name string) string {
	const most = 34
	if r := []rune(name); len(r) > most {
		return strings.TrimSpace(string(r[:most-1])) + "…"
	}
	return name
}
