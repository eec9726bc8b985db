package photo_test

import (
	"bytes"
	"sync"
	"testing"

	"skinward/app/photo"
	"skinward/app/photo/phototest"
)

var phonePhoto = sync.OnceValue(func() []byte { return phototest.Phone(1) })

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
	file := phonePhoto()
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
			photo.Render(photo.RGBA(m), s, photo.FitFrame(1200, 1600, 684, 508), 4.0/3)
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
