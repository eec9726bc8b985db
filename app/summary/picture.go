package summary

import (
	"fmt"
	"math"
	"strings"

	"skinward/app/figure"
	"skinward/app/figure/ink"
)

// diagram is a chart of a height that may grow, and give way to tight where
// page 1 would not hold what it must.
type diagram struct {
	fig               *figure.Figure
	tight, least, max float64
}

func (g diagram) height(float64) (float64, float64) { return g.least, g.max - g.least }

func (g diagram) draw(d *ink.Drawing, r ink.Rect) {
	if err := g.fig.Draw(d, r, figure.Print()); err != nil {
		para{body: g.fig.Say()}.draw(d, r)
	}
}

func (g diagram) text() string { return g.fig.Say() }

// album is a row of photographs with their captions.
type album struct {
	pics []Picture
	caps []string // one for each picture
}

const (
	photoLeast = 92.0
	photoMost  = 150.0
	photoGap   = 8.0
)

func (a album) column(w float64) float64 {
	n := float64(max(len(a.pics), 2))
	return (w - photoGap*(n-1)) / n
}

func (a album) caption(w float64) float64 {
	lines := 1
	for _, c := range a.caps {
		lines = max(lines, len(ink.Wrap(c, a.column(w), small, false)))
	}
	return float64(lines)*smallGap + 4
}

func (a album) height(w float64) (float64, float64) {
	return photoLeast + a.caption(w), photoMost - photoLeast
}

func (a album) draw(d *ink.Drawing, r ink.Rect) {
	w := a.column(r.W)
	h := r.H - a.caption(r.W)
	for i, p := range a.pics {
		box := ink.Rect{X: r.X + float64(i)*(w+photoGap), Y: r.Y, W: w, H: h}
		if len(p.JPEG) == 0 || p.Width <= 0 || p.Height <= 0 {
			d.Hatch(box, 6, 0.4, hair, false)
			d.Frame(box, 0.6, grey)
		} else {
			f := contain(box, p.Width, p.Height)
			d.Add(ink.Photo{Frame: f, JPEG: p.JPEG})
		}
		for k, line := range ink.Wrap(a.caps[i], w, small, false) {
			d.Say(box.X, box.Bottom()+small+3+float64(k)*smallGap, small, false, black, line)
		}
	}
}

// contain fits a picture into a box at its left edge, whole and unstretched.
func contain(box ink.Rect, w, h int) ink.Rect {
	k := math.Min(box.W/float64(w), box.H/float64(h))
	return ink.Rect{X: box.X, Y: box.Y, W: float64(w) * k, H: float64(h) * k}
}

func (a album) text() string {
	var out []string
	for i, c := range a.caps {
		out = append(out, fmt.Sprintf("- Photo %d: %s", i+1, c))
	}
	return strings.Join(out, "\n")
}
