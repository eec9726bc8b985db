package main

import (
	"bytes"
	"image"
	_ "image/jpeg" // view copies are JPEG
)

// pictureSize returns the pixels of a view copy, 0 when it cannot be read.
func pictureSize(view []byte) (w, h int) {
	c, _, err := image.DecodeConfig(bytes.NewReader(view))
	if err != nil {
		return 0, 0
	}
	return c.Width, c.Height
}
