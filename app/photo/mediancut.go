package photo

import (
	"image/color"
	"slices"
)

// cut is one box of colours in the median cut.
type cut struct {
	cells []swatch
	axis  int // channel in which the colours differ most
	width int // by how much, 0 … 255
	n     int // pixels
}

func newCut(cells []swatch) cut {
	c := cut{cells: cells}
	for axis := range 3 {
		lo, hi := 255, 0
		for _, s := range cells {
			v := s.sum[axis] / s.n
			lo, hi = min(lo, v), max(hi, v)
		}
		if hi-lo > c.width {
			c.axis, c.width = axis, hi-lo
		}
	}
	for _, s := range cells {
		c.n += s.n
	}
	return c
}

// weight says how much would be gained by splitting; 0 when nothing can be.
func (c cut) weight() float64 {
	if len(c.cells) < 2 {
		return 0
	}
	return float64(c.width) * float64(c.width) * float64(c.n)
}

// split divides the pixels in halves along the widest channel.
func (c cut) split() (a, b cut) {
	slices.SortFunc(c.cells, func(x, y swatch) int { return x.sum[c.axis]*y.n - y.sum[c.axis]*x.n })
	at, seen := 1, c.cells[0].n
	for at < len(c.cells)-1 && seen < c.n/2 {
		seen += c.cells[at].n
		at++
	}
	return newCut(c.cells[:at]), newCut(c.cells[at:])
}

func (c cut) mean() color.Color {
	var sum [3]int
	for _, s := range c.cells {
		for k := range 3 {
			sum[k] += s.sum[k]
		}
	}
	n := max(c.n, 1)
	return color.RGBA{uint8((sum[0] + n/2) / n), uint8((sum[1] + n/2) / n), uint8((sum[2] + n/2) / n), 255}
}
