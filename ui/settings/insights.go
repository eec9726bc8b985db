package settings

import (
	"fmt"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// insightsCard holds the smallest change that matters and the suspects.
type insightsCard struct {
	smallest *kit.Stepper
	field    *kit.Field
	entry    *kit.Entry
	add      *kit.Button
	chips    *fyne.Container
	count    *kit.Text
	remove   func(name string)
}

func (s *Screen) makeInsights() fyne.CanvasObject {
	c := &s.insights
	c.smallest = kit.NewStepper(0.5, 0.1, 5, 0.1, points, func(v float64) {
		s.change(func(t *journal.Settings) { t.SmallestChange = v })
	})
	add := func() {
		names, err := addSuspect(s.now.Suspects, c.entry.Text)
		if err != nil {
			c.field.SetProblem(kit.ErrorText(err))
			return
		}
		c.field.SetProblem("")
		c.entry.SetText("")
		c.entry.Keep()
		s.change(func(v *journal.Settings) { v.Suspects = names })
	}
	c.remove = func(name string) {
		kept := make([]string, 0, len(s.now.Suspects))
		for _, n := range s.now.Suspects {
			if n != name {
				kept = append(kept, n)
			}
		}
		s.change(func(v *journal.Settings) { v.Suspects = kept })
	}
	c.entry = kit.NewEntry("for example: cow’s milk", func(string) { c.field.SetProblem("") })
	c.entry.OnEnter = func(string) { add() }
	c.add = kit.NewButton("Add", add)
	c.field = kit.NewField("Name a suspect", "", kit.FillRow(kit.Space2, 0, c.entry, c.add))
	c.chips = kit.Flow(6)
	c.count = kit.NewCaption("").OneLine()
	return kit.NewCardWith("insights", kit.Skin, "Insights", c.count, kit.Column(kit.Space3,
		kit.Column(2, kit.Labelled("Smallest change that matters", c.smallest), kit.NewCaption(hintSmallest)),
		kit.NewRule(),
		kit.NewCaption(hintSuspects), c.chips, c.field))
}

func (c *insightsCard) fill(v journal.Settings) {
	c.smallest.SetValue(v.SmallestChange)
	c.chips.Objects = nil
	for _, name := range v.Suspects {
		c.chips.Objects = append(c.chips.Objects, kit.NewRemovableChip(name, kit.Skin, nil, func() { c.remove(name) }))
	}
	c.chips.Hidden = len(v.Suspects) == 0
	c.chips.Refresh()
	c.count.SetText("")
	if n := len(v.Suspects); n > 0 {
		c.count.SetText(fmt.Sprintf("%d of %d suspects", n, journal.MaxSuspects))
	}
}
