package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Labelled lays a name at the left and its control at the right; where the
// width does not hold both, the control stands below the name.
func Labelled(name string, control fyne.CanvasObject) fyne.CanvasObject {
	label := NewBody(name)
	return container.New(&labelledLayout{name: name}, label, control)
}

type labelledLayout struct {
	name  string
	width float32
}

func (l *labelledLayout) stacked(control fyne.CanvasObject) bool {
	label := fyne.MeasureText(l.name, textSize(SizeBody), fyne.TextStyle{}).Width
	return l.width > 0 && label+Space3+control.MinSize().Width > l.width
}

func (l *labelledLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	label, control := objects[0], objects[1]
	m := control.MinSize()
	if l.stacked(control) {
		label.Resize(fyne.NewSize(size.Width, label.Size().Height))
		h := label.MinSize().Height
		place(label, 0, 0, size.Width, h)
		place(control, 0, h+Space1, min(m.Width, size.Width), m.Height)
		return
	}
	room := max(0, size.Width-m.Width-Space3)
	label.Resize(fyne.NewSize(room, label.Size().Height))
	h := label.MinSize().Height
	place(label, 0, (size.Height-h)/2, room, h)
	place(control, size.Width-m.Width, (size.Height-m.Height)/2, m.Width, m.Height)
}

func (l *labelledLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	label, control := objects[0].MinSize(), objects[1].MinSize()
	if l.stacked(objects[1]) {
		return fyne.NewSize(control.Width, label.Height+Space1+control.Height)
	}
	return fyne.NewSize(control.Width, max(label.Height, control.Height))
}
