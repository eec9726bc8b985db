package today_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"skinward/app/food"
	"skinward/app/guide"
	"skinward/app/journal"
	"skinward/app/journal/journaltest"
	"skinward/assets"
	"skinward/ui/kit"
	"skinward/ui/today"
	"skinward/ui/uitest"
)

// larder is a small stand-in for what the food catalogue knows.
type larder struct{}

func (larder) Read(line string) []journal.MealItem { return food.ReadLine(line) }

func (larder) Complete(typed string, _ journal.Slot, limit int) []today.Suggestion {
	var out []today.Suggestion
	for _, s := range []today.Suggestion{{"blue", "", 1}, {"blueberries", "fibre · antioxidants", 31}, {"blueberry muffin", "sugar · gluten · egg", 2}} {
		if strings.HasPrefix(s.Name, strings.ToLower(typed)) && len(out) < limit {
			out = append(out, s)
		}
	}
	return out
}

func (larder) Knows(name string) bool { return name == "rye bread" || name == "blueberries" }

func (larder) Tags(food string) []string {
	return map[string][]string{"rye bread": {"gluten", "fibre"}, "egg": {"egg"}, "coffee": {"caffeine"}}[food]
}

func (larder) TagsOf(food string) []today.FoodTag {
	gluten := "no"
	if food == "rye bread" {
		gluten = "yes"
	}
	return []today.FoodTag{{"dairy", "Dairy", "no", today.Judged}, {"gluten", "Gluten", gluten, today.Disputed}}
}

func (larder) Untagged(int) []string { return []string{"teff flatbread"} }

func (larder) Estimate(items []journal.MealItem) string {
	if len(items) == 0 {
		return ""
	}
	return "Estimated from usual portions of 3 of 3 foods: fibre 8.2 g, free sugar 1 g."
}

func (larder) Refresh(context.Context) error { return nil }

// runner works for the screen; a test may put another in its place.
var runner kit.Runner = kit.Inline{}

// desk is the screen over a journal in memory, on 21 November 2026 at 12:40.
type desk struct {
	*uitest.Window
	screen *today.Screen
	store  *journaltest.Fake
	done   []journal.Change
	steps  int // changes reported together
	later  []func()
	wait   func(by time.Duration)
	photos int
}

func sit(t *testing.T, setup uitest.Setup, recs ...journal.Record) *desk {
	t.Helper()
	return sitWith(t, setup, journal.DefaultSettings(), recs...)
}

func sitWith(t *testing.T, setup uitest.Setup, settings journal.Settings, recs ...journal.Record) *desk {
	t.Helper()
	return sitDown(t, setup, false, settings, recs...)
}

// sitDown opens the screen, with the day read ahead where a start is meant.
func sitDown(t *testing.T, setup uitest.Setup, ahead bool, settings journal.Settings, recs ...journal.Record) *desk {
	t.Helper()
	w := uitest.New(t, setup)
	d := &desk{Window: w, store: journaltest.NewFake(recs...)}
	if err := d.store.SaveSettings(context.Background(), settings); err != nil {
		t.Fatal(err)
	}
	body, err := guide.ReadBodyFigure(assets.Art())
	if err != nil {
		t.Fatal(err)
	}
	night, err := guide.ReadNight(assets.Art())
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, time.November, 21, 12, 40, 0, 0, time.FixedZone("CET", 3600))
	d.wait = func(by time.Duration) { now = now.Add(by) }
	var read *today.Ahead
	if ahead {
		if read, err = today.ReadAhead(context.Background(), d.store, settings, now); err != nil {
			t.Fatal(err)
		}
	}
	d.screen = today.New(today.Deps{
		Store: d.store, Ahead: read, Foods: larder{}, Body: body, Art: assets.Art(), Night: night,
		Now: func() time.Time { return now }, Run: runner, Dialogs: w.Dialogs,
		Navigate: func(kit.Route) {},
		Done:     func(c ...journal.Change) { d.done, d.steps = append(d.done, c...), d.steps+1 },
		AddPhoto: func(journal.Day) { d.photos++ },
		After:    func(_ time.Duration, do func()) { d.later = append(d.later, do) },
		Window:   func() fyne.Window { return w.Window },
	})
	w.Open(d.screen, kit.Route{Place: kit.PlaceToday})
	return d
}

// stored returns the live records of a kind.
func stored[T journal.Record](t *testing.T, d *desk, kind journal.Kind) []T {
	t.Helper()
	log, err := d.store.All(context.Background(), kind)
	if err != nil {
		t.Fatal(err)
	}
	return journal.Select[T](log)
}

func TestYesterdayIsFilledInTheSameWay(t *testing.T) {
	d := sit(t, uitest.Setup{})
	d.screen.StepDay(-1)
	d.MustSay("Friday 20 November")
	d.screen.Show(kit.Route{Place: kit.PlaceToday, Focus: "", Day: journaltest.Day("2026-11-20")})
	d.Type("x")
	skin := stored[*journal.SkinCheck](t, d, journal.KindSkinCheck)
	if len(skin) != 1 || skin[0].Severity.Or(-1) != 10 || skin[0].Day.String() != "2026-11-20" || !skin[0].At.IsZero() {
		t.Fatalf("%+v", skin)
	}
	if skin[0].Source != journal.Entered {
		t.Errorf("the day before counts as %q", skin[0].Source)
	}
	d.screen.StepDay(-3)
	d.screen.Show(kit.Route{Place: kit.PlaceToday})
	d.Type("2")
	all := stored[*journal.SkinCheck](t, d, journal.KindSkinCheck)
	if all[0].Source != journal.Remembered {
		t.Errorf("four days later counts as %q", all[0].Source)
	}
}

func TestFutureStaysClosed(t *testing.T) {
	d := sit(t, uitest.Setup{})
	d.screen.StepDay(1)
	d.MustSay("Saturday 21 November")
}

func TestScaleCanBeTakenBack(t *testing.T) {
	d := sit(t, uitest.Setup{})
	d.Type("6")
	d.Key(fyne.KeyDelete)
	if skin := stored[*journal.SkinCheck](t, d, journal.KindSkinCheck); len(skin) != 0 {
		t.Errorf("an emptied check stayed: %+v", skin[0])
	}
	d.Type("5")
	if skin := stored[*journal.SkinCheck](t, d, journal.KindSkinCheck); len(skin) != 1 || skin[0].Severity.Or(-1) != 5 {
		t.Errorf("a second answer was lost: %+v", skin)
	}
}

func TestQuickAnswersMakeOneRecord(t *testing.T) {
	d := sit(t, uitest.Setup{})
	for _, r := range "12345" {
		d.Type(string(r))
	}
	if skin := stored[*journal.SkinCheck](t, d, journal.KindSkinCheck); len(skin) != 1 {
		t.Errorf("%d looks at the skin", len(skin))
	}
}

func TestMealsOfOneSittingAreNotAllLunch(t *testing.T) {
	d := sit(t, uitest.Setup{Width: 1084, Height: 1000})
	d.screen.Show(kit.Route{Place: kit.PlaceToday, Focus: kit.FocusMeal})
	for _, line := range []string{"lentil soup", "oat porridge", "apple"} {
		d.Type(line)
		d.Key(fyne.KeyReturn)
	}
	got := map[string]*journal.Meal{}
	for _, m := range stored[*journal.Meal](t, d, journal.KindMeal) {
		got[m.Detail()] = m
	}
	for food, want := range map[string]struct {
		slot journal.Slot
		hour bool
	}{"lentil soup": {journal.Lunch, true}, "oat porridge": {journal.Breakfast, false}, "apple": {journal.Snack, true}} {
		if m := got[food]; m == nil || m.Slot != want.slot || m.At.IsZero() == want.hour {
			t.Errorf("%s: %+v", food, m)
		}
	}
}

func TestMealTakesItsTimeFromTheLine(t *testing.T) {
	d := sit(t, uitest.Setup{})
	d.screen.Show(kit.Route{Place: kit.PlaceToday, Focus: kit.FocusMeal})
	d.Type("07:45 rye bread, egg")
	d.Key(fyne.KeyReturn)
	m := stored[*journal.Meal](t, d, journal.KindMeal)
	if len(m) != 1 || m[0].At.Format("15:04") != "07:45" || m[0].Slot != journal.Breakfast || m[0].Detail() != "rye bread, egg" {
		t.Fatalf("%+v", m)
	}
	d.Type("25:99 lentil soup")
	d.Key(fyne.KeyReturn)
	d.MustSay("\"25:99\" is not a time of day", "25:99 lentil soup")
	if m = stored[*journal.Meal](t, d, journal.KindMeal); len(m) != 1 {
		t.Errorf("%d meals", len(m))
	}
}

func TestRefusedMealStaysTyped(t *testing.T) {
	d := sit(t, uitest.Setup{})
	d.screen.Show(kit.Route{Place: kit.PlaceToday, Focus: kit.FocusMeal})
	paste := func(text string) {
		fyne.CurrentApp().Clipboard().SetContent(text)
		d.Canvas().Focused().(*kit.Entry).TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
	}
	long := strings.Repeat("x", 300)
	paste(long)
	d.Key(fyne.KeyReturn)
	d.MustSay("Food is longer than 200 characters")
	paste(strings.Repeat("y", 10_000)) // would not be drawn before the window is given up
	d.MustSay("At most 1000 characters fit here; nothing was added")
	if meals := stored[*journal.Meal](t, d, journal.KindMeal); len(meals) != 0 {
		t.Error("a refused meal was stored")
	}
	if entry, ok := d.Canvas().Focused().(*kit.Entry); !ok || entry.Text != long {
		t.Error("what was typed is gone")
	}
}

func TestOtherScriptsAreKept(t *testing.T) {
	for _, food := range []string{"натто", "حمص", "納豆", "🍕"} {
		d := sit(t, uitest.Setup{})
		d.screen.Show(kit.Route{Place: kit.PlaceToday, Focus: kit.FocusMeal})
		d.Type(food)
		d.Key(fyne.KeyReturn)
		if meals := stored[*journal.Meal](t, d, journal.KindMeal); len(meals) != 1 || meals[0].Detail() != food {
			t.Errorf("%s: %+v", food, meals)
		}
	}
}

func TestFullDiskKeepsWhatWasTyped(t *testing.T) {
	d := sit(t, uitest.Setup{})
	d.store.Fail = &journal.Error{Code: journal.CodeDiskFull, Field: "the journal"}
	d.screen.Show(kit.Route{Place: kit.PlaceToday, Focus: kit.FocusMeal})
	d.store.Fail = &journal.Error{Code: journal.CodeDiskFull, Field: "the journal"}
	d.Type("lentil soup")
	d.Key(fyne.KeyReturn)
	d.MustSay("The disk is full")
}

func TestWrongNumberStaysInItsFieldWhileOthersAreSaved(t *testing.T) {
	d := sit(t, uitest.Setup{})
	d.screen.Show(kit.Route{Place: kit.PlaceToday, Focus: kit.FocusWater})
	d.Type("30000")
	d.Key(fyne.KeyReturn)
	d.MustSay("Water in ml must lie between 0 and 20000")
	d.Type("4")
	d.Key(fyne.KeyReturn) // the stool is saved and the page read anew
	d.MustSay("30000", "Water in ml must lie between 0 and 20000")
	if s := stored[*journal.Digestion](t, d, journal.KindDigestion); len(s) != 1 {
		t.Errorf("%d looks at the stool", len(s))
	}
	d.screen.StepDay(-1)
	d.MustNotSay("30000", "must lie between")
	d.screen.StepDay(1)
	d.MustSay("30000", "Water in ml must lie between 0 and 20000")
	d.screen.Show(kit.Route{Place: kit.PlaceToday, Focus: kit.FocusWater})
	d.Key(fyne.KeyEnd, fyne.KeyBackspace)
	d.Key(fyne.KeyReturn)
	d.MustNotSay("must lie between")
	if w := stored[*journal.Water](t, d, journal.KindWater); len(w) != 1 || w[0].Millilitres != 3000 {
		t.Errorf("%+v", w)
	}
}

func TestFullDiskIsSaidAtTheFieldAndTheAnswerStays(t *testing.T) {
	full := &journal.Error{Code: journal.CodeDiskFull, Field: "the journal"}
	for _, c := range []struct {
		name string
		keys func(d *desk)
		want journal.Kind
	}{
		{"skin", func(d *desk) { d.Type("6") }, journal.KindSkinCheck},
		{"stress", func(d *desk) {
			d.screen.Show(kit.Route{Place: kit.PlaceToday, Focus: kit.FocusStress})
			d.store.Full = full
			d.Type("6")
		}, journal.KindStress},
		{"water", func(d *desk) {
			d.screen.Show(kit.Route{Place: kit.PlaceToday, Focus: kit.FocusWater})
			d.store.Full = full
			d.Type("1234")
			d.Key(fyne.KeyReturn)
		}, journal.KindWater},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := sit(t, uitest.Setup{Width: 1084, Height: 1000})
			d.store.Full = full
			c.keys(d)
			d.MustSay("The disk is full")
			if c.want == journal.KindWater {
				d.MustSay("1234")
			} else if s, ok := d.Canvas().Focused().(*kit.Scale); !ok {
				t.Error("the scale lost the keyboard")
			} else if v, recorded := s.Value(); !recorded || v != 6 {
				t.Errorf("the scale shows %d, %v", v, recorded)
			}
			d.store.Full = nil
			log, err := d.store.All(context.Background(), c.want)
			if err != nil || len(log) != 0 {
				t.Fatalf("%d stored, %v", len(log), err)
			}
			if c.want == journal.KindWater {
				d.screen.Hide() // leaving tries again
			} else {
				d.Type("6") // the same answer tries again
			}
			if log, err = d.store.All(context.Background(), c.want); err != nil || len(log) != 1 {
				t.Fatalf("%d stored after the disk has room, %v", len(log), err)
			}
			d.MustNotSay("The disk is full")
		})
	}
}

// What was refused waits in its day, and leaving the day or the program tries
// again.
func TestRefusedAnswersWaitInTheirDay(t *testing.T) {
	for name, leave := range map[string]func(*desk){
		"another day": func(d *desk) { d.screen.StepDay(-1) },
		"the program": func(d *desk) { d.screen.Leave() },
	} {
		t.Run(name, func(t *testing.T) {
			d := sit(t, uitest.Setup{Width: 1084, Height: 1000})
			d.store.Full = &journal.Error{Code: journal.CodeDiskFull, Field: "the journal"}
			d.Type("6")
			d.Key(fyne.KeyReturn, fyne.KeyReturn)
			d.Type("4")
			d.screen.StepDay(-1)
			d.MustNotSay("The disk is full")
			d.screen.StepDay(1)
			d.MustSay("The disk is full")
			d.store.Full = nil
			leave(d)
			skin, stress := stored[*journal.SkinCheck](t, d, journal.KindSkinCheck), stored[*journal.Stress](t, d, journal.KindStress)
			if len(skin) != 1 || skin[0].Severity.Or(-1) != 6 || len(stress) != 1 || stress[0].Level.Or(-1) != 4 {
				t.Errorf("%+v, %+v", skin, stress)
			}
		})
	}
}

func TestFullDiskIsSaidBesideTheTick(t *testing.T) {
	day := journal.NewDay(2026, time.November, 21)
	course := &journal.Course{Meta: journal.Meta{ID: "c", Day: day.Add(-3)}, Class: journal.Probiotic, Product: "Daily Flora"}
	outdoors := &journal.Tracker{Meta: journal.Meta{ID: "t", Day: day.Add(-3)}, Name: "Outdoors", Type: journal.TrackYesNo}
	for _, c := range []struct {
		tick string
		kind journal.Kind
	}{
		{"Daily Flora", journal.KindDose},
		{"Outdoors", journal.KindTrackerValue},
		{"Ordinary day", journal.KindDayMark},
	} {
		t.Run(c.tick, func(t *testing.T) {
			d := sit(t, uitest.Setup{Width: 1084, Height: 1400}, course, outdoors)
			d.store.Full = &journal.Error{Code: journal.CodeDiskFull, Field: "the journal"}
			d.Tap(c.tick)
			d.MustSay("The disk is full")
			if n := strings.Count(strings.Join(d.Texts(), "\n"), "The disk is full"); n != 1 {
				t.Errorf("it is said %d times", n)
			}
			d.store.Full = nil
			if log, err := d.store.All(context.Background(), c.kind); err != nil || len(log) != 0 {
				t.Fatalf("%d stored, %v", len(log), err)
			}
			d.screen.StepDay(-1)
			d.MustNotSay("The disk is full")
			d.screen.StepDay(1)
			d.Tap(c.tick)
			if log, err := d.store.All(context.Background(), c.kind); err != nil || len(log) != 1 {
				t.Fatalf("%d stored after the disk has room, %v", len(log), err)
			}
			d.MustNotSay("The disk is full")
		})
	}
}

func TestEveryKindCanBeEnteredAndEdited(t *testing.T) {
	d := sit(t, uitest.Setup{Height: 1600, Width: 1280})
	enter := func(chip string, fill func()) {
		t.Helper()
		d.Tap(chip)
		fill()
		d.Tap("Save")
	}
	field := func(label, text string) {
		t.Helper()
		l := d.Find(label)
		d.TapAt(l.At.X+12, l.At.Y+l.Size.Height+18) // the control lies below its name
		d.Type(text)
	}
	enter("Note", func() { field("Note", "new pillow") })
	if n := stored[*journal.Note](t, d, journal.KindNote); len(n) != 1 || n[0].Note != "new pillow" {
		t.Errorf("note: %+v", n)
	}
	enter("Food avoided", func() { field("Food", "milk") })
	if n := stored[*journal.Avoidance](t, d, journal.KindAvoidance); len(n) != 1 || n[0].Food != "milk" {
		t.Errorf("avoidance: %+v", n)
	}
	d.Tap("Trackers")
	d.MustSay("+ Hot drinks", "+ Spicy food", "+ Flushing")
	d.Tap("+ Hot drinks")
	d.Tap("Save")
	if n := stored[*journal.Tracker](t, d, journal.KindTracker); len(n) != 1 || n[0].Unit != "cups" {
		t.Errorf("tracker: %+v", n)
	}
	enter("Hot drinks", func() { field("Hot drinks (cups)", "3") })
	if n := stored[*journal.TrackerValue](t, d, journal.KindTrackerValue); len(n) != 1 || n[0].Value != 3 {
		t.Errorf("value: %+v", n)
	}
}

func TestPicturesAndNothingCut(t *testing.T) {
	full := []journal.Record{
		journaltest.Probiotic("2026-10-30", "L. rhamnosus GG"),
		&journal.Treatment{Meta: journaltest.Meta("2026-09-02", ""), Name: "Hydrocortisone", Strength: "1 %", Sites: []string{"left inner elbow"}, Schedule: journal.Daily},
		journaltest.Meal("2026-11-21", "08:10", journal.Breakfast, "rye bread", "egg", "coffee"),
		journaltest.Meal("2026-11-20", "12:40", journal.Lunch, "lentil soup", "bread"),
		journaltest.Meal("2026-11-19", "12:10", journal.Lunch, "kefir", "banana", "walnuts"),
		&journal.SkinCheck{Meta: journaltest.Meta("2026-11-21", "12:20"), Severity: journal.Some(6.0), Itch: journal.Some(4.0), Sites: []journal.SiteRating{{Site: "left cheek", Rating: journal.Some(6.0)}, {Site: "left inner elbow", Rating: journal.Some(4.0)}}},
		journaltest.Skin("2026-11-20", 5, 3), journaltest.Skin("2026-11-18", 3, 3), journaltest.Skin("2026-11-17", 2, 2),
		&journal.Stress{Meta: journaltest.Meta("2026-11-21", "11:00"), Level: journal.Some(6.0), Triggers: []string{"work"}},
		&journal.Practice{Meta: journaltest.Meta("2026-11-21", "12:05"), Type: journal.Meditation, Minutes: 12},
		journaltest.Sleep("2026-11-21", 7.2, 6), journaltest.Water("2026-11-21", 1400),
	}
	for _, c := range []struct {
		name  string
		setup uitest.Setup
		recs  []journal.Record
	}{
		{"today", uitest.Setup{Width: 1084, Height: 800}, full},
		{"today-dark", uitest.Setup{Width: 1084, Height: 800, Dark: true}, full},
		{"today-1024", uitest.Setup{Width: 828, Height: 700}, full},
		{"today-empty", uitest.Setup{Width: 1084, Height: 800}, nil},
		{"today-160", uitest.Setup{Width: 1084, Height: 800, TextScale: 1.6}, full},
	} {
		d := sit(t, c.setup, c.recs...)
		d.Shot(c.name)
		if cut := d.CutTexts(); len(cut) > 0 {
			t.Errorf("%s: cut %s", c.name, strings.Join(cut, " | "))
		}
	}
}

func TestRoutesLeadToTheirQuestion(t *testing.T) {
	d := sit(t, uitest.Setup{})
	d.screen.Show(kit.Route{Place: kit.PlaceToday, Focus: kit.FocusStress})
	d.Type("7")
	if s := stored[*journal.Stress](t, d, journal.KindStress); len(s) != 1 || s[0].Level.Or(-1) != 7 {
		t.Errorf("stress: %+v", s)
	}
	d.screen.Show(kit.Route{Place: kit.PlaceToday, Focus: kit.FocusWater})
	d.Type("500")
	d.Key(fyne.KeyReturn)
	if w := stored[*journal.Water](t, d, journal.KindWater); len(w) != 1 || w[0].Millilitres != 500 {
		t.Errorf("water: %+v", w)
	}
	d.screen.Show(kit.Route{Place: kit.PlaceToday, Focus: kit.FocusOrdinary})
	if m := stored[*journal.DayMark](t, d, journal.KindDayMark); len(m) != 1 || !m[0].Ordinary || m[0].MealsComplete != journal.Yes {
		t.Errorf("mark: %+v", m)
	}
	before := d.steps
	d.screen.Show(kit.Route{Place: kit.PlaceToday, Focus: kit.FocusOrdinary})
	if d.steps != before {
		t.Error("asked again, the day was written again")
	}
}
