package guide

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"io/fs"
	"math"
	"strings"
)

// Point is a place in the plate's or the figure's own units, y downwards.
type Point struct {
	X float64 `json:"x"`
	Y float64 `json:"y"`
}

// Mark is a numbered disc on the opening plate.
type Mark struct {
	Number int    `json:"number"` // 1 … 6
	Topic  string `json:"topic"`  // id of the page that it opens
	Point
	Radius float64 `json:"radius"`
}

// Label is a word beside a part of the plate.
type Label struct {
	Text  string `json:"text"`
	Ways  []int  `json:"ways"`  // the ways that the part belongs to; none means always shown in full
	Align string `json:"align"` // "left", "centre" or "right": which end of the word stands at the point
	Point
}

// Flow is a line along which something travels: a chain of cubic Bézier
// curves, the first point and then three points a curve.
type Flow struct {
	Way    int     `json:"way"`
	Points []Point `json:"points"`
}

// Plate is the opening illustration: its layers in drawing order, its marks,
// words and lines of flow.
type Plate struct {
	Width, Height float64 // of the drawing, in its own units
	Layers        []Layer
	Marks         []Mark
	Labels        []Label
	Flows         []Flow
}

// Layer is one group of the plate.
type Layer struct {
	ID     string
	Ways   []int  // the ways that it belongs to; none means that it never fades
	Ground string // the colour behind it, into which it fades
	Group  []byte // the group's own XML
}

// Belongs reports whether something with these ways is part of way, which is 0
// when none is chosen.
func Belongs(ways []int, way int) bool {
	if way == 0 || len(ways) == 0 {
		return true
	}
	for _, w := range ways {
		if w == way {
			return true
		}
	}
	return false
}

// At returns the mark under a point.
func (p *Plate) At(x, y float64) (Mark, bool) {
	for i := len(p.Marks) - 1; i >= 0; i-- {
		if m := p.Marks[i]; math.Hypot(x-m.X, y-m.Y) <= m.Radius {
			return m, true
		}
	}
	return Mark{}, false
}

// ReadPlate reads plate.svg and plate.json of the art folder.
func ReadPlate(art fs.FS) (*Plate, error) {
	svg, err := fs.ReadFile(art, "plate.svg")
	if err != nil {
		return nil, err
	}
	data, err := fs.ReadFile(art, "plate.json")
	if err != nil {
		return nil, err
	}
	p := &Plate{}
	if p.Width, p.Height, p.Layers, err = SplitLayers(svg); err != nil {
		return nil, fmt.Errorf("plate.svg: %w", err)
	}
	var extra struct {
		Marks  []Mark  `json:"marks"`
		Labels []Label `json:"labels"`
		Flows  []Flow  `json:"flows"`
	}
	if err := json.Unmarshal(data, &extra); err != nil {
		return nil, fmt.Errorf("plate.json: %w", err)
	}
	for _, f := range extra.Flows {
		if len(f.Points) < 4 || len(f.Points)%3 != 1 {
			return nil, fmt.Errorf("plate.json: the flow of way %d has %d points, want 1 and then 3 a curve", f.Way, len(f.Points))
		}
	}
	p.Marks, p.Labels, p.Flows = extra.Marks, extra.Labels, extra.Flows
	return p, nil
}

// SplitLayers parts a drawing at the groups directly under its root, so that
// each can be drawn with its own strength. The ways of a layer are the digits
// in its attribute data-ways, "1 4".
func SplitLayers(svg []byte) (width, height float64, layers []Layer, err error) {
	d := xml.NewDecoder(bytes.NewReader(svg))
	var start int64
	depth := 0
	var open Layer
	for {
		at := d.InputOffset()
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return 0, 0, nil, err
		}
		switch tok := token.(type) {
		case xml.StartElement:
			depth++
			switch {
			case depth == 1:
				if width, height, err = viewBox(tok); err != nil {
					return 0, 0, nil, err
				}
			case depth == 2 && tok.Name.Local == "g":
				open, start = layerOf(tok), at
			}
		case xml.EndElement:
			if depth == 2 && tok.Name.Local == "g" {
				open.Group = svg[start:d.InputOffset()]
				layers = append(layers, open)
			}
			depth--
		}
	}
	if len(layers) == 0 {
		return 0, 0, nil, fmt.Errorf("no group under the root")
	}
	return width, height, layers, nil
}

func viewBox(root xml.StartElement) (w, h float64, err error) {
	for _, a := range root.Attr {
		if a.Name.Local == "viewBox" {
			var x, y float64
			if _, err := fmt.Sscanf(a.Value, "%g %g %g %g", &x, &y, &w, &h); err != nil || x != 0 || y != 0 || !(w > 0) || !(h > 0) || math.IsInf(w+h, 0) {
				return 0, 0, fmt.Errorf("viewBox %q is not \"0 0 width height\"", a.Value)
			}
			return w, h, nil
		}
	}
	return 0, 0, fmt.Errorf("the root has no viewBox")
}

func layerOf(group xml.StartElement) Layer {
	var l Layer
	for _, a := range group.Attr {
		switch a.Name.Local {
		case "id":
			l.ID = a.Value
		case "data-ground":
			l.Ground = strings.ToLower(a.Value)
		case "data-ways":
			for _, r := range strings.Fields(a.Value) {
				if len(r) == 1 && r[0] >= '1' && r[0] <= '6' {
					l.Ways = append(l.Ways, int(r[0]-'0'))
				}
			}
		}
	}
	return l
}

// PointAt returns the place at share t (0 … 1) of the flow's curves, each
// curve taking the same share.
func (f Flow) PointAt(t float64) Point {
	n := (len(f.Points) - 1) / 3
	if n < 1 {
		return Point{}
	}
	s := min(max(t, 0), 1) * float64(n)
	i := min(int(s), n-1)
	u := s - float64(i)
	a, b, c, d := f.Points[3*i], f.Points[3*i+1], f.Points[3*i+2], f.Points[3*i+3]
	v := 1 - u
	mix := func(a, b, c, d float64) float64 { return v*v*v*a + 3*v*v*u*b + 3*v*u*u*c + u*u*u*d }
	return Point{mix(a.X, b.X, c.X, d.X), mix(a.Y, b.Y, c.Y, d.Y)}
}
