package wiring_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"skinward/app/journal"
	page "skinward/app/summary"
	"skinward/cmd/wiring"
	"skinward/ui/kit"
)

// csvOf is the data behind the page of an input, which holds all that is on it.
func csvOf(t *testing.T, in page.Input) string {
	t.Helper()
	in.Include = page.Ticked(map[string]bool{"digestion": true, "notes": true, "log": true})
	p, err := page.Build(in)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := p.CSV(&b); err != nil {
		t.Fatal(err)
	}
	return b.String() + p.Text()
}

// Another first day needs no second look at the journal, and gives the page
// that a first look would give; a changed journal is looked at again.
func TestPagesLookOnlyAtWhatChanged(t *testing.T) {
	desk := deskOf(t, 120)
	to := journal.DayAt(noon, 0)
	pages := wiring.Pages(desk, wiring.NewStudy(desk), "1.0.0")
	looks := 0
	input := func(from journal.Day) page.Input {
		t.Helper()
		looked := false
		in, err := pages.Input(context.Background(), from, to, func(float64) { looked = true })
		if err != nil {
			t.Fatal(err)
		}
		if looked {
			looks++
		}
		return in
	}
	input(to.Add(-30))
	got := input(to.Add(-90))
	if looks != 1 {
		t.Errorf("looked %d times", looks)
	}
	fresh, err := wiring.Pages(desk, wiring.NewStudy(desk), "1.0.0").Input(context.Background(), to.Add(-90), to, nil)
	if err != nil {
		t.Fatal(err)
	}
	if csvOf(t, got) != csvOf(t, fresh) {
		t.Error("the page differs from one made anew")
	}
	if _, err := desk.Store.Save(context.Background(), &journal.Stress{Meta: journal.Meta{Day: to, Source: journal.Entered}, Level: journal.Some(9.0)}); err != nil {
		t.Fatal(err)
	}
	if csvOf(t, input(to.Add(-90))) == csvOf(t, got) || looks != 2 {
		t.Errorf("a new entry is not on the page; looked %d times", looks)
	}
	settings, err := desk.Store.Settings(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	settings.Page.Sections = map[string]bool{"notes": true}
	if err := desk.Store.SaveSettings(context.Background(), settings); err != nil {
		t.Fatal(err)
	}
	if input(to.Add(-60)); looks != 2 {
		t.Error("a tick has the journal looked at again")
	}
	settings.SmallestChange = 2
	if err := desk.Store.SaveSettings(context.Background(), settings); err != nil {
		t.Fatal(err)
	}
	if in := input(to.Add(-60)); looks != 3 || in.Important != 2 {
		t.Errorf("the new settings do not hold; looked %d times", looks)
	}
}

// From a click on another period to the painted page, out of a journal of ten
// years; the promise is 300 ms.
func BenchmarkSummaryPeriodInTenYears(b *testing.B) {
	w, shell := window(b, 3652)
	shell.Navigate(kit.Route{Place: kit.PlaceSummary})
	w.Settle()
	chips := []string{"6 months", "3 months"}
	n := 0
	for b.Loop() {
		w.Tap(chips[n%2])
		w.Window.Canvas().Capture()
		n++
	}
}

// A page is there before the search for its links, with all else as it will
// be; a look that an earlier run kept spares the search.
func TestAPageWaitsForNoSearch(t *testing.T) {
	desk, ctx := deskOf(t, 700), context.Background() // more than is read before the search
	to := journal.DayAt(noon, 0)
	quick := func(to journal.Day) page.Input {
		t.Helper()
		in, err := wiring.Pages(desk, wiring.NewStudy(desk), "1.0.0").Quick(ctx, to.Add(-60), to)
		if err != nil {
			t.Fatal(err)
		}
		return in
	}
	for _, to := range []journal.Day{to, to.Add(-10)} {
		first := quick(to)
		if first.Search != page.SearchRunning || !strings.Contains(csvOf(t, first), "Being worked out") {
			t.Errorf("to %s: search %v", to, first.Search)
		}
		whole, err := wiring.Pages(desk, wiring.NewStudy(desk), "1.0.0").Input(ctx, to.Add(-60), to, nil)
		if err != nil {
			t.Fatal(err)
		}
		whole.Findings, whole.Overlaps, whole.Search = first.Findings, first.Overlaps, page.SearchRunning
		if csvOf(t, first) != csvOf(t, whole) {
			t.Errorf("to %s: the page differs by more than its links", to)
		}
	}
	if again := quick(to); again.Search != page.SearchDone || len(again.Findings.Findings) == 0 {
		t.Error("the kept look is not taken")
	}
}

// From a click to the page laid out, one year of ten, when the journal has
// changed; the links follow.
func BenchmarkPageAfterAChangeInTenYears(b *testing.B) {
	desk, ctx := deskOf(b, 3652), context.Background()
	to := journal.DayAt(noon, 0)
	pages := wiring.Pages(desk, wiring.NewStudy(desk), "1.0.0")
	for b.Loop() {
		in, err := pages.Quick(ctx, to.Add(-365), to)
		if err != nil || in.Search != page.SearchRunning {
			b.Fatal(in.Search, err)
		}
		p, err := page.Build(in)
		if err != nil {
			b.Fatal(err)
		}
		p.Layout(page.A4)
	}
}
