package kit_test

import (
	"context"
	"errors"
	"image"
	"image/color"
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"skinward/assets"
	"skinward/ui/kit"
	"skinward/ui/uitest"
)

// differing counts the pixels in which two pictures of one size differ.
func differing(a, b image.Image) int {
	n := 0
	r := a.Bounds()
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if a.At(x, y) != b.At(x, y) {
				n++
			}
		}
	}
	return n
}

type drawn struct {
	w, h  int
	scale float64
	dark  bool
}

func TestChartIsDrawnAtExactPixelsAndAgainWhenSomethingChanges(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 400, Height: 300})
	var calls []drawn
	c := kit.NewChartView(kit.Inline{}, "chart", 100, 80)
	c.SetRender(func(width, height int, scale float64, dark bool) (image.Image, error) {
		calls = append(calls, drawn{width, height, scale, dark})
		return plain(width, height, color.NRGBA{G: 255, A: 255}), nil
	}, "skin severity by day")
	w.Show(c)
	w.Shot("chart")
	want := drawn{400, 300, 1, false}
	if len(calls) != 1 || calls[0] != want {
		t.Fatalf("drawn %v, want once %v", calls, want)
	}
	w.Shot("chart")
	if len(calls) != 1 {
		t.Errorf("drawn again although nothing changed: %v", calls)
	}
	w.SetTheme(kit.Options{Mode: kit.ModeDark})
	w.Shot("chart")
	if len(calls) != 2 || !calls[1].dark {
		t.Errorf("after the change to dark: %v", calls)
	}
	w.Canvas().(test.WindowlessCanvas).SetScale(2)
	w.Window.Resize(fyne.NewSize(400, 300))
	w.Shot("chart")
	if last := calls[len(calls)-1]; last != (drawn{800, 600, 2, true}) {
		t.Errorf("at scale 2 drawn %v", last)
	}
}

func TestChartHairlineSaysExactValues(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 400, Height: 300})
	c := kit.NewChartView(kit.Inline{}, "chart", 100, 80)
	c.Stops = func(int, int, float64) []kit.ChartStop {
		return []kit.ChartStop{{X: 0.2, Words: "19 Nov: severity 4"}, {X: 0.5, Words: "20 Nov: not recorded"}, {X: 0.8, Words: "21 Nov: severity 6"}}
	}
	c.SetRender(func(width, height int, _ float64, _ bool) (image.Image, error) {
		return plain(width, height, color.White), nil
	}, "")
	w.Show(c)
	w.Shot("hairline")
	w.Canvas().Focus(c)
	w.Key(fyne.KeyRight)
	w.MustSay("19 Nov: severity 4")
	w.Key(fyne.KeyRight)
	w.MustSay("20 Nov: not recorded")
	w.Key(fyne.KeyEnd, fyne.KeyRight)
	w.MustSay("21 Nov: severity 6")
	w.Shot("hairline")
	w.Key(fyne.KeyEscape)
	w.MustNotSay("severity")
	c.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(210, 100)}})
	w.MustSay("20 Nov: not recorded")
	c.MouseOut()
	w.MustNotSay("not recorded")
}

func TestChartThatCannotBeDrawnSaysWhy(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 400, Height: 300})
	c := kit.NewChartView(kit.Inline{}, "chart", 100, 80)
	c.SetRender(func(int, int, float64, bool) (image.Image, error) { return nil, errors.New("too few days: 3 of 14") }, "")
	w.Show(c)
	w.Shot("chart-problem")
	w.MustSay("Too few days: 3 of 14.")
	c.SetRender(func(width, height int, _ float64, _ bool) (image.Image, error) {
		return plain(width, height, color.White), nil
	}, "")
	w.Shot("chart-well")
	w.MustNotSay("Too few days")
}

func TestPicturesKeepWithinTheirLimit(t *testing.T) {
	loads := map[string]int{}
	p := kit.NewPictures(kit.Inline{}, 3*64*48*4, func(_ context.Context, id string) (image.Image, error) {
		loads[id]++
		return plain(64, 48, color.White), nil
	})
	ask := func(id string) { p.Ask("cell", id, func(image.Image, error) {}) }
	for _, id := range []string{"a", "b", "c", "a", "d"} {
		ask(id)
	}
	if p.Bytes() != 3*64*48*4 {
		t.Errorf("keeps %d bytes, the limit is %d", p.Bytes(), 3*64*48*4)
	}
	ask("a") // used lately, so still there; b is the oldest and gone
	ask("b")
	if loads["a"] != 1 || loads["b"] != 2 {
		t.Errorf("loads %v: the least recently used goes first", loads)
	}
	p.Forget("a")
	ask("a")
	if loads["a"] != 2 {
		t.Error("a forgotten picture is loaded again")
	}
}

// late is a runner whose jobs finish when told.
type late struct {
	jobs []func()
}

func (l *late) Run(_ string, work func(context.Context) error, done func(error)) {
	l.jobs = append(l.jobs, func() { done(work(context.Background())) })
}
func (l *late) Cancel(string) {}

func TestAReusedThumbnailDropsTheLatePicture(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 120, Height: 120})
	run := &late{}
	red, blue := color.NRGBA{R: 255, A: 255}, color.NRGBA{B: 255, A: 255}
	thumb := kit.NewThumbnail(kit.NewPictures(run, 1<<20, func(_ context.Context, id string) (image.Image, error) {
		if id == "old" {
			return plain(64, 64, red), nil
		}
		return plain(64, 64, blue), nil
	}), 120, 120, nil)
	w.Show(thumb)
	thumb.Set("old", "")
	thumb.Set("new", "")
	run.jobs[1]()
	run.jobs[0]()
	if got := w.Shot("thumb").At(60, 60); color.NRGBAModel.Convert(got) != blue {
		t.Errorf("the middle is %v, want the picture asked for last", got)
	}
}

func TestThumbnailsAreBlurredUntilPointedAt(t *testing.T) {
	checks := image.NewNRGBA(image.Rect(0, 0, 64, 64))
	for i := range 64 * 64 {
		if (i%64/4+i/64/4)%2 == 0 {
			checks.Set(i%64, i/64, color.White)
		} else {
			checks.Set(i%64, i/64, color.Black)
		}
	}
	w := uitest.New(t, uitest.Setup{Width: 128, Height: 128, Options: kit.Options{BlurThumbnails: true}})
	thumb := kit.NewThumbnail(kit.NewPictures(kit.Inline{}, 1<<20, func(context.Context, string) (image.Image, error) { return checks, nil }), 128, 128, nil)
	thumb.Set("a", "")
	w.Show(thumb)
	blurred := spread(w.Shot("blurred"))
	thumb.MouseIn(nil)
	sharp := spread(w.Shot("sharp"))
	if blurred > sharp/3 {
		t.Errorf("blurred spread %.0f, sharp %.0f: details must be gone", blurred, sharp)
	}
}

// spread is the range of brightness in the middle of a picture.
func spread(p image.Image) float64 {
	low, high := 255.0, 0.0
	b := p.Bounds()
	for y := b.Dy() / 4; y < b.Dy()*3/4; y++ {
		for x := b.Dx() / 4; x < b.Dx()*3/4; x++ {
			g := float64(color.GrayModel.Convert(p.At(x, y)).(color.Gray).Y)
			low, high = min(low, g), max(high, g)
		}
	}
	return high - low
}

const plate = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">
<rect x="0" y="0" width="100" height="50" fill="#ffffff"/>
<line x1="0" y1="25" x2="100" y2="25" stroke="#000000" stroke-width="10"/>
</svg>`

func TestIllustrationScalesStrokesAndRecolours(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 400, Height: 200})
	p := kit.NewIllustration(kit.Inline{}, "plate", []byte(plate), 100, 50, 50, 25)
	p.SetDarkColors(map[string]string{"#ffffff": "#112233"})
	w.Show(p)
	shot := w.Shot("plate")
	black := 0
	for y := range 200 {
		if color.GrayModel.Convert(shot.At(200, y)).(color.Gray).Y < 100 {
			black++
		}
	}
	if black < 38 || black > 42 { // 10 units at 4 pixels a unit
		t.Errorf("the stroke is %d pixels thick, want 40", black)
	}
	w.SetTheme(kit.Options{Mode: kit.ModeDark})
	if got := color.NRGBAModel.Convert(w.Shot("plate-dark").At(20, 20)); got != rgb(0x112233) {
		t.Errorf("the ground on dark is %v", got)
	}
}

func TestIllustrationRegionsAnswerPointerAndKeys(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 400, Height: 300}) // 4 px a unit, 50 px above and below
	p := kit.NewIllustration(kit.Inline{}, "plate", []byte(plate), 100, 50, 50, 25)
	p.SetRegions([]kit.Region{
		{ID: "brain", X: 20, Y: 10, Radius: 5},
		{ID: "gut", X: 60, Y: 30, Points: [][2]float64{{50, 20}, {70, 20}, {70, 40}, {50, 40}}},
	})
	var chosen, pointed []string
	p.OnChosen = func(id string) { chosen = append(chosen, id) }
	p.OnPoint = func(id string) { pointed = append(pointed, id) }
	w.Show(p)
	w.TapAt(80, 90) // 20, 10
	w.TapAt(240, 50+120)
	w.TapAt(380, 60) // nothing there
	w.Key(fyne.KeyRight, fyne.KeyReturn, fyne.KeyLeft, fyne.KeySpace)
	if got := strings.Join(chosen, " "); got != "brain gut brain gut" {
		t.Errorf("chosen %q", got)
	}
	if got := strings.Join(pointed, " "); got != "brain gut" {
		t.Errorf("the arrows pointed at %q", got)
	}
}

var forbidden = regexp.MustCompile(`stroke|style=|class=|<text|<use|<clipPath|<mask|<filter|<image|gradient|transform|currentColor|evenodd|rgba`)

func TestIconsAreFilledShapesOfOneColour(t *testing.T) {
	names, err := fs.Glob(assets.Icons(), "*.svg")
	if err != nil || len(names) < 50 {
		t.Fatalf("%d icons, %v", len(names), err)
	}
	for _, name := range names {
		source, err := fs.ReadFile(assets.Icons(), name)
		if err != nil {
			t.Fatal(err)
		}
		if name == "app.svg" {
			continue
		}
		if bad := forbidden.FindString(string(source)); bad != "" {
			t.Errorf("%s holds %q", name, bad)
		}
		if n := strings.Count(string(source), "#000000"); n != 1 || strings.Count(string(source), "#") != 1 {
			t.Errorf("%s must have the one colour #000000", name)
		}
	}
}

func TestIconsTakeTheRolesColour(t *testing.T) {
	names, err := fs.Glob(assets.Icons(), "*.svg")
	if err != nil {
		t.Fatal(err)
	}
	w := uitest.New(t, uitest.Setup{Width: 48, Height: 48})
	for _, name := range names {
		if name == "app.svg" {
			continue
		}
		w.Show(kit.NewIconSized(strings.TrimSuffix(name, ".svg"), kit.Skin, 48))
		shot := w.Shot("icon")
		full, other := 0, 0
		for i := range 48 * 48 {
			c := color.NRGBAModel.Convert(shot.At(i%48, i/48)).(color.NRGBA)
			switch {
			case c == kit.Skin.In(false):
				full++
			case int(c.B) > int(c.R)+8: // neither ground nor the role nor a mixture of both
				other++
			}
		}
		if full < 20 || other > 0 {
			t.Errorf("%s shows %d pixels in its colour and %d in another", name, full, other)
		}
	}
}
