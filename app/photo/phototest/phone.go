package phototest

import (
	"image"
	"math"
)

// Phone returns a JPEG of 12 megapixels as a phone held upright stores it: on
// its side, with the orientation that turns it, skin with pores and grain, and
// about 3 MB large. Each number gives another file.
func Phone(number int) []byte {
	const w, h = 4032, 3024
	m := image.NewYCbCr(image.Rect(0, 0, w, h), image.YCbCrSubsampleRatio420)
	grain := uint32(number)*2654435761 + 1
	for y := range h {
		row := m.Y[y*m.YStride : y*m.YStride+w]
		light := 150 + 30*math.Sin(float64(y)/700)
		for x := range row {
			grain ^= grain << 13
			grain ^= grain >> 17
			grain ^= grain << 5
			pore := 6 * (((x/5)*7 + (y/5)*13) % 9) / 9
			row[x] = uint8(int(light) + (x>>6+y>>6)&15 + pore + int(grain>>29))
		}
	}
	for y := range h / 2 {
		for x := range w / 2 {
			i := y*m.CStride + x
			m.Cb[i], m.Cr[i] = uint8(108+(x>>7)&3), uint8(146+12*((x>>8+y>>8)&1))
		}
	}
	return withOrientation(encode(m), 6)
}
