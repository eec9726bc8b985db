package today

import (
	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// stop is one question of an ordinary day, in the order in which Return leads
// through them.
type stop struct {
	thing journal.Thing // "" is always asked for
	at    func() fyne.Focusable
}

// chain lets Return lead from one question of an ordinary day to the next, in
// reading order, past those that are not asked for.
func (s *Screen) chain() {
	s.stops = []stop{
		{"", func() fyne.Focusable { return s.skin.severity }},
		{"", func() fyne.Focusable { return s.skin.itch }},
		{journal.ThingStress, func() fyne.Focusable { return s.stress.level }},
		{journal.ThingSleep, func() fyne.Focusable { return s.body.sleep }},
		{journal.ThingWater, func() fyne.Focusable { return s.body.water }},
		{journal.ThingDigestion, func() fyne.Focusable { return s.body.stool }},
		{journal.ThingMeals, func() fyne.Focusable { return s.meals.entry }},
		{journal.ThingTaken, s.taken.first},
	}
	s.skin.severity.OnEnter = s.onward(0)
	s.skin.itch.OnEnter = s.onward(1)
	s.stress.level.OnEnter = s.onward(2)
	for i, field := range []*kit.Entry{s.body.sleep, s.body.water, s.body.stool} {
		next := s.onward(3 + i)
		field.OnEnter = func(string) { s.body.keep(); next() }
	}
	s.meals.onward = s.onward(6)
	s.taken.onward = s.onward(7)
}

// onward goes to the next question after the one at index from; what has
// nothing to answer is passed by.
func (s *Screen) onward(from int) func() {
	return func() {
		for i := range s.stops {
			next := s.stops[(from+1+i)%len(s.stops)]
			if next.thing != "" && !s.page.settings.Tracks(next.thing) {
				continue
			}
			if f := next.at(); f != nil {
				s.focusOn(f)
				return
			}
		}
	}
}

// showTracked hides what the person does not want to be asked for.
func (s *Screen) showTracked() {
	tracks := s.page.settings.Tracks
	s.stress.object.Hidden = !tracks(journal.ThingStress)
	s.meals.object.Hidden = !tracks(journal.ThingMeals)
	s.taken.object.Hidden = !tracks(journal.ThingTaken)
	s.body.show(tracks(journal.ThingSleep), tracks(journal.ThingWater), tracks(journal.ThingDigestion))
	s.middle.Hidden = s.meals.object.Hidden && s.taken.object.Hidden
}

// wanted says that something is not asked for, and where that can be changed.
func (s *Screen) wanted(t journal.Thing) bool {
	if s.page.settings.Tracks(t) {
		return true
	}
	s.deps.Dialogs.Status(t.Label() + " is not among the things asked for; Settings has the list.")
	return false
}
