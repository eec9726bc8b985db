package journaltest

import (
	"strings"

	"skinward/app/journal"
)

// Examples returns one valid record of every kind with every field filled, in
// the order of journal.Kinds. Their ids are ID(1), ID(2) … and what refers to
// a course or tracker refers to one among them.
func Examples() journal.Log {
	some := journal.Some[float64]
	l := journal.Log{
		&journal.Meal{Slot: journal.Lunch, Items: []journal.MealItem{
			{Food: "Oat porridge", Portion: journal.Large, Count: some(2)},
			{Food: "Jalapeño", Portion: journal.Small},
			{Food: "Milk", Absent: true},
		}},
		&journal.Course{
			Class: journal.Probiotic, Product: "Kefir capsules", Maker: "Dairy Works", Species: "Lacticaseibacillus rhamnosus",
			Strain: "GG", CFU: some(1e10), Amount: "1 capsule", Form: "capsule", WithFood: journal.Yes, PerDay: some(1), Stop: Day("2026-03-01"), Reason: "after antibiotics",
		},
		&journal.Treatment{
			Name: "Hydrocortisone", Strength: "1 %", Form: "cream", Sites: []string{"left cheek", "chin"}, Schedule: journal.AsNeeded,
			PerDay: some(2), Stop: Day("2026-02-20"), Reason: "flare", StopReason: "calm", Prescribed: journal.No, SideEffect: "stinging",
		},
		&journal.Dose{Course: ID(2), Taken: journal.Yes, Amount: "1 capsule", Count: some(1), Name: "Kefir capsules"},
		&journal.Stress{Level: some(6.5), Triggers: []string{"work", "travel"}},
		&journal.Practice{Type: journal.Meditation, Minutes: 20},
		&journal.Sleep{Hours: some(7.25), Quality: some(6), Woken: journal.No},
		&journal.Water{Millilitres: 1250},
		&journal.Digestion{Form: some(4), Bloating: some(3), Pain: some(0)},
		&journal.Cycle{CycleDay: some(14), Bleeding: journal.No},
		&journal.SkinCheck{
			Severity: some(4), Itch: some(0), Spots: some(12), Impact: some(3),
			Sites:   []journal.SiteRating{{Site: "left cheek", Rating: some(5)}, {Site: "chin"}},
			Signs:   []journal.Sign{{Condition: journal.Eczema, Name: "redness", Level: 2}},
			Regions: []journal.RegionGrade{{Region: "forehead", Lesion: 3}},
			Areas:   []journal.Palms{{Region: "right forearm", Count: 1.5}},
		},
		&journal.Photo{
			Hash: strings.Repeat("0123456789abcdef", 4), Format: "jpeg", Bytes: 2_000_000, Width: 3024, Height: 4032,
			Site: "left cheek", Light: "window", Flash: journal.No, Colour: "converted", Located: true, Intimate: true, InSummary: true,
			Area:       &journal.Region{X: 0.25, Y: 0.5, W: 0.5, H: 0.25, Oval: true},
			Control:    &journal.Region{X: 0, Y: 0, W: 0.125, H: 0.125},
			Card:       &journal.Card{Region: journal.Region{X: 0.75, Y: 0.75, W: 0.25, H: 0.25}, White: true},
			Redness:    journal.Some(journal.Redness{A: 18.5, Spread: 2.25, Erythema: 31, Over: some(6.5), Corrected: true}),
			Alignments: []journal.Alignment{{Onto: ID(90), Scale: 1.05, Angle: -0.1, DX: 0.02, DY: -0.01, Automatic: true}, {Onto: ID(91), Scale: 1}},
			Blind:      journal.Some(journal.BlindRating{Rating: 4.5, On: Day("2026-02-10")}),
		},
		&journal.Tracker{Name: "Steps", Type: journal.TrackNumber, Unit: "steps", Min: some(0), Max: some(100_000), Retired: true, Group: "activity"},
		&journal.TrackerValue{Tracker: ID(13), Value: 8042, Name: "Steps", Unit: "steps"},
		&journal.Note{},
		&journal.Appointment{Person: "Dr Okafor", Place: "Skin clinic", Purpose: "review", Questions: []string{"Patch test?", "How long?"}, Remind: some(24)},
		&journal.Profile{
			Name: "Ada", Birth: Day("1990-05-17"), Conditions: []journal.Diagnosis{{Name: "atopic eczema", ToldBy: "dermatologist", Since: "2019"}},
			Reason: "itch at night", Matters: "sleep", Allergies: "none known",
		},
		&journal.Avoidance{Food: "milk", Until: Day("2026-04-01"), Advice: journal.ByDietitian, Why: "elimination"},
		&journal.Score{Name: "POEM", Total: 12, Min: some(0), Max: some(28), By: "myself"},
		&journal.DayMark{MealsComplete: journal.Yes, NoFood: true, Ordinary: true},
		&journal.Food{Name: "Sourdough", Tags: map[string]string{"gluten": "yes", "histamine": "unknown"}, Favoured: true},
		&journal.Verdict{
			Factor: "milk", FactorKind: "food", Outcome: "severity", Grade: "likely", Direction: "worse",
			Effect: 0.8, Low: 0.2, High: 1.4, Q: 0.03, Days: 120, Method: "1", NoLonger: true,
		},
	}
	byKind := map[journal.Kind]int{}
	for i, k := range journal.Kinds() {
		byKind[k] = i + 1
	}
	out := make(journal.Log, len(l))
	for _, r := range l {
		n := byKind[r.Kind()]
		b := r.Base()
		*b = Meta("2026-02-03", "12:30")
		b.ID, b.Note = ID(n), "a note on "+string(r.Kind())
		b.Source = journal.Remembered
		if r.Kind() == journal.KindProfile {
			b.ID = journal.ProfileID
		}
		out[n-1] = r
	}
	for _, r := range out {
		switch r := r.(type) {
		case *journal.Dose:
			r.Course = ID(byKind[journal.KindCourse])
		case *journal.TrackerValue:
			r.Tracker = ID(byKind[journal.KindTracker])
		}
	}
	return out
}
