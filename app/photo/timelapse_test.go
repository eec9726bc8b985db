package photo_test

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/gif"
	"testing"
	"time"

	"skinward/app/photo"
)

func TestTimeLapse(t *testing.T) {
	tones := []color.RGBA{{224, 178, 150, 255}, {142, 94, 66, 255}, {86, 56, 44, 255}}
	var frames []*image.RGBA
	for i, tone := range tones {
		frames = append(frames, skinScene(120, 90, tone, uint64(i)))
	}
	var b bytes.Buffer
	if err := photo.WriteTimeLapse(&b, frames, 700*time.Millisecond); err != nil {
		t.Fatal(err)
	}
	g, err := gif.DecodeAll(&b)
	if err != nil {
		t.Fatal(err)
	}
	if len(g.Image) != 3 || g.Config.Width != 120 || g.Config.Height != 90 || g.LoopCount != 0 {
		t.Fatalf("%d frames of %d × %d, loop %d", len(g.Image), g.Config.Width, g.Config.Height, g.LoopCount)
	}
	for i, m := range g.Image {
		if g.Delay[i] != 70 {
			t.Errorf("frame %d lasts %d hundredths", i, g.Delay[i])
		}
		// Dithering trades places; the mean colour of a frame stays.
		var got, want [3]int
		for y := range 90 {
			for x := range 120 {
				r, gr, bl, _ := m.At(x, y).RGBA()
				c := frames[i].RGBAAt(x, y)
				got[0], got[1], got[2] = got[0]+int(r>>8), got[1]+int(gr>>8), got[2]+int(bl>>8)
				want[0], want[1], want[2] = want[0]+int(c.R), want[1]+int(c.G), want[2]+int(c.B)
			}
		}
		for c := range 3 {
			if d := (got[c] - want[c]) / (90 * 120); d < -2 || d > 2 {
				t.Errorf("frame %d channel %d is off by %d", i, c, d)
			}
		}
	}
}

func TestTimeLapseOfNothing(t *testing.T) {
	one := flat(8, 8, fairTone)
	for name, frames := range map[string][]*image.RGBA{
		"none": nil, "one": {one}, "different sizes": {one, flat(9, 8, fairTone)}, "empty": {image.NewRGBA(image.Rectangle{}), image.NewRGBA(image.Rectangle{})},
	} {
		if err := photo.WriteTimeLapse(&bytes.Buffer{}, frames, time.Second); !errors.Is(err, &photo.Error{Code: photo.CodeNoFrames}) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
