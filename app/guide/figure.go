package guide

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"math"
)

// Side is a view of the body figure.
type Side string

// The two views.
const (
	Front Side = "front"
	Back  Side = "back"
)

// Region is one site of the body on one view of the figure.
type Region struct {
	Site    string  `json:"site"` // a name of journal.Sites; left and right are the person's own
	Side    Side    `json:"side"`
	Outline []Point `json:"outline"` // a polygon in the figure's units, closed by itself
}

// BodyFigure is the outline of the body with its regions. Front and back are
// pictures of the same size.
type BodyFigure struct {
	Width   float64  `json:"width"`
	Height  float64  `json:"height"`
	Regions []Region `json:"regions"`
}

// ReadBodyFigure reads body.json of the art folder; body-front.svg and
// body-back.svg are the pictures that belong to it.
func ReadBodyFigure(art fs.FS) (*BodyFigure, error) {
	data, err := fs.ReadFile(art, "body.json")
	if err != nil {
		return nil, err
	}
	var f BodyFigure
	if err := json.Unmarshal(data, &f); err != nil {
		return nil, fmt.Errorf("body.json: %w", err)
	}
	if !(f.Width > 0) || !(f.Height > 0) {
		return nil, fmt.Errorf("body.json: size %g × %g", f.Width, f.Height)
	}
	for _, r := range f.Regions {
		if len(r.Outline) < 3 || r.Site == "" || (r.Side != Front && r.Side != Back) {
			return nil, fmt.Errorf("body.json: region %q on side %q has %d points", r.Site, r.Side, len(r.Outline))
		}
	}
	return &f, nil
}

// At returns the site under a point of one view. Where regions overlap, the
// one that stands later in the file wins: small ones follow large ones.
func (f *BodyFigure) At(side Side, x, y float64) (string, bool) {
	for i := len(f.Regions) - 1; i >= 0; i-- {
		if r := f.Regions[i]; r.Side == side && r.Contains(x, y) {
			return r.Site, true
		}
	}
	return "", false
}

// Contains reports whether a point lies within the region, by the even-odd
// rule.
func (r Region) Contains(x, y float64) bool {
	in := false
	for i, j := 0, len(r.Outline)-1; i < len(r.Outline); j, i = i, i+1 {
		a, b := r.Outline[i], r.Outline[j]
		if (a.Y > y) != (b.Y > y) && x < (b.X-a.X)*(y-a.Y)/(b.Y-a.Y)+a.X {
			in = !in
		}
	}
	return in
}

// Centre returns the mean of the region's corners, where a marker stands.
func (r Region) Centre() Point {
	var c Point
	for _, p := range r.Outline {
		c.X += p.X
		c.Y += p.Y
	}
	n := math.Max(1, float64(len(r.Outline)))
	return Point{c.X / n, c.Y / n}
}
