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
