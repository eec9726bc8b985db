package photo_test

import (
	"image"
	"image/color"
	"strings"
	"testing"

	"skinward/app/journal"
	"skinward/app/photo"
)

// soften blurs a picture by a running mean of 2r+1 pixels both ways.
func soften(m *image.RGBA, r int) *image.RGBA {
	out := image.NewRGBA(m.Rect)
	w, h := m.Rect.Dx(), m.Rect.Dy()
	for y := range h {
		for x := range w {
			var sum [3]int
			n := 0
			for dy := -r; dy <= r; dy++ {
				for dx := -r; dx <= r; dx++ {
					if x+dx >= 0 && x+dx < w && y+dy >= 0 && y+dy < h {
						c := m.RGBAAt(x+dx, y+dy)
						sum[0], sum[1], sum[2], n = sum[0]+int(c.R), sum[1]+int(c.G), sum[2]+int(c.B), n+1
					}
				}
			}
			out.SetRGBA(x, y, color.RGBA{uint8(sum[0] / n), uint8(sum[1] / n), uint8(sum[2] / n), 255})
		}
	}
	return out
}

// pores adds the fine grain that a crisp photo of skin has.
func pores(m *image.RGBA) *image.RGBA {
	out := image.NewRGBA(m.Rect)
	copy(out.Pix, m.Pix)
	for i := range out.Pix {
		if i%4 != 3 {
			x, y := i/4%m.Rect.Dx(), i/4/m.Rect.Dx()
			g := int((uint32(x*73856093)^uint32(y*19349663))>>7%17) - 8
			out.Pix[i] = uint8(min(255, max(0, int(out.Pix[i])+g)))
		}
	}
	return out
}

func TestFairnessBadge(t *testing.T) {
	land := pores(landscape(21))
	first := moved(land, photo.Identity, 1, plainLight)
	for _, tone := range []color.RGBA{fairTone, {86, 56, 44, 255}} {
		crisp := pores(skinScene(640, 480, tone, 4))
		q := photo.Judge(crisp, photo.ColourSRGB, nil)
		if f := photo.Compare(q, photo.Judge(soften(crisp, 5), photo.ColourSRGB, nil), nil); f.String() != "not comparable: blurred" {
			t.Errorf("tone %v, out of focus: %q", tone, f)
		}
		if f := photo.Compare(q, q, nil); f.String() != "fair pair" {
			t.Errorf("tone %v, the same photo: %q", tone, f)
		}
	}
	s := func(scale, angle float64) *photo.Similarity { return &photo.Similarity{Scale: scale, Angle: angle} }
	for _, tc := range []struct {
		name  string
		gain  float64
		light color.RGBA
		s     *photo.Similarity
		want  string
		grade photo.Grade
	}{
		{"same light", 1, plainLight, s(1, 0), "fair pair", photo.Fair},
		{"a little darker", 0.94, plainLight, nil, "fair pair", photo.Fair},
		// Bytes × 0.84 are light × 0.68.
		{"darker", 0.84, plainLight, nil, "careful: darker by a third", photo.Careful},
		{"much darker", 0.6, plainLight, nil, "not comparable: darker by two thirds", photo.NotComparable},
		{"lamp", 1, color.RGBA{255, 245, 225, 255}, nil, "careful: warmer light", photo.Careful},
		{"shade", 0.97, color.RGBA{232, 246, 255, 255}, nil, "careful: cooler light", photo.Careful},
		{"candle", 1, color.RGBA{255, 235, 170, 255}, nil, "not comparable: warmer light", photo.NotComparable},
		{"from afar", 1, plainLight, s(1.5, 0), "careful: taken from further away", photo.Careful},
		{"from close by", 1, plainLight, s(0.4, 0), "not comparable: taken from nearer", photo.NotComparable},
		{"turned", 1, plainLight, s(1, 0.7), "careful: turned by 40°", photo.Careful},
	} {
		second := moved(land, photo.Identity, tc.gain, tc.light)
		f := photo.Compare(photo.Judge(first, photo.ColourSRGB, nil), photo.Judge(second, photo.ColourSRGB, nil), tc.s)
		if f.String() != tc.want || f.Grade != tc.grade {
			t.Errorf("%s: %q (%+v), want %q", tc.name, f, f.Reasons, tc.want)
		}
		if f.Aligned != (tc.s != nil) {
			t.Errorf("%s: aligned %v", tc.name, f.Aligned)
		}
	}
	q := photo.Judge(first, photo.ColourUnknown, nil)
	if f := photo.Compare(q, q, nil); !strings.HasPrefix(f.String(), "not comparable: colours") {
		t.Errorf("unknown colours: %q", f)
	}
}

// Skin that is redder in one photo looks like another light; the cards in both
// photos tell the two apart.
func TestCardsJudgeTheLight(t *testing.T) {
	judge := func(skin color.RGBA, gain [3]float64, mark *journal.Card) photo.Quality {
		return photo.Judge(scene(t, skin, skin, grey18, gain, 5), photo.ColourSRGB, mark)
	}
	card := &journal.Card{Region: cardMark}
	calm, sore := color.RGBA{214, 168, 140, 255}, color.RGBA{206, 96, 84, 255}
	if f := photo.Compare(judge(sore, noGain, card), judge(calm, noGain, card), nil); f.Grade != photo.Fair {
		t.Errorf("same light, calmer skin: %q", f)
	}
	if f := photo.Compare(judge(calm, noGain, card), judge(calm, warmLight, card), nil); f.Reasons == nil || f.Reasons[0].Cause != photo.CauseWarmer {
		t.Errorf("warmer light: %q", f)
	}
	// A card in one photo only decides nothing.
	if one, none := photo.Compare(judge(calm, noGain, card), judge(calm, noGain, nil), nil), photo.Compare(judge(calm, noGain, nil), judge(calm, noGain, nil), nil); one.String() != none.String() {
		t.Errorf("with one card %q, without %q", one, none)
	}
}
