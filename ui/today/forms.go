package today

import (
	"skinward/ui/kit"

	"skinward/app/journal"
)

// formOf returns the long form of a record, bound to r, which must be a copy
// that may be changed.
func (s *Screen) formOf(r journal.Record) *form {
	f := newForm()
	f.stored = !r.Base().Created.IsZero()
	switch r := r.(type) {
	case *journal.Meal:
		s.mealForm(f, r)
	case *journal.Course:
		s.courseForm(f, r)
	case *journal.Treatment:
		s.treatmentForm(f, r)
	case *journal.Dose:
		f.state("Taken", &r.Taken)
		f.text("How much; empty is taken, dose not recorded", "amount", &r.Amount)
		f.maybe("How many of the usual dose", "count", "", &r.Count)
	case *journal.Stress:
		f.scale("Stress", "stress", "", kit.NewScale(kit.Stress, "none", "worst", nil), &r.Level)
		f.words("What it was about", "trigger", "with commas: work, family", &r.Triggers)
	case *journal.Practice:
		choice(f, "What", "practice", []journal.PracticeType{journal.Meditation, journal.Breathing, journal.Exercise}, []string{"Meditation", "Breathing", "Exercise"}, &r.Type)
		f.number("Minutes", "minutes", "", &r.Minutes)
	case *journal.Sleep:
		f.maybe("Hours", "hours of sleep", "the night before this day", &r.Hours)
		f.scale("Quality", "sleep quality", "", kit.NewScale(kit.Stress, "worst", "best", nil), &r.Quality)
		f.state("Woken by the skin", &r.Woken)
	case *journal.Water:
		f.number("Millilitres", "water in ml", "", &r.Millilitres)
	case *journal.Digestion:
		s.stoolField(f, &r.Form)
		f.scale("Bloating", "bloating", "", kit.NewScale(kit.Meals, "none", "worst", nil), &r.Bloating)
		f.scale("Belly pain", "belly pain", "", kit.NewScale(kit.Meals, "none", "worst", nil), &r.Pain)
	case *journal.Cycle:
		f.maybe("Day of the cycle", "cycle day", "1 is the first day of bleeding", &r.CycleDay)
		f.state("Bleeding", &r.Bleeding)
	case *journal.SkinCheck:
		s.skinForm(f, r)
	case *journal.Photo:
		f.text("Place on the body", "site", &r.Site)
		f.text("Light", "light", &r.Light)
	case *journal.Tracker:
		s.trackerForm(f, r)
	case *journal.TrackerValue:
		s.valueForm(f, r)
	case *journal.Appointment:
		s.visitForm(f, r)
	case *journal.Profile:
		s.profileForm(f, r)
	case *journal.Avoidance:
		f.text("Food", "food", &r.Food)
		f.day("Since", "day", "", s.page.today, &r.Day)
		f.day("Until", "until", "empty while it goes on", s.page.today, &r.Until)
		choice(f, "On whose advice", "advice", []journal.Adviser{"", journal.ByMyself, journal.ByDoctor, journal.ByDietitian, journal.ByOther}, []string{"not said", "my own", "doctor", "dietitian", "other"}, &r.Advice)
		f.text("Why", "why", &r.Why)
	case *journal.Score:
		f.text("Name of the scale", "score", &r.Name)
		f.number("Total", totalField, "from the official form or your doctor", &r.Total)
		f.maybe("Smallest possible total", "smallest total", "empty: 0", &r.Min)
		f.maybe("Largest possible total", "largest total", "empty: 1000", &r.Max)
		f.text("Scored by", "scored by", &r.By)
	case *journal.Food:
		s.foodForm(f, r)
	case *journal.DayMark:
		f.state("Every meal of the day is entered", &r.MealsComplete)
		f.flag("Nothing was eaten", &r.NoFood)
		f.flag("An ordinary day, nothing special", &r.Ordinary)
	}
	if _, note := r.(*journal.Note); note {
		f.lines("Note", "note", 5, &r.Base().Note)
		return f
	}
	if !spansDays(r) {
		f.clock(r.Base(), s.deps.Now().Location(), s.page.settings.DayEnd())
	}
	f.note(r.Base())
	return f
}

// totalField is what the total of a score is called where it is blamed; the
// journal blames it by the name of the scale.
const totalField = "total"

// spansDays tells the records whose time of day says nothing.
func spansDays(r journal.Record) bool {
	switch r.(type) {
	case *journal.Course, *journal.Treatment, *journal.Avoidance, *journal.Tracker, *journal.Profile, *journal.DayMark, *journal.Sleep, *journal.Cycle, *journal.Score, *journal.Food:
		return true
	}
	return false
}

func unitIn(unit string) string {
	if unit == "" {
		return ""
	}
	return " (" + unit + ")"
}
