package journal_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"skinward/app/journal"
	"skinward/app/journal/journaltest"
)

func TestKindsAreComplete(t *testing.T) {
	seen := map[journal.Kind]bool{}
	for _, k := range journal.Kinds() {
		r := journal.New(k)
		if r == nil || r.Kind() != k || seen[k] {
			t.Errorf("kind %s: %v, seen before: %v", k, r, seen[k])
		}
		seen[k] = true
	}
	if len(seen) != 22 {
		t.Errorf("%d kinds", len(seen))
	}
	if journal.New("wardrobe") != nil || journal.New(journal.KindSettings) != nil {
		t.Error("what is no record can be made")
	}
	order := map[journal.Kind]int{}
	for i, k := range journal.Kinds() {
		order[k] = i
	}
	if order[journal.KindDose] < order[journal.KindCourse] || order[journal.KindDose] < order[journal.KindTreatment] ||
		order[journal.KindTrackerValue] < order[journal.KindTracker] {
		t.Error("something comes before what it refers to")
	}
}

func TestEveryKindIsValidWithAllFields(t *testing.T) {
	for _, r := range journaltest.Examples() {
		if err := r.Validate(); err != nil {
			t.Errorf("%s: %v", r.Kind(), err)
		}
		v := reflect.ValueOf(r).Elem()
		for i := range v.NumField() {
			if v.Field(i).IsZero() {
				switch name := v.Type().Field(i).Name; name {
				case "Treatment", "MergedInto": // of a dose and a tracker, which the example leaves open
				default:
					t.Errorf("%s: the example leaves %s open", r.Kind(), name)
				}
			}
		}
	}
}

func TestJSONRoundTrip(t *testing.T) {
	for _, r := range journaltest.Examples() {
		b, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		back := journal.New(r.Kind())
		d := json.NewDecoder(strings.NewReader(string(b)))
		d.DisallowUnknownFields()
		if err := d.Decode(back); err != nil {
			t.Errorf("%s: %v", r.Kind(), err)
		}
		back.Base().At = back.Base().At.In(r.Base().At.Location())
		if !reflect.DeepEqual(back, r) {
			t.Errorf("%s came back as %s", b, journaltest.Text(back))
		}
	}
}

// What was not recorded is never written as a zero.
func TestJSONLeavesOutWhatIsOpen(t *testing.T) {
	skin := &journal.SkinCheck{Meta: journaltest.Meta("2026-11-20", ""), Itch: journal.Some(0.0)}
	if got, want := journaltest.Text(skin), `{"id":"","day":"2026-11-20","source":"entered","itch":0}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	sleep := &journal.Sleep{Meta: journaltest.Meta("2026-11-20", "07:00"), Woken: journal.No}
	if got, want := journaltest.Text(sleep), `{"id":"","day":"2026-11-20","at":"2026-11-20T07:00:00+01:00","source":"entered","woken":"no"}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestCloneSharesNothing(t *testing.T) {
	for _, r := range journaltest.Examples() {
		want := journaltest.Text(r)
		c := r.Clone()
		if journaltest.Text(c) != want || c.Kind() != r.Kind() {
			t.Errorf("%s: the clone differs", r.Kind())
		}
		scramble(reflect.ValueOf(c).Elem())
		if got := journaltest.Text(r); got != want {
			t.Errorf("%s: changing the clone changed the original to %s", r.Kind(), got)
		}
	}
}

// scramble changes every element of every slice and map of a record.
func scramble(v reflect.Value) {
	for i := range v.NumField() {
		switch f := v.Field(i); f.Kind() {
		case reflect.Slice:
			for j := range f.Len() {
				f.Index(j).SetZero()
			}
		case reflect.Pointer:
			f.Elem().SetZero()
		case reflect.Map:
			f.Clear()
		}
	}
}

func TestTitles(t *testing.T) {
	want := map[journal.Kind][2]string{
		journal.KindMeal:         {"Lunch", "2 Oat porridge (large), Jalapeño (small), no Milk"},
		journal.KindCourse:       {"Kefir capsules", "Lacticaseibacillus rhamnosus GG · 10 billion CFU · 2026-02-03 to 2026-03-01"},
		journal.KindTreatment:    {"Hydrocortisone 1 %", "left cheek, chin · as needed · 2026-02-03 to 2026-02-20"},
		journal.KindDose:         {"Kefir capsules", "1 capsule"},
		journal.KindStress:       {"Stress 6.5", "work, travel"},
		journal.KindPractice:     {"Meditation", "20 min"},
		journal.KindSleep:        {"Sleep 7.25 h", "quality 6, not woken by skin"},
		journal.KindWater:        {"Water", "1250 ml"},
		journal.KindDigestion:    {"Stool form 4", "bloating 3, pain 0"},
		journal.KindCycle:        {"Cycle day 14", "no bleeding"},
		journal.KindSkinCheck:    {"Skin 4, itch 0, spots 12", "left cheek 5, chin, redness 2, got in the way 3"},
		journal.KindPhoto:        {"Photo", "left cheek"},
		journal.KindTracker:      {"Steps", "steps"},
		journal.KindTrackerValue: {"Steps", "8042 steps"},
		journal.KindNote:         {"Note", ""},
		journal.KindAppointment:  {"Dr Okafor", "Skin clinic, review"},
		journal.KindProfile:      {"Profile", "atopic eczema"},
		journal.KindAvoidance:    {"Without milk", "2026-02-03 to 2026-04-01 · advice: dietitian"},
		journal.KindScore:        {"POEM 12", "of 28 · myself"},
		journal.KindDayMark:      {"Ordinary day", "meals complete, no food"},
		journal.KindFood:         {"Sourdough", "gluten"},
		journal.KindVerdict:      {"milk and severity", "likely"},
	}
	for _, r := range journaltest.Examples() {
		if got := [2]string{r.Title(), r.Detail()}; got != want[r.Kind()] {
			t.Errorf("%s: got %q, want %q", r.Kind(), got, want[r.Kind()])
		}
	}
	// A record that is being filled in has words too.
	for _, k := range journal.Kinds() {
		r := journal.New(k)
		if k != journal.KindTracker && k != journal.KindCourse && k != journal.KindTreatment && k != journal.KindFood && r.Title() == "" {
			t.Errorf("an empty %s has no title", k)
		}
		_ = r.Detail()
	}
}

func TestChange(t *testing.T) {
	added := journaltest.Note("2026-11-20", "one")
	added.ID, added.Changed = journaltest.ID(1), time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	edited := added.Clone().(*journal.Note)
	edited.Note = "two"
	deleted := edited.Clone().(*journal.Note)
	deleted.Deleted = added.Changed.Add(time.Hour)
	for _, c := range []struct {
		change        journal.Change
		verb, inverse string
		after         string
		gone          bool
	}{
		{journal.Change{After: added}, "added", "deleted", "one", true},
		{journal.Change{Before: added, After: edited}, "changed", "changed", "one", false},
		{journal.Change{Before: edited, After: deleted}, "deleted", "restored", "two", false},
		{journal.Change{Before: deleted, After: edited}, "restored", "deleted", "two", true},
	} {
		if got := c.change.Verb(); got != c.verb {
			t.Errorf("%s is called %s", c.verb, got)
		}
		inverse := c.change.Inverse()
		if got := inverse.Verb(); got != c.inverse {
			t.Errorf("the inverse of %s is called %s, want %s", c.verb, got, c.inverse)
		}
		b := inverse.After.Base()
		if b.ID != added.ID || b.Note != c.after || b.IsDeleted() != c.gone {
			t.Errorf("the inverse of %s leads to %s", c.verb, journaltest.Text(inverse.After))
		}
		if c.change.Before != nil && !reflect.DeepEqual(inverse.Inverse().After, c.change.After) {
			t.Errorf("the inverse of the inverse of %s leads elsewhere", c.verb)
		}
	}
	if added.IsDeleted() {
		t.Error("Inverse touched the change")
	}
}

func TestLog(t *testing.T) {
	late, early, timeless := journaltest.Meal("2026-11-20", "19:00", journal.Dinner, "a"), journaltest.Meal("2026-11-20", "08:00", journal.Breakfast, "a"), journaltest.Note("2026-11-20", "x")
	before, after := journaltest.Skin("2026-11-19", 1, 1), journaltest.Skin("2026-11-21", 1, 1)
	second := journaltest.Meal("2026-11-20", "08:00", journal.Snack, "a")
	early.ID, second.ID = journaltest.ID(1), journaltest.ID(2)
	l := journal.Log{after, second, late, early, timeless, before}
	l.Sort()
	if want := (journal.Log{before, timeless, early, second, late, after}); !reflect.DeepEqual(l, want) {
		t.Errorf("order is %v", l)
	}
	if got := journal.Select[*journal.Meal](l); !reflect.DeepEqual(got, []*journal.Meal{early, second, late}) {
		t.Errorf("meals are %v", got)
	}
	if got := journal.Select[*journal.Water](l); len(got) != 0 {
		t.Errorf("waters are %v", got)
	}
}

func TestActiveOn(t *testing.T) {
	d := journaltest.Day
	for name, on := range map[string]func(start, stop, day journal.Day) bool{
		"course": func(a, b, day journal.Day) bool {
			return (&journal.Course{Meta: journal.Meta{Day: a}, Stop: b}).ActiveOn(day)
		},
		"treatment": func(a, b, day journal.Day) bool {
			return (&journal.Treatment{Meta: journal.Meta{Day: a}, Stop: b}).ActiveOn(day)
		},
		"avoidance": func(a, b, day journal.Day) bool {
			return (&journal.Avoidance{Meta: journal.Meta{Day: a}, Until: b}).ActiveOn(day)
		},
	} {
		a, b := d("2026-11-10"), d("2026-11-12")
		for iso, want := range map[string]bool{"2026-11-09": false, "2026-11-10": true, "2026-11-12": true, "2026-11-13": false} {
			if got := on(a, b, d(iso)); got != want {
				t.Errorf("%s active on %s: %v", name, iso, got)
			}
		}
		if !on(a, journal.Day{}, d("2099-01-01")) {
			t.Errorf("%s without an end is over", name)
		}
	}
}

func TestIDsSortByTime(t *testing.T) {
	last := journal.ID("")
	for range 1000 {
		id := journal.NewID()
		if id <= last || len(id) != 36 {
			t.Fatalf("%s after %s", id, last)
		}
		last = id
	}
}
