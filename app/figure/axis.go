package figure

import (
	"math"
	"strconv"
	"time"

	"skinward/app/journal"
)

// yTick is a rule with its label.
type yTick struct {
	value float64
	label string
}

// rules draws light horizontal rules with their labels at the left.
func rules(ticks []yTick, pal Palette) layer {
	return func(c canvas) {
		for _, t := range ticks {
			y := c.y(t.value)
			c.line(c.box.Left, y, c.box.Right, y, 1*pal.hair(), pal.Rule)
			c.text(t.label, c.box.Left-cells(pal.Text*0.5), y+cells(pal.Text*0.36), pal.Text, false, pal.Muted, right)
		}
	}
}

// hair is the width of a thin line: a pixel on a screen, half a point on
// paper.
func (p Palette) hair() float64 {
	if p.Patterns {
		return 0.5
	}
	return 1
}

// scaleTicks divides min … max at round numbers, with at most most rules.
func scaleTicks(lo, hi float64, most int) []yTick {
	step := niceStep((hi - lo) / math.Max(1, float64(most)))
	var out []yTick
	for i := math.Ceil(lo/step - 1e-9); i*step <= hi+step*1e-9 && len(out) < 50; i++ {
		out = append(out, yTick{i * step, amount(i * step)})
	}
	return out
}

// niceStep rounds up to 1, 2 or 5 times a power of ten.
func niceStep(v float64) float64 {
	if !finite(v) || v <= 0 {
		return 1
	}
	p := math.Pow(10, math.Floor(math.Log10(v)))
	for _, m := range []float64{1, 2, 5} {
		if m*p >= v-1e-12 {
			return m * p
		}
	}
	return 10 * p
}

// niceRange returns a range around lo … hi that ends at round numbers and is
// never empty.
func niceRange(lo, hi float64) (float64, float64) {
	if !finite(lo) || !finite(hi) || lo > hi {
		return 0, 1
	}
	if hi-lo < 1e-9 {
		lo, hi = lo-0.5, hi+0.5
	}
	step := niceStep((hi - lo) / 4)
	return math.Floor(lo/step+1e-9) * step, math.Ceil(hi/step-1e-9) * step
}

// amount writes a number without needless digits, with a true minus sign.
func amount(v float64) string {
	if math.Abs(v) < 1e-9 {
		v = 0
	}
	s := strconv.FormatFloat(v, 'f', -1, 64)
	if r := math.Round(v*100) / 100; r != v {
		s = strconv.FormatFloat(r, 'f', -1, 64)
	}
	if s[0] == '-' {
		return "−" + s[1:]
	}
	return s
}

// signed writes a difference with its sign and one decimal.
func signed(v float64) string {
	s := strconv.FormatFloat(math.Abs(v), 'f', 1, 64)
	switch {
	case s == "0.0":
		return s
	case v < 0:
		return "−" + s
	}
	return "+" + s
}

// dayTick is a mark on the axis of days.
type dayTick struct {
	at    int // days after the first
	label string
}

// dayTicks chooses marks for n days from first.
func dayTicks(first journal.Day, n int) []dayTick {
	var out []dayTick
	switch {
	case n <= 21:
		step := max(1, (n+6)/7)
		for i := 0; i < n; i += step {
			out = append(out, dayTick{i, dayLabel(first.Add(i))})
		}
	case n <= 62:
		for i := 0; i < n; i++ {
			if first.Add(i).Weekday() == time.Monday {
				out = append(out, dayTick{i, dayLabel(first.Add(i))})
			}
		}
	case n <= 1100:
		every := 1
		if n > 420 {
			every = 3
		}
		out = monthTicks(first, n, every)
	default:
		step := 1
		if n > 366*12 {
			step = 5
		}
		for y := first.Year; y <= first.Add(n-1).Year; y++ {
			if i := journal.NewDay(y, time.January, 1).Sub(first); i >= 0 && i < n && y%step == 0 {
				out = append(out, dayTick{i, strconv.Itoa(y)})
			}
		}
	}
	return out
}

// monthTicks marks the first of every third or every month; the first mark and
// each January carry the year.
func monthTicks(first journal.Day, n, every int) []dayTick {
	var out []dayTick
	d := journal.NewDay(first.Year, first.Month, 1)
	if d.Before(first) {
		d = journal.NewDay(d.Year, d.Month+1, 1)
	}
	for ; d.Sub(first) < n; d = journal.NewDay(d.Year, d.Month+1, 1) {
		if (int(d.Month)-1)%every != 0 {
			continue
		}
		label := d.Month.String()[:3]
		if len(out) == 0 || d.Month == time.January {
			label += " " + strconv.Itoa(d.Year)
		}
		out = append(out, dayTick{d.Sub(first), label})
	}
	return out
}

func dayLabel(d journal.Day) string { return strconv.Itoa(d.Day) + " " + d.Month.String()[:3] }

// Date writes a day as it is written everywhere in charts: "4 Sep 2026".
func Date(d journal.Day) string {
	if d.IsZero() {
		return ""
	}
	return dayLabel(d) + " " + strconv.Itoa(d.Year)
}

// dayAxis draws marks and labels under the canvas; labels that would touch
// the one before are left out.
func dayAxis(first journal.Day, n int, pal Palette) layer {
	return func(c canvas) {
		base := c.box.Bottom
		end := math.MinInt
		for _, t := range dayTicks(first, n) {
			x := c.x(float64(t.at))
			c.line(x, base, x, base+cells(pal.Text*0.3), pal.hair(), pal.Muted)
			rec := c.r
			rec.SetFontSize(pal.Text)
			w := rec.MeasureText(t.label).Width()
			from := x - cells(1)
			from = min(from, c.box.Right+cells(4)-w)
			if from < end+cells(pal.Text*0.5) {
				continue
			}
			_, end = c.text(t.label, from, base+cells(pal.Text*1.3), pal.Text, false, pal.Muted, left)
		}
	}
}
