package photo_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"os"
	"testing"

	"skinward/app/photo"
)

// peakNoise is the peak signal to noise ratio of two pictures in decibels:
// above 35 the eye sees no difference.
func peakNoise(t *testing.T, a, b image.Image) float64 {
	t.Helper()
	if a.Bounds().Size() != b.Bounds().Size() {
		t.Fatalf("%v and %v", a.Bounds(), b.Bounds())
	}
	p, q := photo.RGBA(a), photo.RGBA(b)
	sum := 0.0
	for i := range p.Pix {
		d := float64(p.Pix[i]) - float64(q.Pix[i])
		sum += d * d
	}
	return 10 * math.Log10(255*255*float64(len(p.Pix))/max(sum, 1e-9))
}

func decodeStrictly(t *testing.T, b []byte) image.Image {
	t.Helper()
	m, err := jpeg.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// The copies of a large baseline JPEG, which is decoded at a part of its size,
// look like those of the same pixels decoded whole, which a PNG is.
func TestLargeJPEGsLookTheSameAtEverySize(t *testing.T) {
	tile := pores(skinScene(700, 525, fairTone, 3))
	for _, tc := range []struct {
		name string
		w, h int
	}{
		{"a half and a quarter", 3333, 1099}, {"an eighth", 13_003, 90}, {"upright", 901, 3601},
	} {
		m := image.NewRGBA(image.Rect(0, 0, tc.w, tc.h))
		for y := range tc.h {
			for x := range tc.w {
				m.SetRGBA(x, y, tile.RGBAAt(x*700/tc.w, y*525/tc.h))
			}
		}
		file := encodeJPEG(t, m, 90)
		whole := encodePNG(t, photo.RGBA(decodeStrictly(t, file)))
		small, err := photo.Process(bytes.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		exact, err := photo.Process(bytes.NewReader(whole))
		if err != nil {
			t.Fatal(err)
		}
		if small.Width != tc.w || small.Height != tc.h {
			t.Errorf("%s: %d × %d, want %d × %d", tc.name, small.Width, small.Height, tc.w, tc.h)
		}
		for _, pair := range [][2][]byte{{small.View, exact.View}, {small.Thumb, exact.Thumb}} {
			if db := peakNoise(t, decodeStrictly(t, pair[0]), decodeStrictly(t, pair[1])); db < 35 {
				t.Errorf("%s: %.1f dB from the whole", tc.name, db)
			}
		}
		thumb, err := photo.Importer{}.Thumbnail(file)
		if err != nil {
			t.Fatal(err)
		}
		if db := peakNoise(t, decodeStrictly(t, thumb), decodeStrictly(t, exact.Thumb)); db < 33 {
			t.Errorf("%s: the thumbnail alone is %.1f dB from the whole", tc.name, db)
		}
	}
}

// Files of another encoder: every layout of chroma, restart marks, and code
// tables of their own. Each small pixel is the mean of those it stands for, but
// for the detail that it cannot hold; the whole is that of the complete decoder.
func TestFilesOfOtherEncodersAreDecodedAtEverySize(t *testing.T) {
	for _, name := range []string{"444", "422-restart", "440-optimised", "420-restart"} {
		file, err := os.ReadFile("testdata/" + name + ".jpg")
		if err != nil {
			t.Fatal(err)
		}
		whole := photo.RGBA(decodeStrictly(t, file)) // 320 × 240
		for _, part := range []int{2, 4, 8} {
			small := photo.ScaledJPEG(file, 320/part)
			if small == nil {
				t.Errorf("%s: not decoded at 1/%d", name, part)
				continue
			}
			if db := peakNoise(t, small, means(whole, part)); db < 33 {
				t.Errorf("%s at 1/%d: %.1f dB from the means", name, part, db)
			}
		}
		for _, least := range []int{161, 320, 10_000} {
			m := photo.ScaledJPEG(file, least)
			if m == nil {
				t.Fatalf("%s: not decoded for %d pixels", name, least)
			}
			if db := peakNoise(t, m, whole); db < 55 {
				t.Errorf("%s: %.1f dB from the complete decoder", name, db)
			}
		}
	}
	for _, name := range []string{"progressive", "grey"} {
		file, err := os.ReadFile("testdata/" + name + ".jpg")
		if err != nil {
			t.Fatal(err)
		}
		if m := photo.ScaledJPEG(file, 40); m != nil {
			t.Errorf("%s: %v, which the complete decoder is for", name, m.Bounds())
		}
	}
}

// means is a picture of the means of k × k pixels.
func means(m *image.RGBA, k int) *image.RGBA {
	out := image.NewRGBA(image.Rect(0, 0, m.Rect.Dx()/k, m.Rect.Dy()/k))
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			for c := range 4 {
				sum := 0
				for v := range k {
					for u := range k {
						sum += int(m.Pix[(y*k+v)*m.Stride+(x*k+u)*4+c])
					}
				}
				out.Pix[y*out.Stride+x*4+c] = uint8((sum + k*k/2) / (k * k))
			}
		}
	}
	return out
}

// A colour stays what it was: redness is measured on the copies.
func TestLargeJPEGsKeepTheirColour(t *testing.T) {
	for _, c := range []color.RGBA{fairTone, {86, 56, 44, 255}, {208, 136, 116, 255}} {
		file := encodeJPEG(t, flat(3400, 800, c), 92)
		res, err := photo.Process(bytes.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		for _, copied := range [][]byte{res.View, res.Thumb} {
			if got := decodeStrictly(t, copied).At(30, 20); !near(got, c, 2) {
				t.Errorf("%v became %v", c, color.RGBAModel.Convert(got))
			}
		}
	}
}

// What the complete decoder refuses is refused at every size.
func TestBrokenLargeJPEGsAreRefused(t *testing.T) {
	file := encodeJPEG(t, skinScene(3400, 900, fairTone, 3), 80)
	for name, broken := range map[string][]byte{
		"cut":              file[:len(file)*2/3],
		"without its end":  file[:len(file)-2],
		"half of its end":  file[:len(file)-1],
		"a hole":           append(append([]byte(nil), file[:len(file)/2]...), file[len(file)/2+4000:]...),
		"a marker in it":   append(append(append([]byte(nil), file[:len(file)/2]...), 0xff, 0xd9), file[len(file)/2:]...),
		"restart too soon": append(append(append([]byte(nil), file[:len(file)/2]...), 0xff, 0xd0), file[len(file)/2:]...),
	} {
		_, whole := jpeg.Decode(bytes.NewReader(broken))
		_, err := photo.Process(bytes.NewReader(broken))
		if (err == nil) != (whole == nil) {
			t.Errorf("%s: %v, the complete decoder says %v", name, err, whole)
		}
	}
}

// FuzzScaledJPEG holds the decoder at every size to the complete one: it takes
// no file that the other refuses, and sees a picture of the size that is wanted.
func FuzzScaledJPEG(f *testing.F) {
	for i, q := range []int{30, 75, 95} {
		f.Add(encodeJPEG(f, skinScene(64+i*9, 48, fairTone, uint64(i)), q))
	}
	for _, name := range []string{"444", "422-restart", "440-optimised", "420-restart", "progressive", "grey"} {
		b, err := os.ReadFile("testdata/" + name + ".jpg")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if _, err := photo.Inspect(b); err != nil {
			return
		}
		for _, least := range []int{8, 16, 32, photo.MaxSide} {
			small := photo.ScaledJPEG(b, least)
			if small == nil {
				continue
			}
			whole, err := jpeg.Decode(bytes.NewReader(b))
			if err != nil {
				t.Fatalf("taken for %d pixels, refused by the complete decoder: %v", least, err)
			}
			s, w := small.Bounds().Size(), whole.Bounds().Size()
			if s != w && (max(s.X, s.Y) < least || s.X > (w.X+1)/2 || s.Y > (w.Y+1)/2) {
				t.Fatalf("%v of %v for %d", s, w, least)
			}
		}
	})
}
