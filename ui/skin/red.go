package skin

import (
	"image"
	"math"

	"fyne.io/fyne/v2"

	"skinward/app/figure"
	"skinward/app/journal"
	"skinward/ui/kit"
)

// rednessCard shows the measured redness of a site over time.
type rednessCard struct {
	s       *Screen
	card    fyne.CanvasObject
	caption *kit.Text
	words   *kit.Text
	chart   *kit.ChartView
	says    string // caption while nothing is pointed at
}

func newRednessCard(s *Screen) *rednessCard {
	c := &rednessCard{s: s, caption: kit.NewCaption(""), words: kit.NewText()}
	c.chart = kit.NewChartView(s.deps.Run, "skin redness", 200, 130)
	c.chart.OnPoint = func(words string) {
		if words == "" {
			words = c.says
		}
		c.caption.SetText(words)
	}
	c.card = kit.NewCard("", kit.Ink, "Redness of this site", "", kit.Column(6, c.caption, c.chart, c.words,
		kit.Row(0, kit.NewButton("Rate without dates…", s.rateBlind))))
	return c
}

// longestJoin is how many days apart two measurements may lie and still be
// joined by a line.
const longestJoin = 45

// courseOf is the redness of a site day by day; several photos of one day
// count with their mean.
func courseOf(points []redPoint) figure.Course {
	first, last := points[0].day, points[len(points)-1].day
	values := make([]float64, last.Sub(first)+1)
	counts := make([]float64, len(values))
	for _, p := range points {
		i := p.day.Sub(first)
		values[i] += p.a
		counts[i]++
	}
	for i := range values {
		values[i] /= counts[i] // 0/0 is NaN, which is a gap
	}
	return figure.Course{Label: "Redness a*", Role: figure.Skin, First: first, Values: values, Join: longestJoin, Near: true}
}

func measuredDays(points []redPoint) int {
	days := map[journal.Day]bool{}
	for _, p := range points {
		days[p.day] = true
	}
	return len(days)
}

func (c *rednessCard) show(photos []*journal.Photo) {
	points := rednessOf(photos)
	c.says = rednessCaption(photos)
	c.caption.SetText(c.says)
	if measuredDays(points) < figure.MinCourseDays {
		c.chart.Hide()
		c.words.Show()
		c.words.SetSpans(kit.Span{Text: trend(points), Size: kit.SizeControl})
		return
	}
	c.chart.Show()
	c.words.Hide()
	fig := figure.NewCourse(courseOf(points))
	c.chart.Stops = func(w, h int, scale float64) []kit.ChartStop {
		var out []kit.ChartStop
		for _, at := range fig.Places(w, h, scale, kit.ChartPalette(false)) {
			if w > 0 && !math.IsNaN(at.XPx) && !math.IsNaN(at.Y) {
				out = append(out, kit.ChartStop{X: at.XPx / float64(w), Words: at.Label})
			}
		}
		return out
	}
	c.chart.SetRender(func(w, h int, scale float64, dark bool) (image.Image, error) {
		return fig.Raster(w, h, scale, kit.ChartPalette(dark))
	}, fig.Say())
}
