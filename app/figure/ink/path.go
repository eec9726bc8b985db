package ink

import "math"

// Verb is a step of a path.
type Verb uint8

// The steps, with the number of points that each takes.
const (
	Move  Verb = iota // 1
	Line              // 1
	Cubic             // 3: two controls and the end
	Close             // 0
)

// Path is a run of steps and their points.
type Path struct {
	Verbs  []Verb
	Points []Point
}

// MoveTo begins a part at x, y.
func (p *Path) MoveTo(x, y float64) { p.add(Move, Point{x, y}) }

// LineTo goes on straight to x, y.
func (p *Path) LineTo(x, y float64) { p.add(Line, Point{x, y}) }

// CubicTo goes on to e along a cubic Bézier curve with controls a and b.
func (p *Path) CubicTo(a, b, e Point) { p.add(Cubic, a, b, e) }

// QuadTo goes on to e along a quadratic Bézier curve with control c.
func (p *Path) QuadTo(c, e Point) {
	s := p.last()
	p.CubicTo(Point{s.X + (c.X-s.X)*2/3, s.Y + (c.Y-s.Y)*2/3}, Point{e.X + (c.X-e.X)*2/3, e.Y + (c.Y-e.Y)*2/3}, e)
}

// Close goes straight back to where the part began.
func (p *Path) Close() { p.add(Close) }

// Rect adds a rectangle.
func (p *Path) Rect(r Rect) {
	p.MoveTo(r.X, r.Y)
	p.LineTo(r.Right(), r.Y)
	p.LineTo(r.Right(), r.Bottom())
	p.LineTo(r.X, r.Bottom())
	p.Close()
}

// Circle adds a circle about x, y.
func (p *Path) Circle(x, y, radius float64) {
	p.MoveTo(x+radius, y)
	p.Arc(x, y, radius, radius, 0, 2*math.Pi)
	p.Close()
}

// Arc goes on along an ellipse about x, y from the angle start through delta,
// both in radians and clockwise on the sheet, in pieces of at most 45 degrees.
func (p *Path) Arc(x, y, rx, ry, start, delta float64) {
	n := max(1, int(math.Ceil(math.Abs(delta)/(math.Pi/4))))
	step := delta / float64(n)
	k := 4.0 / 3 * math.Tan(step/4)
	at := func(a float64) (Point, Point) {
		s, c := math.Sincos(a)
		return Point{x + rx*c, y + ry*s}, Point{-rx * s, ry * c}
	}
	from, slope := at(start)
	for i := 1; i <= n; i++ {
		to, next := at(start + step*float64(i))
		p.CubicTo(Point{from.X + k*slope.X, from.Y + k*slope.Y}, Point{to.X - k*next.X, to.Y - k*next.Y}, to)
		from, slope = to, next
	}
}

// Empty reports whether nothing was added.
func (p *Path) Empty() bool { return len(p.Verbs) == 0 }

// Bounds is the box of all points, controls included.
func (p *Path) Bounds() Rect {
	if len(p.Points) == 0 {
		return Rect{}
	}
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, q := range p.Points {
		x0, x1 = math.Min(x0, q.X), math.Max(x1, q.X)
		y0, y1 = math.Min(y0, q.Y), math.Max(y1, q.Y)
	}
	return Rect{x0, y0, x1 - x0, y1 - y0}
}

// Scaled returns the path with every point moved by at and then multiplied.
func (p *Path) Scaled(by, dx, dy float64) Path {
	q := Path{Verbs: p.Verbs, Points: make([]Point, len(p.Points))}
	for i, v := range p.Points {
		q.Points[i] = Point{v.X*by + dx, v.Y*by + dy}
	}
	return q
}

func (p *Path) add(v Verb, pts ...Point) {
	p.Verbs = append(p.Verbs, v)
	p.Points = append(p.Points, pts...)
}

func (p *Path) last() Point {
	if len(p.Points) == 0 {
		return Point{}
	}
	return p.Points[len(p.Points)-1]
}

// walk calls f with each step and its points.
func (p *Path) walk(f func(v Verb, pts []Point)) {
	i := 0
	for _, v := range p.Verbs {
		n := [...]int{Move: 1, Line: 1, Cubic: 3, Close: 0}[v]
		f(v, p.Points[i:i+n])
		i += n
	}
}

// flat returns the parts of p as runs of points; curves become short lines.
// closed tells which runs return to their start.
func (p *Path) flat() (runs [][]Point, closed []bool) {
	var run []Point
	flush := func(c bool) {
		if len(run) > 1 {
			runs, closed = append(runs, run), append(closed, c)
		}
		run = nil
	}
	p.walk(func(v Verb, q []Point) {
		switch v {
		case Move:
			flush(false)
			run = []Point{q[0]}
		case Line:
			run = append(run, q[0])
		case Cubic:
			if len(run) == 0 {
				run = []Point{q[0]}
			}
			a := run[len(run)-1]
			n := pieces(a, q)
			for i := 1; i <= n; i++ {
				t := float64(i) / float64(n)
				u := 1 - t
				run = append(run, Point{
					u*u*u*a.X + 3*u*u*t*q[0].X + 3*u*t*t*q[1].X + t*t*t*q[2].X,
					u*u*u*a.Y + 3*u*u*t*q[0].Y + 3*u*t*t*q[1].Y + t*t*t*q[2].Y,
				})
			}
		case Close:
			flush(true)
		}
	})
	flush(false)
	return runs, closed
}

// pieces is how many lines stand for a curve: few for the arcs of a dot.
func pieces(a Point, q []Point) int {
	switch l := math.Abs(q[2].X-a.X) + math.Abs(q[2].Y-a.Y); {
	case l < 3:
		return 2
	case l < 12:
		return 4
	}
	return 8
}
