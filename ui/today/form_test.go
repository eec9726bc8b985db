package today_test

import (
	"context"
	"reflect"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/app/journal/journaltest"
	"skinward/ui/kit"
	"skinward/ui/uitest"
)

// noForm are the kinds that Today does not write: a verdict is what Insights
// found.
var noForm = map[journal.Kind]bool{journal.KindVerdict: true}

// doors open the form of what is not in the day's list.
var doors = map[journal.Kind]func(d *desk){
	journal.KindTracker: func(d *desk) { d.Tap("Trackers"); d.Tap("Steps") },
	journal.KindProfile: func(d *desk) { d.Tap("Profile") },
	journal.KindFood:    func(d *desk) { d.Tap("Foods and tags"); d.Tap("Sourdough") },
}

// pastDay is the day of journaltest.Examples.
const pastDay = "2026-02-03"

// openExample shows the day of the examples and opens the form of a kind.
func openExample(t *testing.T, setup uitest.Setup, kind journal.Kind) (*desk, journal.Record) {
	t.Helper()
	d := sit(t, setup, journaltest.Examples()...)
	var r journal.Record
	log, err := d.store.All(context.Background(), kind)
	if err != nil || len(log) != 1 {
		t.Fatalf("%d examples of %s: %v", len(log), kind, err)
	}
	r = log[0]
	openForm(d, r)
	return d, r
}

// openForm goes to a record's form as a person would.
func openForm(d *desk, r journal.Record) {
	route := kit.Route{Place: kit.PlaceToday, Day: journaltest.Day(pastDay)}
	open := doors[r.Kind()]
	if open == nil {
		route.Record = string(r.Base().ID)
	}
	d.screen.Show(route)
	d.Settle()
	if open != nil {
		open(d)
	}
}

// A form that is opened and saved untouched must give back every field.
// Then it is filled, and what was typed is read back.
func TestEveryFormKeepsWhatItDoesNotChangeAndTakesAnEdit(t *testing.T) {
	typed := edits()
	for _, kind := range journal.Kinds() {
		if noForm[kind] {
			continue
		}
		d, before := openExample(t, uitest.Setup{Height: 1700, Width: 1084}, kind)
		d.Shot("form-" + string(kind))
		if cut := d.CutTexts(); len(cut) > 0 {
			t.Errorf("%s: cut %q", kind, cut)
		}
		d.Tap("Save")
		if d.Says("Cancel") {
			t.Errorf("%s was not saved: %q", kind, d.Texts())
			continue
		}
		after, err := d.store.Get(context.Background(), kind, before.Base().ID)
		if err != nil {
			t.Fatal(err)
		}
		after.Base().Changed = before.Base().Changed
		after.Base().At, before.Base().At = after.Base().At.UTC(), before.Base().At.UTC()
		if !reflect.DeepEqual(after, before) {
			t.Errorf("%s changed from\n%+v to\n%+v", kind, before, after)
		}
		if e, ok := typed[kind]; ok {
			openForm(d, after)
			d.change(t, kind, before.Base().ID, e)
		}
	}
}

// edits are one answer of each form, as typed, and how the journal tells it.
func edits() map[journal.Kind]edit {
	num := func(v journal.Maybe[float64]) string {
		x, ok := v.Get()
		if !ok {
			return ""
		}
		return strings.TrimSuffix(strings.TrimRight(time.Duration(x*float64(time.Second)).String(), "s"), ".0")
	}
	return map[journal.Kind]edit{
		journal.KindMeal:         {"Foods, with commas", "2 large apple, no egg", "2 apple (large), no egg", func(r journal.Record) string { return r.Detail() }},
		journal.KindCourse:       {"Strain code", "DSM 17938", "", func(r journal.Record) string { return r.(*journal.Course).Strain }},
		journal.KindTreatment:    {"Strength", "2.5 %", "", func(r journal.Record) string { return r.(*journal.Treatment).Strength }},
		journal.KindDose:         {"How much; empty is taken, dose not recorded", "half", "", func(r journal.Record) string { return r.(*journal.Dose).Amount }},
		journal.KindPractice:     {"Minutes", "35", "35 min", func(r journal.Record) string { return r.Detail() }},
		journal.KindSleep:        {"Hours", "6.5", "Sleep 6.5 h", func(r journal.Record) string { return r.Title() }},
		journal.KindWater:        {"Millilitres", "900", "900 ml", func(r journal.Record) string { return r.Detail() }},
		journal.KindCycle:        {"Day of the cycle", "3", "Cycle day 3", func(r journal.Record) string { return r.Title() }},
		journal.KindSkinCheck:    {"Inflamed spots, about", "9", "", func(r journal.Record) string { return num(r.(*journal.SkinCheck).Spots) }},
		journal.KindPhoto:        {"Light", "lamp", "", func(r journal.Record) string { return r.(*journal.Photo).Light }},
		journal.KindTracker:      {"Unit", "paces", "", func(r journal.Record) string { return r.(*journal.Tracker).Unit }},
		journal.KindTrackerValue: {"Steps (steps)", "0", "0 steps", func(r journal.Record) string { return r.Detail() }},
		journal.KindNote:         {"Note", "new words", "", func(r journal.Record) string { return r.Base().Note }},
		journal.KindAppointment:  {"Where", "Room 4", "", func(r journal.Record) string { return r.(*journal.Appointment).Place }},
		journal.KindProfile:      {"Name", "Grace", "", func(r journal.Record) string { return r.(*journal.Profile).Name }},
		journal.KindAvoidance:    {"Why", "a try", "", func(r journal.Record) string { return r.(*journal.Avoidance).Why }},
		journal.KindScore:        {"Total", "0", "POEM 0", func(r journal.Record) string { return r.Title() }},
		journal.KindFood:         {"Own tags", "bakery", "bakery, gluten", func(r journal.Record) string { return r.Detail() }},
	}
}

// edit is an answer that is typed below a label; want is "" where it is told
// as it was typed.
type edit struct {
	label, text, want string
	got               func(r journal.Record) string
}

// change types an edit into the open form and reads it back.
func (d *desk) change(t *testing.T, kind journal.Kind, id journal.ID, e edit) {
	t.Helper()
	d.overwrite(e.label, e.text)
	d.Tap("Save")
	after, err := d.store.Get(context.Background(), kind, id)
	if err != nil {
		t.Fatal(err)
	}
	want := e.want
	if want == "" {
		want = e.text
	}
	if got := e.got(after); got != want {
		t.Errorf("%s: %q, want %q; the window says %q", kind, got, want, d.Texts())
	}
}

// overwrite replaces the text of the field below a label.
func (d *desk) overwrite(label, text string) {
	l := d.Find(label)
	d.TapAt(l.At.X+12, l.At.Y+l.Size.Height+18) // the control lies below its name
	if e, ok := d.Canvas().Focused().(*kit.Entry); ok {
		e.SetText("")
	}
	d.Type(text)
}

func TestEveryEntryOfADayCanBeDeletedFromTheList(t *testing.T) {
	for _, kind := range journal.Kinds() {
		if noForm[kind] || doors[kind] != nil {
			continue
		}
		var recs []journal.Record
		var r journal.Record
		for _, x := range journaltest.Examples() {
			if x.Kind() == kind {
				r = x
				recs = append(recs, x)
			} else if x.Kind() == journal.KindCourse || x.Kind() == journal.KindTracker { // owners, on another day
				x.Base().Day, x.Base().At = x.Base().Day.Add(-1), time.Time{}
				recs = append(recs, x)
			}
		}
		d := sit(t, uitest.Setup{}, recs...)
		d.screen.Show(kit.Route{Place: kit.PlaceToday, Day: journaltest.Day(pastDay)})
		d.Settle()
		for range 200 {
			d.Tab(1)
			if row, ok := d.Canvas().Focused().(*kit.ListRow); ok && row.OnDelete != nil {
				break
			}
		}
		d.Key(fyne.KeyDelete)
		after, err := d.store.Get(context.Background(), kind, r.Base().ID)
		if err != nil {
			t.Fatal(err)
		}
		if !after.Base().IsDeleted() {
			t.Errorf("%s %q is still there: %q", kind, r.Title(), d.Texts())
		}
		if n := len(d.done); n != 1 || d.done[n-1].Verb() != "deleted" {
			t.Errorf("%s: the window heard of %d changes", kind, n)
		}
	}
}

func TestLargeFormsAreCutNowhere(t *testing.T) {
	for name, setup := range map[string]uitest.Setup{"1024": {Width: 828, Height: 700}, "160": {Width: 1084, Height: 800, TextScale: 1.6}} {
		for _, kind := range []journal.Kind{journal.KindSkinCheck, journal.KindDigestion, journal.KindMeal, journal.KindFood, journal.KindTracker} {
			d, _ := openExample(t, setup, kind)
			d.Shot("form-" + string(kind) + "-" + name)
			if cut := d.CutTexts(); len(cut) > 0 {
				t.Errorf("%s at %s: cut %q", kind, name, cut)
			}
		}
	}
}
