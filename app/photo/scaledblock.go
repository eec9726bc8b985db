package photo

import (
	"encoding/binary"
	"math"
)

// bitReader reads the bits of a scan, where 0xff 0x00 stands for 0xff and any
// other 0xff begins a marker.
type bitReader struct {
	b    []byte
	at   int
	held uint64 // the next bits, the first one on top
	n    int    // of held
	made int    // zeros put behind the last bit; n below this is past the end
}

// fill holds at least 48 bits.
func (r *bitReader) fill() {
	if r.at+8 <= len(r.b) {
		const ones = 0x0101010101010101
		v := binary.BigEndian.Uint64(r.b[r.at:])
		if (^v-ones)&v&(ones<<7) == 0 { // no byte is 0xff
			r.held |= v >> r.n
			k := (63 - r.n) >> 3
			r.n, r.at = r.n+8*k, r.at+k
			return
		}
	}
	for r.n < 56 {
		var c byte
		switch {
		case r.at >= len(r.b), r.b[r.at] == 0xff && (r.at+1 >= len(r.b) || r.b[r.at+1] != 0):
			r.made += 8
		case r.b[r.at] == 0xff:
			c, r.at = 0xff, r.at+2
		default:
			c, r.at = r.b[r.at], r.at+1
		}
		r.held |= uint64(c) << (56 - r.n)
		r.n += 8
	}
}

// marker steps over a marker; it reports whether the bits end right before it.
func (r *bitReader) marker(m byte) bool {
	if r.n == 0 {
		r.fill()
	}
	if real := r.n - r.made; real < 0 || real > 7 || r.at+2 > len(r.b) || r.b[r.at] != 0xff || r.b[r.at+1] != m {
		return false
	}
	r.at += 2
	r.held, r.n, r.made = 0, 0, 0
	return true
}

const (
	shortCode = 10 // bits looked up at once
	unkept    = 64
)

// code is what a short prefix of bits stands for.
type code struct {
	value      int16 // with its sign, when it lies within the prefix
	run, size  uint8
	length     uint8 // of the code alone; 0 when it is longer than the prefix
	all        uint8 // code and value together
	hasValue   bool
	endOfBlock bool
}

type huffman struct {
	short [1 << shortCode]code
	most  [18]uint32 // one more than the largest code of a length, 16 bits wide
	from  [17]int    // index of the first symbol of a length, less its code
	syms  []byte
}

// newHuffman makes the tables of codes (ITU-T T.81, annex C); nil when the
// lengths do not fit.
func newHuffman(lengths, symbols []byte) *huffman {
	h := &huffman{syms: symbols}
	next, k := uint32(0), 0
	for l := 1; l <= 16; l++ {
		h.from[l] = k - int(next)
		for range lengths[l-1] {
			if next >= 1<<l {
				return nil
			}
			if l <= shortCode {
				h.shorten(next, l, symbols[k])
			}
			next, k = next+1, k+1
		}
		h.most[l] = next << (16 - l)
		next <<= 1
	}
	h.most[17] = math.MaxUint32
	return h
}

func (h *huffman) shorten(bits uint32, length int, symbol byte) {
	c := code{run: symbol >> 4, size: symbol & 15, length: uint8(length), all: uint8(length) + symbol&15, endOfBlock: symbol == 0}
	spare := shortCode - length
	for tail := range uint32(1) << spare {
		if size := int(c.size); size > 0 && size <= spare {
			c.hasValue, c.value = true, int16(extend(tail>>(spare-size), size))
		}
		h.short[bits<<spare|tail] = c
	}
}

// extend gives the bits of a value its sign (F.2.2.1).
func extend(v uint32, size int) int32 {
	if v < 1<<(size-1) {
		return int32(v) - 1<<size + 1
	}
	return int32(v)
}

// long finds a code longer than the prefix.
func (h *huffman) long(held uint64) (c code, ok bool) {
	top := uint32(held >> 48)
	for l := shortCode + 1; l <= 16; l++ {
		if top < h.most[l] {
			i := h.from[l] + int(top>>(16-l))
			if i < 0 || i >= len(h.syms) {
				return c, false
			}
			s := h.syms[i]
			return code{run: s >> 4, size: s & 15, length: uint8(l), all: uint8(l) + s&15, endOfBlock: s == 0}, true
		}
	}
	return c, false
}

// kept says for each frequency, in the order of the file, where it stands in a
// square of the given side, or unkept.
var kept = func() (t [9][64]uint8) {
	for _, side := range []int{1, 2, 4, 8} {
		x, y, up := 0, 0, true
		for k := range 64 {
			t[side][k] = unkept
			if x < side && y < side {
				t[side][k] = uint8(y*side + x)
			}
			switch {
			case up && x == 7:
				y, up = y+1, false
			case up && y == 0:
				x, up = x+1, false
			case up:
				x, y = x+1, y-1
			case y == 7:
				x, up = x+1, true
			case x == 0:
				y, up = y+1, true
			default:
				x, y = x-1, y+1
			}
		}
	}
	return t
}()

// block decodes one block and writes side × side pixels to dst.
func (p *scaledPlane) block(r *bitReader, side int, dst []uint8) bool {
	f := &p.frequencies
	clear(f[:side*side])
	if r.n < 32 {
		r.fill()
	}
	c := p.dc.short[r.held>>(64-shortCode)]
	if c.length == 0 {
		var ok bool
		if c, ok = p.dc.long(r.held); !ok {
			return false
		}
	}
	if c.run != 0 {
		return false
	}
	p.before += int(value(c, r.held))
	f[0] = int32(p.before) * p.steps[0]
	r.held, r.n = r.held<<c.all, r.n-int(c.all)
	where := &kept[side]
	held, n := r.held, r.n
	for k := 1; k < 64; k++ {
		if n < 32 {
			r.held, r.n = held, n
			r.fill()
			held, n = r.held, r.n
		}
		c := &p.ac.short[held>>(64-shortCode)]
		if c.length == 0 {
			l, ok := p.ac.long(held)
			if !ok {
				return false
			}
			c = &l
		}
		if c.size == 0 {
			held, n = held<<c.all, n-int(c.all)
			if c.endOfBlock {
				break
			}
			if c.run != 15 {
				return false
			}
			k += 15
			continue
		}
		if k += int(c.run); k > 63 {
			return false
		}
		if at := where[k]; at < unkept {
			v := int32(c.value)
			if !c.hasValue {
				v = value(*c, held)
			}
			f[at] = v * p.steps[at&63]
		}
		held, n = held<<c.all, n-int(c.all)
	}
	r.held, r.n = held, n
	if n < r.made {
		return false
	}
	switch side {
	case 1:
		dst[0] = level(f[0], 3)
	case 2:
		p.two(f, dst)
	case 4:
		p.four(f, dst)
	default:
		p.eight(f, dst)
	}
	return true
}

// value reads the value behind a code.
func value(c code, held uint64) int32 {
	if c.size == 0 {
		return 0
	}
	return extend(uint32(held<<c.length>>(64-c.size)), int(c.size))
}

// level makes a pixel of a value that is too large by so many bits.
func level(v int32, bits uint) uint8 {
	return uint8(min(max((v+1<<(bits-1))>>bits+128, 0), 255))
}

// two is the inverse transform of 2 × 2 frequencies: those of the 8 × 8 block
// are four times too large for it along both sides together.
func (p *scaledPlane) two(f *[64]int32, dst []uint8) {
	a, b, c, d := f[0]+f[1], f[0]-f[1], f[2]+f[3], f[2]-f[3]
	dst[0], dst[1] = level(a+c, 3), level(b+d, 3)
	dst[p.stride], dst[p.stride+1] = level(a-c, 3), level(b-d, 3)
}

// four is the inverse transform of 4 × 4 frequencies, in fixed point of 12 bits.
func (p *scaledPlane) four(f *[64]int32, dst []uint8) {
	const (
		one  = 12
		cos1 = 5352 // 2·cos(π/8)/√2, in 1/4096
		cos3 = 2217 // 2·cos(3π/8)/√2
	)
	var t [16]int32
	for x := range 4 { // down each column
		a, b := (f[x]+f[8+x])<<one, (f[x]-f[8+x])<<one
		c, d := f[4+x]*cos1+f[12+x]*cos3, f[4+x]*cos3-f[12+x]*cos1
		t[x], t[4+x], t[8+x], t[12+x] = (a+c)>>6, (b+d)>>6, (b-d)>>6, (a-c)>>6
	}
	for y := range 4 {
		q, row := t[4*y:4*y+4:4*y+4], dst[y*p.stride:y*p.stride+4]
		a, b := (q[0]+q[2])<<6, (q[0]-q[2])<<6
		c, d := (q[1]*cos1+q[3]*cos3)>>6, (q[1]*cos3-q[3]*cos1)>>6
		const bits = 12 + 3
		row[0], row[1], row[2], row[3] = level(a+c, bits), level(b+d, bits), level(b-d, bits), level(a-c, bits)
	}
}

// eight is the inverse transform of the whole block, after Loeffler, Ligtenberg
// and Moschytz (1989), in fixed point of 13 bits.
func (p *scaledPlane) eight(f *[64]int32, dst []uint8) {
	for x := range 8 { // down each column
		if f[8+x]|f[16+x]|f[24+x]|f[32+x]|f[40+x]|f[48+x]|f[56+x] == 0 {
			v := f[x] << 2
			f[x], f[8+x], f[16+x], f[24+x], f[32+x], f[40+x], f[48+x], f[56+x] = v, v, v, v, v, v, v, v
			continue
		}
		const half = 1 << 10
		a, b, c, d, e, g, h, i := waves(f[x], f[8+x], f[16+x], f[24+x], f[32+x], f[40+x], f[48+x], f[56+x])
		f[x], f[56+x] = (a+e+half)>>11, (a-e+half)>>11
		f[8+x], f[48+x] = (b+g+half)>>11, (b-g+half)>>11
		f[16+x], f[40+x] = (c+h+half)>>11, (c-h+half)>>11
		f[24+x], f[32+x] = (d+i+half)>>11, (d-i+half)>>11
	}
	for y := range 8 {
		q, row := f[8*y:8*y+8:8*y+8], dst[y*p.stride:y*p.stride+8]
		a, b, c, d, e, g, h, i := waves(q[0], q[1], q[2], q[3], q[4], q[5], q[6], q[7])
		row[0], row[7] = level(a+e, 18), level(a-e, 18)
		row[1], row[6] = level(b+g, 18), level(b-g, 18)
		row[2], row[5] = level(c+h, 18), level(c-h, 18)
		row[3], row[4] = level(d+i, 18), level(d-i, 18)
	}
}

// waves adds up the even and the odd frequencies of a line of eight, in 1/8192:
// their sums and differences are its values, from the ends to the middle.
func waves(a, b, c, d, e, f, g, h int32) (e0, e1, e2, e3, o0, o1, o2, o3 int32) {
	z := (c + g) * 4433
	c, g = z+c*6270, z-g*15137
	s, t := (a+e)<<13, (a-e)<<13
	z1, z2, z3, z4 := (h+b)*-7373, (f+d)*-20995, (h+d)*-16069, (f+b)*-3196
	z5 := (h + d + f + b) * 9633
	z3, z4 = z3+z5, z4+z5
	return s + c, t + g, t - g, s - c, b*12299 + z1 + z4, d*25172 + z2 + z3, f*16819 + z2 + z4, h*2446 + z1 + z3
}
