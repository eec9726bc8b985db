package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// holder is a widget of the kit around one object.
type holder interface{ inside() fyne.CanvasObject }

func (b *box) inside() fyne.CanvasObject   { return b.content }
func (c *Card) inside() fyne.CanvasObject  { return c.box }
func (f *Field) inside() fyne.CanvasObject { return f.column }
func (m *modal) inside() fyne.CanvasObject { return m.card }

// reveal scrolls what got the focus into view, so that Tab never leads to
// where nobody sees it.
func reveal(o fyne.CanvasObject) {
	if s := scrollOf(o); s != nil {
		s.Reveal(o)
	}
}

// scrollOf returns the innermost scroller that o lies in, nil for none.
func scrollOf(o fyne.CanvasObject) *Scroll {
	cv := canvasOf(o)
	if cv == nil {
		return nil
	}
	root := cv.Content()
	if top := cv.Overlays().Top(); top != nil {
		root = top
	}
	s, _ := scrollAround(root, o, nil)
	return s
}

// wheel lies over a field and hands the turns of the wheel to what the field
// lies in: the toolkit's own field would keep them, and the page would stand
// still wherever the pointer meets one. Nothing is drawn.
type wheel struct {
	widget.BaseWidget
	over fyne.CanvasObject
}

func newWheel(over fyne.CanvasObject) *wheel {
	w := &wheel{over: over}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled hands the turn on.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) {
	if s := scrollOf(w.over); s != nil {
		s.inner.Scrolled(e)
	}
}

// CreateRenderer draws nothing.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(transparent))
}

// scrollAround looks for o below root and returns the innermost scroller that
// it lies in.
func scrollAround(root, o fyne.CanvasObject, inner *Scroll) (*Scroll, bool) {
	if root == nil || !root.Visible() {
		return nil, false
	}
	if root == o {
		return inner, true
	}
	switch r := root.(type) {
	case *fyne.Container:
		for _, child := range r.Objects {
			if s, found := scrollAround(child, o, inner); found {
				return s, true
			}
		}
	case *Scroll:
		return scrollAround(r.content, o, r)
	case holder:
		return scrollAround(r.inside(), o, inner)
	}
	return nil, false
}
