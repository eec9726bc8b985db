package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// AtFoot lays an object at the foot of the room, at its right, at most 640
// points wide: where the status line stands. The left and the middle of a
// screen hold what is typed into next.
func AtFoot(o fyne.CanvasObject) *fyne.Container {
	c := container.New(footLayout{}, o)
	if t, ok := o.(*Toast); ok {
		t.onChange = c.Refresh
	}
	return c
}

type footLayout struct{}

func (footLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		w := min(scaled(640), size.Width-32)
		if t, ok := o.(interface{ natural() float32 }); ok {
			w = min(w, t.natural())
		}
		// The height follows from the width, as long words take several lines.
		o.Resize(fyne.NewSize(w, o.MinSize().Height))
		h := o.MinSize().Height
		place(o, max(size.Width-w-Space7, (size.Width-w)/2), size.Height-h-16, w, h)
	}
}

func (footLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }
