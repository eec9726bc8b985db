package timeline_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

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

func TestFoundWordsAreMarked(t *testing.T) {
	d := sit(t, uitest.Setup{}, append(few(), journaltest.Note("2026-11-02", "a pillow of\nfeathers, and one more PILLOWCASE 🪶"))...)
	d.screen.Search()
	d.Type("pillow")
	for _, want := range []string{"new |*pillow", "a |*pillow| of feathers, and one more |*PILLOWCASE| 🪶"} {
		if !slices.Contains(styled(d), want) {
			t.Errorf("%q is not among %q", want, styled(d))
		}
	}
	d.screen.Show(kit.Route{Place: kit.PlaceTimeline, Query: "🪶"})
	d.Settle()
	d.MustSay("1 entry on 1 day")
	if want := "a pillow of feathers, and one more PILLOWCASE |*🪶"; !slices.Contains(styled(d), want) {
		t.Errorf("%q is not among %q", want, styled(d))
	}
	for _, query := range []string{"\"", "* OR", "NEAR(", "col:pillow^", "''; --"} {
		d.screen.Show(kit.Route{Place: kit.PlaceTimeline, Query: query})
		d.Settle()
		d.MustNotSay("did not work")
	}
}

// styled returns the texts on the screen, parts between bars, bold ones with *.
func styled(d *desk) []string {
	var out []string
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *kit.Text:
			var parts []string
			for _, run := range test.WidgetRenderer(o).Objects() {
				text, bold := run.(*canvas.Text), ""
				if text.TextStyle.Bold {
					bold = "*"
				}
				parts = append(parts, bold+text.Text)
			}
			out = append(out, strings.Join(parts, "|"))
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				walk(child)
			}
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		}
	}
	walk(d.screen.Content())
	return out
}

func TestPhotosOfADayAreOneLine(t *testing.T) {
	photo := func(clock, site, hash string) *journal.Photo {
		return &journal.Photo{Meta: journaltest.Meta("2026-11-20", clock), Format: "jpeg", Bytes: 9, Width: 3, Height: 4, Site: site, Hash: strings.Repeat(hash, 64)}
	}
	d := sit(t, uitest.Setup{}, append(few(), photo("08:00", "chin", "a"), photo("08:05", "left cheek", "b"), photo("21:00", "chin", "c"))...)
	d.MustSay("8 entries on 4 days", "3 photos", "chin, left cheek", "21:00")
	d.MustNotSay("08:05")
	d.Tap("Skin")
	d.MustSay("3 photos", "5 entries on 3 days")
	d.screen.Show(kit.Route{Place: kit.PlaceTimeline, Query: "cheek"})
	d.Settle()
	d.MustSay("Photo", "1 entry on 1 day") // one photo is no group
}

func TestPhotosOfADayOpenAsPictures(t *testing.T) {
	photo := func(clock, site, hash string) *journal.Photo {
		return &journal.Photo{Meta: journaltest.Meta("2026-11-22", clock), Format: "jpeg", Bytes: 9, Width: 3, Height: 4, Site: site, Hash: strings.Repeat(hash, 64)}
	}
	d := sit(t, uitest.Setup{}, append(few(), photo("08:00", "chin", "a"), photo("08:05", "left cheek", "b"))...)
	d.Key(fyne.KeyDelete) // which of them is asked, none goes
	d.MustSay("2 photos of Sunday 22 November 2026", "08:05 left cheek", "08:00 chin")
	if len(d.done) > 0 {
		t.Fatalf("done %v", d.done)
	}
	d.Key(fyne.KeyReturn) // the first picture has the focus
	if len(d.went) != 1 || d.went[0].Place != kit.PlaceSkin || d.went[0].Record == "" {
		t.Fatalf("went %v", d.went)
	}
	d.MustNotSay("2 photos of")
	d.Tap("2 photos")
	d.Tab(1)
	d.Key(fyne.KeyDelete)
	if len(d.done) != 1 || d.done[0].Before.(*journal.Photo).Site != "chin" {
		t.Fatalf("done %v", d.done)
	}
	d.MustSay("Photo", "6 entries on")
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

// A quiet month, then one with a flare of three days.
func twoMonths() []journal.Record {
	var recs []journal.Record
	for i := range 51 {
		day, severity := journaltest.Day("2026-10-02").Add(i), 3.0
		if i >= 40 && i < 43 {
			severity = 7
		}
		recs = append(recs, journaltest.Skin(day.String(), severity, 0))
	}
	return recs
}

func TestTheMonthIsSummedUpBesideTheOneBefore(t *testing.T) {
	d := sit(t, uitest.Setup{}, twoMonths()...)
	d.MustSay("Nov", "Oct", "21 of 21", "30 of 31", "3 … 7", "3 … 3", "clear", "worst ever",
		"November 2026: middle rating 3, 21 days rated, 3 flare days")
	d.screen.StepDay(-1)
	d.Settle()
	d.MustSay("October 2026: middle rating 3, 30 days rated")
	d.screen.StepDay(-1)
	d.Settle()
	d.MustNotSay("Days rated") // September has none
}

func TestTheCalendarSaysItsDaysUnderThePointer(t *testing.T) {
	d := sit(t, uitest.Setup{}, twoMonths()...)
	d.Hover("12")
	d.MustSay("Thursday 12 November 2026: skin 7 · 1 entry")
	d.Hover("Timeline")
	d.MustSay("Saturday 21 November 2026: skin 3 · 1 entry")
}

func TestAMonthOfTheYearsLeadsThere(t *testing.T) {
	d := sit(t, uitest.Setup{}, journaltest.Years(2, 1)...)
	d.MustSay("2018", "2017", "2016")
	years := d.Find("2017")
	d.TapAt(years.At.X+years.Size.Width+60, years.At.Y+years.Size.Height/2) // two months or three to the right
	d.Settle()
	if texts := strings.Join(d.Texts(), "|"); !strings.Contains(texts, "March 2017") && !strings.Contains(texts, "February 2017") {
		t.Errorf("the calendar shows %v", d.Texts())
	}
	d.Key(fyne.KeyLeft, fyne.KeyReturn)
	d.Settle()
	if !d.Says("January 2017: middle rating") && !d.Says("February 2017: middle rating") {
		t.Errorf("the keyboard leads nowhere: %v", d.Texts())
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
