package photo_test

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/draw"
	"math"
	"math/rand/v2"
	"testing"

	"skinward/app/journal"
	"skinward/app/photo"
)

// Skin patches: the a* follow from the definition, written out by hand in
// refLab below with no table and no shared code.
var skinTones = map[string]color.RGBA{
	"fair": {224, 178, 150, 255}, "fair, sore": {214, 132, 112, 255}, "olive": {188, 140, 104, 255},
	"brown": {142, 94, 66, 255}, "brown, sore": {140, 74, 58, 255}, "dark": {86, 56, 44, 255}, "dark, sore": {98, 52, 44, 255},
}

// refA computes a* of an sRGB colour seen under channel gains, straight from
// IEC 61966-2-1 and CIE 15.
func refA(r, g, b float64) float64 {
	return refAOf(r, g, b, [6]float64{0.4124, 0.3576, 0.1805, 0.2126, 0.7152, 0.0722})
}

// refAOfP3 does so for Display P3 (SMPTE EG 432-1).
func refAOfP3(r, g, b float64) float64 {
	return refAOf(r, g, b, [6]float64{0.4866, 0.2657, 0.1982, 0.2290, 0.6917, 0.0793})
}

func refAOf(r, g, b float64, xy [6]float64) float64 {
	lin := func(v float64) float64 {
		v /= 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	R, G, B := lin(r), lin(g), lin(b)
	x := (xy[0]*R + xy[1]*G + xy[2]*B) / 0.9505
	y := xy[3]*R + xy[4]*G + xy[5]*B
	f := func(t float64) float64 {
		if t > 0.008856 {
			return math.Pow(t, 1.0/3)
		}
		return 7.787*t + 16.0/116
	}
	return 500 * (f(x) - f(y))
}

// cast puts a colour under another light, in linear light.
func cast(c color.RGBA, gain [3]float64) color.RGBA {
	one := func(v uint8, k float64) uint8 {
		x := float64(v) / 255
		if x <= 0.04045 {
			x /= 12.92
		} else {
			x = math.Pow((x+0.055)/1.055, 2.4)
		}
		x = min(1, x*k)
		if x <= 0.0031308 {
			x *= 12.92
		} else {
			x = 1.055*math.Pow(x, 1/2.4) - 0.055
		}
		return uint8(math.Round(255 * x))
	}
	return color.RGBA{one(c.R, gain[0]), one(c.G, gain[1]), one(c.B, gain[2]), 255}
}

// scene is skin with a card in the right third, control skin at the bottom
// left, noise, and JPEG in between, as a phone would deliver it.
func scene(t *testing.T, skin, control, card color.RGBA, gain [3]float64, noise float64) image.Image {
	m := image.NewRGBA(image.Rect(0, 0, 600, 400))
	draw.Draw(m, image.Rect(0, 0, 400, 280), image.NewUniform(cast(skin, gain)), image.Point{}, draw.Src)
	draw.Draw(m, image.Rect(0, 280, 400, 400), image.NewUniform(cast(control, gain)), image.Point{}, draw.Src)
	draw.Draw(m, image.Rect(400, 0, 600, 400), image.NewUniform(cast(card, gain)), image.Point{}, draw.Src)
	rng := rand.New(rand.NewPCG(5, 5))
	for i, v := range m.Pix {
		if i%4 != 3 {
			m.Pix[i] = uint8(min(255, max(0, math.Round(float64(v)+noise*rng.NormFloat64()))))
		}
	}
	view, err := photo.Decode(encodeJPEG(t, m, 85))
	if err != nil {
		t.Fatal(err)
	}
	return view
}

var (
	area      = journal.Region{X: 0.1, Y: 0.1, W: 0.4, H: 0.4, Oval: true}
	calm      = journal.Region{X: 0.1, Y: 0.8, W: 0.4, H: 0.15}
	cardMark  = journal.Region{X: 0.72, Y: 0.2, W: 0.2, H: 0.5}
	noGain    = [3]float64{1, 1, 1}
	grey18    = color.RGBA{118, 118, 118, 255} // 18 % in sRGB
	paper90   = color.RGBA{243, 243, 243, 255} // 90 %
	warmLight = [3]float64{1.18, 1, 0.78}
	coolDim   = [3]float64{0.62, 0.7, 0.8}
	brighter  = [3]float64{1.03, 1.03, 1.03}
)

func TestGreyIsNotRed(t *testing.T) {
	for _, v := range []uint8{40, 119, 230} {
		r, err := photo.MeasureRedness(flat(64, 64, color.RGBA{v, v, v, 255}), photo.ColourSRGB, photo.Marks{Area: journal.Region{W: 1, H: 1}})
		if err != nil || math.Abs(r.A) > 0.05 || math.Abs(r.Erythema) > 1e-9 {
			t.Errorf("grey %d: %+v, %v", v, r, err)
		}
	}
}

// A phone's Display P3 photo read as sRGB would seem two to six less red.
func TestDisplayP3IsMeasuredAsSeen(t *testing.T) {
	file := withJPEGSegments(encodeJPEG(t, flat(64, 64, color.RGBA{208, 136, 116, 255}), 95),
		jpegSegment(0xe2, append([]byte("ICC_PROFILE\x00\x01\x01"), displayP3()...)))
	res, err := photo.Process(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	view, err := photo.Decode(res.View)
	if err != nil {
		t.Fatal(err)
	}
	r, err := photo.MeasureRedness(view, res.Colour, photo.Marks{Area: journal.Region{W: 1, H: 1}})
	if err != nil {
		t.Fatal(err)
	}
	if want := refAOfP3(208, 136, 116); math.Abs(r.A-want) > 0.5 {
		t.Errorf("a* %.2f, want %.2f within 0.5", r.A, want)
	}
	if asSRGB := refA(208, 136, 116); r.A-asSRGB < 2 {
		t.Errorf("a* %.2f is that of the reading as sRGB, %.2f", r.A, asSRGB)
	}
}

func TestKnownPatchesWithinHalfAnA(t *testing.T) {
	for name, skin := range skinTones {
		want := refA(float64(skin.R), float64(skin.G), float64(skin.B))
		view := scene(t, skin, skin, grey18, noGain, 4)
		r, err := photo.MeasureRedness(view, photo.ColourSRGB, photo.Marks{Area: area})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if math.Abs(r.A-want) > 0.5 {
			t.Errorf("%s: a* %.2f, want %.2f within 0.5", name, r.A, want)
		}
		if r.Corrected || r.Over.IsSet() || r.Spread <= 0 || r.Spread > 10 {
			t.Errorf("%s: %+v", name, r)
		}
	}
}

func TestCardTakesTheCastOut(t *testing.T) {
	for name, skin := range skinTones {
		want := refA(float64(skin.R), float64(skin.G), float64(skin.B))
		for light, gain := range map[string][3]float64{"warm": warmLight, "cool and dim": coolDim, "a little bright": brighter} {
			for _, card := range []struct {
				name  string
				c     color.RGBA
				white bool
			}{{"grey", grey18, false}, {"white", paper90, true}} {
				if card.white && light != "cool and dim" {
					continue // white paper is burnt out in bright light, and refused
				}
				m := photo.Marks{Area: area, Control: &calm, Card: &journal.Card{Region: cardMark, White: card.white}}
				r, err := photo.MeasureRedness(scene(t, skin, fairTone, card.c, gain, 4), photo.ColourSRGB, m)
				if err != nil {
					t.Errorf("%s, %s light, %s card: %v", name, light, card.name, err)
					continue
				}
				if math.Abs(r.A-want) > 0.6 || !r.Corrected {
					t.Errorf("%s, %s light, %s card: a* %.2f, want %.2f within 0.6", name, light, card.name, r.A, want)
				}
				over, ok := r.Over.Get()
				if wantOver := want - refA(224, 178, 150); !ok || math.Abs(over-wantOver) > 0.9 {
					t.Errorf("%s, %s light: %.2f over control skin, want %.2f", name, light, over, wantOver)
				}
			}
		}
	}
}

func TestErythemaIndexIsThatOfItsDefinition(t *testing.T) {
	// Linear reflectances 0.5 and 0.25 differ by log10 2.
	c := cast(color.RGBA{255, 255, 255, 255}, [3]float64{0.5, 0.25, 0.25})
	r, err := photo.MeasureRedness(flat(32, 32, c), photo.ColourSRGB, photo.Marks{Area: journal.Region{W: 1, H: 1}})
	if err != nil || math.Abs(r.Erythema-30.10) > 0.5 {
		t.Errorf("erythema index %.2f, want 30.10 (%v)", r.Erythema, err)
	}
}

func TestMeasurementsThatWouldLieAreRefused(t *testing.T) {
	skin := skinTones["fair"]
	view := scene(t, skin, skin, grey18, noGain, 3)
	uneven := image.NewRGBA(image.Rect(0, 0, 200, 200))
	for i := 0; i < len(uneven.Pix); i += 4 {
		v := uint8(40 + i/4%200)
		uneven.Pix[i], uneven.Pix[i+1], uneven.Pix[i+2], uneven.Pix[i+3] = v, v, v, 255
	}
	card := func(r journal.Region) *journal.Card { return &journal.Card{Region: r} }
	for _, tc := range []struct {
		name string
		view image.Image
		c    photo.Colour
		m    photo.Marks
		code photo.Code
	}{
		{"outside", view, photo.ColourSRGB, photo.Marks{Area: journal.Region{X: 0.9, Y: 0, W: 0.3, H: 0.3}}, photo.CodeArea},
		{"negative", view, photo.ColourSRGB, photo.Marks{Area: journal.Region{X: -0.1, W: 0.3, H: 0.3}}, photo.CodeArea},
		{"no number", view, photo.ColourSRGB, photo.Marks{Area: journal.Region{X: math.NaN(), W: 0.3, H: 0.3}}, photo.CodeArea},
		{"one pixel", view, photo.ColourSRGB, photo.Marks{Area: journal.Region{X: 0.5, Y: 0.5, W: 1.0 / 600, H: 1.0 / 400}}, photo.CodeArea},
		{"burnt out", flat(90, 90, color.RGBA{255, 220, 200, 255}), photo.ColourSRGB, photo.Marks{Area: area}, photo.CodeArea},
		{"black", flat(90, 90, color.RGBA{2, 1, 1, 255}), photo.ColourSRGB, photo.Marks{Area: area}, photo.CodeArea},
		{"unknown colours", view, photo.ColourUnknown, photo.Marks{Area: area}, photo.CodeProfile},
		{"clipped card", scene(t, skin, skin, color.RGBA{254, 254, 254, 255}, noGain, 0), photo.ColourSRGB, photo.Marks{Area: area, Card: card(cardMark)}, photo.CodeCard},
		{"black card", scene(t, skin, skin, color.RGBA{12, 12, 12, 255}, noGain, 0), photo.ColourSRGB, photo.Marks{Area: area, Card: card(cardMark)}, photo.CodeCard},
		{"uneven card", uneven, photo.ColourSRGB, photo.Marks{Area: area, Card: card(cardMark)}, photo.CodeCard},
		{"card mark over the edge of the card", view, photo.ColourSRGB, photo.Marks{Area: area, Card: card(journal.Region{X: 0.5, Y: 0.2, W: 0.4, H: 0.5})}, photo.CodeCard},
		{"control outside", view, photo.ColourSRGB, photo.Marks{Area: area, Control: &journal.Region{X: 1, W: 1, H: 1}}, photo.CodeArea},
	} {
		r, err := photo.MeasureRedness(tc.view, tc.c, tc.m)
		if !errors.Is(err, &photo.Error{Code: tc.code}) {
			t.Errorf("%s: %+v, %v, want %s", tc.name, r, err, tc.code)
		}
	}
}
