// Package figure turns series and findings into charts. A Figure is a value:
// it can be painted at any number of pixels, written as SVG, drawn into a page,
// asked for its numbers, and asked to say itself in one sentence.
//
// The charts are composed by go-chart, through a Renderer of this package that
// records them as an ink.Drawing. Everything go-chart refuses or draws wrongly
// (one point, equal x, NaN, no series, bars that start at the smallest bar) is
// caught here: ranges are always given, and a gap is never a number.
package figure
