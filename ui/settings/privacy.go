package settings

import (
	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// privacyCard holds what is asked for, what is shown and how much moves.
type privacyCard struct {
	things       *kit.Things
	blur, motion *kit.CheckRow
}

func (s *Screen) makeThings() fyne.CanvasObject {
	s.privacy.things = kit.NewThings(func(t journal.Thing, on bool) {
		s.change(func(v *journal.Settings) { v.Track(t, on) })
	})
	return kit.NewCard("today", kit.Primary, "What Today asks for", "", kit.Column(kit.Space2,
		s.privacy.things.Container, kit.NewCaption(hintThings)))
}

func (s *Screen) makePrivacy() fyne.CanvasObject {
	c := &s.privacy
	c.blur = kit.NewCheck("Blur photos in lists", false, func(on bool) {
		s.change(func(v *journal.Settings) { v.BlurThumbnails = on })
	})
	c.motion = kit.NewCheck("Reduced motion", false, func(on bool) {
		s.change(func(v *journal.Settings) { v.ReducedMotion = on })
	})
	explained := func(row *kit.CheckRow, hint string) fyne.CanvasObject {
		return kit.Column(0, row, kit.InsetEdges(kit.NewCaption(hint), 28, 0, 0, 2))
	}
	return kit.NewCard("eye", kit.Stress, "What is shown", "", kit.Column(kit.Space1,
		explained(c.blur, hintBlur), explained(c.motion, hintMotion)))
}

func (c *privacyCard) fill(v journal.Settings) {
	c.blur.SetState(journal.StateOf(v.BlurThumbnails))
	c.motion.SetState(journal.StateOf(v.ReducedMotion))
	c.things.Fill(v)
}
