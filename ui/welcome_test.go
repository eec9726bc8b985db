package ui_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/app/journal/journaltest"
	"skinward/ui"
	"skinward/ui/kit"
	"skinward/ui/uitest"
)

// greeted is a window in which the welcome asks.
type greeted struct {
	*uitest.Window
	store   *journaltest.Fake
	applied []journal.Settings
	sampled int
}

func greet(t *testing.T, s uitest.Setup, recs ...journal.Record) *greeted {
	t.Helper()
	g := &greeted{Window: uitest.New(t, s), store: journaltest.NewFake(recs...)}
	g.Show(kit.NewBody("behind"))
	ui.Welcome{
		Store: g.store, Run: kit.Inline{}, Dialogs: g.Dialogs,
		Today:   func() journal.Day { return journaltest.Day("2026-11-21") },
		Applied: func(v journal.Settings) { g.applied = append(g.applied, v) },
		Sample:  func() { g.sampled++ },
	}.Show()
	return g
}

func (g *greeted) settings(t *testing.T) journal.Settings {
	t.Helper()
	s, err := g.store.Settings(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func (g *greeted) profile(t *testing.T) *journal.Profile {
	t.Helper()
	log, err := g.store.All(context.Background(), journal.KindProfile)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range journal.Select[*journal.Profile](log) {
		return p
	}
	return nil
}

func TestWelcomeKeepsItsFourAnswers(t *testing.T) {
	g := greet(t, uitest.Setup{Width: 1280, Height: 1000})
	g.Tap("Eczema")
	g.Tap("Rosacea")
	g.Tap("Area in palms")
	g.Tap("Digestion")
	g.Tap("2:00")
	g.Tap("Glasses")
	g.Tap("Begin")
	s := g.settings(t)
	if !s.Welcomed || s.DayEndMinutes != 120 || !s.Glasses {
		t.Errorf("%+v", s)
	}
	if !s.Tracks(journal.ThingPalms) || s.Tracks(journal.ThingDigestion) || !s.Tracks(journal.ThingFlushing) || !s.Tracks(journal.ThingMeals) {
		t.Errorf("tracked: %q", s.Tracked)
	}
	if p := g.profile(t); p == nil || len(p.Conditions) != 2 || p.Conditions[1].Name != "rosacea" {
		t.Errorf("profile: %+v", p)
	}
	if len(g.applied) != 1 {
		t.Errorf("the window was told %d times", len(g.applied))
	}
}

func TestWelcomeCanBeSkipped(t *testing.T) {
	for name, skip := range map[string]func(*greeted){
		"by the key":    func(g *greeted) { g.Key(fyne.KeyEscape) },
		"by its button": func(g *greeted) { g.Tap("Skip") },
	} {
		t.Run(name, func(t *testing.T) {
			g := greet(t, uitest.Setup{})
			g.Tap("Acne")
			skip(g)
			s := g.settings(t)
			if !s.Welcomed || s.DayEndMinutes != 240 || s.Tracked != nil || g.profile(t) != nil {
				t.Errorf("skipping left %+v", s)
			}
			g.MustNotSay("Welcome")
		})
	}
}

func TestWelcomeLeavesAnImportedProfileWhole(t *testing.T) {
	had := &journal.Profile{Meta: journaltest.Meta("2026-01-01", ""), Name: "Ada", Conditions: []journal.Diagnosis{{Name: "Acne", ToldBy: "dermatologist"}}}
	had.ID = journal.ProfileID
	g := greet(t, uitest.Setup{Width: 1280, Height: 1000}, had)
	g.Tap("Acne")
	g.Tap("Psoriasis")
	g.Tap("Begin")
	p := g.profile(t)
	if p == nil || p.Name != "Ada" || len(p.Conditions) != 2 || p.Conditions[0].ToldBy != "dermatologist" {
		t.Errorf("%+v", p)
	}
}

func TestWelcomeOffersTheSampleJournal(t *testing.T) {
	g := greet(t, uitest.Setup{Width: 1280, Height: 1000})
	g.Tap("Look at the sample journal first")
	if g.sampled != 1 || len(g.applied) != 0 {
		t.Errorf("sample opened %d times, %d answers kept", g.sampled, len(g.applied))
	}
}

func TestWelcomePictures(t *testing.T) {
	for name, s := range map[string]uitest.Setup{
		"welcome": {Width: 1280, Height: 800}, "welcome-1024-dark": {Width: 1024, Height: 700, Dark: true}, "welcome-160": {Width: 1280, Height: 800, TextScale: 1.6},
	} {
		g := greet(t, s)
		g.Shot(name)
		if cut := g.CutTexts(); len(cut) > 0 {
			t.Errorf("%s: cut %q", name, cut)
		}
	}
}
