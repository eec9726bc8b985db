package insights

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"skinward/app/insight"
	"skinward/ui/kit"
)

// rowCell is a reusable line of the list: Set fills every part of it.
type rowCell struct {
	widget.BaseWidget
	ground       *canvas.Rectangle
	rule         *kit.Rule
	name, phrase *kit.Text
	below        *kit.Text // the phrase on a line of its own, at large text
	days, effect *kit.Text
	tag          *kit.Tag
	bar          *intervalBar
	heading      *kit.Text
	note         *kit.Text
	known        fyne.CanvasObject // the days, where there are any to tell
	indent       fyne.CanvasObject // before the name of a food under its group
	line, band   fyne.CanvasObject
}

func newRowCell() *rowCell {
	c := &rowCell{
		ground:  canvas.NewRectangle(kit.Surface.Color()),
		rule:    kit.NewRule(),
		name:    kit.NewText(kit.Span{Text: " ", Bold: true}).OneLine(),
		phrase:  kit.NewCaption(" ").Ellipsis(),
		below:   kit.NewCaption(" ").Ellipsis(),
		days:    kit.NewCaption(" ").OneLine(),
		effect:  kit.NewText(kit.Span{Text: " ", Bold: true, Size: kit.SizeSmall}).OneLine().Align(fyne.TextAlignTrailing),
		tag:     kit.NewTag(" ", kit.Muted),
		bar:     newIntervalBar(),
		heading: kit.NewHeading(" ").Ellipsis(),
		note:    kit.NewCaption(" ").Ellipsis(),
	}
	c.indent = kit.Fixed(14, 0, kit.NewCaption(" ").OneLine())
	first := kit.FillRow(8, 2, c.indent, c.name, c.phrase, c.tag)
	c.known = kit.Fixed(64, 0, c.days)
	second := kit.FillRow(8, 1, c.known, c.bar, kit.Fixed(44, 0, c.effect))
	c.line = kit.InsetEdges(kit.Column(4, first, c.below, second), 14, 8, 14, 8)
	c.band = kit.InsetEdges(kit.Column(0, c.heading, c.note), 14, 12, 14, 6)
	c.ExtendBaseWidget(c)
	return c
}

// Heights of the lines at 100 % text scale.
const (
	headingHeight = 54
	findingHeight = 58
)

// largeText is the text scale from which a row has no room for name, phrase and
// grade beside each other.
const largeText = 1.25

func tall() bool { return kit.Current().Options().TextScale >= largeText }

func (r Row) height() float32 {
	h := float32(findingHeight)
	if tall() {
		h += 20
	}
	if r.Heading != "" {
		h = headingHeight
	}
	return h * kit.Current().Options().TextScale
}

// Set shows a row with its mark.
func (c *rowCell) Set(r Row, lo, hi float64, m mark) {
	c.ground.StrokeWidth = 0
	if r.Heading != "" {
		c.heading.SetText(r.Heading)
		c.note.SetText(r.Note)
		c.line.Hide()
		c.band.Show()
		c.ground.FillColor = kit.Surface.Color()
		c.Refresh()
		return
	}
	c.band.Hide()
	c.line.Show()
	show(r.Member, c.indent)
	c.name.SetSpans(kit.Span{Text: r.Name, Bold: !r.Member})
	c.phrase.SetText(r.Phrase)
	c.below.SetText(r.Phrase)
	if tall() {
		c.phrase.SetText(" ")
	}
	show(tall(), c.below)
	c.days.SetText(r.Days)
	show(r.Days != "", c.known)
	c.effect.SetText(r.Effect)
	c.tag.Set(r.Grade, gradeRole(r.Finding))
	c.bar.Set(r, lo, hi)
	c.ground.FillColor = kit.Surface.Color()
	if m != plain {
		c.ground.FillColor = kit.Primary.Tint()
	}
	if m == focused {
		c.ground.StrokeColor, c.ground.StrokeWidth = kit.Primary.Color(), 2
	}
	c.Refresh()
}

// CreateRenderer lies the two forms of the line over each other; one is shown.
func (c *rowCell) CreateRenderer() fyne.WidgetRenderer {
	c.band.Hide()
	show(tall(), c.below)
	return widget.NewSimpleRenderer(container.NewStack(c.ground, c.line, c.band,
		container.NewBorder(nil, c.rule, nil, nil)))
}

// gradeRole is the colour of a grade: by direction for the surer ones, muted
// for what is no more than a hint or less. The word says the same.
func gradeRole(f insight.Finding) kit.Role {
	if f.Grade != insight.Strong && f.Grade != insight.Moderate {
		return kit.Muted
	}
	if f.Direction == insight.Better {
		return kit.Primary
	}
	return kit.Skin
}

// intervalBar draws estimate and interval on the list's common scale, or, for
// what needs more days, how many are there.
type intervalBar struct {
	widget.BaseWidget
	zero, span, fill *canvas.Rectangle
	dot              *canvas.Circle
	row              Row
	lo, hi           float64
}

func newIntervalBar() *intervalBar {
	b := &intervalBar{
		zero: canvas.NewRectangle(kit.Line.Color()), span: canvas.NewRectangle(kit.Muted.Color()),
		fill: canvas.NewRectangle(kit.Muted.Color()), dot: canvas.NewCircle(kit.Muted.Color()),
	}
	b.span.CornerRadius, b.fill.CornerRadius = 2, 3
	b.ExtendBaseWidget(b)
	return b
}

// Set shows a row on the scale from lo to hi.
func (b *intervalBar) Set(r Row, lo, hi float64) {
	b.row, b.lo, b.hi = r, lo, hi
	b.Refresh()
}

func (b *intervalBar) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(&barLayout{b}, b.zero, b.span, b.fill, b.dot))
}

func (b *intervalBar) Refresh() {
	b.paint()
	b.BaseWidget.Refresh()
}

func (b *intervalBar) paint() {
	ink := gradeRole(b.row.Finding).Color()
	b.span.FillColor, b.dot.FillColor, b.zero.FillColor = ink, ink, kit.Line.Color()
	estimated := !math.IsNaN(b.row.Finding.Effect) && !b.row.Metered && b.row.Heading == ""
	show(estimated, b.zero, b.span, b.dot)
	show(b.row.Metered, b.fill)
	if b.row.Metered {
		b.zero.FillColor = kit.Raised.Color()
		b.zero.Show()
		b.fill.FillColor = kit.Muted.Color()
	}
	size := b.Size()
	if size.Width <= 0 {
		return
	}
	if b.row.Metered {
		h := float32(6)
		b.zero.CornerRadius = 3
		placeAt(b.zero, 0, (size.Height-h)/2, size.Width, h)
		placeAt(b.fill, 0, (size.Height-h)/2, size.Width*float32(min(1, max(0.02, b.row.Meter))), h)
		return
	}
	b.zero.CornerRadius = 0
	x := func(v float64) float32 {
		v = min(b.hi, max(b.lo, v))
		return size.Width * float32((v-b.lo)/(b.hi-b.lo))
	}
	k := scaleOf(b.row.Finding)
	placeAt(b.zero, x(0), 0, 1, size.Height)
	if estimated {
		from, to := x(b.row.Finding.Low*k), x(b.row.Finding.High*k)
		placeAt(b.span, from, size.Height/2-2, max(2, to-from), 4)
		placeAt(b.dot, x(b.row.Finding.Effect*k)-6, size.Height/2-6, 12, 12)
	}
}

type barLayout struct{ bar *intervalBar }

func (l *barLayout) Layout([]fyne.CanvasObject, fyne.Size) { l.bar.paint() }
func (l *barLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(80, 16) }

func placeAt(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

func show(on bool, objects ...fyne.CanvasObject) {
	for _, o := range objects {
		if on {
			o.Show()
		} else {
			o.Hide()
		}
	}
}
