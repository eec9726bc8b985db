package today

import (
	"fyne.io/fyne/v2"

	"skinward/ui/kit"
)

// threeColumns lays three columns side by side where there is room; else the
// third goes below the second, and below that width all in one. The first alone
// stands where it will stand beside the others.
type threeColumns struct {
	gap   float32
	width float32        // of the last layout
	view  func() float32 // height that is seen at a time
}

const (
	thirdWidth = 250   // that the third column must have at most
	share      = 0.352 // of the width that the first two have each
)

// height gives a column what it needs, and at least what is seen at a time:
// not the height of a longer neighbour, which would push its last card away.
func (l *threeColumns) height(o fyne.CanvasObject, room float32) float32 {
	return max(o.MinSize().Height, min(room, l.view()))
}

// least is what a column needs to show a scale without cutting it.
func (l *threeColumns) least(o []fyne.CanvasObject) float32 {
	if !o[1].Visible() {
		return o[0].MinSize().Width
	}
	return max(o[0].MinSize().Width, o[1].MinSize().Width)
}

func (l *threeColumns) columns(o []fyne.CanvasObject, width float32) int {
	third := min(o[2].MinSize().Width, thirdWidth)
	if !o[1].Visible() {
		if width >= o[0].MinSize().Width+third+l.gap {
			return 2
		}
		return 1
	}
	switch least := l.least(o); {
	case width >= 2*least+third+2*l.gap:
		return 3
	case width >= 2*least+l.gap:
		return 2
	}
	return 1
}

func (l *threeColumns) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	if len(o) == 1 {
		o[0].Move(fyne.Position{})
		o[0].Resize(fyne.NewSize(l.alone(size.Width), l.height(o[0], size.Height)))
		return
	}
	lay := func(i int, x, y, w, h float32) {
		o[i].Move(fyne.NewPos(x, y))
		o[i].Resize(fyne.NewSize(w, h))
	}
	switch l.columns(o, size.Width) {
	case 3:
		w := (size.Width - 2*l.gap) * share
		for i, width := range []float32{w, w, size.Width - 2*(w+l.gap)} {
			lay(i, float32(i)*(w+l.gap), 0, width, l.height(o[i], size.Height))
		}
	case 2:
		w := (size.Width - l.gap) / 2
		lay(0, 0, 0, w, l.height(o[0], size.Height))
		if !o[1].Visible() {
			lay(2, w+l.gap, 0, w, l.height(o[2], size.Height))
			return
		}
		upper := o[1].MinSize().Height
		lay(1, w+l.gap, 0, w, upper)
		lay(2, w+l.gap, upper+l.gap, w, max(o[2].MinSize().Height, min(size.Height, l.view())-upper-l.gap))
	default:
		y := float32(0)
		for i := range o {
			if !o[i].Visible() {
				continue
			}
			h := o[i].MinSize().Height
			lay(i, 0, y, size.Width, h)
			y += h + l.gap
		}
	}
}

// alone is the width of the first column, before all that it holds and the
// others are there; its least width is known from them.
func (l *threeColumns) alone(width float32) float32 {
	switch least := 60 + 310*kit.Current().Options().TextScale; {
	case width >= 2*least+186+2*l.gap:
		return (width - 2*l.gap) * share
	case width >= 2*least+l.gap:
		return (width - l.gap) / 2
	}
	return width
}

func (l *threeColumns) MinSize(o []fyne.CanvasObject) fyne.Size {
	if len(o) == 1 {
		return o[0].MinSize()
	}
	a, b, c := o[0].MinSize(), fyne.NewSize(0, -l.gap), o[2].MinSize()
	if o[1].Visible() {
		b = o[1].MinSize()
	}
	width := l.width
	if width == 0 {
		width = 1028
	}
	size := fyne.NewSize(l.least(o), 0)
	switch l.columns(o, width) {
	case 3:
		size.Height = max(a.Height, b.Height, c.Height)
	case 2:
		size.Height = max(a.Height, b.Height+l.gap+c.Height)
	default:
		size.Height = a.Height + b.Height + c.Height + 2*l.gap
	}
	return size
}
