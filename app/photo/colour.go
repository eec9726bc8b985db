package photo

import (
	"image"
	"image/color"
	"image/draw"
	"math"
)

// Matrices from linear light, row by row. sRGB to CIE XYZ under D65 is that of
// IEC 61966-2-1; its companion from XYZ under D50 (the reference white of ICC
// profiles) is Bradford-adapted. Display P3 is SMPTE EG 432-1 with D65.
var (
	sRGBToXYZ = [9]float64{
		0.4124564, 0.3575761, 0.1804375,
		0.2126729, 0.7151522, 0.0721750,
		0.0193339, 0.1191920, 0.9503041,
	}
	xyzToSRGB = [9]float64{
		3.2404542, -1.5371385, -0.4985314,
		-0.9692660, 1.8760108, 0.0415560,
		0.0556434, -0.2040259, 1.0572252,
	}
	xyzD50ToSRGB = [9]float64{
		3.1338561, -1.6168667, -0.4906146,
		-0.9787684, 1.9161415, 0.0334540,
		0.0719453, -0.2289914, 1.4052427,
	}
	p3ToXYZ = [9]float64{
		0.4865709, 0.2656677, 0.1982173,
		0.2289746, 0.6917385, 0.0792869,
		0.0000000, 0.0451134, 1.0439444,
	}
)

// linear holds the linear light of the 256 sRGB values.
var linear = func() (t [256]float32) {
	for i := range t {
		t[i] = float32(decodeSRGB(float64(i) / 255))
	}
	return t
}()

// decodeSRGB returns linear light 0 … 1 for an sRGB value 0 … 1.
func decodeSRGB(s float64) float64 {
	if s <= 0.04045 {
		return s / 12.92
	}
	return math.Pow((s+0.055)/1.055, 2.4)
}

// encodeSRGB inverts decodeSRGB.
func encodeSRGB(c float64) float64 {
	if c <= 0.0031308 {
		return 12.92 * c
	}
	return 1.055*math.Pow(c, 1/2.4) - 0.055
}

// sRGBSteps encodes linear light in 4,096 steps, finer than a byte everywhere
// that skin lies.
var sRGBSteps = func() (t [4097]uint8) {
	for i := range t {
		t[i] = uint8(math.Round(255 * encodeSRGB(float64(i)/4096)))
	}
	return t
}()

func toByte(c float64) uint8 {
	return sRGBSteps[int(min(max(c, 0), 1)*4096+0.5)]
}

func multiply(a, b [9]float64) (c [9]float64) {
	for i := range 3 {
		for j := range 3 {
			for k := range 3 {
				c[i*3+j] += a[i*3+k] * b[k*3+j]
			}
		}
	}
	return c
}

func p3Profile() profile {
	return profile{kind: ColourConverted, curve: [3][256]float32{linear, linear, linear}, matrix: multiply(xyzToSRGB, p3ToXYZ)}
}

// yuvCoding is how the luma and chroma of a HEIC are coded; the zero value is
// the coding of JPEG, which Go assumes.
type yuvCoding struct {
	matrix  int  // ISO/IEC 23091-2 matrix coefficients; 1 is BT.709
	limited bool // luma 16 … 235, chroma 16 … 240
}

func (y yuvCoding) asJPEG() bool { return !y.limited && y.matrix != 1 }

// rgb returns the colour of one sample.
func (y yuvCoding) rgb(luma, cb, cr uint8) (r, g, b uint8) {
	if y.asJPEG() {
		return color.YCbCrToRGB(luma, cb, cr)
	}
	l, u, v := float64(luma), float64(cb)-128, float64(cr)-128
	if y.limited {
		l, u, v = (l-16)*255/219, u*255/224, v*255/224
	}
	kr, kb := 0.299, 0.114
	if y.matrix == 1 {
		kr, kb = 0.2126, 0.0722
	}
	red, blue := l+2*(1-kr)*v, l+2*(1-kb)*u
	green := (l - kr*red - kb*blue) / (1 - kr - kb)
	return clampByte(red), clampByte(green), clampByte(blue)
}

func clampByte(v float64) uint8 { return uint8(min(max(v+0.5, 0), 255)) }

// toSRGB returns the picture with its colours in sRGB. A picture that is sRGB
// already, or whose profile is unknown, comes back as it is.
func (p profile) toSRGB(m image.Image) image.Image {
	_, isYCbCr := m.(*image.YCbCr)
	recode := isYCbCr && !p.yuv.asJPEG()
	if p.kind != ColourConverted && !recode {
		return m
	}
	out := toRGBA(m, p.yuv)
	if p.kind != ColourConverted {
		return out
	}
	k := &p.matrix
	for i := 0; i < len(out.Pix); i += 4 {
		q := out.Pix[i : i+4 : i+4]
		r, g, b := float64(p.curve[0][q[0]]), float64(p.curve[1][q[1]]), float64(p.curve[2][q[2]])
		q[0] = toByte(k[0]*r + k[1]*g + k[2]*b)
		q[1] = toByte(k[3]*r + k[4]*g + k[5]*b)
		q[2] = toByte(k[6]*r + k[7]*g + k[8]*b)
	}
	return out
}

// toRGBA returns a picture of the shrunken kinds as opaque RGBA with its
// corner at the origin; an RGBA picture is returned itself.
func toRGBA(m image.Image, coding yuvCoding) *image.RGBA {
	switch m := m.(type) {
	case *image.RGBA:
		if m.Rect.Min == (image.Point{}) {
			return m
		}
	case *image.YCbCr:
		b := m.Rect
		out := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
		if coding.asJPEG() {
			draw.Draw(out, out.Rect, m, b.Min, draw.Src)
			return out
		}
		for y := b.Min.Y; y < b.Max.Y; y++ {
			row := out.Pix[(y-b.Min.Y)*out.Stride:]
			for x := b.Min.X; x < b.Max.X; x++ {
				c := m.COffset(x, y)
				q := row[(x-b.Min.X)*4:][:4]
				q[0], q[1], q[2] = coding.rgb(m.Y[m.YOffset(x, y)], m.Cb[c], m.Cr[c])
				q[3] = 255
			}
		}
		return out
	}
	p := rgbPlanes(m, 1)
	out := image.NewRGBA(image.Rect(0, 0, p[0].plane.w, p[0].plane.h))
	for i := range p[0].pix {
		q := out.Pix[i*4 : i*4+4]
		q[0], q[1], q[2], q[3] = p[0].pix[i], p[1].pix[i], p[2].pix[i], 255
	}
	return out
}
