// Package sample makes up a journal: two hundred foods, meals, courses, stress
// and the skin of a person who does not exist. The same days, seed and options
// give the same journal, to the byte.
//
// What truly goes with the skin is built in and can be asked for (Truth), and
// so are traps: foods that only seem linked, because they are eaten under
// stress, at weekends, in summer, or because of the skin. A method that can be trusted finds the first and leaves the second.
package sample

import "skinward/app/journal"

// MaxDays is the longest sample.
const MaxDays = 36_500

// Options choose what the sample holds.
type Options struct {
	// Last is the last day of the journal; zero is 31 October 2026.
	Last journal.Day
	// Cycle adds a menstrual cycle, which then truly goes with the skin.
	Cycle bool
	// Photos adds two pictures of the skin a week, as Shots.
	Photos bool
}

// Sample is a made-up journal.
type Sample struct {
	Log   journal.Log
	Truth Truth
	// Shots are the photos, without records in Log: a store adds them.
	Shots []Shot
}

// Link is something that truly goes with an outcome, or a trap.
type Link struct {
	Factor  string
	Outcome string // severity, itch or lesions
	// Kernel is the change of the outcome, in its points, on the day itself and
	// the days after; empty for traps.
	Kernel []float64
	Why    string
}

// Truth is what the sample was made from.
type Truth struct {
	Links []Link
	Traps []Link
	// Companions do nothing themselves, but go along with a true link so often
	// that looking at one food at a time cannot tell them apart.
	Companions []Link
}

// truth is the same for every sample.
func truth(o Options) Truth {
	t := Truth{
		Links: []Link{
			{"parmesan", "severity", []float64{0, 1.5, 1.05, 0.6}, "worse from the next day, fading over three days"},
			{"red wine", "itch", []float64{0, 1.4, 0.8}, "worse from the next day, fading over two days"},
			{"prawns", "severity", []float64{0, 0, 1.3, 1.1, 0.7}, "worse from the second to the fourth day"},
			{"milk chocolate", "lesions", []float64{0, 0, 0, 0, 2.4, 2.4, 2.4, 2.4}, "more spots four to seven days later"},
			{"walnuts", "itch", []float64{0, 1.3, 1.3, 1.3}, "worse for three days"},
			{probiotic, "severity", everyDay(-0.12, 14), "better after about two weeks of taking it"},
			{"stress", "severity", []float64{0.15, 0.30, 0.15}, "per point of stress, on the day and the two days after"},
			{"stress", "itch", []float64{0.15, 0.25, 0.15}, "per point of stress, on the day and the two days after"},
		},
		Traps: []Link{
			{"cookies", "severity", nil, "eaten on stressed days"},
			{"beer", "severity", nil, "drunk at weekends, when the skin is a little worse"},
			{"watermelon", "severity", nil, "eaten in summer, when the skin is better"},
			{"camomile tea", "severity", nil, "drunk because the skin is bad"},
			{"vitamin D", "severity", nil, "taken in winter, when the skin is worse"},
			{"hydrocortisone", "severity", nil, "used because the skin is bad"},
		},
		Companions: []Link{{"tomato sauce", "severity", nil, "half of the time eaten together with parmesan: seen alone it looks linked, and the insights name what it goes along with"}},
	}
	if o.Cycle {
		t.Links = append(t.Links, Link{"cycle", "severity", nil, "0.8 worse from seven days before the first day of bleeding to two after it"})
	}
	return t
}

func everyDay(effect float64, days int) []float64 {
	k := make([]float64, days+1)
	for i := range days {
		k[i+1] = effect
	}
	return k
}
