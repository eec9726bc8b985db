package today_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/app/journal/journaltest"
	"skinward/ui/kit"
	"skinward/ui/uitest"
)

// following are the usual settings with further things asked for.
func following(things ...journal.Thing) journal.Settings {
	s := journal.DefaultSettings()
	for _, t := range things {
		s.Track(t, true)
	}
	return s
}

// without are the usual settings with things left out.
func without(things ...journal.Thing) journal.Settings {
	s := journal.DefaultSettings()
	for _, t := range things {
		s.Track(t, false)
	}
	return s
}

func TestOnlyWhatIsFollowedIsAskedFor(t *testing.T) {
	d := sitWith(t, uitest.Setup{}, without(journal.ThingMeals, journal.ThingStress, journal.ThingWater),
		journaltest.Meal("2026-11-21", "08:00", journal.Breakfast, "rye bread"))
	d.MustSay("Skin", "Sleep", "Stool", "Probiotics and treatments", "rye bread") // the list still has what was eaten
	d.MustNotSay("Meals", "Stress", "Water")
	d.Type("6")
	d.Key(fyne.KeyReturn)
	d.Type("4")
	d.Key(fyne.KeyReturn) // past stress
	d.Type("7.5")
	d.Key(fyne.KeyReturn) // past water
	d.Type("4")
	d.Key(fyne.KeyReturn)
	if s := stored[*journal.Sleep](t, d, journal.KindSleep); len(s) != 1 || s[0].Hours.Or(0) != 7.5 {
		t.Errorf("sleep: %+v", s)
	}
	if s := stored[*journal.Digestion](t, d, journal.KindDigestion); len(s) != 1 || s[0].Form.Or(0) != 4 {
		t.Errorf("stool: %+v", s)
	}
	d.screen.Show(kit.Route{Place: kit.PlaceToday, Focus: kit.FocusMeal})
	d.MustSay("Meals is not among the things asked for; Settings has the list.")
}

func TestLeavingOutTheMiddleLeavesNoGap(t *testing.T) {
	for _, setup := range []uitest.Setup{{Width: 1084, Height: 800}, {Width: 828, Height: 700}, {Width: 500, Height: 900}} {
		d := sitWith(t, setup, without(journal.ThingMeals, journal.ThingTaken))
		d.MustSay("Skin", "This day")
		d.MustNotSay("Meals", "Probiotics and treatments")
		if cut := d.CutTexts(); len(cut) > 0 {
			t.Errorf("%gx%g: cut %q", setup.Width, setup.Height, cut)
		}
	}
}

func TestFlushingIsAskedForAndItsTrackersAreMadeWithTheFirstValue(t *testing.T) {
	d := sitWith(t, uitest.Setup{Width: 1084, Height: 1600}, following(journal.ThingFlushing, journal.ThingCycle))
	d.MustSay("Hot drinks", "Spicy food", "Alcohol in drinks", "Flushing", "Cycle", "not recorded")
	if n := len(stored[*journal.Tracker](t, d, journal.KindTracker)); n != 0 {
		t.Fatalf("%d trackers before any value", n)
	}
	d.Tap("Hot drinks")
	d.Type("3")
	d.Tap("Save")
	trackers, values := stored[*journal.Tracker](t, d, journal.KindTracker), stored[*journal.TrackerValue](t, d, journal.KindTrackerValue)
	if len(trackers) != 1 || trackers[0].Unit != "cups" || len(values) != 1 || values[0].Value != 3 || values[0].Tracker != trackers[0].ID {
		t.Fatalf("%+v %+v", trackers, values)
	}
	d.MustSay("3 cups")
	d.Tap("Hot drinks")
	d.Type("4")
	d.Tap("Save")
	if n := len(stored[*journal.Tracker](t, d, journal.KindTracker)); n != 1 {
		t.Errorf("%d trackers after two values", n)
	}
	d.Tap("Cycle")
	d.Type("12")
	d.Tap("Save")
	d.MustSay("Cycle day 12")
}

func TestFirstProbioticHasItsCautionAndItsFirstDose(t *testing.T) {
	d := sit(t, uitest.Setup{Width: 1084, Height: 2000})
	d.Tap("+ Other course")
	d.MustNotSay("Before a first probiotic")
	d.Tap("Probiotic")
	d.MustSay("Before a first probiotic", "Ask a doctor before you start")
	d.Tap("Cancel")
	d.Tap("+ Probiotic")
	d.MustSay("Before a first probiotic")
	d.Type("L. rhamnosus GG")
	d.Key(fyne.KeyReturn)
	courses, doses := stored[*journal.Course](t, d, journal.KindCourse), stored[*journal.Dose](t, d, journal.KindDose)
	if len(courses) != 1 || courses[0].Product != "L. rhamnosus GG" || courses[0].Strain != journal.StrainNotStated {
		t.Fatalf("%+v", courses)
	}
	if len(doses) != 1 || doses[0].Course != courses[0].ID || doses[0].Taken != journal.Yes {
		t.Fatalf("%+v", doses)
	}
	d.Tap("+ Probiotic")
	d.MustNotSay("Before a first probiotic")
	d.Type("Another")
	d.Tap("Taken on this day") // no
	d.Tap("Taken on this day") // not recorded
	d.Tap("Save")
	if n := len(stored[*journal.Dose](t, d, journal.KindDose)); n != 1 {
		t.Errorf("%d doses", n)
	}
}
