package photo_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image/color"
	"io"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"skinward/app/photo"
)

func grayOf(v uint8) color.Gray { return color.Gray{Y: v} }

// pngHeader is a PNG that claims a size and has nothing to show for it.
func pngHeader(w, h uint32, depth, kind byte) []byte {
	ihdr := binary.BigEndian.AppendUint32(nil, w)
	ihdr = binary.BigEndian.AppendUint32(ihdr, h)
	ihdr = append(ihdr, depth, kind, 0, 0, 0)
	return append([]byte("\x89PNG\r\n\x1a\n"), pngChunkBytes("IHDR", ihdr)...)
}

// jpegClaiming returns a JPEG whose frame header is overwritten with a size.
func jpegClaiming(t *testing.T, w, h int) []byte {
	b := encodeJPEG(t, quarters(16, 16), 90)
	i := bytes.Index(b, []byte{0xff, 0xc0})
	binary.BigEndian.PutUint16(b[i+5:], uint16(h))
	binary.BigEndian.PutUint16(b[i+7:], uint16(w))
	return b
}

func isoFile(brand string) []byte {
	return append([]byte("\x00\x00\x00\x14ftyp"+brand+"\x00\x00\x00\x00"+brand), make([]byte, 40)...)
}

func TestHostileFilesAreRefusedInASentence(t *testing.T) {
	good := encodeJPEG(t, quarters(640, 480), 90)
	goodPNG := encodePNG(t, skinScene(160, 120, fairTone, 1))
	for _, tc := range []struct {
		name string
		file []byte
		code photo.Code
		says string
	}{
		{"nothing", nil, photo.CodeEmpty, "empty"},
		{"one byte", []byte{0xff}, photo.CodeNotPhoto, "not a photo"},
		{"text", []byte("dear diary"), photo.CodeNotPhoto, "not a photo"},
		{"SVG named .jpg", []byte(`<?xml version="1.0"?><!-- x --><svg xmlns="http://www.w3.org/2000/svg"/>`), photo.CodeNotPhoto, "SVG"},
		{"bare SVG", []byte("\xef\xbb\xbf \n<svg width='200000' height='200000'/>"), photo.CodeNotPhoto, "SVG"},
		{"web page", []byte("<!DOCTYPE html><p>x"), photo.CodeNotPhoto, "web page"},
		{"PDF", []byte("%PDF-1.7"), photo.CodeNotPhoto, "PDF"},
		{"GIF", []byte("GIF89a\x01\x00\x01\x00"), photo.CodeUnsupported, "GIF"},
		{"TIFF", []byte("II*\x00\x08\x00\x00\x00"), photo.CodeUnsupported, "TIFF"},
		{"AVIF", isoFile("avif"), photo.CodeUnsupported, "AVIF"},
		{"film", isoFile("isom"), photo.CodeMoving, "moving"},
		{"truncated JPEG", good[:len(good)*2/3], photo.CodeDamaged, "damaged"},
		{"JPEG header only", good[:30], photo.CodeDamaged, "damaged"},
		{"truncated PNG", goodPNG[:len(goodPNG)/2], photo.CodeDamaged, "damaged"},
		{"PNG signature only", goodPNG[:8], photo.CodeDamaged, "damaged"},
		{"truncated WebP", quartersWebP[:40], photo.CodeDamaged, "damaged"},
		{"HEIC without a picture", isoFile("heic"), photo.CodeDamaged, "damaged"},
		{"JPEG of 65,000 × 65,000", jpegClaiming(t, 65000, 65000), photo.CodeTooManyPixels, "65000 × 65000"},
		{"JPEG of 8,000 × 8,000 in 700 bytes", jpegClaiming(t, 8000, 8000), photo.CodeDamaged, "damaged"},
		{"PNG of 200,000 × 200,000", pngHeader(200_000, 200_000, 8, 2), photo.CodeTooManyPixels, "200000 × 200000"},
		{"PNG of 30,000 × 2", pngHeader(30_000, 2, 8, 2), photo.CodeTooManyPixels, "30000 × 2"},
		{"PNG of 7,900 × 7,900 without data", pngHeader(7_900, 7_900, 8, 6), photo.CodeDamaged, "damaged"},
		{"moving PNG", withPNGChunks(goodPNG, pngChunkBytes("acTL", []byte{0, 0, 0, 9, 0, 0, 0, 0})), photo.CodeMoving, "moving"},
		{"moving WebP", extendedWebP(quartersWebP, 64, 48, 0x02, nil, nil), photo.CodeMoving, "moving"},
	} {
		res, err := photo.Process(bytes.NewReader(tc.file))
		var e *photo.Error
		if !errors.As(err, &e) {
			t.Errorf("%s: %v, want an *Error", tc.name, err)
			continue
		}
		if e.Code != tc.code || !strings.Contains(e.Error(), tc.says) {
			t.Errorf("%s: %s %q, want %s with %q", tc.name, e.Code, e.Error(), tc.code, tc.says)
		}
		if s := e.Sentence(); !strings.HasSuffix(s, ".") || s[:1] != strings.ToUpper(s[:1]) {
			t.Errorf("%s: %q is no sentence", tc.name, s)
		}
		if res.Hash != "" || res.View != nil {
			t.Errorf("%s: a result came with the error", tc.name)
		}
	}
}

// Whatever a header claims, refusing it costs next to nothing.
func TestBombsTakeNoMemory(t *testing.T) {
	for name, file := range map[string][]byte{
		"jpeg": jpegClaiming(t, 8000, 8000),
		"png":  pngHeader(7_900, 7_900, 8, 6),
		"huge": pngHeader(1<<31-1, 1<<31-1, 16, 6),
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if _, err := photo.Process(bytes.NewReader(file)); err == nil {
			t.Errorf("%s was accepted", name)
		}
		runtime.ReadMemStats(&after)
		if took := after.TotalAlloc - before.TotalAlloc; took > 1<<20 {
			t.Errorf("%s took %d bytes to refuse", name, took)
		}
	}
}

func TestTooManyBytes(t *testing.T) {
	endless := io.MultiReader(bytes.NewReader(encodeJPEG(t, quarters(8, 8), 90)), zeros{})
	_, err := photo.Process(endless)
	if !errors.Is(err, &photo.Error{Code: photo.CodeTooManyBytes}) {
		t.Errorf("endless file: %v", err)
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

func TestFailingReader(t *testing.T) {
	broken := errors.New("stick pulled out")
	_, err := photo.Process(iotest.ErrReader(broken))
	if !errors.Is(err, &photo.Error{Code: photo.CodeUnreadable}) || !errors.Is(err, broken) {
		t.Errorf("failing reader: %v", err)
	}
}

func FuzzProcess(f *testing.F) {
	n := note{orientation: 6, taken: "2026:11:21 12:22:05", offset: "+01:00", flash: 1, place: true, camera: "Acme"}
	small := quarters(24, 16)
	var j, p bytes.Buffer
	_, _ = j.Write(n.inJPEG(encodeJPEG(f, small, 80)))
	_, _ = p.Write(withPNGChunks(encodePNG(f, small), pngChunkBytes("eXIf", n.tiff())))
	f.Add(j.Bytes())
	f.Add(p.Bytes())
	f.Add(quartersWebP)
	f.Add(extendedWebP(quartersWebP, 64, 48, 0x08, nil, riffChunk("EXIF", n.tiff())))
	f.Add(isoFile("heic"))
	f.Add(withJPEGSegments(encodeJPEG(f, small, 80), jpegSegment(0xe2, append([]byte("ICC_PROFILE\x00\x01\x01"), displayP3()...))))
	f.Add(progressive)
	f.Add([]byte("<svg/>"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if h, err := photo.Inspect(b); err == nil && (h.Format == photo.HEIC || h.Width*h.Height > 1<<20) {
			return // the sandboxed HEIC engine costs seconds; large pictures cost time only
		}
		res, err := photo.Process(bytes.NewReader(b))
		if err != nil {
			var e *photo.Error
			if !errors.As(err, &e) || e.Error() == "" {
				t.Fatalf("error without a code: %v", err)
			}
			return
		}
		for _, copied := range [][]byte{res.View, res.Thumb} {
			if _, err := photo.Decode(copied); err != nil {
				t.Fatalf("a copy cannot be read back: %v", err)
			}
		}
	})
}
