package photo

import "iter"

// segment is one marker segment of a JPEG (ITU-T T.81, annex B).
type segment struct {
	marker byte
	start  int    // offset of the 0xff
	body   []byte // payload without marker and length; nil for a bare marker
	end    int    // offset after the payload
}

// jpegSegments yields the segments before the first scan, the start-of-scan
// segment last. It stops at the first byte that is no marker.
func jpegSegments(b []byte) iter.Seq[segment] {
	return func(yield func(segment) bool) {
		for i := 2; i+4 <= len(b); {
			if b[i] != 0xff {
				return
			}
			m := b[i+1]
			switch {
			case m == 0xff: // fill byte
				i++
				continue
			case m == 0x00 || m == 0xd8 || m == 0xd9:
				return
			case m == 0x01 || m >= 0xd0 && m <= 0xd7:
				if !yield(segment{marker: m, start: i, end: i + 2}) {
					return
				}
				i += 2
				continue
			}
			end := i + 2 + be16(b[i+2:])
			if end < i+4 || end > len(b) {
				return
			}
			if !yield(segment{marker: m, start: i, body: b[i+4 : end], end: end}) || m == 0xda {
				return
			}
			i = end
		}
	}
}

// chunk is one chunk of a PNG or a RIFF (WebP) file.
type chunk struct {
	kind  string
	body  []byte
	start int // offset of the chunk's first byte
	end   int // offset after the chunk with its checksum or padding
}

// pngChunks yields the chunks of a PNG up to and with IEND.
func pngChunks(b []byte) iter.Seq[chunk] {
	return func(yield func(chunk) bool) {
		for i := 8; i+12 <= len(b); {
			n := int64(be32(b[i:]))
			if n > int64(len(b)-i-12) {
				return
			}
			c := chunk{string(b[i+4 : i+8]), b[i+8 : i+8+int(n)], i, i + 12 + int(n)}
			if !yield(c) || c.kind == "IEND" {
				return
			}
			i = c.end
		}
	}
}

// webpChunks yields the chunks of a WebP file within its RIFF length.
func webpChunks(b []byte) iter.Seq[chunk] {
	return func(yield func(chunk) bool) {
		if len(b) < 12 {
			return
		}
		limit := min(int64(len(b)), int64(le32(b[4:]))+8)
		for i := int64(12); i+8 <= limit; {
			n := int64(le32(b[i+4:]))
			if n > limit-i-8 {
				return
			}
			end := min(i+8+n+n&1, limit)
			if !yield(chunk{string(b[i : i+4]), b[i+8 : i+8+n], int(i), int(end)}) {
				return
			}
			i = end
		}
	}
}

func webpMoves(b []byte) bool {
	const animation = 1 << 1
	for c := range webpChunks(b) {
		return c.kind == "VP8X" && len(c.body) > 0 && c.body[0]&animation != 0
	}
	return false
}

func pngMoves(b []byte) bool {
	for c := range pngChunks(b) {
		switch c.kind {
		case "acTL":
			return len(c.body) >= 4 && be32(c.body) > 1
		case "IDAT":
			return false
		}
	}
	return false
}
