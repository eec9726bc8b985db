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
