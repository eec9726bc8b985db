package insight_test

import (
	"math"
	"testing"

	"skinward/app/insight"
	"skinward/app/series"
)

// course returns a factor taken on the days from … to, both included, known
// on every other day.
func course(days int, spans ...[2]int) series.Factor {
	f := series.Factor{Name: "lactis", Label: "Lactis", Kind: series.KindProbiotic, Binary: true, Values: make([]float64, days)}
	for _, s := range spans {
		for i := s[0]; i <= s[1]; i++ {
			f.Values[i] = 1
		}
	}
	return f
}

func level(days int, at func(i int) float64) series.Outcome {
	o := series.Outcome{Name: series.Severity, Label: "Severity", Kind: series.OutcomeScale, Values: make([]float64, days)}
	for i := range o.Values {
		o.Values[i] = at(i)
	}
	return o
}

func TestPhasesOfACourse(t *testing.T) {
	o := level(200, func(i int) float64 {
		switch {
		case i < 80:
			return 5
		case i < 120:
			return 3
		}
		return 4
	})
	o.Values[90] = math.NaN()
	for _, c := range []struct {
		name  string
		spans [][2]int
		days  [3]int // before, during, after
		mean  [3]float64
	}{
		{"one course", [][2]int{{80, 119}}, [3]int{28, 39, 28}, [3]float64{5, 3, 4}},
		{"a forgotten week is not a new start", [][2]int{{80, 95}, {102, 119}}, [3]int{28, 39, 28}, [3]float64{5, 3, 4}},
		{"at the very beginning", [][2]int{{0, 39}}, [3]int{0, 40, 28}, [3]float64{math.NaN(), 5, 5}},
		{"up to the last day", [][2]int{{160, 199}}, [3]int{28, 40, 0}, [3]float64{4, 4, math.NaN()}},
	} {
		got := insight.Phases(course(200, c.spans...), o)
		if len(got) != 3 {
			t.Fatalf("%s: %d phases", c.name, len(got))
		}
		for i, p := range got {
			same := p.Mean == c.mean[i] || math.IsNaN(p.Mean) && math.IsNaN(c.mean[i])
			if len(p.Days) != c.days[i] || !same {
				t.Errorf("%s, %s: %d days of %v, want %d of %v", c.name, p.Phase, len(p.Days), p.Mean, c.days[i], c.mean[i])
			}
		}
	}
}

func TestBetweenTwoCoursesIsAfterTheFirst(t *testing.T) {
	got := insight.Phases(course(200, [2]int{40, 79}, [2]int{100, 139}), level(200, func(int) float64 { return 1 }))
	if n := [3]int{len(got[0].Days), len(got[1].Days), len(got[2].Days)}; n != [3]int{28, 80, 48} {
		t.Errorf("before, during, after: %v", n)
	}
}

func TestSingleDaysAreNoCourse(t *testing.T) {
	if got := insight.Phases(course(60, [2]int{10, 10}, [2]int{20, 22}), level(60, func(int) float64 { return 1 })); got != nil {
		t.Errorf("%v", got)
	}
}

func TestPhasesInWords(t *testing.T) {
	f := insight.Finding{OutcomeLabel: "Severity"}
	got := f.PhasesSentence([]insight.PhaseDays{{Phase: insight.Before, Mean: math.NaN()}, {Phase: insight.During, Days: []int{3}, Mean: 2.04}, {Phase: insight.After, Days: []int{4, 5}, Mean: 3}})
	want := "Severity, plain averages: no rated day in the 28 days before, 2.0 on 1 day during, 3.0 on 2 days in the 28 days after. Nothing else is taken into account here."
	if got != want {
		t.Errorf("%q", got)
	}
}

func TestCompareNamesChangedGrades(t *testing.T) {
	look := func(days int, grades ...insight.Grade) insight.Result {
		r := insight.Result{Baselines: []insight.Baseline{{Outcome: series.Severity, SkinDays: days}}}
		for i, g := range grades {
			name := string(rune('a' + i))
			r.Findings = append(r.Findings, insight.Finding{Outcome: series.Severity, Factor: name, FactorLabel: name, Grade: g})
		}
		return r
	}
	first := look(120, insight.Strong, insight.Hint, insight.CantTell)
	for _, c := range []struct {
		second insight.Result
		want   string
	}{
		{look(120, insight.Strong, insight.Hint, insight.CantTell), "The rated days stay 120 without what was remembered later, and none of 3 grades changes."},
		{look(100, insight.Moderate, insight.Hint), "Without what was remembered later, 100 days instead of 120 are rated, and 2 of 3 grades change: a from “strong” to “moderate”, c from “can't tell yet” to “not enough data”."},
		{insight.Result{}, "Without what was remembered later there are too few rated days to compare."},
	} {
		if got := insight.Compare(first, c.second, series.Severity).LaterSentence(); got != c.want {
			t.Errorf("got  %q\nwant %q", got, c.want)
		}
	}
}
