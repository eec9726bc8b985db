package guide

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"skinward/app/guide"
	"skinward/ui/kit"
)

// entry is one page in a legend: number, name and, for a tile, its picture.
// A tile and a line of the overview say how sure science is as well.
type entry struct {
	widget.BaseWidget
	topic    *guide.Topic
	selected bool
	back     *canvas.Rectangle
	body     *fyne.Container
	touch    *touch
}

func newEntry(t *guide.Topic, look entryLook, open func(id string), point func(number int)) *entry {
	e := &entry{topic: t, back: canvas.NewRectangle(color.Transparent)}
	e.back.CornerRadius = 8
	name := kit.NewText(kit.Span{Text: t.Short, Bold: true, Size: kit.SizeControl})
	row := kit.FillRow(10, 1, newMark(t.Number, roleOf(t.Colour), 24), name)
	switch {
	case look.picture != nil:
		e.body = kit.Inset(kit.FillColumn(6, 0, look.picture(t), row, kit.NewCaption(gradeSummary(t))), 12, 10)
	case look.grades:
		e.body = kit.Inset(kit.Column(3, row, kit.NewCaption(gradeSummary(t))), 8, 5)
	default:
		e.body = kit.Inset(row, 10, 6)
	}
	e.touch = newTouch(8, func(fyne.Position) { open(t.ID) })
	e.touch.onPoint = func(_ fyne.Position, inside bool) {
		if inside {
			point(t.Number)
		} else {
			point(0)
		}
	}
	e.touch.onFocus = func(on bool) {
		if !on {
			point(0)
		}
	}
	e.ExtendBaseWidget(e)
	return e
}

// entryLook is what an entry shows beside its number and name.
type entryLook struct {
	picture func(t *guide.Topic) fyne.CanvasObject // nil for none; the grades stand under it
	grades  bool
}

func (e *entry) setSelected(on bool) {
	if e.selected != on {
		e.selected = on
		e.Refresh()
	}
}

func (e *entry) paint() {
	e.back.FillColor = color.Transparent
	if e.selected {
		e.back.FillColor = kit.Raised.Color()
	}
}

// CreateRenderer draws the entry over its ground.
func (e *entry) CreateRenderer() fyne.WidgetRenderer {
	e.paint()
	all := container.NewStack(e.back, e.body, e.touch)
	return &drawn{
		objects: []fyne.CanvasObject{all},
		layout:  func(size fyne.Size) { all.Resize(size) },
		min:     func() fyne.Size { return all.MinSize() },
		refresh: e.paint,
		of:      e,
	}
}

// entries is a grid of pages, of which one is open. Digits open a page while
// any of them has the focus.
type entries struct {
	all    []*entry
	object fyne.CanvasObject
}

func newEntries(topics []*guide.Topic, columns int, look entryLook, open func(id string), point func(number int)) *entries {
	g := &entries{}
	var cells []fyne.CanvasObject
	for _, t := range topics {
		e := newEntry(t, look, open, point)
		e.touch.onRune = func(r rune) {
			for _, o := range topics {
				if int(r-'0') == o.Number {
					open(o.ID)
				}
			}
		}
		g.all = append(g.all, e)
		cells = append(cells, e)
	}
	g.object = container.New(&gridLayout{columns: columns, gap: 4, fill: look.picture != nil}, cells...)
	return g
}

func (g *entries) choose(id string) {
	for _, e := range g.all {
		e.setSelected(e.topic.ID == id)
	}
}

// gridLayout puts objects into columns of one width. Columns are given up
// where the room is too small for their words.
type gridLayout struct {
	columns int
	gap     float32
	fill    bool // rows share the height that is left over
	width   float32
}

func (l *gridLayout) fit(width float32) int {
	least := 152 * kit.Current().Options().TextScale
	return max(1, min(l.columns, int((width+l.gap)/(least+l.gap))))
}

// Layout places the cells.
func (l *gridLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	n := l.fit(size.Width)
	w := (size.Width - l.gap*float32(n-1)) / float32(n)
	var heights []float32
	left := size.Height + l.gap
	for r := 0; r*n < len(objects); r++ {
		h := float32(0)
		for _, o := range objects[r*n : min(len(objects), (r+1)*n)] {
			if o.Size().Width != w {
				o.Resize(fyne.NewSize(w, o.Size().Height))
			}
			h = max(h, o.MinSize().Height)
		}
		heights = append(heights, h)
		left -= h + l.gap
	}
	y := float32(0)
	for r, h := range heights {
		if l.fill {
			h += max(0, left) / float32(len(heights))
		}
		for i, o := range objects[r*n : min(len(objects), (r+1)*n)] {
			o.Resize(fyne.NewSize(w, h))
			o.Move(fyne.NewPos(float32(i)*(w+l.gap), y))
		}
		y += h + l.gap
	}
}

// MinSize is as high as the cells at the last width.
func (l *gridLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := l.width
	if width == 0 {
		width = 560
	}
	n := l.fit(width)
	height := float32(0)
	for r := 0; r*n < len(objects); r++ {
		h := float32(0)
		for _, o := range objects[r*n : min(len(objects), (r+1)*n)] {
			h = max(h, o.MinSize().Height)
		}
		height += h + l.gap
	}
	return fyne.NewSize(112, max(0, height-l.gap))
}
