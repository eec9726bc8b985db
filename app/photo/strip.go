package photo

import (
	"bytes"
	"encoding/binary"
)

// Strip returns the file without place, device, times, thumbnails, comments
// and whatever else hangs on a picture, its pixels bit for bit the same. Kept
// are the colour profile and the orientation, without which it would look
// wrong. Errors are *Error: CodeNoStrip for HEIC, whose notes cannot be cut
// out without rebuilding the file (export its view copy), or that of Inspect.
func Strip(b []byte) ([]byte, error) {
	h, err := Inspect(b)
	if err != nil {
		return nil, err
	}
	switch h.Format {
	case JPEG:
		return stripJPEG(b)
	case PNG:
		return stripPNG(b)
	case WebP:
		return stripWebP(b)
	}
	return nil, &Error{Code: CodeNoStrip}
}

// stripJPEG copies segments except APP1 (EXIF, XMP), APP3 … APP15 bar the
// Adobe colour transform in APP14, and comments; of APP0 only JFIF stays and
// of APP2 only the ICC profile. The copy ends with the picture, because
// phones append films and gain maps that carry notes of their own.
func stripJPEG(b []byte) ([]byte, error) {
	out := append(make([]byte, 0, len(b)), 0xff, 0xd8)
	if o := ReadMetadata(b, JPEG).Orientation; o != Upright {
		out = append(out, orientationSegment(o)...)
	}
	scan := -1
	for s := range jpegSegments(b) {
		if s.marker == 0xda {
			scan = s.start
			break
		}
		if keepSegment(s) {
			out = append(out, b[s.start:s.end]...)
		}
	}
	if scan < 0 {
		return nil, damaged(nil)
	}
	return appendScans(out, b[scan:])
}

func keepSegment(s segment) bool {
	switch m := s.marker; {
	case m == 0xe0:
		return bytes.HasPrefix(s.body, []byte("JFIF\x00"))
	case m == 0xe2:
		return bytes.HasPrefix(s.body, iccMagic)
	case m == 0xee:
		return bytes.HasPrefix(s.body, []byte("Adobe")) && len(s.body) == 12
	case m >= 0xe0 && m <= 0xef, m == 0xfe:
		return false
	}
	return true
}

// appendScans copies entropy-coded data and the tables between scans up to the
// end-of-image marker, dropping application segments that hide between scans.
func appendScans(out, b []byte) ([]byte, error) {
	i := 0
	for i+1 < len(b) {
		if b[i] != 0xff {
			j := bytes.IndexByte(b[i:], 0xff)
			if j < 0 {
				break
			}
			out = append(out, b[i:i+j]...)
			i += j
			continue
		}
		m := b[i+1]
		switch {
		case m == 0xff:
			i++
		case m == 0x00 || m >= 0xd0 && m <= 0xd7:
			out = append(out, b[i], m)
			i += 2
		case m == 0xd9:
			return append(out, 0xff, 0xd9), nil
		default:
			if i+4 > len(b) {
				return nil, damaged(nil)
			}
			end := i + 2 + be16(b[i+2:])
			if end < i+4 || end > len(b) {
				return nil, damaged(nil)
			}
			if keepSegment(segment{marker: m, body: b[i+4 : end]}) {
				out = append(out, b[i:end]...)
			}
			i = end
		}
	}
	return nil, damaged(nil)
}

// orientationSegment is an EXIF segment that holds the orientation alone.
func orientationSegment(o Orientation) []byte {
	tiff := []byte("Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01")
	tiff = binary.BigEndian.AppendUint16(tiff, 0x0112)
	tiff = binary.BigEndian.AppendUint16(tiff, 3)
	tiff = binary.BigEndian.AppendUint32(tiff, 1)
	tiff = binary.BigEndian.AppendUint16(tiff, uint16(o))
	tiff = append(tiff, 0, 0, 0, 0, 0, 0)
	seg := []byte{0xff, 0xe1, 0, byte(len(tiff) + 2)}
	return append(seg, tiff...)
}

// stripPNG keeps the chunks that make the picture. A turned PNG is very rare;
// its orientation is kept in a fresh eXIf chunk.
func stripPNG(b []byte) ([]byte, error) {
	keep := map[string]bool{
		"IHDR": true, "PLTE": true, "IDAT": true, "IEND": true, "tRNS": true, "cHRM": true, "gAMA": true,
		"iCCP": true, "sBIT": true, "sRGB": true, "cICP": true, "bKGD": true, "pHYs": true,
	}
	out := append(make([]byte, 0, len(b)), b[:8]...)
	whole := false
	for c := range pngChunks(b) {
		if keep[c.kind] {
			out = append(out, b[c.start:c.end]...)
		}
		if c.kind == "IHDR" {
			if o := ReadMetadata(b, PNG).Orientation; o != Upright {
				out = appendPNGChunk(out, "eXIf", orientationSegment(o)[10:])
			}
		}
		whole = whole || c.kind == "IEND"
	}
	if !whole {
		return nil, damaged(nil)
	}
	return out, nil
}
