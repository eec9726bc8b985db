package photo

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"iter"

	"github.com/gen2brain/heic"
)

// box is one box of an ISO base media file (ISO/IEC 14496-12).
type box struct {
	kind string
	body []byte
}

// boxes yields the boxes that fill b; it stops at the first that does not fit.
func boxes(b []byte) iter.Seq[box] {
	return func(yield func(box) bool) {
		for len(b) >= 8 {
			n, head := int64(be32(b)), int64(8)
			switch {
			case n == 0:
				n = int64(len(b))
			case n == 1 && len(b) >= 16 && be32(b[8:]) == 0:
				n, head = int64(be32(b[12:])), 16
			}
			if n < head || n > int64(len(b)) {
				return
			}
			if !yield(box{string(b[4:8]), b[head:n]}) {
				return
			}
			b = b[n:]
		}
	}
}

func child(b []byte, kind string) []byte {
	for x := range boxes(b) {
		if x.kind == kind {
			return x.body
		}
	}
	return nil
}

// heifProperties returns the item properties of a HEIF file: sizes, colours,
// rotations (meta → iprp → ipco; meta is a full box with 4 bytes of version).
func heifProperties(b []byte) []byte {
	meta := child(b, "meta")
	if len(meta) < 4 {
		return nil
	}
	return child(child(meta[4:], "iprp"), "ipco")
}

// heifConfig reads the size from the largest image spatial extents property,
// which is that of the whole picture (tiles and thumbnails are smaller). The
// decoder's own DecodeConfig would start the whole WebAssembly engine first.
func heifConfig(b []byte) (image.Config, error) {
	cfg := image.Config{ColorModel: color.YCbCrModel}
	for p := range boxes(heifProperties(b)) {
		if p.kind != "ispe" || len(p.body) < 12 {
			continue
		}
		w, h := int(be32(p.body[4:])), int(be32(p.body[8:]))
		if float64(w)*float64(h) > float64(cfg.Width)*float64(cfg.Height) {
			cfg.Width, cfg.Height = w, h
		}
	}
	if cfg.Width == 0 {
		return cfg, errors.New("heif: no image size")
	}
	return cfg, nil
}

// libheif pads the rows of small colour planes to 64 samples and the library
// around it does not know; the colours of narrower pictures would be scrambled.
const minHEICWidth = 128

// decodeHEIC decodes with the WebAssembly build of libheif, which applies the
// file's rotation and mirror boxes itself.
func decodeHEIC(b []byte) (image.Image, error) {
	if heic.Dynamic() == nil {
		return nil, &Error{Code: CodeHEICBuild}
	}
	m, err := heic.Decode(bytes.NewReader(b))
	if err != nil {
		return nil, damaged(err)
	}
	if m.Bounds().Dx() < minHEICWidth {
		return nil, &Error{Code: CodeUnsupported, Found: "a HEIC picture less than 128 pixels wide"}
	}
	return m, nil
}
