package insights_test

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"skinward/app/insight"
	"skinward/app/journal"
	"skinward/app/series"
	"skinward/ui/insights"
	"skinward/ui/kit"
	"skinward/ui/uitest"
)

// diary is a synthetic record: skin that follows itself, milk that comes with
// one point more for the three days after it, rice that comes with nothing.
func diary(days int) series.Set {
	set := series.Set{First: journal.NewDay(2026, time.January, 1), Days: days}
	skin, milk, rice, rare, sleep := make([]float64, days), make([]float64, days), make([]float64, days), make([]float64, days), make([]float64, days)
	state, seed := 0.0, uint64(7)
	next := func() float64 { // a small generator of its own keeps the picture fixed
		seed = seed*6364136223846793005 + 1442695040888963407
		return float64(seed>>11) / (1 << 53)
	}
	for i := range days {
		milk[i], rice[i] = flip(next() < 0.3), flip(next() < 0.4)
		rare[i] = flip(i%60 == 5)
		sleep[i] = math.Round((6+2*next())*2) / 2
		state = 0.7*state + next() - 0.5
		skin[i] = 4 + state
		for lag := 1; lag <= 3 && i-lag >= 0; lag++ {
			skin[i] += 0.9 * milk[i-lag]
		}
		if i%9 == 4 {
			skin[i] = math.NaN()
		} else {
			skin[i] = math.Max(0, math.Min(10, math.Round(skin[i])))
		}
	}
	set.Outcomes = []series.Outcome{{Name: series.Severity, Label: "Severity", Kind: series.OutcomeScale, Values: skin}}
	set.Factors = []series.Factor{
		{Name: "milk", Label: "milk", Kind: series.KindFood, Binary: true, Values: milk},
		{Name: "oysters", Label: "oysters", Kind: series.KindFood, Binary: true, Values: rare},
		{Name: "rice", Label: "rice", Kind: series.KindFood, Binary: true, Values: rice},
		{Name: "hours", Label: "Sleep, hours", Kind: series.KindSleep, Unit: "h", Values: sleep},
	}
	set.Sleep = sleep
	series.SortFactors(set.Factors)
	return set
}

func flip(on bool) float64 {
	if on {
		return 1
	}
	return 0
}

// study answers with one scan of a set.
type study struct {
	t     *testing.T
	set   series.Set
	scans int
	last  insights.Scan
	// scanned is the set behind last; another length is a changed journal.
	scanned series.Set
	choice  insights.Choice
}

type scan struct {
	*insight.Analysis
	set series.Set
}

func (s scan) Set() series.Set { return s.set }

func (s scan) Standings() []insight.Standing {
	shown, _ := insight.Judge(s.Result().Findings, nil, s.set.Last())
	return shown
}

func (s scan) Detail(_ context.Context, factor, outcome string) (insight.Detail, bool, error) {
	d, ok := s.Analysis.Detail(factor, outcome)
	return d, ok, nil
}

func (s *study) Last(context.Context, insights.Choice) (insights.Scan, error) { return s.last, nil }

func (s *study) Current(_ context.Context, c insights.Choice) (insights.Scan, error) {
	if s.last == nil || s.scanned.Days != s.set.Days || s.choice != c {
		return nil, nil
	}
	return s.last, nil
}

func (s *study) Fresh(ctx context.Context, c insights.Choice, progress func(float64)) (insights.Scan, error) {
	s.t.Helper()
	s.scans++
	opts := insight.Options{Progress: progress}
	for _, o := range s.set.Outcomes[min(3, len(s.set.Outcomes)):] {
		if c.Every {
			opts.Outcomes = append(opts.Outcomes, o.Name)
		}
	}
	a, err := insight.Scan(ctx, s.set, opts)
	if err != nil {
		return nil, err
	}
	if err := a.Complete(ctx); err != nil {
		return nil, err
	}
	s.last, s.scanned, s.choice = scan{a, s.set}, s.set, c
	return s.last, nil
}

// shelf keeps settings in memory.
type shelf struct{ kept journal.Settings }

func (s *shelf) Settings(context.Context) (journal.Settings, error) { return s.kept, nil }

func (s *shelf) SaveSettings(_ context.Context, v journal.Settings) error {
	s.kept = v
	return nil
}

func open(t *testing.T, setup uitest.Setup, set series.Set) (*uitest.Window, *insights.Screen, *study, *[]kit.Route) {
	t.Helper()
	w := uitest.New(t, setup)
	st := &study{t: t, set: set}
	var went []kit.Route
	screen := insights.New(insights.Deps{
		Study: st, Shelf: &shelf{}, Run: kit.Inline{}, Dialogs: w.Dialogs, Changed: func() {},
		PageOf: func(factor string, _ series.FactorKind, groups []string) (insights.Page, bool) {
			return insights.Page{Topic: "dairy", Title: "Dairy"}, factor == "milk" || slices.Contains(groups, "dairy (group)")
		},
		Navigate: func(r kit.Route) { went = append(went, r) },
		Write:    func(string, []byte) error { return nil },
		Copy:     func(string) {},
	})
	w.Open(screen, kit.Route{Place: kit.PlaceInsights})
	return w, screen, st, &went
}

func TestListShowsFoundAndEmptyAlike(t *testing.T) {
	w, _, _, _ := open(t, uitest.Setup{}, diary(240))
	w.MustSay("What goes with your skin", "3 things checked", "Milk", "Strong", "worse 1–3 days later", "Rice", "Oysters", "Not enough data", "4 of 8 days with it")
	w.MustSay("Skin was worse 1–3 days after milk")
	w.MustNotSay("cause", "p =", "p-value")
}

func TestArrowKeysWalkTheFindings(t *testing.T) {
	w, _, _, _ := open(t, uitest.Setup{}, diary(240))
	w.Key(fyne.KeyDown)
	if w.Says("Skin was worse 1–3 days after milk") {
		t.Error("Down left the first finding open")
	}
	w.Key(fyne.KeyEnd)
	w.MustSay("Logged on 4 days; we start at 8.")
	w.Key(fyne.KeyHome)
	w.MustSay("Skin was worse 1–3 days after milk")
}

func TestTooFewDaysSayWhatIsMissing(t *testing.T) {
	for _, c := range []struct {
		days int
		say  string
	}{
		{1, "1 of 30 days rated"},
		{10, "9 of 30 days rated"},
		{30, "27 of 30 days rated"},
	} {
		w, _, _, went := open(t, uitest.Setup{}, diary(c.days))
		w.MustSay(c.say, "Rate today's skin")
		// What is there can be looked at; nothing is compared before its time.
		w.Tap("Look at the days so far")
		w.MustSay("Calendar: severity", "Laid over each other")
		w.MustNotSay("Factors by outcomes", "Strong", "Moderate", "Hint")
		w.Tap("Back to the list")
		w.Tap("Rate today's skin")
		if len(*went) != 1 || (*went)[0].Place != kit.PlaceToday || (*went)[0].Focus != kit.FocusSkin {
			t.Errorf("%d days: went %v", c.days, *went)
		}
	}
}

func TestEmptyJournalTeaches(t *testing.T) {
	w, _, _, _ := open(t, uitest.Setup{}, series.Set{})
	w.MustSay("Nothing to compare yet")
	w.MustNotSay("Look at the days so far")
}

func TestScansOnlyWhenStale(t *testing.T) {
	_, screen, st, _ := open(t, uitest.Setup{}, diary(120))
	screen.Show(kit.Route{Place: kit.PlaceInsights})
	if st.scans != 1 {
		t.Fatalf("%d scans for two looks at the same journal", st.scans)
	}
	screen.MarkStale() // as after a new theme
	screen.Show(kit.Route{Place: kit.PlaceInsights})
	if st.scans != 1 {
		t.Fatalf("%d scans of a journal that did not change", st.scans)
	}
	st.set = diary(130)
	screen.MarkStale()
	screen.Show(kit.Route{Place: kit.PlaceInsights})
	if st.scans != 2 {
		t.Fatalf("%d scans after a change", st.scans)
	}
}

func TestRouteOpensFactor(t *testing.T) {
	w, screen, _, _ := open(t, uitest.Setup{}, diary(240))
	screen.Show(kit.Route{Place: kit.PlaceInsights, Topic: "oysters"})
	w.MustSay("Logged on 4 days; we start at 8.")
}

func TestNothingIsCut(t *testing.T) {
	for _, c := range []uitest.Setup{{}, {Width: 1024, Height: 700}, {TextScale: 1.6}, {Width: 1024, Height: 700, Dark: true}} {
		w, _, _, _ := open(t, c, diary(240))
		name := "insights"
		if c.Dark {
			name += "-dark"
		}
		if c.Width != 0 {
			name += "-1024"
		}
		if c.TextScale != 0 {
			name += "-160"
		}
		w.Shot(name)
		if cut := w.CutTexts(); len(cut) > 0 {
			t.Errorf("%+v: cut %s", c, strings.Join(cut, " | "))
		}
	}
}

// All three charts are seen without scrolling, whole, in the smallest window.
func TestThreeChartsAreSeenAtOnce(t *testing.T) {
	for _, c := range []uitest.Setup{{}, {Width: 1024, Height: 700}, {Width: 1024, Height: 674}} { // the last with the menu bar
		w, _, _, _ := open(t, c, grouped(240))
		height := c.Height
		if height == 0 {
			height = 800
		}
		for _, title := range []string{"Day by day", "How long after?", "With and without"} {
			if at := w.Find(title); at.At.Y+at.Size.Height+100 > height {
				t.Errorf("%g high: the chart under %q begins at %g", height, title, at.At.Y+at.Size.Height)
			}
		}
		if all, other := w.Find("Groups"), w.Find("Other"); all.At.Y != other.At.Y {
			t.Errorf("%g wide: the filters stand on two lines", c.Width)
		}
	}
}

// Size, certainty and days are three separate things in every row.
func TestARowTellsDaysSizeAndCertainty(t *testing.T) {
	set := diary(240)
	milk, _ := set.Factor("milk")
	with := 0
	for _, v := range milk.Values {
		with += int(v)
	}
	w, _, _, _ := open(t, uitest.Setup{}, set)
	w.MustSay("Milk", "Strong", "worse 1–3 days later", fmt.Sprintf("%d days", with), "+0.9")
}
