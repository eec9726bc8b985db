package insight

import "math"

// The sums here run in index order, which keeps results equal to the byte.

func dot(a, b []float64) float64 {
	s := 0.0
	for i, v := range a {
		s += v * b[i]
	}
	return s
}

// axpy adds a·x to dst.
func axpy(dst []float64, a float64, x []float64) {
	for i, v := range x {
		dst[i] += a * v
	}
}

func scale(x []float64, a float64) {
	for i := range x {
		x[i] *= a
	}
}

// norm returns the Euclidean length, safe for very large and small values.
func norm(x []float64) float64 {
	big := 0.0
	for _, v := range x {
		big = math.Max(big, math.Abs(v))
	}
	if big == 0 || math.IsInf(big, 0) {
		return big
	}
	s := 0.0
	for _, v := range x {
		s += v / big * (v / big)
	}
	return big * math.Sqrt(s)
}

func pick(x []float64, at []int) []float64 {
	out := make([]float64, len(at))
	for r, t := range at {
		out[r] = x[t]
	}
	return out
}

func clone(x []float64) []float64 { return append([]float64(nil), x...) }

// workspace lends scratch buffers to one goroutine.
type workspace struct {
	buf [][]float64
	t   quantiles
}

// get returns buffer i with length n; its content is undefined.
func (w *workspace) get(i, n int) []float64 {
	for len(w.buf) <= i {
		w.buf = append(w.buf, nil)
	}
	if cap(w.buf[i]) < n {
		w.buf[i] = make([]float64, n)
	}
	return w.buf[i][:n]
}

// invertSPD inverts the symmetric positive definite a (n×n, row-major) in
// place; it reports false when a is not positive definite to working
// precision.
func invertSPD(a []float64, n int) bool {
	l := make([]float64, n*n)
	for i := range n {
		for j := 0; j <= i; j++ {
			s := a[i*n+j] - dot(l[i*n:i*n+j], l[j*n:j*n+j])
			if i != j {
				l[i*n+j] = s / l[j*n+j]
				continue
			}
			if !(s > 1e-12*a[i*n+i]) {
				return false
			}
			l[i*n+i] = math.Sqrt(s)
		}
	}
	col := make([]float64, n)
	for c := range n {
		for i := range n {
			v := 0.0
			if i == c {
				v = 1
			}
			col[i] = (v - dot(l[i*n:i*n+i], col[:i])) / l[i*n+i]
		}
		for i := n - 1; i >= 0; i-- {
			v := col[i]
			for j := i + 1; j < n; j++ {
				v -= l[j*n+i] * col[j]
			}
			col[i] = v / l[i*n+i]
		}
		for i := range n {
			a[i*n+c] = col[i]
		}
	}
	return true
}
