package photo

import (
	"image"
	"math"

	"skinward/app/journal"
)

// minPixels is the smallest area, in pixels of the picture given, whose colour
// is measured: below it single pores and JPEG blocks decide.
const minPixels = 64

// light sums up the colour of a region in linear light.
type light struct {
	n       int
	sum     [3]float64 // linear light
	bytes   [3]float64 // sums of the sRGB bytes
	squares [3]float64 // and of their squares
	clipped int        // pixels with a channel at 254 or above
	black   int        // pixels with every channel at 3 or below
}

func (l *light) mean() (r, g, b float64) {
	n := float64(l.n)
	return l.sum[0] / n, l.sum[1] / n, l.sum[2] / n
}

// whole is the region that covers a picture.
var whole = journal.Region{W: 1, H: 1}

// pixels calls do with the bytes of each pixel whose centre lies in the region.
func pixels(m *image.RGBA, at journal.Region, do func(q []uint8)) {
	w, h := float64(m.Rect.Dx()), float64(m.Rect.Dy())
	x0, x1 := int(math.Ceil(at.X*w-0.5)), int(math.Ceil((at.X+at.W)*w-0.5))
	y0, y1 := int(math.Ceil(at.Y*h-0.5)), int(math.Ceil((at.Y+at.H)*h-0.5))
	cx, cy, rx, ry := (at.X+at.W/2)*w, (at.Y+at.H/2)*h, at.W*w/2, at.H*h/2
	for y := max(y0, 0); y < min(y1, m.Rect.Dy()); y++ {
		row := m.Pix[y*m.Stride:]
		for x := max(x0, 0); x < min(x1, m.Rect.Dx()); x++ {
			if at.Oval {
				dx, dy := (float64(x)+0.5-cx)/rx, (float64(y)+0.5-cy)/ry
				if dx*dx+dy*dy > 1 {
					continue
				}
			}
			do(row[x*4 : x*4+4 : x*4+4])
		}
	}
}

func gather(m *image.RGBA, at journal.Region) light {
	var l light
	pixels(m, at, func(q []uint8) {
		l.n++
		for c := range 3 {
			v := float64(q[c])
			l.sum[c] += float64(linear[q[c]])
			l.bytes[c] += v
			l.squares[c] += v * v
		}
		if max(q[0], q[1], q[2]) >= 254 {
			l.clipped++
		}
		if max(q[0], q[1], q[2]) <= 3 {
			l.black++
		}
	})
	return l
}

// checkRegion refuses a region that does not lie on the picture.
func checkRegion(at journal.Region) string {
	const slack = 1e-6
	for _, v := range []float64{at.X, at.Y, at.W, at.H} {
		if math.IsNaN(v) || v < 0 || v > 1 {
			return "it lies outside the photo"
		}
	}
	if at.X+at.W > 1+slack || at.Y+at.H > 1+slack {
		return "it lies outside the photo"
	}
	return ""
}
