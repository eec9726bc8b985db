package journal_test

import (
	"slices"
	"testing"

	"skinward/app/journal"
	"skinward/app/journal/journaltest"
)

func TestSites(t *testing.T) {
	sites := journal.Sites()
	slices.Sort(sites)
	if n := len(slices.Compact(slices.Clone(sites))); n != len(sites) || n < 30 {
		t.Errorf("%d sites, %d of them different", len(sites), n)
	}
	for _, s := range journal.IntimateSites() {
		if !slices.Contains(sites, s) {
			t.Errorf("%s is no site", s)
		}
	}
	sites[0] = "changed by the caller"
	if slices.Contains(journal.Sites(), "changed by the caller") {
		t.Error("the list of sites is shared")
	}
	if got := journal.Conditions(); !slices.IsSorted(got) || len(got) != 4 {
		t.Errorf("conditions are %v", got)
	}
}

func TestCFUText(t *testing.T) {
	for v, want := range map[float64]string{
		1e10: "10 billion CFU", 2.5e9: "2.5 billion CFU", 1e9: "1 billion CFU", 5e8: "500 million CFU", 1e6: "1 million CFU", 999_999: "999999 CFU", 0: "0 CFU",
	} {
		if got := journal.CFUText(v); got != want {
			t.Errorf("%g is %q, want %q", v, got, want)
		}
	}
}

func TestTrackerBounds(t *testing.T) {
	for _, c := range []struct {
		tracker journal.Tracker
		lo, hi  float64
	}{
		{journal.Tracker{Type: journal.TrackYesNo}, 0, 1},
		{journal.Tracker{Type: journal.TrackMinutes}, 0, 1440},
		{journal.Tracker{Type: journal.TrackNumber}, -1e12, 1e12},
		{journal.Tracker{Type: journal.TrackScale, Min: journal.Some(0.0), Max: journal.Some(5.0)}, 0, 5},
		{journal.Tracker{Type: journal.TrackNumber, Min: journal.Some(0.0)}, 0, 1e12},
	} {
		if lo, hi := c.tracker.Bounds(); lo != c.lo || hi != c.hi {
			t.Errorf("%s takes %g to %g, want %g to %g", c.tracker.Type, lo, hi, c.lo, c.hi)
		}
	}
}

func TestAlignments(t *testing.T) {
	a, b := journaltest.ID(1), journaltest.ID(2)
	p := &journal.Photo{}
	p.SetAlignment(journal.Alignment{Onto: a, Scale: 1})
	p.SetAlignment(journal.Alignment{Onto: b, Scale: 2})
	before := p.Clone().(*journal.Photo)
	p.SetAlignment(journal.Alignment{Onto: a, Scale: 3})
	if got, ok := p.AlignmentOnto(a); !ok || got.Scale != 3 || len(p.Alignments) != 2 {
		t.Errorf("onto a: %v, %v of %d", got, ok, len(p.Alignments))
	}
	p.DropAlignment(b)
	if _, ok := p.AlignmentOnto(b); ok || len(p.Alignments) != 1 {
		t.Errorf("b is still there: %v", p.Alignments)
	}
	if got, ok := before.AlignmentOnto(a); !ok || got.Scale != 1 || len(before.Alignments) != 2 {
		t.Errorf("a copy changed too: %v", before.Alignments)
	}
}
