package ink

// Stripped returns a JPEG without its application and comment segments, where
// cameras write place, time and device. The colour transform of an Adobe
// segment is kept, because decoding depends on it. ok is false, and nothing is
// returned, for what is no JPEG or not one whose segments can be followed.
func Stripped(data []byte) (clean []byte, ok bool) {
	if len(data) < 4 || data[0] != 0xFF || data[1] != 0xD8 {
		return nil, false
	}
	out := append(make([]byte, 0, len(data)), 0xFF, 0xD8)
	for i := 2; i+4 <= len(data); {
		if data[i] != 0xFF {
			return nil, false
		}
		marker := data[i+1]
		if marker == 0xDA { // start of the picture itself
			return append(out, data[i:]...), true
		}
		if marker == 0xFF { // filling
			i++
			continue
		}
		size := int(data[i+2])<<8 | int(data[i+3])
		end := i + 2 + size
		if size < 2 || end > len(data) {
			return nil, false
		}
		app := marker >= 0xE0 && marker <= 0xEF && marker != 0xE0 && marker != 0xEE
		if !app && marker != 0xFE {
			out = append(out, data[i:end]...)
		}
		i = end
	}
	return nil, false
}

// frame finds the frame header of a JPEG: the place of its width, the width,
// and how many pixels wide the blocks are in which it is stored.
func frame(data []byte) (at, width, block int, ok bool) {
	for i := 2; i+4 <= len(data) && data[i] == 0xFF; {
		marker, size := data[i+1], int(data[i+2])<<8|int(data[i+3])
		end := i + 2 + size
		if marker == 0xDA || size < 2 || end > len(data) {
			return 0, 0, 0, false
		}
		if marker >= 0xC0 && marker <= 0xC2 {
			n := 0
			if size >= 8 {
				n = int(data[i+9])
			}
			if n == 0 || size < 8+3*n {
				return 0, 0, 0, false
			}
			most := 1
			for c := range n {
				most = max(most, int(data[i+10+3*c+1]>>4))
			}
			return i + 7, int(data[i+7])<<8 | int(data[i+8]), 8 * most, true
		}
		i = end
	}
	return 0, 0, 0, false
}

// narrowed returns a JPEG without its last column of pixels, which is done by
// writing a smaller width as long as the same blocks are needed. ok is false
// when it cannot be done.
func narrowed(data []byte) (out []byte, ok bool) {
	at, width, block, ok := frame(data)
	if !ok || width < 2 || (width-1+block-1)/block != (width+block-1)/block {
		return nil, false
	}
	out = append([]byte(nil), data...)
	out[at], out[at+1] = byte((width-1)>>8), byte(width-1)
	return out, true
}
