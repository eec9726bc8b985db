package photo_test

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"image"
	"image/color"
	"math"
	"testing"

	"skinward/app/photo"
)

//go:embed testdata/quarters-progressive.jpg
var progressive []byte

// iccProfile builds a matrix and curve profile: colorants are XYZ under D50,
// gamma 0 asks for the sRGB curve.
func iccProfile(colorants [3][3]float64, gamma float64) []byte {
	be := binary.BigEndian
	fixed := func(b []byte, v float64) []byte { return be.AppendUint32(b, uint32(int32(math.Round(v*65536)))) }
	type tag struct {
		name string
		data []byte
	}
	var tags []tag
	for i, c := range []string{"r", "g", "b"} {
		xyz := []byte("XYZ \x00\x00\x00\x00")
		for _, v := range colorants[i] {
			xyz = fixed(xyz, v)
		}
		tags = append(tags, tag{c + "XYZ", xyz})
		var curve []byte
		if gamma == 0 {
			curve = []byte("para\x00\x00\x00\x00\x00\x03\x00\x00")
			for _, v := range []float64{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045} {
				curve = fixed(curve, v)
			}
		} else {
			curve = be.AppendUint16([]byte("curv\x00\x00\x00\x00\x00\x00\x00\x01"), uint16(gamma*256))
			curve = append(curve, 0, 0)
		}
		tags = append(tags, tag{c + "TRC", curve})
	}
	head := make([]byte, 128)
	copy(head[12:], "mntrRGB XYZ ")
	copy(head[36:], "acsp")
	out := be.AppendUint32(head, uint32(len(tags)))
	at := 132 + 12*len(tags)
	var body []byte
	for _, t := range tags {
		out = append(out, t.name...)
		out = be.AppendUint32(out, uint32(at+len(body)))
		out = be.AppendUint32(out, uint32(len(t.data)))
		body = append(body, t.data...)
	}
	out = append(out, body...)
	be.PutUint32(out, uint32(len(out)))
	return out
}

// displayP3 is the profile of phones; its colorants are the published ones.
func displayP3() []byte {
	return iccProfile([3][3]float64{{0.51512, 0.24120, -0.00105}, {0.29198, 0.69225, 0.04189}, {0.15710, 0.06657, 0.78407}}, 0)
}

func sRGBNamedOtherwise() []byte {
	return iccProfile([3][3]float64{{0.43607, 0.22249, 0.01392}, {0.38515, 0.71687, 0.09708}, {0.14307, 0.06061, 0.71410}}, 0)
}

func adobeRGB() []byte {
	return iccProfile([3][3]float64{{0.60974, 0.31111, 0.01947}, {0.20528, 0.62567, 0.06087}, {0.14919, 0.06322, 0.74457}}, 2.19921875)
}

func flat(w, h int, c color.RGBA) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for i := 0; i < len(m.Pix); i += 4 {
		m.Pix[i], m.Pix[i+1], m.Pix[i+2], m.Pix[i+3] = c.R, c.G, c.B, 255
	}
	return m
}

func TestColourProfiles(t *testing.T) {
	withICC := func(c color.RGBA, icc []byte) []byte {
		return withJPEGSegments(encodeJPEG(t, flat(64, 64, c), 98), jpegSegment(0xe2, append([]byte("ICC_PROFILE\x00\x01\x01"), icc...)))
	}
	lut := displayP3()
	copy(lut[16:], "CMYK")
	for _, tc := range []struct {
		name string
		file []byte
		kind photo.Colour
		want color.RGBA
	}{
		// References computed from the published primaries: P3 (220,150,130) is
		// sRGB (232,146,125).
		{"Display P3", withICC(color.RGBA{220, 150, 130, 255}, displayP3()), photo.ColourConverted, color.RGBA{232, 146, 125, 255}},
		{"sRGB by another name", withICC(color.RGBA{220, 150, 130, 255}, sRGBNamedOtherwise()), photo.ColourSRGB, color.RGBA{220, 150, 130, 255}},
		{"grey stays grey in Adobe RGB", withICC(color.RGBA{128, 128, 128, 255}, adobeRGB()), photo.ColourConverted, color.RGBA{128, 128, 128, 255}},
		{"no profile", encodeJPEG(t, flat(64, 64, color.RGBA{220, 150, 130, 255}), 98), photo.ColourSRGB, color.RGBA{220, 150, 130, 255}},
		{"a profile of another kind", withICC(color.RGBA{220, 150, 130, 255}, lut), photo.ColourUnknown, color.RGBA{220, 150, 130, 255}},
		{"a profile of noise", withICC(color.RGBA{220, 150, 130, 255}, []byte("no profile at all")), photo.ColourUnknown, color.RGBA{220, 150, 130, 255}},
	} {
		res, err := photo.Process(bytes.NewReader(tc.file))
		if err != nil {
			t.Fatalf("%s: %v", tc.name, err)
		}
		if res.Colour != tc.kind || res.Colour.Measurable() != (tc.kind != photo.ColourUnknown) {
			t.Errorf("%s: colour %s, want %s", tc.name, res.Colour, tc.kind)
		}
		m, err := photo.Decode(res.View)
		if err != nil {
			t.Fatal(err)
		}
		if got := m.At(32, 32); !near(got, tc.want, 2) {
			t.Errorf("%s: %v, want %v", tc.name, got, tc.want)
		}
	}
}
