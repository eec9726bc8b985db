package figure

import (
	"fmt"
	"math"
	"strings"

	"skinward/app/journal"
)

// MaxOverlay is how many series can be told apart laid over each other.
const MaxOverlay = 3

// Overlay lays two or three series over each other on one time axis. Each has
// its own scale, written at its own edge; days without a value stay open.
type Overlay struct {
	First journal.Day
	Lines []OverlayLine
}

// OverlayLine is one series of an overlay.
type OverlayLine struct {
	Label  string
	Unit   string
	Role   Role
	Values []float64
	Smooth bool // draw the median of SmoothDays instead of every day
}

// SmoothDays is the span of the moving median, and of counts, of a record of n
// days: so much that a line shows more than its own unrest.
func SmoothDays(n int) int {
	switch {
	case n <= LongCourse:
		return 7
	case n <= 3*LongCourse:
		return 29
	}
	return 91
}

// NewOverlay returns the chart of o; lines beyond MaxOverlay are left out.
func NewOverlay(o Overlay) *Figure {
	o.Lines = o.Lines[:min(len(o.Lines), MaxOverlay)]
	drawn := make([][]float64, len(o.Lines))
	for i, l := range o.Lines {
		drawn[i] = l.Values
		if l.Smooth {
			drawn[i] = moving(l.Values, SmoothDays(len(l.Values)))
		}
	}
	return &Figure{overlay{o, drawn}}
}

type overlay struct {
	Overlay
	drawn [][]float64 // each line as it is drawn
}

func (o overlay) n() int {
	n := 0
	for _, l := range o.Lines {
		n = max(n, len(l.Values))
	}
	return n
}

func (o overlay) ready() bool {
	for _, l := range o.Lines {
		if count(l.Values) >= MinCourseDays {
			return o.n() > 1
		}
	}
	return false
}

// unit returns the scale of a line.
func (l OverlayLine) scale() (lo, hi float64) {
	return niceRange(math.Min(0, bottom(l.Values)), top(l.Values))
}

func (o overlay) plot(w, h float64, pal Palette) plot {
	n := o.n()
	side := pal.Text * 2.1
	p := plot{xmin: -0.5, xmax: float64(n) - 0.5, ymin: 0, ymax: 1, left: side, right: pal.Text * 0.6, bottom: pal.Text * 1.7}
	if len(o.Lines) > 1 {
		p.right = side
	}
	if len(o.Lines) > 2 {
		p.right = side * 2
	}
	names, lines := o.names(w-p.left, pal)
	p.top = pal.Text * (0.9 + nameLine*float64(lines))
	step := float64(n) / math.Max(1, w-p.left-p.right)
	p.layers = append(p.layers, layer(func(k canvas) {
		for i := 0; i <= 4; i++ {
			y := k.y(float64(i) / 4)
			k.line(k.box.Left, y, k.box.Right, y, pal.hair(), pal.Rule)
		}
		o.labels(k, names, pal)
	}))
	for i, l := range o.Lines {
		ys := o.drawn[i]
		lo, hi := l.scale()
		norm := make([]float64, len(ys))
		for j, v := range ys {
			norm[j] = (v - lo) / (hi - lo)
		}
		col := pal.Role(l.Role)
		p.layers = append(p.layers, segments(dayIndex(len(norm)), norm, step, pal.Line, col, overlayDash(i, pal)...)...)
		p.layers = append(p.layers, layer(func(k canvas) {
			if !l.Smooth {
				k.dots(k.places(alone(norm)), pal.Text*0.17, col)
			}
		}))
	}
	p.layers = append(p.layers, dayAxis(o.First, n, pal))
	return p
}

// alone keeps the values with no neighbour, which no line would show.
func alone(v []float64) []float64 {
	out := make([]float64, len(v))
	for i := range v {
		out[i] = math.NaN()
		before := i > 0 && finite(v[i-1])
		after := i+1 < len(v) && finite(v[i+1])
		if !before && !after {
			out[i] = v[i]
		}
	}
	return out
}

func overlayDash(i int, pal Palette) []float64 {
	switch i {
	case 1:
		return []float64{pal.Text * 0.5, pal.Text * 0.3}
	case 2:
		return []float64{pal.Text * 0.12, pal.Text * 0.25}
	}
	return nil
}

// name is a line with its unit, as it stands above the chart.
func (l OverlayLine) name() string {
	if l.Unit == "" {
		return l.Label
	}
	return l.Label + ", " + l.Unit
}

// nameLine is the height of a line of names in label sizes, nameSwatch the room
// for the piece of line before a name.
const (
	nameLine   = 1.3
	nameSwatch = 1.9
)

// names returns where each series' name stands, from the left of the chart and
// in lines from its top, and how many lines they take.
func (o overlay) names(width float64, pal Palette) (at [][2]float64, lines int) {
	x, line := 0.0, 0
	for _, l := range o.Lines {
		w := pal.Text*nameSwatch + pal.Font.Width(l.name(), pal.Text, true)
		if x > 0 && x+w > width {
			x, line = 0, line+1
		}
		at = append(at, [2]float64{x, float64(line)})
		x += w + pal.Text*1.5
	}
	return at, line + 1
}

// labels writes each series' name above the chart and its scale at its edge.
func (o overlay) labels(k canvas, names [][2]float64, pal Palette) {
	edges := []int{k.box.Left - cells(pal.Text*0.5), k.box.Right + cells(pal.Text*0.5), k.box.Right + cells(pal.Text*2.6)}
	lines := names[len(names)-1][1] + 1
	for i, l := range o.Lines {
		col := pal.Role(l.Role)
		x := k.box.Left + cells(names[i][0])
		y := k.box.Top - cells(pal.Text*(0.9+nameLine*(lines-1-names[i][1])))
		k.line(x, y-cells(pal.Text*0.35), x+cells(pal.Text*1.5), y-cells(pal.Text*0.35), pal.Line, col, overlayDash(i, pal)...)
		x += cells(pal.Text * nameSwatch)
		k.fitText(l.name(), x, y, max(0, edges[2]+cells(pal.Text)-x), pal.Text, true, col, left)
		lo, hi := l.scale()
		for s := 0; s <= 4; s += 2 {
			a := left
			if i == 0 {
				a = right
			}
			k.text(amount(lo+(hi-lo)*float64(s)/4), edges[i], k.y(float64(s)/4)+cells(pal.Text*0.36), pal.Text, false, col, a)
		}
	}
}

func (o overlay) stops() []Stop {
	var out []Stop
	for i := range o.n() {
		s := Stop{X: float64(i), Y: math.NaN()}
		var parts []string
		for _, l := range o.Lines {
			v := math.NaN()
			if i < len(l.Values) {
				v = l.Values[i]
			}
			if !finite(v) {
				parts = append(parts, lower(l.Label)+" not recorded")
				continue
			}
			if lo, hi := l.scale(); math.IsNaN(s.Y) {
				s.Y = (v - lo) / (hi - lo)
			}
			parts = append(parts, strings.TrimSpace(fmt.Sprintf("%s %s %s", lower(l.Label), amount(v), l.Unit)))
		}
		s.Label = Date(o.First.Add(i)) + ": " + strings.Join(parts, ", ")
		out = append(out, s)
	}
	return out
}

func (o overlay) numbers() [][]string {
	head := []string{"day"}
	for _, l := range o.Lines {
		head = append(head, strings.TrimSpace(lower(l.Label)+" "+l.Unit))
	}
	rows := [][]string{head}
	for i := range o.n() {
		row := []string{o.First.Add(i).String()}
		for _, l := range o.Lines {
			row = append(row, plainAt(l.Values, i))
		}
		rows = append(rows, row)
	}
	return rows
}

func (o overlay) say() string {
	var parts []string
	for _, l := range o.Lines {
		parts = append(parts, fmt.Sprintf("%s on %s (median %s)", lower(l.Label), days(count(l.Values)), amount(Median(l.Values))))
	}
	if !o.ready() {
		return fmt.Sprintf("Too few days to lay over each other: a series needs %d.", MinCourseDays)
	}
	return fmt.Sprintf("From %s to %s: %s.", Date(o.First), Date(o.First.Add(o.n()-1)), strings.Join(parts, ", "))
}
