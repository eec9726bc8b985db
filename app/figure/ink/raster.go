package ink

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"math"

	xdraw "golang.org/x/image/draw"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// Raster paints the drawing on paper of the colour ground, w by h pixels. A
// photograph that cannot be decoded leaves its place in the colour of ground.
func Raster(d *Drawing, w, h int, ground Color) *image.RGBA {
	w, h = max(w, 1), max(h, 1)
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(img, img.Bounds(), image.NewUniform(ground), image.Point{}, draw.Src)
	p := painter{img: img, sx: float64(w) / d.W, sy: float64(h) / d.H, glyphs: map[glyphKey]glyph{}}
	for _, op := range d.Ops {
		switch op := op.(type) {
		case Shape:
			p.shape(op)
		case Text:
			p.text(op)
		case Photo:
			p.photo(op)
		}
	}
	return img
}

// painter holds what one call of Raster needs again and again.
type painter struct {
	img    *image.RGBA
	sx, sy float64 // pixels per unit
	vec    vector.Rasterizer
	mask   []uint8
	buf    sfnt.Buffer
	glyphs map[glyphKey]glyph
}

func (p *painter) shape(s Shape) {
	runs, closed := s.Path.flat()
	if s.Fill.A > 0 {
		area := make([][]Point, len(runs))
		for i, run := range runs {
			area[i] = p.snapped(run)
		}
		if len(area) != 1 || !p.block(area[0], s.Fill) {
			p.fill(area, s.Fill)
		}
	}
	if s.Stroke.A == 0 || s.Width <= 0 {
		return
	}
	if len(s.Dash) > 0 {
		p.fill(outline(runs, closed, s.Width, s.Dash), s.Stroke)
		return
	}
	var area [][]Point
	for i, run := range runs {
		straight := upright(run)
		if closed[i] {
			straight = straight && upright([]Point{run[len(run)-1], run[0]})
		}
		for _, q := range outline([][]Point{run}, []bool{closed[i]}, s.Width, nil) {
			if straight {
				q = p.snapped(q)
				if p.block(q, s.Stroke) {
					continue
				}
			}
			area = append(area, q)
		}
	}
	p.fill(area, s.Stroke)
}

// upright reports whether all pieces of a run are level or plumb.
func upright(run []Point) bool {
	for i := 1; i < len(run); i++ {
		if run[i].X != run[i-1].X && run[i].Y != run[i-1].Y {
			return false
		}
	}
	return true
}

// snapped moves the edges of an upright rectangle to whole pixels, at least
// one apart, as PDF viewers do: rules and bars come out crisp and of one width.
// Other figures are returned as they are.
func (p *painter) snapped(q []Point) []Point {
	if len(q) != 4 || !upright(append(q[:4:4], q[0])) {
		return q
	}
	x0, x1 := edges(math.Min(q[0].X, q[2].X)*p.sx, math.Max(q[0].X, q[2].X)*p.sx)
	y0, y1 := edges(math.Min(q[0].Y, q[2].Y)*p.sy, math.Max(q[0].Y, q[2].Y)*p.sy)
	return []Point{{x0 / p.sx, y0 / p.sy}, {x1 / p.sx, y0 / p.sy}, {x1 / p.sx, y1 / p.sy}, {x0 / p.sx, y1 / p.sy}}
}

// block paints a snapped rectangle of an opaque colour without counting how
// much of each pixel it covers. It reports false for other figures.
func (p *painter) block(q []Point, c Color) bool {
	if len(q) != 4 || c.A < 255 || !upright(append(q[:4:4], q[0])) {
		return false
	}
	px := func(v, k float64) int { return int(math.Round(clampPx(v * k))) }
	box := image.Rect(px(q[0].X, p.sx), px(q[0].Y, p.sy), px(q[2].X, p.sx), px(q[2].Y, p.sy))
	draw.Draw(p.img, box.Intersect(p.img.Bounds()), image.NewUniform(c), image.Point{}, draw.Src)
	return true
}

func edges(a, b float64) (lo, hi float64) {
	lo, hi = math.Round(a), math.Round(b)
	if lo == hi {
		hi++
	}
	return lo, hi
}

// fill paints the union of runs, each closed, within the box they take.
func (p *painter) fill(runs [][]Point, c Color) {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, run := range runs {
		for _, q := range run {
			x0, x1 = math.Min(x0, q.X*p.sx), math.Max(x1, q.X*p.sx)
			y0, y1 = math.Min(y0, q.Y*p.sy), math.Max(y1, q.Y*p.sy)
		}
	}
	if !(x0 <= x1 && y0 <= y1) {
		return // nothing, or numbers that are none
	}
	box := image.Rect(int(math.Floor(clampPx(x0))), int(math.Floor(clampPx(y0))), int(math.Ceil(clampPx(x1))), int(math.Ceil(clampPx(y1)))).Intersect(p.img.Bounds())
	if box.Empty() {
		return
	}
	p.vec.Reset(box.Dx(), box.Dy())
	ox, oy := float64(box.Min.X), float64(box.Min.Y)
	for _, run := range runs {
		for i, q := range run {
			x, y := float32(q.X*p.sx-ox), float32(q.Y*p.sy-oy)
			if i == 0 {
				p.vec.MoveTo(x, y)
			} else {
				p.vec.LineTo(x, y)
			}
		}
		p.vec.ClosePath()
	}
	p.tint(box, c)
}

// tint lays c over box where the rasteriser covers it. Most of a chart's box is
// empty, so pixels that are not covered cost next to nothing.
func (p *painter) tint(box image.Rectangle, c Color) {
	w, h := box.Dx(), box.Dy()
	if cap(p.mask) < w*h {
		p.mask = make([]uint8, w*h)
	}
	mask := &image.Alpha{Pix: p.mask[:w*h], Stride: w, Rect: image.Rect(0, 0, w, h)}
	p.vec.DrawOp = draw.Src
	p.vec.Draw(mask, mask.Rect, image.Opaque, image.Point{})
	p.vec.DrawOp = draw.Over
	alpha := uint32(c.A)
	for y := range h {
		row := mask.Pix[y*w : y*w+w]
		pix := p.img.Pix[p.img.PixOffset(box.Min.X, box.Min.Y+y):]
		for x, m := range row {
			if m == 0 {
				continue
			}
			a := uint32(m) * alpha / 255
			d := pix[4*x : 4*x+4 : 4*x+4]
			d[0] = mix(d[0], c.R, a)
			d[1] = mix(d[1], c.G, a)
			d[2] = mix(d[2], c.B, a)
			d[3] = mix(d[3], 255, a)
		}
	}
}

// mix goes from one channel to another by a, 0 … 255.
func mix(from, to uint8, a uint32) uint8 {
	return uint8((uint32(from)*(255-a) + uint32(to)*a + 127) / 255)
}

// clampPx keeps coordinates of broken input within what an int can hold.
func clampPx(v float64) float64 { return math.Max(-1e6, math.Min(1e6, v)) }

type glyphKey struct {
	face  *face
	index sfnt.GlyphIndex
	ppem  fixed.Int26_6
	fx    uint8 // quarters of a pixel to the right
}

type glyph struct {
	mask *image.Alpha
	at   image.Point // of the mask, from the pixel of the pen
}

func (p *painter) text(t Text) {
	t.set(p.letters, func(pt part) { p.shape(Shape{Path: t.shapes(pt), Fill: t.Color}) })
}

// letters paints text whose letters stand as they come.
func (p *painter) letters(t Text) {
	f := t.Font.face(t.Body, t.Bold)
	ppem := fixed.Int26_6(math.Round(t.Size * p.sy * 64))
	if ppem <= 0 {
		return
	}
	src := image.NewUniform(t.Color)
	x, y := t.X*p.sx, t.Y*p.sy
	base := int(math.Floor(y)) // a whole pixel keeps the letters of a line even
	for _, r := range t.Body {
		if r >= 1<<16 {
			continue
		}
		left := math.Floor(x)
		key := glyphKey{f, sfnt.GlyphIndex(f.glyphs[r]), ppem, uint8((x - left) * 4)}
		g, ok := p.glyphs[key]
		if !ok {
			g = p.glyph(f, key)
			p.glyphs[key] = g
		}
		if g.mask != nil {
			box := g.mask.Bounds().Add(image.Pt(int(left), base)).Add(g.at)
			draw.DrawMask(p.img, box, src, image.Point{}, g.mask, g.mask.Bounds().Min, draw.Over)
		}
		x += float64(f.widths[r]) * t.Size / 1000 * p.sx
	}
}

// glyph rasterises one letter at its fraction of a pixel.
func (p *painter) glyph(f *face, k glyphKey) glyph {
	segs, err := f.font.LoadGlyph(&p.buf, k.index, k.ppem, nil)
	if err != nil || len(segs) == 0 {
		return glyph{}
	}
	b := segs.Bounds()
	x0, y0 := b.Min.X.Floor()-1, b.Min.Y.Floor()-1
	w, h := b.Max.X.Ceil()+2-x0, b.Max.Y.Ceil()+2-y0
	dx, dy := float32(k.fx)/4-float32(x0), -float32(y0)
	at := func(v fixed.Point26_6) (float32, float32) {
		return float32(v.X)/64 + dx, float32(v.Y)/64 + dy
	}
	p.vec.Reset(w, h)
	for _, s := range segs {
		ax, ay := at(s.Args[0])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			p.vec.ClosePath()
			p.vec.MoveTo(ax, ay)
		case sfnt.SegmentOpLineTo:
			p.vec.LineTo(ax, ay)
		case sfnt.SegmentOpQuadTo:
			bx, by := at(s.Args[1])
			p.vec.QuadTo(ax, ay, bx, by)
		case sfnt.SegmentOpCubeTo:
			bx, by := at(s.Args[1])
			cx, cy := at(s.Args[2])
			p.vec.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	p.vec.ClosePath()
	mask := image.NewAlpha(image.Rect(0, 0, w, h))
	p.vec.Draw(mask, mask.Bounds(), image.NewUniform(color.Alpha{255}), image.Point{})
	return glyph{mask, image.Pt(x0, y0)}
}

func (p *painter) photo(ph Photo) {
	src, err := jpeg.Decode(bytes.NewReader(ph.JPEG))
	if err != nil {
		return
	}
	f := ph.Frame
	box := image.Rect(int(math.Round(f.X*p.sx)), int(math.Round(f.Y*p.sy)), int(math.Round(f.Right()*p.sx)), int(math.Round(f.Bottom()*p.sy)))
	xdraw.ApproxBiLinear.Scale(p.img, box, src, src.Bounds(), draw.Src, nil)
}

func emFixed(em sfnt.Units) fixed.Int26_6 { return fixed.I(int(em)) }
