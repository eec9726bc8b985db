package today_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/app/journal/journaltest"
	"skinward/ui/kit"
	"skinward/ui/uitest"
)

func TestWholeDayIsRepeatedAsOneChange(t *testing.T) {
	course := journaltest.Probiotic("2026-11-01", "L. rhamnosus GG")
	course.ID = journaltest.ID(70)
	over := journaltest.Probiotic("2026-11-01", "Old capsules")
	over.ID, over.Stop = journaltest.ID(71), journaltest.Day("2026-11-20")
	dose := func(of journal.ID) *journal.Dose {
		return &journal.Dose{Meta: journaltest.Meta("2026-11-20", "08:00"), Course: of, Taken: journal.Yes}
	}
	d := sit(t, uitest.Setup{}, course, over, dose(course.ID), dose(over.ID),
		journaltest.Meal("2026-11-20", "08:00", journal.Breakfast, "rye bread", "egg"),
		journaltest.Meal("2026-11-20", "19:00", journal.Dinner, "lentil soup"),
		&journal.Practice{Meta: journaltest.Meta("2026-11-20", "12:00"), Type: journal.Meditation, Minutes: 12},
		journaltest.Water("2026-11-20", 1200), journaltest.Skin("2026-11-20", 5, 3), journaltest.Stress("2026-11-20", 4), journaltest.Sleep("2026-11-20", 7, 5))
	d.Tap("Same as yesterday")
	log, err := d.store.Range(context.Background(), journaltest.Day("2026-11-21"), journaltest.Day("2026-11-21"))
	if err != nil {
		t.Fatal(err)
	}
	got := map[journal.Kind]int{}
	for _, r := range log {
		got[r.Kind()]++
		if !r.Base().At.IsZero() {
			t.Errorf("%s at %s, which nobody knows", r.Title(), r.Base().At)
		}
		if dose, ok := r.(*journal.Dose); ok && dose.Course != course.ID {
			t.Error("a dose of a course that is over was repeated")
		}
	}
	if got[journal.KindMeal] != 2 || got[journal.KindWater] != 1 || got[journal.KindDose] != 1 || got[journal.KindPractice] != 1 || len(log) != 5 {
		t.Fatalf("%v", got)
	}
	if len(d.done) != 5 || d.steps != 1 {
		t.Errorf("%d changes in %d steps, want 5 in one", len(d.done), d.steps)
	}
	d.MustNotSay("Same as yesterday")
}

func TestRepeatingADayLeavesWhatIsThere(t *testing.T) {
	d := sit(t, uitest.Setup{Width: 1084, Height: 1000},
		journaltest.Meal("2026-11-18", "08:00", journal.Breakfast, "rye bread"),
		journaltest.Meal("2026-11-18", "12:00", journal.Lunch, "lentil soup"), journaltest.Water("2026-11-18", 900),
		journaltest.Meal("2026-11-21", "08:00", journal.Breakfast, "egg"), journaltest.Water("2026-11-21", 500))
	repeat := func() {
		d.Tap("Repeat a day")
		d.Key(fyne.KeyLeft, fyne.KeyLeft, fyne.KeyReturn) // from the day before to the 18th
	}
	repeat()
	var lines []string
	for _, m := range stored[*journal.Meal](t, d, journal.KindMeal) {
		if m.Day.String() == "2026-11-21" {
			lines = append(lines, m.Detail())
		}
	}
	if strings.Join(lines, " / ") != "egg / lentil soup" && strings.Join(lines, " / ") != "lentil soup / egg" {
		t.Errorf("%q", lines)
	}
	if w := stored[*journal.Water](t, d, journal.KindWater); len(w) != 2 {
		t.Errorf("%d amounts of water", len(w))
	}
	repeat()
	d.MustSay("nothing was changed")
}

func TestSavedMealIsOfferedFirstAndKeepsItsPortions(t *testing.T) {
	m := journaltest.Meal("2026-11-12", "08:00", journal.Breakfast, "kefir", "banana")
	m.Items[1].Count, m.Items[0].Portion = journal.Some(2.0), journal.Large
	d := sit(t, uitest.Setup{Width: 1084, Height: 1400}, m)
	d.screen.Show(kit.Route{Place: kit.PlaceToday, Day: m.Day, Record: string(stored[*journal.Meal](t, d, journal.KindMeal)[0].ID)})
	d.Settle()
	d.Tap("Saved meal")
	d.Tap("Save")
	foods := stored[*journal.Food](t, d, journal.KindFood)
	if len(foods) != 1 || foods[0].Name != "large kefir, 2 banana" || !foods[0].Favoured {
		t.Fatalf("%+v", foods)
	}
	d.screen.Show(kit.Route{Place: kit.PlaceToday, Day: journaltest.Day("2026-11-21")})
	d.Settle()
	d.Tap("large kefir, 2 banana")
	meals := stored[*journal.Meal](t, d, journal.KindMeal)
	if len(meals) != 2 || meals[1].Detail() != "kefir (large), 2 banana" {
		t.Fatalf("%+v", meals)
	}
}

func TestOwnTagsGoRoundAndOnlyDifferencesAreKept(t *testing.T) {
	d := sit(t, uitest.Setup{Width: 1084, Height: 1400})
	d.Tap("Foods and tags")
	d.MustSay("To be tagged", "Teff flatbread")
	d.Tap("Teff flatbread")
	d.Tap("Gluten") // yes
	d.Tap("Dairy")
	d.Tap("Dairy") // partly
	d.MustSay("Dairy: partly")
	d.Tap("Save")
	foods := stored[*journal.Food](t, d, journal.KindFood)
	if len(foods) != 1 || foods[0].Tags["gluten"] != "yes" || foods[0].Tags["dairy"] != "partly" {
		t.Fatalf("%+v", foods)
	}
	d.Tap("Foods and tags")
	d.Tap("dairy, gluten") // the detail of its row
	d.Tap("Gluten")
	d.Tap("Gluten")
	d.Tap("Gluten") // partly, unknown, no: what the catalogue says
	d.Tap("Save")
	if foods = stored[*journal.Food](t, d, journal.KindFood); len(foods) != 1 || len(foods[0].Tags) != 1 {
		t.Fatalf("%+v", foods[0])
	}
}

func TestTrackersAreRenamedMergedAndRetiredWithoutLoss(t *testing.T) {
	tea, coffee := journaltest.Tracker("2026-11-01", "tea", "cups"), journaltest.Tracker("2026-11-01", "coffee", "cups")
	tea.ID, coffee.ID = journaltest.ID(70), journaltest.ID(71)
	value := &journal.TrackerValue{Meta: journaltest.Meta("2026-11-20", ""), Tracker: tea.ID, Value: 3}
	d := sit(t, uitest.Setup{Width: 1084, Height: 1400}, tea, coffee, value)
	d.Tap("Trackers")
	d.Tap("tea")
	d.overwrite("Name", "green tea")
	d.Tap("nothing, it stands for itself")
	d.Tap("coffee")
	d.Tap("Save")
	for _, tr := range stored[*journal.Tracker](t, d, journal.KindTracker) {
		if tr.ID == tea.ID && (tr.Name != "green tea" || tr.MergedInto != coffee.ID) {
			t.Errorf("%+v", tr)
		}
	}
	if v := stored[*journal.TrackerValue](t, d, journal.KindTrackerValue); len(v) != 1 || v[0].Value != 3 {
		t.Errorf("values: %+v", v)
	}
	d.MustNotSay("green tea")
	d.Tap("Trackers")
	d.MustSay("green tea", "counts as coffee")
	d.Tap("coffee")
	d.Tap("No longer asked for")
	d.Tap("Save")
	d.MustNotSay("not recorded · coffee")
	if tr := stored[*journal.Tracker](t, d, journal.KindTracker); len(tr) != 2 {
		t.Errorf("%d trackers", len(tr))
	}
}

func TestAcneGradeAndPalmsAreAskedForAndTotalled(t *testing.T) {
	setup := uitest.Setup{Width: 1084, Height: 2400}
	d := sit(t, setup, journaltest.Skin("2026-11-21", 5, 2))
	d.Tap("Spots, signs, impact")
	d.MustNotSay("0 of 6 regions", "Area in palms")
	d = sitWith(t, setup, following(journal.ThingAcneGrade, journal.ThingPalms), journaltest.Skin("2026-11-21", 5, 2))
	d.Tap("Spots, signs, impact")
	d.MustSay("0 of 6 regions; the total needs all six.")
	for i := range 6 {
		d.TapNth("papules", i)
	}
	d.MustSay("Regional acne grade 22 of 44", "approximate", "moderate")
	d.overwrite("Left arm", "2.5")
	d.MustSay("About 2.5 % of the body, approximate")
	d.Tap("Save")
	s := stored[*journal.SkinCheck](t, d, journal.KindSkinCheck)
	if len(s) != 1 || len(s[0].Regions) != 6 || len(s[0].Areas) != 1 || s[0].Areas[0].Count != 2.5 || s[0].Severity.Or(-1) != 5 {
		t.Fatalf("%+v", s)
	}
}

func TestConfoundingClassIsAQuietTag(t *testing.T) {
	d := sit(t, uitest.Setup{Width: 1084, Height: 1400},
		&journal.Treatment{Meta: journaltest.Meta("2026-11-10", ""), Name: "Doxycycline", Strength: "40 mg", PerDay: journal.Some(2.0)},
		journaltest.Probiotic("2026-11-01", "L. rhamnosus GG"))
	d.MustSay("antibiotic", "A probiotic (L. rhamnosus GG) and an antibiotic (Doxycycline 40 mg) run on this day.")
	d.Tap("Doxycycline")
	d.MustSay("1 of 2")
	d.Tap("Dose 2 of 2 taken")
	if n := stored[*journal.Dose](t, d, journal.KindDose); len(n) != 2 {
		t.Errorf("%d doses", len(n))
	}
	d.MustSay("2 of 2")
}

func TestFlareIsSaidWithItsRule(t *testing.T) {
	var recs []journal.Record
	for i := range 20 {
		severity := 2.0
		if i >= 18 {
			severity = 6
		}
		recs = append(recs, journaltest.Skin(journaltest.Day("2026-11-02").Add(i).String(), severity, 1))
	}
	d := sit(t, uitest.Setup{}, recs...)
	d.MustSay("Flare, recorded day 2", "at least 2 points above the usual level")
	d = sit(t, uitest.Setup{}, recs[:19]...)
	d.MustNotSay("Flare")
}

// catch-up, with the keyboard alone
func TestPastDaysAreCaughtUpInAGrid(t *testing.T) {
	d := sit(t, uitest.Setup{}, journaltest.Skin("2026-11-20", 3, 1))
	d.Tap("Catch up on past days")
	d.MustSay("Catch up", "Friday 20 Nov", "Monday 16 Nov", "Meals")
	d.Key(fyne.KeyDown) // from skin, which is there, to itch
	d.Key(fyne.KeyDown)
	d.Type("4")
	d.Key(fyne.KeyReturn)
	d.Type("7.5")
	d.Key(fyne.KeyReturn)
	d.Type("1500")
	d.Key(fyne.KeyReturn)
	d.Key(fyne.KeyReturn) // the stool stays open
	d.Type("porridge, apple")
	d.Key(fyne.KeyReturn) // the day before
	d.Type("6")
	d.Key(fyne.KeyReturn)
	d.Key(fyne.KeyEscape)
	d.MustSay("Saturday 21 November")
	if s := stored[*journal.Stress](t, d, journal.KindStress); len(s) != 1 || s[0].Day.String() != "2026-11-20" || s[0].Level.Or(0) != 4 || s[0].Source != journal.Entered {
		t.Errorf("stress: %+v", s)
	}
	if s := stored[*journal.Sleep](t, d, journal.KindSleep); len(s) != 1 || s[0].Hours.Or(0) != 7.5 {
		t.Errorf("sleep: %+v", s)
	}
	if s := stored[*journal.Water](t, d, journal.KindWater); len(s) != 1 || s[0].Millilitres != 1500 {
		t.Errorf("water: %+v", s)
	}
	if s := stored[*journal.Meal](t, d, journal.KindMeal); len(s) != 1 || s[0].Detail() != "porridge, apple" {
		t.Errorf("meal: %+v", s)
	}
	skin := stored[*journal.SkinCheck](t, d, journal.KindSkinCheck)
	if len(skin) != 2 || skin[0].Day.String() != "2026-11-19" || skin[0].Severity.Or(0) != 6 || skin[0].Source != journal.Entered {
		t.Errorf("skin: %+v", skin[0])
	}
	d.Tap("Catch up on past days")
	d.Tap("Earlier days") // five days on: more than 36 hours late
	d.Type("2")
	d.Tap("Done")
	skin = stored[*journal.SkinCheck](t, d, journal.KindSkinCheck)
	if len(skin) != 3 || skin[0].Day.String() != "2026-11-15" || skin[0].Source != journal.Remembered {
		t.Errorf("late: %+v", skin[0])
	}
}

func TestCatchUpAsksForWhatIsTakenAndForNothingElse(t *testing.T) {
	course := journaltest.Probiotic("2026-11-19", "L. rhamnosus GG")
	d := sitWith(t, uitest.Setup{}, without(journal.ThingStress, journal.ThingWater, journal.ThingDigestion, journal.ThingMeals), course)
	d.Tap("Catch up on past days")
	d.MustSay("Sleep, hours", "L. rhamnosus GG", "y / n")
	d.MustNotSay("Stress 0–10", "Water, ml", "Meals")
	answer := func(text string) {
		for range 3 {
			d.Key(fyne.KeyReturn) // itch, sleep, and what is taken
		}
		d.Type(text)
		d.Key(fyne.KeyReturn) // to the day before
	}
	answer("y")
	answer("n")
	doses := stored[*journal.Dose](t, d, journal.KindDose)
	if len(doses) != 2 || doses[1].Day.String() != "2026-11-20" || doses[1].Taken != journal.Yes || doses[0].Taken != journal.No {
		t.Fatalf("%+v", doses)
	}
	for range 2 { // on the 18th the course does not run yet: skin follows sleep
		d.Key(fyne.KeyReturn)
	}
	d.Key(fyne.KeyReturn)
	d.Type("7")
	d.Key(fyne.KeyEscape)
	if s := stored[*journal.SkinCheck](t, d, journal.KindSkinCheck); len(s) != 1 || s[0].Day.String() != "2026-11-17" || s[0].Severity.Or(0) != 7 {
		t.Errorf("%+v", s)
	}
	d.Tap("Catch up on past days")
	for range 3 {
		d.Key(fyne.KeyReturn)
	}
	d.Key(fyne.KeyBackspace)
	d.Type("perhaps")
	d.Key(fyne.KeyReturn)
	d.MustSay("is no answer here; write y for taken or n for not taken", "perhaps")
}

func TestCatchUpSaysWhatIsWrongAndKeepsIt(t *testing.T) {
	d := sit(t, uitest.Setup{})
	d.Tap("Catch up on past days")
	d.Type("42")
	d.Key(fyne.KeyDown)
	d.MustSay("Skin must lie between 0 and 10", "42")
	d.Type("4") // another answer does not take that away
	d.Key(fyne.KeyDown)
	d.MustSay("Skin must lie between 0 and 10", "42")
	d.Tap("Earlier days")
	d.MustSay("Sunday 15 Nov")
	d.MustNotSay("42")
	d.Tap("Done")
	d.MustSay("1 answer could not be saved")
	d.Tap("Catch up on past days")
	d.MustSay("Skin must lie between 0 and 10", "42")
	if s := stored[*journal.SkinCheck](t, d, journal.KindSkinCheck); len(s) != 1 || s[0].Severity.IsSet() {
		t.Errorf("%+v", s)
	}
	d.Type("5") // in the place of what was wrong
	d.Tap("Done")
	d.MustNotSay("42")
	if s := stored[*journal.SkinCheck](t, d, journal.KindSkinCheck); len(s) != 1 || s[0].Severity.Or(-1) != 5 {
		t.Errorf("%+v", s)
	}
}

// Typing answers anew, and the arrows lead to the days beside.
func TestCatchUpWalksSideways(t *testing.T) {
	d := sit(t, uitest.Setup{}, journaltest.Skin("2026-11-20", 3, 1))
	d.Tap("Catch up on past days")
	d.Key(fyne.KeyLeft)
	d.Type("6")
	d.Key(fyne.KeyRight)
	d.Type("7")
	d.Key(fyne.KeyEscape)
	skin := stored[*journal.SkinCheck](t, d, journal.KindSkinCheck)
	if len(skin) != 2 || skin[0].Severity.Or(-1) != 6 || skin[1].Severity.Or(-1) != 7 {
		t.Errorf("%+v", skin)
	}
}

func TestCatchUpStaysOpenWhenItIsReadAnew(t *testing.T) {
	d := sit(t, uitest.Setup{})
	d.Tap("Catch up on past days")
	d.Type("4")
	d.Key(fyne.KeyDown)
	if _, err := d.store.Delete(context.Background(), d.done[0].After); err != nil { // as an undo does
		t.Fatal(err)
	}
	d.screen.Show(kit.Route{Place: kit.PlaceToday})
	d.Settle()
	d.MustSay("Catch up", "Friday 20 Nov")
	d.Type("6")
	d.Key(fyne.KeyEscape)
	if s := stored[*journal.SkinCheck](t, d, journal.KindSkinCheck); len(s) != 1 || s[0].Severity.Or(0) != 6 {
		t.Errorf("%+v", s)
	}
	d.MustSay("Saturday 21 November")
}

func TestCatchUpPictures(t *testing.T) {
	for name, setup := range map[string]uitest.Setup{
		"catchup": {Width: 1084, Height: 800}, "catchup-1024": {Width: 828, Height: 700, Dark: true}, "catchup-160": {Width: 1084, Height: 800, TextScale: 1.6},
	} {
		d := sit(t, setup, journaltest.Skin("2026-11-20", 3, 1), journaltest.Meal("2026-11-19", "08:00", journal.Breakfast, "egg"))
		d.Tap("Catch up on past days")
		d.Shot(name)
		if cut := d.CutTexts(); len(cut) > 0 {
			t.Errorf("%s: cut %q", name, cut)
		}
	}
}

func TestRefusedFormSaysWhereAndKeepsTheText(t *testing.T) {
	for _, c := range []struct{ chip, label, text, says string }{
		{"Other score", "Total", "about ten", "is not a number"},
		{"Appointment", "With whom", strings.Repeat("y", 300), "longer than 200 characters"},
		{"Note", "Note", strings.Repeat("z", 10_001), "longer than 10000 characters"},
		{"Food avoided", "Food", "", "Food is still empty"},
		{"Other practice", "Minutes", "5000", "between 0 and 1440"},
		{"Spots, signs, impact", "Time, if known", "25:99", "is not a time of day"},
		{"+ Probiotic", "Product", strings.Repeat("🧫", 201), "longer than 200 characters"},
	} {
		d := sit(t, uitest.Setup{Width: 1084, Height: 1600})
		d.Tap(c.chip)
		l := d.Find(c.label)
		d.TapAt(l.At.X+12, l.At.Y+l.Size.Height+18)
		entry := d.Canvas().Focused().(*kit.Entry)
		entry.SetText(c.text)
		d.Tap("Save")
		d.MustSay(c.says)
		if entry.Text != c.text {
			t.Errorf("%s: what was typed is gone", c.chip)
		}
		if len(d.done) != 0 {
			t.Errorf("%s: the journal changed", c.chip)
		}
	}
}

func TestYesNoTrackerHasThreeStates(t *testing.T) {
	tr := &journal.Tracker{Meta: journaltest.Meta("2026-11-01", ""), Name: "hot shower", Type: journal.TrackYesNo}
	tr.ID = journaltest.ID(70)
	d := sit(t, uitest.Setup{Width: 1084, Height: 1400}, tr)
	answer := func() []*journal.TrackerValue { return stored[*journal.TrackerValue](t, d, journal.KindTrackerValue) }
	d.Tap("hot shower")
	if v := answer(); len(v) != 1 || v[0].Value != 1 {
		t.Fatalf("yes: %+v", v)
	}
	d.MustSay("yes")
	d.focusCheck("hot shower")
	d.Type("n")
	if v := answer(); len(v) != 1 || v[0].Value != 0 {
		t.Fatalf("no: %+v", v)
	}
	d.focusCheck("hot shower")
	d.Key(fyne.KeyDelete)
	if v := answer(); len(v) != 0 {
		t.Fatalf("not recorded: %+v", v[0])
	}
}

// focusCheck walks with Tab to a row that is answered with yes or no.
func (d *desk) focusCheck(name string) {
	for range 200 {
		d.Tab(1)
		if _, ok := d.Canvas().Focused().(*kit.CheckRow); ok && d.Focused() == name {
			return
		}
	}
}

func TestDeletingARowLeavesTheKeyboardInTheList(t *testing.T) {
	d := sit(t, uitest.Setup{}, journaltest.Note("2026-11-21", "one"), journaltest.Note("2026-11-21", "two"), journaltest.Note("2026-11-21", "three"))
	for range 200 {
		d.Tab(1)
		if row, ok := d.Canvas().Focused().(*kit.ListRow); ok && row.OnDelete != nil {
			break
		}
	}
	for left := 2; left >= 0; left-- {
		d.Key(fyne.KeyDelete)
		if n := len(stored[*journal.Note](t, d, journal.KindNote)); n != left {
			t.Fatalf("%d notes are left, want %d", n, left)
		}
	}
}

func TestBadDayHasThreeFields(t *testing.T) {
	d := sit(t, uitest.Setup{})
	d.Tap("Bad day, short form")
	d.Type("9")
	d.Tab(1)
	d.Type("x")
	d.Tab(1)
	d.Type("could not sleep")
	d.Tap("Save")
	s := stored[*journal.SkinCheck](t, d, journal.KindSkinCheck)
	if len(s) != 1 || s[0].Severity.Or(0) != 9 || s[0].Itch.Or(0) != 10 || s[0].Note != "could not sleep" {
		t.Fatalf("%+v", s)
	}
}
