package photo_test

import (
	"fmt"
	"image"
	"image/color"
	"math/rand/v2"
	"slices"
	"testing"

	"golang.org/x/image/draw"

	"skinward/app/photo"
)

// smear is a running mean of 2n+1 pixels along one axis: what a moving hand
// does to a picture.
func smear(m *image.RGBA, n, dx, dy int) *image.RGBA {
	out := image.NewRGBA(m.Rect)
	w, h := m.Rect.Dx(), m.Rect.Dy()
	for y := range h {
		for x := range w {
			var sum [3]int
			count := 0
			for d := -n; d <= n; d++ {
				u, v := x+d*dx, y+d*dy
				if u < 0 || v < 0 || u >= w || v >= h {
					continue
				}
				q := m.Pix[v*m.Stride+u*4:]
				sum[0], sum[1], sum[2], count = sum[0]+int(q[0]), sum[1]+int(q[1]), sum[2]+int(q[2]), count+1
			}
			out.SetRGBA(x, y, color.RGBA{uint8(sum[0] / count), uint8(sum[1] / count), uint8(sum[2] / count), 255})
		}
	}
	return out
}

// asView enlarges a picture to the size of a view copy and gives it grain of
// that standard deviation and the marks of compression.
func asView(t *testing.T, m *image.RGBA, grain float64, quality int) image.Image {
	t.Helper()
	big := image.NewRGBA(image.Rect(0, 0, m.Rect.Dx()*2, m.Rect.Dy()*2))
	draw.BiLinear.Scale(big, big.Rect, m, m.Rect, draw.Src, nil)
	rng := rand.New(rand.NewPCG(3, 9))
	for i, v := range big.Pix {
		if grain > 0 && i%4 != 3 {
			big.Pix[i] = uint8(min(255, max(0, float64(v)+grain*rng.NormFloat64()+0.5)))
		}
	}
	view, err := photo.Decode(encodeJPEG(t, big, quality))
	if err != nil {
		t.Fatal(err)
	}
	return view
}

// Whatever the skin and the compression, and with the grain that a phone's photo
// has left in its view copy, a crisp photo is not called blurred, and one out of
// focus or shaken is not a fair pair with it.
func TestSharpnessOverTonesGrainAndCompression(t *testing.T) {
	for _, tone := range []color.RGBA{{236, 205, 186, 255}, {142, 94, 66, 255}, {60, 40, 33, 255}} {
		crisp := pores(skinScene(640, 480, tone, 4))
		blurred := map[string]*image.RGBA{
			"out of focus": smear(smear(crisp, 8, 1, 0), 8, 0, 1),
			"shaken":       smear(crisp, 12, 1, 1),
		}
		for _, taken := range []struct {
			grain   float64
			quality int
		}{{0, 92}, {0, 60}, {0.8, 90}} {
			what := fmt.Sprintf("tone %v, grain %g, quality %d", tone, taken.grain, taken.quality)
			q := photo.Judge(asView(t, crisp, taken.grain, taken.quality), photo.ColourSRGB, nil)
			if f := photo.Compare(q, q, nil); f.Grade != photo.Fair {
				t.Errorf("%s, crisp: %q (%.3f)", what, f, q.Sharp)
			}
			for name, m := range blurred {
				b := photo.Judge(asView(t, m, taken.grain, taken.quality), photo.ColourSRGB, nil)
				f := photo.Compare(q, b, nil)
				if len(f.Reasons) == 0 || f.Reasons[0].Cause != photo.CauseBlurred && f.Reasons[0].Cause != photo.CauseLessSharp {
					t.Errorf("%s, %s: %q (%.3f beside %.3f)", what, name, f, b.Sharp, q.Sharp)
				}
			}
		}
	}
}

// dimmed is a picture in so much of its light, in bytes.
func dimmed(m *image.RGBA, gain float64) *image.RGBA {
	out := image.NewRGBA(m.Rect)
	for i, v := range m.Pix {
		out.Pix[i] = v
		if i%4 != 3 {
			out.Pix[i] = uint8(float64(v)*gain + 0.5)
		}
	}
	return out
}

// The grain of a dim room is no detail: a blurred photo full of it is not called
// sharp, and a crisp one is not called blurred for it.
func TestGrainOfADimRoomIsNotSharpness(t *testing.T) {
	for i, tone := range []color.RGBA{{236, 205, 186, 255}, {142, 94, 66, 255}, {90, 62, 50, 255}} {
		crisp := pores(skinScene(640+80*i, 480+60*i, tone, 4)) // a view copy is 1,280 to 1,600 wide
		blurred := smear(smear(crisp, 8, 1, 0), 8, 0, 1)
		judge := func(m *image.RGBA, grain float64) photo.Quality {
			return photo.Judge(asView(t, m, grain, 90), photo.ColourSRGB, nil)
		}
		bright := judge(crisp, 0.5)
		unsharp := func(m *image.RGBA, grain float64) bool {
			q := judge(m, grain)
			t.Logf("tone %v, grain %g: %.3f, bright %.3f", tone, grain, q.Sharp, bright.Sharp)
			return slices.ContainsFunc(photo.Compare(bright, q, nil).Reasons, func(r photo.Reason) bool {
				return r.Cause == photo.CauseBlurred || r.Cause == photo.CauseLessSharp
			})
		}
		if !unsharp(blurred, 0.5) {
			t.Errorf("tone %v: the blurred one passes for sharp", tone)
		}
		for _, grain := range []float64{0.5, 1, 1.5, 2, 3, 4, 6, 9} {
			if !unsharp(dimmed(blurred, 0.6), grain) {
				t.Errorf("tone %v, grain %g: the blurred one passes for sharp", tone, grain)
			}
			if grain < 6 && unsharp(dimmed(crisp, 0.6), grain) {
				t.Errorf("tone %v, grain %g: the crisp one passes for blurred", tone, grain)
			}
		}
	}
}
