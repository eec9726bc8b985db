package photo

import (
	"bytes"
	"image"
	"image/draw"
	"image/jpeg"
)

// Sides of the copies made at import, in pixels of the longer side.
const (
	ViewSide  = 1600
	ThumbSide = 320

	viewQuality  = 90
	thumbQuality = 82
)

// fit returns the size of a picture when its longer side is at most side; small
// pictures are never enlarged.
func fit(size image.Point, side int) image.Point {
	long := max(size.X, size.Y)
	if long <= side {
		return size
	}
	return image.Pt(max(1, (size.X*side+long/2)/long), max(1, (size.Y*side+long/2)/long))
}

// shrink returns m in the given size, which is no larger, and turned upright. Pictures held
// as luma and chroma, as JPEG, WebP and HEIC photos are, are resampled in their
// own planes; that is three to eight times faster than through RGBA.
func shrink(m image.Image, to image.Point, o Orientation) image.Image {
	b := m.Bounds()
	w, h := to.X, to.Y
	if y, ok := m.(*image.YCbCr); ok {
		return shrinkYCbCr(y, w, h, o)
	}
	var p [3]plane
	for i, src := range rgbPlanes(m, max(1, min(b.Dx()/w, b.Dy()/h)/2)) {
		p[i] = src.plane.scale(w, h, src.w, src.h).turn(o)
	}
	out := image.NewRGBA(image.Rect(0, 0, p[0].w, p[0].h))
	for i := range p[0].pix {
		q := out.Pix[i*4 : i*4+4]
		q[0], q[1], q[2], q[3] = p[0].pix[i], p[1].pix[i], p[2].pix[i], 255
	}
	return out
}

// chromaStep returns how many luma samples share one chroma sample along each
// axis.
func chromaStep(r image.YCbCrSubsampleRatio) (x, y int) {
	switch r {
	case image.YCbCrSubsampleRatio422:
		return 2, 1
	case image.YCbCrSubsampleRatio420:
		return 2, 2
	case image.YCbCrSubsampleRatio440:
		return 1, 2
	case image.YCbCrSubsampleRatio411:
		return 4, 1
	case image.YCbCrSubsampleRatio410:
		return 4, 2
	}
	return 1, 1
}

func shrinkYCbCr(m *image.YCbCr, w, h int, o Orientation) *image.YCbCr {
	b := m.Rect
	sx, sy := chromaStep(m.SubsampleRatio)
	luma := plane{m.Y[m.YOffset(b.Min.X, b.Min.Y):], m.YStride, b.Dx(), b.Dy()}
	// The copy has one chroma sample for 2 × 2 luma samples, like nearly every
	// photo, or for each sample when the original is that fine or not reduced.
	step, ratio := 2, image.YCbCrSubsampleRatio420
	if (sx == 1 && sy == 1) || luma.w < 2*w {
		step, ratio = 1, image.YCbCrSubsampleRatio444
	}
	cw, ch := (w+step-1)/step, (h+step-1)/step
	chroma := func(pix []uint8) plane {
		c := plane{pix[m.COffset(b.Min.X, b.Min.Y):], m.CStride, (b.Dx() + sx - 1) / sx, (b.Dy() + sy - 1) / sy}
		k := max(1, min(c.w/cw, c.h/ch)/2)
		// Extents in chroma samples, exact also when a side is odd.
		ew := float64(b.Dx()) / float64(sx) / float64(k) * float64(cw*step) / float64(w)
		eh := float64(b.Dy()) / float64(sy) / float64(k) * float64(ch*step) / float64(h)
		return c.box(k).scale(cw, ch, ew, eh).turn(o)
	}
	y, cb, cr := luma.shrink(w, h).turn(o), chroma(m.Cb), chroma(m.Cr)
	return &image.YCbCr{
		Y: y.pix, Cb: cb.pix, Cr: cr.pix, YStride: y.stride, CStride: cb.stride,
		SubsampleRatio: ratio, Rect: image.Rect(0, 0, y.w, y.h),
	}
}

// boxed is a plane already reduced by a whole factor, with its exact extent.
type boxed struct {
	plane
	w, h float64
}

// rgbPlanes returns red, green and blue of any picture on white, reduced by k
// strip by strip, so that a large picture is never held a second time.
func rgbPlanes(m image.Image, k int) [3]boxed {
	b := m.Bounds()
	var out [3]boxed
	for i := range out {
		out[i].plane = newPlane((b.Dx()+k-1)/k, (b.Dy()+k-1)/k)
		out[i].w, out[i].h = float64(b.Dx())/float64(k), float64(b.Dy())/float64(k)
	}
	strip := image.NewRGBA(image.Rect(0, 0, b.Dx(), k))
	channel := newPlane(b.Dx(), k)
	for oy := range out[0].plane.h {
		rows := min(k, b.Dy()-oy*k)
		at := strip.Rect
		at.Max.Y = rows
		draw.Draw(strip, at, image.White, image.Point{}, draw.Src)
		draw.Draw(strip, at, m, image.Pt(b.Min.X, b.Min.Y+oy*k), draw.Over)
		channel.h = rows
		for i := range out {
			for j := range b.Dx() * rows {
				channel.pix[j] = strip.Pix[j*4+i]
			}
			copy(out[i].row(oy), channel.box(k).row(0))
		}
	}
	return out
}

func encodeJPEG(m image.Image, quality int) ([]byte, error) {
	var buf bytes.Buffer
	if err := jpeg.Encode(&buf, m, &jpeg.Options{Quality: quality}); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}
