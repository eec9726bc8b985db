package figure

import (
	"math"

	chart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

// layer is a go-chart series that draws itself on the canvas it is given.
type layer func(c canvas)

var _ chart.Series = layer(nil)

func (l layer) GetName() string           { return "" }
func (l layer) GetYAxis() chart.YAxisType { return chart.YAxisPrimary }
func (l layer) GetStyle() chart.Style     { return chart.Style{} }
func (l layer) Validate() error           { return nil }
func (l layer) Render(r chart.Renderer, box chart.Box, x, y chart.Range, _ chart.Style) {
	l(canvas{r, box, x, y})
}

// canvas is where a layer draws: values go through the ranges of the chart,
// sizes are in units of the drawing.
type canvas struct {
	r      chart.Renderer
	box    chart.Box
	xr, yr chart.Range
}

func (c canvas) x(v float64) int { return c.box.Left + c.xr.Translate(v) }
func (c canvas) y(v float64) int { return c.box.Bottom - c.yr.Translate(v) }

// line draws a straight line between two places.
func (c canvas) line(x0, y0, x1, y1 int, width float64, col Color, dash ...float64) {
	c.pen(col, width, dash)
	c.r.MoveTo(x0, y0)
	c.r.LineTo(x1, y1)
	c.r.Stroke()
}

// run draws a line through many places.
func (c canvas) run(pts [][2]int, width float64, col Color, dash ...float64) {
	if len(pts) < 2 {
		return
	}
	c.pen(col, width, dash)
	for i, p := range pts {
		if i == 0 {
			c.r.MoveTo(p[0], p[1])
		} else {
			c.r.LineTo(p[0], p[1])
		}
	}
	c.r.Stroke()
}

// box fills a rectangle.
func (c canvas) fill(x0, y0, x1, y1 int, col Color) {
	c.r.SetFillColor(drawing.Color(col))
	c.path(x0, y0, x1, y1)
	c.r.Fill()
}

// frame outlines a rectangle.
func (c canvas) frame(x0, y0, x1, y1 int, width float64, col Color) {
	c.pen(col, width, nil)
	c.path(x0, y0, x1, y1)
	c.r.Stroke()
}

func (c canvas) path(x0, y0, x1, y1 int) {
	c.r.MoveTo(x0, y0)
	c.r.LineTo(x1, y0)
	c.r.LineTo(x1, y1)
	c.r.LineTo(x0, y1)
	c.r.Close()
}

// hatch fills a rectangle with lines at 45 degrees, gap apart.
func (c canvas) hatch(x0, y0, x1, y1 int, gap, width float64, col Color) {
	w, h, g := x1-x0, y1-y0, max(cells(gap), 1)
	if w <= 0 || h <= 0 {
		return
	}
	c.pen(col, width, nil)
	for s := g / 2; s < w+h; s += g {
		a, b := max(0, s-h), min(w, s)
		c.r.MoveTo(x0+a, y0+s-a)
		c.r.LineTo(x0+b, y0+s-b)
	}
	c.r.Stroke()
}

// dots draws all places as one shape.
func (c canvas) dots(pts [][2]int, radius float64, col Color) {
	if len(pts) == 0 {
		return
	}
	c.r.SetFillColor(drawing.Color(col))
	for _, p := range pts {
		c.r.Circle(radius, p[0], p[1])
	}
	c.r.Fill()
}

// align says which end of a text stands at its place.
type align int8

const (
	left align = iota
	middle
	right
)

// text writes a label; y is its baseline. It returns the cells it covers.
func (c canvas) text(s string, x, y int, size float64, bold bool, col Color, a align) (from, to int) {
	if rec, ok := c.r.(*recorder); ok {
		rec.bold = bold
	}
	c.r.SetFontColor(drawing.Color(col))
	c.r.SetFontSize(size)
	w := c.r.MeasureText(s).Width()
	switch a {
	case middle:
		x -= w / 2
	case right:
		x -= w
	}
	c.r.Text(s, x, y)
	return x, x + w
}

// fitText writes a label, shortened by an ellipsis when it is wider than room.
func (c canvas) fitText(s string, x, y, room int, size float64, bold bool, col Color, a align) {
	if rec, ok := c.r.(*recorder); ok {
		rec.bold = bold
	}
	c.r.SetFontSize(size)
	if c.r.MeasureText(s).Width() > room {
		runes := []rune(s)
		for len(runes) > 1 && c.r.MeasureText(string(runes)+"…").Width() > room {
			runes = runes[:len(runes)-1]
		}
		s = string(runes) + "…"
	}
	c.text(s, x, y, size, bold, col, a)
}

func (c canvas) pen(col Color, width float64, dash []float64) {
	c.r.SetStrokeColor(drawing.Color(col))
	c.r.SetStrokeWidth(width)
	c.r.SetStrokeDashArray(dash)
}

// segments returns the unbroken runs of a line, thinned to columns of one
// unit, as go-chart's own line series. A run of a single value is a dot, which
// the caller draws.
func segments(xs, ys []float64, step float64, width float64, col Color, dash ...float64) []chart.Series {
	var out []chart.Series
	style := chart.Style{StrokeColor: drawing.Color(col), StrokeWidth: width, StrokeDashArray: dash}
	for _, run := range runsOf(ys) {
		tx, ty := thin(xs[run[0]:run[1]], ys[run[0]:run[1]], step)
		if len(tx) > 1 {
			out = append(out, chart.ContinuousSeries{Style: style, XValues: tx, YValues: ty})
		}
	}
	return out
}

// runsOf returns the half-open ranges without NaN or infinity.
func runsOf(ys []float64) [][2]int {
	var out [][2]int
	start := -1
	for i := 0; i <= len(ys); i++ {
		ok := i < len(ys) && finite(ys[i])
		switch {
		case ok && start < 0:
			start = i
		case !ok && start >= 0:
			out = append(out, [2]int{start, i})
			start = -1
		}
	}
	return out
}

// thin keeps of every column of width step the first, lowest, highest and last
// value, which is all that such a column can show.
func thin(xs, ys []float64, step float64) (tx, ty []float64) {
	if step <= 0 || len(xs) < 4 || (xs[len(xs)-1]-xs[0])/step > float64(len(xs))/2 {
		return xs, ys
	}
	for i := 0; i < len(xs); {
		j, lo, hi := i, i, i
		col := math.Floor(xs[i] / step)
		for j < len(xs) && math.Floor(xs[j]/step) == col {
			if ys[j] < ys[lo] {
				lo = j
			}
			if ys[j] > ys[hi] {
				hi = j
			}
			j++
		}
		a, b := min(lo, hi), max(lo, hi)
		last := -1
		for _, k := range [4]int{i, a, b, j - 1} {
			if k > last {
				tx, ty = append(tx, xs[k]), append(ty, ys[k])
				last = k
			}
		}
		i = j
	}
	return tx, ty
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }
