package figure_test

import (
	"fmt"
	"math"
	"testing"

	"skinward/app/figure"
	"skinward/app/figure/ink"
	"skinward/app/insight"
)

// Words of a chart never lie over each other and never leave it, however
// narrow it is and however large the letters are.
func TestWordsHaveRoom(t *testing.T) {
	long := insight.LagChart{}
	for i := range 15 {
		v := math.Sin(float64(i))
		long.Effect, long.Low, long.High = append(long.Effect, v), append(long.Low, v-0.5), append(long.High, v+0.5)
	}
	year := make([]float64, 365)
	for i := range year {
		year[i] = float64(i*7%11) / 10 * 10
	}
	lines := []figure.OverlayLine{
		{Label: "Severity", Role: figure.Skin, Values: year, Smooth: true},
		{Label: "Foods often listed for histamine", Unit: "days of the last 7", Role: figure.Meals, Values: year},
		{Label: "Sleep, hours", Unit: "h", Role: figure.Stress, Values: year},
	}
	wide := figure.Heat{
		Rows:    []string{"Foods often listed for histamine", "Milk"},
		Columns: []string{"Severity", "Itch", "Inflamed spots", "Flare days", "Got in the way", "Left inner elbow", "Right cheek", "Outdoors", "Hot shower"},
	}
	for range wide.Rows {
		row := make([]figure.HeatCell, len(wide.Columns))
		for i := range row {
			row[i] = figure.HeatCell{Share: 0.5, Value: -9.5, Sure: true}
		}
		wide.Cells = append(wide.Cells, row)
	}
	for _, c := range []struct {
		name string
		fig  *figure.Figure
		w, h float64
	}{
		{"fifteen delays", figure.NewLags(figure.Lags{Chart: long, Label: "Severity", Factor: "Daily Flora"}), 150, 100},
		{"three series", figure.NewOverlay(figure.Overlay{First: first, Lines: lines}), 480, 240},
		{"nine outcomes", figure.NewHeat(wide), 740, 120},
	} {
		for _, scale := range []float64{1, 1.6} {
			pal := figure.Light()
			pal.Text *= scale
			if c.name == "nine outcomes" {
				c.h = figure.HeatHeight(len(wide.Rows), pal.Text)
				c.w *= scale
			}
			d := ink.New(c.w, c.h)
			if err := c.fig.Draw(d, ink.Rect{W: c.w, H: c.h}, pal); err != nil {
				t.Fatal(c.name, err)
			}
			for _, fault := range crowded(d) {
				t.Errorf("%s at %g: %s", c.name, scale, fault)
			}
		}
	}
}

// crowded names texts that overlap or stick out.
func crowded(d *ink.Drawing) []string {
	var faults []string
	for i, op := range d.Ops {
		a, ok := op.(ink.Text)
		if !ok {
			continue
		}
		box := d.Bounds(i)
		if box.X < -1 || box.Right() > d.W+1 || box.Y < -1 || box.Bottom() > d.H+1 {
			faults = append(faults, fmt.Sprintf("%q sticks out: %+v of %g × %g", a.Body, box, d.W, d.H))
		}
		for j := i + 1; j < len(d.Ops); j++ {
			b, ok := d.Ops[j].(ink.Text)
			if !ok {
				continue
			}
			o := d.Bounds(j)
			if min(box.Right(), o.Right())-max(box.X, o.X) > 0.5 && min(box.Bottom(), o.Bottom())-max(box.Y, o.Y) > 0.5 {
				faults = append(faults, fmt.Sprintf("%q lies over %q", b.Body, a.Body))
			}
		}
	}
	return faults
}
