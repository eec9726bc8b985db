package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// AtFoot lays an object at the foot of the room, in the middle, at most 640
// points wide: where the status line stands.
func AtFoot(o fyne.CanvasObject) *fyne.Container { return container.New(footLayout{}, o) }

type footLayout struct{}

func (footLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		w := min(scaled(640), size.Width-32)
		h := o.MinSize().Height
		place(o, (size.Width-w)/2, size.Height-h-16, w, h)
	}
}

func (footLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }
