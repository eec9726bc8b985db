package summary

import (
	"fmt"
	"math"
	"strings"

	"skinward/app/figure/ink"
)

// block is a piece of a section that is never split between pages. Its text
// and its drawing say the same.
type block interface {
	// height is what the block takes at a width; stretch is how much more it
	// can make good use of.
	height(w float64) (least, stretch float64)
	// draw draws the block into r, whose height is at least height's.
	draw(d *ink.Drawing, r ink.Rect)
	// text is the block in the plain-text twin, without a line end.
	text() string
}

// para is running text.
type para struct {
	body  string
	small bool
	bold  bool
}

func (p para) metrics() (size, gap float64) {
	if p.small {
		return small, smallGap
	}
	return body, lead
}

func (p para) height(w float64) (float64, float64) {
	size, gap := p.metrics()
	return float64(len(ink.Wrap(p.body, w, size, p.bold))) * gap, 0
}

func (p para) draw(d *ink.Drawing, r ink.Rect) {
	size, gap := p.metrics()
	col := black
	if p.small {
		col = grey
	}
	for i, line := range ink.Wrap(p.body, r.W, size, p.bold) {
		d.Say(r.X, r.Y+gap*float64(i)+size*0.98, size, p.bold, col, line)
	}
}

func (p para) text() string { return p.body }

// numbered is a list "1 …", "2 …".
type numbered struct{ items []string }

func (n numbered) height(w float64) (float64, float64) {
	h := 0.0
	for _, s := range n.items {
		h += float64(len(ink.Wrap(s, w-14, body, false))) * lead
	}
	return h, 0
}

func (n numbered) draw(d *ink.Drawing, r ink.Rect) {
	y := r.Y
	for i, s := range n.items {
		d.Say(r.X, y+body*0.98, body, true, black, fmt.Sprint(i+1))
		for _, line := range ink.Wrap(s, r.W-14, body, false) {
			d.Say(r.X+14, y+body*0.98, body, false, black, line)
			y += lead
		}
	}
}

func (n numbered) text() string {
	var out []string
	for i, s := range n.items {
		out = append(out, fmt.Sprintf("%d. %s", i+1, s))
	}
	return strings.Join(out, "\n")
}

// pairs are labels with what stands behind them, one below the other.
type pairs struct {
	rows  [][2]string
	label float64 // width of the labels; 0 measures them
}

func (p pairs) labelWidth() float64 {
	if p.label > 0 {
		return p.label
	}
	w := 0.0
	for _, r := range p.rows {
		w = math.Max(w, widthOf(r[0], true))
	}
	return w + 10.5
}

// lines wraps a row: its label and what stands behind it.
func (p pairs) lines(row [2]string, w, lw float64) (label, text []string) {
	return ink.Wrap(row[0], lw-8, body, true), ink.Wrap(row[1], w-lw, body, false)
}

func (p pairs) height(w float64) (float64, float64) {
	h, lw := 0.0, p.labelWidth()
	for _, r := range p.rows {
		label, text := p.lines(r, w, lw)
		h += float64(max(len(label), len(text))) * lead
	}
	return h, 0
}

func (p pairs) draw(d *ink.Drawing, r ink.Rect) {
	y, lw := r.Y, p.labelWidth()
	for _, row := range p.rows {
		label, text := p.lines(row, r.W, lw)
		for i, line := range label {
			d.Say(r.X, y+body*0.98+float64(i)*lead, body, true, black, line)
		}
		for i, line := range text {
			d.Say(r.X+lw, y+body*0.98+float64(i)*lead, body, false, black, line)
		}
		y += float64(max(len(label), len(text))) * lead
	}
}

func (p pairs) text() string {
	var out []string
	for _, r := range p.rows {
		out = append(out, r[0]+": "+r[1])
	}
	return strings.Join(out, "\n")
}

// side stands two sections beside each other, each under its own heading.
type side struct {
	leftTitle, rightTitle string
	left, right           []block
}

const gutter = 22.0

func (s side) height(w float64) (float64, float64) {
	half := (w - gutter) / 2
	l, r := headed(s.left, half), headed(s.right, half)
	return math.Max(l, r), 0
}

func headed(bs []block, w float64) float64 {
	h := headingHeight
	for _, b := range bs {
		least, _ := b.height(w)
		h += least
	}
	return h
}

func (s side) draw(d *ink.Drawing, r ink.Rect) {
	half := (r.W - gutter) / 2
	s.column(d, s.leftTitle, s.left, ink.Rect{X: r.X, Y: r.Y, W: half, H: r.H})
	s.column(d, s.rightTitle, s.right, ink.Rect{X: r.X + half + gutter, Y: r.Y, W: half, H: r.H})
}

func (s side) column(d *ink.Drawing, name string, bs []block, r ink.Rect) {
	drawHeading(d, name, r)
	y := r.Y + headingHeight
	for _, b := range bs {
		h, _ := b.height(r.W)
		b.draw(d, ink.Rect{X: r.X, Y: y, W: r.W, H: h})
		y += h
	}
}

func (s side) text() string {
	return textOf(s.leftTitle, s.left) + "\n\n" + textOf(s.rightTitle, s.right)
}

const headingHeight = 17.5

// drawHeading writes a heading over a thin rule.
func drawHeading(d *ink.Drawing, name string, r ink.Rect) {
	d.Say(r.X, r.Y+10, heading, true, black, name)
	d.Line(ink.Point{X: r.X, Y: r.Y + 13}, ink.Point{X: r.Right(), Y: r.Y + 13}, 0.7, black)
}

func textOf(name string, bs []block) string {
	var out []string
	if name != "" {
		out = append(out, strings.ToUpper(name))
	}
	for _, b := range bs {
		out = append(out, b.text())
	}
	return strings.Join(out, "\n")
}
