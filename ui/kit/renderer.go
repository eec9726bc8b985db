package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// renderer draws a widget whose objects stay the same; its functions say how
// they lie and which colours they have now.
type renderer struct {
	objects []fyne.CanvasObject
	layout  func(fyne.Size)
	min     func() fyne.Size
	refresh func()            // sets colours and texts from the widget's state; may be nil
	of      fyne.CanvasObject // the widget, repainted after refresh; may be nil
}

func (r *renderer) Destroy()                     {}
func (r *renderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *renderer) Layout(size fyne.Size)        { r.layout(size) }
func (r *renderer) MinSize() fyne.Size           { return r.min() }

func (r *renderer) Refresh() {
	if r.refresh != nil {
		r.refresh()
	}
	if r.of != nil {
		r.layout(r.of.Size())
		canvas.Refresh(r.of)
	}
}

// place moves and sizes one object.
func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

// placeCentered gives o its least size in the middle of a box.
func placeCentered(o fyne.CanvasObject, x, y, w, h float32) {
	m := o.MinSize()
	place(o, x+(w-m.Width)/2, y+(h-m.Height)/2, m.Width, m.Height)
}
