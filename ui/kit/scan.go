package kit

import (
	"image"
	"image/color"
	"image/draw"

	"github.com/srwiley/rasterx"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// scanner fills the paths of an SVG. That of the library goes over the whole
// picture for each path, which takes half a second for a plate of four hundred;
// this one goes over the rectangle that the path covers.
type scanner struct {
	dest   draw.Image
	source image.Image
	steps  []scanStep
	mask   vector.Rasterizer
	extent fixed.Rectangle26_6
}

type scanStep struct {
	to    fixed.Point26_6
	start bool
}

var _ rasterx.Scanner = (*scanner)(nil)

func newScanner(dest draw.Image) *scanner { return &scanner{dest: dest} }

// Start begins a path.
func (s *scanner) Start(a fixed.Point26_6) { s.add(a, true) }

// Line goes on to b.
func (s *scanner) Line(b fixed.Point26_6) { s.add(b, false) }

func (s *scanner) add(p fixed.Point26_6, start bool) {
	if len(s.steps) == 0 {
		s.extent = fixed.Rectangle26_6{Min: p, Max: p}
	}
	s.steps = append(s.steps, scanStep{p, start})
	s.extent.Min.X, s.extent.Max.X = min(s.extent.Min.X, p.X), max(s.extent.Max.X, p.X)
	s.extent.Min.Y, s.extent.Max.Y = min(s.extent.Min.Y, p.Y), max(s.extent.Max.Y, p.Y)
}

// Draw fills what was walked, with the non-zero rule.
func (s *scanner) Draw() {
	covered := image.Rect(s.extent.Min.X.Floor(), s.extent.Min.Y.Floor(), s.extent.Max.X.Ceil(), s.extent.Max.Y.Ceil())
	covered = covered.Intersect(s.dest.Bounds())
	if covered.Empty() || s.source == nil {
		return
	}
	s.mask.Reset(covered.Dx(), covered.Dy())
	for _, step := range s.steps {
		x, y := float32(step.to.X)/64-float32(covered.Min.X), float32(step.to.Y)/64-float32(covered.Min.Y)
		if step.start {
			s.mask.MoveTo(x, y)
		} else {
			s.mask.LineTo(x, y)
		}
	}
	s.mask.Draw(s.dest, covered, s.source, covered.Min)
}

// GetPathExtent returns the rectangle of what was walked, for gradients.
func (s *scanner) GetPathExtent() fixed.Rectangle26_6 { return s.extent }

// SetColor takes a colour, or a function of the place (a gradient).
func (s *scanner) SetColor(c any) {
	switch c := c.(type) {
	case color.Color:
		s.source = image.NewUniform(c)
	case rasterx.ColorFunc:
		s.source = gradient{c, s.dest.Bounds()}
	}
}

// Clear forgets the path.
func (s *scanner) Clear() { s.steps, s.extent = s.steps[:0], fixed.Rectangle26_6{} }

// SetBounds does nothing: the picture has its size.
func (s *scanner) SetBounds(int, int) {}

// SetWinding does nothing: the rule is always non-zero, as in the library.
func (s *scanner) SetWinding(bool) {}

// SetClip does nothing: the drawings have no clip paths.
func (s *scanner) SetClip(image.Rectangle) {}

// gradient is a picture whose colour is a function of the place.
type gradient struct {
	at     rasterx.ColorFunc
	bounds image.Rectangle
}

func (gradient) ColorModel() color.Model   { return color.NRGBA64Model }
func (g gradient) Bounds() image.Rectangle { return g.bounds }
func (g gradient) At(x, y int) color.Color { return g.at(x, y) }
