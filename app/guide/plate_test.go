package guide_test

import (
	"math"
	"strings"
	"testing"
	"testing/fstest"

	"skinward/app/guide"
)

const twoLayers = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">
<g id="base"><rect x="1" y="1" width="2" height="2"/><g><circle cx="1" cy="1" r="1"/></g></g>
<g id="nerve" data-ways="6 2" data-ground="#FFFFFF"><path d="M0 0L1 1" stroke="#000000"/></g></svg>`

func TestSplitLayersFindsTheGroupsUnderTheRoot(t *testing.T) {
	w, h, layers, err := guide.SplitLayers([]byte(twoLayers))
	if err != nil || w != 100 || h != 50 || len(layers) != 2 {
		t.Fatalf("%g × %g, %d layers, %v", w, h, len(layers), err)
	}
	if layers[0].ID != "base" || len(layers[0].Ways) != 0 || !strings.Contains(string(layers[0].Group), "<circle") {
		t.Errorf("%+v", layers[0])
	}
	if layers[1].ID != "nerve" || layers[1].Ways[0] != 6 || layers[1].Ways[1] != 2 || strings.Contains(string(layers[1].Group), "<rect") {
		t.Errorf("%+v", layers[1])
	}
	for _, bad := range []string{"", "<svg>", `<svg viewBox="0 0 1 1"></svg>`, `<svg viewBox="0 0 -1 1"><g></g></svg>`, `<svg viewBox="a"><g></g></svg>`} {
		if _, _, _, err := guide.SplitLayers([]byte(bad)); err == nil {
			t.Errorf("%q was accepted", bad)
		}
	}
}

func FuzzSplitLayers(f *testing.F) {
	f.Add([]byte(twoLayers))
	f.Add([]byte(`<svg viewBox="0 0 1 1"><g/></svg>`))
	f.Fuzz(func(t *testing.T, svg []byte) {
		w, h, layers, err := guide.SplitLayers(svg)
		if err == nil && (len(layers) == 0 || !(w > 0) || !(h > 0)) {
			t.Errorf("%g × %g with %d layers was accepted", w, h, len(layers))
		}
	})
}

func TestMarksAreHitToTheirRimAndNotBeyond(t *testing.T) {
	art := fstest.MapFS{
		"plate.svg":  {Data: []byte(twoLayers)},
		"plate.json": {Data: []byte(`{"marks":[{"number":3,"topic":"nutrients","x":10,"y":20,"radius":5}],"flows":[{"way":6,"points":[{"x":0,"y":0},{"x":0,"y":0},{"x":10,"y":0},{"x":10,"y":0}]}]}`)},
	}
	p, err := guide.ReadPlate(art)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		x, y float64
		hit  bool
	}{{10, 20, true}, {15, 20, true}, {15.01, 20, false}, {13.5, 23.5, true}, {13.6, 23.6, false}, {0, 0, false}} {
		if m, ok := p.At(tt.x, tt.y); ok != tt.hit || (ok && m.Number != 3) {
			t.Errorf("(%g, %g): %v", tt.x, tt.y, ok)
		}
	}
	f := p.Flows[0]
	if a, b, m := f.PointAt(0), f.PointAt(1), f.PointAt(0.5); a.X != 0 || b.X != 10 || math.Abs(m.X-5) > 1e-9 {
		t.Errorf("flow runs %v %v %v", a, m, b)
	}
	if !guide.Belongs([]int{6, 2}, 2) || guide.Belongs([]int{6, 2}, 1) || !guide.Belongs(nil, 1) || !guide.Belongs([]int{6}, 0) {
		t.Error("belonging is wrong")
	}
}

func TestBadPlateDataIsRefused(t *testing.T) {
	for _, data := range []string{`{`, `{"flows":[{"way":1,"points":[{"x":0,"y":0}]}]}`} {
		art := fstest.MapFS{"plate.svg": {Data: []byte(twoLayers)}, "plate.json": {Data: []byte(data)}}
		if _, err := guide.ReadPlate(art); err == nil {
			t.Errorf("%s was accepted", data)
		}
	}
}

func TestBodyFigureFindsTheSiteUnderAPoint(t *testing.T) {
	art := fstest.MapFS{"body.json": {Data: []byte(`{"views":[{"side":"front","picture":"f","width":100,"height":200},{"side":"back","picture":"b","width":100,"height":200}],"regions":[
		{"site":"chest","side":"front","outline":[{"x":0,"y":0},{"x":20,"y":0},{"x":20,"y":20},{"x":0,"y":20}]},
		{"site":"neck","side":"front","outline":[{"x":5,"y":5},{"x":10,"y":5},{"x":10,"y":10},{"x":5,"y":10}]}]}`)}}
	f, err := guide.ReadBodyFigure(art)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		side guide.Side
		x, y float64
		want string
	}{{guide.Front, 15, 15, "chest"}, {guide.Front, 7, 7, "neck"}, {guide.Back, 7, 7, ""}, {guide.Front, 30, 7, ""}} {
		if got, _ := f.At(tt.side, tt.x, tt.y); got != tt.want {
			t.Errorf("%s (%g, %g): %q, want %q", tt.side, tt.x, tt.y, got, tt.want)
		}
	}
	if v, ok := f.View(guide.Back); !ok || v.Picture != "b" || len(f.On(guide.Front)) != 2 || len(f.On(guide.Back)) != 0 {
		t.Errorf("views %+v", f.Views)
	}
	if c := f.Regions[0].Centre(); c.X != 10 || c.Y != 10 {
		t.Errorf("centre %v", c)
	}
	for _, bad := range []string{`{`, `{"views":[{"side":"front","picture":"f","width":0,"height":1}]}`, `{"views":[],"regions":[{"site":"x","side":"top","outline":[{"x":1,"y":1},{"x":2,"y":1},{"x":1,"y":2}]}]}`} {
		if _, err := guide.ReadBodyFigure(fstest.MapFS{"body.json": {Data: []byte(bad)}}); err == nil {
			t.Errorf("%s was accepted", bad)
		}
	}
}

func TestAlternativesNeedATextForEachPicture(t *testing.T) {
	good, err := guide.ReadAlternatives(fstest.MapFS{"alt.csv": {Data: []byte("picture,shows\nplate,\"A body, seen from the front.\"\n")}})
	if err != nil || good["plate"] != "A body, seen from the front." {
		t.Errorf("%v %v", good, err)
	}
	for _, bad := range []string{"picture,shows\nplate,\n", "picture,shows\na,b\na,c\n", "picture,shows\na\n"} {
		if _, err := guide.ReadAlternatives(fstest.MapFS{"alt.csv": {Data: []byte(bad)}}); err == nil {
			t.Errorf("%q was accepted", bad)
		}
	}
}

func TestDrawingFadesWhatDoesNotBelongToTheChosenWay(t *testing.T) {
	art := fstest.MapFS{"plate.svg": {Data: []byte(twoLayers)}, "plate.json": {Data: []byte(`{}`)}, "night.csv": {Data: []byte("light,dark\n#000000,#808080\n#ffffff,#000000\n")}}
	p, err := guide.ReadPlate(art)
	if err != nil {
		t.Fatal(err)
	}
	night, err := guide.ReadNight(art)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		way    int
		colors map[string]string
		want   string
	}{{0, nil, "#000000"}, {6, nil, "#000000"}, {1, nil, "#c7c7c7"}, {0, night, "#808080"}, {1, night, "#1c1c1c"}} {
		got := string(p.Drawing(tt.way, tt.colors))
		if !strings.Contains(got, `stroke="`+tt.want+`"`) || !strings.Contains(got, "<circle") {
			t.Errorf("way %d: want stroke %s in\n%s", tt.way, tt.want, got)
		}
		if _, _, layers, err := guide.SplitLayers([]byte(got)); err != nil || len(layers) != 2 {
			t.Errorf("way %d: %d layers, %v", tt.way, len(layers), err)
		}
	}
	if _, err := guide.ReadNight(fstest.MapFS{"night.csv": {Data: []byte("light,dark\nred,blue\n")}}); err == nil {
		t.Error("a colour that is none was accepted")
	}
}
