package guide

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"skinward/ui/kit"
)

// reader is a scrolling text that can have the focus, so that it is read to
// its end without a wheel: arrows, Page Up and Down, Home and End scroll it.
type reader struct {
	widget.BaseWidget
	scroll  *kit.Scroll
	ring    *canvas.Rectangle
	focused bool
}

func newReader(content fyne.CanvasObject) *reader {
	r := &reader{scroll: kit.NewScroll(content), ring: canvas.NewRectangle(color.Transparent)}
	r.ring.StrokeWidth, r.ring.CornerRadius = 2, 10
	r.ring.Hide()
	r.ExtendBaseWidget(r)
	return r
}

var _ fyne.Focusable = (*reader)(nil)

// FocusGained draws the ring.
func (r *reader) FocusGained() { r.focused = true; r.Refresh() }

// FocusLost removes it.
func (r *reader) FocusLost() { r.focused = false; r.Refresh() }

// TypedRune does nothing.
func (r *reader) TypedRune(rune) {}

// TypedKey scrolls; what it does not use goes to the window.
func (r *reader) TypedKey(e *fyne.KeyEvent) {
	const line = 44
	switch e.Name {
	case fyne.KeyDown:
		r.by(line)
	case fyne.KeyUp:
		r.by(-line)
	case fyne.KeySpace:
		r.turn(fyne.KeyPageDown)
	default:
		if cv := canvasOf(r); !r.turn(e.Name) && cv != nil && cv.OnTypedKey() != nil {
			cv.OnTypedKey()(e)
		}
	}
}

// turn scrolls by pages and to the ends, and reports whether the key says so.
func (r *reader) turn(key fyne.KeyName) bool {
	page := r.scroll.Size().Height * 0.85
	switch key {
	case fyne.KeyPageDown:
		r.by(page)
	case fyne.KeyPageUp:
		r.by(-page)
	case fyne.KeyHome:
		r.scroll.Top()
	case fyne.KeyEnd:
		r.by(1e6)
	default:
		return false
	}
	return true
}

func (r *reader) by(points float32) { r.scroll.SetOffset(r.scroll.Offset() + points) }

// CreateRenderer draws the text within the ring.
func (r *reader) CreateRenderer() fyne.WidgetRenderer {
	return &drawn{
		objects: []fyne.CanvasObject{r.scroll, r.ring},
		layout: func(size fyne.Size) {
			r.scroll.Resize(size)
			r.ring.Move(fyne.NewPos(-12, -8))
			r.ring.Resize(size.AddWidthHeight(24, 16))
		},
		min: func() fyne.Size { return r.scroll.MinSize() },
		refresh: func() {
			r.ring.StrokeColor, r.ring.Hidden = kit.Primary.Color(), !r.focused
		},
		of: r,
	}
}

// posts is what the words of a text lead to.
type posts struct {
	number  func(source string) int               // under which a page cites a source, 0 for none
	explain func(id string, at fyne.CanvasObject) // a term was pointed at or focused; "" when it was left
	reveal  func(at fyne.CanvasObject)            // a term was reached by Tab
	turn    func(key fyne.KeyName) (used bool)    // Page Up and Down, Home, End
}
