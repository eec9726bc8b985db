package wiring_test

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
	"skinward/app/sample"
	"skinward/app/series"
	"skinward/cmd/wiring"
	"skinward/cmd/work"
	"skinward/ui"
	"skinward/ui/insights"
	"skinward/ui/kit"
	"skinward/ui/uitest"
)

// openInsights builds the whole window around a desk and goes to Insights.
func openInsights(t *testing.T, desk work.Desk, setup uitest.Setup) (*uitest.Window, *ui.Shell) {
	t.Helper()
	ctx := context.Background()
	v, err := desk.Store.Settings(ctx)
	if err != nil {
		t.Fatal(err)
	}
	v.Welcomed, v.Theme, v.TextSize, v.DateLanguage = true, journal.ThemeLight, 1, "en-GB"
	if setup.Dark {
		v.Theme = journal.ThemeDark
	}
	if setup.TextScale > 0 {
		v.TextSize = math.Round(float64(setup.TextScale)*10) / 10
	}
	if err := desk.Store.SaveSettings(ctx, v); err != nil {
		t.Fatal(err)
	}
	w := uitest.New(t, setup)
	ready, err := wiring.Prepare(ctx, desk.Store, "en_GB")
	if err == nil {
		err = ready.Read(ctx, desk)
	}
	if err != nil {
		t.Fatal(err)
	}
	fyne.CurrentApp().Settings().SetTheme(ready.Theme())
	shell := wiring.Build(wiring.Config{
		Ready: ready, Window: w.Window, Desk: desk, Run: kit.Inline{}, Version: "0.1.0",
		After: kit.AtOnce, Copy: func(string) {}, Paste: func() string { return "" },
		Open: func(string, []byte) error { return nil },
	}, kit.Route{Place: kit.PlaceInsights})
	size := fyne.NewSize(1280, 800)
	if setup.Width > 0 {
		size = fyne.NewSize(setup.Width, setup.Height)
	}
	w.Window.Resize(size)
	w.Settle()
	return w, shell
}

// rowOf finds a factor in the list of an outcome.
func rowOf(l insights.List, factor string) (insights.Row, bool) {
	i := slices.IndexFunc(l.Rows, func(r insights.Row) bool { return r.Heading == "" && r.Finding.Factor == factor })
	if i < 0 {
		return insights.Row{}, false
	}
	return l.Rows[i], true
}

// What was built into the sample is found and shown, what only looks like it
// is not.
func TestTrueLinksOfTheSampleAreShownAndTrapsAreNot(t *testing.T) {
	s := look(t, deskOf(t, 365), insights.Choice{})
	truth := sample.Generate(365, 1, sample.Options{Last: journal.DayAt(noon, 0)}).Truth
	for _, l := range truth.Links {
		r, ok := rowOf(insights.NewList(s, l.Outcome, insights.FilterAll, nil), l.Factor)
		if !ok || r.Finding.Grade.Rank() > insight.Moderate.Rank() {
			t.Errorf("%s and %s: %q, want moderate or strong", l.Factor, l.Outcome, r.Grade)
		}
	}
	for _, l := range truth.Traps {
		r, ok := rowOf(insights.NewList(s, l.Outcome, insights.FilterAll, nil), l.Factor)
		if ok && r.Finding.Grade.Rank() <= insight.Moderate.Rank() {
			t.Errorf("the trap %s and %s is shown as %q", l.Factor, l.Outcome, r.Grade)
		}
	}
	for _, c := range truth.Companions {
		d, ok, err := s.Detail(context.Background(), c.Factor, c.Outcome)
		if err != nil || !ok {
			t.Fatal(ok, err)
		}
		if said := strings.Join(d.ApartSentences(), " "); !strings.Contains(strings.ToLower(said), "parmesan") || !strings.Contains(said, "would tell the most") {
			t.Errorf("%s does not name what it goes along with: %s", c.Factor, said)
		}
	}
}

func TestInsightsOfAYearInTheWindow(t *testing.T) {
	desk := deskOf(t, 365)
	for _, c := range []struct {
		name  string
		setup uitest.Setup
	}{
		{"year", uitest.Setup{}},
		{"year-dark-1024", uitest.Setup{Width: 1024, Height: 700, Dark: true}},
		{"year-160", uitest.Setup{TextScale: 1.6}},
	} {
		w, shell := openInsights(t, desk, c.setup)
		w.MustSay("What goes with your skin", "Prawns", "Parmesan", "Strong", "things checked")
		look := func(part string) {
			w.Settle()
			w.Shot("insights-" + c.name + "-" + part)
			if cut := w.CutTexts(); len(cut) > 0 {
				t.Errorf("%s, %s: cut %s", c.name, part, strings.Join(cut, " | "))
			}
		}
		look("list")
		shell.Navigate(kit.Route{Place: kit.PlaceInsights, Topic: "Daily Flora"})
		w.MustSay("Daily Flora most of the time", "Before, during, after", "in the 28 days before", "Guide: Probiotics")
		look("course")
		w.Tap("Overview")
		w.MustSay("Factors by outcomes", "Calendar: severity", "Laid over each other")
		look("overview")
	}
}

// With too little the screen says what is missing, not what might be.
func TestShortJournalsSayWhatIsMissing(t *testing.T) {
	for _, c := range []struct {
		days int
		say  []string
		not  []string
	}{
		{10, []string{"10 of 30 days rated", "Rate today's skin"}, []string{"Strong", "Moderate", "Hint"}},
		{30, []string{"Can't tell yet", "more days would settle it", "Needs more days", "of 8 days with it"}, []string{"Strong", "Moderate", "Hint"}},
		{60, []string{"Needs more days", "of 8 days with it", "things checked"}, []string{"Strong"}},
	} {
		w, _ := openInsights(t, deskOf(t, c.days), uitest.Setup{Height: 8000, Width: 1280})
		w.MustSay(c.say...)
		w.MustNotSay(c.not...)
	}
}

func TestPinnedAndPutAsideReachTheDoctorsPage(t *testing.T) {
	desk := deskOf(t, 120)
	w, shell := openInsights(t, desk, uitest.Setup{})
	shell.Navigate(kit.Route{Place: kit.PlaceInsights, Topic: "parmesan"})
	w.Tap("Doctor's page first")
	shell.Navigate(kit.Route{Place: kit.PlaceInsights, Topic: "prawns"})
	w.Tap("Put aside")
	scanned, err := desk.Look(context.Background(), journal.Day{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	in, err := desk.Page(context.Background(), journal.Day{}, journal.Day{}, "0.1.0", scanned)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(in.Pinned, []string{"parmesan"}) || !slices.Equal(in.Hidden, []string{"prawns"}) {
		t.Errorf("pinned %v, hidden %v", in.Pinned, in.Hidden)
	}
}

func TestLeavingOutTheRememberedSaysWhatChanges(t *testing.T) {
	w, _ := openInsights(t, deskOf(t, 120), uitest.Setup{Width: 1280, Height: 3000})
	w.Tap("Leave out what was remembered later")
	if !w.Says("Without what was remembered later,") && !w.Says("without what was remembered later, and") {
		t.Errorf("nothing said about the change: %s", strings.Join(w.Texts(), " | "))
	}
}

// Nothing is worked out twice for the same journal, whoever asks.
func TestTheStudyScansOnlyWhatChanged(t *testing.T) {
	desk := deskOf(t, 90)
	study := wiring.NewStudy(desk)
	ctx := context.Background()
	fresh := func() insights.Scan {
		s, err := study.Fresh(ctx, insights.Choice{}, func(float64) {})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	first := fresh()
	last := func() insights.Scan {
		s, err := study.Last(ctx, insights.Choice{})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	if fresh() != first || last() != first {
		t.Error("the same journal was scanned again")
	}
	stress := &journal.Stress{Meta: journal.Meta{Day: journal.DayAt(noon, 0)}, Level: journal.Some(4.0)}
	if _, err := desk.Store.Save(ctx, stress); err != nil {
		t.Fatal(err)
	}
	if had, err := study.Current(ctx, insights.Choice{}); had != nil || err != nil {
		t.Errorf("a changed journal counts as looked at: %v, %v", had, err)
	}
	if last() != first {
		t.Error("the last result is not at hand while a fresh one is missing")
	}
	if fresh() == first {
		t.Error("a change in the journal was not looked at")
	}
}

// Theme and text size have nothing to do with what goes with the skin; the
// smallest change that matters has.
func TestTheStudyKnowsWhichSettingsMatter(t *testing.T) {
	desk := deskOf(t, 60)
	study := wiring.NewStudy(desk)
	ctx := context.Background()
	for _, c := range []struct {
		name   string
		choose func(*journal.Settings)
		again  bool
	}{
		{"first", func(*journal.Settings) {}, true},
		{"theme", func(s *journal.Settings) { s.Theme = journal.ThemeDark }, false},
		{"text size", func(s *journal.Settings) { s.TextSize = 1.6 }, false},
		{"pinned", func(s *journal.Settings) { s.Pinned = []string{"parmesan"} }, false},
		{"smallest change", func(s *journal.Settings) { s.SmallestChange = 1 }, true},
		{"suspects", func(s *journal.Settings) { s.Suspects = []string{"parmesan"} }, true},
	} {
		settings, err := desk.Store.Settings(ctx)
		if err != nil {
			t.Fatal(err)
		}
		c.choose(&settings)
		if err := desk.Store.SaveSettings(ctx, settings); err != nil {
			t.Fatal(err)
		}
		had, err := study.Current(ctx, insights.Choice{})
		if err != nil || (had == nil) != c.again {
			t.Errorf("%s: had a scan %v, %v", c.name, had != nil, err)
		}
		scanned := false
		if _, err := study.Fresh(ctx, insights.Choice{}, func(float64) { scanned = true }); err != nil || scanned != c.again {
			t.Errorf("%s: scanned %v, %v", c.name, scanned, err)
		}
	}
}

// A new run of the program has the last list at once, before it looks itself.
func TestTheLastLookOutlivesTheProgram(t *testing.T) {
	desk := deskOf(t, 365)
	ctx := context.Background()
	before := look(t, desk, insights.Choice{})
	kept, err := wiring.NewStudy(desk).Last(ctx, insights.Choice{})
	if err != nil || kept == nil {
		t.Fatal(kept, err)
	}
	list := func(s insights.Scan) string {
		l := insights.NewList(s, series.Severity, insights.FilterGroups, nil)
		var rows []string
		for _, r := range l.Rows {
			rows = append(rows, strings.Join([]string{r.Heading, r.Name, r.Phrase, r.Grade, r.Effect, r.Days}, ", "))
		}
		return strings.Join(append(rows, l.Title, l.Caption, l.Foot), "\n")
	}
	if list(kept) != list(before) || kept.Set().Days != before.Set().Days {
		t.Errorf("kept\n%s\nbefore it was\n%s", list(kept), list(before))
	}
	for i, f := range before.Set().Factors {
		if k := kept.Set().Factors[i]; k.Name != f.Name || fmt.Sprint(k.Values) != fmt.Sprint(f.Values) {
			t.Errorf("the values of %s came back as others", f.Name)
		}
	}
	if other, err := wiring.NewStudy(desk).Last(ctx, insights.Choice{Days: 90}); other != nil || err != nil {
		t.Errorf("another look is answered with the kept one: %v", err)
	}
	again := wiring.NewStudy(desk)
	if now, err := again.Current(ctx, insights.Choice{}); now == nil || err != nil {
		t.Errorf("the kept look is not current although nothing changed: %v", err)
	}
	scanned := false
	fresh, err := again.Fresh(ctx, insights.Choice{}, func(float64) { scanned = true })
	if err != nil || scanned {
		t.Fatalf("scanned %v, %v", scanned, err)
	}
	for _, f := range before.Result().Findings {
		want, _, _ := before.Detail(ctx, f.Factor, f.Outcome)
		got, ok, err := fresh.Detail(ctx, f.Factor, f.Outcome)
		got.Finding, want.Finding = insight.Finding{}, insight.Finding{} // compared by the list
		if g, w := fmt.Sprintf("%+v", got), fmt.Sprintf("%+v", want); !ok || err != nil || g != w {
			t.Fatalf("%s: detail %s, %v, want %s", f.Factor, g, err, w)
		}
	}
	tomorrow := desk
	tomorrow.Now = func() time.Time { return noon.AddDate(0, 0, 1) }
	next := wiring.NewStudy(tomorrow)
	if _, err := next.Fresh(ctx, insights.Choice{}, func(float64) { scanned = true }); err != nil || scanned {
		t.Errorf("on the next day: scanned %v, %v", scanned, err)
	}
	if s, err := next.Current(ctx, insights.Choice{}); s == nil || err != nil {
		t.Errorf("on the next day it is not current: %v", err)
	}
	for name, change := range map[string]func(){
		"an entry": func() {
			_, err := desk.Store.Save(ctx, &journal.Water{Meta: journal.Meta{Day: journal.DayAt(noon, 0), Source: journal.Entered}, Millilitres: 250})
			if err != nil {
				t.Fatal(err)
			}
		},
		"a setting of the method": func() {
			settings, err := desk.Store.Settings(ctx)
			if err != nil {
				t.Fatal(err)
			}
			settings.SmallestChange = 1.2
			if err := desk.Store.SaveSettings(ctx, settings); err != nil {
				t.Fatal(err)
			}
		},
	} {
		change()
		scanned = false
		if _, err := wiring.NewStudy(desk).Fresh(ctx, insights.Choice{}, func(float64) { scanned = true }); err != nil || !scanned {
			t.Errorf("after %s: scanned %v, %v", name, scanned, err)
		}
	}
	for _, damaged := range [][]byte{nil, []byte("no look"), make([]byte, 4000)} {
		if err := desk.Store.KeepLook(ctx, damaged); err != nil {
			t.Fatal(err)
		}
		if s, err := wiring.NewStudy(desk).Last(ctx, insights.Choice{}); s != nil || err != nil {
			t.Errorf("%.10q was read as a look: %v", damaged, err)
		}
	}
}

func TestACancelledScanEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	_, err := wiring.NewStudy(deskOf(t, 120)).Fresh(ctx, insights.Choice{}, func(share float64) {
		if share > 0.3 {
			cancel()
		}
	})
	if err == nil {
		t.Error("a cancelled scan gave a result")
	}
	cancel()
}

// Looking at more of the same journal keeps verdicts of its own, which does not
// make the other looks old.
func TestLooksAtOneJournalStayFreshBesideEachOther(t *testing.T) {
	study := wiring.NewStudy(deskOf(t, 365))
	ctx := context.Background()
	at := map[insights.Choice]insights.Scan{}
	for _, again := range []bool{false, true} {
		for _, c := range []insights.Choice{{}, {Every: true}, {WithoutLater: true}} {
			s, err := study.Fresh(ctx, c, func(float64) {})
			if err != nil {
				t.Fatal(err)
			}
			if again && at[c] != s {
				t.Errorf("%+v was scanned again", c)
			}
			at[c] = s
		}
	}
}

// Flare days, sites and own trackers are compared when they are asked for.
func TestFurtherOutcomesOnDemand(t *testing.T) {
	desk := deskOf(t, 180)
	if l := insights.NewList(look(t, desk, insights.Choice{}), series.FlareDays, insights.FilterAll, nil); len(l.Rows) != 0 {
		t.Error("flare days were compared unasked")
	}
	if l := insights.NewList(look(t, desk, insights.Choice{Every: true}), series.FlareDays, insights.FilterAll, nil); len(l.Rows) == 0 {
		t.Error("flare days were not compared")
	}
}
