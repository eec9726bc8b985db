package photo

import "math"

// plane is one 8-bit channel of a picture.
type plane struct {
	pix    []uint8
	stride int
	w, h   int
}

func newPlane(w, h int) plane { return plane{make([]uint8, w*h), w, w, h} }

func (p plane) row(y int) []uint8 { return p.pix[y*p.stride : y*p.stride+p.w] }

// box returns the means over k × k cells. The last column and row may cover
// fewer pixels; scale is told the exact extent so that nothing shifts.
func (p plane) box(k int) plane {
	if k <= 1 {
		return p
	}
	out := newPlane((p.w+k-1)/k, (p.h+k-1)/k)
	sums := make([]uint32, out.w)
	full := p.w / k
	for oy := range out.h {
		clear(sums)
		rows := min(k, p.h-oy*k)
		for y := oy * k; y < oy*k+rows; y++ {
			src := p.row(y)
			for ox := range full {
				var s uint32
				for _, v := range src[ox*k : ox*k+k] {
					s += uint32(v)
				}
				sums[ox] += s
			}
			for _, v := range src[full*k:] {
				sums[full] += uint32(v)
			}
		}
		dst := out.row(oy)
		n := uint32(k * rows)
		for ox := range full {
			dst[ox] = uint8((sums[ox] + n/2) / n)
		}
		if full < out.w {
			n := uint32((p.w - full*k) * rows)
			dst[full] = uint8((sums[full] + n/2) / n)
		}
	}
	return out
}

// shrink returns the plane at w × h: a box mean by a whole factor that leaves
// at least twice the wanted size, then Catmull-Rom. The box makes it fast, the
// kernel makes it sharp, and together they do not alias.
func (p plane) shrink(w, h int) plane {
	if w == p.w && h == p.h {
		return p
	}
	k := max(1, min(p.w/w, p.h/h)/2)
	return p.box(k).scale(w, h, float64(p.w)/float64(k), float64(p.h)/float64(k))
}

// weights are the taps of one axis in 14-bit fixed point: output i is the sum
// of tap[i*n+j] × source[first[i]+j].
type weights struct {
	first []int
	tap   []int32
	n     int
}

const tapOne = 1 << 14

// catmullRom is the cubic convolution kernel of Keys (1981) with a = −1/2.
func catmullRom(x float64) float64 {
	x = math.Abs(x)
	switch {
	case x < 1:
		return (1.5*x-2.5)*x*x + 1
	case x < 2:
		return ((-0.5*x+2.5)*x-4)*x + 2
	}
	return 0
}

// newWeights maps dst samples onto extent source units held in src samples.
func newWeights(dst, src int, extent float64) weights {
	ratio := extent / float64(dst)
	wide := max(1, ratio)
	n := min(src, int(math.Ceil(4*wide))+1)
	k := weights{make([]int, dst), make([]int32, dst*n), n}
	raw := make([]float64, n)
	for i := range dst {
		centre := (float64(i)+0.5)*ratio - 0.5
		first := min(max(0, int(math.Ceil(centre-2*wide))), src-n)
		sum := 0.0
		for j := range raw {
			raw[j] = catmullRom((float64(first+j) - centre) / wide)
			sum += raw[j]
		}
		k.first[i] = first
		left, largest := int32(tapOne), 0
		for j, v := range raw {
			t := int32(math.Round(v / sum * tapOne))
			k.tap[i*n+j] = t
			left -= t
			if v > raw[largest] {
				largest = j
			}
		}
		k.tap[i*n+largest] += left // the taps of a flat field add up to one
	}
	return k
}

// scale resamples to w × h; the plane covers extentW × extentH source units.
// Rows pass through a ring no longer than the kernel, so memory stays small.
func (p plane) scale(w, h int, extentW, extentH float64) plane {
	kx, ky := newWeights(w, p.w, extentW), newWeights(h, p.h, extentH)
	const down = 8 // bits dropped after the horizontal pass; 6 remain as fraction
	ring := make([][]int32, ky.n)
	held := make([]int, ky.n)
	for i := range ring {
		ring[i], held[i] = make([]int32, w), -1
	}
	out := newPlane(w, h)
	acc := make([]int32, w)
	for oy := range h {
		clear(acc)
		for j := range ky.n {
			t := ky.tap[oy*ky.n+j]
			y := ky.first[oy] + j
			if t == 0 {
				continue
			}
			r := ring[y%ky.n]
			if held[y%ky.n] != y {
				held[y%ky.n] = y
				kx.apply(r, p.row(y), down)
			}
			for x, v := range r {
				acc[x] += t * v
			}
		}
		dst := out.row(oy)
		const shift = 14 + 14 - down
		for x, v := range acc {
			dst[x] = uint8(min(max((v+1<<(shift-1))>>shift, 0), 255))
		}
	}
	return out
}

func (k weights) apply(dst []int32, src []uint8, down uint) {
	for i := range dst {
		taps := k.tap[i*k.n : i*k.n+k.n]
		s := src[k.first[i]:][:len(taps)]
		var acc int32
		for j, t := range taps {
			acc += t * int32(s[j])
		}
		dst[i] = acc >> down
	}
}
