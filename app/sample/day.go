package sample

import (
	"math"

	"skinward/app/journal"
)

// felt writes stress, sleep, water, digestion, cycle and the own trackers.
func (w *writer) felt(d int, day journal.Day) {
	r := w.penDice
	if r.Float64() < 0.95 {
		s := &journal.Stress{Meta: w.meta(day, w.about(20)), Level: rating(w.stress[d])}
		if w.stress[d] > 6 {
			s.Triggers = []string{[]string{"work", "family", "travel"}[r.IntN(3)]}
		}
		w.add(s)
	}
	if r.Float64() < 0.95 {
		s := &journal.Sleep{Meta: w.meta(day, w.about(7.2)), Hours: journal.Some(math.Round(2*w.sleep[d]) / 2), Quality: rating(w.sleep[d] - 1 + r.NormFloat64())}
		if w.itch[d] > 5 {
			s.Woken = journal.StateOf(r.Float64() < 0.6)
		}
		w.add(s)
	}
	if r.Float64() < 0.8 {
		glasses := clamp(math.Round(6+1.6*r.NormFloat64()), 1, 14)
		w.add(&journal.Water{Meta: w.meta(day, w.about(20.5)), Millilitres: glasses * journal.Glass})
	}
	if r.Float64() < 0.9 {
		g := &journal.Digestion{Meta: w.meta(day, w.about(8)), Form: journal.Some(clamp(math.Round(4+1.1*r.NormFloat64()), 1, 7))}
		if r.Float64() < 0.4 {
			g.Bloating = rating(2 + 1.5*r.NormFloat64())
		}
		w.add(g)
	}
	if c := w.cycleDay[d]; c > 0 {
		w.add(&journal.Cycle{Meta: w.meta(day, -1), CycleDay: journal.Some(float64(c)), Bleeding: journal.StateOf(c <= 5)})
	}
	if r.Float64() < 0.22 {
		kinds := []journal.PracticeType{journal.Meditation, journal.Breathing, journal.Exercise}
		w.add(&journal.Practice{Meta: w.meta(day, w.about(18)), Type: kinds[r.IntN(3)], Minutes: float64(10 + 5*r.IntN(8))})
	}
	if r.Float64() < 0.85 {
		v := &journal.TrackerValue{Meta: w.meta(day, -1), Tracker: w.outdoors.ID, Name: w.outdoors.Name, Unit: w.outdoors.Unit}
		v.Value = clamp(5*math.Round((70+45*w.summer(d)+35*r.NormFloat64())/5), 0, 480)
		w.add(v)
	}
	if r.Float64() < 0.55 {
		w.add(&journal.TrackerValue{Meta: w.meta(day, -1), Tracker: w.shower.ID, Name: w.shower.Name, Value: one(r.Float64() < 0.35)})
	}
}

// taken writes doses, and opens and closes the courses of the probiotic.
func (w *writer) taken(d int, day journal.Day) {
	r := w.penDice
	on := w.probiotic[d]
	if on && w.course == nil {
		start := d
		for start > 0 && w.probiotic[start-1] {
			start--
		}
		end := d
		for end < w.days-1 && w.probiotic[end+1] {
			end++
		}
		w.course = &journal.Course{
			Meta: w.meta(w.day(start), -1), Class: journal.Probiotic, Product: probiotic, Maker: "Example Foods",
			Species: "Lacticaseibacillus rhamnosus", Strain: strain, CFU: journal.Some(1e10), Form: "capsule", WithFood: journal.Yes,
			PerDay: journal.Some(1.0), Reason: "see whether the skin changes",
		}
		if end < w.days-1 {
			w.course.Stop = w.day(end)
		}
		w.add(w.course)
	}
	switch {
	case on:
		w.add(&journal.Dose{Meta: w.meta(day, w.about(8)), Course: w.course.ID, Taken: journal.Yes, Name: probiotic})
	case w.course != nil:
		w.course = nil
	}
	if w.vitaminD[d] && r.Float64() < 0.85 {
		w.add(&journal.Dose{Meta: w.meta(day, w.about(8)), Course: w.vitamin.ID, Taken: journal.Yes, Amount: "1000 IU", Name: w.vitamin.Product})
	} else if r.Float64() < 0.25 {
		w.add(&journal.Dose{Meta: w.meta(day, -1), Course: w.vitamin.ID, Taken: journal.StateOf(w.vitaminD[d]), Name: w.vitamin.Product})
	}
	if w.cortisone[d] {
		w.add(&journal.Dose{Meta: w.meta(day, w.about(22)), Treatment: w.cortison.ID, Taken: journal.Yes, Name: w.cortison.Name})
	}
}
