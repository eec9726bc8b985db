package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Chip is a round label to tap: an offer, a choice that is on or off, or a
// thing that can be removed. Delete and Backspace remove a removable one.
type Chip struct {
	control
	label    string
	role     Role
	on       bool
	strong   bool // chosen shows as ink fill rather than as tint
	OnTapped func()
	OnChange func(on bool)
	OnRemove func()

	shape, ring *canvas.Rectangle
	text        *canvas.Text
	cross       *Icon
}

// NewChip returns a chip that offers something.
func NewChip(label string, tapped func()) *Chip {
	c := newChip(label, Ink)
	c.OnTapped = tapped
	return c
}

// NewToggleChip returns a chip that is on or off; role colours it when on.
func NewToggleChip(label string, role Role, on bool, change func(on bool)) *Chip {
	c := newChip(label, role)
	c.on, c.OnChange = on, change
	return c
}

// NewChoiceChip is a toggle chip that turns to ink when on, as one of a row of
// which one is chosen (see ChoiceChips).
func NewChoiceChip(label string, on bool, change func(on bool)) *Chip {
	c := NewToggleChip(label, Ink, on, change)
	c.strong = true
	return c
}

// NewRemovableChip returns a chip in a role's tint with a cross; tapped (may be
// nil) is called for a tap on the words, removed for the cross and Delete.
func NewRemovableChip(label string, role Role, tapped, removed func()) *Chip {
	c := newChip(label, role)
	c.on, c.OnTapped, c.OnRemove = true, tapped, removed
	return c
}

func newChip(label string, role Role) *Chip {
	c := &Chip{label: label, role: role, shape: canvas.NewRectangle(transparent), text: canvas.NewText(label, transparent)}
	c.ring = focusRing(15)
	c.cross = NewIconSized("close", role, 12)
	c.initControl(c, c.tap)
	c.actAt = func(at fyne.Position) {
		if c.OnRemove != nil && (at.X > c.Size().Width-scaled(28) || c.OnTapped == nil) {
			c.OnRemove()
			return
		}
		c.tap()
	}
	return c
}

func (c *Chip) tap() {
	if c.OnChange != nil {
		c.on = !c.on
		c.Refresh()
		c.OnChange(c.on)
		return
	}
	if c.OnTapped != nil {
		c.OnTapped()
	}
}

// On reports whether a toggle chip is on.
func (c *Chip) On() bool { return c.on }

// SetOn changes the state without calling OnChange.
func (c *Chip) SetOn(on bool) { c.on = on; c.Refresh() }

// SetLabel changes the words.
func (c *Chip) SetLabel(label string) { c.label = label; c.Refresh() }

// Label returns the words.
func (c *Chip) Label() string { return c.label }

// TypedKey removes on Delete and Backspace, else acts.
func (c *Chip) TypedKey(e *fyne.KeyEvent) {
	if c.OnRemove != nil && !c.disabled && (e.Name == fyne.KeyDelete || e.Name == fyne.KeyBackspace) {
		c.OnRemove()
		return
	}
	c.control.TypedKey(e)
}

func (c *Chip) colors() (fill, ink color.NRGBA) {
	switch {
	case c.disabled:
		return Raised.Color(), mix(Surface.Color(), Muted.Color(), 0.7)
	case c.on && c.strong:
		return Ink.Color(), OnInk.Color()
	case c.on && c.role != Ink:
		return c.role.Tint(), c.role.Color()
	}
	return Raised.Color(), Ink.Color()
}

func (c *Chip) paint() {
	fill, ink := c.colors()
	if c.hovered && !c.disabled {
		fill = mix(fill, ink, 0.08)
	}
	c.shape.FillColor = fill
	c.text.Text, c.text.Color, c.text.TextSize = c.label, ink, textSize(SizeControl)
	c.cross.paintIn(ink)
	c.cross.Hidden = c.OnRemove == nil
	c.paintRing(c.ring)
}

// CreateRenderer draws shape, words and cross.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	c.paint()
	return &renderer{
		objects: []fyne.CanvasObject{c.shape, c.ring, c.text, c.cross},
		layout: func(size fyne.Size) {
			c.shape.CornerRadius, c.ring.CornerRadius = size.Height/2, size.Height/2+ringGap
			place(c.shape, 0, 0, size.Width, size.Height)
			placeRing(c.ring, 0, 0, size.Width, size.Height)
			room := size.Width
			if c.OnRemove != nil {
				room -= scaled(18)
				edge := scaled(12)
				place(c.cross, size.Width-edge-10, (size.Height-edge)/2, edge, edge)
			}
			placeCentered(c.text, 0, 0, room, size.Height)
		},
		min: func() fyne.Size {
			c.text.TextSize = textSize(SizeControl)
			size := c.text.MinSize().AddWidthHeight(20, 7)
			if c.OnRemove != nil {
				size.Width += scaled(18)
			}
			return fyne.NewSize(max(size.Width, scaled(26)), max(size.Height, scaled(26)))
		},
		refresh: c.paint,
		of:      c,
	}
}

// ChoiceChips is a row of chips of which one is chosen.
type ChoiceChips struct {
	widget.BaseWidget
	Container *fyne.Container // the row of chips itself
	chips     []*Chip
	OnChange  func(index int)
}

// NewChoiceChips returns the chips with the one at chosen on (-1: none).
func NewChoiceChips(labels []string, chosen int, change func(index int)) *ChoiceChips {
	g := &ChoiceChips{OnChange: change}
	var objects []fyne.CanvasObject
	for i, label := range labels {
		chip := NewChoiceChip(label, i == chosen, func(bool) {
			g.Choose(i)
			if g.OnChange != nil {
				g.OnChange(i)
			}
		})
		g.chips = append(g.chips, chip)
		objects = append(objects, chip)
	}
	g.Container = Flow(Space2, objects...)
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer shows the row of chips.
func (g *ChoiceChips) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(g.Container)
}

// Choose shows the chip at index as chosen without calling OnChange.
func (g *ChoiceChips) Choose(index int) {
	for i, chip := range g.chips {
		chip.SetOn(i == index)
	}
}

// Chosen returns the index of the chosen chip, -1 if none.
func (g *ChoiceChips) Chosen() int {
	for i, chip := range g.chips {
		if chip.on {
			return i
		}
	}
	return -1
}
