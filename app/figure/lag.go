package figure

import (
	"fmt"
	"math"

	"skinward/app/insight"
)

// Lags is the delay curve: the adjusted difference for each single day after,
// with its 95 % interval, from one joint fit.
type Lags struct {
	Chart  insight.LagChart
	Label  string // of the outcome: "Severity"
	Factor string // "Cow's milk"
	Window [2]int // the days that the finding speaks of, drawn in weight; {0,0} for none
}

// NewLags returns the chart of l.
func NewLags(l Lags) *Figure { return &Figure{lags{l}} }

type lags struct{ Lags }

func (l lags) n() int {
	return min(len(l.Chart.Effect), len(l.Chart.Low), len(l.Chart.High))
}

func (l lags) known(i int) bool {
	return finite(l.Chart.Effect[i]) && finite(l.Chart.Low[i]) && finite(l.Chart.High[i])
}

func (l lags) ready() bool {
	k := 0
	for i := range l.n() {
		if l.known(i) {
			k++
		}
	}
	return k >= 2
}

func (l lags) plot(w, h float64, pal Palette) plot {
	lo, hi := -0.1, 0.1
	for i := range l.n() {
		if l.known(i) {
			lo, hi = math.Min(lo, l.Chart.Low[i]), math.Max(hi, l.Chart.High[i])
		}
	}
	lo, hi = niceRange(lo, hi)
	p := plot{xmin: -0.6, xmax: float64(l.n()) - 0.4, ymin: lo, ymax: hi, left: pal.Text * 2.8, right: pal.Text * 0.6, top: pal.Text * 0.8, bottom: pal.Text * 1.7}
	ticks := scaleTicks(lo, hi, yCount(h-p.top-p.bottom, pal))
	for i := range ticks {
		if ticks[i].value > 1e-9 {
			ticks[i].label = "+" + ticks[i].label
		}
	}
	p.layers = append(p.layers, rules(ticks, pal), layer(func(k canvas) {
		k.line(k.box.Left, k.y(0), k.box.Right, k.y(0), pal.hair(), pal.Muted)
		// Labels and dots that would touch are thinned and made smaller.
		apart := k.x(1) - k.x(0)
		k.r.SetFontSize(pal.Text)
		every := 1 + (k.r.MeasureText(fmt.Sprint(l.n()-1)).Width()+cells(pal.Text*0.4))/max(1, apart)
		radius := math.Min(pal.Text*0.42, float64(apart)/grid*0.4)
		for i := range l.n() {
			x := k.x(float64(i))
			if i%every == 0 {
				k.text(fmt.Sprint(i), x, k.box.Bottom+cells(pal.Text*1.4), pal.Text, false, pal.Muted, middle)
			}
			if !l.known(i) {
				continue
			}
			col, width := l.style(i, pal)
			k.line(x, k.y(l.Chart.Low[i]), x, k.y(l.Chart.High[i]), width, col)
			k.dots([][2]int{{x, k.y(l.Chart.Effect[i])}}, radius, col)
		}
	}))
	return p
}

// style gives weight to intervals that leave zero out and lie in the window.
func (l lags) style(i int, pal Palette) (Color, float64) {
	within := l.Window == [2]int{} || i >= l.Window[0] && i <= l.Window[1]
	clear := l.Chart.Low[i] > 0 || l.Chart.High[i] < 0
	switch {
	case clear && within && l.Chart.Effect[i] > 0:
		return pal.Role(Skin), pal.Line * 1.4
	case clear && within:
		return pal.Role(Better), pal.Line * 1.4
	case within:
		return pal.Muted, pal.Line
	}
	return pal.Faint, pal.Line
}

func (l lags) stops() []Stop {
	var out []Stop
	for i := range l.n() {
		s := Stop{X: float64(i), Y: math.NaN(), Label: dayAfter(i) + ": not known"}
		if l.known(i) {
			s.Y = l.Chart.Effect[i]
			s.Label = fmt.Sprintf("%s: %s (%s to %s)", dayAfter(i), signed(s.Y), signed(l.Chart.Low[i]), signed(l.Chart.High[i]))
		}
		out = append(out, s)
	}
	return out
}

func dayAfter(i int) string {
	switch i {
	case 0:
		return "Same day"
	case 1:
		return "1 day after"
	}
	return fmt.Sprintf("%d days after", i)
}

func (l lags) numbers() [][]string {
	rows := [][]string{{"days after", "difference", "low", "high"}}
	for i := range l.n() {
		rows = append(rows, []string{fmt.Sprint(i), plain(l.Chart.Effect[i]), plain(l.Chart.Low[i]), plain(l.Chart.High[i])})
	}
	return rows
}

func (l lags) say() string {
	if !l.ready() {
		return fmt.Sprintf("The days after %s are too few to draw.", l.Factor)
	}
	best := -1
	for i := range l.n() {
		if l.known(i) && (best < 0 || math.Abs(l.Chart.Effect[i]) > math.Abs(l.Chart.Effect[best])) {
			best = i
		}
	}
	return fmt.Sprintf("%s after %s, day by day: the largest difference is %s (95 %% interval %s to %s), %s.", l.Label, l.Factor,
		signed(l.Chart.Effect[best]), signed(l.Chart.Low[best]), signed(l.Chart.High[best]), lower(dayAfter(best)))
}
