package journal

import "slices"

// Thing is something that a person may want to be asked for, or not. The look
// at the skin is always asked for and is none of them. What was recorded of a
// thing stays and shows in the lists when it is no longer asked for.
type Thing string

// The things. Their text is stored.
const (
	ThingMeals     Thing = "meals"
	ThingTaken     Thing = "treatments" // probiotics, treatments and medicines
	ThingStress    Thing = "stress"     // with meditation, breathing and exercise
	ThingSleep     Thing = "sleep"
	ThingWater     Thing = "water"
	ThingDigestion Thing = "digestion"
	ThingCycle     Thing = "cycle"
	ThingFlushing  Thing = "flushing"   // hot drinks, spice, alcohol and flushes, as with rosacea
	ThingAcneGrade Thing = "acne_grade" // by region
	ThingPalms     Thing = "body_palms" // the area in palms
)

// Things returns every thing in the order in which it is offered; the first
// six are asked for unless the person says otherwise.
func Things() []Thing {
	return []Thing{
		ThingMeals, ThingTaken, ThingStress, ThingSleep, ThingWater, ThingDigestion,
		ThingCycle, ThingFlushing, ThingAcneGrade, ThingPalms,
	}
}

// usual is how many of Things are asked for before anybody chose.
const usual = 6

// Label names a thing for people.
func (t Thing) Label() string {
	return map[Thing]string{
		ThingMeals: "Meals", ThingTaken: "Probiotics and treatments", ThingStress: "Stress", ThingSleep: "Sleep",
		ThingWater: "Water", ThingDigestion: "Digestion", ThingCycle: "Cycle",
		ThingFlushing:  "Hot drinks, spice, alcohol, flushing",
		ThingAcneGrade: "Acne by region", ThingPalms: "Area in palms",
	}[t]
}

// Tracks reports whether the person wants to be asked for t.
func (s Settings) Tracks(t Thing) bool {
	switch {
	case t == ThingCycle:
		return s.ShowCycle
	case s.Tracked == nil:
		return slices.Contains(Things()[:usual], t)
	}
	return slices.Contains(s.Tracked, t)
}

// Track has the person asked for t, or no longer.
func (s *Settings) Track(t Thing, on bool) {
	if t == ThingCycle {
		s.ShowCycle = on
		return
	}
	chosen := []Thing{} // not nil, which stands for the usual ones
	for _, x := range Things() {
		if x != ThingCycle && (x == t && on || x != t && s.Tracks(x)) {
			chosen = append(chosen, x)
		}
	}
	s.Tracked = chosen
}

func checkThings(things []Thing) error {
	for _, t := range things {
		if err := checkChoice("thing to follow", t, Things()...); err != nil {
			return err
		}
	}
	return nil
}
