package timeline_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/app/journal/journaltest"
	"skinward/ui/kit"
	"skinward/ui/timeline"
	"skinward/ui/uitest"
)

type desk struct {
	*uitest.Window
	screen *timeline.Screen
	went   []kit.Route
	done   []journal.Change
}

func sit(t testing.TB, setup uitest.Setup, recs ...journal.Record) *desk {
	t.Helper()
	d := &desk{Window: uitest.New(t, setup)}
	now := time.Date(2026, time.November, 21, 12, 40, 0, 0, time.UTC)
	d.screen = timeline.New(timeline.Deps{
		Store: journaltest.NewFake(recs...), Now: func() time.Time { return now }, Run: kit.Inline{}, Dialogs: d.Dialogs,
		Navigate: func(r kit.Route) { d.went = append(d.went, r) },
		Done:     func(c ...journal.Change) { d.done = append(d.done, c...) },
		Window:   func() fyne.Window { return d.Window.Window },
	})
	d.Open(d.screen, kit.Route{Place: kit.PlaceTimeline})
	return d
}

func few() []journal.Record {
	return []journal.Record{
		journaltest.Meal("2026-11-21", "08:10", journal.Breakfast, "rye bread", "egg"),
		journaltest.Skin("2026-11-21", 6, 4),
		journaltest.Stress("2026-11-20", 3),
		journaltest.Note("2026-11-18", "new pillow"),
		journaltest.Skin("2026-10-02", 2, 1),
	}
}

func TestNewestDayComesFirst(t *testing.T) {
	d := sit(t, uitest.Setup{}, few()...)
	d.MustSay("Saturday 21 November 2026", "skin 6 · 2 entries", "Breakfast", "rye bread, egg", "5 entries on 4 days")
	texts := strings.Join(d.Texts(), "|")
	if strings.Index(texts, "Saturday 21 November 2026") > strings.Index(texts, "Wednesday 18 November 2026") {
		t.Error("an older day stands first")
	}
}

func TestEmptyTimelineTeaches(t *testing.T) {
	d := sit(t, uitest.Setup{})
	d.Tap("Write down today")
	if len(d.went) != 1 || d.went[0].Place != kit.PlaceToday {
		t.Errorf("went %v", d.went)
	}
}

func TestFilterKeepsItsKind(t *testing.T) {
	d := sit(t, uitest.Setup{}, few()...)
	d.Tap("Meals")
	d.MustSay("1 entry on 1 day", "Breakfast")
	d.MustNotSay("Stress 3")
	d.Tap("Body")
	d.MustSay("Nothing of this kind yet")
}

func TestSearchFinds(t *testing.T) {
	d := sit(t, uitest.Setup{}, few()...)
	d.screen.Search()
	d.Type("pillow")
	d.MustSay("Note", "1 entry on 1 day")
	d.MustNotSay("Breakfast")
	d.Type("zzz")
	d.MustSay("Nothing found")
}

func TestKeyboardOpensAndDeletes(t *testing.T) {
	d := sit(t, uitest.Setup{}, few()...)
	d.Key(fyne.KeyDown, fyne.KeyReturn)
	if len(d.went) != 1 || d.went[0].Day.String() != "2026-11-21" || d.went[0].Record == "" {
		t.Fatalf("went %v", d.went)
	}
	d.Key(fyne.KeyDelete)
	if len(d.done) != 1 || d.done[0].Verb() != "deleted" {
		t.Fatalf("done %v", d.done)
	}
	d.MustSay("4 entries on")
}

func TestDeletingKeepsThePlaceInTheList(t *testing.T) {
	d := sit(t, uitest.Setup{}, journaltest.Years(1, 1)...)
	far := func() string {
		texts := strings.Join(d.Texts(), "|")
		if strings.Contains(texts, "20 November 2017") { // the 21st stands below the calendar too
			return "at the top"
		}
		return "further down"
	}
	if far() != "at the top" {
		t.Fatal("the list did not open at its top")
	}
	for range 8 {
		d.Key(fyne.KeyPageDown)
	}
	if far() != "further down" {
		t.Fatal("the list did not move")
	}
	d.Key(fyne.KeyDelete)
	if len(d.done) != 1 {
		t.Fatalf("%d changes", len(d.done))
	}
	if far() != "further down" {
		t.Error("the list jumped to its top")
	}
	d.Key(fyne.KeyDelete) // the entry that came up is marked
	if len(d.done) != 2 {
		t.Errorf("%d changes after the second", len(d.done))
	}
	d.screen.MarkStale()
	d.screen.Show(kit.Route{Place: kit.PlaceTimeline})
	d.Settle()
	if far() != "further down" {
		t.Error("coming back lost the place")
	}
}

func TestRouteWithADayGoesThere(t *testing.T) {
	d := sit(t, uitest.Setup{Height: 420, Width: 1084}, journaltest.Years(1, 1)...)
	day := journaltest.Day("2026-11-21").Add(-200)
	d.screen.Show(kit.Route{Place: kit.PlaceTimeline, Day: day})
	d.Settle()
	found := len(d.went) == 1 && d.went[0].Day == day || d.Says(kit.CurrentDates().LongYear(day))
	if !found {
		t.Errorf("%s is not shown: %v", day, d.Texts())
	}
}

func TestPicturesAndNothingCut(t *testing.T) {
	for _, c := range []struct {
		name  string
		setup uitest.Setup
		recs  []journal.Record
	}{
		{"timeline", uitest.Setup{Width: 1084, Height: 800}, journaltest.Years(1, 1)},
		{"timeline-dark", uitest.Setup{Width: 828, Height: 700, Dark: true}, journaltest.Years(1, 1)},
		{"timeline-empty", uitest.Setup{Width: 1084, Height: 800}, nil},
		{"timeline-160", uitest.Setup{Width: 1084, Height: 800, TextScale: 1.6}, journaltest.Years(1, 1)},
	} {
		d := sit(t, c.setup, c.recs...)
		d.Shot(c.name)
		if cut := d.CutTexts(); len(cut) > 0 {
			t.Errorf("%s: cut %s", c.name, strings.Join(cut, " | "))
		}
	}
}

// Ten years open at once; 150 ms is the bound.
func BenchmarkOpenTenYears(b *testing.B) {
	d := sit(b, uitest.Setup{}, journaltest.Years(10, 1)...)
	for b.Loop() {
		d.screen.MarkStale()
		d.screen.Show(kit.Route{Place: kit.PlaceTimeline})
	}
}

func TestTheCalendarOpensOnTheNewestMonthWithEntries(t *testing.T) {
	for _, c := range []struct {
		name string
		recs []journal.Record
		want string
	}{
		{"a diary that ended years ago", []journal.Record{journaltest.Skin("2017-03-09", 4, 1), journaltest.Skin("2016-12-01", 4, 1)}, "March 2017"},
		{"a visit to come does not count", []journal.Record{journaltest.Skin("2026-10-02", 4, 1), journaltest.Note("2027-02-01", "visit")}, "October 2026"},
		{"an empty journal", nil, "November 2026"},
	} {
		t.Run(c.name, func(t *testing.T) {
			sit(t, uitest.Setup{}, c.recs...).MustSay(c.want)
		})
	}
}
