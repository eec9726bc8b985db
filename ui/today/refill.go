package today

import (
	"slices"

	"fyne.io/fyne/v2"
)

// refill gives a container new objects. Where one of the old ones had the
// keyboard, the new one in its place has it then, so that a row can be deleted
// or a chip tapped and the next key goes on from there.
func (s *Screen) refill(c *fyne.Container, objects []fyne.CanvasObject) {
	canvas := s.deps.Window().Canvas()
	at := slices.Index(focusables(c.Objects), canvas.Focused())
	c.Objects = objects
	c.Refresh()
	if at < 0 {
		return
	}
	if now := focusables(objects); len(now) > 0 {
		canvas.Focus(now[min(at, len(now)-1)])
	} else {
		canvas.Unfocus()
	}
}

// focusables lists what takes the keyboard, in reading order.
func focusables(objects []fyne.CanvasObject) []fyne.Focusable {
	var out []fyne.Focusable
	for _, o := range objects {
		switch o := o.(type) {
		case *fyne.Container:
			out = append(out, focusables(o.Objects)...)
		case fyne.Focusable:
			out = append(out, o)
		}
	}
	return out
}
