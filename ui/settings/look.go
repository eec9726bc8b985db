package settings

import (
	"slices"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// lookCard holds theme and text size.
type lookCard struct {
	theme *kit.Segmented
	size  *kit.Stepper
}

func (s *Screen) makeLook() fyne.CanvasObject {
	c := &s.look
	c.theme = kit.NewSegmented(themeNames, 0, func(i int) {
		s.change(func(v *journal.Settings) { v.Theme = themes[i] })
	})
	c.size = kit.NewStepper(1, 0.9, 1.6, 0.1, percent, func(v float64) {
		s.change(func(t *journal.Settings) { t.TextSize = v })
	})
	return kit.NewCard("sun", kit.Meals, "Look", "", kit.Column(kit.Space3,
		kit.Labelled("Theme", c.theme),
		kit.Labelled("Text size", c.size)))
}

func (c *lookCard) fill(v journal.Settings) {
	c.theme.SetChosen(max(0, slices.Index(themes, v.Theme)))
	c.size.SetValue(v.TextSize)
}
