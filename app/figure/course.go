package figure

import (
	"fmt"
	"math"

	"skinward/app/journal"
)

// MinCourseDays is how many recorded days a course needs to be drawn.
const MinCourseDays = 5

// LongCourse is the number of days above which a 7-day median would only show
// its own unrest.
const LongCourse = 400

// Course is an outcome day by day: a dot a day, a moving median as a line,
// flares as shaded bands, gaps left open, and below, under the same axis, the
// days of a factor and bars for what was taken.
type Course struct {
	Label  string // of the outcome: "Severity"
	Unit   string // after a number: "", "spots"
	Role   Role
	First  journal.Day
	Values []float64 // one per day, NaN where nothing was recorded
	Top    float64   // upper end of the axis; 0 takes it from the values
	// Near begins the axis at the lowest value, for a measure whose zero says
	// nothing; no flares, ticks or bars go with it.
	Near   bool
	Second *Line  // a further outcome on the same axis, dashed
	Flares []bool // one per day; nil for none
	Ticks  *Ticks
	Bars   []Bar
	// Window is how many days the moving median spans, an odd number; 0 takes 7
	// and, above LongCourse days, 29.
	Window int
	// Join connects recorded values up to this many days apart by a line and
	// leaves the median out; 0 draws the median.
	Join int
	Key  bool // a line above the chart that names what is drawn
}

// Line is a further outcome.
type Line struct {
	Label  string
	Role   Role
	Values []float64
}

// Ticks are the days of a factor.
type Ticks struct {
	Label string
	Role  Role
	On    []float64 // per day: above 0 is a tick, NaN is not known
}

// NewCourse returns the chart of c.
func NewCourse(c Course) *Figure {
	if c.Window <= 0 {
		c.Window = 7
		if len(c.Values) > LongCourse {
			c.Window = 29
		}
	}
	return &Figure{course{c, moving(c.Values, c.Window)}}
}

type course struct {
	Course
	median []float64
}

// medianName is "7-day median".
func (c course) medianName() string { return fmt.Sprintf("%d-day median", c.Window) }

func (c course) ready() bool { return count(c.Values) >= MinCourseDays && len(c.Values) > 1 }

// lane is the height of the strip of ticks and of one bar, in label sizes.
const (
	tickLane = 1.5
	barLane  = 1.7
)

func (c course) plot(w, h float64, pal Palette) plot {
	n := len(c.Values)
	p := plot{xmin: -0.5, xmax: float64(n) - 0.5, left: pal.Text * 2.1, right: pal.Text * 0.6, top: pal.Text * 0.8, bottom: pal.Text * 1.7}
	if c.Key {
		p.top = pal.Text * 2.1
	}
	lo, hi := 0.0, c.Top
	if hi <= 0 {
		_, hi = niceRange(0, math.Max(1, top(c.Values)))
	}
	if c.Near {
		lo, hi = niceRange(bottom(c.Values), top(c.Values))
	}
	lanes := c.lanes() * pal.Text
	inner := math.Max(1, h-p.top-p.bottom)
	if lanes > inner*0.7 {
		lanes = inner * 0.7
	}
	// The lanes take their share of the range below zero.
	p.ymin, p.ymax = lo-(hi-lo)*lanes/(inner-lanes), hi
	step := float64(n) / math.Max(1, w-p.left-p.right)
	xs := dayIndex(n)
	p.layers = append(p.layers, c.shade(pal), rules(scaleTicks(lo, hi, yCount(inner-lanes, pal)), pal), c.dotLayer(pal, step))
	if c.Second != nil {
		p.layers = append(p.layers, segments(xs, moving(c.Second.Values, c.Window), step, pal.Line*0.75, pal.Role(c.Second.Role), c.dash(pal)...)...)
	}
	if c.Join > 0 {
		p.layers = append(p.layers, c.joined(pal))
	} else {
		p.layers = append(p.layers, segments(xs, c.median, step, pal.Line, pal.Role(c.Role))...)
	}
	if c.Key {
		p.layers = append(p.layers, c.key(pal))
	}
	p.layers = append(p.layers, c.laneLayer(pal, lanes), dayAxis(c.First, n, pal))
	return p
}

func (c course) lanes() float64 {
	v := 0.0
	if c.Ticks != nil {
		v += tickLane
	}
	if len(c.Bars) > 0 {
		v += barLane*float64(len(c.Bars)) + 0.7
	}
	return v
}

// shade draws the flares; on paper their edges are drawn as well.
func (c course) shade(pal Palette) layer {
	return func(k canvas) {
		for i := 0; i < len(c.Flares); {
			if !c.Flares[i] {
				i++
				continue
			}
			j := i
			for j < len(c.Flares) && c.Flares[j] {
				j++
			}
			x0, x1, y0, y1 := k.x(float64(i)-0.5), k.x(float64(j)-0.5), k.box.Top, k.y(0)
			k.fill(x0, y0, x1, y1, pal.Flare)
			if pal.Patterns {
				k.line(x0, y0, x1, y0, 1.2, pal.Muted)
			}
			i = j
		}
	}
}

func (c course) dotLayer(pal Palette, step float64) layer {
	return func(k canvas) {
		pts := k.places(c.Values)
		radius := pal.Text * 0.17
		if step > 1 {
			radius = pal.Text * 0.11
		}
		col := pal.Role(c.Role)
		if c.Join == 0 {
			col.A = 115
		}
		if pal.Patterns {
			col = pal.Muted
			radius = 0.9
			if len(c.Values) > LongCourse {
				col, radius = pal.Faint, 0.6
			}
		}
		k.dots(pts, radius, col)
	}
}

// places returns the recorded values as places on the canvas, one for each
// cell of a unit, so that ten years cost no more than fits on the screen.
func (c canvas) places(ys []float64) [][2]int {
	pts := make([][2]int, 0, min(len(ys), 4096))
	seen := map[[2]int]bool{}
	for i, v := range ys {
		if !finite(v) {
			continue
		}
		p := [2]int{c.x(float64(i)), c.y(v)}
		if key := [2]int{p[0] / grid, p[1] / grid}; !seen[key] {
			seen[key] = true
			pts = append(pts, p)
		}
	}
	return pts
}

func (c course) joined(pal Palette) layer {
	return func(k canvas) {
		var run [][2]int
		last := math.MinInt32
		flush := func() { k.run(run, pal.Line, pal.Role(c.Role)); run = nil }
		for i, v := range c.Values {
			if !finite(v) {
				continue
			}
			if i-last > c.Join {
				flush()
			}
			run = append(run, [2]int{k.x(float64(i)), k.y(v)})
			last = i
		}
		flush()
	}
}

func (c course) laneLayer(pal Palette, lanes float64) layer {
	return func(k canvas) {
		unit := lanes / math.Max(c.lanes(), 1e-9)
		y := k.y(0)
		if c.Ticks != nil {
			y0, y1 := y+cells(unit*0.35), y+cells(unit*(tickLane-0.25))
			drawTicks(k, c.Ticks, y0, y1, pal)
			y += cells(unit * tickLane)
		}
		y += cells(unit * 0.5)
		for _, b := range c.Bars {
			drawBar(k, b, len(c.Values), y, unit, pal)
			y += cells(unit * barLane)
		}
	}
}

// drawTicks draws the days with the factor; close to each other they merge.
func drawTicks(k canvas, t *Ticks, y0, y1 int, pal Palette) {
	col := pal.Role(t.Role)
	half := max((k.x(1)-k.x(0))*3/10, cells(0.5))
	from, to := 0, math.MinInt // the run of ticks that touch
	flush := func() {
		if to > from {
			k.fill(from, y0, to, y1, col)
		}
	}
	for i, v := range t.On {
		if !(v > 0) {
			continue
		}
		x := k.x(float64(i))
		if x-half > to {
			flush()
			from = x - half
		}
		to = x + half
	}
	flush()
}

func (c course) stops() []Stop {
	out := make([]Stop, 0, len(c.Values))
	for i, v := range c.Values {
		day := Date(c.First.Add(i))
		s := Stop{X: float64(i), Y: v, Label: day + ": not recorded"}
		if finite(v) {
			s.Label = fmt.Sprintf("%s: %s %s", day, lower(c.Label), amount(v))
		}
		if c.Second != nil && i < len(c.Second.Values) && finite(c.Second.Values[i]) {
			s.Label += fmt.Sprintf(", %s %s", lower(c.Second.Label), amount(c.Second.Values[i]))
		}
		if c.Ticks != nil && i < len(c.Ticks.On) && c.Ticks.On[i] > 0 {
			s.Label += ", " + c.Ticks.Label
		}
		if i < len(c.Flares) && c.Flares[i] {
			s.Label += ", flare"
		}
		out = append(out, s)
	}
	return out
}

func (c course) numbers() [][]string {
	head := []string{"day", lower(c.Label), c.medianName()}
	if c.Second != nil {
		head = append(head, lower(c.Second.Label))
	}
	if c.Ticks != nil {
		head = append(head, c.Ticks.Label)
	}
	rows := [][]string{head}
	for i, v := range c.Values {
		row := []string{c.First.Add(i).String(), plain(v), plain(c.median[i])}
		if c.Second != nil {
			row = append(row, plainAt(c.Second.Values, i))
		}
		if c.Ticks != nil {
			row = append(row, plainAt(c.Ticks.On, i))
		}
		rows = append(rows, row)
	}
	return rows
}

func (c course) say() string {
	n := count(c.Values)
	if !c.ready() {
		return fmt.Sprintf("%s was recorded on %s; a chart needs %d.", c.Label, days(n), MinCourseDays)
	}
	last := c.First.Add(len(c.Values) - 1)
	lo, hi := bottom(c.Values), top(c.Values)
	s := fmt.Sprintf("%s from %s to %s, recorded on %d of %s, between %s and %s, median %s", c.Label, Date(c.First), Date(last), n, days(len(c.Values)), amount(lo), amount(hi), amount(Median(c.Values)))
	if f := trues(c.Flares); f > 0 {
		s += fmt.Sprintf(", %s", plural(f, "flare day"))
	}
	return s + "."
}

var _ kind = course{}
