package insight_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"skinward/app/insight"
	"skinward/app/journal"
	"skinward/app/series"
)

// linked returns a diary in which food 000 makes the skin worse by peak points
// the day after, fading.
func linked(days int, peak float64, seed uint64) series.Set {
	set := syntheticSet(days, 12, 1, seed)
	rng := rand.New(rand.NewPCG(seed, 8))
	x, y := set.Factors[0].Values, set.Outcomes[0].Values
	for i := range x {
		if !math.IsNaN(x[i]) {
			x[i] = float64(boolTo1(rng.Float64() < .3))
		}
	}
	for i := range y {
		for l, k := range []float64{1, .7, .4} {
			if t := i - l - 1; t >= 0 && x[t] > 0 {
				y[i] += peak * k
			}
		}
	}
	return set
}

func find(t *testing.T, r insight.Result, factor, outcome string) insight.Finding {
	t.Helper()
	f, ok := r.Find(factor, outcome)
	if !ok {
		t.Fatalf("no finding for %s and %s", factor, outcome)
	}
	return f
}

func TestFamilies(t *testing.T) {
	set := syntheticSet(120, 10, 3, 1)
	set.Factors = append(set.Factors,
		series.Factor{Name: "dairy", Kind: series.KindFoodGroup, Binary: true, Values: set.Factors[0].Values},
		series.Factor{Name: "stress", Kind: series.KindStress, Values: set.Stress})
	flare := series.Outcome{Name: series.FlareDays, Kind: series.OutcomeYesNo, Values: slices.Clone(set.Factors[3].Values)}
	set.Outcomes = append(set.Outcomes, flare)

	r := analyse(t, set, insight.Options{Suspects: []string{"FOOD 001"}, Outcomes: []string{series.FlareDays}})
	tested := map[[2]string]int{}
	for _, f := range r.Findings {
		group := "core"
		if f.Outcome == series.FlareDays {
			group = f.Outcome
		}
		if !math.IsNaN(f.P) {
			tested[[2]string{group, string(f.Family)}]++
		}
	}
	for _, f := range r.Findings {
		group := "core"
		if f.Outcome == series.FlareDays {
			group = f.Outcome
		}
		if want := tested[[2]string{group, string(f.Family)}]; f.FamilySize != want {
			t.Errorf("%s and %s: family of %d, want %d", f.Factor, f.Outcome, f.FamilySize, want)
		}
	}
	for factor, want := range map[string]insight.Family{"food 001": insight.Suspects, "food 002": insight.Foods, "dairy": insight.Groups, "stress": insight.Context} {
		if f := find(t, r, factor, series.Itch); f.Family != want {
			t.Errorf("%s is in family %s", factor, f.Family)
		}
	}
	if n := tested[[2]string{"core", "S"}]; n != 3 {
		t.Errorf("one suspect and three outcomes make %d comparisons", n)
	}
	if _, ok := analyse(t, set, insight.Options{}).Find("food 002", series.FlareDays); ok {
		t.Error("flare days were scanned without being asked for")
	}
}

func TestNarrowingKeepsTheSearch(t *testing.T) {
	whole := analyse(t, syntheticSet(120, 10, 3, 1), insight.Options{})
	part := whole.Only(series.Itch)
	if len(part.Findings) != 10 || len(part.Baselines) != 1 || len(part.Families) != 1 || len(whole.Findings) != 30 {
		t.Fatalf("%d findings, %d baselines, %d families", len(part.Findings), len(part.Baselines), len(part.Families))
	}
	if f := part.Findings[0]; f.FamilySize != find(t, whole, f.Factor, series.Itch).FamilySize || f.FamilySize < 20 {
		t.Errorf("family of %d", f.FamilySize)
	}
}

func TestNoSkinInThePeriodIsSaid(t *testing.T) {
	set := syntheticSet(120, 10, 3, 1)
	r := analyse(t, set, insight.Options{From: set.Day(500)})
	if r.Days != 0 || len(r.Notices) != 1 || r.Notices[0].Code != "no_skin_then" {
		t.Errorf("%d days, notices %v", r.Days, r.Notices)
	}
	for _, f := range r.Findings {
		if f.Grade != insight.NotEnoughData || f.SkinDays != 0 {
			t.Fatalf("%+v", f)
		}
	}
}

func TestOptionsAreChecked(t *testing.T) {
	set := syntheticSet(60, 12, 1, 1)
	var eleven []string
	for _, f := range set.Factors[:11] {
		eleven = append(eleven, f.Name)
	}
	for name, o := range map[string]insight.Options{
		"eleven suspects": {Suspects: eleven},
		"unknown suspect": {Suspects: []string{"unicorn"}},
		"unknown outcome": {Outcomes: []string{"mood"}},
		"to before from":  {From: set.Day(20), To: set.Day(10)},
	} {
		var coded *journal.Error
		if _, err := insight.Analyse(context.Background(), set, o); !errors.As(err, &coded) {
			t.Errorf("%s: %v", name, err)
		}
	}
	r := analyse(t, set, insight.Options{Suspects: eleven[:10], From: set.Day(5), To: set.Day(49)})
	if r.From.Before(set.Day(5)) || r.To.After(set.Day(49)) || r.Days > 45 {
		t.Errorf("scanned %v to %v", r.From, r.To)
	}
}

// A factor that is itself part of the expected skin is tested in a model
// without it: as if it had been no confounder.
func TestConfounderUnderTestLeavesTheModel(t *testing.T) {
	set := syntheticSet(200, 3, 1, 6)
	set.Factors = append(set.Factors, series.Factor{Name: "stress", Kind: series.KindStress, Values: set.Stress})
	with := analyse(t, set, insight.Options{})
	without := set
	without.Stress = nil
	alone := analyse(t, without, insight.Options{})
	f, g := find(t, with, "stress", series.Severity), find(t, alone, "stress", series.Severity)
	if math.Abs(f.P-g.P) > 1e-9 || math.Abs(f.Effect-g.Effect) > 1e-9 {
		t.Errorf("p %v and %v, effect %v and %v", f.P, g.P, f.Effect, g.Effect)
	}
	if a, b := find(t, with, "food 001", series.Severity), find(t, alone, "food 001", series.Severity); a.P == b.P {
		t.Error("stress does not enter the model of a food")
	}
}

func TestConfoundersLoggedTooRarelyAreNamed(t *testing.T) {
	set := syntheticSet(200, 3, 1, 6)
	for i := range set.Sleep {
		if i%4 > 0 {
			set.Sleep[i] = math.NaN()
		}
	}
	set.Stress = nil
	b := analyse(t, set, insight.Options{}).Baselines[0]
	if len(b.Missing) != 2 || slices.Contains(b.Used, "sleep") || !slices.Contains(b.Used, "weekday") {
		t.Fatalf("%+v", b)
	}
	if s := b.Sentence(); !strings.Contains(s, "stress (never recorded)") || !strings.Contains(s, "sleep (recorded on 2") {
		t.Errorf("%q", s)
	}
}

func TestSquareRootScale(t *testing.T) {
	set := syntheticSet(120, 2, 3, 6)
	set.Outcomes[2].Kind = series.OutcomeCount
	skewed := set.Outcomes[1].Values
	for i, v := range skewed {
		if !math.IsNaN(v) {
			skewed[i] = float64(10 * boolTo1(i%9 == 0))
		}
	}
	want := map[string]bool{series.Severity: false, series.Itch: true, series.Lesions: true}
	for _, b := range analyse(t, set, insight.Options{}).Baselines {
		if b.Sqrt != want[b.Outcome] {
			t.Errorf("%s with skewness %.2f: square root %v", b.Outcome, b.Skewness, b.Sqrt)
		}
	}
}

func TestEarlyFindingsShowTheWiderInterval(t *testing.T) {
	early := find(t, analyse(t, linked(150, 2, 1), insight.Options{}), "food 000", series.Severity)
	if early.Grade.Rank() > insight.Moderate.Rank() {
		t.Fatalf("graded %s", early.Grade)
	}
	if !early.Early() || !(early.WideLow < early.Low && early.High < early.WideHigh) || early.EarlySentence() == "" {
		t.Errorf("%v to %v, wide %v to %v", early.Low, early.High, early.WideLow, early.WideHigh)
	}
	late := find(t, analyse(t, linked(400, 2, 1), insight.Options{}), "food 000", series.Severity)
	if late.Grade != insight.Strong || late.Early() || !math.IsNaN(late.WideLow) || late.EarlySentence() != "" {
		t.Errorf("%+v", late)
	}
}

func TestFoundEffect(t *testing.T) {
	f := find(t, analyse(t, linked(365, 1.5, 2), insight.Options{}), "food 000", series.Severity)
	if f.Grade != insight.Strong || f.Direction != insight.Worse || f.Window != [2]int{1, 3} {
		t.Fatalf("%s %s %v", f.Grade, f.Direction, f.Window)
	}
	if truth := 1.5 * 2.1 / 3; f.Low > truth || f.High < truth {
		t.Errorf("%.2f to %.2f does not hold %.2f", f.Low, f.High, truth)
	}
	if f.MeanWith <= f.MeanWithout || f.NAfter+f.NOtherwise > f.SkinDays {
		t.Errorf("means %v and %v on %d and %d days", f.MeanWith, f.MeanWithout, f.NAfter, f.NOtherwise)
	}
	peak := slices.Index(f.Lags.Effect, slices.Max(f.Lags.Effect))
	if len(f.Lags.Effect) != 8 || peak != 1 {
		t.Errorf("lag chart %v", f.Lags.Effect)
	}
}

func TestCourseReportsTwoWeeks(t *testing.T) {
	set := syntheticSet(300, 1, 1, 3)
	for i := range set.Factors[0].Values {
		set.Factors[0].Values[i] = float64(boolTo1(i/20%2 == 1))
	}
	f := analyse(t, set, insight.Options{}).Findings[0]
	if !f.Course || f.Window != [2]int{1, 14} || f.Scale <= 0 || f.Scale > 1 {
		t.Errorf("%+v", f)
	}
}

func TestLesionsAreNeverGradedUnimportant(t *testing.T) {
	for _, f := range analyse(t, readJournal(t, "d0730"), insight.Options{}).Findings {
		if f.Outcome == series.Lesions && (f.Grade == insight.NoImportantEffect || f.DaysNeeded >= 0 && f.Grade == insight.CantTell) {
			t.Errorf("%s: %s", f.Factor, f.Grade)
		}
	}
}

func TestScanLeavesOnlyTheUnclearPending(t *testing.T) {
	set := linked(365, 1.5, 2)
	a, err := insight.Scan(context.Background(), set, insight.Options{})
	if err != nil {
		t.Fatal(err)
	}
	pending := 0
	quick := a.Result()
	for _, f := range quick.Findings {
		if f.Pending {
			pending++
		}
		if f.Pending == (f.Q <= .25) {
			t.Errorf("%s: q %v, pending %v", f.Factor, f.Q, f.Pending)
		}
	}
	if err := a.Complete(context.Background()); err != nil {
		t.Fatal(err)
	}
	if whole := analyse(t, set, insight.Options{}); encode(t, whole) != encode(t, a.Result()) || pending == 0 {
		t.Error("scanning and completing differs from one analysis")
	}
}

func TestJSONFieldsAndOrder(t *testing.T) {
	var b bytes.Buffer
	set := linked(120, 1, 1)
	set.Factors = append(set.Factors, series.Factor{Name: `rare "x"`, Kind: series.KindFood, Binary: true, Values: make([]float64, set.Days)})
	r := analyse(t, set, insight.Options{})
	if err := insight.WriteJSON(&b, r.Findings); err != nil {
		t.Fatal(err)
	}
	var rows []map[string]any
	if err := json.Unmarshal(b.Bytes(), &rows); err != nil {
		t.Fatal(err)
	}
	if len(rows) != len(set.Factors) {
		t.Fatalf("%d objects", len(rows))
	}
	want := strings.Fields(`outcome factor kind family family_size grade direction shape window effect low high p q scale wide_low wide_high
		days_with days_without n_after n_otherwise mean_with mean_without skin_days smallest_visible days_needed lag_effects lag_low lag_high reason`)
	line := strings.Split(b.String(), "\n")[1]
	at := -1
	for _, k := range want {
		i := strings.Index(line, `"`+k+`":`)
		if i <= at {
			t.Errorf("%s is missing or out of order", k)
		}
		at = i
	}
	if len(rows[0]) != len(want) {
		t.Errorf("%d fields, want %d", len(rows[0]), len(want))
	}
	last := rows[len(rows)-1]
	if last["p"] != nil || last["effect"] != nil || last["grade"] != "not_enough_data" || last["reason"] != "few_days_with" || last["days_needed"] != 8.0 {
		t.Errorf("untested pair: %v", last)
	}
	b.Reset()
	if err := insight.WriteJSON(&b, nil); err != nil || b.String() != "[]\n" {
		t.Errorf("nothing is %q, %v", b.String(), err)
	}
}

func TestTable(t *testing.T) {
	var b bytes.Buffer
	if err := insight.WriteTable(&b, analyse(t, linked(365, 1.5, 2), insight.Options{})); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(b.String(), "\n")
	if !strings.HasPrefix(lines[0], "GRADE") || !strings.HasPrefix(lines[1], "Strong") || !strings.Contains(lines[1], "food 000") {
		t.Errorf("%s", b.String())
	}
	if !strings.Contains(b.String(), "compared together") {
		t.Error("the number of comparisons is not told")
	}
}

func TestDetail(t *testing.T) {
	set := linked(365, 1.5, 2)
	twin := slices.Clone(set.Factors[0].Values)
	for i := range twin {
		if i%60 == 0 && !math.IsNaN(twin[i]) {
			twin[i] = 1 - twin[i]
		}
	}
	set.Factors = append(set.Factors, series.Factor{Name: "twin", Label: "Twin", Kind: series.KindFood, Binary: true, Values: twin})
	a, err := insight.Scan(context.Background(), set, insight.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d, ok := a.Detail("food 000", series.Severity)
	if !ok {
		t.Fatal("no detail")
	}
	if len(d.LongLags.Effect) != 15 || len(d.LongLags.Low) != 15 {
		t.Errorf("long chart of %d days", len(d.LongLags.Effect))
	}
	for i, h := range d.Halves {
		if !(h.Low < 1.05 && 1.05 < h.High) || h.DaysWith < 30 || h.To.Before(h.From) {
			t.Errorf("half %d: %+v", i, h)
		}
	}
	if d.Halves[1].From != d.Halves[0].To.Add(1) {
		t.Errorf("halves %+v", d.Halves)
	}
	if !(d.SameDay.P > 0 && d.SameDay.P <= 1) || !strings.Contains(d.SameDay.Sentence(), "which came first can't be told") {
		t.Errorf("same day %+v", d.SameDay)
	}
	if len(d.Overlaps) == 0 || d.Overlaps[0].Factor != "twin" || !d.Overlaps[0].Inseparable {
		t.Fatalf("overlaps %+v", d.Overlaps)
	}
	o := d.Overlaps[0]
	if s := d.OverlapSentence(o); !strings.Contains(s, "cannot be told apart") || o.OnlyThis+o.OnlyOther > 8 || o.Shared < .9 {
		t.Errorf("%q, %+v", s, o)
	}
	if d.Spearman <= 0 || d.Spearman > 1 {
		t.Errorf("Spearman %v", d.Spearman)
	}
	if _, ok := a.Detail("nothing", series.Severity); ok {
		t.Error("detail of a factor that is not there")
	}
}

func BenchmarkDetail(b *testing.B) {
	set := syntheticSet(3650, 200, 3, 1)
	a, err := insight.Scan(context.Background(), set, insight.Options{})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		a.Detail("food 001", series.Severity)
	}
}

func TestSentences(t *testing.T) {
	set := readJournal(t, "d0730")
	r := analyse(t, set, insight.Options{})
	f := find(t, r, "pepper", series.Severity)
	if want := "Skin was worse 2–4 days after pepper: +0.7 (0.4 to 0.9). In our tests about 1 to 5 in 100 such results were chance. Linked, not proven: try an experiment."; f.Sentence() != want {
		t.Errorf("%q", f.Sentence())
	}
	f = find(t, r, "lentils", series.Severity)
	if s := f.Sentence(); !strings.HasPrefix(s, "Skin was better 1–3 days after lentils: −0.3 (−0.6 to −0.1). Probably linked") {
		t.Errorf("%q", s)
	}
	f = find(t, r, "probiotic_a", series.Severity)
	if s := f.Claim(); !strings.Contains(s, "after days with probiotic_a most of the time, compared with rarely: −") {
		t.Errorf("%q", s)
	}
	for _, f := range r.Findings {
		for _, s := range []string{f.Sentence(), f.ReasonSentence(), f.PlainSentence(), f.VisibleSentence(), f.MissingSentence(), f.EarlySentence(), insight.GradeName(f.Grade)} {
			checkWords(t, s)
		}
		if f.Grade == insight.NotEnoughData && f.ReasonSentence() == "" {
			t.Errorf("%s: no reason told", f.Factor)
		}
	}
	for _, s := range r.Families {
		checkWords(t, s.Sentence())
	}
}

// checkWords keeps out what the product never says.
func checkWords(t *testing.T, s string) {
	t.Helper()
	for _, w := range []string{"cause", "trigger", "proves", "safe", "significant", "no link", "NaN", "!", "cure", "boost"} {
		if strings.Contains(strings.ToLower(s), w) {
			t.Errorf("%q holds %q", s, w)
		}
	}
}
