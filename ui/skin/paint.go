package skin

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"skinward/app/photo"
	"skinward/ui/kit"
)

var (
	white      = color.NRGBA{255, 255, 255, 255}
	seeThrough = color.NRGBA{}
)

const (
	gap    = 6.0 // between two pictures, in points
	corner = 8.0 // radius of a picture, in points
)

// painter draws a stage. It keeps the two layers drawn for the present size,
// so that moving the divider costs a copy and no resampling.
type painter struct {
	w, h          int
	cut           float64 // distinguishes halves, whole and marking
	first, second *image.RGBA
}

func (p *painter) forget() { p.first, p.second = nil, nil }

func (p *painter) draw(s *stage, w, h int) image.Image {
	out := image.NewRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	draw.Draw(out, out.Rect, image.NewUniform(kit.Raised.Color()), image.Point{}, draw.Src)
	scale := float64(w) / math.Max(float64(s.raster.Size().Width), 1)
	p.prepare(s, w, h, scale)
	switch {
	case s.halves():
		half := (w - int(gap*scale)) / 2
		draw.Draw(out, out.Rect, image.NewUniform(kit.Surface.Color()), image.Point{}, draw.Src)
		// Each picture has round corners of its own, also where it does not
		// fill its half.
		high := min(h, int(math.Round(float64(half)*s.aspect*s.mostCut()*max(1, s.view.zoom))))
		top := (h - high) / 2
		over(out, image.Rect(0, 0, half, h), p.first, 255)
		over(out, image.Rect(w-half, 0, w, h), p.second, 255)
		rounded(out, image.Rect(0, top, half, top+high), corner*scale)
		rounded(out, image.Rect(w-half, top, w, top+high), corner*scale)
		p.drawMarks(s, out, scale)
		return out
	case s.single || s.front || s.marking:
		over(out, out.Rect, p.second, 255)
	case s.mode == slider:
		x := int(math.Round(float64(w) * s.split))
		over(out, image.Rect(0, 0, x, h), p.first, 255)
		overFrom(out, image.Rect(x, 0, w, h), p.second, image.Pt(x, 0), 255)
	case s.mode == overlay:
		over(out, out.Rect, p.first, 255)
		over(out, out.Rect, p.second, uint8(math.Round(255*s.split)))
	default:
		over(out, out.Rect, p.first, 255)
	}
	rounded(out, out.Rect, corner*scale)
	p.drawMarks(s, out, scale)
	return out
}

// mostCut is by how much a photo may be enlarged beyond the whole of it, so
// that it fills its box; what is cut off is at the edges. While marks are set
// the whole photo is there.
func (s *stage) mostCut() float64 {
	switch {
	case s.marking:
		return 1
	case s.halves():
		return 1.3
	}
	return 1.12
}

// frameFor fits a photo into a box.
func frameFor(aspect float64, w, h int, mostCut float64) photo.Frame {
	f := photo.FitFrame(1000, int(math.Round(1000*aspect)), w, h)
	if w > 0 && h > 0 {
		fill := float64(h) / float64(w) / aspect
		f.Zoom = math.Min(math.Max(fill, 1/fill), mostCut)
	}
	return f
}

// prepare draws the layers for this size unless they are at hand.
func (p *painter) prepare(s *stage, w, h int, scale float64) {
	if p.w != w || p.h != h || p.cut != s.mostCut() {
		p.forget()
		p.w, p.h, p.cut = w, h, s.mostCut()
	}
	bw := w
	if s.halves() {
		bw = (w - int(gap*scale)) / 2
	}
	f := s.frame(bw, h)
	one := func(l layer) *image.RGBA {
		if l.picture == nil {
			return nil
		}
		return photo.Render(l.picture, l.lies, f, s.aspect)
	}
	if p.first == nil {
		p.first = one(s.first)
	}
	if p.second == nil {
		p.second = one(s.second)
	}
}

func over(dst *image.RGBA, at image.Rectangle, src *image.RGBA, alpha uint8) {
	overFrom(dst, at, src, image.Point{}, alpha)
}

func overFrom(dst *image.RGBA, at image.Rectangle, src *image.RGBA, from image.Point, alpha uint8) {
	if src == nil {
		return
	}
	if alpha == 255 {
		draw.Draw(dst, at, src, from, draw.Over)
		return
	}
	draw.DrawMask(dst, at, src, from, image.NewUniform(color.Alpha{A: alpha}), image.Point{}, draw.Over)
}

// rounded clears what lies outside circles of radius r at the corners of at.
func rounded(out *image.RGBA, at image.Rectangle, r float64) {
	n := int(math.Ceil(r))
	for y := range min(n, at.Dy()) {
		for x := range min(n, at.Dx()) {
			d := math.Hypot(r-float64(x)-0.5, r-float64(y)-0.5)
			keep := min(max(r-d+0.5, 0), 1)
			if keep == 1 {
				continue
			}
			for _, p := range []image.Point{
				{at.Min.X + x, at.Min.Y + y}, {at.Max.X - 1 - x, at.Min.Y + y}, {at.Min.X + x, at.Max.Y - 1 - y}, {at.Max.X - 1 - x, at.Max.Y - 1 - y},
			} {
				i := out.PixOffset(p.X, p.Y)
				for c := range 4 {
					out.Pix[i+c] = uint8(float64(out.Pix[i+c]) * keep)
				}
			}
		}
	}
}

// place returns where a point of a photo lies in the picture drawn.
func (p *painter) place(s *stage, second bool, at photo.Point, scale float64) (x, y float64) {
	bw, left := p.w, 0
	if s.halves() {
		bw = (p.w - int(gap*scale)) / 2
		if second {
			left = p.w - bw
		}
	}
	f := s.frame(bw, p.h)
	if second {
		at = s.second.lies.Apply(at)
	}
	x, y = f.ToBox(at, s.aspect)
	return x + float64(left), y
}

// drawMarks draws marks, the area and the keyboard's cross, each white on
// dark, so that it shows on every skin.
func (p *painter) drawMarks(s *stage, out *image.RGBA, scale float64) {
	for _, m := range s.marks {
		x, y := p.place(s, m.second, m.at, scale)
		ringAt(out, x, y, 9*scale, 3.5*scale, color.RGBA{0, 0, 0, 150})
		ringAt(out, x, y, 9*scale, 2*scale, color.RGBA{255, 255, 255, 255})
		ringAt(out, x, y, 1, 3*scale, color.RGBA{255, 255, 255, 255})
	}
	if s.box.shown {
		x0, y0 := p.place(s, true, s.box.from, scale)
		x1, y1 := p.place(s, true, s.box.to, scale)
		outline(out, math.Min(x0, x1), math.Min(y0, y1), math.Max(x0, x1), math.Max(y0, y1), s.box.oval, scale)
	}
	if s.marking && s.focused {
		x, y := float64(s.cross.X)*float64(p.w), float64(s.cross.Y)*float64(p.h)
		for d := -12 * scale; d <= 12*scale; d++ {
			dot(out, x+d, y, 1.5*scale, color.RGBA{0, 0, 0, 130})
			dot(out, x, y+d, 1.5*scale, color.RGBA{0, 0, 0, 130})
		}
		for d := -12 * scale; d <= 12*scale; d++ {
			dot(out, x+d, y, 0.8*scale, color.RGBA{255, 255, 255, 255})
			dot(out, x, y+d, 0.8*scale, color.RGBA{255, 255, 255, 255})
		}
	}
}

// ringAt draws a circle of radius r and stroke width wide.
func ringAt(out *image.RGBA, x, y, r, wide float64, c color.RGBA) {
	b := image.Rect(int(x-r-wide-1), int(y-r-wide-1), int(x+r+wide+2), int(y+r+wide+2)).Intersect(out.Rect)
	for py := b.Min.Y; py < b.Max.Y; py++ {
		for px := b.Min.X; px < b.Max.X; px++ {
			d := math.Abs(math.Hypot(float64(px)+0.5-x, float64(py)+0.5-y) - r)
			blend(out, px, py, c, min(max(wide/2-d+0.5, 0), 1))
		}
	}
}

func dot(out *image.RGBA, x, y, r float64, c color.RGBA) { ringAt(out, x, y, 0, 2*r, c) }

func blend(out *image.RGBA, x, y int, c color.RGBA, cover float64) {
	a := cover * float64(c.A) / 255
	if a <= 0 {
		return
	}
	i := out.PixOffset(x, y)
	for k, v := range [3]uint8{c.R, c.G, c.B} {
		out.Pix[i+k] = uint8(float64(out.Pix[i+k])*(1-a) + float64(v)*a + 0.5)
	}
}

// outline draws a rectangle, or the oval in it, as a white line on a dark one.
func outline(out *image.RGBA, x0, y0, x1, y1 float64, oval bool, scale float64) {
	cx, cy, rx, ry := (x0+x1)/2, (y0+y1)/2, math.Max((x1-x0)/2, 1), math.Max((y1-y0)/2, 1)
	steps := int(2 * (rx + ry) * 2)
	each := func(r float64, c color.RGBA) {
		for i := range steps {
			t := float64(i) / float64(steps)
			if oval {
				sin, cos := math.Sincos(2 * math.Pi * t)
				dot(out, cx+rx*cos, cy+ry*sin, r, c)
				continue
			}
			switch u := t * 4; {
			case u < 1:
				dot(out, x0+(x1-x0)*u, y0, r, c)
			case u < 2:
				dot(out, x1, y0+(y1-y0)*(u-1), r, c)
			case u < 3:
				dot(out, x1-(x1-x0)*(u-2), y1, r, c)
			default:
				dot(out, x0, y1-(y1-y0)*(u-3), r, c)
			}
		}
	}
	each(2*scale, color.RGBA{0, 0, 0, 40})
	each(0.9*scale, color.RGBA{255, 255, 255, 255})
}
