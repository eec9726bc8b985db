package insights_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"skinward/ui/insights"
	"skinward/ui/kit"
	"skinward/ui/uitest"
)

// held keeps scans under way until they are let go; everything else runs at
// once.
type held struct {
	kit.Inline
	finish    func()
	cancelled []string
}

func (h *held) Run(key string, work func(context.Context) error, done func(error)) {
	if key != "insights scan" {
		h.Inline.Run(key, work, done)
		return
	}
	h.finish = func() { h.Inline.Run(key, work, done) }
}

func (h *held) Cancel(key string) { h.cancelled = append(h.cancelled, key) }

func waiting(t *testing.T, st *study) (*uitest.Window, *insights.Screen, *held) {
	t.Helper()
	w := uitest.New(t, uitest.Setup{})
	run := &held{}
	screen := insights.New(insights.Deps{
		Study: st, Shelf: &shelf{}, Run: run, Dialogs: w.Dialogs, Changed: func() {},
		Navigate: func(kit.Route) {}, Write: func(string, []byte) error { return nil }, Copy: func(string) {},
	})
	w.Open(screen, kit.Route{Place: kit.PlaceInsights})
	return w, screen, run
}

func TestTheLastResultIsShownWhileAFreshOneIsMade(t *testing.T) {
	st := &study{t: t, set: diary(120)}
	if _, err := st.Fresh(context.Background(), insights.Choice{}, func(float64) {}); err != nil {
		t.Fatal(err)
	}
	st.set = diary(240)
	w, _, run := waiting(t, st)
	w.MustSay("Looking at your journal", "Cancel", "120 days")
	run.finish()
	w.Settle()
	w.MustSay("240 days")
	w.MustNotSay("Looking at your journal")
}

func TestAScanCanBeCancelledAndIsMadeAgainLater(t *testing.T) {
	st := &study{t: t, set: diary(120)}
	w, screen, run := waiting(t, st)
	w.Tap("Cancel")
	w.MustNotSay("Looking at your journal")
	if len(run.cancelled) != 1 || run.cancelled[0] != "insights scan" {
		t.Fatalf("cancelled %v", run.cancelled)
	}
	run.finish = nil
	screen.Show(kit.Route{Place: kit.PlaceInsights})
	if run.finish == nil {
		t.Fatal("the next look did not scan")
	}
	run.finish()
	w.Settle()
	w.MustSay("things checked", "Milk")
}

func TestTheCalendarsMonthsMoveTogether(t *testing.T) {
	w, _, _, went := open(t, uitest.Setup{Width: 1280, Height: 2600}, diary(240))
	w.Tap("Overview")
	w.MustSay("June 2026", "July 2026", "August 2026", "days with milk dotted")
	w.Tap("Earlier")
	w.MustSay("May 2026", "June 2026", "July 2026")
	w.MustNotSay("August 2026")
	w.Tap("Later")
	at := w.Find("August 2026")
	w.TapAt(at.At.X+20, at.At.Y+100)
	if len(*went) != 1 || (*went)[0].Place != kit.PlaceToday {
		t.Fatalf("a tap on a day went %v", *went)
	}
	w.Key(fyne.KeyRight)
	w.MustSay(": severity ")
}
