package ink

import (
	"image/color"
	"math"
)

// Color is a colour with straight alpha.
type Color = color.NRGBA

// Hex returns the opaque colour 0xRRGGBB.
func Hex(rgb uint32) Color {
	return Color{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), A: 255}
}

// Fade returns c with its alpha multiplied by a, 0 … 1.
func Fade(c Color, a float64) Color {
	c.A = uint8(math.Round(float64(c.A) * math.Max(0, math.Min(1, a))))
	return c
}

// Point is a place in a drawing.
type Point struct{ X, Y float64 }

// Rect is a rectangle: its top left corner and its size.
type Rect struct{ X, Y, W, H float64 }

// Right is the x of the right edge.
func (r Rect) Right() float64 { return r.X + r.W }

// Bottom is the y of the lower edge.
func (r Rect) Bottom() float64 { return r.Y + r.H }

// Op is one thing drawn: a Shape, a Text or a Photo.
type Op interface{ bounds() Rect }

// Shape is a path that is filled, stroked or both. A colour without alpha
// paints nothing.
type Shape struct {
	Path   Path
	Fill   Color
	Stroke Color
	Width  float64   // of the stroke; nothing is stroked at 0
	Dash   []float64 // lengths on, off, …; nil is a solid line
}

func (s Shape) bounds() Rect {
	b := s.Path.Bounds()
	h := s.Width / 2
	return Rect{b.X - h, b.Y - h, b.W + s.Width, b.H + s.Width}
}

// Text is one run of text on one line. X is its left end, Y its baseline.
type Text struct {
	X, Y  float64
	Size  float64 // of the em
	Bold  bool
	Color Color
	Body  string // as Printable returned it
	Font  *Font  // nil is the family of the paper
}

func (t Text) bounds() Rect { return outlineBox(t) }

// Photo is a JPEG picture stretched over a rectangle.
type Photo struct {
	Frame Rect
	JPEG  []byte // without metadata, upright
}

func (p Photo) bounds() Rect { return p.Frame }

// Drawing is a sheet of a size and what is drawn on it, in reading order.
type Drawing struct {
	W, H float64
	Ops  []Op
	Font *Font // of what Say writes; nil is the family of the paper
}

// New returns an empty sheet.
func New(w, h float64) *Drawing { return &Drawing{W: w, H: h} }

// Bounds returns the box of what the i-th thing drawn inks.
func (d *Drawing) Bounds(i int) Rect { return d.Ops[i].bounds() }

// Add draws ops above what is there.
func (d *Drawing) Add(ops ...Op) { d.Ops = append(d.Ops, ops...) }

// Line draws a straight line.
func (d *Drawing) Line(a, b Point, width float64, c Color, dash ...float64) {
	var p Path
	p.MoveTo(a.X, a.Y)
	p.LineTo(b.X, b.Y)
	d.Add(Shape{Path: p, Stroke: c, Width: width, Dash: dash})
}

// Box fills a rectangle.
func (d *Drawing) Box(r Rect, fill Color) {
	var p Path
	p.Rect(r)
	d.Add(Shape{Path: p, Fill: fill})
}

// Frame outlines a rectangle.
func (d *Drawing) Frame(r Rect, width float64, c Color) {
	var p Path
	p.Rect(r)
	d.Add(Shape{Path: p, Stroke: c, Width: width})
}

// Hatch fills a rectangle with lines at 45 degrees, gap apart: a pattern that
// stays itself in black and white. A falling hatch runs from the top left.
func (d *Drawing) Hatch(r Rect, gap, width float64, c Color, falling bool) {
	if r.W <= 0 || r.H <= 0 || gap <= 0 {
		return
	}
	var p Path
	for s := gap / 2; s < r.W+r.H; s += gap {
		// The line x + y = s, clipped to the rectangle, or its mirror image.
		x0, x1 := math.Max(0, s-r.H), math.Min(r.W, s)
		y0, y1 := s-x0, s-x1
		if falling {
			x0, x1 = r.W-x0, r.W-x1
		}
		p.MoveTo(r.X+x0, r.Y+y0)
		p.LineTo(r.X+x1, r.Y+y1)
	}
	d.Add(Shape{Path: p, Stroke: c, Width: width})
}

// Say writes a run of text and returns the x where it ends. What the font
// lacks is replaced as Printable describes.
func (d *Drawing) Say(x, y, size float64, bold bool, c Color, body string) float64 {
	body, _ = Printable(body)
	if body == "" {
		return x
	}
	d.Add(Text{x, y, size, bold, c, body, d.Font})
	return x + d.Font.Width(body, size, bold)
}
