package figure

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"io"
	"math"

	"github.com/golang/freetype/truetype"
	chart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"

	"skinward/app/figure/ink"
)

// ErrTooFew says that a chart cannot be drawn from what there is; Say tells
// what is missing.
var ErrTooFew = errors.New("too few days for a chart")

// Figure is a chart as a value; it does not change.
type Figure struct{ kind kind }

// kind is one way to draw.
type kind interface {
	// ready reports whether there is enough to draw.
	ready() bool
	// plot composes the chart for a size in units of the drawing.
	plot(w, h float64, pal Palette) plot
	// say is the one-sentence text alternative.
	say() string
	// numbers is a table with a head: what the chart shows.
	numbers() [][]string
	// stops are the values under the hairline, in order.
	stops() []Stop
}

// Stop is one value that the hairline can stand on.
type Stop struct {
	X, Y  float64 // in the chart's own units; Y is NaN in a gap
	Row   int     // of a matrix, else 0
	Label string  // "14 Sep 2026: severity 6"
}

// Hit is a stop with its place in pixels.
type Hit struct {
	Stop
	Index int // among Stops
	XPx   float64
	YPx   float64 // middle of the chart when Y is a gap
}

// plot is a chart about to be drawn: its ranges, the room around the canvas,
// in units, and its layers, lowest first.
type plot struct {
	xmin, xmax, ymin, ymax   float64
	left, top, right, bottom float64
	layers                   []chart.Series
}

// Ready reports whether there is enough to draw.
func (f *Figure) Ready() bool { return f != nil && f.kind.ready() }

// Say returns the chart in one sentence, for those who do not see it and for
// the place of a chart that cannot be drawn.
func (f *Figure) Say() string { return f.kind.say() }

// Numbers returns what the chart shows as a table with a head.
func (f *Figure) Numbers() [][]string { return f.kind.numbers() }

// Stops returns the values that the hairline and the arrow keys step through.
func (f *Figure) Stops() []Stop { return f.kind.stops() }

// Draw draws the chart into frame of d, whose unit it takes for its sizes. It
// returns ErrTooFew and draws nothing when the chart is not Ready.
func (f *Figure) Draw(d *ink.Drawing, frame ink.Rect, pal Palette) error {
	if !f.Ready() || frame.W < 20 || frame.H < 10 {
		return ErrTooFew
	}
	p := f.kind.plot(frame.W, frame.H, pal)
	clear := drawing.Color{R: 255, G: 255, B: 255, A: 0}
	c := chart.Chart{
		Width: int(math.Round(frame.W * grid)), Height: int(math.Round(frame.H * grid)), DPI: 72,
		Font:       &truetype.Font{}, // the recorder has its own; this keeps go-chart from loading Roboto
		Background: chart.Style{FillColor: clear, StrokeColor: clear, Padding: chart.Box{Left: cells(p.left), Top: cells(p.top), Right: cells(p.right), Bottom: cells(p.bottom), IsSet: true}},
		Canvas:     chart.Style{FillColor: clear, StrokeColor: clear},
		XAxis:      chart.XAxis{Style: chart.Hidden(), Range: &chart.ContinuousRange{Min: p.xmin, Max: p.xmax}},
		YAxis:      chart.YAxis{Style: chart.Hidden(), Range: &chart.ContinuousRange{Min: p.ymin, Max: p.ymax}},
		Series:     p.layers,
	}
	c.YAxisSecondary.Style = chart.Hidden()
	r := &recorder{to: d, dx: frame.X, dy: frame.Y}
	err := c.Render(func(int, int) (chart.Renderer, error) { return r, nil }, io.Discard)
	if err != nil {
		return fmt.Errorf("chart: %w", err)
	}
	return nil
}

// Raster paints the chart w by h pixels; scale is pixels per unit of pal's
// sizes, 1 on an ordinary screen and 2 on a dense one.
func (f *Figure) Raster(wPx, hPx int, scale float64, pal Palette) (image.Image, error) {
	d, err := f.sheet(wPx, hPx, scale, pal)
	if err != nil {
		return nil, err
	}
	return ink.Raster(d, wPx, hPx, pal.Ground), nil
}

// SVG returns the chart as a document of w by h units.
func (f *Figure) SVG(w, h float64, pal Palette) ([]byte, error) {
	d := ink.New(w, h)
	if err := f.Draw(d, ink.Rect{W: w, H: h}, pal); err != nil {
		return nil, err
	}
	return ink.SVG(d, f.Say(), pal.Ground), nil
}

// PDF writes the chart alone on a page of w by h points.
func (f *Figure) PDF(w, h float64, pal Palette, meta ink.Meta) ([]byte, error) {
	d := ink.New(w, h)
	if err := f.Draw(d, ink.Rect{W: w, H: h}, pal); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err := ink.PDF(&b, []*ink.Drawing{d}, meta)
	return b.Bytes(), err
}

func (f *Figure) sheet(wPx, hPx int, scale float64, pal Palette) (*ink.Drawing, error) {
	if scale <= 0 {
		scale = 1
	}
	d := ink.New(float64(wPx)/scale, float64(hPx)/scale)
	d.Font = pal.Font
	if err := f.Draw(d, ink.Rect{W: d.W, H: d.H}, pal); err != nil {
		return nil, err
	}
	return d, nil
}

// At returns the stop nearest to a pixel of a chart painted by Raster with the
// same size, scale and palette. ok is false when there is none.
func (f *Figure) At(xPx, yPx float64, wPx, hPx int, scale float64, pal Palette) (Hit, bool) {
	if !f.Ready() {
		return Hit{}, false
	}
	stops := f.Stops()
	matrix := len(stops) > 0 && stops[len(stops)-1].Row > 0
	place := f.placing(wPx, hPx, scale, pal)
	best, dist := Hit{}, math.Inf(1)
	for i, s := range stops {
		h := place(i, s)
		d := math.Abs(h.XPx - xPx)
		if matrix {
			d = math.Hypot(h.XPx-xPx, h.YPx-yPx)
		}
		if d < dist {
			best, dist = h, d
		}
	}
	return best, !math.IsInf(dist, 1)
}

// Place returns where the i-th stop stands in a chart painted by Raster with
// the same size, scale and palette, for stepping with the arrow keys.
func (f *Figure) Place(i, wPx, hPx int, scale float64, pal Palette) (Hit, bool) {
	if !f.Ready() {
		return Hit{}, false
	}
	stops := f.Stops()
	if i < 0 || i >= len(stops) {
		return Hit{}, false
	}
	return f.placing(wPx, hPx, scale, pal)(i, stops[i]), true
}

// placing returns how stops become pixels.
func (f *Figure) placing(wPx, hPx int, scale float64, pal Palette) func(int, Stop) Hit {
	if scale <= 0 {
		scale = 1
	}
	w, h := float64(wPx)/scale, float64(hPx)/scale
	p := f.kind.plot(w, h, pal)
	return func(i int, s Stop) Hit {
		x := p.left + (s.X-p.xmin)/(p.xmax-p.xmin)*(w-p.left-p.right)
		y := h - p.bottom - (s.Y-p.ymin)/(p.ymax-p.ymin)*(h-p.top-p.bottom)
		if math.IsNaN(s.Y) {
			y = (p.top + h - p.bottom) / 2
		}
		return Hit{Stop: s, Index: i, XPx: x * scale, YPx: y * scale}
	}
}

// cells converts units to go-chart's whole-number coordinates.
func cells(units float64) int { return int(math.Round(units * grid)) }
