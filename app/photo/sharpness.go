package photo

import (
	"image"
	"math"
)

// everyThirdRow stands for a whole picture where only means are wanted.
func everyThirdRow(m *image.RGBA) *image.RGBA {
	return &image.RGBA{Pix: m.Pix, Stride: 3 * m.Stride, Rect: image.Rect(0, 0, m.Rect.Dx(), (m.Rect.Dy()+2)/3)}
}

// sharpSide is the longer side of the copy in which sharpness is measured.
const sharpSide = 640

// sharpness looks at the middle two thirds of a picture.
func sharpness(m *image.RGBA) float64 {
	luma := lumaOf(m)
	to := fit(m.Rect.Size(), sharpSide)
	small := luma.shrink(to.X, to.Y)
	w, h := small.w, small.h
	f := &field{w, h, make([]float64, w*h)}
	for i, v := range small.pix {
		f.v[i] = float64(v)
	}
	between := make([]float64, w*h)
	near, middle, far := f.smooth(1, 1, between), f.smooth(2, 2, between), f.smooth(8, 2, between)
	var n, fine, coarse float64
	for y := h / 6; y < h-h/6; y++ {
		for x := w / 6; x < w-w/6; x++ {
			i := y*w + x
			a, b := f.v[i]-near.v[i], middle.v[i]-far.v[i]
			n, fine, coarse = n+1, fine+a*a, coarse+b*b
		}
	}
	if n == 0 {
		return 0
	}
	// Rounding to whole bytes alone leaves a variance of 1/12; half a step of
	// contrast keeps the quotient of an empty picture at nothing.
	const rounding, floor = 0.1, 0.5
	detail := fine/n - rounding - grainLeft(luma.finest(), float64(m.Rect.Dx())/float64(w))
	return math.Sqrt(max(0, detail) / (coarse/n + floor))
}

// grainLeft is how much variance grain can have left in the detail of the copy,
// told by the variance of the finest detail of the view copy, which is so many
// times as large. Grain is strongest there, and what a lens draws is weakest. Of
// strong grain a fixed share is left; weak grain is taken off the finest detail
// first by compression, hence the power. The bounds lie a tenth above what grain
// of 0.5 to 60 bytes leaves, white in the view copy or in an original of twelve
// megapixels. In a view copy less than one and a half times as large nothing
// tells grain from detail.
func grainLeft(finest, times float64) float64 {
	if times < 1.5 {
		return 0
	}
	return max(1.4*math.Pow(finest, 0.65)/times, 1.25*finest/(times*times))
}

// lumaOf is the brightness of a picture as the eye takes it.
func lumaOf(m *image.RGBA) plane {
	out := newPlane(m.Rect.Dx(), m.Rect.Dy())
	for y := range out.h {
		src, row := m.Pix[y*m.Stride:], out.row(y)
		for x := range row {
			q := src[x*4 : x*4+3 : x*4+3]
			row[x] = uint8((77*uint32(q[0]) + 150*uint32(q[1]) + 29*uint32(q[2]) + 128) >> 8)
		}
	}
	return out
}

// finest is the mean variance of 2 × 2 pixels in the middle two thirds.
func (p plane) finest() float64 {
	n, sum := 0, 0
	for y := p.h / 6; y+1 < p.h-p.h/6; y += 2 {
		a, b := p.row(y), p.row(y+1)
		for x := p.w / 6; x+1 < p.w-p.w/6; x += 2 {
			c, d, e, f := int(a[x]), int(a[x+1]), int(b[x]), int(b[x+1])
			s := c + d + e + f
			n, sum = n+1, sum+4*(c*c+d*d+e*e+f*f)-s*s
		}
	}
	return float64(sum) / 16 / float64(max(n, 1))
}
