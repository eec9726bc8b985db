package photo

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/webp"
)

// Bounds within which a file is opened. They are checked on the header alone,
// before any memory for pixels is taken.
const (
	MaxBytes  = 60_000_000 // size of the file
	MaxPixels = 64_000_000 // width × height
	MaxSide   = 20_000     // longer side in pixels

	// maxDecoded bounds the memory that the decoded picture and the decoder's
	// own tables may take; only 16-bit PNGs and unusually large progressive
	// JPEGs come near it.
	maxDecoded = 512 << 20
)

// Header is what a file says about itself before its pixels are decoded.
type Header struct {
	Format        Format
	Width, Height int  // as stored, before the EXIF orientation is applied
	Progressive   bool // JPEG whose rows arrive in several passes

	samples float64 // JPEG: samples for one pixel, 1 (grey) … 4 (CMYK)
}

// Inspect names the format and the size of a file within the bounds above.
// It takes well under a millisecond and no memory worth naming, whatever the
// file claims. Errors are *Error.
func Inspect(b []byte) (Header, error) {
	if len(b) > MaxBytes {
		return Header{}, &Error{Code: CodeTooManyBytes, Bytes: MaxBytes}
	}
	f, err := Sniff(b[:min(len(b), SniffLen)])
	if err != nil {
		return Header{}, err
	}
	h := Header{Format: f}
	var cfg image.Config
	switch f {
	case JPEG:
		cfg, err = jpeg.DecodeConfig(bytes.NewReader(b))
		h.Progressive, h.samples = jpegFrame(b)
	case PNG:
		cfg, err = png.DecodeConfig(bytes.NewReader(b))
		if err == nil && pngMoves(b) {
			return h, &Error{Code: CodeMoving}
		}
	case WebP:
		if webpMoves(b) {
			return h, &Error{Code: CodeMoving}
		}
		cfg, err = webp.DecodeConfig(bytes.NewReader(b))
	case HEIC:
		cfg, err = heifConfig(b)
	}
	if err != nil {
		return h, damaged(err)
	}
	h.Width, h.Height = cfg.Width, cfg.Height
	return h, checkSize(h, cfg.ColorModel, len(b))
}

func checkSize(h Header, m color.Model, size int) error {
	w, ht := h.Width, h.Height
	if w <= 0 || ht <= 0 {
		return damaged(nil)
	}
	tooMany := &Error{Code: CodeTooManyPixels, Width: w, Height: ht}
	if w > MaxSide || ht > MaxSide {
		return tooMany
	}
	px := int64(w) * int64(ht)
	if px > MaxPixels || float64(px)*bytesPerPixel(h, m) > maxDecoded {
		return tooMany
	}
	// A file far too short for its own header would cost the full picture in
	// memory before the decoder noticed. A JPEG spends at least one bit on each
	// 8×8 block in its first pass; deflate never packs better than 1:1032, and
	// a PNG pixel is at least one bit.
	switch h.Format {
	case JPEG:
		if px/512 > int64(size) {
			return damaged(nil)
		}
	case PNG:
		if px/8/1032 > int64(size) {
			return damaged(nil)
		}
	}
	return nil
}

// bytesPerPixel estimates what decoding costs, pixels and decoder together.
func bytesPerPixel(h Header, m color.Model) float64 {
	switch {
	case h.Format == JPEG && h.Progressive:
		return 5 * h.samples // a coefficient of four bytes for each sample, and the sample
	case h.Format == JPEG:
		return h.samples
	case m == color.NRGBA64Model, m == color.RGBA64Model:
		return 8
	case m == color.Gray16Model:
		return 2
	}
	return 4
}

// jpegFrame reads the first frame header (ITU-T T.81, B.2.2): whether the
// picture is progressive and how many samples it holds for each pixel, 1.5
// where chroma is halved along both axes.
func jpegFrame(b []byte) (progressive bool, samples float64) {
	for s := range jpegSegments(b) {
		if s.marker < 0xc0 || s.marker > 0xc2 || len(s.body) < 6 {
			continue
		}
		var each [4]float64
		var across, down float64
		n := min(int(s.body[5]), len(each), (len(s.body)-6)/3)
		for i := range n {
			hv := s.body[6+3*i+1]
			h, v := float64(hv>>4), float64(hv&15)
			each[i] = h * v
			across, down = max(across, h), max(down, v)
		}
		for _, e := range each {
			samples += e / max(1, across*down)
		}
		return s.marker == 0xc2, samples
	}
	return false, 4
}
