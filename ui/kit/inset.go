package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Inset puts space around an object: left and right, then top and bottom.
func Inset(o fyne.CanvasObject, horizontal, vertical float32) *fyne.Container {
	return container.New(insetLayout{horizontal, vertical, horizontal, vertical}, o)
}

// InsetEdges puts a space of its own at each edge.
func InsetEdges(o fyne.CanvasObject, left, top, right, bottom float32) *fyne.Container {
	return container.New(insetLayout{left, top, right, bottom}, o)
}

type insetLayout struct{ left, top, right, bottom float32 }

func (l insetLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		place(o, l.left, l.top, max(0, size.Width-l.left-l.right), max(0, size.Height-l.top-l.bottom))
	}
}

func (l insetLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size.AddWidthHeight(l.left+l.right, l.top+l.bottom)
}

// Fixed gives an object a width and height at 100 % text scale (0: its own),
// as its least size.
func Fixed(width, height float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(fixedLayout{width, height}, o)
}

type fixedLayout struct{ width, height float32 }

func (l fixedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		place(o, 0, 0, size.Width, size.Height)
	}
}

func (l fixedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	if l.width > 0 {
		size.Width = scaled(l.width)
	}
	if l.height > 0 {
		size.Height = scaled(l.height)
	}
	return size
}

// Columns lays objects beside each other, sharing the width by weights (nil:
// equally), each as high as the room. Wrapping text keeps its least height.
func Columns(gap float32, weights []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&columnsLayout{gap: gap, weights: weights}, objects...)
}

type columnsLayout struct {
	gap     float32
	weights []float32
}

func (l *columnsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	visible := shown(objects)
	var x float32
	for i, w := range l.widths(visible, size.Width-l.gap*float32(len(visible)-1)) {
		place(visible[i], x, 0, w, size.Height)
		x += w + l.gap
	}
}

// widths shares room by weight, but gives nobody less than its least width
// while that is possible.
func (l *columnsLayout) widths(objects []fyne.CanvasObject, room float32) []float32 {
	out := make([]float32, len(objects))
	held := make([]bool, len(objects))
	var least, weights float32
	for i, o := range objects {
		least += o.MinSize().Width
		weights += l.weight(i)
	}
	if least > room { // nothing fits: share alike rather than push out the last
		for i := range objects {
			out[i] = max(0, room*l.weight(i)/weights)
		}
		return out
	}
	for range objects {
		left, total := room, float32(0)
		for i := range objects {
			if held[i] {
				left -= out[i]
			} else {
				total += l.weight(i)
			}
		}
		short := false
		for i, o := range objects {
			if held[i] {
				continue
			}
			out[i] = max(0, left*l.weight(i)/total)
			if least := o.MinSize().Width; out[i] < least && !short {
				out[i], held[i], short = least, true, true
			}
		}
		if !short {
			break
		}
	}
	return out
}

func (l *columnsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, o := range shown(objects) {
		m := o.MinSize()
		size.Width += m.Width
		if i > 0 {
			size.Width += l.gap
		}
		size.Height = max(size.Height, m.Height)
	}
	return size
}

func (l *columnsLayout) weight(i int) float32 {
	if i < len(l.weights) {
		return l.weights[i]
	}
	return 1
}

// Rule is a horizontal hairline.
type Rule struct {
	widget.BaseWidget
	line *canvas.Rectangle
}

// NewRule returns a hairline of the line's colour.
func NewRule() *Rule {
	r := &Rule{line: canvas.NewRectangle(Line.Color())}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer draws the line.
func (r *Rule) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		objects: []fyne.CanvasObject{r.line},
		layout:  func(size fyne.Size) { place(r.line, 0, (size.Height-1)/2, size.Width, 1) },
		min:     func() fyne.Size { return fyne.NewSize(1, 1) },
		refresh: func() { r.line.FillColor = Line.Color() },
		of:      r,
	}
}
