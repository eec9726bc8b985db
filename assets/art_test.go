package assets_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/fyne-io/oksvg"

	"skinward/app/guide"
	"skinward/app/journal"
	"skinward/assets"
)

func drawings(t *testing.T) map[string][]byte {
	t.Helper()
	names, err := fs.Glob(assets.Art(), "*.svg")
	if err != nil || len(names) < 12+1+7+2+1+5 {
		t.Fatalf("%d drawings, %v", len(names), err)
	}
	out := map[string][]byte{}
	for _, n := range names {
		data, err := fs.ReadFile(assets.Art(), n)
		if err != nil {
			t.Fatal(err)
		}
		out[strings.TrimSuffix(n, ".svg")] = data
	}
	return out
}

// The renderer passes over what it does not know without a word; only its
// strict mode and this list of elements and attributes tell.
func TestDrawingsUseOnlyWhatTheRendererDraws(t *testing.T) {
	elements := []string{"svg", "g", "rect", "circle", "ellipse", "path"}
	attributes := []string{
		"xmlns", "viewBox", "width", "height", "id", "data-ways", "data-ground", "d", "x", "y", "rx", "ry", "r", "cx", "cy",
		"fill", "fill-opacity", "stroke", "stroke-width", "stroke-linejoin", "stroke-linecap", "stroke-dasharray",
	}
	for name, data := range drawings(t) {
		if _, err := oksvg.ReadIconStream(bytes.NewReader(data), oksvg.StrictErrorMode); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		d := xml.NewDecoder(bytes.NewReader(data))
		for {
			token, err := d.Token()
			if err != nil {
				break
			}
			start, ok := token.(xml.StartElement)
			if !ok {
				continue
			}
			if !slices.Contains(elements, start.Name.Local) {
				t.Errorf("%s: <%s>", name, start.Name.Local)
			}
			seen := map[string]string{}
			for _, a := range start.Attr {
				seen[a.Name.Local] = a.Value
				if !slices.Contains(attributes, a.Name.Local) {
					t.Errorf("%s: %s in <%s>", name, a.Name.Local, start.Name.Local)
				}
			}
			if start.Name.Local == "rect" && (seen["rx"] == "") != (seen["ry"] == "") {
				t.Errorf("%s: a rect needs both rx and ry or neither", name)
			}
		}
	}
}

func TestEveryDrawingHasAnAlternativeText(t *testing.T) {
	alt, err := guide.ReadAlternatives(assets.Art())
	if err != nil {
		t.Fatal(err)
	}
	all := drawings(t)
	for name := range all {
		if len(strings.Fields(alt[name])) < 3 {
			t.Errorf("%s: %q", name, alt[name])
		}
	}
	for name := range alt {
		if all[name] == nil {
			t.Errorf("%s has a text but no drawing", name)
		}
	}
}

func TestPlateMarksOpenTheSixWays(t *testing.T) {
	p, err := guide.ReadPlate(assets.Art())
	if err != nil {
		t.Fatal(err)
	}
	b := book(t)
	if len(p.Marks) != 6 {
		t.Fatalf("%d marks", len(p.Marks))
	}
	flows, labels := map[int]bool{}, map[int]bool{}
	for _, f := range p.Flows {
		flows[f.Way] = true
	}
	for _, l := range p.Labels {
		for _, w := range l.Ways {
			labels[w] = true
		}
		if l.X < 0 || l.Y < 0 || l.X > p.Width || l.Y > p.Height || l.Text == "" {
			t.Errorf("label %+v lies outside", l)
		}
	}
	for i, m := range p.Marks {
		if w := b.Ways[i]; m.Number != w.Number || m.Topic != w.ID {
			t.Errorf("mark %d opens %s, want %s", m.Number, m.Topic, w.ID)
		}
		if !flows[m.Number] || !labels[m.Number] {
			t.Errorf("way %d has no flow or no label", m.Number)
		}
		if hit, ok := p.At(m.X, m.Y); !ok || hit.Number != m.Number {
			t.Errorf("mark %d is covered", m.Number)
		}
		if m.X-m.Radius < 0 || m.X+m.Radius > p.Width || m.Y-m.Radius < 0 || m.Y+m.Radius > p.Height {
			t.Errorf("mark %d is cut", m.Number)
		}
		for _, o := range p.Marks[:i] {
			if math.Hypot(m.X-o.X, m.Y-o.Y) < m.Radius+o.Radius+4 {
				t.Errorf("marks %d and %d touch", o.Number, m.Number)
			}
		}
		layers := 0
		for _, l := range p.Layers {
			if len(l.Ways) > 0 && guide.Belongs(l.Ways, m.Number) {
				layers++
			}
		}
		if layers == 0 {
			t.Errorf("way %d has no layer to show", m.Number)
		}
	}
	night, err := guide.ReadNight(assets.Art())
	if err != nil {
		t.Fatal(err)
	}
	for way := range 7 {
		for _, colours := range []map[string]string{nil, night} {
			if _, err := oksvg.ReadIconStream(bytes.NewReader(p.Drawing(way, colours)), oksvg.StrictErrorMode); err != nil {
				t.Errorf("way %d: %v", way, err)
			}
		}
	}
}

func TestBodyFigureShowsEverySiteOnItsOwnSide(t *testing.T) {
	f, err := guide.ReadBodyFigure(assets.Art())
	if err != nil {
		t.Fatal(err)
	}
	all := drawings(t)
	for _, v := range f.Views {
		if !strings.Contains(string(all[v.Picture]), fmt.Sprintf(`viewBox="0 0 %g %g"`, v.Width, v.Height)) {
			t.Errorf("%s is not %g × %g", v.Picture, v.Width, v.Height)
		}
	}
	shown := map[string]bool{}
	for _, r := range f.Regions {
		shown[r.Site] = true
		if !slices.Contains(journal.Sites(), r.Site) {
			t.Errorf("%q is no site of the journal", r.Site)
		}
		v, _ := f.View(r.Side)
		for _, p := range r.Outline {
			if p.X < 0 || p.Y < 0 || p.X > v.Width || p.Y > v.Height {
				t.Errorf("%s on %s leaves the picture", r.Site, r.Side)
			}
		}
		// the person's left is at the viewer's right, except from behind
		if left := strings.HasPrefix(r.Site, "left "); left || strings.HasPrefix(r.Site, "right ") {
			if atRight := r.Centre().X > v.Width/2; atRight != (left == (r.Side != guide.Back)) {
				t.Errorf("%s is on the wrong half of %s", r.Site, r.Side)
			}
		}
	}
	for _, s := range journal.Sites() {
		if !shown[s] {
			t.Errorf("the figure does not show %q", s)
		}
	}
	for _, tt := range []struct {
		side guide.Side
		x, y float64
		want string
	}{
		{guide.Front, 100, 100, "chest"},
		{guide.Back, 100, 100, "upper back"},
		{guide.Front, 146, 157, "left inner elbow"},
		{guide.Back, 146, 157, "right outer elbow"},
		{guide.Front, 115, 286, "left knee"},
		{guide.Back, 115, 286, "right knee hollow"},
		{guide.Face, 140, 130, "left cheek"},
		{guide.Face, 100, 130, "nose"},
		{guide.Face, 100, 60, "forehead"},
		{guide.Face, 132, 100, "around the eyes"},
		{guide.Front, 5, 5, ""},
	} {
		if got, _ := f.At(tt.side, tt.x, tt.y); got != tt.want {
			t.Errorf("%s (%g, %g): %q, want %q", tt.side, tt.x, tt.y, got, tt.want)
		}
	}
}

func BenchmarkPlate(b *testing.B) {
	p, err := guide.ReadPlate(assets.Art())
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		p.Drawing(6, nil)
	}
}

func BenchmarkReadGuide(b *testing.B) {
	for b.Loop() {
		if _, err := guide.Read(assets.Guide()); err != nil {
			b.Fatal(err)
		}
	}
}
