package skin_test

import (
	"bytes"
	"image/jpeg"
	"math"
	"testing"

	"skinward/app/photo"
	"skinward/ui/kit"
	"skinward/ui/uitest"
)

// relit puts a picture into another light: its bytes times gain.
func relit(t *testing.T, picture []byte, gain float64) []byte {
	t.Helper()
	m, err := photo.Decode(picture)
	if err != nil {
		t.Fatal(err)
	}
	rgb := photo.RGBA(m)
	for i, v := range rgb.Pix {
		if i%4 != 3 {
			rgb.Pix[i] = uint8(gain*float64(v) + 0.5)
		}
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, rgb, &jpeg.Options{Quality: 90}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Two photos of one face, the second from another place and in another light:
// two clicks lay it on the first, and the badge says what is between them.
func TestAFaceTurnedEnlargedAndRelit(t *testing.T) {
	for _, tc := range []struct {
		camera photo.Similarity
		gain   float64
		badge  string
	}{
		{photo.Similarity{Scale: 1.12, Angle: 0.14, DX: -0.04, DY: -0.06}, 1, "fair pair"},
		{photo.Similarity{Scale: 0.9, Angle: -0.2, DX: 0.05, DY: 0.12}, 0.83, "careful: darker by a third"},
		{photo.Similarity{Scale: 1.1, Angle: 0.1, DX: -0.03, DY: -0.05}, 0.6, "not comparable: darker by two thirds"},
		{photo.Similarity{Scale: 0.7, Angle: 0.1, DX: 0.15, DY: 0.05}, 1, "careful: taken from nearer"},
	} {
		m := newMemory()
		first := m.add("left cheek", day(9, 14), cheek(640, 480, tones[2], 0.6, 8, photo.Identity), 640, 480)
		second := m.add("left cheek", day(11, 21), relit(t, cheek(640, 480, tones[2], 0.6, 8, tc.camera), tc.gain), 640, 480)
		b := open(t, m, uitest.Setup{Width: 1084, Height: 800}, kit.Route{})
		b.Tap("Align…")
		for _, mole := range []photo.Point{{X: 0.2, Y: 0.15}, {X: 0.78, Y: 0.55}} {
			b.clickMark(false, mole)
			b.clickMark(true, tc.camera.Invert().Apply(mole))
		}
		a, ok := m.get(t, second.Day).AlignmentOnto(first.ID)
		if !ok {
			t.Fatalf("%+v: nothing is stored", tc.camera)
		}
		got := photo.FromRecord(a)
		for _, p := range []photo.Point{{}, {X: 1}, {X: 1, Y: 0.75}, {Y: 0.75}} {
			u, v := got.Apply(p), tc.camera.Apply(p)
			if d := 680 * math.Hypot(u.X-v.X, u.Y-v.Y); d > 2 {
				t.Errorf("%+v: corner %+v lies %.1f pixels off", tc.camera, p, d)
			}
		}
		b.MustSay("aligned by two marks", tc.badge)
	}
}
