package today

import (
	"strings"

	"skinward/app/journal"
)

// formOf returns the long form of a record, bound to r, which must be a copy
// that may be changed.
func (s *Screen) formOf(r journal.Record) *form {
	f := newForm()
	switch r := r.(type) {
	case *journal.Meal:
		s.mealForm(f, r)
	case *journal.Course:
		s.courseForm(f, r)
	case *journal.Treatment:
		s.treatmentForm(f, r)
	case *journal.Dose:
		f.state("Taken", &r.Taken)
		f.text("How much, if recorded", "amount", &r.Amount)
	case *journal.Stress:
		f.maybe("Stress, 0 to 10", "stress", "", &r.Level)
		f.words("What it was about", "trigger", "with commas: work, family", &r.Triggers)
	case *journal.Practice:
		choice(f, "What", "practice", []journal.PracticeType{journal.Meditation, journal.Breathing, journal.Exercise}, []string{"Meditation", "Breathing", "Exercise"}, &r.Type)
		f.number("Minutes", "minutes", "", &r.Minutes)
	case *journal.Sleep:
		f.maybe("Hours", "hours of sleep", "the night before this day", &r.Hours)
		f.maybe("Quality, 0 to 10", "sleep quality", "10 is best", &r.Quality)
		f.state("Woken by the skin", &r.Woken)
	case *journal.Water:
		f.number("Millilitres", "water in ml", "", &r.Millilitres)
	case *journal.Digestion:
		f.maybe("Stool form, 1 to 7", "stool form", stoolHint, &r.Form)
		f.maybe("Bloating, 0 to 10", "bloating", "", &r.Bloating)
		f.maybe("Belly pain, 0 to 10", "belly pain", "", &r.Pain)
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
		f.number(capital(r.Title())+unitIn(r.Unit), "value", "", &r.Value)
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
		f.number("Total", r.Name, "from the official form or your doctor", &r.Total)
		f.maybe("Largest possible total", "largest total", "", &r.Max)
		f.text("Scored by", "scored by", &r.By)
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
		f.clock(r.Base(), s.deps.Now().Location())
	}
	f.note(r.Base())
	return f
}

const stoolHint = "1 separate hard lumps, 2 lumpy, 3 cracked, 4 smooth, 5 soft pieces, 6 mushy, 7 liquid"

// spansDays tells the records whose time of day says nothing.
func spansDays(r journal.Record) bool {
	switch r.(type) {
	case *journal.Course, *journal.Treatment, *journal.Avoidance, *journal.Tracker, *journal.Profile, *journal.DayMark, *journal.Sleep, *journal.Cycle, *journal.Score:
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

func (s *Screen) mealForm(f *form, r *journal.Meal) {
	choice(f, "Meal", "slot", append(journal.Slots(), journal.AnySlot), []string{"Breakfast", "Lunch", "Dinner", "Snack", "Drink", "not said"}, &r.Slot)
	line := mealLine(r)
	before := line
	f.lines("Foods, with commas", "foods", 2, &line)
	f.fields["food"] = f.fields["foods"]
	last := &f.reads[len(f.reads)-1]
	read := last.do
	last.do = func() error {
		if err := read(); err != nil {
			return err
		}
		if line != before {
			r.Items = keepPortions(s.deps.Foods.Read(line), r.Items)
		}
		return nil
	}
	portion := journal.NoPortion
	if len(r.Items) > 0 {
		portion = r.Items[0].Portion
	}
	choice(f, "Portions", "portion", []journal.Portion{journal.NoPortion, journal.Small, journal.Usual, journal.Large}, []string{"not said", "small", "usual", "large"}, &portion)
	f.reads = append(f.reads, reading{"portion", func() error {
		for i := range r.Items {
			if portion != journal.NoPortion {
				r.Items[i].Portion = portion
			}
		}
		return nil
	}})
}

// mealLine is a meal as one would type it.
func mealLine(m *journal.Meal) string {
	var parts []string
	for _, i := range m.Items {
		if i.Absent {
			continue
		}
		n := i.Food
		if c, ok := i.Count.Get(); ok && c != 1 {
			n = number(c) + " " + n
		}
		parts = append(parts, n)
	}
	return strings.Join(parts, ", ")
}

// keepPortions carries over what was recorded of foods that stay, and the
// foods that were marked as not eaten.
func keepPortions(fresh, before []journal.MealItem) []journal.MealItem {
	for i := range fresh {
		for _, b := range before {
			if b.Food == fresh[i].Food && !b.Absent && fresh[i].Portion == journal.NoPortion {
				fresh[i].Portion = b.Portion
			}
		}
	}
	for _, b := range before {
		if b.Absent {
			fresh = append(fresh, b)
		}
	}
	return fresh
}

func (s *Screen) courseForm(f *form, r *journal.Course) {
	choice(f, "What", "class", []journal.CourseClass{journal.Probiotic, journal.Antibiotic, journal.Supplement}, []string{"Probiotic", "Antibiotic", "Supplement"}, &r.Class)
	f.text("Product", "product", &r.Product)
	f.text("Maker", "maker", &r.Maker)
	f.text("Species, as on the label", "species", &r.Species)
	f.text("Strain code", "strain", &r.Strain)
	billions := journal.Maybe[float64]{}
	if v, ok := r.CFU.Get(); ok {
		billions = journal.Some(v / 1e9)
	}
	f.maybe("Live count a dose, in billion CFU", "CFU", "", &billions)
	f.reads = append(f.reads, reading{"CFU", func() error {
		r.CFU = journal.Maybe[float64]{}
		if v, ok := billions.Get(); ok {
			r.CFU = journal.Some(v * 1e9)
		}
		if r.Class == journal.Probiotic && r.Strain == "" {
			r.Strain = journal.StrainNotStated
		}
		return nil
	}})
	f.text("Dose in words", "amount", &r.Amount)
	f.text("Form: capsule, sachet, drink, food", "form", &r.Form)
	f.maybe("Times a day", "times a day", "", &r.PerDay)
	f.state("With food", &r.WithFood)
	f.day("First day", "day", "", s.page.today, &r.Day)
	f.day("Last day", "stop", "empty while it goes on", s.page.today, &r.Stop)
	f.text("Reason", "reason", &r.Reason)
}

func (s *Screen) treatmentForm(f *form, r *journal.Treatment) {
	f.text("Name", "name", &r.Name)
	f.text("Strength", "strength", &r.Strength)
	f.text("Form: cream, tablet …", "form", &r.Form)
	f.words("Where", "site", "with commas: left cheek, hands", &r.Sites)
	choice(f, "How it is used", "schedule", []journal.Schedule{"", journal.Daily, journal.AsNeeded, journal.Weekly}, []string{"not said", "daily", "as needed", "weekly"}, &r.Schedule)
	f.maybe("Times a day", "times a day", "", &r.PerDay)
	f.state("Prescribed", &r.Prescribed)
	f.day("First day", "day", "", s.page.today, &r.Day)
	f.day("Last day", "stop", "empty while it goes on", s.page.today, &r.Stop)
	f.text("Reason", "reason", &r.Reason)
	f.text("Why it was stopped", "reason for stopping", &r.StopReason)
	f.text("Side effects", "side effect", &r.SideEffect)
}

func (s *Screen) trackerForm(f *form, r *journal.Tracker) {
	f.text("Name", "name", &r.Name)
	choice(f, "What it takes", "type", []journal.TrackerType{journal.TrackNumber, journal.TrackScale, journal.TrackYesNo, journal.TrackMinutes}, []string{"a number", "a scale", "yes or no", "minutes"}, &r.Type)
	f.text("Unit", "unit", &r.Unit)
	f.maybe("Smallest value", "smallest value", "for a scale", &r.Min)
	f.maybe("Largest value", "largest value", "for a scale", &r.Max)
	f.flag("No longer asked for; what was recorded stays", &r.Retired)
}

func (s *Screen) visitForm(f *form, r *journal.Appointment) {
	f.day("Day", "day", "", s.page.today, &r.Day)
	f.text("With whom", "person", &r.Person)
	f.text("Where", "place", &r.Place)
	f.text("What for", "purpose", &r.Purpose)
	questions := strings.Join(r.Questions, "\n")
	f.lines("Up to three questions, one a line", "questions", 3, &questions)
	f.fields["question"] = f.fields["questions"]
	f.reads = append(f.reads, reading{"questions", func() error {
		r.Questions = nil
		for _, q := range strings.Split(questions, "\n") {
			if q = strings.TrimSpace(q); q != "" {
				r.Questions = append(r.Questions, q)
			}
		}
		return nil
	}})
	f.maybe("Remind me this many hours before", "reminder", "", &r.Remind)
}

func (s *Screen) profileForm(f *form, r *journal.Profile) {
	f.say("All of it is optional. Only what you tick there is printed on the doctor's page.")
	f.text("Name", "name", &r.Name)
	f.day("Birth date", "birth date", "", s.page.today, &r.Birth)
	lines := make([]string, len(r.Conditions))
	for i, d := range r.Conditions {
		lines[i] = strings.TrimRight(d.Name+"; "+d.ToldBy+"; "+d.Since, "; ")
	}
	text := strings.Join(lines, "\n")
	f.lines("Skin conditions, one a line: condition; told by; since", "condition", 3, &text)
	f.reads = append(f.reads, reading{"condition", func() error {
		r.Conditions = readDiagnoses(text)
		return nil
	}})
	f.lines("Reason for the next visit", "reason", 2, &r.Reason)
	f.lines("What matters most to me", "what matters", 2, &r.Matters)
	f.lines("Allergies, as told by a doctor", "allergies", 1, &r.Allergies)
}

// readDiagnoses reads "acne; dermatologist; 2019" line by line.
func readDiagnoses(text string) []journal.Diagnosis {
	var out []journal.Diagnosis
	for _, line := range strings.Split(text, "\n") {
		parts := strings.SplitN(line, ";", 3)
		d := journal.Diagnosis{Name: strings.TrimSpace(parts[0])}
		if d.Name == "" {
			continue
		}
		if len(parts) > 1 {
			d.ToldBy = strings.TrimSpace(parts[1])
		}
		if len(parts) > 2 {
			d.Since = strings.TrimSpace(parts[2])
		}
		out = append(out, d)
	}
	return out
}

func (s *Screen) skinForm(f *form, r *journal.SkinCheck) {
	f.maybe("Skin, 0 clear to 10 worst ever", "skin", "", &r.Severity)
	f.maybe("Worst itch in 24 hours, 0 to 10", "itch", "", &r.Itch)
	f.maybe("Inflamed spots, about", "spots", "", &r.Spots)
	f.maybe("How much it got in the way, 0 to 10", "impact", "", &r.Impact)
	s.siteFields(f, r)
	s.signFields(f, r)
}
