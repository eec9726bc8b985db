package settings

import (
	"slices"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// daysCard holds dates, units, the end of the day and the reminder.
type daysCard struct {
	keys                      []string
	language                  *kit.Picker
	week, hours, water, paper *kit.Segmented
	dayEnd                    *kit.Stepper
	remind                    *kit.CheckRow
	time                      *kit.Entry
	timeField                 *kit.Field
	timeRow                   fyne.CanvasObject
	twelve                    bool
	saved                     string // the reminder as saved
	save                      func(string)
}

func (s *Screen) makeDays() fyne.CanvasObject {
	c := &s.days
	keys, names := kit.Languages()
	keys, names = languages(keys, names, s.deps.Language)
	c.keys = keys
	c.language = kit.NewPicker("Language of dates", names, 0, func(i int) {
		s.change(func(v *journal.Settings) { v.DateLanguage = keys[i] })
	})
	c.week = kit.NewSegmented(weekNames, 0, func(i int) {
		s.change(func(v *journal.Settings) { v.WeekStart = weeks[i] })
	})
	c.hours = kit.NewSegmented([]string{"24 h", "12 h"}, 0, func(i int) {
		s.change(func(v *journal.Settings) { v.Clock12 = i == 1 })
	})
	c.water = kit.NewSegmented([]string{"ml", "glasses"}, 0, func(i int) {
		s.change(func(v *journal.Settings) { v.Glasses = i == 1 })
	})
	c.paper = kit.NewSegmented([]string{"A4", "Letter"}, 0, func(i int) {
		s.change(func(v *journal.Settings) { v.Letter = i == 1 })
	})
	c.dayEnd = kit.NewStepper(240, 0, 720, 30, func(v float64) string { return clock(v, c.twelve) }, func(v float64) {
		s.change(func(t *journal.Settings) { t.DayEndMinutes = int(v) })
	})
	c.makeReminder(s)
	return kit.NewCard("calendar", kit.Primary, "Dates, units and your day", "", kit.Column(kit.Space3,
		kit.Labelled("Dates in", c.language),
		kit.Labelled("Weeks begin on", c.week),
		kit.Labelled("Time", c.hours),
		kit.Labelled("Water in", c.water),
		kit.Labelled("Paper", c.paper),
		kit.NewRule(),
		kit.Column(2, kit.Labelled("The day ends at", c.dayEnd), kit.NewCaption(hintDayEnd)),
		kit.Column(2, c.remind, c.timeRow, kit.NewCaption(hintReminder))))
}

func (c *daysCard) makeReminder(s *Screen) {
	c.save = func(text string) {
		if text == c.saved {
			c.timeField.SetProblem("")
			return
		}
		try := s.now
		try.Reminder = text
		if err := try.Validate(); err != nil || text == "" {
			c.timeField.SetProblem("Write the time like 20:30.")
			return
		}
		c.timeField.SetProblem("")
		s.change(func(v *journal.Settings) { v.Reminder = text })
	}
	c.remind = kit.NewCheck("Remind me to write", false, func(on bool) {
		s.change(func(v *journal.Settings) {
			v.Reminder = ""
			if on {
				v.Reminder = "20:30"
			}
		})
	})
	c.time = kit.NewNumberEntry("20:30", nil)
	c.time.OnEnter = c.save
	c.time.OnFocus = func(focused bool) {
		if !focused {
			c.leave()
		}
	}
	c.timeField = kit.NewField("At (24 h)", "", kit.Row(0, c.time))
	c.timeRow = kit.InsetEdges(c.timeField, 28, 0, 0, 0)
	c.timeRow.Hide()
}

// leave saves a time that was typed and not yet confirmed.
func (c *daysCard) leave() {
	if c.timeRow.Visible() && c.time.Text != c.saved {
		c.save(c.time.Text)
	}
}

func (c *daysCard) fill(v journal.Settings) {
	c.twelve, c.saved = v.Clock12, v.Reminder
	c.language.SetChosen(max(0, slices.Index(c.keys, v.DateLanguage)))
	c.week.SetChosen(max(0, slices.Index(weeks, v.WeekStart)))
	c.hours.SetChosen(index(v.Clock12))
	c.water.SetChosen(index(v.Glasses))
	c.paper.SetChosen(index(v.Letter))
	c.dayEnd.SetValue(float64(v.DayEndMinutes))
	c.remind.SetState(journal.StateOf(v.Reminder != ""))
	if v.Reminder == "" {
		c.timeRow.Hide()
		return
	}
	c.timeRow.Show()
	c.time.SetText(v.Reminder)
	c.time.Keep()
}

// index is the place of "yes" in a choice whose second item it is.
func index(second bool) int {
	if second {
		return 1
	}
	return 0
}
