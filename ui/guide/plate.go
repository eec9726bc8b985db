package guide

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"skinward/app/guide"
	"skinward/ui/kit"
)

// plate is the opening illustration with its numbered marks. Pointing at a
// mark lights up its path and fades the rest; tapping it, its digit, or Return
// on it opens its page. Left and Right walk from mark to mark.
type plate struct {
	widget.BaseWidget
	onOpen func(topic string)
	turn   func(key fyne.KeyName) bool // keys that read the page beside it; may be nil

	data    *guide.Plate
	night   map[string]string
	chosen  int // number of the way whose page is open, 0 for none
	pointed int // number under the pointer or the keys, 0 for none
	shown   int // what the drawing shows now
	dark    bool

	ground  *canvas.Rectangle
	drawing *kit.Illustration
	labels  []*plateLabel
	marks   []*mark
	flow    *flow
	touch   *touch
}

type plateLabel struct {
	guide.Label
	back *canvas.Rectangle
	text *canvas.Text
}

func newPlate(run kit.Runner, lib *guide.Library, open func(topic string)) *plate {
	p := &plate{data: lib.Plate, night: lib.Night, onOpen: open, dark: kit.Dark(), shown: -1}
	p.ground = canvas.NewRectangle(color.Transparent)
	p.ground.CornerRadius = 14
	p.drawing = kit.NewIllustration(run, "guide plate", nil, p.data.Width, p.data.Height, 0, 0)
	p.drawing.Disable()
	for _, l := range p.data.Labels {
		pl := &plateLabel{Label: l, back: canvas.NewRectangle(color.Transparent), text: canvas.NewText(l.Text, color.Transparent)}
		pl.back.CornerRadius = 5
		p.labels = append(p.labels, pl)
	}
	for _, m := range p.data.Marks {
		role := kit.Primary
		if t, ok := lib.Book.Topic(m.Topic); ok {
			role = roleOf(t.Colour)
		}
		disc := newMark(m.Number, role, float32(2*m.Radius))
		disc.on = true
		p.marks = append(p.marks, disc)
	}
	p.flow = newFlow(p)
	p.touch = newTouch(14, p.tapped)
	p.touch.hot = false
	p.touch.onPoint = p.pointAt
	p.touch.onRune = p.typed
	p.touch.onKey = p.walk
	p.ExtendBaseWidget(p)
	p.redraw()
	return p
}

// choose lights up the path of a way; 0 shows all.
func (p *plate) choose(number int) {
	p.chosen, p.pointed = number, 0
	p.redraw()
}

// way is the number whose path is lit.
func (p *plate) way() int {
	if p.pointed != 0 {
		return p.pointed
	}
	return p.chosen
}

func (p *plate) redraw() {
	if dark := kit.Dark(); p.shown != p.way() || p.dark != dark {
		p.shown, p.dark = p.way(), dark
		colours := p.night
		if !dark {
			colours = nil
		}
		p.drawing.SetSource(p.data.Drawing(p.shown, colours))
	}
	p.flow.follow(p.shown)
	p.Refresh()
}

func (p *plate) point(number int) {
	if p.pointed != number {
		p.pointed = number
		p.redraw()
	}
}

// place returns where a point of the drawing lies in the widget, and how many
// pixels one of its units takes.
func (p *plate) place(x, y float64) (fyne.Position, float32) {
	size := p.Size()
	scale := min(size.Width/float32(p.data.Width), size.Height/float32(p.data.Height))
	left, top := (size.Width-scale*float32(p.data.Width))/2, (size.Height-scale*float32(p.data.Height))/2
	return fyne.NewPos(left+float32(x)*scale, top+float32(y)*scale), scale
}

func (p *plate) markAt(at fyne.Position) (guide.Mark, bool) {
	origin, scale := p.place(0, 0)
	if scale <= 0 {
		return guide.Mark{}, false
	}
	return p.data.At(float64((at.X-origin.X)/scale), float64((at.Y-origin.Y)/scale))
}

func (p *plate) pointAt(at fyne.Position, inside bool) {
	m, ok := p.markAt(at)
	p.touch.hot = ok && inside
	if !p.touch.hot {
		p.point(0)
		return
	}
	p.point(m.Number)
}

func (p *plate) tapped(at fyne.Position) {
	if m, ok := p.markAt(at); ok {
		p.onOpen(m.Topic)
	}
}

func (p *plate) typed(r rune) {
	for _, m := range p.data.Marks {
		if int(r-'0') == m.Number {
			p.onOpen(m.Topic)
		}
	}
}

func (p *plate) walk(key fyne.KeyName) bool {
	n := len(p.data.Marks)
	step := map[fyne.KeyName]int{fyne.KeyRight: 1, fyne.KeyDown: 1, fyne.KeyLeft: -1, fyne.KeyUp: -1}[key]
	switch {
	case step != 0 && n > 0:
		next := p.way() + step
		if next < 1 {
			next = n
		} else if next > n {
			next = 1
		}
		p.point(next)
	case key == fyne.KeyEscape && p.pointed != 0:
		p.point(0)
	case (key == fyne.KeyReturn || key == fyne.KeyEnter || key == fyne.KeySpace) && p.way() > 0:
		p.typed(rune('0' + p.way()))
	default:
		return p.turn != nil && p.turn(key)
	}
	return true
}

// words reports whether there is room for the names of all parts; otherwise
// only those of the lit path stand on the plate.
func (p *plate) words(scale float32) bool {
	return kit.Current().Options().TextScale <= 1.15 && scale > 0.8
}

func (p *plate) paint() {
	p.ground.FillColor = kit.Raised.Color()
	for i, m := range p.data.Marks {
		p.marks[i].faded = p.way() != 0 && p.way() != m.Number
		p.marks[i].Refresh()
	}
	for _, l := range p.labels {
		l.text.TextSize = kit.Current().Size(kit.SizeSmall)
		l.text.Color, l.back.FillColor = kit.Ink.Color(), seen(kit.Surface.Color(), 0.78)
	}
}

func seen(c color.NRGBA, share float64) color.NRGBA {
	c.A = uint8(255 * share)
	return c
}

func (p *plate) layout(size fyne.Size) {
	p.ground.Resize(size)
	p.drawing.Resize(size)
	p.touch.Resize(size)
	_, scale := p.place(0, 0)
	for i, m := range p.data.Marks {
		at, _ := p.place(m.X, m.Y)
		d := float32(2*m.Radius) * scale
		p.marks[i].Resize(fyne.NewSquareSize(d))
		p.marks[i].Move(at.SubtractXY(d/2, d/2))
	}
	all := p.words(scale)
	for _, l := range p.labels {
		lit := guide.Belongs(l.Ways, p.way())
		l.text.Hidden = !lit || (p.way() == 0 && !all)
		l.back.Hidden = l.text.Hidden
		at, _ := p.place(l.X, l.Y)
		t := l.text.MinSize()
		switch l.Align {
		case "right":
			at.X -= t.Width
		case "centre":
			at.X -= t.Width / 2
		}
		at = fyne.NewPos(at.X, min(max(at.Y-t.Height/2, 3), size.Height-t.Height-3))
		at.X = p.besideMarks(at, t)
		at.X = min(max(at.X, 6), max(6, size.Width-t.Width-6))
		l.text.Move(at)
		l.text.Resize(t)
		l.back.Move(at.SubtractXY(5, 1))
		l.back.Resize(t.AddWidthHeight(10, 2))
	}
	p.flow.layout()
}

// besideMarks returns where a word must begin so that it, with its ground,
// covers no mark: large text needs more room than the drawing leaves.
func (p *plate) besideMarks(at fyne.Position, word fyne.Size) float32 {
	const ground, gap = 5, 3
	for _, m := range p.marks {
		mark, d := m.Position(), m.Size().Width
		if at.Y > mark.Y+d || at.Y+word.Height < mark.Y || at.X-ground > mark.X+d || at.X+word.Width+ground < mark.X {
			continue
		}
		if at.X+word.Width/2 < mark.X+d/2 {
			at.X = mark.X - word.Width - ground - gap
		} else {
			at.X = mark.X + d + ground + gap
		}
	}
	return at.X
}

// CreateRenderer draws, from the ground up, drawing, flow, names and marks.
func (p *plate) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{p.ground, p.drawing}
	objects = append(objects, p.flow.objects()...)
	for _, l := range p.labels {
		objects = append(objects, l.back, l.text)
	}
	for _, m := range p.marks {
		objects = append(objects, m)
	}
	p.paint()
	return &drawn{
		objects: append(objects, p.touch),
		layout:  p.layout,
		min:     func() fyne.Size { return fyne.NewSize(300, 264) },
		refresh: func() {
			if p.dark != kit.Dark() {
				p.redraw()
			}
			p.paint()
		},
		of: p,
	}
}
