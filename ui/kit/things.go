package kit

import (
	"fyne.io/fyne/v2"

	"skinward/app/journal"
)

// Things is a row of chips for what a person wants to be asked for.
type Things struct {
	Container *fyne.Container
	chips     map[journal.Thing]*Chip
}

// NewThings returns the chips; change hears of each that is switched.
func NewThings(change func(t journal.Thing, on bool)) *Things {
	g := &Things{Container: Flow(6), chips: map[journal.Thing]*Chip{}}
	for _, t := range journal.Things() {
		g.chips[t] = NewToggleChip(t.Label(), Primary, false, func(on bool) { change(t, on) })
		g.Container.Add(g.chips[t])
	}
	return g
}

// Fill shows what s tracks.
func (g *Things) Fill(s journal.Settings) {
	for t, chip := range g.chips {
		chip.SetOn(s.Tracks(t))
	}
}
