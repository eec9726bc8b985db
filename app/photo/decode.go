package photo

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/webp"
)

// decode decodes the pixels of a file that Inspect accepted; a large JPEG may
// come out smaller, with at least so many pixels along its longer side. A panic
// inside a decoder is a damaged file, not the end of the program.
func (im Importer) decode(b []byte, f Format, least int) (m image.Image, err error) {
	defer func() {
		if r := recover(); r != nil {
			m, err = nil, damaged(fmt.Errorf("decoder: %v", r))
		}
	}()
	switch f {
	case JPEG:
		if small := scaledJPEG(b, least); small != nil {
			return small, nil
		}
		m, err = jpeg.Decode(bytes.NewReader(b))
	case PNG:
		m, err = png.Decode(bytes.NewReader(b))
	case WebP:
		m, err = webp.Decode(bytes.NewReader(b))
	case HEIC:
		m, err = im.decodeHEIC(b)
	default:
		return nil, &Error{Code: CodeNotPhoto}
	}
	var refusal *Error
	switch {
	case errors.As(err, &refusal):
		return nil, refusal
	case err != nil:
		return nil, damaged(err)
	}
	if s := m.Bounds().Size(); s.X <= 0 || s.Y <= 0 {
		return nil, damaged(nil)
	}
	return m, nil
}

// decodeHEIC decodes by what stands in for libheif, or by libheif.
func (im Importer) decodeHEIC(b []byte) (image.Image, error) {
	if im.HEIC != nil {
		return im.HEIC(b)
	}
	return decodeHEIC(b)
}
