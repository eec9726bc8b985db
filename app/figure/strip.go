package figure

import (
	"fmt"
	"math"
)

// Strip shows groups of days side by side, a dot a day, with the mean of each
// group as a bar: with and without a factor, before and after a course.
type Strip struct {
	Label  string // of the outcome
	Groups []Group
	Top    float64 // upper end of the axis; 0 takes it from the values
}

// Group is one row of dots.
type Group struct {
	Label  string // "without", "after milk"
	Short  string // instead of Label where the chart is narrow; "" for none
	Role   Role
	Values []float64
	Days   []string // label of each value, for the hairline; may be nil
}

// NewStrip returns the chart of s.
func NewStrip(s Strip) *Figure { return &Figure{strip{s}} }

type strip struct{ Strip }

func (s strip) ready() bool {
	full := 0
	for _, g := range s.Groups {
		if count(g.Values) > 0 {
			full++
		}
	}
	return full >= 2
}

func (s strip) plot(w, h float64, pal Palette) plot {
	hi := s.Top
	if hi <= 0 {
		for _, g := range s.Groups {
			hi = math.Max(hi, top(g.Values))
		}
		_, hi = niceRange(0, math.Max(1, hi))
	}
	n := float64(len(s.Groups))
	p := plot{xmin: -0.5, xmax: n - 0.5, ymin: 0, ymax: hi, left: pal.Text * 2.1, right: pal.Text * 0.6, top: pal.Text * 0.8, bottom: pal.Text * 1.8}
	p.layers = append(p.layers, rules(scaleTicks(0, hi, yCount(h-p.top-p.bottom, pal)), pal), layer(func(k canvas) {
		for i, g := range s.Groups {
			col := pal.Role(g.Role)
			light := col
			light.A = 120
			if pal.Patterns {
				light = pal.Faint
			}
			pts := make([][2]int, 0, len(g.Values))
			for j, v := range g.Values {
				if finite(v) {
					pts = append(pts, [2]int{k.x(float64(i) + spread(j)), k.y(v) + cells(spread(j*7+3)*pal.Text*0.5)})
				}
			}
			k.dots(pts, pal.Text*0.15, light)
			if m := mean(g.Values); finite(m) {
				k.line(k.x(float64(i)-0.3), k.y(m), k.x(float64(i)+0.3), k.y(m), pal.Line*1.3, col)
			}
			k.fitText(g.label(k, k.x(1)-k.x(0)-cells(2), pal), k.x(float64(i)), k.box.Bottom+cells(pal.Text*1.5), k.x(1)-k.x(0)-cells(2), pal.Text, false, pal.Muted, middle)
		}
	}))
	return p
}

// label is the longer name that has room.
func (g Group) label(k canvas, room int, pal Palette) string {
	k.r.SetFontSize(pal.Text)
	if g.Short != "" && k.r.MeasureText(g.Label).Width() > room {
		return g.Short
	}
	return g.Label
}

// spread lays dots of the same value beside each other, the same way every
// time: a low-discrepancy sequence, -0.25 … 0.25.
func spread(i int) float64 {
	_, f := math.Modf(float64(i+1) * 0.6180339887498949)
	return (f - 0.5) * 0.5
}

func (s strip) stops() []Stop {
	var out []Stop
	for i, g := range s.Groups {
		for j, v := range g.Values {
			if !finite(v) {
				continue
			}
			label := fmt.Sprintf("%s: %s", g.Label, amount(v))
			if j < len(g.Days) {
				label = fmt.Sprintf("%s, %s: %s", g.Days[j], g.Label, amount(v))
			}
			out = append(out, Stop{X: float64(i) + spread(j), Y: v, Row: 1, Label: label})
		}
	}
	return out
}

func (s strip) numbers() [][]string {
	rows := [][]string{{"group", "day", lower(s.Label)}}
	for _, g := range s.Groups {
		for j, v := range g.Values {
			day := ""
			if j < len(g.Days) {
				day = g.Days[j]
			}
			rows = append(rows, []string{g.Label, day, plain(v)})
		}
	}
	return rows
}

func (s strip) say() string {
	text := s.Label + ", mean"
	for i, g := range s.Groups {
		sep := ";"
		if i == 0 {
			sep = ""
		}
		m := "none"
		if v := mean(g.Values); finite(v) {
			m = fmt.Sprintf("%.1f", v)
		}
		text += fmt.Sprintf("%s %s %s on %s", sep, g.Label, m, days(count(g.Values)))
	}
	return text + "."
}

func mean(v []float64) float64 {
	sum, n := 0.0, 0
	for _, x := range v {
		if finite(x) {
			sum += x
			n++
		}
	}
	if n == 0 {
		return math.NaN()
	}
	return sum / float64(n)
}
