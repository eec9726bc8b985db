package photo_test

import (
	"bytes"
	"image"
	"image/color"
	"sync"
	"testing"

	"skinward/app/photo"
)

// phonePhoto is a 12-megapixel JPEG with as much detail as a phone's.
var phonePhoto = sync.OnceValue(func() []byte {
	tile := skinScene(504, 378, fairTone, 7)
	m := image.NewRGBA(image.Rect(0, 0, 4032, 3024))
	for y := range 3024 {
		for x := range 4032 {
			c := tile.RGBAAt(x/8, y/8)
			n := uint8((x*7919 ^ y*104729) % 13)
			m.SetRGBA(x, y, color.RGBA{min(c.R, 240) + n, min(c.G, 240) + n, min(c.B, 240) + n, 255})
		}
	}
	return encodeJPEG(&testing.B{}, m, 85)
})

func BenchmarkThumbnail12MP(b *testing.B) {
	file := phonePhoto()
	b.ReportAllocs()
	b.ReportMetric(float64(len(file)), "file-bytes")
	for b.Loop() {
		if _, err := (photo.Importer{}).Thumbnail(file); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkProcess12MP(b *testing.B) {
	file := phonePhoto()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := photo.Process(bytes.NewReader(file)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkStrip12MP(b *testing.B) {
	file := note{taken: "2026:11:21 12:22:05", flash: 1, place: true, camera: "Acme"}.inJPEG(phonePhoto())
	b.ReportAllocs()
	for b.Loop() {
		if _, err := photo.Strip(file); err != nil {
			b.Fatal(err)
		}
	}
}

// The compare view: two view copies decoded and drawn at the size of a stage.
func BenchmarkComparePair(b *testing.B) {
	res, err := photo.Process(bytes.NewReader(phonePhoto()))
	if err != nil {
		b.Fatal(err)
	}
	turned := photo.Similarity{Scale: 1.05, Angle: 0.05, DX: 0.01}
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range []photo.Similarity{photo.Identity, turned} {
			m, err := photo.Decode(res.View)
			if err != nil {
				b.Fatal(err)
			}
			photo.Render(photo.RGBA(m), s, photo.FitFrame(1600, 1200, 684, 508), 0.75)
		}
	}
}

func BenchmarkPropose(b *testing.B) {
	land := landscape(3)
	first, second := moved(land, photo.Identity, 1, plainLight), moved(land, photo.Similarity{Scale: 1.05, Angle: 0.05, DX: 0.03}, 0.9, plainLight)
	for b.Loop() {
		if _, _, err := photo.Propose(first, second); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMeasureRedness(b *testing.B) {
	m := skinScene(1600, 1200, fairTone, 2)
	for b.Loop() {
		if _, err := photo.MeasureRedness(m, photo.ColourSRGB, photo.Marks{Area: area}); err != nil {
			b.Fatal(err)
		}
	}
}
