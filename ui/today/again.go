package today

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// paintAgain offers meals to enter once more, and whole days.
func (c *mealCard) paintAgain() {
	var chips []fyne.CanvasObject
	for _, o := range offers(c.s.page, c.at()) {
		chips = append(chips, kit.NewChip(o.label, func() {
			items := o.items
			if o.line != "" {
				items = c.s.deps.Foods.Read(o.line)
			}
			c.store(c.meal(items), func() {})
		}))
	}
	before := c.s.day.Add(-1)
	if len(of[*journal.Meal](c.s.page)) == 0 && slices.ContainsFunc(c.s.page.recent, func(m *journal.Meal) bool { return m.Day == before }) {
		chips = append(chips, kit.NewChip("Same as yesterday", func() { c.repeatDay(before) }))
	}
	if len(c.s.page.recent) > 0 {
		chips = append(chips, kit.NewChip("Repeat a day …", c.pickDay))
	}
	var rows []fyne.CanvasObject
	if len(chips) > 0 {
		rows = []fyne.CanvasObject{kit.NewCaption("Again"), kit.Flow(6, chips...)}
	}
	c.s.refill(c.again, rows)
}

// pickDay asks for the day that is entered once more.
func (c *mealCard) pickDay() {
	kit.PickDay(c.s.deps.Window(), c.s.day.Add(-1), c.s.page.today, c.s.head.mark, c.repeatDay)
}

// repeatDay enters once more, as one change, what was eaten, drunk, taken and
// done on a day. How the skin was, the stress, the night and the like are
// never copied: they are asked for anew.
func (c *mealCard) repeatDay(day journal.Day) {
	var log journal.Log
	c.s.deps.Run.Run("today repeat", func(ctx context.Context) error {
		var err error
		log, err = c.s.deps.Store.Range(ctx, day, day, journal.KindMeal, journal.KindWater, journal.KindDose, journal.KindPractice)
		return err
	}, func(err error) {
		if err != nil {
			c.s.deps.Dialogs.Problem("That day could not be read. " + kit.ErrorText(err))
			return
		}
		again := repeated(c.s.page, log, c.s.deps.Now())
		if len(again) == 0 {
			c.s.deps.Dialogs.Status("That day has nothing to repeat that is not here already; nothing was changed.")
			return
		}
		c.s.keep(c.problem, again...)
	})
}

// repeated are the records of another day as new ones of the page's day. The
// clock of then is not known now. A kind that the page has already, or a
// course that has an answer or does not run, is left as it is.
func repeated(p *page, log journal.Log, now time.Time) []journal.Record {
	running := map[journal.ID]bool{}
	for _, r := range p.courses {
		running[r.ID] = len(dosesOf(p, journal.Dose{Course: r.ID})) == 0
	}
	for _, r := range p.treatments {
		running[r.ID] = len(dosesOf(p, journal.Dose{Treatment: r.ID})) == 0
	}
	var out []journal.Record
	for _, r := range log {
		again := r.Clone()
		*again.Base() = p.fresh(now)
		again.Base().At = time.Time{}
		switch r := again.(type) {
		case *journal.Dose:
			if !running[r.Course+r.Treatment] { // one of them is empty
				continue
			}
		case *journal.Meal:
			r.Items = eaten(r)
			if hasMeal(p, r) {
				continue
			}
		default:
			if slices.ContainsFunc(p.log, func(x journal.Record) bool { return x.Kind() == r.Kind() }) {
				continue
			}
		}
		if again.Validate() == nil {
			out = append(out, again)
		}
	}
	return out
}

// hasMeal reports whether the page has a meal of the same main slot, or one of
// the same foods.
func hasMeal(p *page, m *journal.Meal) bool {
	main := m.Slot == journal.Breakfast || m.Slot == journal.Lunch || m.Slot == journal.Dinner
	return slices.ContainsFunc(of[*journal.Meal](p), func(x *journal.Meal) bool { return main && x.Slot == m.Slot || sameFoods(x, m) })
}
