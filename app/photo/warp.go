package photo

import (
	"encoding/binary"
	"image"
	"math"
)

// Frame is how a picture is fitted into a box for display: which part of the
// first photo the box shows. Zoom 1 shows all of it.
type Frame struct {
	Width, Height int     // of the box in pixels
	Zoom          float64 // 1 … 16
	Centre        Point   // shown in the middle of the box, in widths of the first photo
}

// FitFrame shows the whole of a picture of w × h pixels in a box.
func FitFrame(w, h, boxW, boxH int) Frame {
	return Frame{Width: boxW, Height: boxH, Zoom: 1, Centre: Point{0.5, float64(h) / float64(w) / 2}}
}

// scale returns box pixels for one width of the first photo whose sides have
// the ratio height/width.
func (f Frame) scale(aspect float64) float64 {
	return math.Min(float64(f.Width), float64(f.Height)/aspect) * f.Zoom
}

// ToBox returns where a point of the first photo lies in the box, in pixels.
func (f Frame) ToBox(p Point, aspect float64) (x, y float64) {
	s := f.scale(aspect)
	return (p.X-f.Centre.X)*s + float64(f.Width)/2, (p.Y-f.Centre.Y)*s + float64(f.Height)/2
}

// FromBox inverts ToBox.
func (f Frame) FromBox(x, y, aspect float64) Point {
	s := f.scale(aspect)
	return Point{(x-float64(f.Width)/2)/s + f.Centre.X, (y-float64(f.Height)/2)/s + f.Centre.Y}
}

// Render draws m as the similarity lays it on a first photo with sides in the
// ratio aspect (height/width), into the box of f. Where m does not reach the
// box stays transparent. It reads m bilinearly after reducing it by halves, so
// that neither enlarging nor reducing shows teeth.
func Render(m image.Image, s Similarity, f Frame, aspect float64) *image.RGBA {
	out := image.NewRGBA(image.Rect(0, 0, max(f.Width, 1), max(f.Height, 1)))
	src := toRGBA(m, yuvCoding{})
	if src.Rect.Empty() {
		return out
	}
	inv := s.Invert()
	k := f.scale(aspect)
	step := inv.Scale / k * float64(src.Rect.Dx()) // source pixels for one box pixel
	for step >= 2 && src.Rect.Dx() > 1 && src.Rect.Dy() > 1 {
		src, step = half(src), step/2
	}
	w := float64(src.Rect.Dx())
	// Box pixel (x, y) is source pixel origin + x·d + y·(d turned by 90°).
	p0 := inv.Apply(f.FromBox(0.5, 0.5, aspect))
	ds, dc := math.Sincos(inv.Angle)
	dx, dy := dc*inv.Scale/k*w, ds*inv.Scale/k*w
	for y := range out.Rect.Dy() {
		sx := p0.X*w - 0.5 - float64(y)*dy
		sy := p0.Y*w - 0.5 + float64(y)*dx
		row := out.Pix[y*out.Stride:]
		for x := range out.Rect.Dx() {
			if p, ok := bilinear(src, sx+float64(x)*dx, sy+float64(x)*dy); ok {
				binary.LittleEndian.PutUint32(row[x*4:], p)
			}
		}
	}
	return out
}

// bilinear returns the colour of src at (x, y), pixel centres on whole numbers.
// Half a pixel beyond the edge still belongs to the picture.
func bilinear(src *image.RGBA, x, y float64) (p uint32, ok bool) {
	w, h := src.Rect.Dx(), src.Rect.Dy()
	if !(x >= -0.5 && y >= -0.5 && x <= float64(w)-0.5 && y <= float64(h)-0.5) {
		return 0, false
	}
	x, y = min(max(x, 0), float64(w-1)), min(max(y, 0), float64(h-1))
	x0, y0 := int(x), int(y)
	right, below := 4*min(1, w-1-x0), src.Stride*min(1, h-1-y0)
	at := y0*src.Stride + x0*4
	// The four weights add up to 256, so that each channel stays within its lane.
	fx, fy := uint64((x-float64(x0))*256), uint64((y-float64(y0))*256)
	d := (fx*fy + 128) >> 8
	b, c := fx-d, fy-d
	a := 256 - b - c - d
	sum := a*lanes(src.Pix[at:]) + b*lanes(src.Pix[at+right:]) + c*lanes(src.Pix[at+below:]) + d*lanes(src.Pix[at+right+below:])
	return join((sum + 128*eachLane) >> 8), true
}

// half returns the means of 2 × 2 pixels.
func half(m *image.RGBA) *image.RGBA {
	out := image.NewRGBA(image.Rect(0, 0, m.Rect.Dx()/2, m.Rect.Dy()/2))
	for y := range out.Rect.Dy() {
		a, b := m.Pix[2*y*m.Stride:], m.Pix[(2*y+1)*m.Stride:]
		row := out.Pix[y*out.Stride:]
		for x := range out.Rect.Dx() {
			for i := range 4 {
				sum := int(a[x*8+i]) + int(a[x*8+4+i]) + int(b[x*8+i]) + int(b[x*8+4+i])
				row[x*4+i] = uint8((sum + 2) / 4)
			}
		}
	}
	return out
}

// eachLane is one in each of four lanes of 16 bits, in which the channels of a
// pixel are added and multiplied at once.
const eachLane = 0x0001_0001_0001_0001

// lanes spreads the first pixel of pix over four lanes.
func lanes(pix []uint8) uint64 {
	p := uint64(binary.LittleEndian.Uint32(pix))
	return p&0xff00ff | p>>8&0xff00ff<<32
}

// join takes the low byte of each lane for a pixel.
func join(l uint64) uint32 { return uint32(l)&0xff00ff | uint32(l>>32)&0xff00ff<<8 }

// RGBA returns a decoded picture as RGBA, for callers that draw it many times.
func RGBA(m image.Image) *image.RGBA { return toRGBA(m, yuvCoding{}) }

// Blur returns a picture in which a person, but no mark of the skin, is
// recognised: m reduced to twelve cells across and enlarged again.
func Blur(m image.Image) *image.RGBA {
	b := m.Bounds()
	tiny := shrink(m, fit(m.Bounds().Size(), 12), Upright)
	return Render(tiny, Identity, FitFrame(tiny.Bounds().Dx(), tiny.Bounds().Dy(), b.Dx(), b.Dy()), float64(b.Dy())/float64(b.Dx()))
}
