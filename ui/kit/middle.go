package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Center gives an object its least size in the middle of the room.
func Center(o fyne.CanvasObject) *fyne.Container { return container.NewCenter(o) }

// Middle lays an object in the middle of the room, at most width wide (points
// at 100 %) and as high as its wrapping text needs.
func Middle(width float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(middleLayout{width}, o)
}

type middleLayout struct{ width float32 }

func (l middleLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w := min(scaled(l.width), size.Width)
	for _, o := range objects {
		if o.Size().Width != w {
			o.Resize(fyne.NewSize(w, o.Size().Height))
		}
		h := o.MinSize().Height
		place(o, (size.Width-w)/2, max(0, (size.Height-h)/2), w, h)
	}
}

func (l middleLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size
}

// MaxWidth keeps an object at the left, at most width wide (points at 100 %),
// so that lines of text stay readable in a wide window.
func MaxWidth(width float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(maxWidthLayout{width}, o)
}

type maxWidthLayout struct{ width float32 }

func (l maxWidthLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		place(o, 0, 0, min(scaled(l.width), size.Width), size.Height)
	}
}

func (l maxWidthLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return middleLayout(l).MinSize(objects)
}
