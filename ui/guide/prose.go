package guide

import (
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"skinward/app/guide"
	"skinward/ui/kit"
)

// prose is one paragraph or list item in which the words of the glossary
// answer to pointer and keys; the toolkit's own rich text cannot do that.
type prose struct {
	widget.BaseWidget
	clusters []cluster
	marker   *canvas.Text // dot or number of an item; nil for a paragraph
	size     fyne.ThemeSizeName
	role     kit.Role

	width   float32 // last width laid out
	height  float32
	objects []fyne.CanvasObject
	runs    []run
}

// piece is a run of letters in one style.
type piece struct {
	text   string
	bold   bool
	italic bool
	mono   bool
	small  bool  // muted, in the small size
	term   *word // the answering word, nil for plain text
}

// cluster is what no line may break: pieces without a blank between them.
type cluster []piece

// run is text of one style on one line.
type run struct {
	piece
	object fyne.CanvasObject
}

// newProse returns a paragraph whose words lead where to says.
func newProse(b guide.Block, size fyne.ThemeSizeName, to posts) *prose {
	p := &prose{size: size, role: kit.Ink}
	switch b.Kind {
	case guide.Bullet:
		p.marker = canvas.NewText("•", color.Transparent)
	case guide.Numbered:
		p.marker = canvas.NewText(b.Label, color.Transparent)
	}
	p.split(b.Spans, to)
	p.ExtendBaseWidget(p)
	return p
}

func (p *prose) split(spans []guide.Span, to posts) {
	open := false // whether the next piece joins the last cluster
	add := func(pc piece) {
		if open && len(p.clusters) > 0 {
			last := len(p.clusters) - 1
			p.clusters[last] = append(p.clusters[last], pc)
		} else {
			p.clusters = append(p.clusters, cluster{pc})
		}
		open = true
	}
	for _, s := range spans {
		style := piece{bold: s.Strong, italic: s.Emph, mono: s.Code}
		if s.Source != "" {
			if n := to.number(s.Source); n > 0 {
				style.text, style.small = "["+strconv.Itoa(n)+"]", true
				add(style)
			}
			continue
		}
		if s.Term != "" {
			for i, w := range strings.Fields(s.Text) { // a term of several words may be broken between them
				if i > 0 {
					open = false
				}
				style.text, style.term = w, newWord(w, s.Term, to)
				style.term.tail = i > 0
				add(style)
			}
			continue
		}
		for i, w := range strings.Split(strings.ReplaceAll(s.Text, " %", "\u00a0%"), " ") {
			if i > 0 {
				open = false
			}
			if w != "" {
				style.text = w
				add(style)
			}
		}
	}
}

// note adds small muted words at the end.
func (p *prose) note(text string) *prose {
	for _, w := range strings.Fields(text) {
		p.clusters = append(p.clusters, cluster{piece{text: w, small: true}})
	}
	return p
}

func (p *prose) textSize(pc piece) float32 {
	if pc.small {
		return kit.Current().Size(kit.SizeSmall)
	}
	return kit.Current().Size(p.size)
}

func (p *prose) measure(pc piece) fyne.Size {
	return fyne.MeasureText(pc.text, p.textSize(pc), pc.style())
}

func (pc piece) style() fyne.TextStyle {
	return fyne.TextStyle{Bold: pc.bold, Italic: pc.italic, Monospace: pc.mono}
}

func (pc piece) joins(o piece) bool {
	return pc.term == nil && o.term == nil && pc.bold == o.bold && pc.italic == o.italic && pc.mono == o.mono && pc.small == o.small
}

const itemIndent float32 = 18

// flow breaks the text into lines at width and lays out the runs.
func (p *prose) flow(width float32) {
	p.width, p.runs, p.objects = width, nil, nil
	body := piece{text: " "}
	blank := p.measure(body).Width
	line := p.measure(piece{text: "Ag"}).Height
	step := line * 1.14
	left := float32(0)
	if p.marker != nil {
		p.marker.TextSize, p.marker.Color = kit.Current().Size(p.size), kit.Muted.Color()
		left = max(itemIndent*kit.Current().Options().TextScale, p.marker.MinSize().Width+6)
		p.marker.Resize(p.marker.MinSize())
		p.objects = append(p.objects, p.marker)
	}
	x, y := left, float32(0)
	var open run
	openX := x
	emit := func() {
		if open.text != "" {
			p.place(open, openX, y, line)
		}
		open = run{}
	}
	for _, c := range p.clusters {
		var w float32
		for _, pc := range c {
			w += p.measure(pc).Width
		}
		gap := blank
		if x == left {
			gap = 0
		} else if x+gap+w > width+0.5 {
			emit()
			x, y, gap = left, y+step, 0
		}
		for i, pc := range c {
			if i > 0 {
				gap = 0
			}
			if open.text != "" && open.joins(pc) {
				if gap > 0 {
					open.text += " "
				}
				open.text += pc.text
				x = openX + p.measure(open.piece).Width
				continue
			}
			emit()
			x += gap
			open, openX = run{piece: pc}, x
			x += p.measure(pc).Width
		}
	}
	emit()
	p.height = y + line
}

func (p *prose) place(r run, x, y, line float32) {
	size := p.measure(r.piece)
	if r.term != nil {
		r.term.dress(p.textSize(r.piece), r.bold)
		r.object = r.term
	} else {
		t := canvas.NewText(r.text, p.colour(r.piece))
		t.TextSize, t.TextStyle = p.textSize(r.piece), r.style()
		r.object = t
	}
	if r.small { // stands on the same foot as the larger words
		y += (line - size.Height) * 0.8
	}
	r.object.Move(fyne.NewPos(x, y))
	r.object.Resize(size)
	p.runs = append(p.runs, r)
	p.objects = append(p.objects, r.object)
}

func (p *prose) colour(pc piece) color.Color {
	if pc.small {
		return kit.Muted.Color()
	}
	return p.role.Color()
}

// Resize breaks the lines anew when the width changed.
func (p *prose) Resize(size fyne.Size) {
	if size.Width != p.width && size.Width > 0 {
		p.flow(size.Width)
	}
	p.BaseWidget.Resize(size)
}

// Refresh breaks the lines anew: the text size may have changed.
func (p *prose) Refresh() {
	if p.width > 0 {
		p.flow(p.width)
	}
	p.BaseWidget.Refresh()
}

// MinSize is as high as the text at the last width.
func (p *prose) MinSize() fyne.Size {
	p.ExtendBaseWidget(p)
	if p.width == 0 {
		p.flow(320)
	}
	return fyne.NewSize(40, p.height)
}

// CreateRenderer draws the runs.
func (p *prose) CreateRenderer() fyne.WidgetRenderer { return &proseRenderer{p} }

type proseRenderer struct{ p *prose }

func (r *proseRenderer) Destroy()                     {}
func (r *proseRenderer) Layout(fyne.Size)             {}
func (r *proseRenderer) MinSize() fyne.Size           { return r.p.MinSize() }
func (r *proseRenderer) Objects() []fyne.CanvasObject { return r.p.objects }
func (r *proseRenderer) Refresh() {
	canvas.Refresh(r.p)
}
