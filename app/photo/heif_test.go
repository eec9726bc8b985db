package photo_test

import (
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"testing"

	"skinward/app/photo"
)

func isoBox(kind string, body ...[]byte) []byte {
	n := 8
	for _, b := range body {
		n += len(b)
	}
	out := append(binary.BigEndian.AppendUint32(nil, uint32(n)), kind...)
	for _, b := range body {
		out = append(out, b...)
	}
	return out
}

// heifFile holds a size and colour properties, and no picture.
func heifFile(w, h int, colr ...[]byte) []byte {
	ispe := binary.BigEndian.AppendUint32(make([]byte, 4), uint32(w))
	ispe = binary.BigEndian.AppendUint32(ispe, uint32(h))
	props := [][]byte{isoBox("ispe", ispe)}
	for _, c := range colr {
		props = append(props, isoBox("colr", c))
	}
	return append(isoBox("ftyp", []byte("heic\x00\x00\x00\x00mif1heic")),
		isoBox("meta", make([]byte, 4), isoBox("iprp", isoBox("ipco", props...)))...)
}

func nclx(primaries, transfer, matrix uint16, full bool) []byte {
	b := []byte("nclx")
	for _, v := range []uint16{primaries, transfer, matrix} {
		b = binary.BigEndian.AppendUint16(b, v)
	}
	if full {
		return append(b, 0x80)
	}
	return append(b, 0)
}

// coded is a flat YCbCr picture of one colour in the given coding (ISO/IEC
// 23091-2, equations for full and limited range).
func coded(c color.RGBA, kr, kb float64, limited bool) *image.YCbCr {
	r, g, b := float64(c.R), float64(c.G), float64(c.B)
	y := kr*r + (1-kr-kb)*g + kb*b
	cb, cr := (b-y)/(2*(1-kb)), (r-y)/(2*(1-kr))
	if limited {
		y, cb, cr = 16+y*219/255, cb*224/255, cr*224/255
	}
	m := image.NewYCbCr(image.Rect(0, 0, 64, 48), image.YCbCrSubsampleRatio420)
	for i := range m.Y {
		m.Y[i] = uint8(y + 0.5)
	}
	for i := range m.Cb {
		m.Cb[i], m.Cr[i] = uint8(128.5+cb), uint8(128.5+cr)
	}
	return m
}

func TestColoursOfHEIF(t *testing.T) {
	c := color.RGBA{208, 136, 116, 255}
	const kr601, kb601, kr709, kb709 = 0.299, 0.114, 0.2126, 0.0722
	icc := append([]byte("prof"), displayP3()...)
	for _, tc := range []struct {
		name string
		file []byte
		m    *image.YCbCr
		kind photo.Colour
		same bool // the colour comes back as it was meant
	}{
		{"nothing said", heifFile(64, 48), coded(c, kr601, kb601, false), photo.ColourSRGB, true},
		{"BT.601, full", heifFile(64, 48, nclx(1, 13, 6, true)), coded(c, kr601, kb601, false), photo.ColourSRGB, true},
		{"BT.601, limited", heifFile(64, 48, nclx(1, 13, 6, false)), coded(c, kr601, kb601, true), photo.ColourSRGB, true},
		{"BT.709, full", heifFile(64, 48, nclx(1, 13, 1, true)), coded(c, kr709, kb709, false), photo.ColourSRGB, true},
		{"BT.709, limited", heifFile(64, 48, nclx(1, 1, 1, false)), coded(c, kr709, kb709, true), photo.ColourSRGB, true},
		{"Display P3 by code points", heifFile(64, 48, nclx(12, 13, 6, true)), coded(c, kr601, kb601, false), photo.ColourConverted, false},
		{"Display P3 by profile", heifFile(64, 48, icc), coded(c, kr601, kb601, false), photo.ColourConverted, false},
		{"profile before code points", heifFile(64, 48, icc, nclx(9, 16, 6, true)), coded(c, kr601, kb601, false), photo.ColourConverted, false},
		{"high dynamic range", heifFile(64, 48, nclx(9, 16, 9, true)), coded(c, kr601, kb601, false), photo.ColourUnknown, true},
	} {
		im := photo.Importer{HEIC: func([]byte) (image.Image, error) { return tc.m, nil }}
		res, err := im.ProcessBytes(tc.file)
		if err != nil {
			t.Fatalf("%s: %v", tc.name, err)
		}
		if res.Colour != tc.kind || res.Format != photo.HEIC {
			t.Errorf("%s: %s %s, want %s", tc.name, res.Format, res.Colour, tc.kind)
		}
		m, err := photo.Decode(res.View)
		if err != nil {
			t.Fatal(err)
		}
		got := m.At(30, 20)
		if want := (color.RGBA{223, 133, 112, 255}); !tc.same && !near(got, want, 3) {
			t.Errorf("%s: %v, want %v", tc.name, color.RGBAModel.Convert(got), want)
		}
		if tc.same && !near(got, c, 3) {
			t.Errorf("%s: %v, want %v", tc.name, color.RGBAModel.Convert(got), c)
		}
	}
}

func TestHelperThatFails(t *testing.T) {
	for _, tc := range []struct {
		name string
		err  error
		code photo.Code
	}{
		{"an error of its own", errors.New("helper died"), photo.CodeDamaged},
		{"a refusal", &photo.Error{Code: photo.CodeTooManyPixels}, photo.CodeTooManyPixels},
	} {
		im := photo.Importer{HEIC: func([]byte) (image.Image, error) { return nil, tc.err }}
		if _, err := im.ProcessBytes(heifFile(64, 48)); !errors.Is(err, &photo.Error{Code: tc.code}) {
			t.Errorf("%s: %v", tc.name, err)
		}
	}
	im := photo.Importer{HEIC: func([]byte) (image.Image, error) { panic("broken") }}
	if _, err := im.ProcessBytes(heifFile(64, 48)); !errors.Is(err, &photo.Error{Code: photo.CodeDamaged}) {
		t.Errorf("a panic: %v", err)
	}
}

func FuzzInspectHEIF(f *testing.F) {
	f.Add(heifFile(64, 48, nclx(1, 13, 6, true)))
	f.Add(heifFile(200_000, 200_000, append([]byte("prof"), displayP3()...)))
	f.Add(quartersHEIC)
	im := photo.Importer{HEIC: func([]byte) (image.Image, error) { return image.NewGray(image.Rect(0, 0, 8, 8)), nil }}
	f.Fuzz(func(t *testing.T, b []byte) {
		h, err := photo.Inspect(b)
		if err != nil || h.Format != photo.HEIC {
			return
		}
		if h.Width > photo.MaxSide || h.Height > photo.MaxSide || h.Width*h.Height > photo.MaxPixels {
			t.Fatalf("accepted %d × %d", h.Width, h.Height)
		}
		if _, err := im.ProcessBytes(b); err != nil {
			t.Fatalf("accepted by its header and then refused: %v", err)
		}
	})
}
