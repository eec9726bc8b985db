package photo

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
	"math"
	"slices"
)

// Colour says what the numbers in an original meant as colours.
type Colour string

// Colours. Only the first two may be measured.
const (
	ColourSRGB      Colour = "srgb"      // sRGB, or nothing said, which means sRGB
	ColourConverted Colour = "converted" // another space, converted to sRGB in the copies
	ColourUnknown   Colour = "unknown"   // a description that is not understood
)

// Measurable reports whether redness may be measured in the copies.
func (c Colour) Measurable() bool { return c == ColourSRGB || c == ColourConverted }

// profile is the colour space of an original: a curve per channel and a matrix
// from its linear light to linear sRGB.
type profile struct {
	kind   Colour
	curve  [3][256]float32
	matrix [9]float64
	yuv    yuvCoding // how luma and chroma are coded
}

var (
	sRGBProfile    = profile{kind: ColourSRGB}
	unknownProfile = profile{kind: ColourUnknown}
)

const maxProfile = 4 << 20

// readProfile finds and reads the colour description of a file.
func readProfile(b []byte, f Format) profile {
	var icc []byte
	var coded yuvCoding
	switch f {
	case JPEG:
		icc = jpegICC(b)
	case PNG:
		for c := range pngChunks(b) {
			if c.kind == "iCCP" {
				icc = inflateICC(c.body)
			}
			if c.kind == "IDAT" {
				break
			}
		}
	case WebP:
		for c := range webpChunks(b) {
			switch c.kind {
			case "ICCP":
				icc = c.body
			case "VP8 ":
				coded.limited = true // RFC 9649 and RFC 6386, section 9.2
			}
		}
	case HEIC:
		return heifProfile(b)
	}
	p := sRGBProfile
	if icc != nil {
		p = parseICC(icc)
	}
	p.yuv = coded
	return p
}

// heifProfile reads the colr properties: an ICC profile when there is one,
// else the code points of ISO/IEC 23091-2.
func heifProfile(b []byte) profile {
	p, coded := sRGBProfile, yuvCoding{}
	seenICC := false
	for x := range boxes(heifProperties(b)) {
		if x.kind != "colr" || len(x.body) < 4 {
			continue
		}
		switch kind := string(x.body[:4]); {
		case (kind == "prof" || kind == "rICC") && !seenICC:
			p, seenICC = parseICC(x.body[4:]), true
		case kind == "nclx" && len(x.body) >= 11:
			coded = yuvCoding{matrix: be16(x.body[8:]), limited: x.body[10]&0x80 == 0}
			if !seenICC {
				p = codePointProfile(be16(x.body[4:]), be16(x.body[6:]))
			}
		}
	}
	p.yuv = coded
	return p
}

func codePointProfile(primaries, transfer int) profile {
	const hlg, pq = 18, 16
	switch {
	case transfer == hlg || transfer == pq:
		return unknownProfile
	case primaries == 1 || primaries == 2: // BT.709 and "unspecified"
		return sRGBProfile
	case primaries == 12: // Display P3
		return p3Profile()
	}
	return unknownProfile
}

func jpegICC(b []byte) []byte {
	type part struct {
		seq  byte
		data []byte
	}
	var parts []part
	for s := range jpegSegments(b) {
		if s.marker == 0xe2 && len(s.body) > 14 && bytes.HasPrefix(s.body, iccMagic) {
			parts = append(parts, part{s.body[12], s.body[14:]})
		}
	}
	slices.SortStableFunc(parts, func(a, b part) int { return int(a.seq) - int(b.seq) })
	var icc []byte
	for _, p := range parts {
		icc = append(icc, p.data...)
	}
	return icc
}

var iccMagic = []byte("ICC_PROFILE\x00")

func inflateICC(body []byte) []byte {
	i := bytes.IndexByte(body, 0)
	if i < 0 || i+2 > len(body) {
		return []byte{}
	}
	z, err := zlib.NewReader(bytes.NewReader(body[i+2:]))
	if err != nil {
		return []byte{}
	}
	icc, err := io.ReadAll(io.LimitReader(z, maxProfile))
	if err != nil {
		return []byte{}
	}
	return icc
}

// parseICC reads a matrix and curve profile (ICC.1:2022, 8.3.3). Profiles of
// other kinds are unknown.
func parseICC(b []byte) profile {
	if len(b) < 132 || string(b[16:20]) != "RGB " || string(b[36:40]) != "acsp" {
		return unknownProfile
	}
	tags := map[string][]byte{}
	n := min(int64(be32(b[128:])), 100)
	for i := int64(0); i < n && 132+i*12+12 <= int64(len(b)); i++ {
		t := b[132+i*12:]
		off, size := int64(be32(t[4:])), int64(be32(t[8:]))
		if off+size <= int64(len(b)) {
			tags[string(t[:4])] = b[off : off+size]
		}
	}
	p := profile{kind: ColourConverted}
	var colorants [9]float64
	for c, name := range []string{"r", "g", "b"} {
		xyz, trc := tags[name+"XYZ"], tags[name+"TRC"]
		if len(xyz) < 20 {
			return unknownProfile
		}
		for row := range 3 {
			colorants[row*3+c] = fixed(xyz[8+row*4:])
		}
		curve, ok := parseCurve(trc)
		if !ok {
			return unknownProfile
		}
		p.curve[c] = curve
	}
	p.matrix = multiply(xyzD50ToSRGB, colorants)
	if p.nearSRGB() {
		return sRGBProfile
	}
	return p
}

// nearSRGB recognises sRGB under any of its many names.
func (p *profile) nearSRGB() bool {
	for i, v := range p.matrix {
		want := 0.0
		if i%4 == 0 {
			want = 1
		}
		if math.Abs(v-want) > 0.02 {
			return false
		}
	}
	for _, s := range []int{32, 64, 128, 192, 224} {
		for c := range 3 {
			if math.Abs(encodeSRGB(float64(p.curve[c][s]))-float64(s)/255) > 0.012 {
				return false
			}
		}
	}
	return true
}

func fixed(b []byte) float64 { return float64(int32(be32(b))) / 65536 }

// parseCurve reads a curve or a parametric curve (ICC.1:2022, 10.6 and 10.18).
func parseCurve(b []byte) (out [256]float32, ok bool) {
	if len(b) < 12 {
		return out, false
	}
	f := func(x float64) float64 { return x }
	switch string(b[:4]) {
	case "curv":
		n := int64(be32(b[8:]))
		switch {
		case 12+2*n > int64(len(b)):
			return out, false
		case n == 1:
			g := float64(be16(b[12:])) / 256
			f = func(x float64) float64 { return math.Pow(x, g) }
		case n > 1:
			f = func(x float64) float64 {
				at := x * float64(n-1)
				i := min(int64(at), n-2)
				lo, hi := float64(binary.BigEndian.Uint16(b[12+2*i:])), float64(binary.BigEndian.Uint16(b[14+2*i:]))
				return (lo + (hi-lo)*(at-float64(i))) / 65535
			}
		}
	case "para":
		kind := be16(b[8:])
		counts := []int{1, 3, 4, 5, 7}
		if kind >= len(counts) || 12+4*counts[kind] > len(b) {
			return out, false
		}
		var v [7]float64
		for i := range counts[kind] {
			v[i] = fixed(b[12+4*i:])
		}
		f = parametric(kind, v)
	default:
		return out, false
	}
	for i := range out {
		y := f(float64(i) / 255)
		if math.IsNaN(y) || math.IsInf(y, 0) {
			return out, false
		}
		out[i] = float32(min(max(y, 0), 1))
	}
	return out, true
}

func parametric(kind int, v [7]float64) func(float64) float64 {
	g, a, b, c, d, e, f := v[0], v[1], v[2], v[3], v[4], v[5], v[6]
	switch kind {
	case 0:
		return func(x float64) float64 { return math.Pow(x, g) }
	case 1, 2:
		// Below −b/a the curve is flat; c is 0 in the first kind.
		return func(x float64) float64 {
			if a*x+b >= 0 {
				return math.Pow(a*x+b, g) + c
			}
			return c
		}
	}
	return func(x float64) float64 {
		if x >= d {
			return math.Pow(a*x+b, g) + e
		}
		return c*x + f
	}
}
