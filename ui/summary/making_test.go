package summary_test

import (
	"context"
	"strings"
	"testing"

	"skinward/ui/kit"
	"skinward/ui/summary"
	"skinward/ui/uitest"
)

// held keeps the making of the page under way until it is let go; everything
// else runs at once.
type held struct {
	kit.Inline
	finish    func()
	cancelled int
}

func (h *held) Run(key string, work func(context.Context) error, done func(error)) {
	if key != "summary page" {
		h.Inline.Run(key, work, done)
		return
	}
	h.finish = func() { h.Inline.Run(key, work, done) }
}

func (h *held) Cancel(key string) {
	if key == "summary page" {
		h.cancelled++
	}
}

func waiting(t *testing.T) (*desk, *uitest.Window, *summary.Screen, *held) {
	t.Helper()
	d, run := newDesk(t, 120), &held{}
	w := uitest.New(t, uitest.Setup{})
	deps := d.deps(w)
	deps.Run = run
	s := summary.New(deps)
	return d, w.Open(s, kit.Route{Place: kit.PlaceSummary}), s, run
}

func TestThePageUnderWayIsSaid(t *testing.T) {
	_, w, _, run := waiting(t)
	w.MustSay("Making the page", "Cancel")
	w.MustNotSay("page 1 of")
	run.finish()
	w.Settle()
	w.MustSay("page 1 of")
	w.MustNotSay("Making the page")
}

func TestThePageBeforeStaysWhileAnotherIsMade(t *testing.T) {
	d, w, _, run := waiting(t)
	run.finish()
	w.Settle()
	w.Tap("6 months")
	w.MustSay("Making the page", "page 1 of")
	run.finish()
	w.Settle()
	w.MustNotSay("Making the page")
	if n := len(d.asked); n != 2 {
		t.Errorf("made %d times", n)
	}
}

func TestMakingCanBeCancelledAndBegunAgain(t *testing.T) {
	_, w, s, run := waiting(t)
	w.Tap("Cancel")
	if run.cancelled == 0 {
		t.Error("it goes on")
	}
	w.MustSay("The page was not made")
	w.Tap("Make the page")
	w.MustSay("Making the page")
	run.finish()
	w.Settle()
	w.MustSay("page 1 of")
	w.Tap("6 months")
	w.Tap("Cancel")
	w.MustSay("page 1 of")
	w.MustNotSay("Making the page")
	s.Show(kit.Route{Place: kit.PlaceSummary}) // the days chosen still have no page
	w.MustSay("Making the page")
}

// The page is there before its links, and leaves the program only with them.
func TestTheLinksFollowThePage(t *testing.T) {
	d, w, _, run := waiting(t)
	d.slow = true
	run.finish()
	w.Settle()
	w.MustSay("Working out the links", "page 1 of")
	if n := len(d.asked); n != 0 {
		t.Fatalf("searched %d times", n)
	}
	d.pages(w, false)
	w.Tap("Letter") // draws again, and has the search go on
	w.MustSay("Working out the links")
	run.finish()
	w.Settle()
	w.MustNotSay("Working out the links")
	d.pages(w, true)
	if n := len(d.asked); n != 1 {
		t.Errorf("searched %d times", n)
	}
	if !strings.Contains(d.copied, "looked at:") {
		t.Errorf("the page has no links: %s", d.copied)
	}
}

func TestASearchThatIsStoppedIsSaidOnThePage(t *testing.T) {
	d, w, s, run := waiting(t)
	d.slow = true
	run.finish()
	w.Settle()
	w.Tap("Cancel")
	w.MustNotSay("Working out the links")
	d.pages(w, true)
	if !strings.Contains(d.copied, "Not worked out: the search was stopped.") {
		t.Errorf("the page does not say it: %s", d.copied)
	}
	s.Show(kit.Route{Place: kit.PlaceSummary})
	w.MustSay("Making the page")
}

// pages checks whether the page can leave the program, by its text.
func (d *desk) pages(w *uitest.Window, may bool) {
	d.t.Helper()
	d.copied = ""
	w.Tap("Copy as text")
	if (d.copied != "") != may {
		d.t.Errorf("the page left the program: %v", d.copied != "")
	}
}
