package photo

import (
	"encoding/binary"
	"hash/crc32"
)

func appendPNGChunk(out []byte, kind string, body []byte) []byte {
	out = binary.BigEndian.AppendUint32(out, uint32(len(body)))
	start := len(out)
	out = append(append(out, kind...), body...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[start:]))
}

// stripWebP keeps picture, alpha and profile and clears the flags of what went
// (RFC 9649). An orientation other than upright stays in a fresh EXIF chunk.
func stripWebP(b []byte) ([]byte, error) {
	const flagXMP, flagEXIF = 1 << 2, 1 << 3
	o := ReadMetadata(b, WebP).Orientation
	out := append(make([]byte, 0, len(b)), "RIFF\x00\x00\x00\x00WEBP"...)
	picture, extended := false, false
	for c := range webpChunks(b) {
		switch c.kind {
		case "VP8 ", "VP8L":
			picture = true
		case "VP8X":
			extended = len(c.body) >= 10
		case "ALPH", "ICCP":
		default:
			continue
		}
		start := len(out)
		out = appendRIFFChunk(out, c.kind, c.body)
		if c.kind == "VP8X" && extended {
			out[start+8] &^= flagXMP | flagEXIF
			if o != Upright {
				out[start+8] |= flagEXIF
			}
		}
	}
	if !picture {
		return nil, damaged(nil)
	}
	if extended && o != Upright {
		out = appendRIFFChunk(out, "EXIF", orientationSegment(o)[10:])
	}
	binary.LittleEndian.PutUint32(out[4:], uint32(len(out)-8))
	return out, nil
}

func appendRIFFChunk(out []byte, kind string, body []byte) []byte {
	out = append(out, kind...)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(body)))
	out = append(out, body...)
	if len(body)%2 == 1 {
		out = append(out, 0)
	}
	return out
}
