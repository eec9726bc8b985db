package figure

import (
	"fmt"
	"math"
	"strings"
)

// Bands is one bar of days: so many clear, mild, moderate, severe, and not
// recorded, which is hatched.
type Bands struct {
	Label string // "Days by severity"
	Parts []Band
}

// Band is one part of the bar.
type Band struct {
	Label   string
	Days    int
	Level   float64 // place on the severity ramp, 0 … 10
	Missing bool    // not recorded: hatched
}

// SeverityBands counts days of a 0 … 10 outcome: clear below 1, mild from 1 to
// under 4, moderate from 4 to under 7, severe from 7, and not recorded.
func SeverityBands(label string, values []float64) Bands {
	b := Bands{Label: label, Parts: []Band{{"clear", 0, 0, false}, {"mild", 0, 3, false}, {"moderate", 0, 6, false}, {"severe", 0, 9, false}, {"not recorded", 0, 0, true}}}
	for _, v := range values {
		i := 4
		switch {
		case !finite(v):
		case v < 1:
			i = 0
		case v < 4:
			i = 1
		case v < 7:
			i = 2
		default:
			i = 3
		}
		b.Parts[i].Days++
	}
	return b
}

// Total is the number of days of all parts.
func (b Bands) Total() int {
	n := 0
	for _, p := range b.Parts {
		n += p.Days
	}
	return n
}

// Percents returns whole percentages that add up to 100, by largest remainder;
// zeros when there are no days.
func (b Bands) Percents() []int {
	total := b.Total()
	out := make([]int, len(b.Parts))
	if total == 0 {
		return out
	}
	left := 100
	rest := make([]int, len(b.Parts))
	for i, p := range b.Parts {
		out[i], rest[i] = p.Days*100/total, p.Days*100%total
		left -= out[i]
	}
	for ; left > 0; left-- {
		k := 0
		for i := range rest {
			if rest[i] > rest[k] {
				k = i
			}
		}
		out[k]++
		rest[k] = -1
	}
	return out
}

// NewBands returns the chart of b.
func NewBands(b Bands) *Figure { return &Figure{bands{b}} }

type bands struct{ Bands }

func (b bands) ready() bool { return b.Total() > 0 }

func (b bands) plot(w, h float64, pal Palette) plot {
	p := plot{xmin: 0, xmax: float64(max(b.Total(), 1)), ymin: 0, ymax: 1, left: pal.hair(), right: pal.hair(), top: pal.hair(), bottom: pal.Text * 1.6}
	pc := b.Percents()
	p.layers = append(p.layers, layer(func(k canvas) {
		at, x := 0, k.box.Left
		if b.Label != "" {
			_, x = k.text(b.Label, x, k.box.Bottom+cells(pal.Text*1.3), pal.Text, true, pal.Ink, left)
			x += cells(pal.Text * 1.2)
		}
		for i, part := range b.Parts {
			if part.Days == 0 {
				continue
			}
			b.paint(k, part, k.x(float64(at)), k.box.Top, k.x(float64(at+part.Days)), k.box.Bottom, pal)
			at += part.Days
			// The key runs on under the bar, so that no label meets another.
			base, side := k.box.Bottom+cells(pal.Text*1.3), cells(pal.Text*0.75)
			b.paint(k, part, x, base-side, x+side, base, pal)
			_, x = k.text(fmt.Sprintf("%s %d (%d %%)", part.Label, part.Days, pc[i]), x+side+cells(pal.Text*0.35), base, pal.Text, false, pal.Ink, left)
			x += cells(pal.Text * 1.2)
		}
	}))
	return p
}

// paint draws one part, or its square in the key.
func (b bands) paint(k canvas, part Band, x0, y0, x1, y1 int, pal Palette) {
	if part.Missing {
		k.hatch(x0, y0, x1, y1, pal.Text*0.42, pal.hair(), pal.Muted)
	} else {
		k.fill(x0, y0, x1, y1, b.color(part, pal))
	}
	k.frame(x0, y0, x1, y1, pal.hair(), pal.Ink)
}

// color walks the severity ramp; on paper greys whose lightness falls.
func (b bands) color(part Band, pal Palette) Color {
	if pal.Patterns {
		g := uint8(250 - math.Round(part.Level*20))
		return Color{R: g, G: g, B: g, A: 255}
	}
	return pal.Ramp[int(math.Max(0, math.Min(10, part.Level)))]
}

func (b bands) stops() []Stop {
	var out []Stop
	at := 0
	for _, p := range b.Parts {
		if p.Days > 0 {
			out = append(out, Stop{X: float64(at) + float64(p.Days)/2, Y: 0.5, Label: p.Label + ": " + days(p.Days)})
		}
		at += p.Days
	}
	return out
}

func (b bands) numbers() [][]string {
	rows := [][]string{{"band", "days", "percent"}}
	for i, v := range b.Percents() {
		rows = append(rows, []string{b.Parts[i].Label, fmt.Sprint(b.Parts[i].Days), fmt.Sprint(v)})
	}
	return rows
}

func (b bands) say() string {
	var parts []string
	for _, p := range b.Parts {
		parts = append(parts, fmt.Sprintf("%s %d", p.Label, p.Days))
	}
	return fmt.Sprintf("%s, of %s: %s.", b.Label, days(b.Total()), strings.Join(parts, ", "))
}
