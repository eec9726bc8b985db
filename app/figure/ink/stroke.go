package ink

import "math"

// outline turns lines into areas: a quadrilateral for every piece and a disc
// at every bend, all turning the same way, so that filling their union by the
// non-zero rule gives the line. Ends are cut square.
func outline(runs [][]Point, closed []bool, width float64, dash []float64) [][]Point {
	var out [][]Point
	for i, run := range runs {
		if closed[i] {
			run = append(run[:len(run):len(run)], run[0])
		}
		if len(dash) > 0 {
			for _, piece := range dashes(run, dash) {
				out = strokeRun(out, piece, width, false)
			}
			continue
		}
		out = strokeRun(out, run, width, closed[i])
	}
	return out
}

func strokeRun(out [][]Point, run []Point, width float64, ring bool) [][]Point {
	h := width / 2
	for i := 1; i < len(run); i++ {
		a, b := run[i-1], run[i]
		l := math.Hypot(b.X-a.X, b.Y-a.Y)
		if l == 0 {
			continue
		}
		nx, ny := -(b.Y-a.Y)/l*h, (b.X-a.X)/l*h
		out = append(out, []Point{{a.X - nx, a.Y - ny}, {b.X - nx, b.Y - ny}, {b.X + nx, b.Y + ny}, {a.X + nx, a.Y + ny}})
		if bend := i+1 < len(run) || ring; bend {
			out = append(out, disc(b, h))
		}
	}
	return out
}

// disc is a ten-sided figure turning like the quadrilaterals of strokeRun.
func disc(c Point, r float64) []Point {
	p := make([]Point, 10)
	for i := range p {
		s, k := math.Sincos(2 * math.Pi * float64(i) / 10)
		p[i] = Point{c.X + r*k, c.Y + r*s}
	}
	return p
}

// dashes cuts a run into its drawn pieces.
func dashes(run []Point, dash []float64) [][]Point {
	total := 0.0
	for _, d := range dash {
		total += math.Max(d, 0)
	}
	if total <= 0 {
		return [][]Point{run}
	}
	var out [][]Point
	k, left, on := 0, dash[0], true
	piece := []Point{run[0]}
	for i := 1; i < len(run); i++ {
		a, b := run[i-1], run[i]
		l := math.Hypot(b.X-a.X, b.Y-a.Y)
		for l > left {
			t := left / l
			a = Point{a.X + (b.X-a.X)*t, a.Y + (b.Y-a.Y)*t}
			l -= left
			if on {
				out = append(out, append(piece, a))
			}
			on = !on
			piece = []Point{a}
			k = (k + 1) % len(dash)
			left = math.Max(dash[k], 1e-6)
		}
		left -= l
		piece = append(piece, b)
	}
	if on && len(piece) > 1 {
		out = append(out, piece)
	}
	return out
}
