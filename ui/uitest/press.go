package uitest

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// press presses and releases the mouse at a place as the real driver does: the
// object below hears both, then the tap. Unlike the test driver's own tap it
// leaves the focus alone.
func (w *Window) press(at fyne.Position) {
	w.Settle()
	root := w.Canvas().Content()
	if top := w.Canvas().Overlays().Top(); top != nil {
		root = top
	}
	found, local := hit(root, fyne.Position{}, at)
	if found == nil {
		return
	}
	if m, ok := found.(desktop.Mouseable); ok {
		e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
		e.Position, e.AbsolutePosition = local, at
		m.MouseDown(e)
		m.MouseUp(e)
	}
	if t, ok := found.(fyne.Tappable); ok {
		t.Tapped(&fyne.PointEvent{Position: local, AbsolutePosition: at})
	}
	w.Settle()
}

// hit returns the topmost object at a place that takes the mouse, and the
// place within it.
func hit(o fyne.CanvasObject, origin, at fyne.Position) (fyne.CanvasObject, fyne.Position) {
	if o == nil || !o.Visible() {
		return nil, fyne.Position{}
	}
	corner := origin.Add(o.Position())
	local := at.Subtract(corner)
	inside := local.X >= 0 && local.Y >= 0 && local.X < o.Size().Width && local.Y < o.Size().Height
	if _, clips := o.(*container.Scroll); clips && !inside {
		return nil, fyne.Position{}
	}
	var children []fyne.CanvasObject
	switch c := o.(type) {
	case fyne.Widget:
		children = test.WidgetRenderer(c).Objects()
	case *fyne.Container:
		children = c.Objects
	}
	for i := len(children) - 1; i >= 0; i-- {
		if found, where := hit(children[i], corner, at); found != nil {
			return found, where
		}
	}
	if !inside {
		return nil, fyne.Position{}
	}
	_, taps := o.(fyne.Tappable)
	_, presses := o.(desktop.Mouseable)
	if taps || presses {
		return o, local
	}
	return nil, fyne.Position{}
}
