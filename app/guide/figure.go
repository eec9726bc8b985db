package guide

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"math"
)

// Side is a view of the body figure.
type Side string

// The views. Face is the head of Front, larger.
const (
	Front Side = "front"
	Back  Side = "back"
	Face  Side = "face"
)

// View is one picture of the figure.
type View struct {
	Side    Side    `json:"side"`
	Picture string  `json:"picture"` // name of an illustration, without extension
	Width   float64 `json:"width"`   // of its viewBox
	Height  float64 `json:"height"`
}

// Region is one site of the body on one view of the figure.
type Region struct {
	Site    string  `json:"site"` // a name of journal.Sites; left and right are the person's own
	Side    Side    `json:"side"`
	Outline []Point `json:"outline"` // a polygon in the units of its view, closed by itself
}

// BodyFigure is the body in several views with the sites on each.
type BodyFigure struct {
	Views   []View   `json:"views"`
	Regions []Region `json:"regions"`
}

// ReadBodyFigure reads body.json of the art folder.
func ReadBodyFigure(art fs.FS) (*BodyFigure, error) {
	data, err := fs.ReadFile(art, "body.json")
	if err != nil {
		return nil, err
	}
	var f BodyFigure
	if err := json.Unmarshal(data, &f); err != nil {
		return nil, fmt.Errorf("body.json: %w", err)
	}
	for _, v := range f.Views {
		if !(v.Width > 0) || !(v.Height > 0) || v.Picture == "" {
			return nil, fmt.Errorf("body.json: view %q is %g × %g of picture %q", v.Side, v.Width, v.Height, v.Picture)
		}
	}
	for _, r := range f.Regions {
		if _, ok := f.View(r.Side); !ok || len(r.Outline) < 3 || r.Site == "" {
			return nil, fmt.Errorf("body.json: region %q on side %q has %d points", r.Site, r.Side, len(r.Outline))
		}
	}
	return &f, nil
}

// View returns the picture of a side.
func (f *BodyFigure) View(side Side) (View, bool) {
	for _, v := range f.Views {
		if v.Side == side {
			return v, true
		}
	}
	return View{}, false
}

// On returns the regions of one side, large ones first.
func (f *BodyFigure) On(side Side) []Region {
	var out []Region
	for _, r := range f.Regions {
		if r.Side == side {
			out = append(out, r)
		}
	}
	return out
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
