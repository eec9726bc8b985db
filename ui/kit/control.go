package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// control is what all clickable widgets of the kit share: focus, hover, keys,
// and taps that survive a pointer that slips by a few pixels while the button
// is down (inside a scroller the toolkit takes such a tap for a drag).
type control struct {
	widget.BaseWidget
	self                       focusableWidget
	act                        func()              // Space, Return; and taps unless actAt is set
	actAt                      func(fyne.Position) // taps, where the place matters
	hovered, focused, disabled bool
	dragAt                     fyne.Position
	dragging                   bool
}

type focusableWidget interface {
	fyne.Widget
	fyne.Focusable
}

var (
	_ fyne.Tappable      = (*control)(nil)
	_ fyne.Draggable     = (*control)(nil)
	_ desktop.Hoverable  = (*control)(nil)
	_ desktop.Cursorable = (*control)(nil)
)

// initControl must be called by the constructor of every control.
func (c *control) initControl(self focusableWidget, act func()) {
	c.self, c.act = self, act
	c.ExtendBaseWidget(self)
}

// Tapped acts and takes the focus.
func (c *control) Tapped(e *fyne.PointEvent) { c.tapAt(e.Position) }

func (c *control) tapAt(at fyne.Position) {
	if c.disabled {
		return
	}
	c.takeFocus()
	switch {
	case c.actAt != nil:
		c.actAt(at)
	case c.act != nil:
		c.act()
	}
}

func (c *control) takeFocus() {
	if cv := canvasOf(c.self); cv != nil && cv.Focused() != fyne.Focusable(c.self) {
		cv.Focus(c.self)
	}
}

// canvasOf returns the canvas that shows o, nil before it is shown.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	app := fyne.CurrentApp()
	if app == nil {
		return nil
	}
	return app.Driver().CanvasForObject(o)
}

// Focus gives the keyboard to f, also when its screen was not painted yet: the
// toolkit knows the canvas of an object only afterwards.
func Focus(f interface {
	fyne.CanvasObject
	fyne.Focusable
},
) {
	cv := canvasOf(f)
	if windows := fyne.CurrentApp().Driver().AllWindows(); cv == nil && len(windows) > 0 {
		cv = windows[0].Canvas()
	}
	if cv != nil && cv.Focused() != fyne.Focusable(f) {
		cv.Focus(f)
	}
}

// focusedCanvas is that of the window in which something has the focus.
func focusedCanvas() fyne.Canvas {
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if w.Canvas().Focused() != nil {
			return w.Canvas()
		}
	}
	return nil
}

// Dragged remembers where the pointer went while the button was down.
func (c *control) Dragged(e *fyne.DragEvent) {
	c.dragAt, c.dragging = e.Position, true
}

// DragEnd acts if the pointer is still on the control.
func (c *control) DragEnd() {
	if !c.dragging {
		return
	}
	c.dragging = false
	size := c.self.Size()
	if c.dragAt.X >= 0 && c.dragAt.Y >= 0 && c.dragAt.X <= size.Width && c.dragAt.Y <= size.Height {
		c.tapAt(c.dragAt)
	}
}

// MouseIn marks the control under the pointer.
func (c *control) MouseIn(*desktop.MouseEvent) { c.hovered = true; c.self.Refresh() }

// MouseMoved does nothing.
func (c *control) MouseMoved(*desktop.MouseEvent) {}

// MouseOut removes the mark.
func (c *control) MouseOut() { c.hovered = false; c.self.Refresh() }

// Cursor is a pointing hand while the control answers.
func (c *control) Cursor() desktop.Cursor {
	if c.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// FocusGained draws the focus ring where it can be seen.
func (c *control) FocusGained() {
	c.focused = true
	c.self.Refresh()
	reveal(c.self)
}

// FocusLost removes the focus ring.
func (c *control) FocusLost() { c.focused = false; c.self.Refresh() }

// TypedRune acts on Space. Space comes as a key and then as a letter; were the
// key to act and to move the focus into a field, the letter would land there.
func (c *control) TypedRune(r rune) {
	if r == ' ' && !c.disabled && c.act != nil {
		c.act()
	}
}

// TypedKey acts on Return and Enter.
func (c *control) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if !c.disabled && c.act != nil {
			c.act()
		}
	case fyne.KeyEscape, fyne.KeyF1:
		bubble(c.self, e)
	}
}

// bubble hands a key that a focused widget has no use for to the dialog that
// is open, or else to the window; the toolkit itself does not.
func bubble(o fyne.CanvasObject, e *fyne.KeyEvent) {
	cv := canvasOf(o)
	if cv == nil { // the toolkit knows a field inside another widget only by the outer one
		cv = focusedCanvas()
	}
	if cv == nil {
		return
	}
	if top, ok := cv.Overlays().Top().(*modal); ok {
		top.key(e)
		return
	}
	if handle := cv.OnTypedKey(); handle != nil {
		handle(e)
	}
}

// Enable lets the control answer.
func (c *control) Enable() { c.setDisabled(false) }

// Disable greys the control and takes it out of play.
func (c *control) Disable() { c.setDisabled(true) }

// Disabled reports whether the control is out of play.
func (c *control) Disabled() bool { return c.disabled }

func (c *control) setDisabled(disabled bool) {
	if c.disabled == disabled {
		return
	}
	c.disabled = disabled
	c.self.Refresh()
}

// focusRing returns the outline that shows focus, to lie outside the shape.
func focusRing(radius float32) *canvas.Rectangle {
	ring := canvas.NewRectangle(transparent)
	ring.StrokeWidth = 2
	ring.CornerRadius = radius + ringGap
	return ring
}

// ringGap is the room between a shape's edge and its focus ring.
const ringGap float32 = 2

func (c *control) paintRing(ring *canvas.Rectangle) {
	if c.focused && !c.disabled {
		ring.StrokeColor = Primary.Color()
		ring.Show()
		return
	}
	ring.Hide()
}

// placeRing lays the ring around a box.
func placeRing(ring *canvas.Rectangle, x, y, w, h float32) {
	place(ring, x-ringGap, y-ringGap, w+2*ringGap, h+2*ringGap)
}
