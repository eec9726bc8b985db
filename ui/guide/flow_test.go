package guide

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"skinward/app/guide"
	"skinward/assets"
	"skinward/ui/kit"
)

func newTestPlate(t *testing.T, reduced bool) *plate {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(kit.NewTheme(kit.Options{Mode: kit.ModeLight, ReducedMotion: reduced}))
	lib, err := guide.Open(assets.Guide(), assets.Art(), assets.Method())
	if err != nil {
		t.Fatal(err)
	}
	p := newPlate(kit.Inline{}, lib, func(string) {})
	w := test.NewTempWindow(t, p)
	w.Resize(fyne.NewSize(640, 560))
	return p
}

func TestFlowRunsOnlyWhileShownAndWanted(t *testing.T) {
	p := newTestPlate(t, false)
	p.flow.run(true)
	if !p.flow.running {
		t.Error("the flow stands still although it is shown")
	}
	p.flow.run(false)
	if p.flow.running {
		t.Error("the flow runs while the screen is hidden")
	}
	still := newTestPlate(t, true)
	still.flow.run(true)
	if still.flow.running {
		t.Error("the flow runs although less motion is wanted")
	}
}

func TestFlowMovesAlongTheLitPathOnly(t *testing.T) {
	p := newTestPlate(t, true)
	p.choose(6)
	seen := 0
	for _, d := range p.flow.dots {
		if d.circle.Visible() != (d.line.Way == 6) {
			t.Errorf("a dot of way %d is visible: %v", d.line.Way, d.circle.Visible())
		}
		if d.line.Way == 6 {
			seen++
		}
	}
	if seen == 0 {
		t.Fatal("way 6 has no flow")
	}
	before := map[int]fyne.Position{}
	for i, d := range p.flow.dots {
		before[i] = d.circle.Position()
	}
	p.flow.tick(0.1)
	for i, d := range p.flow.dots {
		if d.circle.Position() == before[i] {
			t.Errorf("dot %d of way %d did not move", i, d.line.Way)
		}
	}
}

func TestMarksAreHitExactlyAtEverySize(t *testing.T) {
	p := newTestPlate(t, true)
	for _, size := range []fyne.Size{fyne.NewSize(300, 264), fyne.NewSize(600, 614), fyne.NewSize(1500, 700)} {
		p.Resize(size)
		for _, m := range p.data.Marks {
			at, scale := p.place(m.X, m.Y)
			r := float32(m.Radius) * scale
			for _, d := range []fyne.Delta{fyne.NewDelta(0, 0), fyne.NewDelta(r*0.97, 0), fyne.NewDelta(0, -r*0.97), fyne.NewDelta(-r*0.68, r*0.68)} {
				if hit, ok := p.markAt(at.Add(d)); !ok || hit.Number != m.Number {
					t.Errorf("%v: mark %d is missed at %v of %v", size, m.Number, d, r)
				}
			}
			for _, d := range []fyne.Delta{fyne.NewDelta(r*1.04, 0), fyne.NewDelta(r*0.75, r*0.75)} {
				if hit, ok := p.markAt(at.Add(d)); ok && hit.Number == m.Number {
					t.Errorf("%v: mark %d is hit at %v beyond %v", size, m.Number, d, r)
				}
			}
			drawn := p.marks[m.Number-1]
			centre := drawn.Position().AddXY(drawn.Size().Width/2, drawn.Size().Height/2)
			if dx, dy := centre.X-at.X, centre.Y-at.Y; dx*dx+dy*dy > 0.3 {
				t.Errorf("%v: mark %d is drawn at %v, hit at %v", size, m.Number, centre, at)
			}
		}
	}
}

func TestChangeOfThemeRedrawsThePlate(t *testing.T) {
	p := newTestPlate(t, true)
	fyne.CurrentApp().Settings().SetTheme(kit.NewTheme(kit.Options{Mode: kit.ModeDark}))
	p.Refresh()
	if !p.dark {
		t.Error("the drawing keeps the colours of the light theme")
	}
}
