package photo

import "image"

// A JPEG keeps each 8 × 8 block of a plane as frequencies, the lowest first.
// Where the copy will be much smaller than the original, the low ones are
// enough: an original of 4,032 pixels decoded to 1,008 for its thumbnail costs
// a fifth of the time and a sixteenth of the memory of the whole.

// scaledJPEG decodes a photo at the least of 1/8, 1/4, 1/2 and the whole of its
// size that leaves the longer side at least that many pixels, and whole when it
// has fewer; the whole takes half the time of the standard library's decoder. It
// takes the plain baseline files that cameras and phones write and only while
// every byte is in order; for all others it returns nil, and the complete decoder
// judges them.
func scaledJPEG(b []byte, least int) *image.YCbCr {
	d := scaledDecoder{file: b}
	for s := range jpegSegments(b) {
		if s.marker == 0xda {
			if !d.begin(s.body, least) || !d.scan(s.end) {
				return nil
			}
			return d.out
		}
		if !d.segment(s) {
			return nil
		}
	}
	return nil
}

// scaledPlane is one of luma and the two chroma.
type scaledPlane struct {
	id, quant      byte
	across, down   int // blocks of an 8 × 8 in one unit of the scan
	steps          [64]int32
	dc, ac         *huffman
	pix            []uint8
	stride, before int       // before is the last DC value
	frequencies    [64]int32 // of the block being decoded
}

type scaledDecoder struct {
	file    []byte
	w, h    int
	planes  [3]scaledPlane
	quants  [4]*[64]byte
	tables  [2][4]*huffman
	restart int
	keep    int // pixels along one side that are made of each block: 1, 2, 4 or 8
	out     *image.YCbCr
}

// segment takes what stands before the scan; it reports whether it is of the
// usual kind.
func (d *scaledDecoder) segment(s segment) bool {
	switch m := s.marker; {
	case m == 0xee: // Adobe's note; transform 1 is luma and chroma
		return len(s.body) >= 12 && string(s.body[:5]) == "Adobe" && s.body[11] == 1
	case m >= 0xe0 && m <= 0xef, m == 0xfe:
		return true
	case m == 0xdb:
		return d.quantisation(s.body)
	case m == 0xc4:
		return d.huffman(s.body)
	case m == 0xdd:
		if len(s.body) != 2 {
			return false
		}
		d.restart = be16(s.body)
		return true
	case m == 0xc0:
		return d.frame(s.body)
	}
	return false
}

func (d *scaledDecoder) quantisation(b []byte) bool {
	for len(b) >= 65 {
		if b[0] > 3 { // 16 bits, or a table that does not exist
			return false
		}
		d.quants[b[0]] = (*[64]byte)(b[1:65])
		b = b[65:]
	}
	return len(b) == 0
}

func (d *scaledDecoder) huffman(b []byte) bool {
	for len(b) >= 17 {
		class, id := b[0]>>4, b[0]&15
		n := 0
		for _, c := range b[1:17] {
			n += int(c)
		}
		if class > 1 || id > 1 || n == 0 || n > 256 || len(b) < 17+n {
			return false
		}
		t := newHuffman(b[1:17], b[17:17+n])
		if t == nil {
			return false
		}
		d.tables[class][id] = t
		b = b[17+n:]
	}
	return len(b) == 0
}

// frame takes three planes of which luma alone may be finer.
func (d *scaledDecoder) frame(b []byte) bool {
	if d.w != 0 || len(b) != 15 || b[0] != 8 || b[5] != 3 {
		return false
	}
	d.h, d.w = be16(b[1:]), be16(b[3:])
	for i := range d.planes {
		c := b[6+3*i:]
		p := scaledPlane{id: c[0], across: int(c[1] >> 4), down: int(c[1] & 15), quant: c[2]}
		if p.id != byte(i+1) || p.quant > 3 || p.across < 1 || p.down < 1 || p.across > 2 || p.down > 2 || i > 0 && p.across*p.down != 1 {
			return false
		}
		d.planes[i] = p
	}
	return d.w > 0 && d.h > 0
}

// begin reads the head of the scan, chooses the size and takes the memory.
func (d *scaledDecoder) begin(b []byte, least int) bool {
	if d.w == 0 || len(b) != 10 || b[0] != 3 || b[7] != 0 || b[8] != 63 || b[9] != 0 {
		return false
	}
	for d.keep = 1; d.keep < 8 && max(d.w, d.h)*d.keep < 8*least; d.keep *= 2 {
	}
	small := func(v int) int { return (v*d.keep + 7) / 8 }
	units := d.units()
	ratio := map[int]image.YCbCrSubsampleRatio{
		0x11: image.YCbCrSubsampleRatio444, 0x21: image.YCbCrSubsampleRatio422,
		0x12: image.YCbCrSubsampleRatio440, 0x22: image.YCbCrSubsampleRatio420,
	}[d.planes[0].across<<4|d.planes[0].down]
	d.out = image.NewYCbCr(image.Rect(0, 0, units.X*d.planes[0].across*d.keep, units.Y*d.planes[0].down*d.keep), ratio)
	for i, pix := range [][]uint8{d.out.Y, d.out.Cb, d.out.Cr} {
		p := &d.planes[i]
		quant, sel := d.quants[p.quant], b[2+2*i]
		if quant == nil || b[1+2*i] != p.id || sel>>4 > 1 || sel&15 > 1 {
			return false
		}
		p.dc, p.ac = d.tables[0][sel>>4], d.tables[1][sel&15]
		if p.dc == nil || p.ac == nil {
			return false
		}
		p.pix, p.stride = pix, d.out.YStride
		if i > 0 {
			p.stride = d.out.CStride
		}
		for k, at := range kept[d.keep] {
			if at < unkept {
				p.steps[at] = int32(quant[k])
			}
		}
	}
	d.out.Rect = image.Rect(0, 0, small(d.w), small(d.h))
	return true
}

// units is how many units of the scan lie across and down.
func (d *scaledDecoder) units() image.Point {
	w, h := 8*d.planes[0].across, 8*d.planes[0].down
	return image.Pt((d.w+w-1)/w, (d.h+h-1)/h)
}

// scan decodes the blocks that begin at the offset, up to the end of the file.
func (d *scaledDecoder) scan(at int) bool {
	bits := bitReader{b: d.file, at: at}
	units := d.units()
	left, mark := d.restart, byte(0xd0)
	for y := range units.Y {
		for x := range units.X {
			if d.restart > 0 && left == 0 {
				if !bits.marker(mark) {
					return false
				}
				left, mark = d.restart, 0xd0|(mark+1)&7
				for i := range d.planes {
					d.planes[i].before = 0
				}
			}
			left--
			for i := range d.planes {
				p := &d.planes[i]
				for v := range p.down {
					row := p.pix[(y*p.down+v)*d.keep*p.stride+x*p.across*d.keep:]
					for u := range p.across {
						if !p.block(&bits, d.keep, row[u*d.keep:]) {
							return false
						}
					}
				}
			}
		}
	}
	return bits.marker(0xd9)
}
