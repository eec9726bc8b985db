package skin

import (
	"context"
	"image"

	"skinward/app/journal"
	"skinward/app/photo"
	"skinward/ui/kit"
)

// fairness judges the pair off the drawing thread.
func (c *pairCard) fairness() {
	a, b := c.s.first, c.s.second
	va, vb := c.first, c.second
	if a == nil || b == nil || a.ID == b.ID || va == nil || vb == nil {
		c.badge.Hide()
		return
	}
	at := c.s.place(a, b)
	var f photo.Fairness
	c.s.deps.Run.Run("skin fairness", func(context.Context) error {
		qa, qb := photo.Judge(va, photo.ColourOf(a), a.Card), photo.Judge(vb, photo.ColourOf(b), b.Card)
		f = photo.Compare(qa, qb, nil)
		if at.aligned() {
			f = photo.Compare(qa, qb, &at.lies)
		}
		return nil
	}, func(error) {
		if idOf(c.s.first) != a.ID || idOf(c.s.second) != b.ID || c.work.kind != nothing {
			return
		}
		role := map[photo.Grade]kit.Role{photo.Fair: kit.Primary, photo.Careful: kit.Meals, photo.NotComparable: kit.Skin}[f.Grade]
		c.badge.Set(f.String(), role)
		c.badge.Show()
		c.card.Refresh()
	})
}

// place lays the second photo on the first with what is known now.
func (s *Screen) place(first, second *journal.Photo) placing {
	return place(first, second, s.guesses[pairOf(first, second)])
}

func pairOf(first, second *journal.Photo) [2]journal.ID {
	return [2]journal.ID{idOf(first), idOf(second)}
}

// guess looks for the match of a pair that nobody aligned, once, and then
// calls found on the drawing thread.
func (s *Screen) guess(key string, first, second *journal.Photo, a, b image.Image, found func()) {
	pair := pairOf(first, second)
	if _, known := s.guesses[pair]; known || first.ID == second.ID || s.place(first, second).stored {
		return
	}
	var g guess
	s.deps.Run.Run(key, func(context.Context) error {
		lies, _, err := photo.Propose(a, b)
		g = guess{lies: lies, found: err == nil}
		return nil // no match is an answer too
	}, func(error) {
		s.guesses[pair] = g
		if g.found {
			found()
		}
	})
}

// decline shows a pair as it was taken.
func (s *Screen) decline(first, second *journal.Photo) {
	g := s.guesses[pairOf(first, second)]
	g.declined = true
	s.guesses[pairOf(first, second)] = g
}
