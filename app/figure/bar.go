package figure

import "math"

// Bar is something taken from one day to another: its name above a slim bar
// for each span.
type Bar struct {
	Label string
	Role  Role
	Spans [][2]int // first and last days, counted from First; clipped to the chart
	// Hollow bars are outlines with the days of use filled: as needed, not daily.
	Hollow bool
	Used   []float64 // of a hollow bar, per day: above 0 is a day of use; nil hatches it
}

// LaneHeight is what a bar takes below a chart whose labels are text high.
func LaneHeight(text float64) float64 { return barLane * text }

// drawBar draws the label of a bar over its first span and the spans below it,
// from y on, in a lane of barLane units.
func drawBar(k canvas, b Bar, n, y int, unit float64, pal Palette) {
	size := math.Min(pal.Text, unit)
	y0 := y + cells(unit*(barLane-0.62))
	y1 := y0 + cells(unit*0.42)
	first := math.MaxInt
	for _, s := range b.Spans {
		from, to := max(s[0], 0), min(s[1], n-1)
		if from > to {
			continue
		}
		x0, x1 := k.x(float64(from)-0.5), k.x(float64(to)+0.5)
		x1 = max(x1, x0+cells(2))
		first = min(first, x0)
		b.paint(k, x0, y0, x1, y1, from, to, pal)
	}
	if first == math.MaxInt {
		return
	}
	k.r.SetFontSize(size)
	w := k.r.MeasureText(b.Label).Width()
	x := max(min(first, k.box.Right-w), k.box.Left)
	k.fitText(b.Label, x, y0-cells(unit*0.22), k.box.Right-x, size, false, pal.Ink, left)
}

// paint draws the span of the days from … to. On paper the kinds differ in
// lightness and pattern as well: treatments are dark, what is taken in courses
// pale, antibiotics hatched.
func (b Bar) paint(k canvas, x0, y0, x1, y1, from, to int, pal Palette) {
	col := pal.Role(b.Role)
	switch {
	case b.Hollow && b.Used != nil:
		for i := from; i <= to; i++ {
			j := i
			for j <= to && j < len(b.Used) && b.Used[j] > 0 {
				j++
			}
			if j > i {
				k.fill(k.x(float64(i)-0.5), y0, max(k.x(float64(j)-0.5), k.x(float64(i)-0.5)+cells(1)), y1, col)
				i = j
			}
		}
	case b.Hollow, pal.Patterns && b.Role == Hormones:
		k.hatch(x0, y0, x1, y1, pal.Text*0.3, pal.hair(), col)
	case pal.Patterns && b.Role == Treatments:
		k.fill(x0, y0, x1, y1, pale(col))
	default:
		k.fill(x0, y0, x1, y1, col)
		return
	}
	k.frame(x0, y0, x1, y1, pal.hair(), col)
}

// pale is c two thirds of the way to white.
func pale(c Color) Color {
	up := func(v uint8) uint8 { return 255 - (255-v)/3 }
	return Color{R: up(c.R), G: up(c.G), B: up(c.B), A: c.A}
}
