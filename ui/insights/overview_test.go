package insights_test

import (
	"context"
	"fmt"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"skinward/app/insight"
	"skinward/app/series"
	"skinward/ui/insights"
	"skinward/ui/kit"
	"skinward/ui/uitest"
)

// grouped is the diary with a food group of milk and oysters and a course.
func grouped(days int) series.Set {
	set := diary(days)
	milk, _ := set.Factor("milk")
	pills := make([]float64, days)
	for i := range pills {
		pills[i] = flip(i/30%2 == 1)
	}
	set.Factors = append(set.Factors,
		series.Factor{Name: "dairy (group)", Label: "Dairy", Kind: series.KindFoodGroup, Binary: true, Values: milk.Values, Members: []string{"milk", "oysters"}},
		series.Factor{Name: "lactis", Label: "lactis", Kind: series.KindProbiotic, Binary: true, Values: pills})
	itch := make([]float64, days)
	copy(itch, set.Outcomes[0].Values)
	set.Outcomes = append(set.Outcomes, series.Outcome{Name: series.Itch, Label: "Itch", Kind: series.OutcomeScale, Values: itch})
	series.SortFactors(set.Factors)
	return set
}

func TestGroupsShowTheirFoodsUnderThem(t *testing.T) {
	w, _, _, _ := open(t, uitest.Setup{}, grouped(240))
	w.Tap("Groups")
	w.MustSay("1 of 5 things checked", "Dairy", "Milk", "Oysters")
	w.MustNotSay("Rice")
}

func TestPutAsideStaysCountedAndInView(t *testing.T) {
	w, screen, _, _ := open(t, uitest.Setup{Width: 1280, Height: 1400}, diary(240))
	w.MustSay("3 things checked")
	screen.Show(kit.Route{Place: kit.PlaceInsights, Topic: "rice"})
	w.Tap("Put aside")
	w.MustSay("Put aside by you · 1", "3 things checked", "1 put aside", "Rice")
	w.Tap("Put aside")
	w.MustNotSay("Put aside by you")
}

func TestTheGuidesPageOpensFromTheDetail(t *testing.T) {
	w, screen, _, went := open(t, uitest.Setup{}, diary(240))
	screen.Show(kit.Route{Place: kit.PlaceInsights, Topic: "milk"})
	w.Tap("Guide: Dairy")
	if len(*went) != 1 || (*went)[0] != (kit.Route{Place: kit.PlaceGuide, Topic: "dairy"}) {
		t.Errorf("went %v", *went)
	}
	screen.Show(kit.Route{Place: kit.PlaceInsights, Topic: "rice"})
	w.MustNotSay("Guide: ")
}

// A food without a page of its own leads to that of a group it belongs to.
func TestTheGuidesPageOfAGroupOpensFromItsFood(t *testing.T) {
	w, screen, _, went := open(t, uitest.Setup{}, grouped(240))
	screen.Show(kit.Route{Place: kit.PlaceInsights, Topic: "oysters"})
	w.Tap("Guide: Dairy")
	if len(*went) != 1 || (*went)[0].Topic != "dairy" {
		t.Errorf("went %v", *went)
	}
}

// Behind a dot of the delay curve lie many days: they are listed, and each
// opens.
func TestADotOfTheDelayCurveListsItsDays(t *testing.T) {
	set := diary(120)
	milk, _ := set.Factor("milk")
	rated := 0
	last := -1
	for i := 2; i < set.Days; i++ {
		if milk.Values[i-2] > 0 && !math.IsNaN(set.Outcomes[0].Values[i]) {
			rated, last = rated+1, i
		}
	}
	w, _, _, went := open(t, uitest.Setup{}, set)
	w.Shot("insights-lags")
	at := w.Find("by days since milk")
	w.TapAt(at.At.X+60, at.At.Y+60) // beside a dot: the nearest counts
	w.MustSay("Return or a click opens one.")
	w.Key(fyne.KeyEscape)
	w.Key(fyne.KeyHome, fyne.KeyRight, fyne.KeyRight, fyne.KeyReturn)
	w.MustSay("2 days after milk", fmt.Sprintf("%d days with a value of severity", rated))
	w.Key(fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
	if want := set.Day(last); len(*went) != 1 || (*went)[0].Day != want {
		t.Errorf("went %v, want %v", *went, want)
	}
}

func TestADotOpensItsDay(t *testing.T) {
	set := diary(240)
	w, _, _, went := open(t, uitest.Setup{}, set)
	w.Shot("insights-dot") // paints the charts, so that they have values to tap
	at := w.Find("With and without")
	w.TapAt(at.At.X+60, at.At.Y+110)
	if len(*went) != 1 || (*went)[0].Place != kit.PlaceToday {
		t.Fatalf("went %v", *went)
	}
	if d := (*went)[0].Day; d.Before(set.First) || d.After(set.Last()) {
		t.Errorf("opened %v, outside the record", d)
	}
}

func TestAChartSaysItselfAndIsTakenAlong(t *testing.T) {
	w := uitest.New(t, uitest.Setup{})
	var copied string
	screen := insights.New(insights.Deps{
		Study: &study{t: t, set: diary(240)}, Shelf: &shelf{}, Run: kit.Inline{}, Dialogs: w.Dialogs, Changed: func() {},
		Navigate: func(kit.Route) {}, Write: func(string, []byte) error { return nil }, Copy: func(s string) { copied = s },
	})
	w.Open(screen, kit.Route{Place: kit.PlaceInsights})
	w.Tap("…")
	w.MustSay("Severity from 1 Jan 2026", "recorded on 213 of 240 days", "Return or a click opens the day behind it.")
	w.Key(fyne.KeyReturn) // the button that only copies has the focus
	if lines := strings.Split(strings.TrimSpace(copied), "\n"); len(lines) != 241 || !strings.HasPrefix(lines[0], "day,severity,7-day median,milk") {
		t.Errorf("copied %d lines, first %q", len(lines), lines[0])
	}
}

func TestBeforeDuringAfterOnlyForCourses(t *testing.T) {
	w, screen, _, _ := open(t, uitest.Setup{}, grouped(240))
	screen.Show(kit.Route{Place: kit.PlaceInsights, Topic: "lactis"})
	w.MustSay("Before, during, after", "in the 28 days before")
	screen.Show(kit.Route{Place: kit.PlaceInsights, Topic: "milk"})
	w.MustNotSay("Before, during, after")
}

func TestOverviewOpensPairsByKeyboard(t *testing.T) {
	for _, c := range []uitest.Setup{{}, {Width: 1024, Height: 700, Dark: true}, {TextScale: 1.6}} {
		w, _, _, _ := open(t, c, grouped(240))
		w.Tap("Overview")
		w.MustSay("Factors by outcomes", "All 5 factors", "Calendar: severity", "Laid over each other", "Back to the list")
		w.Shot(fmt.Sprintf("insights-overview-%g-%g", c.Width, c.TextScale))
		if cut := w.CutTexts(); len(cut) > 0 {
			t.Errorf("%+v: cut %s", c, strings.Join(cut, " | "))
		}
		w.Tap("Back to the list")
		w.MustSay("Day by day")
	}
}

func TestMatrixPutsTheSurestFirstAndSaysValues(t *testing.T) {
	st := &study{t: t, set: grouped(240)}
	s, err := st.Fresh(context.Background(), insights.Choice{}, func(float64) {})
	if err != nil {
		t.Fatal(err)
	}
	m := insights.NewMatrix(s, series.Severity, 3)
	if m.Of != 5 || len(m.Heat.Rows) != 3 {
		t.Fatalf("%d factors, rows %v", m.Of, m.Heat.Rows)
	}
	if first := m.Heat.Rows[0]; first != "Milk" && first != "Dairy" {
		t.Errorf("first row is %s", first)
	}
	for _, row := range m.Heat.Cells {
		for _, cell := range row {
			if !math.IsNaN(cell.Share) && (cell.Share < -1 || cell.Share > 1 || cell.Words == "") {
				t.Errorf("%+v", cell)
			}
		}
	}
}

func TestLinesOfferEverySeriesOnce(t *testing.T) {
	set := grouped(120)
	seen := map[string]bool{}
	for _, l := range insights.NewLines(set) {
		if seen[l.Name] {
			t.Errorf("%s twice", l.Name)
		}
		seen[l.Name] = true
	}
	if len(seen) != len(set.Outcomes)+len(set.Factors) {
		t.Errorf("%d lines of %d outcomes and %d factors", len(seen), len(set.Outcomes), len(set.Factors))
	}
}

// many is a scan of a journal with 300 foods.
func many(tb testing.TB) (series.Set, *insight.Analysis) {
	set := diary(200)
	for i := range 300 {
		v := make([]float64, set.Days)
		for d := range v {
			v[d] = flip((d*7919+i*104729)%100 < 5+i%40)
		}
		name := fmt.Sprintf("food %03d", i)
		set.Factors = append(set.Factors, series.Factor{Name: name, Label: name, Kind: series.KindFood, Binary: true, Values: v})
	}
	series.SortFactors(set.Factors)
	a, err := insight.Open(context.Background(), set, insight.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	return set, a
}

func TestThreeHundredFactorsCanBeWalked(t *testing.T) {
	set, _ := many(t)
	w, _, _, _ := open(t, uitest.Setup{}, set)
	w.MustSay("things checked")
	w.Key(fyne.KeyEnd)
	w.MustSay("we start at")
	w.Key(fyne.KeyHome)
	w.MustSay("Skin was worse")
}

// BenchmarkListOf300 arranges a list of 300 factors and shows it.
func BenchmarkListOf300(b *testing.B) {
	set, a := many(b)
	s := scan{a, set}
	for b.Loop() {
		insights.NewList(s, series.Severity, insights.FilterAll, nil)
	}
}

// BenchmarkTenYearsOnTheDrawingThread opens one row after another of a
// ten-year record; work off the thread is not counted.
func BenchmarkTenYearsOnTheDrawingThread(b *testing.B) {
	set := diary(3650)
	a, err := insight.Open(context.Background(), set, insight.Options{})
	if err != nil {
		b.Fatal(err)
	}
	w := uitest.New(b, uitest.Setup{})
	run := &paused{b: b}
	screen := insights.New(insights.Deps{
		Study: fixed{scan{a, set}}, Shelf: &shelf{}, Run: run, Dialogs: w.Dialogs, Changed: func() {},
		Navigate: func(kit.Route) {}, Write: func(string, []byte) error { return nil }, Copy: func(string) {},
	})
	w.Open(screen, kit.Route{Place: kit.PlaceInsights})
	names := []string{"milk", "rice"}
	i := 0
	for b.Loop() {
		screen.Show(kit.Route{Place: kit.PlaceInsights, Topic: names[i%2]})
		i++
	}
}

// fixed is a study that has always finished.
type fixed struct{ scan insights.Scan }

func (f fixed) Last(context.Context, insights.Choice) (insights.Scan, error) { return f.scan, nil }

func (f fixed) Current(context.Context, insights.Choice) (insights.Scan, error) { return f.scan, nil }

func (f fixed) Fresh(context.Context, insights.Choice, func(float64)) (insights.Scan, error) {
	return f.scan, nil
}

// paused stops the clock while work runs that is off the drawing thread in the
// program.
type paused struct{ b *testing.B }

func (p *paused) Run(_ string, work func(context.Context) error, done func(error)) {
	p.b.StopTimer()
	err := work(context.Background())
	p.b.StartTimer()
	if done != nil {
		done(err)
	}
}

func (*paused) Cancel(string) {}
