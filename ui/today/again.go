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
			c.save(items, func() {})
		}))
	}
	if len(of[*journal.Meal](c.s.page)) == 0 && len(mealsOn(c.s.page.recent, c.s.day.Add(-1))) > 0 {
		chips = append(chips, kit.NewChip("All of yesterday's", func() { c.repeat(mealsOn(c.s.page.recent, c.s.day.Add(-1))) }))
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

// mealsOn returns the meals of a day, in their order.
func mealsOn(meals []*journal.Meal, day journal.Day) []*journal.Meal {
	var out []*journal.Meal
	for _, m := range meals {
		if m.Day == day {
			out = append(out, m)
		}
	}
	slices.Reverse(out) // the recent ones come newest first
	return out
}

// repeat enters meals once more on the day shown, as one change. The clock of
// then is not known now; the slot is.
func (c *mealCard) repeat(meals []*journal.Meal) {
	var out []journal.Record
	for _, m := range meals {
		again := &journal.Meal{Meta: c.s.page.fresh(c.s.deps.Now()), Slot: m.Slot, Items: eaten(m)}
		again.At = time.Time{}
		if again.Validate() == nil {
			out = append(out, again)
		}
	}
	if len(out) == 0 {
		c.s.deps.Dialogs.Status("That day has no meals; nothing was changed.")
		return
	}
	c.s.keep(out...)
}

// pickDay asks for the day whose meals are entered once more.
func (c *mealCard) pickDay() {
	kit.PickDay(c.s.deps.Window(), c.s.day.Add(-1), c.s.page.today, c.s.head.mark, func(day journal.Day) {
		var meals []*journal.Meal
		c.s.deps.Run.Run("today repeat", func(ctx context.Context) error {
			log, err := c.s.deps.Store.Range(ctx, day, day, journal.KindMeal)
			meals = journal.Select[*journal.Meal](log)
			return err
		}, func(err error) {
			if err != nil {
				c.s.deps.Dialogs.Problem("That day could not be read. " + kit.ErrorText(err))
				return
			}
			c.repeat(meals)
		})
	})
}
