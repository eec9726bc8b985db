package photo_test

import (
	"errors"
	"image"
	"image/color"
	"math"
	"testing"

	"skinward/app/photo"
)

// landscape is a stretch of skin half as wide again as any photo of it, so that
// no photo shows an edge. The middle 640 × 480 of it is the first photo.
func landscape(seed uint64) *image.RGBA { return skinScene(960, 720, fairTone, seed) }

// moved is the photo whose point p shows what the first photo has at
// s.Apply(p). gain and cast change the light, which also falls off to the right.
func moved(land *image.RGBA, s photo.Similarity, gain float64, cast color.RGBA) *image.RGBA {
	toFirst := photo.Similarity{Scale: 1.5, DX: -0.25, DY: -0.1875}
	out := photo.Render(land, toFirst.Then(s.Invert()), photo.FitFrame(640, 480, 640, 480), 0.75)
	for i := 0; i < len(out.Pix); i += 4 {
		light := gain * (1 - 0.15*float64(i/4%640)/640)
		for c, k := range []uint8{cast.R, cast.G, cast.B} {
			out.Pix[i+c] = uint8(min(255, float64(out.Pix[i+c])*light*float64(k)/255))
		}
	}
	return out
}

var plainLight = color.RGBA{255, 255, 255, 255}

// worstCorner is the largest distance, in pixels of a picture 700 wide, between
// where two similarities lay the corners of a picture.
func worstCorner(a, b photo.Similarity, aspect float64) float64 {
	worst := 0.0
	for _, p := range []photo.Point{{X: 0, Y: 0}, {X: 1, Y: 0}, {X: 0, Y: aspect}, {X: 1, Y: aspect}} {
		u, v := a.Apply(p), b.Apply(p)
		worst = math.Max(worst, 700*math.Hypot(u.X-v.X, u.Y-v.Y))
	}
	return worst
}

func TestTwoMarksGiveBackTheMotion(t *testing.T) {
	for _, want := range []photo.Similarity{
		{Scale: 1}, {Scale: 1, DX: 0.2, DY: -0.1}, {Scale: 1.3, Angle: 0.4, DX: 0.05}, {Scale: 0.6, Angle: -2.8, DX: 0.9, DY: 0.7},
	} {
		second := []photo.Point{{X: 0.2, Y: 0.3}, {X: 0.7, Y: 0.4}}
		first := []photo.Point{want.Apply(second[0]), want.Apply(second[1])}
		got, err := photo.AlignMarks(first, second)
		if err != nil {
			t.Fatal(err)
		}
		if d := worstCorner(got, want, 0.75); d > 1e-9 {
			t.Errorf("%+v: found %+v, %g pixels off", want, got, d)
		}
		if back := got.Invert().Apply(got.Apply(second[0])); math.Hypot(back.X-0.2, back.Y-0.3) > 1e-12 {
			t.Errorf("%+v: the inverse leads to %+v", want, back)
		}
	}
}

// Clicks are a pixel or two off; at screen size the picture stays as close.
func TestTwoClicksAlignWithinAPixelOrTwo(t *testing.T) {
	want := photo.Similarity{Scale: 1.15, Angle: 0.2, DX: -0.06, DY: 0.09}
	click := func(p photo.Point, dx, dy float64) photo.Point {
		return photo.Point{X: (math.Round(p.X*700) + dx) / 700, Y: (math.Round(p.Y*700) + dy) / 700}
	}
	second := []photo.Point{{X: 0.15, Y: 0.2}, {X: 0.85, Y: 0.6}}
	first := []photo.Point{want.Apply(second[0]), want.Apply(second[1])}
	got, err := photo.AlignMarks(
		[]photo.Point{click(first[0], 0.5, 0), click(first[1], 0, -0.5)}, []photo.Point{click(second[0], 0, 0.5), click(second[1], -0.5, 0)})
	if err != nil {
		t.Fatal(err)
	}
	if d := worstCorner(got, want, 0.75); d > 2 {
		t.Errorf("%.2f pixels off at 700 pixels", d)
	}
}

func TestMarksThatFixNothingAreRefused(t *testing.T) {
	p := func(x, y float64) photo.Point { return photo.Point{X: x, Y: y} }
	for name, m := range map[string][2][]photo.Point{
		"one pair":         {{p(0, 0)}, {p(0, 0)}},
		"uneven":           {{p(0, 0), p(1, 1)}, {p(0, 0)}},
		"one spot":         {{p(0.5, 0.5), p(0.501, 0.5)}, {p(0, 0), p(1, 0)}},
		"one spot, second": {{p(0, 0), p(1, 0)}, {p(0.5, 0.5), p(0.501, 0.5)}},
		"six times":        {{p(0, 0), p(0.9, 0)}, {p(0, 0), p(0.15, 0)}},
		"no number":        {{p(0, 0), p(math.NaN(), 0)}, {p(0, 0), p(0.5, 0)}},
		"infinite":         {{p(0, 0), p(math.Inf(1), 0)}, {p(0, 0), p(0.5, 0)}},
	} {
		if s, err := photo.AlignMarks(m[0], m[1]); !errors.Is(err, &photo.Error{Code: photo.CodeMarks}) {
			t.Errorf("%s: %+v, %v", name, s, err)
		}
	}
}

func TestProposalFindsKnownMotions(t *testing.T) {
	land := landscape(11)
	scene := moved(land, photo.Identity, 1, plainLight)
	for _, tc := range []struct {
		name string
		s    photo.Similarity
		gain float64
		cast color.RGBA
	}{
		{"nothing", photo.Identity, 1, plainLight},
		{"shifted", photo.Similarity{Scale: 1, DX: 0.11, DY: -0.07}, 1, plainLight},
		{"shifted, brighter", photo.Similarity{Scale: 1, DX: -0.08, DY: 0.05}, 1.15, plainLight},
		{"turned 8°", photo.Similarity{Scale: 1, Angle: 8 * math.Pi / 180, DX: 0.05}, 0.9, plainLight},
		{"nearer by a tenth, warm", photo.Similarity{Scale: 1.1, Angle: -0.06, DX: -0.03, DY: -0.04}, 0.85, color.RGBA{255, 236, 215, 255}},
		{"further by a sixth", photo.Similarity{Scale: 0.86, Angle: 0.1, DX: 0.1, DY: 0.02}, 1, plainLight},
	} {
		second := moved(land, tc.s, tc.gain, tc.cast)
		got, correlation, err := photo.Propose(scene, second)
		if err != nil {
			t.Errorf("%s: %v (correlation %.2f)", tc.name, err, correlation)
			continue
		}
		if d := worstCorner(got, tc.s, 0.75); d > 2 || correlation < photo.MinCorrelation {
			t.Errorf("%s: %.2f pixels off, correlation %.2f, %+v", tc.name, d, correlation, got)
		}
	}
}

func TestProposalIsWithheldWhereThereIsNone(t *testing.T) {
	land := landscape(11)
	scene := moved(land, photo.Identity, 1, plainLight)
	for name, second := range map[string]image.Image{
		"another place": skinScene(640, 480, fairTone, 99),
		"upside down":   moved(land, photo.Similarity{Scale: 1, Angle: math.Pi, DX: 1, DY: 0.75}, 1, plainLight),
		"flat":          flat(640, 480, fairTone),
		"tiny":          flat(4, 4, fairTone),
	} {
		if s, c, err := photo.Propose(scene, second); !errors.Is(err, &photo.Error{Code: photo.CodeNoMatch}) {
			t.Errorf("%s: proposed %+v with %.2f (%v)", name, s, c, err)
		}
	}
}

func TestRenderKeepsWhatItShows(t *testing.T) {
	m := quarters(400, 300)
	for _, size := range []struct{ w, h int }{{400, 300}, {100, 75}, {800, 600}, {300, 300}} {
		f := photo.FitFrame(400, 300, size.w, size.h)
		out := photo.Render(m, photo.Identity, f, 0.75)
		for i, p := range []photo.Point{{X: 0.25, Y: 0.19}, {X: 0.75, Y: 0.19}, {X: 0.75, Y: 0.56}, {X: 0.25, Y: 0.56}} {
			x, y := f.ToBox(p, 0.75)
			if got := out.RGBAAt(int(x), int(y)); got != quarterColours[i] {
				t.Errorf("%v: quarter %d is %v", size, i, got)
			}
			if back := f.FromBox(x, y, 0.75); math.Hypot(back.X-p.X, back.Y-p.Y) > 1e-9 {
				t.Errorf("%v: %+v comes back as %+v", size, p, back)
			}
		}
	}
	// A square box leaves stripes above and below empty.
	out := photo.Render(m, photo.Identity, photo.FitFrame(400, 300, 300, 300), 0.75)
	if out.RGBAAt(150, 5).A != 0 || out.RGBAAt(150, 295).A != 0 || out.RGBAAt(150, 150).A != 255 {
		t.Error("the picture does not lie in the middle of its box")
	}
}
