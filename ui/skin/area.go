package skin

import (
	"context"
	"image"

	"skinward/app/journal"
	"skinward/app/photo"
	"skinward/ui/kit"
)

// startArea lets a region be drawn on this photo.
func (c *pairCard) startArea(t task) {
	p := c.s.second
	if p == nil {
		return
	}
	c.enter(t, overlay)
	c.work.open = false
	c.work.what.SetChosen(int(t - markArea))
	c.work.words.SetText(taskWords[t])
	if r := regionOf(p, t); r != nil {
		c.stage.box = boxOf(*r, aspect(p))
	} else if t == markArea {
		c.stage.box = carried(c.s.first, p, c.s.place(c.s.first, p))
	}
	c.stage.Refresh()
	c.work.clear.Hidden = regionOf(p, t) == nil
}

func regionOf(p *journal.Photo, t task) *journal.Region {
	switch t {
	case markArea:
		return p.Area
	case markControl:
		return p.Control
	}
	if p.Card != nil && p.Card.White == (t == markWhite) {
		return &p.Card.Region
	}
	return nil
}

func boxOf(r journal.Region, aspect float64) box {
	return box{photo.Point{X: r.X, Y: r.Y * aspect}, photo.Point{X: r.X + r.W, Y: (r.Y + r.H) * aspect}, true, r.Oval}
}

// carried is the area of the left photo on this one, where the two are aligned:
// an offer that only needs to be kept. A turn moves it and does not tilt it.
func carried(from, to *journal.Photo, at placing) box {
	if from == nil || from.Area == nil || !at.aligned() {
		return box{}
	}
	b := boxOf(*from.Area, aspect(from))
	back := at.lies.Invert()
	centre := back.Apply(photo.Point{X: (b.from.X + b.to.X) / 2, Y: (b.from.Y + b.to.Y) / 2})
	w, h := back.Scale*(b.to.X-b.from.X)/2, back.Scale*(b.to.Y-b.from.Y)/2
	b.from, b.to = photo.Point{X: centre.X - w, Y: centre.Y - h}, photo.Point{X: centre.X + w, Y: centre.Y + h}
	if r := b.region(aspect(to)); r.W <= 0 || r.H <= 0 {
		return box{}
	}
	return b
}

// drag draws the region.
func (c *pairCard) drag(from, to photo.Point) {
	if !c.work.kind.marksArea() {
		return
	}
	c.stage.box = box{from, to, true, c.work.kind == markArea}
	c.stage.Refresh()
}

// cornerAt sets one corner of the region and then the opposite one, for those
// who do not drag.
func (c *pairCard) cornerAt(at photo.Point) {
	w := &c.work
	if !w.kind.marksArea() {
		return
	}
	from := at
	if w.open {
		from = c.stage.box.from
	}
	w.open = !w.open
	c.drag(from, at)
}

// stretch lets the region grow with the keyboard's cross.
func (c *pairCard) stretch(at photo.Point) {
	if c.work.open {
		c.drag(c.stage.box.from, at)
	}
}

// region returns the box drawn in fractions of the photo, cut at its edges.
func (b box) region(aspect float64) journal.Region {
	x0, x1 := min(b.from.X, b.to.X), max(b.from.X, b.to.X)
	y0, y1 := min(b.from.Y, b.to.Y)/aspect, max(b.from.Y, b.to.Y)/aspect
	in := func(v float64) float64 { return min(max(v, 0), 1) }
	x0, x1, y0, y1 = in(x0), in(x1), in(y0), in(y1)
	return journal.Region{X: x0, Y: y0, W: x1 - x0, H: y1 - y0, Oval: b.oval}
}

// keepArea saves the region and measures anew.
func (c *pairCard) keepArea() {
	if !c.stage.box.shown {
		c.s.deps.Dialogs.Problem("Drag over the photo first to mark an area.")
		return
	}
	p := c.s.current(c.s.second)
	r := c.stage.box.region(aspect(p))
	switch t := c.work.kind; t {
	case markArea:
		p.Area = &r
	case markControl:
		p.Control = &r
	default:
		p.Card = &journal.Card{Region: r, White: t == markWhite}
	}
	c.measure(p)
}

// clearArea takes the mark off.
func (c *pairCard) clearArea() {
	p := c.s.current(c.s.second)
	switch c.work.kind {
	case markArea:
		p.Area = nil
	case markControl:
		p.Control = nil
	default:
		p.Card = nil
	}
	c.measure(p)
}

// measure measures the redness of p's area and saves p. A measurement that is
// refused keeps the marks that can be kept and says why.
func (c *pairCard) measure(p *journal.Photo) {
	view := c.second
	if p.Area == nil || view == nil {
		p.Redness = journal.Maybe[journal.Redness]{}
		c.endWork()
		c.s.write("", p)
		return
	}
	var r journal.Redness
	c.s.deps.Run.Run("skin measure", func(context.Context) error {
		var err error
		r, err = measureIn(view, p)
		return err
	}, func(err error) {
		if err != nil {
			c.s.deps.Dialogs.Problem(kit.ErrorText(err))
			c.work.words.SetText(kit.ErrorText(err))
			c.card.Refresh()
			return
		}
		p.Redness = journal.Some(r)
		c.endWork()
		c.s.write("Redness "+rednessWords(r)+". A colour measurement, not a grade.", p)
	})
}

func measureIn(view image.Image, p *journal.Photo) (journal.Redness, error) {
	return photo.MeasureRedness(view, photo.ColourOf(p), photo.Marks{Area: *p.Area, Control: p.Control, Card: p.Card})
}
