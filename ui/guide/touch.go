package guide

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"skinward/ui/kit"
)

// touch is a clear sheet over something drawn: it takes pointer, keys and
// focus for it and draws the ring of focus. Taps survive a pointer that slips
// by a few pixels, which the toolkit takes for a drag inside a scroller.
type touch struct {
	widget.BaseWidget
	onTap   func(at fyne.Position)
	onPoint func(at fyne.Position, inside bool)
	onFocus func(focused bool)
	onRune  func(r rune)
	onKey   func(name fyne.KeyName) (used bool)
	hot     bool // whether the pointer shows a hand

	ring     *canvas.Rectangle
	focused  bool
	dragAt   fyne.Position
	dragging bool
}

func newTouch(radius float32, tap func(at fyne.Position)) *touch {
	t := &touch{onTap: tap, hot: true, ring: canvas.NewRectangle(color.Transparent)}
	t.ring.StrokeWidth, t.ring.CornerRadius = 2, radius
	t.ring.Hide()
	t.ExtendBaseWidget(t)
	return t
}

var (
	_ fyne.Tappable      = (*touch)(nil)
	_ fyne.Draggable     = (*touch)(nil)
	_ fyne.Focusable     = (*touch)(nil)
	_ desktop.Hoverable  = (*touch)(nil)
	_ desktop.Cursorable = (*touch)(nil)
)

// Tapped takes the focus and acts.
func (t *touch) Tapped(e *fyne.PointEvent) { t.tap(e.Position) }

func (t *touch) tap(at fyne.Position) {
	kit.Focus(t)
	if t.onTap != nil {
		t.onTap(at)
	}
}

// Dragged remembers where the pointer went while the button was down.
func (t *touch) Dragged(e *fyne.DragEvent) { t.dragAt, t.dragging = e.Position, true }

// DragEnd acts if the pointer is still on the sheet.
func (t *touch) DragEnd() {
	size := t.Size()
	if t.dragging && t.dragAt.X >= 0 && t.dragAt.Y >= 0 && t.dragAt.X <= size.Width && t.dragAt.Y <= size.Height {
		t.tap(t.dragAt)
	}
	t.dragging = false
}

// MouseIn tells where the pointer is.
func (t *touch) MouseIn(e *desktop.MouseEvent) { t.point(e.Position, true) }

// MouseMoved tells where the pointer is.
func (t *touch) MouseMoved(e *desktop.MouseEvent) { t.point(e.Position, true) }

// MouseOut tells that the pointer left.
func (t *touch) MouseOut() { t.point(fyne.Position{}, false) }

func (t *touch) point(at fyne.Position, inside bool) {
	if t.onPoint != nil {
		t.onPoint(at, inside)
	}
}

// Cursor is a hand where something answers.
func (t *touch) Cursor() desktop.Cursor {
	if t.hot {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// FocusGained draws the ring.
func (t *touch) FocusGained() { t.setFocused(true) }

// FocusLost removes it.
func (t *touch) FocusLost() { t.setFocused(false) }

func (t *touch) setFocused(on bool) {
	t.focused = on
	t.Refresh()
	if t.onFocus != nil {
		t.onFocus(on)
	}
}

// TypedRune hands on what is typed.
func (t *touch) TypedRune(r rune) {
	if t.onRune != nil {
		t.onRune(r)
	}
}

// TypedKey acts on Space and Return; what nobody here uses goes to the window.
func (t *touch) TypedKey(e *fyne.KeyEvent) {
	if t.onKey != nil && t.onKey(e.Name) {
		return
	}
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		if t.onTap != nil {
			t.onTap(fyne.NewPos(t.Size().Width/2, t.Size().Height/2))
		}
	default:
		if cv := canvasOf(t); cv != nil && cv.OnTypedKey() != nil {
			cv.OnTypedKey()(e)
		}
	}
}

// CreateRenderer draws the ring.
func (t *touch) CreateRenderer() fyne.WidgetRenderer {
	return &drawn{
		objects: []fyne.CanvasObject{t.ring},
		layout:  func(size fyne.Size) { t.ring.Resize(size) },
		refresh: func() {
			t.ring.StrokeColor = kit.Primary.Color()
			t.ring.Hidden = !t.focused
		},
		of: t,
	}
}

func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	if app := fyne.CurrentApp(); app != nil {
		return app.Driver().CanvasForObject(o)
	}
	return nil
}

// drawn is a renderer made of functions.
type drawn struct {
	objects []fyne.CanvasObject
	layout  func(fyne.Size)
	min     func() fyne.Size
	refresh func()
	of      fyne.CanvasObject
}

// Destroy does nothing.
func (d *drawn) Destroy() {}

// Objects returns what is drawn.
func (d *drawn) Objects() []fyne.CanvasObject { return d.objects }

// Layout lays the objects out.
func (d *drawn) Layout(size fyne.Size) {
	if d.layout != nil {
		d.layout(size)
	}
}

// MinSize returns the least size.
func (d *drawn) MinSize() fyne.Size {
	if d.min == nil {
		return fyne.Size{}
	}
	return d.min()
}

// Refresh repaints with the colours of the theme now shown.
func (d *drawn) Refresh() {
	if d.refresh != nil {
		d.refresh()
	}
	d.Layout(d.of.Size())
	canvas.Refresh(d.of)
}
