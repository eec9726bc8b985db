package guide_test

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	appguide "skinward/app/guide"
	"skinward/app/journal"
	"skinward/app/journal/journaltest"
	"skinward/assets"
	"skinward/ui/guide"
	"skinward/ui/kit"
	"skinward/ui/uitest"
)

var now = time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)

// railWidth is what the window's rail takes of its width.
const railWidth = 196

func library(t testing.TB) *appguide.Library {
	t.Helper()
	l, err := appguide.Open(assets.Guide(), assets.Art(), assets.Method())
	if err != nil {
		t.Fatal(err)
	}
	return l
}

type bench struct {
	*uitest.Window
	screen *guide.Screen
	store  *journaltest.Fake
	routes []kit.Route
	done   []journal.Change
	files  map[string][]byte
	door   func(topic string) (appguide.Door, error)
}

func open(t *testing.T, s uitest.Setup, r kit.Route, recs ...journal.Record) *bench {
	t.Helper()
	if s.Width == 0 {
		s.Width, s.Height = 1280-railWidth, 800
	}
	b := &bench{Window: uitest.New(t, s), store: journaltest.NewFake(recs...), files: map[string][]byte{}}
	b.door = func(topic string) (appguide.Door, error) {
		if topic == "stress" {
			return appguide.Door{Sentence: "The day after high stress your skin was 0.7 points worse.", Detail: "0.4 to 1.0 · 142 days",
				Actions: []appguide.Action{{Label: "See the chart", Route: "insights/stress"}, {Label: "Breathe 5 min", Route: "today/breathe"}}}, nil
		}
		return appguide.Door{}, nil
	}
	b.screen = guide.New(guide.Deps{
		Library: library(t),
		Door:    func(_ context.Context, topic string) (appguide.Door, error) { return b.door(topic) },
		Store:   b.store, Run: kit.Inline{}, Now: func() time.Time { return now },
		Navigate: func(r kit.Route) { b.routes = append(b.routes, r) },
		Done:     func(c ...journal.Change) { b.done = append(b.done, c...) },
		Dialogs:  b.Dialogs,
		Write:    func(path string, data []byte) error { b.files[path] = data; return nil },
	})
	b.Open(b.screen, r)
	return b
}

func TestPictures(t *testing.T) {
	for name, s := range map[string]struct {
		setup uitest.Setup
		topic string
	}{
		"guide-opening":       {uitest.Setup{}, ""},
		"guide-stress":        {uitest.Setup{}, "stress"},
		"guide-stress-dark":   {uitest.Setup{Dark: true}, "stress"},
		"guide-hormones-1024": {uitest.Setup{Width: 1024 - railWidth, Height: 700}, "hormones"},
		"guide-supports":      {uitest.Setup{}, "probiotics"},
		"guide-supports-dark": {uitest.Setup{Dark: true}, "diet"},
		"guide-doctor":        {uitest.Setup{}, "see-a-doctor"},
		"guide-method":        {uitest.Setup{}, "method"},
		"guide-glossary":      {uitest.Setup{}, "glossary"},
		"guide-160":           {uitest.Setup{TextScale: 1.6}, "microbiome"},
	} {
		t.Run(name, func(t *testing.T) {
			b := open(t, s.setup, kit.Route{Topic: s.topic}, &journal.Appointment{Meta: journaltest.Meta("2026-12-01", "14:30"), Person: "Dr. Amin", Place: "Skin clinic", Questions: []string{"Which cream first?"}})
			if os.Getenv("SKINWARD_SHOTS") != "" { // painting in software is slow
				b.Shot(name)
			}
			if cut := b.CutTexts(); len(cut) > 0 {
				t.Errorf("cut: %q", cut)
			}
			if over := b.Overlaps(); len(over) > 0 {
				t.Errorf("overlap: %q", over)
			}
		})
	}
}

var _ = []any{errors.New, strings.Contains, fyne.KeyReturn}
