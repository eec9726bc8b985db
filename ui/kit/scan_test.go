package kit

import (
	"bytes"
	"image"
	"io/fs"
	"path"
	"testing"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"

	"skinward/assets"
)

// Every drawing of the program looks as the library's own scanner draws it.
func TestScannerDrawsWhatTheLibraryDraws(t *testing.T) {
	art := assets.Art()
	names, err := fs.Glob(art, "*.svg")
	if err != nil || len(names) < 20 {
		t.Fatalf("%d drawings found: %v", len(names), err)
	}
	const w, h = 150, 110
	for _, name := range names {
		t.Run(path.Base(name), func(t *testing.T) {
			source, err := fs.ReadFile(art, name)
			if err != nil {
				t.Fatal(err)
			}
			draw := func(scan func(*image.RGBA) rasterx.Scanner) *image.RGBA {
				icon, err := oksvg.ReadIconStream(bytes.NewReader(source), oksvg.IgnoreErrorMode)
				if err != nil {
					t.Fatal(err)
				}
				icon.SetTarget(3, -4, w, h) // over two edges
				out := image.NewRGBA(image.Rect(0, 0, w, h))
				icon.Draw(rasterx.NewDasher(w, h, scan(out)), 1)
				return out
			}
			want := draw(func(p *image.RGBA) rasterx.Scanner { return rasterx.NewScannerGV(w, h, p, p.Bounds()) })
			got := draw(func(p *image.RGBA) rasterx.Scanner { return newScanner(p) })
			worst := 0
			for i := range want.Pix {
				worst = max(worst, int(want.Pix[i])-int(got.Pix[i]), int(got.Pix[i])-int(want.Pix[i]))
			}
			if worst > 4 {
				t.Errorf("a pixel differs by %d of 255", worst)
			}
		})
	}
}

// The guide's opening plate at its size in the window: how long the guide
// stands without its picture, and a lit path takes to appear.
func BenchmarkPlate(b *testing.B) {
	source, err := fs.ReadFile(assets.Art(), "plate.svg")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := drawSVG(source, 600, 585, nil); err != nil {
			b.Fatal(err)
		}
	}
}
