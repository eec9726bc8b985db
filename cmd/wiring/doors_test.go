package wiring_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"skinward/app/guide"
	"skinward/app/journal"
	"skinward/assets"
	"skinward/ui/kit"
	"skinward/ui/uitest"
)

func guidePages(t *testing.T) map[string]*guide.Topic {
	t.Helper()
	b, err := guide.Read(assets.Guide())
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*guide.Topic{}
	for _, p := range append(append([]*guide.Topic(nil), b.Ways...), b.Supports...) {
		out[p.ID] = p
	}
	return out
}

// Each page of the guide that has nothing of the reader's to show offers the
// one action that begins to record it: what is typed next is kept as that.
func TestEachPageOfTheGuideBeginsWhatItSays(t *testing.T) {
	pages := guidePages(t)
	begins := map[string]struct {
		keys string       // typed after the button
		kind journal.Kind // what is then in the journal; "" where a form opens
		form string       // what the form says
	}{
		"today/stress":    {"5", journal.KindStress, ""},
		"today/sleep":     {"7", journal.KindSleep, ""},
		"today/water":     {"400", journal.KindWater, ""},
		"today/digestion": {"4", journal.KindDigestion, ""},
		"today/meal":      {"plain yogurt", journal.KindMeal, ""},
		"today/cycle":     {"", "", "1 is the first day of bleeding"},
		"today/course":    {"", "", "Before a first probiotic"},
		"guide/visit":     {"", "", "Plan a visit"},
	}
	seen := map[string]bool{}
	for id, p := range pages {
		want, ok := begins[p.Start.Route]
		if !ok {
			t.Errorf("%s begins with %q, which no screen knows", id, p.Start.Route)
		}
		if seen[p.Start.Route] {
			continue
		}
		seen[p.Start.Route] = true
		t.Run(p.Start.Route, func(t *testing.T) {
			desk := deskOf(t, 0)
			w, shell := openInsights(t, desk, uitest.Setup{})
			shell.Navigate(kit.Route{Place: kit.PlaceGuide, Topic: id})
			w.Settle()
			w.MustSay("In your journal", p.Start.Missing)
			w.Tap(p.Start.Label)
			if want.form != "" {
				w.MustSay(want.form)
				return
			}
			w.Type(want.keys)
			w.Key(fyne.KeyReturn)
			if want.kind == journal.KindMeal {
				w.Key(fyne.KeyReturn)
			}
			log, err := desk.Store.All(context.Background(), want.kind)
			if err != nil || len(log) != 1 {
				t.Errorf("typing %q left %d records, %v; focus on %q", want.keys, len(log), err, w.Focused())
			}
		})
	}
}

func TestThePageOnStressOpensTheBreathingPanel(t *testing.T) {
	w, shell := openInsights(t, deskOf(t, 0), uitest.Setup{})
	shell.Navigate(kit.Route{Place: kit.PlaceGuide, Topic: "stress"})
	w.Settle()
	w.Tap("Breathe 5 min")
	w.MustSay("In while the bar grows, out while it shrinks.")
}

// A journal with days says so in figures, and names what it compared.
func TestDoorsNameWhatTheyCompared(t *testing.T) {
	for _, tt := range []struct {
		days  int
		topic string
		says  []string
	}{
		{14, "stress", []string{"There are too few days with both stress and skin", "Stress and skin severity: rated on 14 days; we start at 30."}},
		{365, "stress", []string{"more stress", "See the chart"}},
		{365, "hydration", []string{"Water and skin severity: ", "See the chart"}},
	} {
		w, shell := openInsights(t, deskOf(t, tt.days), uitest.Setup{})
		shell.Navigate(kit.Route{Place: kit.PlaceGuide, Topic: tt.topic})
		w.Settle()
		w.MustSay(tt.says...)
	}
}
