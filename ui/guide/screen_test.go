package guide_test

import (
	"context"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

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
			return appguide.Door{
				Sentence: "The day after high stress your skin was 0.7 points worse.", Detail: "0.4 to 1.0 · 142 days",
				Actions: []appguide.Action{{Label: "See the chart", Route: "insights/stress"}},
			}, nil
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

func TestNothingIsCutOrCrowded(t *testing.T) {
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
		"guide-1024-support":  {uitest.Setup{Width: 1024 - railWidth, Height: 700}, "calm"},
		"guide-1024-doctor":   {uitest.Setup{Width: 1024 - railWidth, Height: 700}, "see-a-doctor"},
		"guide-1024-method":   {uitest.Setup{Width: 1024 - railWidth, Height: 700}, "method"},
		"guide-1024-note":     {uitest.Setup{Width: 1024 - railWidth, Height: 700}, "method-note"},
		"guide-160":           {uitest.Setup{TextScale: 1.6}, "microbiome"},
		"guide-160-support":   {uitest.Setup{TextScale: 1.6}, "calm"},
		"guide-160-doctor":    {uitest.Setup{TextScale: 1.6}, "see-a-doctor"},
		"guide-160-method":    {uitest.Setup{TextScale: 1.6}, "method"},
		"guide-160-glossary":  {uitest.Setup{TextScale: 1.6}, "glossary"},
		"guide-90":            {uitest.Setup{TextScale: 0.9}, "nutrients"},
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

func TestMarksOpenTheirPagesByPointerDigitAndArrows(t *testing.T) {
	b := open(t, uitest.Setup{}, kit.Route{})
	b.MustSay("Researchers call the traffic between them")
	plate := library(t).Plate
	for _, m := range plate.Marks {
		l := b.Find(string(rune('0' + m.Number))) // the first number in tree order stands on the plate
		b.TapAt(l.At.X+l.Size.Width/2, l.At.Y+l.Size.Height/2)
		b.MustSay(library(t).Book.Ways[m.Number-1].Title, "In your journal")
	}
	b.Type("2")
	b.MustSay("A large share of the body's")
	b.Key(fyne.KeyRight, fyne.KeyReturn)
	b.MustSay("Skin is built from what the gut takes in.")
	b.Key(fyne.KeyLeft, fyne.KeyLeft, fyne.KeySpace)
	b.MustSay("The lining of the bowel is only one cell thick.")
	b.Key(fyne.KeyLeft, fyne.KeyReturn)
	b.MustSay("Brain, gut and skin signal each other all day")
	b.Type("9")
	b.MustSay("Brain, gut and skin signal each other all day")
}

func TestTheOpeningPageSaysHowSureEachPageIs(t *testing.T) {
	b := open(t, uitest.Setup{Width: 1280 - railWidth, Height: 2400}, kit.Route{})
	book := library(t).Book
	b.MustSay("Preclinical: acne · No human evidence found: eczema · Strong: psoriasis · Moderate: rosacea", "Strong for all four conditions", "A person from the front with brain")
	for _, p := range append(append([]*appguide.Topic(nil), book.Ways...), book.Supports...) {
		b.screen.Show(kit.Route{Topic: book.Opening.ID})
		at := 0 // the ways stand in the legend below the plate too
		if p.Kind == appguide.Way {
			at = 1
		}
		b.TapNth(p.Short, at)
		b.MustSay(p.Title, p.Figure.Value)
	}
}

func TestATapBesideAMarkOpensNothing(t *testing.T) {
	b := open(t, uitest.Setup{}, kit.Route{})
	l := b.Find("3")
	radius := l.Size.Height // the number is a good half of its disc
	for _, d := range [][2]float32{{radius * 1.6, 0}, {0, radius * 1.6}, {-radius * 1.6, 0}} {
		b.TapAt(l.At.X+l.Size.Width/2+d[0], l.At.Y+l.Size.Height/2+d[1])
	}
	b.MustSay("Researchers call the traffic between them")
	b.TapAt(l.At.X+l.Size.Width/2+radius*0.6, l.At.Y+l.Size.Height/2)
	b.MustSay("Skin is built from what the gut takes in.")
}

func TestPointingAtAMarkNamesOnlyItsPath(t *testing.T) {
	b := open(t, uitest.Setup{}, kit.Route{})
	b.MustSay("Brain", "Stomach", "Oil gland")
	b.Hover("6")
	b.MustSay("Brain", "Vagus nerve")
	b.MustNotSay("Stomach", "Oil gland")
	b.Hover("Glossary")
	b.MustSay("Brain", "Stomach", "Oil gland")
}

func TestLegendTilesAndTabsReachEveryPage(t *testing.T) {
	b := open(t, uitest.Setup{}, kit.Route{})
	book := library(t).Book
	for _, w := range book.Ways {
		b.Tap(w.Short)
		b.MustSay(w.Title, w.Figure.Value)
	}
	b.Tap("Six supports")
	for _, s := range book.Supports {
		b.Tap(s.Short)
		b.MustSay(s.Title, s.Figure.Value)
	}
	b.Tap("See a doctor")
	b.MustSay("Now: call the emergency number", "On the same day", "Soon: within days to three weeks", "Ask before you take probiotics", "Prepare a visit")
	b.Tap("Glossary")
	b.MustSay("Dysbiosis")
	b.Tap("How it calculates")
	b.MustSay("In plain words", "Method note")
	b.Tap("Six ways")
	b.MustSay(book.Ways[5].Title)
}

func TestEveryPageShowsItsPartsAndIsNeitherCutNorCrowded(t *testing.T) {
	b := open(t, uitest.Setup{}, kit.Route{})
	book := library(t).Book
	for _, p := range append(append([]*appguide.Topic(nil), book.Ways...), book.Supports...) {
		b.screen.Show(kit.Route{Topic: p.ID})
		b.MustSay(p.Title, "How sure: ", "In your journal", "What is known", "What is not known", "One number", "What this does not mean", "Sources", "1. "+book.Sources(p)[0].Authors, "Reviewed 2026-11-28")
		for _, name := range []string{"Acne", "Eczema", "Psoriasis", "Rosacea"} {
			b.MustSay(name)
		}
		texts := b.Texts() // the page opens into the journal beside its grades and ends in it
		last := len(texts) - 1
		for last >= 0 && texts[last] != "In your journal" {
			last--
		}
		first := slices.Index(texts, "In your journal")
		if first > slices.Index(texts, "What is known") || last < slices.Index(texts, "What this does not mean") || last > slices.Index(texts, "Sources") {
			t.Errorf("%s: the journal stands at %d and %d of %q", p.ID, first, last, texts)
		}
		if cut := b.CutTexts(); len(cut) > 0 {
			t.Errorf("%s: cut %q", p.ID, cut)
		}
		if over := b.Overlaps(); len(over) > 0 {
			t.Errorf("%s: overlap %q", p.ID, over)
		}
	}
}

func TestDoorShowsTheJournalsOwnWordAndLeadsThere(t *testing.T) {
	b := open(t, uitest.Setup{}, kit.Route{Topic: "stress"})
	b.MustSay("your skin was 0.7 points worse", "0.4 to 1.0 · 142 days")
	b.Tap("See the chart")
	b.Tap("Breathe 5 min")
	want := []kit.Route{{Place: kit.PlaceInsights, Topic: "stress"}, {Place: kit.PlaceToday, Focus: "breathe"}}
	if len(b.routes) != 2 || b.routes[0] != want[0] || b.routes[1] != want[1] {
		t.Errorf("went to %+v", b.routes)
	}
}

func TestDoorWithoutEnoughDaysOffersToBegin(t *testing.T) {
	b := open(t, uitest.Setup{}, kit.Route{Topic: "hydration"})
	b.MustSay("too few days with both water and skin recorded")
	b.Tap("Record water today")
	if len(b.routes) != 1 || b.routes[0] != (kit.Route{Place: kit.PlaceToday, Focus: "water"}) {
		t.Errorf("went to %+v", b.routes)
	}
	b.screen.Show(kit.Route{Topic: "consult"})
	b.Tap("Plan a visit")
	b.MustSay("Your visits")
}

func TestDoorToTheDoctorNamesTheNextVisit(t *testing.T) {
	b := open(t, uitest.Setup{}, kit.Route{Topic: "consult"},
		&journal.Appointment{Meta: journaltest.Meta("2026-11-24", "08:00"), Person: "Dr. Amin"},
		&journal.Appointment{Meta: journaltest.Meta("2026-10-01", ""), Person: "Dr. Past"})
	b.MustSay("Your next visit: Dr. Amin.", "24 Nov 2026, 08:00 · tomorrow")
	b.Tap("Your visits")
	b.MustSay("Dr. Past", "Prepare a visit")
}

func TestDoorSaysSoWhenTheJournalCannotBeRead(t *testing.T) {
	b := open(t, uitest.Setup{}, kit.Route{})
	b.door = func(string) (appguide.Door, error) { return appguide.Door{}, errors.New("disk") }
	b.screen.Show(kit.Route{Topic: "stress"})
	b.MustSay("Your journal could not be read just now.")
}

func TestWordsOfTheGlossaryExplainThemselves(t *testing.T) {
	b := open(t, uitest.Setup{}, kit.Route{Topic: "stress"})
	b.MustNotSay("A long nerve that links the brain")
	b.Hover("vagus")
	b.MustSay("A long nerve that links the brain")
	b.Hover("Six ways")
	b.MustNotSay("A long nerve that links the brain")
	b.Hover("nerve")
	b.MustSay("A long nerve that links the brain")
	b.Hover("Contested")
	b.MustSay("Good studies disagree")
	b.Tap("Glossary")
	b.MustNotSay("Good studies disagree")
}

func TestPicturesSayWhatTheyShow(t *testing.T) {
	b := open(t, uitest.Setup{}, kit.Route{Topic: "hydration"})
	l := b.Find("Water keeps the whole body going.")
	b.MustNotSay("A jug and a glass of water")
	test.MoveMouse(b.Canvas(), l.At.AddXY(l.Size.Width/2, -40))
	b.Settle()
	b.MustSay("A jug and a glass of water")
}

func TestGlossaryFindsAWord(t *testing.T) {
	b := open(t, uitest.Setup{}, kit.Route{})
	b.screen.Search()
	b.Type("nerve")
	b.MustSay("Vagus nerve")
	b.MustNotSay("Androgens")
	b.Type("zzz")
	b.MustSay("No word here holds")
}

func TestTheWholeScreenIsReachedByTab(t *testing.T) {
	b := open(t, uitest.Setup{}, kit.Route{Topic: "stress"})
	order := strings.Join(b.TabOrder(), " / ") // starts behind the plate, which has the focus
	for _, stop := range []string{"Six ways", "Moderate", "See the chart", "vagus"} {
		if !strings.Contains(order, stop) {
			t.Errorf("Tab never reaches %q: %s", stop, order)
		}
	}
	if strings.Index(order, "Moderate") > strings.Index(order, "See the chart") || strings.Index(order, "See the chart") > strings.Index(order, "vagus") {
		t.Errorf("Tab does not run in reading order: %s", order)
	}
	for _, w := range library(t).Book.Ways { // the legend follows the plate
		b.screen.Show(kit.Route{})
		b.Tab(w.Number)
		b.Key(fyne.KeyReturn)
		b.MustSay(w.Title, w.Figure.Value)
		b.Type("2") // digits answer on the legend too
		b.MustSay("A large share of the body's")
	}
}

func TestAPageIsReadToItsEndByKeys(t *testing.T) {
	b := open(t, uitest.Setup{}, kit.Route{Topic: "stress"})
	last := func() float32 { return b.Find("This guide informs.").At.Y }
	start := last()
	b.Key(fyne.KeyPageDown) // from the plate, which has the focus
	if last() >= start {
		t.Error("Page Down on the plate does not move the page beside it")
	}
	b.Key(fyne.KeyEnd)
	if y := last(); y > 800 {
		t.Errorf("End leaves the last line at %g", y)
	}
	b.Key(fyne.KeyHome)
	if last() != start {
		t.Error("Home does not come back to the beginning")
	}
	for _, topic := range []string{"method", "glossary", "see-a-doctor"} {
		b.screen.Show(kit.Route{Topic: topic})
		b.Canvas().Unfocus()
		moved := false
		for range 6 { // the text itself is a stop of Tab
			b.Tab(1)
			before := b.Texts()
			at := b.Find(before[len(before)-1]).At
			b.Key(fyne.KeyPageDown)
			moved = moved || b.Find(before[len(before)-1]).At != at
		}
		if !moved {
			t.Errorf("%s cannot be scrolled by keys", topic)
		}
	}
}

func TestTabBringsAWordIntoView(t *testing.T) {
	b := open(t, uitest.Setup{Height: 500, Width: 1280 - railWidth}, kit.Route{Topic: "immune"})
	for range 40 {
		b.Tab(1)
		if b.Focused() == "fermented" {
			break
		}
	}
	if y := b.Find("fermented").At.Y; b.Focused() != "fermented" || y < 60 || y > 490 {
		t.Errorf("%q has the focus, the word lies at %g", b.Focused(), y)
	}
}

func TestAVisitIsPlannedChangedExportedAndRemoved(t *testing.T) {
	b := open(t, uitest.Setup{}, kit.Route{Topic: "visit"})
	b.MustSay("No visit is noted yet.")
	b.Tap("Plan a visit")
	b.Tap("GP, skin doctor, practitioner")
	b.Type("Dr. Amin")
	b.Tap("14:30")
	b.Type("25 o'clock")
	b.Tap("Save")
	b.MustSay("write it as 14:30")
	b.Tap("25 o'clock")
	for range 10 {
		b.Key(fyne.KeyBackspace)
	}
	b.Type("9:15")
	b.Tap("1 day before")
	b.Tap("Save")
	b.MustSay("Dr. Amin", "30 Nov 2026, 09:15 · in 7 days")
	if len(b.done) != 1 {
		t.Fatalf("%d changes told", len(b.done))
	}
	a := b.done[0].After.(*journal.Appointment)
	if h, _ := a.Remind.Get(); a.Person != "Dr. Amin" || a.At.Hour() != 9 || h != 24 {
		t.Errorf("saved %+v", a)
	}
	b.Tap("Make the summary for this visit")
	if len(b.routes) != 1 || b.routes[0].Place != kit.PlaceSummary || b.routes[0].Record != string(a.ID) {
		t.Errorf("went to %+v", b.routes)
	}
	b.Tap("Remove")
	b.MustSay("No visit is noted yet.")
	if len(b.done) != 2 {
		t.Errorf("%d changes told", len(b.done))
	}
}

func TestAFailedSaveLosesNothing(t *testing.T) {
	b := open(t, uitest.Setup{}, kit.Route{Topic: "visit"})
	b.Tap("Plan a visit")
	b.Tap("GP, skin doctor, practitioner")
	b.Type("Dr. Amin")
	b.store.Fail = errors.New("disk full")
	b.Tap("Save")
	b.MustSay("The visit was not saved")
	b.store.Fail = nil
	b.Tap("Plan a visit")
	b.MustSay("Dr. Amin")
	b.Tap("Save")
	b.MustSay("30 Nov 2026")
}

func TestAnUnknownTopicLeavesTheScreenAsItIs(t *testing.T) {
	b := open(t, uitest.Setup{}, kit.Route{Topic: "stress"})
	b.screen.Show(kit.Route{Topic: "no such page"})
	b.MustSay("Brain, gut and skin signal each other all day")
	b.screen.Hide()
	b.screen.MarkStale()
	b.screen.Show(kit.Route{})
	b.MustSay("Brain, gut and skin signal each other all day")
}

func TestALargePageIsWhole(t *testing.T) {
	b := open(t, uitest.Setup{Width: 1280 - railWidth, Height: 2100}, kit.Route{Topic: "stress"})
	if os.Getenv("SKINWARD_SHOTS") != "" {
		b.Shot("guide-whole-page")
	}
	b.MustSay("It does not mean that your skin is your own fault")
}

func BenchmarkOpenPage(b *testing.B) {
	w := uitest.New(b, uitest.Setup{Width: 1280 - railWidth, Height: 800})
	s := guide.New(guide.Deps{Library: library(b), Run: kit.Inline{}, Store: journaltest.NewFake(), Now: func() time.Time { return now }, Dialogs: w.Dialogs})
	w.Open(s, kit.Route{})
	topics := []string{"stress", "probiotics", "hormones", "diet"}
	i := 0
	for b.Loop() {
		s.Show(kit.Route{Topic: topics[i%len(topics)]})
		i++
	}
}
