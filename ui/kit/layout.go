package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Spaces of design.md, in device-independent pixels.
const (
	Space1 float32 = 4
	Space2 float32 = 8
	Space3 float32 = 12
	Space4 float32 = 16
	Space6 float32 = 24
	Space7 float32 = 28
)

// Column stacks objects with gap between them. Wrapping text inside gets its
// width first and its height from it. Hidden objects take no room.
func Column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&columnLayout{gap: gap}, objects...)
}

// FillColumn is a Column whose object at index fill takes the height left over.
func FillColumn(gap float32, fill int, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&columnLayout{gap: gap, fill: fill + 1}, objects...)
}

type columnLayout struct {
	gap  float32
	fill int // 1 + index of the object that takes what is left; 0: none
}

func (l *columnLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var used float32
	for _, o := range shown(objects) {
		if o.Size().Width != size.Width {
			o.Resize(fyne.NewSize(size.Width, o.Size().Height))
		}
		used += o.MinSize().Height + l.gap
	}
	left := max(0, size.Height-(used-l.gap))
	var y float32
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		h := o.MinSize().Height
		if l.fill == i+1 {
			h += left
		}
		place(o, 0, y, size.Width, h)
		y += h + l.gap
	}
}

func (l *columnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, o := range shown(objects) {
		m := o.MinSize()
		size.Width = max(size.Width, m.Width)
		size.Height += m.Height
		if i > 0 {
			size.Height += l.gap
		}
	}
	return size
}

// Row lays objects side by side with gap between them, each at its least
// width and centred in height.
func Row(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&rowLayout{gap: gap}, objects...)
}

// FillRow is a Row whose object at index fill takes the width left over; what
// follows it stands at the right edge. Tab order stays reading order.
func FillRow(gap float32, fill int, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&rowLayout{gap: gap, fill: fill + 1}, objects...)
}

// TopRow is a FillRow whose objects stand at the top instead of the middle.
func TopRow(gap float32, fill int, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&rowLayout{gap: gap, fill: fill + 1, top: true}, objects...)
}

type rowLayout struct {
	gap  float32
	fill int
	top  bool
}

func (l *rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var used float32
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		used += l.gap
		if l.fill != i+1 {
			used += o.MinSize().Width
		}
	}
	left := max(0, size.Width-(used-l.gap))
	var x float32
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		w := o.MinSize().Width
		if l.fill == i+1 {
			w = max(left, 0)
		}
		if o.Size().Width != w {
			o.Resize(fyne.NewSize(w, o.Size().Height))
		}
		h := min(o.MinSize().Height, size.Height)
		y := (size.Height - h) / 2
		if l.top {
			y = 0
		}
		place(o, x, y, w, h)
		x += w + l.gap
	}
}

func (l *rowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, o := range shown(objects) {
		m := o.MinSize()
		size.Height = max(size.Height, m.Height)
		size.Width += m.Width
		if i > 0 {
			size.Width += l.gap
		}
	}
	return size
}

// Flow lays objects side by side and starts a new line where the width ends.
func Flow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flowLayout{gap: gap}, objects...)
}

// FlowEnd is a Flow whose last object stands at the right end of its line.
func FlowEnd(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flowLayout{gap: gap, end: objects[len(objects)-1]}, objects...)
}

type flowLayout struct {
	gap   float32
	end   fyne.CanvasObject // stands at the right end; nil for none
	width float32           // last width laid out, from which the least height follows
}

func (l *flowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.walk(objects, size.Width, func(o fyne.CanvasObject, x, y float32) {
		m := o.MinSize()
		if o == l.end {
			x = max(x, size.Width-m.Width)
		}
		place(o, x, y, min(m.Width, size.Width), m.Height)
	})
}

func (l *flowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var widest float32
	for _, o := range shown(objects) {
		widest = max(widest, o.MinSize().Width)
	}
	width := max(l.width, widest)
	if l.width == 0 {
		width = 1e6
	}
	return fyne.NewSize(min(widest, 160), l.walk(objects, width, func(fyne.CanvasObject, float32, float32) {}))
}

func (l *flowLayout) walk(objects []fyne.CanvasObject, width float32, at func(o fyne.CanvasObject, x, y float32)) float32 {
	var x, y, line float32
	for _, o := range shown(objects) {
		m := o.MinSize()
		if x > 0 && x+m.Width > width+0.5 {
			x, y, line = 0, y+line+l.gap, 0
		}
		at(o, x, y)
		x += m.Width + l.gap
		line = max(line, m.Height)
	}
	return y + line
}

// FlowOne is a Flow of one line: what does not fit on it is left out.
func FlowOne(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(oneLineLayout{gap}, objects...)
}

type oneLineLayout struct{ gap float32 }

func (l oneLineLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var x float32
	for _, o := range objects {
		m := o.MinSize()
		if x > 0 && x+m.Width > size.Width {
			o.Hide()
		} else {
			o.Show()
		}
		place(o, x, 0, min(m.Width, size.Width), m.Height)
		x += m.Width + l.gap
	}
}

func (l oneLineLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var h float32
	for _, o := range objects {
		h = max(h, o.MinSize().Height)
	}
	return fyne.NewSize(80, h)
}

func shown(objects []fyne.CanvasObject) []fyne.CanvasObject {
	visible := make([]fyne.CanvasObject, 0, len(objects))
	for _, o := range objects {
		if o.Visible() {
			visible = append(visible, o)
		}
	}
	return visible
}

// FillRowHigh lays objects side by side, each as high as the room; the one at
// index fill takes the width left over.
func FillRowHigh(fill int, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&highRowLayout{fill}, objects...)
}

type highRowLayout struct{ fill int }

func (l *highRowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var others float32
	for i, o := range objects {
		if i != l.fill {
			others += o.MinSize().Width
		}
	}
	var x float32
	for i, o := range objects {
		w := o.MinSize().Width
		if i == l.fill {
			w = max(0, size.Width-others)
		}
		place(o, x, 0, w, size.Height)
		x += w
	}
}

func (l *highRowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return (&rowLayout{}).MinSize(objects)
}
