package figure_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"io"
	"math"
	"strings"
	"testing"
	"time"

	"skinward/app/figure"
	"skinward/app/figure/ink"
	"skinward/app/insight"
	"skinward/app/journal"
)

var (
	first = journal.NewDay(2026, time.July, 20)
	none  = math.NaN()
)

// wave is a made-up severity with gaps.
func wave(n int) []float64 {
	v := make([]float64, n)
	for i := range v {
		v[i] = math.Round(4 + 2*math.Sin(float64(i)/12) + 1.5*math.Sin(float64(i*i)))
		if i%11 == 4 || i%200 > 60 && i%200 < 70 {
			v[i] = none
		}
	}
	return v
}

func repeat(v float64, n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = v
	}
	return out
}

// kinds is one chart of each kind from the same values.
func kinds(v []float64) map[string]*figure.Figure {
	flares, on := make([]bool, len(v)), make([]float64, len(v))
	for i := range v {
		flares[i], on[i] = i%17 < 3, float64(i%2)
	}
	half := len(v) / 2
	return map[string]*figure.Figure{
		"course": figure.NewCourse(figure.Course{
			Label: "Severity", Role: figure.Skin, First: first, Values: v, Top: 10, Flares: flares, Key: true,
			Second: &figure.Line{Label: "Itch", Role: figure.Stress, Values: v}, Ticks: &figure.Ticks{Label: "milk", Role: figure.Meals, On: on},
			Bars: []figure.Bar{{Label: "Cream", Role: figure.Water, Spans: [][2]int{{-5, half}}}, {Label: "Drops", Spans: [][2]int{{half, half + 3}}, Hollow: true}, {Label: "never", Spans: [][2]int{{-9, -3}}}},
		}),
		"redness":  figure.NewCourse(figure.Course{Label: "Redness", Role: figure.Skin, First: first, Values: v, Join: 14}),
		"lags":     figure.NewLags(figure.Lags{Label: "Severity", Factor: "milk", Window: [2]int{1, 3}, Chart: insight.LagChart{Effect: v, Low: v, High: v}}),
		"strip":    figure.NewStrip(figure.Strip{Label: "Severity", Groups: []figure.Group{{Label: "without", Values: v[:half]}, {Label: "after milk", Values: v[half:]}}}),
		"overlay":  figure.NewOverlay(figure.Overlay{First: first, Lines: []figure.OverlayLine{{Label: "Severity", Values: v}, {Label: "Sleep", Unit: "h", Values: v, Smooth: true}, {Label: "Stress", Values: v}}}),
		"bands":    figure.NewBands(figure.SeverityBands("Days", v)),
		"calendar": figure.NewCalendar(figure.Calendar{Label: "Severity", First: first, Values: v, Start: time.Monday}),
		"matrix":   figure.NewMatrix(figure.Matrix{Rows: []string{"Milk", "A very long name of a food that does not fit"}, Columns: []string{"Severity", "Itch"}, Cells: [][]figure.Cell{{{Value: none}, {Value: 1, Sure: true}}}}),
	}
}

// TestHardInput draws everything that charts are known to break on: each kind
// either paints or says that there is too little, and always says itself.
func TestHardInput(t *testing.T) {
	inputs := map[string][]float64{
		"nothing": {}, "one day": {5}, "one of many": append(repeat(none, 40), 5), "all missing": repeat(none, 30), "constant": repeat(4, 30), "zero": repeat(0, 30),
		"two days": {3, 4}, "infinite": append(repeat(3, 20), math.Inf(1), math.Inf(-1)), "huge": append(repeat(3, 20), 1e300), "negative": repeat(-4, 20), "usual": wave(90), "ten years": wave(3650),
	}
	for name, v := range inputs {
		for kind, f := range kinds(v) {
			for _, size := range [][2]int{{480, 200}, {60, 30}, {10, 5}, {1, 1}} {
				img, err := f.Raster(size[0], size[1], 1, figure.Light())
				if err != nil && !errors.Is(err, figure.ErrTooFew) {
					t.Errorf("%s of %s at %v: %v", kind, name, size, err)
				}
				if err == nil && (img.Bounds().Dx() != size[0] || img.Bounds().Dy() != size[1]) {
					t.Errorf("%s of %s: %v", kind, name, img.Bounds())
				}
			}
			if s := f.Say(); s == "" || strings.Contains(s, "NaN") || strings.Contains(s, "Inf") {
				t.Errorf("%s of %s says %q", kind, name, s)
			}
			if f.Ready() {
				f.At(100, 50, 480, 200, 1, figure.Dark())
			}
			if rows := f.Numbers(); len(rows) == 0 {
				t.Errorf("%s of %s has no numbers", kind, name)
			}
		}
	}
}

func TestTooFewSaysWhatIsMissing(t *testing.T) {
	f := figure.NewCourse(figure.Course{Label: "Severity", First: first, Values: []float64{4, none, 5}})
	if f.Ready() {
		t.Fatal("two days make a chart")
	}
	if got, want := f.Say(), "Severity was recorded on 2 days; a chart needs 5."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if _, err := f.SVG(300, 200, figure.Light()); !errors.Is(err, figure.ErrTooFew) {
		t.Errorf("%v", err)
	}
}

func TestSay(t *testing.T) {
	v := []float64{2, 4, none, 6, 8, 4}
	f := figure.NewCourse(figure.Course{Label: "Severity", First: first, Values: v, Flares: []bool{false, false, false, true, true, false}})
	want := "Severity from 20 Jul 2026 to 25 Jul 2026, recorded on 5 of 6 days, between 2 and 8, median 4, 2 flare days."
	if got := f.Say(); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	l := figure.NewLags(figure.Lags{Label: "Severity", Factor: "milk", Chart: insight.LagChart{Effect: []float64{0.1, 1.1, -0.4}, Low: []float64{-0.2, 0.7, -0.9}, High: []float64{0.4, 1.5, 0.1}}})
	if got, want := l.Say(), "Severity after milk, day by day: the largest difference is +1.1 (95 % interval +0.7 to +1.5), 1 day after."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestDotStandsWhereTheHairlineSays paints lone values and looks at the pixel
// that Place names.
func TestDotStandsWhereTheHairlineSays(t *testing.T) {
	v := repeat(none, 60)
	for _, i := range []int{5, 20, 33, 47, 58} {
		v[i] = float64(i%10) + 0.5
	}
	f := figure.NewCourse(figure.Course{Label: "Redness", Role: figure.Skin, First: first, Values: v, Top: 10, Join: 1})
	for _, scale := range []float64{1, 1.5, 2} {
		w, h := int(600*scale), int(240*scale)
		img, err := f.Raster(w, h, scale, figure.Light())
		if err != nil {
			t.Fatal(err)
		}
		for i, x := range v {
			at, ok := f.Place(i, w, h, scale, figure.Light())
			if !ok {
				t.Fatalf("stop %d is missing", i)
			}
			red := reddish(img, at.XPx, at.YPx)
			if !math.IsNaN(x) && !red {
				t.Errorf("scale %g: no dot for day %d at %.1f, %.1f", scale, i, at.XPx, at.YPx)
			}
			near, _ := f.At(at.XPx, at.YPx, w, h, scale, figure.Light())
			if near.Index != i {
				t.Errorf("At finds stop %d for %d", near.Index, i)
			}
		}
	}
}

func reddish(m image.Image, x, y float64) bool {
	r, g, _, _ := m.At(int(x), int(y)).RGBA()
	return int(r>>8)-int(g>>8) > 60
}

func TestStopsSayExactValues(t *testing.T) {
	f := figure.NewCourse(figure.Course{Label: "Severity", First: first, Values: []float64{2, none, 4, 5, 6, 7.25}, Ticks: &figure.Ticks{Label: "milk", On: []float64{0, 0, 1}}})
	for i, want := range []string{"20 Jul 2026: severity 2", "21 Jul 2026: not recorded", "22 Jul 2026: severity 4, milk", "23 Jul 2026: severity 5", "24 Jul 2026: severity 6", "25 Jul 2026: severity 7.25"} {
		if got := f.Stops()[i].Label; got != want {
			t.Errorf("stop %d says %q, want %q", i, got, want)
		}
	}
}

// TestCalendarPutsDaysInTheirPlace paints one bad day of a clear year and looks
// for it where weekday and week say.
func TestCalendarPutsDaysInTheirPlace(t *testing.T) {
	for _, start := range []time.Weekday{time.Monday, time.Sunday, time.Saturday} {
		v := repeat(0, 200)
		v[137] = 10
		f := figure.NewCalendar(figure.Calendar{Label: "Severity", First: first, Values: v, Start: start})
		img, err := f.Raster(700, 200, 1, figure.Light())
		if err != nil {
			t.Fatal(err)
		}
		a, _ := f.Place(137, 700, 200, 1, figure.Light())
		b, _ := f.Place(138, 700, 200, 1, figure.Light())
		if !reddish(img, a.XPx, a.YPx) || reddish(img, b.XPx, b.YPx) {
			t.Errorf("week from %s: the bad day is not where it should be", start)
		}
		week, _ := f.Place(144, 700, 200, 1, figure.Light())
		if week.YPx != a.YPx || week.XPx <= a.XPx {
			t.Errorf("week from %s: a week later is not one column on", start)
		}
		if hit, ok := f.At(a.XPx+1, a.YPx+1, 700, 200, 1, figure.Light()); !ok || hit.Index != 137 {
			t.Errorf("At finds %d", hit.Index)
		}
	}
	long := figure.NewCalendar(figure.Calendar{Label: "Severity", First: first, Values: repeat(1, 3650)})
	if n := len(long.Stops()); n != figure.MaxCalendarWeeks*7 {
		t.Errorf("%d days of a long record", n)
	}
}

// strokes returns the boxes of the solid lines of a width.
func strokes(f *figure.Figure, width float64) []ink.Rect {
	d := ink.New(600, 240)
	pal := figure.Light()
	pal.Line = width
	if err := f.Draw(d, ink.Rect{W: 600, H: 240}, pal); err != nil {
		panic(err)
	}
	var out []ink.Rect
	for i, op := range d.Ops {
		if s, ok := op.(ink.Shape); ok && s.Width == width && len(s.Dash) == 0 {
			out = append(out, d.Bounds(i))
		}
	}
	return out
}

func TestAGapIsOpen(t *testing.T) {
	v := repeat(4, 60)
	for i := 25; i < 35; i++ {
		v[i] = none
	}
	f := figure.NewCourse(figure.Course{Label: "Severity", First: first, Values: v, Top: 10})
	lines := strokes(f, 3.25)
	if len(lines) != 2 {
		t.Fatalf("%d pieces of line, want 2", len(lines))
	}
	from, _ := f.Place(25, 600, 240, 1, figure.Light())
	to, _ := f.Place(34, 600, 240, 1, figure.Light())
	for _, l := range lines {
		if l.X < to.XPx-3 && l.Right() > from.XPx+3 {
			t.Errorf("a line from %g to %g crosses the gap %g to %g", l.X, l.Right(), from.XPx, to.XPx)
		}
	}
}

func TestMedianOfSevenDays(t *testing.T) {
	v := []float64{1, 9, 1, 9, 1, none, none, none, none, none, 5}
	rows := figure.NewCourse(figure.Course{Label: "Severity", First: first, Values: v}).Numbers()
	want := []string{"5", "1", "1", "1", "5", "", "", "", "", "", ""}
	for i, w := range want {
		if got := rows[i+1][2]; got != w {
			t.Errorf("day %d: median %q, want %q", i, got, w)
		}
	}
}

func TestLongPeriodsTakeASlowerMedian(t *testing.T) {
	if head := figure.NewCourse(figure.Course{Values: repeat(3, 500)}).Numbers()[0][2]; head != "29-day median" {
		t.Errorf("%q", head)
	}
}

func TestSeverityBands(t *testing.T) {
	b := figure.SeverityBands("Days", []float64{0, 0.9, 1, 3.9, 4, 6.9, 7, 10, none})
	for i, want := range []int{2, 2, 2, 2, 1} {
		if b.Parts[i].Days != want {
			t.Errorf("%s: %d days, want %d", b.Parts[i].Label, b.Parts[i].Days, want)
		}
	}
}

func TestPercentsAddUpTo100(t *testing.T) {
	seed := uint64(5)
	for range 500 {
		var b figure.Bands
		for range 5 {
			seed = seed*6364136223846793005 + 1442695040888963407
			b.Parts = append(b.Parts, figure.Band{Days: int(seed >> 57)})
		}
		sum := 0
		for i, p := range b.Percents() {
			sum += p
			if exact := float64(b.Parts[i].Days) * 100 / float64(max(b.Total(), 1)); math.Abs(float64(p)-exact) >= 1 {
				t.Fatalf("%d days of %d are said to be %d %%", b.Parts[i].Days, b.Total(), p)
			}
		}
		if b.Total() > 0 && sum != 100 {
			t.Fatalf("%v sum to %d", b.Percents(), sum)
		}
	}
}

func TestMedian(t *testing.T) {
	for _, c := range []struct {
		v    []float64
		want float64
	}{{[]float64{3}, 3}, {[]float64{4, 2}, 3}, {[]float64{9, none, 1, 2}, 2}} {
		if got := figure.Median(c.v); got != c.want {
			t.Errorf("median of %v is %g, want %g", c.v, got, c.want)
		}
	}
	if !math.IsNaN(figure.Median(nil)) {
		t.Error("the median of nothing is a number")
	}
}

// TestLabelsDoNotTouch looks at the texts of charts of many lengths and sizes.
func TestLabelsDoNotTouch(t *testing.T) {
	for _, n := range []int{6, 14, 21, 31, 60, 92, 180, 365, 500, 730, 1500, 3650} {
		for _, w := range []float64{240, 480, 1000} {
			for name, f := range map[string]*figure.Figure{"course": kinds(wave(n))["redness"], "overlay": kinds(wave(n))["overlay"], "calendar": kinds(wave(n))["calendar"]} {
				d := ink.New(w, 220)
				if err := f.Draw(d, ink.Rect{W: w, H: 220}, figure.Light()); errors.Is(err, figure.ErrTooFew) {
					continue
				} else if err != nil {
					t.Fatal(err)
				}
				var boxes []ink.Rect
				for i, op := range d.Ops {
					if _, ok := op.(ink.Text); !ok {
						continue
					}
					b := d.Bounds(i)
					for _, o := range boxes {
						if min(b.Right(), o.Right()) > max(b.X, o.X)+0.5 && min(b.Bottom(), o.Bottom()) > max(b.Y, o.Y)+0.5 {
							t.Errorf("%s of %d days at %g: labels overlap at %v", name, n, w, b)
						}
					}
					boxes = append(boxes, b)
				}
				if len(boxes) < 4 {
					t.Errorf("%s of %d days at %g has only %d labels", name, n, w, len(boxes))
				}
			}
		}
	}
}

// TestThinningKeepsExtremes paints a record of ten years with one high day and
// looks for it.
func TestThinningKeepsExtremes(t *testing.T) {
	v := repeat(2, 3650)
	v[1777] = 9
	f := figure.NewOverlay(figure.Overlay{First: first, Lines: []figure.OverlayLine{{Label: "Severity", Role: figure.Skin, Values: v}}})
	img, err := f.Raster(700, 300, 1, figure.Light())
	if err != nil {
		t.Fatal(err)
	}
	at, _ := f.Place(1777, 700, 300, 1, figure.Light())
	found := false
	for x := int(at.XPx) - 2; x <= int(at.XPx)+2; x++ {
		for y := int(at.YPx) - 2; y <= int(at.YPx)+3; y++ {
			found = found || reddish(img, float64(x), float64(y))
		}
	}
	if !found {
		t.Error("a single high day is lost among ten years")
	}
}

// TestPaperTellsWithoutColour checks that the palette of paper differs in
// lightness where colour carries meaning.
func TestPaperTellsWithoutColour(t *testing.T) {
	d := ink.New(400, 40)
	b := figure.Bands{Parts: []figure.Band{{Label: "a", Days: 5, Level: 0}, {Label: "b", Days: 5, Level: 3}, {Label: "c", Days: 5, Level: 6}, {Label: "d", Days: 5, Level: 9}}}
	if err := figure.NewBands(b).Draw(d, ink.Rect{W: 400, H: 40}, figure.Print()); err != nil {
		t.Fatal(err)
	}
	last := 256
	seen := 0
	for i, op := range d.Ops {
		s, ok := op.(ink.Shape)
		if !ok || s.Fill.A == 0 || d.Bounds(i).W < 50 {
			continue
		}
		seen++
		if s.Fill.R != s.Fill.G || s.Fill.G != s.Fill.B || int(s.Fill.R) > last-40 && last < 256 {
			t.Errorf("%v after %d", s.Fill, last)
		}
		last = int(s.Fill.R)
	}
	if seen != 4 {
		t.Errorf("%d parts", seen)
	}
	r := figure.Light().Ramp
	light := func(c figure.Color) float64 { return 0.2126*float64(c.R) + 0.7152*float64(c.G) + 0.0722*float64(c.B) }
	for i := 1; i < len(r); i++ {
		if light(r[i]) >= light(r[i-1]) {
			t.Errorf("step %d of the ramp is not darker", i)
		}
	}
}

func TestSVGAndPDF(t *testing.T) {
	for name, f := range kinds(wave(120)) {
		out, err := f.SVG(480, 240, figure.Light())
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		dec := xml.NewDecoder(bytes.NewReader(out))
		for {
			if _, err = dec.Token(); err != nil {
				break
			}
		}
		if !errors.Is(err, io.EOF) {
			t.Errorf("%s: %v", name, err)
		}
		pdf, err := f.PDF(480, 240, figure.Print(), ink.Meta{Title: name})
		if err != nil || !bytes.HasPrefix(pdf, []byte("%PDF-")) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestNumbersAreTheValuesShown(t *testing.T) {
	rows := kinds([]float64{1, 2, 3, 4, 5, 6.5})["overlay"].Numbers()
	if got, want := fmt.Sprint(rows[0], rows[6]), "[day severity sleep h stress] [2026-07-25 6.5 6.5 6.5]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// tenYears is a course of ten years with ticks and a second line.
func tenYears() *figure.Figure { return kinds(wave(3650))["course"] }

// BenchmarkTenYears paints ten years at 1400 × 700 pixels; the promise is
// 80 ms.
func BenchmarkTenYears(b *testing.B) {
	f := tenYears()
	for b.Loop() {
		if _, err := f.Raster(1400, 700, 1, figure.Light()); err != nil {
			b.Fatal(err)
		}
	}
}

// TestTenYearsAreThinned holds what a chart of ten years hands to the painter:
// no more than the pixels of its width can show.
func TestTenYearsAreThinned(t *testing.T) {
	d := ink.New(1400, 700)
	if err := tenYears().Draw(d, ink.Rect{W: 1400, H: 700}, figure.Light()); err != nil {
		t.Fatal(err)
	}
	lines := 0
	for _, op := range d.Ops {
		if s, ok := op.(ink.Shape); ok && s.Stroke.A > 0 {
			lines += len(s.Path.Points)
		}
	}
	if lines > 4*2*1400 {
		t.Errorf("%d points of lines for 1400 columns", lines)
	}
	if len(d.Ops) > 2*1400 {
		t.Errorf("%d things to draw for 1400 columns", len(d.Ops))
	}
}
