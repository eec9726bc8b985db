package figure

import (
	"fmt"
	"math"
	"strconv"
	"time"

	chart "github.com/wcharczuk/go-chart/v2"

	"skinward/app/journal"
)

// MaxCalendarWeeks is how many weeks a calendar shows; of a longer record it
// shows the newest.
const MaxCalendarWeeks = 54

// Calendar shows a 0 … 10 outcome as a year of squares: a column a week, a row
// a weekday, darker for worse, an empty outline where nothing was recorded.
type Calendar struct {
	Label  string // of the outcome: "Severity"
	First  journal.Day
	Values []float64    // one per day, NaN where nothing was recorded
	Start  time.Weekday // first day of the week
}

// NewCalendar returns the chart of c.
func NewCalendar(c Calendar) *Figure {
	if over := len(c.Values) - MaxCalendarWeeks*7; over > 0 {
		c.First, c.Values = c.First.Add(over), c.Values[over:]
	}
	return &Figure{calendar{c}}
}

type calendar struct{ Calendar }

func (c calendar) ready() bool { return count(c.Values) > 0 }

// cell returns week and row of the i-th day.
func (c calendar) cell(i int) (week, row int) {
	lead := (int(c.First.Weekday()) - int(c.Start) + 7) % 7
	return (i + lead) / 7, (i + lead) % 7
}

func (c calendar) weeks() int {
	w, _ := c.cell(max(len(c.Values)-1, 0))
	return w + 1
}

func (c calendar) plot(w, h float64, pal Palette) plot {
	weeks := float64(c.weeks())
	p := plot{xmin: 0, xmax: weeks, ymin: 0, ymax: 7, left: pal.Text * 2.6, right: pal.Text * 0.4, top: pal.Text * 1.6, bottom: pal.Text * 0.3}
	// Squares: the longer side gives way at its end.
	side := math.Max(1, math.Min((w-p.left-p.right)/weeks, (h-p.top-p.bottom)/7))
	p.right = math.Max(p.right, w-p.left-side*weeks)
	p.bottom = math.Max(p.bottom, h-p.top-side*7)
	p.layers = []chart.Series{layer(func(k canvas) { c.draw(k, pal, side) })}
	return p
}

func (c calendar) draw(k canvas, pal Palette, side float64) {
	gap := cells(math.Max(0.4, side*0.06))
	for row := range 7 {
		if row%max(1, int(math.Ceil(pal.Text*1.05/side))) != 0 {
			continue // only some of the names where the rows are low
		}
		name := time.Weekday((int(c.Start) + row) % 7).String()[:3]
		k.text(name, k.box.Left-cells(pal.Text*0.5), k.y(6.5-float64(row))+cells(pal.Text*0.36), pal.Text, false, pal.Muted, right)
	}
	end := math.MinInt
	dated := false // a month with its year stands already
	for i, v := range c.Values {
		day := c.First.Add(i)
		week, row := c.cell(i)
		x0, x1 := k.x(float64(week))+gap, k.x(float64(week+1))-gap
		y0, y1 := k.y(float64(7-row))+gap, k.y(float64(6-row))-gap
		if finite(v) {
			k.fill(x0, y0, x1, y1, c.color(v, pal))
		} else {
			k.frame(x0, y0, x1, y1, pal.hair(), pal.Rule)
		}
		if day.Day == 1 || i == 0 {
			label := day.Month.String()[:3]
			if !dated || day.Month == time.January {
				label += " " + strconv.Itoa(day.Year)
			}
			if x0 > end+cells(pal.Text*0.5) && (i > 0 || daysLeft(day) > 14) {
				dated = true
				_, end = k.text(label, x0, k.box.Top-cells(pal.Text*0.5), pal.Text, false, pal.Muted, left)
			}
		}
		if side >= pal.Text*1.7 {
			col := pal.Ink
			if finite(v) {
				col = onFill(c.color(v, pal))
			}
			k.text(strconv.Itoa(day.Day), (x0+x1)/2, (y0+y1)/2+cells(pal.Text*0.36), pal.Text, false, col, middle)
		}
	}
}

// daysLeft is how many days of its month are left from d on.
func daysLeft(d journal.Day) int {
	return journal.NewDay(d.Year, d.Month+1, 1).Sub(d)
}

// color walks the severity ramp; on paper greys of falling lightness.
func (c calendar) color(v float64, pal Palette) Color {
	v = math.Max(0, math.Min(10, v))
	if pal.Patterns {
		g := uint8(245 - math.Round(v*19))
		return Color{R: g, G: g, B: g, A: 255}
	}
	return pal.Ramp[int(math.Round(v))]
}

// onFill is the better readable of black and white.
func onFill(c Color) Color {
	if 0.2126*float64(c.R)+0.7152*float64(c.G)+0.0722*float64(c.B) > 130 {
		return Color{R: 0x1E, G: 0x1A, B: 0x17, A: 255}
	}
	return Color{R: 255, G: 255, B: 255, A: 255}
}

func (c calendar) stops() []Stop {
	out := make([]Stop, 0, len(c.Values))
	for i, v := range c.Values {
		week, row := c.cell(i)
		s := Stop{X: float64(week) + 0.5, Y: 6.5 - float64(row), Row: row + 1, Label: Date(c.First.Add(i)) + ": not recorded"}
		if finite(v) {
			s.Label = fmt.Sprintf("%s: %s %s", Date(c.First.Add(i)), lower(c.Label), amount(v))
		}
		out = append(out, s)
	}
	return out
}

func (c calendar) numbers() [][]string {
	rows := [][]string{{"day", lower(c.Label)}}
	for i, v := range c.Values {
		rows = append(rows, []string{c.First.Add(i).String(), plain(v)})
	}
	return rows
}

func (c calendar) say() string {
	if !c.ready() {
		return c.Label + " was not recorded on these days."
	}
	return fmt.Sprintf("%s as a calendar from %s to %s, recorded on %d of %s, median %s.", c.Label, Date(c.First), Date(c.First.Add(len(c.Values)-1)), count(c.Values), days(len(c.Values)), amount(Median(c.Values)))
}
