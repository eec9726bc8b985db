package photo

import (
	"image"
	"math"

	"gonum.org/v1/gonum/dsp/fourier"
	"gonum.org/v1/gonum/mat"
)

// MinCorrelation is the likeness above which an automatic alignment is
// offered. Right alignments of textured skin stay above 0.9 and wrong ones
// below 0.3, so there is a wide gap on either side.
const MinCorrelation = 0.6

// searchSide is the side of the square in which the first guess is sought, and
// fineSide the side of the last refinement.
const (
	searchSide = 128
	fineSide   = 256
)

// Propose looks for the similarity that lays the second photo on the first and
// returns it with the correlation of the two pictures where they overlap. The
// first guess is the best phase correlation (Kuglin and Hines 1975) over a few
// turns and scales; it is refined from coarse to fine by Gauss-Newton steps on
// a residual that is free of gain and offset, in the manner of Evangelidis and
// Psarakis (2008). The slow change of light across a picture is taken out
// beforehand. The error is an *Error of CodeNoMatch unless the correlation
// exceeds MinCorrelation. It takes about half a second.
func Propose(first, second image.Image) (s Similarity, correlation float64, err error) {
	a, b := newField(first, fineSide), newField(second, fineSide)
	if a == nil || b == nil {
		return Similarity{}, 0, &Error{Code: CodeNoMatch}
	}
	coarseA, coarseB := a.reduce(), b.reduce()
	s = firstGuess(coarseA, coarseB)
	for _, level := range [][2]*field{{coarseA.reduce(), coarseB.reduce()}, {coarseA, coarseB}, {a, b}} {
		s = refine(level[0], level[1], s)
	}
	correlation = likeness(a, b, s)
	if !(correlation > MinCorrelation) || s.Scale < minScale || s.Scale > maxScale {
		return Similarity{}, correlation, &Error{Code: CodeNoMatch}
	}
	return s, correlation, nil
}

// field is the texture of a picture: lightness less its slow change, in a
// grid whose width is n samples.
type field struct {
	w, h int
	v    []float64
}

// newField returns nil for a picture too narrow or too flat to say anything.
func newField(m image.Image, n int) *field {
	b := m.Bounds()
	if b.Dx() < 16 || b.Dy() < 16 {
		return nil
	}
	h := max(16, min(4*n, (b.Dy()*n+b.Dx()/2)/b.Dx()))
	rgb := Render(m, Identity, Frame{Width: n, Height: h, Zoom: 1, Centre: Point{0.5, float64(h) / float64(n) / 2}}, float64(h)/float64(n))
	f := &field{n, h, make([]float64, n*h)}
	for i := range f.v {
		q := rgb.Pix[i*4:]
		f.v[i] = 0.2126*float64(q[0]) + 0.7152*float64(q[1]) + 0.0722*float64(q[2])
	}
	slow := f.smooth(n/10, 2, nil)
	sum := 0.0
	for i := range f.v {
		f.v[i] -= slow.v[i]
		sum += f.v[i] * f.v[i]
	}
	if sum/float64(len(f.v)) < 0.05 {
		return nil
	}
	return f
}

// smooth returns the running mean over 2r+1 samples along both axes, as often
// as times says; windows shrink at the edges. between is room for as many
// samples as f has, nil makes it.
func (f *field) smooth(r, times int, between []float64) *field {
	if between == nil {
		between = make([]float64, len(f.v))
	}
	out := &field{f.w, f.h, make([]float64, len(f.v))}
	in := f
	for range times {
		in.smoothInto(out.v, r, between)
		in = out
	}
	return out
}

// smoothInto is one smoothing; out may be the field's own samples.
func (f *field) smoothInto(out []float64, r int, rows []float64) {
	for y := range f.h {
		in, row, sum := f.v[y*f.w:(y+1)*f.w], rows[y*f.w:(y+1)*f.w], 0.0
		for _, v := range in[:min(r, f.w)] {
			sum += v
		}
		for x := range row {
			if x+r < f.w {
				sum += in[x+r]
			}
			if x > r {
				sum -= in[x-r-1]
			}
			row[x] = sum / float64(min(f.w, x+r+1)-max(0, x-r))
		}
	}
	// All columns at once, row by row, as they lie in memory.
	sums := make([]float64, f.w)
	add := func(y int, sign float64) {
		for x, v := range rows[y*f.w : (y+1)*f.w] {
			sums[x] += sign * v
		}
	}
	for y := range min(r, f.h) {
		add(y, 1)
	}
	for y := range f.h {
		if y+r < f.h {
			add(y+r, 1)
		}
		if y > r {
			add(y-r-1, -1)
		}
		share := 1 / float64(min(f.h, y+r+1)-max(0, y-r))
		row := out[y*f.w : (y+1)*f.w]
		for x := range row {
			row[x] = sums[x] * share
		}
	}
}

// reduce halves the field.
func (f *field) reduce() *field {
	out := &field{f.w / 2, f.h / 2, make([]float64, (f.w/2)*(f.h/2))}
	for y := range out.h {
		for x := range out.w {
			i := 2*y*f.w + 2*x
			out.v[y*out.w+x] = (f.v[i] + f.v[i+1] + f.v[i+f.w] + f.v[i+f.w+1]) / 4
		}
	}
	return out
}

// at reads the field bilinearly at a point in widths, with its slopes per
// width; ok is false outside.
func (f *field) at(p Point) (v, gx, gy float64, ok bool) {
	n := float64(f.w)
	x, y := p.X*n-0.5, p.Y*n-0.5
	if !(x >= 0 && y >= 0 && x < n-1 && y < float64(f.h-1)) {
		return 0, 0, 0, false
	}
	i, j := int(x), int(y)
	fx, fy := x-float64(i), y-float64(j)
	q := f.v[j*f.w+i:]
	a, b, c, d := q[0], q[1], q[f.w], q[f.w+1]
	top, low := a+(b-a)*fx, c+(d-c)*fx
	return top + (low-top)*fy, ((b-a)*(1-fy) + (d-c)*fy) * n, (low - top) * n, true
}

// firstGuess tries turns and scales; the shift of each is found at once by
// phase correlation.
func firstGuess(a, b *field) Similarity {
	best, bestScore := Identity, math.Inf(-1)
	plan := fourier.NewCmplxFFT(searchSide)
	spectrum := func(f *field, s Similarity) []complex128 { return transform(plan, window(f, s)) }
	fa := spectrum(a, Identity)
	for _, scale := range []float64{1, 0.9, 1.11, 0.8, 1.25} {
		for _, degrees := range []float64{0, -6, 6, -12, 12} {
			turn := Similarity{Scale: scale, Angle: degrees * math.Pi / 180}
			// Turn and scale about the middle, so that the shift stays small.
			middle := turn.Apply(Point{0.5, float64(b.h) / float64(b.w) / 2})
			turn.DX, turn.DY = 0.5-middle.X, float64(a.h)/float64(a.w)/2-middle.Y
			dx, dy := peak(plan, fa, spectrum(b, turn))
			turn.DX += dx / searchSide
			turn.DY += dy / searchSide
			if score := likeness(a, b, turn); score > bestScore {
				best, bestScore = turn, score
			}
		}
	}
	return best
}

// window samples the field, moved by s, into a square with a cosine edge.
func window(f *field, s Similarity) []complex128 {
	out := make([]complex128, searchSide*searchSide)
	inv := s.Invert()
	edge := func(i int) float64 { return 0.5 - 0.5*math.Cos(2*math.Pi*(float64(i)+0.5)/searchSide) }
	for y := range searchSide {
		for x := range searchSide {
			p := inv.Apply(Point{(float64(x) + 0.5) / searchSide, (float64(y) + 0.5) / searchSide})
			if v, _, _, ok := f.at(p); ok {
				out[y*searchSide+x] = complex(v*edge(x)*edge(y), 0)
			}
		}
	}
	return out
}

// transform is the two-dimensional discrete Fourier transform, in place.
func transform(plan *fourier.CmplxFFT, v []complex128) []complex128 {
	column := make([]complex128, searchSide)
	for y := range searchSide {
		row := v[y*searchSide : (y+1)*searchSide]
		copy(row, plan.Coefficients(column, row))
	}
	line := make([]complex128, searchSide)
	for x := range searchSide {
		for y := range searchSide {
			line[y] = v[y*searchSide+x]
		}
		plan.Coefficients(column, line)
		for y := range searchSide {
			v[y*searchSide+x] = column[y]
		}
	}
	return v
}

// peak returns the shift in samples that brings b onto a.
func peak(plan *fourier.CmplxFFT, a, b []complex128) (dx, dy float64) {
	cross := make([]complex128, len(a))
	for i := range a {
		c := a[i] * complex(real(b[i]), -imag(b[i]))
		if m := math.Hypot(real(c), imag(c)); m > 1e-9 {
			// The conjugate lets the forward transform serve as the inverse.
			cross[i] = complex(real(c)/m, -imag(c)/m)
		}
	}
	transform(plan, cross)
	best, at := math.Inf(-1), 0
	for i, c := range cross {
		if real(c) > best {
			best, at = real(c), i
		}
	}
	wrap := func(i int) float64 {
		if i > searchSide/2 {
			return float64(i - searchSide)
		}
		return float64(i)
	}
	return wrap(at % searchSide), wrap(at / searchSide)
}

// likeness is the correlation of a with b moved onto it, −1 … 1; 0 when less
// than a third of a is covered.
func likeness(a, b *field, s Similarity) float64 {
	inv := s.Invert()
	var n, sa, sb, saa, sbb, sab float64
	for y := range a.h {
		for x := range a.w {
			q := Point{(float64(x) + 0.5) / float64(a.w), (float64(y) + 0.5) / float64(a.w)}
			v, _, _, ok := b.at(inv.Apply(q))
			if !ok {
				continue
			}
			u := a.v[y*a.w+x]
			n++
			sa, sb, saa, sbb, sab = sa+u, sb+v, saa+u*u, sbb+v*v, sab+u*v
		}
	}
	va, vb := saa-sa*sa/n, sbb-sb*sb/n
	if n < float64(len(a.v))/3 || va <= 0 || vb <= 0 {
		return 0
	}
	return (sab - sa*sb/n) / math.Sqrt(va*vb)
}

// refine improves s by Gauss-Newton: at each step the first picture is
// explained as gain × moved second + offset + the four slopes of the motion,
// and the motion is moved by what the slopes say.
func refine(a, b *field, s Similarity) Similarity {
	best, bestScore := s, likeness(a, b, s)
	for range 12 {
		step, ok := newtonStep(a, b, best)
		if !ok {
			break
		}
		score := likeness(a, b, step)
		if score < bestScore+1e-6 {
			break
		}
		best, bestScore = step, score
	}
	return best
}

func newtonStep(a, b *field, s Similarity) (Similarity, bool) {
	inv := s.Invert()
	ca, sa := inv.Scale*math.Cos(inv.Angle), inv.Scale*math.Sin(inv.Angle)
	var ata [36]float64
	var atb [6]float64
	for y := range a.h {
		for x := range a.w {
			q := Point{(float64(x) + 0.5) / float64(a.w), (float64(y) + 0.5) / float64(a.w)}
			v, gx, gy, ok := b.at(Point{ca*q.X - sa*q.Y + inv.DX, sa*q.X + ca*q.Y + inv.DY})
			if !ok {
				continue
			}
			row := [6]float64{v, 1, gx*q.X + gy*q.Y, gy*q.X - gx*q.Y, gx, gy}
			u := a.v[y*a.w+x]
			for i := range row {
				atb[i] += row[i] * u
				for j := i; j < 6; j++ {
					ata[i*6+j] += row[i] * row[j]
				}
			}
		}
	}
	for i := range 6 {
		for j := range i {
			ata[i*6+j] = ata[j*6+i]
		}
		ata[i*6+i] *= 1 + 1e-6
	}
	var x mat.VecDense
	if err := x.SolveVec(mat.NewDense(6, 6, ata[:]), mat.NewVecDense(6, atb[:])); err != nil {
		return s, false
	}
	gain := x.AtVec(0)
	if gain < 0.05 {
		return s, false
	}
	turn := complex(ca+x.AtVec(2)/gain, sa+x.AtVec(3)/gain)
	shift := complex(inv.DX+x.AtVec(4)/gain, inv.DY+x.AtVec(5)/gain)
	next := fromComplex(turn, shift)
	if next.Scale < minScale || next.Scale > maxScale {
		return s, false
	}
	return next.Invert(), true
}
