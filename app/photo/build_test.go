package photo_test

// Builders of photo files: everything that the tests read is made here, byte
// by byte, so that each file's truth is known.

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"math"
	"math/rand/v2"
	"testing"
)

// note is what a test wants a file to say about itself.
type note struct {
	orientation int
	taken       string // EXIF DateTimeOriginal
	offset      string // EXIF OffsetTimeOriginal
	flash       int    // EXIF Flash; −1 leaves it out
	place       bool
	camera      string
}

type ifdEntry struct {
	tag, kind uint16
	count     uint32
	data      []byte
}

func asciiTag(tag uint16, s string) ifdEntry {
	return ifdEntry{tag, 2, uint32(len(s) + 1), append([]byte(s), 0)}
}

func shortTag(tag uint16, v int) ifdEntry {
	return ifdEntry{tag, 3, 1, binary.LittleEndian.AppendUint16(nil, uint16(v))}
}

func longTag(tag uint16, v int) ifdEntry {
	return ifdEntry{tag, 4, 1, binary.LittleEndian.AppendUint32(nil, uint32(v))}
}

// ifd lays out one directory that starts at offset at of the TIFF.
func ifd(at int, entries []ifdEntry) []byte {
	le := binary.LittleEndian
	out := le.AppendUint16(nil, uint16(len(entries)))
	var extra []byte
	dataAt := at + 2 + 12*len(entries) + 4
	for _, e := range entries {
		out = le.AppendUint16(out, e.tag)
		out = le.AppendUint16(out, e.kind)
		out = le.AppendUint32(out, e.count)
		if len(e.data) <= 4 {
			out = append(out, append(bytes.Clone(e.data), 0, 0, 0, 0)[:4]...)
			continue
		}
		out = le.AppendUint32(out, uint32(dataAt+len(extra)))
		extra = append(extra, e.data...)
		if len(extra)%2 == 1 {
			extra = append(extra, 0)
		}
	}
	out = append(out, 0, 0, 0, 0)
	return append(out, extra...)
}

// tiff returns the EXIF block of n as a little-endian TIFF.
func (n note) tiff() []byte {
	build := func(exifAt, gpsAt int) (main, exif, gps []byte) {
		var m, e, g []ifdEntry
		if n.camera != "" {
			m = append(m, asciiTag(0x010f, n.camera), asciiTag(0x0110, n.camera+" Phone 9"))
		}
		if n.orientation > 0 {
			m = append(m, shortTag(0x0112, n.orientation))
		}
		m = append(m, longTag(0x8769, exifAt))
		if n.place {
			m = append(m, longTag(0x8825, gpsAt))
			degrees := func(d, min, s uint32) []byte {
				var b []byte
				for _, v := range []uint32{d, 1, min, 1, s, 1} {
					b = binary.LittleEndian.AppendUint32(b, v)
				}
				return b
			}
			g = append(g, asciiTag(1, "N"), ifdEntry{2, 5, 3, degrees(52, 31, 12)}, asciiTag(3, "E"), ifdEntry{4, 5, 3, degrees(13, 24, 18)})
		}
		if n.taken != "" {
			e = append(e, asciiTag(0x9003, n.taken))
		}
		if n.offset != "" {
			e = append(e, asciiTag(0x9011, n.offset))
		}
		if n.flash >= 0 {
			e = append(e, shortTag(0x9209, n.flash))
		}
		return ifd(8, m), ifd(exifAt, e), ifd(gpsAt, g)
	}
	m, e, _ := build(0, 0)
	exifAt := 8 + len(m)
	m, e, g := build(exifAt, exifAt+len(e))
	out := append([]byte("II*\x00"), 8, 0, 0, 0)
	return append(append(append(out, m...), e...), g...)
}

func jpegSegment(marker byte, body []byte) []byte {
	return append([]byte{0xff, marker, byte((len(body) + 2) >> 8), byte(len(body) + 2)}, body...)
}

// withJPEGSegments puts segments after the start of a JPEG.
func withJPEGSegments(jpg []byte, segments ...[]byte) []byte {
	return append(append(bytes.Clone(jpg[:2]), bytes.Join(segments, nil)...), jpg[2:]...)
}

func (n note) inJPEG(jpg []byte) []byte {
	return withJPEGSegments(jpg, jpegSegment(0xe1, append([]byte("Exif\x00\x00"), n.tiff()...)))
}

func pngChunkBytes(kind string, body []byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	out = append(append(out, kind...), body...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}

// withPNGChunks puts chunks after the header of a PNG.
func withPNGChunks(p []byte, chunks ...[]byte) []byte {
	const afterIHDR = 8 + 25
	return append(append(bytes.Clone(p[:afterIHDR]), bytes.Join(chunks, nil)...), p[afterIHDR:]...)
}

func riffChunk(kind string, body []byte) []byte {
	out := binary.LittleEndian.AppendUint32([]byte(kind), uint32(len(body)))
	out = append(out, body...)
	if len(body)%2 == 1 {
		out = append(out, 0)
	}
	return out
}

// extendedWebP wraps the picture chunk of a plain WebP with chunks before and
// after it (VP8X flags: 0x20 ICC, 0x08 EXIF, 0x04 XMP).
func extendedWebP(plain []byte, w, h int, flags byte, before, after []byte) []byte {
	vp8x := []byte{flags, 0, 0, 0, byte(w - 1), byte((w - 1) >> 8), 0, byte(h - 1), byte((h - 1) >> 8), 0}
	body := append([]byte("WEBP"), riffChunk("VP8X", vp8x)...)
	body = append(append(append(body, before...), plain[12:]...), after...)
	return append(binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(body))), body...)
}

func encodeJPEG(t testing.TB, m image.Image, quality int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: quality}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func encodePNG(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// The colours of the four quarters, clockwise from the top left.
var quarterColours = [4]color.RGBA{{0xd0, 0x80, 0x60, 255}, {0x30, 0x60, 0xa0, 255}, {0xe0, 0xe0, 0xe0, 255}, {0x40, 0xa0, 0x40, 255}}

// quarters is a picture whose quarters tell which way is up.
func quarters(w, h int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for i, r := range []image.Rectangle{
		image.Rect(0, 0, w/2, h/2), image.Rect(w/2, 0, w, h/2), image.Rect(w/2, h/2, w, h), image.Rect(0, h/2, w/2, h),
	} {
		draw.Draw(m, r, image.NewUniform(quarterColours[i]), image.Point{}, draw.Src)
	}
	return m
}

// stored returns how a camera with the given EXIF orientation would store the
// upright picture m.
func stored(m *image.RGBA, orientation int) *image.RGBA {
	w, h := m.Rect.Dx(), m.Rect.Dy()
	sw, sh := w, h
	if orientation >= 5 {
		sw, sh = h, w
	}
	out := image.NewRGBA(image.Rect(0, 0, sw, sh))
	for y := range h {
		for x := range w {
			// EXIF 2.32: where the stored row 0 and column 0 stand in the scene.
			var sx, sy int
			switch orientation {
			case 1:
				sx, sy = x, y
			case 2:
				sx, sy = w-1-x, y
			case 3:
				sx, sy = w-1-x, h-1-y
			case 4:
				sx, sy = x, h-1-y
			case 5:
				sx, sy = y, x
			case 6:
				sx, sy = y, w-1-x
			case 7:
				sx, sy = h-1-y, w-1-x
			case 8:
				sx, sy = h-1-y, x
			}
			out.SetRGBA(sx, sy, m.RGBAAt(x, y))
		}
	}
	return out
}

// skinScene paints a patch of skin with pores, moles and a sore area: enough
// texture to align and to judge.
func skinScene(w, h int, tone color.RGBA, seed uint64) *image.RGBA {
	rng := rand.New(rand.NewPCG(seed, 1))
	type blob struct{ x, y, r, depth, red float64 }
	var blobs []blob
	for range 90 {
		blobs = append(blobs, blob{rng.Float64(), rng.Float64(), 0.008 + 0.03*rng.Float64()*rng.Float64(), 0.1 + 0.3*rng.Float64(), rng.Float64()})
	}
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			fx, fy := float64(x)/float64(w), float64(y)/float64(h)
			shade := 1 - 0.12*fx + 0.04*math.Sin(40*fx+9*math.Sin(13*fy))*math.Sin(33*fy)
			red := 0.0
			for _, b := range blobs {
				dx, dy := fx-b.x, (fy-b.y)*float64(h)/float64(w)
				if d := (dx*dx + dy*dy) / (b.r * b.r); d < 4 {
					k := b.depth * math.Exp(-d)
					shade -= k * 0.6
					red += k * b.red
				}
			}
			clip := func(v float64) uint8 { return uint8(min(max(v+0.5, 0), 255)) }
			m.SetRGBA(x, y, color.RGBA{
				clip(float64(tone.R) * (shade + 0.5*red)), clip(float64(tone.G) * shade), clip(float64(tone.B) * shade), 255,
			})
		}
	}
	return m
}

var fairTone = color.RGBA{224, 178, 150, 255}

func near(a, b color.Color, tolerance int) bool {
	r1, g1, b1, _ := a.RGBA()
	r2, g2, b2, _ := b.RGBA()
	d := func(x, y uint32) int { return max(int(x>>8)-int(y>>8), int(y>>8)-int(x>>8)) }
	return d(r1, r2) <= tolerance && d(g1, g2) <= tolerance && d(b1, b2) <= tolerance
}

// quarterMiddles returns the pixel in the middle of each quarter, clockwise from
// the top left.
func quarterMiddles(m image.Image) [4]color.Color {
	b := m.Bounds()
	w, h := b.Dx(), b.Dy()
	return [4]color.Color{m.At(w/4, h/4), m.At(w*3/4, h/4), m.At(w*3/4, h*3/4), m.At(w/4, h*3/4)}
}
