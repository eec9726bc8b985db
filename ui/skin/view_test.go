package skin

import (
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"skinward/app/figure"
	"skinward/app/journal"
	"skinward/app/photo"
	"skinward/ui/kit"
)

func on(d int, site string) *journal.Photo {
	p := &journal.Photo{Site: site, Width: 400, Height: 300}
	p.ID = journal.ID(site + string(rune('a'+d)))
	p.Day = journal.NewDay(2026, time.November, d)
	p.Created = time.Date(2026, 11, d, 12, 0, 0, 0, time.UTC)
	return p
}

func TestSites(t *testing.T) {
	photos := []*journal.Photo{on(1, "chin"), on(2, "nose"), on(3, "chin"), on(4, "")}
	if got := sitesOf(photos); !slices.Equal(got, []string{"", "chin", "nose"}) {
		t.Errorf("sites %q", got)
	}
	if got := lastSite(photos); got != "chin" {
		t.Errorf("a new photo is filed under %q", got)
	}
	choices := siteChoices(photos)
	if choices[0] != "chin" || choices[1] != "nose" || slices.Contains(choices, "") || len(choices) != len(journal.Sites()) {
		t.Errorf("choices %q", choices)
	}
	if siteName("") != "No site yet" || siteName("left cheek") != "Left cheek" {
		t.Error("names of sites")
	}
	if !intimate("groin", nil) || intimate("chin", photos) {
		t.Error("intimate sites")
	}
	photos[0].Intimate = true
	if !intimate("chin", photos) {
		t.Error("a site marked once is not private")
	}
}

func TestPlacing(t *testing.T) {
	a, b := on(1, "chin"), on(2, "chin")
	b.Height = 400
	if p := place(a, b, guess{}); p.aligned() || p.words != "not aligned" || p.lies.DY != -0.125 {
		t.Errorf("as taken: %+v", p)
	}
	found := guess{lies: photo.Similarity{Scale: 1.2}, found: true}
	if p := place(a, b, found); !p.given || p.stored || p.lies.Scale != 1.2 {
		t.Errorf("found: %+v", p)
	}
	found.declined = true
	if p := place(a, b, found); p.aligned() {
		t.Errorf("declined: %+v", p)
	}
	b.SetAlignment(photo.Similarity{Scale: 2, Angle: 0.5, DX: 0.1}.Record(a.ID, false))
	if p := place(a, b, found); !p.stored || p.lies.Scale != 2 || p.words != "aligned by two marks" {
		t.Errorf("stored: %+v", p)
	}
	back := place(b, a, guess{})
	at := place(a, b, guess{}).lies.Apply(back.lies.Apply(photo.Point{X: 0.3, Y: 0.4}))
	if !back.stored || math.Hypot(at.X-0.3, at.Y-0.4) > 1e-9 {
		t.Errorf("the other way round: %+v leads to %+v", back, at)
	}
	if p := place(a, a, found); p.aligned() {
		t.Error("a photo is aligned with itself")
	}
}

func TestFacts(t *testing.T) {
	p := on(21, "left cheek")
	p.At = time.Date(2026, 11, 21, 12, 22, 0, 0, time.UTC)
	words := func() string {
		var s []string
		for _, f := range facts(p, kit.Dates{}) {
			s = append(s, f.name+": "+f.words)
		}
		return strings.Join(s, "; ")
	}
	if got, want := words(), "Taken: 21 Nov 2026, 12:22; Site: Left cheek; Light: not recorded; Location: none in the file; Note: –"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	p.Light, p.Flash, p.Located, p.Note = "window", journal.No, true, "calmer"
	p.Redness = journal.Some(journal.Redness{A: 13.94, Spread: 2.05, Over: journal.Some(-1.2), Corrected: true})
	if got := words(); !strings.Contains(got, "Light: window, no flash; Location: left out of exports; Redness: a* 13.9 ± 2.0, −1.2 over calm skin, by card; Note: calmer") {
		t.Errorf("%q", got)
	}
	p.Light, p.Flash = "", journal.Yes
	if got := words(); !strings.Contains(got, "Light: flash;") {
		t.Errorf("%q", got)
	}
}

func TestUnderPhoto(t *testing.T) {
	p := on(3, "chin")
	if got := underPhoto(p, nil); got != "not rated" {
		t.Errorf("%q", got)
	}
	p.Redness = journal.Some(journal.Redness{A: 18.24})
	if got := underPhoto(p, map[journal.Day]float64{p.Day: 7}); got != "severity 7 · redness a* 18.2" {
		t.Errorf("%q", got)
	}
}

func TestRednessCourse(t *testing.T) {
	var photos []*journal.Photo
	for i, a := range []float64{18, 16, 14, 15, 12, 11} {
		p := on([]int{1, 1, 4, 9, 12, 20}[i], "chin")
		p.Redness = journal.Some(journal.Redness{A: a, Corrected: i > 2})
		photos = append(photos, p)
	}
	points := rednessOf(append(photos, on(25, "chin")))
	if len(points) != 6 || measuredDays(points) != 5 || measuredDays(points) < figure.MinCourseDays {
		t.Fatalf("%d points on %d days", len(points), measuredDays(points))
	}
	c := courseOf(points)
	if len(c.Values) != 20 || c.Values[0] != 17 || !math.IsNaN(c.Values[1]) || c.Values[19] != 11 {
		t.Errorf("values %v", c.Values)
	}
	if got := rednessCaption(photos); got != "CIELAB a* in the marked area, 3 of 6 corrected by the card" {
		t.Errorf("%q", got)
	}
	if got := trend(points[:1]); !strings.Contains(got, "One photo is measured: a* 18.0") {
		t.Errorf("%q", got)
	}
}

func TestBlindResult(t *testing.T) {
	ratings := map[journal.Day]float64{}
	var photos []*journal.Photo
	for d := 1; d <= 8; d++ {
		p := on(d, "chin")
		p.Blind = journal.Some(journal.BlindRating{Rating: 6})
		photos = append(photos, p)
		if d > 2 {
			ratings[p.Day] = 4
		}
	}
	photos = append(photos, on(20, "chin"))
	r := newBlindResult(photos, ratings)
	if len(r.rows) != 6 || r.words != "Over 6 photos, you rated 2 points worse without the date than in the diary on average." {
		t.Errorf("%d rows, %q", len(r.rows), r.words)
	}
	few := newBlindResult(photos[2:4], ratings)
	if !strings.HasSuffix(few.words, "Few photos: it may be chance.") {
		t.Errorf("%q", few.words)
	}
	if none := newBlindResult(photos[:2], ratings); len(none.rows) != 0 || !strings.Contains(none.words, "None of these days") {
		t.Errorf("%q", none.words)
	}
}

func TestSpan(t *testing.T) {
	for _, tc := range []struct {
		a, b int
		want string
	}{{3, 3, "same day"}, {3, 4, "1 day apart"}, {9, 2, "7 days apart"}} {
		if got := span(on(tc.a, "x"), on(tc.b, "x")); got != tc.want {
			t.Errorf("%q, want %q", got, tc.want)
		}
	}
}

func TestRegionIsCutAtTheEdges(t *testing.T) {
	b := box{from: photo.Point{X: 0.9, Y: 0.8}, to: photo.Point{X: 0.4, Y: -0.1}, shown: true, oval: true}
	r := b.region(0.75)
	if r.X != 0.4 || r.Y != 0 || math.Abs(r.W-0.5) > 1e-9 || r.H != 1 || !r.Oval {
		t.Errorf("%+v", r)
	}
	p := on(1, "chin")
	p.Hash, p.Format, p.Bytes, p.Area = strings.Repeat("0", 64), "jpeg", 1, &r
	if err := p.Validate(); err != nil {
		t.Error(err)
	}
}

func TestPathsInPastedText(t *testing.T) {
	for text, want := range map[string][]string{
		"":                              nil,
		"hello there":                   nil,
		"/a/b c.jpg\n\n  '/d.png'  \n":  {"/a/b c.jpg", "/d.png"},
		"file:///x/y%20z.jpg\r\n":       {"/x/y z.jpg"},
		"C:/p/q.jpg\n\\\\server\\s.jpg": {"C:/p/q.jpg", `\\server\s.jpg`},
	} {
		if got := pathsIn(text); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestAreaIsCarriedOverByTheAlignment(t *testing.T) {
	a, b := on(1, "chin"), on(2, "chin")
	a.Area = &journal.Region{X: 0.4, Y: 0.4, W: 0.2, H: 0.2, Oval: true}
	if got := carried(a, b, place(a, b, guess{})); got.shown {
		t.Errorf("without an alignment: %+v", got)
	}
	// The second photo was taken from twice as near, the same middle.
	b.SetAlignment(photo.Similarity{Scale: 0.5, DX: 0.25, DY: 0.1875}.Record(a.ID, false))
	r := carried(a, b, place(a, b, guess{})).region(0.75)
	if math.Abs(r.X-0.3) > 1e-9 || math.Abs(r.Y-0.3) > 1e-9 || math.Abs(r.W-0.4) > 1e-9 || math.Abs(r.H-0.4) > 1e-9 || !r.Oval {
		t.Errorf("%+v", r)
	}
	b.Alignments = nil
	b.SetAlignment(photo.Similarity{Scale: 0.5, DX: 5}.Record(a.ID, false))
	if got := carried(a, b, place(a, b, guess{})); got.shown {
		t.Errorf("outside the photo: %+v", got)
	}
}

// Whatever the mode and the zoom, a click on a point of a photo is told as
// that point.
func TestClicksFindTheirPointAtEveryZoom(t *testing.T) {
	test.NewTempApp(t)
	for _, m := range []mode{sideBySide, slider} {
		for _, zoom := range []float64{1, 1.3, 4, 100} {
			s := newStage()
			s.Resize(fyne.NewSize(700, 500))
			s.set(layer{}, layer{lies: photo.Similarity{Scale: 1.2, Angle: 0.3, DX: -0.1, DY: 0.05}}, 0.75)
			s.setMode(m)
			s.marking = true
			if zoom > 1 {
				s.zoomAt(zoom, fyne.NewPos(220, 260))
			}
			s.raster.Resize(s.Size())
			s.paint.w, s.paint.h = 700, 500
			for _, second := range []bool{false, true} {
				if m == slider && !second {
					continue // only this photo is marked where there are no halves
				}
				want := photo.Point{X: 0.4, Y: 0.35}
				x, y := s.paint.place(s, second, want, 1)
				on, got := s.at(fyne.NewPos(float32(x), float32(y)))
				if (m == slider || zoom <= 1.3) && (on != second || math.Hypot(got.X-want.X, got.Y-want.Y) > 0.002) {
					t.Errorf("%s at %g: on the second %v, %+v", modeNames[m], zoom, on, got)
				}
			}
		}
	}
}

func TestZoomLeavesWhatIsUnderThePointer(t *testing.T) {
	test.NewTempApp(t)
	s := newStage()
	s.Resize(fyne.NewSize(700, 500))
	s.set(layer{}, layer{lies: photo.Identity}, 0.75)
	s.setMode(sideBySide)
	at := fyne.NewPos(130, 240)
	_, before := s.at(at)
	s.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: fyne.Delta{DY: 25}})
	if s.view.zoom < 1.4 {
		t.Fatalf("zoom %g", s.view.zoom)
	}
	if _, after := s.at(at); math.Hypot(after.X-before.X, after.Y-before.Y) > 1e-6 {
		t.Errorf("%+v became %+v", before, after)
	}
	s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(140, 245)}, Dragged: fyne.NewDelta(10, 5)})
	if _, after := s.at(fyne.NewPos(140, 245)); math.Hypot(after.X-before.X, after.Y-before.Y) > 1e-6 {
		t.Errorf("dragged by 10, 5: %+v, want %+v", after, before)
	}
	s.TypedRune('0')
	if s.view != (view{}) {
		t.Errorf("zero shows %+v", s.view)
	}
}
