package sample

import (
	"time"

	"skinward/app/journal"
)

// Places that are rated and photographed.
const (
	siteElbow = "left inner elbow"
	siteCheek = "right cheek"
)

// definitions writes the profile, the trackers and what is used all along.
func (w *writer) definitions() {
	day := w.first
	w.outdoors = &journal.Tracker{Meta: w.meta(day, -1), Name: "outdoors", Type: journal.TrackMinutes, Unit: "min"}
	w.shower = &journal.Tracker{Meta: w.meta(day, -1), Name: "hot shower", Type: journal.TrackYesNo}
	w.vitamin = &journal.Course{Meta: w.meta(day, -1), Class: journal.Supplement, Product: "vitamin D", Amount: "1000 IU", Form: "capsule"}
	w.cortison = &journal.Treatment{
		Meta: w.meta(day, -1), Name: "hydrocortisone", Strength: "1 %", Form: "cream", Sites: []string{siteElbow},
		Schedule: journal.AsNeeded, Prescribed: journal.Yes, Reason: "eczema",
	}
	w.emollient = &journal.Treatment{Meta: w.meta(day, -1), Name: "urea cream", Strength: "5 %", Form: "cream", Schedule: journal.Daily, Prescribed: journal.No}
	profile := &journal.Profile{
		Meta: w.meta(day, -1), Name: "Robin Sample", Birth: journal.NewDay(1992, time.May, 14),
		Conditions: []journal.Diagnosis{
			{Name: string(journal.Eczema), ToldBy: "dermatologist", Since: "2014"},
			{Name: string(journal.Acne), ToldBy: "GP", Since: "2019"},
		},
		Reason: "Flares come more often than last year. Is a patch test worth doing?", Matters: "Sleeping through the night.",
	}
	profile.ID = journal.ProfileID
	w.add(w.outdoors, w.shower, w.vitamin, w.cortison, w.emollient, profile)
}

// visits writes the food that is avoided, an appointment about every four months and one that lies
// ahead.
func (w *writer) visits() {
	w.add(&journal.Avoidance{Meta: w.meta(w.day(w.days/2), -1), Food: "lobster", Advice: journal.ByDoctor, Why: "reaction as a child"})
	for d := 40; d < w.days; d += 118 {
		w.add(&journal.Appointment{Meta: w.meta(w.day(d), 10*60+30), Person: "Dr Ines Falk", Place: "Dermatology, Harbour Street", Purpose: "check-up"})
	}
	w.add(&journal.Appointment{
		Meta: w.meta(w.o.Last.Add(9), 9*60+15), Person: "Dr Ines Falk", Place: "Dermatology, Harbour Street", Purpose: "check-up",
		Questions: []string{"Is a patch test worth doing?", "How long may I use the hydrocortisone in one go?"}, Remind: journal.Some(24.0),
	})
}

var remarks = []string{
	"Long day outside, wind and sun.",
	"New washing powder.",
	"Slept away from home.",
	"Heating on for the first time.",
	"A cold, stayed in bed.",
	"Swimming, chlorinated pool.",
	"Ran out of the cream.",
	"Woollen jumper, itched at the neck.",
}

// remark returns a note for a few days.
func (w *writer) remark(d int) string {
	if w.penDice.Float64() >= 0.05 {
		return ""
	}
	return remarks[w.penDice.IntN(len(remarks))]
}
