package photo_test

import (
	"bytes"
	_ "embed"
	"image"
	"math"
	"testing"
	"time"

	"skinward/app/photo"
)

//go:embed testdata/quarters.webp
var quartersWebP []byte // lossy, 64 × 48

// checkQuarters fails unless m stands upright with its four colours.
func checkQuarters(t *testing.T, encoded []byte, tolerance int) {
	t.Helper()
	m, err := photo.Decode(encoded)
	if err != nil {
		t.Fatal(err)
	}
	for i, got := range quarterMiddles(m) {
		if !near(got, quarterColours[i], tolerance) {
			t.Errorf("quarter %d is %v, want %v", i, got, quarterColours[i])
		}
	}
}

func TestEightOrientationsStandUpright(t *testing.T) {
	upright := quarters(640, 480)
	for o := 1; o <= 8; o++ {
		camera := stored(upright, o)
		n := note{orientation: o, flash: -1}
		files := map[string][]byte{
			"jpeg": n.inJPEG(encodeJPEG(t, camera, 92)),
			"png":  withPNGChunks(encodePNG(t, camera), pngChunkBytes("eXIf", n.tiff())),
		}
		for kind, b := range files {
			res, err := photo.Process(bytes.NewReader(b))
			if err != nil {
				t.Fatalf("%s orientation %d: %v", kind, o, err)
			}
			if res.Width != 640 || res.Height != 480 {
				t.Errorf("%s orientation %d: %d × %d, want 640 × 480", kind, o, res.Width, res.Height)
			}
			if res.Metadata.Orientation != photo.Orientation(o) {
				t.Errorf("%s: orientation %d, want %d", kind, res.Metadata.Orientation, o)
			}
			checkQuarters(t, res.View, 4)
			checkQuarters(t, res.Thumb, 6)
			thumb, err := photo.Importer{}.Thumbnail(b)
			if err != nil {
				t.Fatal(err)
			}
			checkQuarters(t, thumb, 6)
		}
	}
}

func TestFormatIsFoundByContent(t *testing.T) {
	for _, tc := range []struct {
		name   string
		file   []byte
		format photo.Format
		w, h   int
	}{
		{"jpeg", encodeJPEG(t, quarters(90, 60), 90), photo.JPEG, 90, 60},
		{"png", encodePNG(t, quarters(90, 60)), photo.PNG, 90, 60},
		{"webp", quartersWebP, photo.WebP, 64, 48},
		{"extended webp", extendedWebP(quartersWebP, 64, 48, 0, nil, nil), photo.WebP, 64, 48},
	} {
		res, err := photo.Process(bytes.NewReader(tc.file))
		if err != nil {
			t.Fatalf("%s: %v", tc.name, err)
		}
		if res.Format != tc.format || res.Width != tc.w || res.Height != tc.h {
			t.Errorf("%s: %s %d × %d, want %s %d × %d", tc.name, res.Format, res.Width, res.Height, tc.format, tc.w, tc.h)
		}
		if res.Colour != photo.ColourSRGB {
			t.Errorf("%s: colour %q, want srgb", tc.name, res.Colour)
		}
		if res.Hash != photo.HashBytes(tc.file) || res.Bytes != int64(len(tc.file)) {
			t.Errorf("%s: hash or size is not that of the original", tc.name)
		}
		// Lossy WebP codes luma from 16 to 235; a decoder that forgets it would
		// be a tenth too grey.
		checkQuarters(t, res.View, 6)
	}
}

func TestHashIsSHA256(t *testing.T) {
	const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" // FIPS 180-2, B.1
	if got := photo.HashBytes([]byte("abc")); got != abc {
		t.Errorf("HashBytes = %s", got)
	}
	got, n, err := photo.Hash(bytes.NewReader([]byte("abc")))
	if got != abc || n != 3 || err != nil {
		t.Errorf("Hash = %s, %d, %v", got, n, err)
	}
}

func TestCopiesAreBoundedAndNeverEnlarged(t *testing.T) {
	for _, tc := range []struct{ w, h, viewW, viewH, thumbW, thumbH int }{
		{2000, 1000, 1600, 800, 320, 160},
		{1000, 2001, 800, 1600, 160, 320},
		{200, 100, 200, 100, 200, 100},
		{1, 1, 1, 1, 1, 1},
		{1601, 3, 1600, 3, 320, 1},
	} {
		res, err := photo.Process(bytes.NewReader(encodeJPEG(t, quarters(tc.w, tc.h), 85)))
		if err != nil {
			t.Fatalf("%d × %d: %v", tc.w, tc.h, err)
		}
		for _, c := range []struct {
			name string
			b    []byte
			w, h int
		}{{"view", res.View, tc.viewW, tc.viewH}, {"thumb", res.Thumb, tc.thumbW, tc.thumbH}} {
			h, err := photo.Inspect(c.b)
			if err != nil || h.Format != photo.JPEG || h.Width != c.w || h.Height != c.h {
				t.Errorf("%d × %d: %s %+v %v, want %d × %d", tc.w, tc.h, c.name, h, err, c.w, c.h)
			}
		}
	}
}

// A flat field stays flat and a fine checkerboard becomes its mean: no taps
// are lost and nothing aliases.
func TestShrinkKeepsTheMeanAndDoesNotAlias(t *testing.T) {
	m := image.NewGray(image.Rect(0, 0, 3333, 2501))
	for y := range 2501 {
		for x := range 3333 {
			if (x+y)%2 == 0 {
				m.SetGray(x, y, grayOf(200))
			} else {
				m.SetGray(x, y, grayOf(100))
			}
		}
	}
	res, err := photo.Process(bytes.NewReader(encodePNG(t, m)))
	if err != nil {
		t.Fatal(err)
	}
	for name, b := range map[string][]byte{"view": res.View, "thumb": res.Thumb} {
		v, err := photo.Decode(b)
		if err != nil {
			t.Fatal(err)
		}
		lo, hi := 255.0, 0.0
		r := v.Bounds()
		for y := r.Min.Y + 4; y < r.Max.Y-4; y++ {
			for x := r.Min.X + 4; x < r.Max.X-4; x++ {
				g, _, _, _ := v.At(x, y).RGBA()
				lo, hi = math.Min(lo, float64(g>>8)), math.Max(hi, float64(g>>8))
			}
		}
		if lo < 147 || hi > 153 {
			t.Errorf("%s: greys from %.0f to %.0f, want about 150", name, lo, hi)
		}
	}
}

func TestMetadata(t *testing.T) {
	at := time.Date(2026, 11, 21, 12, 22, 5, 0, time.UTC)
	base := encodeJPEG(t, quarters(40, 30), 90)
	for _, tc := range []struct {
		name string
		note note
		want photo.Metadata
	}{
		{
			"all of it",
			note{orientation: 6, taken: "2026:11:21 12:22:05", offset: "+01:00", flash: 0x19, place: true, camera: "Acme"},
			photo.Metadata{Taken: at, Offset: 60, HasOffset: true, Orientation: photo.Rotate90, Flash: true, HasFlash: true, HasLocation: true},
		},
		{"no offset, no flash", note{taken: "2026:11:21 12:22:05", flash: 0x10}, photo.Metadata{Taken: at, Orientation: photo.Upright, HasFlash: true}},
		{"west and half an hour", note{taken: "2026:11:21 12:22:05", offset: "-03:30", flash: -1}, photo.Metadata{Taken: at, Offset: -210, HasOffset: true, Orientation: photo.Upright}},
		{"clock never set", note{taken: "0000:00:00 00:00:00", flash: -1}, photo.Metadata{Orientation: photo.Upright}},
		{"blank clock", note{taken: "    :  :     :  :  ", flash: -1}, photo.Metadata{Orientation: photo.Upright}},
		{"impossible day", note{taken: "2026:02:30 10:00:00", flash: -1}, photo.Metadata{Orientation: photo.Upright}},
		{"orientation out of range", note{orientation: 9, flash: -1}, photo.Metadata{Orientation: photo.Upright}},
	} {
		for kind, b := range map[photo.Format][]byte{
			photo.JPEG: tc.note.inJPEG(base),
			photo.PNG:  withPNGChunks(encodePNG(t, quarters(40, 30)), pngChunkBytes("eXIf", tc.note.tiff())),
			photo.WebP: extendedWebP(quartersWebP, 64, 48, 0x08, nil, riffChunk("EXIF", tc.note.tiff())),
		} {
			if got := photo.ReadMetadata(b, kind); got != tc.want {
				t.Errorf("%s in %s: %+v, want %+v", tc.name, kind, got, tc.want)
			}
		}
	}
}

func TestCopiesCarryNoNotes(t *testing.T) {
	n := note{orientation: 6, taken: "2026:11:21 12:22:05", offset: "+01:00", flash: 1, place: true, camera: "ACMECAM"}
	res, err := photo.Process(bytes.NewReader(n.inJPEG(encodeJPEG(t, quarters(640, 480), 90))))
	if err != nil {
		t.Fatal(err)
	}
	for name, b := range map[string][]byte{"view": res.View, "thumb": res.Thumb} {
		if got := photo.ReadMetadata(b, photo.JPEG); got != (photo.Metadata{Orientation: photo.Upright}) {
			t.Errorf("%s carries %+v", name, got)
		}
		if bytes.Contains(b, []byte("ACMECAM")) || bytes.Contains(b, []byte("Exif")) {
			t.Errorf("%s carries notes", name)
		}
	}
}

func TestTurnedWebPStandsUpright(t *testing.T) {
	// 64 × 48 as stored, to be turned clockwise by 90°.
	b := extendedWebP(quartersWebP, 64, 48, 0x08, nil, riffChunk("EXIF", note{orientation: 6, flash: -1}.tiff()))
	res, err := photo.Process(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	if res.Width != 48 || res.Height != 64 {
		t.Errorf("%d × %d, want 48 × 64", res.Width, res.Height)
	}
	m, err := photo.Decode(res.View)
	if err != nil {
		t.Fatal(err)
	}
	// The top left quarter of the stored picture is at the top right now.
	for i, got := range quarterMiddles(m) {
		if want := quarterColours[(i+3)%4]; !near(got, want, 6) {
			t.Errorf("quarter %d is %v, want %v", i, got, want)
		}
	}
}
