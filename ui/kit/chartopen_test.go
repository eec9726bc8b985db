package kit_test

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"skinward/ui/kit"
)

// gridChart is a shown chart with two rows of two values.
func gridChart(t *testing.T, grid bool) (*kit.ChartView, *[]int) {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(kit.NewTheme(kit.Options{}))
	c := kit.NewChartView(kit.Inline{}, "grid", 100, 100)
	c.Grid = grid
	c.Stops = func(int, int, float64) []kit.ChartStop {
		return []kit.ChartStop{
			{X: 0.25, Y: 0.25, Words: "upper left"},
			{X: 0.75, Y: 0.25, Words: "upper right"},
			{X: 0.25, Y: 0.75, Words: "lower left"},
			{X: 0.75, Y: 0.75, Words: "lower right"},
		}
	}
	var opened []int
	c.OnOpen = func(i int) { opened = append(opened, i) }
	c.SetRender(func(w, h int, _ float64, _ bool) (image.Image, error) {
		return image.NewNRGBA(image.Rect(0, 0, w, h)), nil
	}, "four values")
	w := test.NewTempWindow(t, c)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(200, 200))
	w.Canvas().Capture()
	return c, &opened
}

func TestArrowsWalkAChartWithRows(t *testing.T) {
	c, opened := gridChart(t, true)
	for _, step := range []struct {
		key  fyne.KeyName
		says string
	}{
		{fyne.KeyHome, "upper left"},
		{fyne.KeyDown, "lower left"},
		{fyne.KeyDown, "lower left"},
		{fyne.KeyRight, "lower right"},
		{fyne.KeyUp, "upper right"},
		{fyne.KeyLeft, "upper left"},
	} {
		c.TypedKey(&fyne.KeyEvent{Name: step.key})
		if c.Words() != step.says {
			t.Errorf("%s: %q, want %q", step.key, c.Words(), step.says)
		}
	}
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(*opened) != 1 || (*opened)[0] != 0 {
		t.Errorf("Return opened %v", *opened)
	}
}

func TestAClickOpensTheNearestValue(t *testing.T) {
	c, opened := gridChart(t, true)
	test.TapAt(c, fyne.NewPos(160, 140))
	if len(*opened) != 1 || (*opened)[0] != 3 {
		t.Errorf("opened %v, want the lower right", *opened)
	}
	c.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(30, 30)}})
	if c.Words() != "upper left" {
		t.Errorf("under the pointer: %q", c.Words())
	}
}

func TestWithoutRowsOnlyTheColumnCounts(t *testing.T) {
	c, _ := gridChart(t, false)
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if c.Words() != "upper left" {
		t.Errorf("Down moved to %q", c.Words())
	}
}
