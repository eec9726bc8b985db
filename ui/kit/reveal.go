package kit

import "fyne.io/fyne/v2"

// holder is a widget of the kit around one object.
type holder interface{ inside() fyne.CanvasObject }

func (b *box) inside() fyne.CanvasObject   { return b.content }
func (c *Card) inside() fyne.CanvasObject  { return c.box }
func (f *Field) inside() fyne.CanvasObject { return f.column }
func (m *modal) inside() fyne.CanvasObject { return m.card }

// reveal scrolls what got the focus into view, so that Tab never leads to
// where nobody sees it.
func reveal(o fyne.CanvasObject) {
	cv := canvasOf(o)
	if cv == nil {
		return
	}
	root := cv.Content()
	if top := cv.Overlays().Top(); top != nil {
		root = top
	}
	if s, found := scrollAround(root, o, nil); found && s != nil {
		s.Reveal(o)
	}
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
