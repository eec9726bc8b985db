package figure

import (
	"io"
	"math"

	"github.com/golang/freetype/truetype"
	chart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"

	"skinward/app/figure/ink"
)

// grid is how many steps of go-chart's whole-number coordinates make one unit
// of the drawing: fine enough for paper and for fractions of a pixel.
const grid = 16

// recorder is a chart.Renderer that writes an ink.Drawing. Path operations are
// collected and emitted at Stroke, Fill or FillStroke.
type recorder struct {
	to     *ink.Drawing
	dx, dy float64 // where the chart stands in the drawing
	dpi    float64
	path   ink.Path
	stroke Color
	fill   Color
	width  float64
	dash   []float64
	font   Color
	size   float64
	bold   bool
}

var _ chart.Renderer = (*recorder)(nil)

func (r *recorder) ResetStyle() {
	r.stroke, r.fill, r.font = Color{}, Color{}, Color{}
	r.width, r.dash, r.bold = 0, nil, false
}

func (r *recorder) GetDPI() float64                 { return r.dpi }
func (r *recorder) SetDPI(dpi float64)              { r.dpi = dpi }
func (r *recorder) SetClassName(string)             {}
func (r *recorder) SetStrokeColor(c drawing.Color)  { r.stroke = Color(c) }
func (r *recorder) SetFillColor(c drawing.Color)    { r.fill = Color(c) }
func (r *recorder) SetStrokeWidth(w float64)        { r.width = w }
func (r *recorder) SetStrokeDashArray(d []float64)  { r.dash = d }
func (r *recorder) MoveTo(x, y int)                 { r.path.MoveTo(r.x(x), r.y(y)) }
func (r *recorder) LineTo(x, y int)                 { r.path.LineTo(r.x(x), r.y(y)) }
func (r *recorder) Close()                          { r.path.Close() }
func (r *recorder) Stroke()                         { r.emit(false, true) }
func (r *recorder) Fill()                           { r.emit(true, false) }
func (r *recorder) FillStroke()                     { r.emit(true, true) }
func (r *recorder) SetFont(*truetype.Font)          {} // one family in every back end
func (r *recorder) SetFontColor(c drawing.Color)    { r.font = Color(c) }
func (r *recorder) SetFontSize(size float64)        { r.size = size }
func (r *recorder) SetTextRotation(float64)         {} // no chart here turns its text
func (r *recorder) ClearTextRotation()              {}
func (r *recorder) Save(io.Writer) error            { return nil }
func (r *recorder) x(v int) float64                 { return r.dx + float64(v)/grid }
func (r *recorder) y(v int) float64                 { return r.dy + float64(v)/grid }
func (r *recorder) Circle(radius float64, x, y int) { r.path.Circle(r.x(x), r.y(y), radius) }
func (r *recorder) QuadCurveTo(cx, cy, x, y int) {
	r.path.QuadTo(ink.Point{X: r.x(cx), Y: r.y(cy)}, ink.Point{X: r.x(x), Y: r.y(y)})
}

func (r *recorder) Text(body string, x, y int) {
	r.to.Say(r.x(x), r.y(y), r.size, r.bold, r.font, body)
}

func (r *recorder) MeasureText(body string) chart.Box {
	body, _ = ink.Printable(body)
	return chart.Box{Right: int(math.Ceil(r.to.Font.Width(body, r.size, r.bold) * grid)), Bottom: int(math.Ceil(r.size * grid)), IsSet: true}
}

func (r *recorder) ArcTo(cx, cy int, rx, ry, start, delta float64) {
	x, y := r.x(cx), r.y(cy)
	rx, ry = rx/grid, ry/grid
	s, c := math.Sincos(start)
	if r.path.Empty() {
		r.path.MoveTo(x+rx*c, y+ry*s)
	} else {
		r.path.LineTo(x+rx*c, y+ry*s)
	}
	r.path.Arc(x, y, rx, ry, start, delta)
}

func (r *recorder) emit(fill, stroke bool) {
	s := ink.Shape{Path: r.path, Dash: r.dash}
	if fill {
		s.Fill = r.fill
	}
	if stroke {
		s.Stroke, s.Width = r.stroke, r.width
	}
	if !r.path.Empty() && (s.Fill.A > 0 || s.Stroke.A > 0 && s.Width > 0) {
		r.to.Add(s)
	}
	r.path = ink.Path{}
}
