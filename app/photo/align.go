package photo

import (
	"math"
	"math/cmplx"

	"skinward/app/journal"
)

// Point is a place on an upright picture in widths of that picture, so that
// angles and distances are those seen: x runs from 0 to 1, y from 0 to
// height/width.
type Point struct{ X, Y float64 }

// Similarity moves, turns and scales without bending: the only change that
// lays one photo of a place on another without inventing skin. It maps points
// of the second photo onto the first, each in widths of its own.
type Similarity struct {
	Scale  float64 // above 0
	Angle  float64 // radians, clockwise as seen on screen
	DX, DY float64 // widths of the first photo
}

// Identity leaves every point where it is.
var Identity = Similarity{Scale: 1}

// Bounds of an alignment that can be meant.
const (
	minScale, maxScale = 0.2, 5.0
	minMarkDistance    = 0.02 // of a width; closer marks fix no angle
)

func (p Point) c() complex128 { return complex(p.X, p.Y) }

func point(z complex128) Point { return Point{real(z), imag(z)} }

// Apply returns where p of the second photo falls on the first.
func (s Similarity) Apply(p Point) Point {
	return point(cmplx.Rect(s.Scale, s.Angle)*p.c() + complex(s.DX, s.DY))
}

// Invert returns the similarity that undoes s.
func (s Similarity) Invert() Similarity {
	a := cmplx.Rect(s.Scale, s.Angle)
	return fromComplex(1/a, -complex(s.DX, s.DY)/a)
}

// Then returns the similarity that applies s and then t.
func (s Similarity) Then(t Similarity) Similarity {
	a := cmplx.Rect(t.Scale, t.Angle)
	return fromComplex(a*cmplx.Rect(s.Scale, s.Angle), a*complex(s.DX, s.DY)+complex(t.DX, t.DY))
}

func fromComplex(a, t complex128) Similarity {
	return Similarity{Scale: cmplx.Abs(a), Angle: cmplx.Phase(a), DX: real(t), DY: imag(t)}
}

// AlignMarks returns the similarity that lays the second photo's marks on the
// first's, exactly for two pairs and in the least-squares sense for more. In
// complex numbers q = a·p + t it has the closed form
// a = Σ conj(p−p̄)(q−q̄) / Σ|p−p̄|², t = q̄ − a·p̄ (Umeyama 1991 without mirrors).
// The error is an *Error of CodeMarks: fewer than two pairs, marks nearly on
// one spot, or a change of scale beyond what two photos of a place show.
func AlignMarks(first, second []Point) (Similarity, error) {
	refuse := func(why string) (Similarity, error) { return Similarity{}, &Error{Code: CodeMarks, Detail: why} }
	if len(first) != len(second) || len(first) < 2 {
		return refuse("two marks are needed in each photo")
	}
	var meanP, meanQ complex128
	for i := range first {
		meanQ += first[i].c()
		meanP += second[i].c()
	}
	n := complex(float64(len(first)), 0)
	meanP, meanQ = meanP/n, meanQ/n
	var top complex128
	var spreadP, spreadQ float64
	for i := range first {
		p, q := second[i].c()-meanP, first[i].c()-meanQ
		top += cmplx.Conj(p) * q
		spreadP += real(p)*real(p) + imag(p)*imag(p)
		spreadQ += real(q)*real(q) + imag(q)*imag(q)
	}
	// Two marks at distance d have a spread of d²/2.
	const least = minMarkDistance * minMarkDistance / 2
	if !(spreadP >= least && spreadQ >= least) || math.IsInf(spreadP+spreadQ, 0) {
		return refuse("the two marks are too close together")
	}
	a := top / complex(spreadP, 0)
	if s := cmplx.Abs(a); s < minScale || s > maxScale {
		return refuse("the photos would differ more than five times in size")
	}
	return fromComplex(a, meanQ-a*meanP), nil
}

// FromRecord returns the similarity of a stored alignment.
func FromRecord(a journal.Alignment) Similarity {
	return Similarity{a.Scale, a.Angle, a.DX, a.DY}
}

// Record returns the similarity as it is stored.
func (s Similarity) Record(onto journal.ID, automatic bool) journal.Alignment {
	return journal.Alignment{Onto: onto, Scale: s.Scale, Angle: s.Angle, DX: s.DX, DY: s.DY, Automatic: automatic}
}
