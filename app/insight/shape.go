package insight

import "math"

// shape is one of the six fixed ways in which skin may answer an exposure.
type shape struct {
	id     string
	window [2]int // days after, first and last
	decay  bool   // jump after window[0] days, then fading by 0.7 a day; else the mean of the window
}

// shapes returns the six response shapes in their fixed order.
func shapes() [6]shape {
	return [6]shape{
		{"onset1", [2]int{1, 3}, true},
		{"onset2", [2]int{2, 4}, true},
		{"onset3", [2]int{3, 5}, true},
		{"mean1_3", [2]int{1, 3}, false},
		{"mean4_7", [2]int{4, 7}, false},
		{"mean1_14", [2]int{1, 14}, false},
	}
}

const (
	shapeCount = 6
	fade       = 0.7 // share of a fading response that is left the next day
)

var (
	defaultWindow = [2]int{1, 3}
	courseWindow  = [2]int{1, 14}
)

// putShapes writes the six shapes of x into the columns at … at+5 of dst, a
// row-major matrix of stride columns. fx is filled(x).
func putShapes(dst []float64, stride, at int, x, fx []float64, box *boxer) {
	for j, sh := range shapes() {
		if sh.decay {
			putDecay(dst, stride, at+j, fx, sh.window[0])
			continue
		}
		putColumn(dst, stride, at+j, box.mean(x, sh.window[0], sh.window[1]))
	}
}

// putDecay writes w_t = 0.7 w_{t-1} + fx_{t-lag}, started at its long-run
// level; days before the record count as the mean.
func putDecay(dst []float64, stride, at int, fx []float64, lag int) {
	m := mean(fx)
	w := m / (1 - fade)
	for t := range fx {
		in := m
		if t >= lag {
			in = fx[t-lag]
		}
		w = fade*w + in
		dst[t*stride+at] = w
	}
}

func putColumn(dst []float64, stride, at int, v []float64) {
	for t, x := range v {
		dst[t*stride+at] = x
	}
}

func mean(x []float64) float64 {
	if len(x) == 0 {
		return 0
	}
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum / float64(len(x))
}

// boxer works out window means with one scratch series, so that hundreds of
// factors do not allocate.
type boxer struct{ out []float64 }

// mean returns, per day, the mean of the known x_{t-b} … x_{t-a}, filled with
// its own mean where fewer than half are known. The slice is reused.
func (b *boxer) mean(x []float64, from, to int) []float64 {
	if cap(b.out) < len(x) {
		b.out = make([]float64, len(x))
	}
	out := b.out[:len(x)]
	width := to - from + 1
	total, days := 0.0, 0
	for t := range x {
		sum, n := 0.0, 0
		for l := from; l <= to && l <= t; l++ {
			if v := x[t-l]; !math.IsNaN(v) {
				sum += v
				n++
			}
		}
		if 2*n < width {
			out[t] = math.NaN()
			continue
		}
		out[t] = sum / float64(n)
		total += out[t]
		days++
	}
	m := 0.0
	if days > 0 {
		m = total / float64(days)
	}
	for t, v := range out {
		if math.IsNaN(v) {
			out[t] = m
		}
	}
	return out
}

// putLag writes fill(lag_l(fx)) into column at.
func putLag(dst []float64, stride, at int, fx []float64, lag int) {
	m := 0.0
	if len(fx) > lag {
		m = mean(fx[:len(fx)-lag])
	}
	for t := range fx {
		v := m
		if t >= lag {
			v = fx[t-lag]
		}
		dst[t*stride+at] = v
	}
}
