package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// ChipRow is a row of chips that is one stop of Tab, however many there are:
// Left and Right walk them, Return opens one, Delete and Backspace remove it,
// and letters go to OnRune. It breaks into lines where the width ends.
type ChipRow struct {
	control
	role     Role
	labels   []string
	at       int // the one that the keys are for
	width    float32
	OnTapped func(index int)
	OnRemove func(index int)
	OnRune   func(index int, r rune)
	OnMoved  func(index int) // the keys are for another one

	shapes []*canvas.Rectangle
	texts  []*canvas.Text
	ring   *canvas.Rectangle
}

// NewChipRow returns the chips in a role's tint, with Ink on the neutral ground
// of other chips; the keys are for the one at
// index at first.
func NewChipRow(role Role, labels []string, at int, tapped func(index int)) *ChipRow {
	c := &ChipRow{role: role, labels: labels, at: min(max(at, 0), len(labels)-1), OnTapped: tapped, ring: focusRing(15)}
	for _, label := range labels {
		text := canvas.NewText(label, transparent)
		c.texts = append(c.texts, text)
		c.shapes = append(c.shapes, canvas.NewRectangle(transparent))
	}
	c.initControl(c, func() { c.tap(c.at) })
	c.actAt = func(p fyne.Position) {
		for i, s := range c.shapes {
			if at, size := s.Position(), s.Size(); p.X >= at.X && p.Y >= at.Y && p.X <= at.X+size.Width && p.Y <= at.Y+size.Height {
				c.move(i)
				c.tap(i)
				return
			}
		}
	}
	return c
}

// At returns the index of the chip that the keys are for.
func (c *ChipRow) At() int { return c.at }

func (c *ChipRow) tap(i int) {
	if c.OnTapped != nil {
		c.OnTapped(i)
	}
}

func (c *ChipRow) move(to int) {
	c.at = min(max(to, 0), len(c.labels)-1)
	c.Refresh()
	if c.OnMoved != nil {
		c.OnMoved(c.at)
	}
}

// TypedRune acts on Space and hands on letters.
func (c *ChipRow) TypedRune(r rune) {
	if r != ' ' && c.OnRune != nil {
		c.OnRune(c.at, r)
		return
	}
	c.control.TypedRune(r)
}

// TypedKey walks, removes and opens.
func (c *ChipRow) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		c.move(c.at - 1)
	case fyne.KeyRight, fyne.KeyDown:
		c.move(c.at + 1)
	case fyne.KeyHome:
		c.move(0)
	case fyne.KeyEnd:
		c.move(len(c.labels) - 1)
	case fyne.KeyDelete, fyne.KeyBackspace:
		if c.OnRemove != nil {
			c.OnRemove(c.at)
		}
	default:
		c.control.TypedKey(e)
	}
}

func (c *ChipRow) paint() {
	ink, fill := c.role.Color(), c.role.Tint()
	if c.role == Ink {
		fill = Raised.Color()
	}
	for i, t := range c.texts {
		t.Color = ink
		c.shapes[i].FillColor = fill
	}
	c.paintRing(c.ring)
	if c.width > 0 {
		c.layoutIn(c.width)
	}
}

// chipGap is the room between two chips.
const chipGap float32 = 6

// walk places the chips in lines of a width and returns their height.
func (c *ChipRow) walk(width float32, at func(i int, x, y, w, h float32)) float32 {
	var x, y, h float32
	for i, t := range c.texts {
		t.TextSize = textSize(SizeControl)
		m := t.MinSize().AddWidthHeight(20, 7)
		h = max(m.Height, scaled(26))
		w := min(m.Width, width)
		if x > 0 && x+w > width+0.5 {
			x, y = 0, y+h+chipGap
		}
		at(i, x, y, w, h)
		x += w + chipGap
	}
	return y + h
}

func (c *ChipRow) layoutIn(width float32) {
	c.width = width
	c.walk(width, func(i int, x, y, w, h float32) {
		c.shapes[i].CornerRadius = h / 2
		place(c.shapes[i], x, y, w, h)
		placeCentered(c.texts[i], x, y, w, h)
		if i == c.at {
			c.ring.CornerRadius = h/2 + ringGap
			placeRing(c.ring, x, y, w, h)
		}
	})
}

// CreateRenderer draws the chips.
func (c *ChipRow) CreateRenderer() fyne.WidgetRenderer {
	c.paint()
	objects := []fyne.CanvasObject{}
	for i := range c.texts {
		objects = append(objects, c.shapes[i], c.texts[i])
	}
	return &renderer{
		objects: append(objects, c.ring),
		layout:  func(size fyne.Size) { c.layoutIn(size.Width) },
		min: func() fyne.Size {
			width := c.width
			if width == 0 { // not laid out yet
				width = 1e6
			}
			return fyne.NewSize(120, c.walk(width, func(int, float32, float32, float32, float32) {}))
		},
		refresh: c.paint,
		of:      c,
	}
}
