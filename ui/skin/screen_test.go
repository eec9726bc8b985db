package skin_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"skinward/app/journal"
	"skinward/app/photo"
	"skinward/ui/kit"
	"skinward/ui/uitest"
)

func TestShots(t *testing.T) {
	for _, tc := range []struct {
		name string
		m    *memory
		s    uitest.Setup
		tap  []string
	}{
		{"skin-light", season(t), uitest.Setup{}, nil},
		{"skin-dark", season(t), uitest.Setup{Dark: true}, nil},
		{"skin-small", season(t), uitest.Setup{Width: 1024 - 196, Height: 700}, nil},
		{"skin-side", season(t), uitest.Setup{Width: 1280 - 196}, []string{"Side by side"}},
		{"skin-all", season(t), uitest.Setup{Width: 1280 - 196}, []string{"All sites"}},
		{"skin-large", season(t), uitest.Setup{Width: 1280 - 196, TextScale: 1.6}, nil},
		{"skin-large-small", season(t), uitest.Setup{Width: 1024 - 196, Height: 700, TextScale: 1.6}, nil},
		{"skin-large-small-side", season(t), uitest.Setup{Width: 1024 - 196, Height: 700, TextScale: 1.6, Dark: true}, []string{"Side by side"}},
		{"skin-large-small-lapse", season(t), uitest.Setup{Width: 1024 - 196, Height: 700, TextScale: 1.6}, []string{"Time-lapse"}},
		{"skin-many-sites", manySites(), uitest.Setup{Width: 1280 - 196}, nil},
		{"skin-many-sites-small", manySites(), uitest.Setup{Width: 1024 - 196, Height: 700}, nil},
		{"skin-blurred", season(t), uitest.Setup{Width: 1280 - 196, Options: kit.Options{BlurThumbnails: true}}, nil},
		{"skin-empty", newMemory(), uitest.Setup{Width: 1280 - 196}, nil},
		{"skin-empty-dark", newMemory(), uitest.Setup{Width: 1024 - 196, Height: 700, Dark: true}, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if tc.s.Height == 0 {
				tc.s.Height = 800
			}
			if tc.s.Width == 0 {
				tc.s.Width = 1280 - 196
			}
			b := open(t, tc.m, tc.s, kit.Route{})
			for _, words := range tc.tap {
				b.Tap(words)
			}
			b.Shot(tc.name)
			for _, cut := range b.CutTexts() {
				if len(cut) > 6 { // dates and ratings at the edge of the strip can be scrolled to
					t.Errorf("cut: %q", cut)
				}
			}
			if o := b.Overlaps(); len(o) > 0 {
				t.Errorf("overlapping: %q", o)
			}
		})
	}
}

// stageAt returns a place in the window: a share of the width and height of
// the picture area, which begins below the chips of the modes.
func (b *bench) onStage(x, y float32) (float32, float32) {
	o := b.screen.Stage()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	return at.X + x*o.Size().Width, at.Y + y*o.Size().Height
}

func TestTwoClicksAlign(t *testing.T) {
	m := season(t)
	b := open(t, m, uitest.Setup{Width: 1084, Height: 800}, kit.Route{})
	b.Tap("Align…")
	b.MustSay("Click a mark that both photos show")
	b.Shot("skin-align")
	first, second := m.get(t, courseDays[0]), m.get(t, courseDays[8])
	// The moles lie where the camera of each photo saw them.
	moles := []photo.Point{{X: 0.2, Y: 0.15}, {X: 0.78, Y: 0.55}}
	b.clickMark(false, moles[0])
	b.MustSay("Click the same first mark in the right photo.")
	b.clickMark(false, moles[1]) // the wrong photo: nothing happens
	b.MustSay("Click the same first mark in the right photo.")
	b.clickMark(true, lastCamera().Invert().Apply(moles[0]))
	b.clickMark(false, moles[1])
	b.clickMark(true, lastCamera().Invert().Apply(moles[1]))
	b.MustSay("aligned by two marks")
	a, ok := m.get(t, courseDays[8]).AlignmentOnto(first.ID)
	if !ok || a.Automatic {
		t.Fatalf("stored %+v, %v", a, ok)
	}
	got := photo.FromRecord(a)
	for _, p := range []photo.Point{{}, {X: 1}, {X: 1, Y: 0.75}, {Y: 0.75}} {
		u, v := got.Apply(p), lastCamera().Apply(p)
		if d := 680 * math.Hypot(u.X-v.X, u.Y-v.Y); d > 2 {
			t.Errorf("corner %+v lies %.1f pixels off", p, d)
		}
	}
	if m.get(t, courseDays[8]).Hash != second.Hash {
		t.Error("the photo itself changed")
	}
	if len(b.done) != 1 || len(b.done[0]) != 1 {
		t.Errorf("%d steps for undo", len(b.done))
	}
	b.Tap("Undo")
	b.MustSay("not aligned")
	if _, ok := m.get(t, courseDays[8]).AlignmentOnto(first.ID); ok {
		t.Error("the alignment is still stored")
	}
}

// lastCamera is how the last photo of the season lies on the first.
func lastCamera() photo.Similarity {
	first, last := cameraOf(0), cameraOf(8)
	return last.Then(first.Invert())
}

// clickMark clicks on a point of a photo in the two halves.
func (b *bench) clickMark(second bool, p photo.Point) {
	o := b.screen.Stage()
	half := (o.Size().Width - 6) / 2
	f := photo.FitFrame(640, 480, int(half), int(o.Size().Height))
	x, y := f.ToBox(p, 0.75)
	if second {
		x += float64(half) + 6
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	inset, _ := b.Canvas().InteractiveArea() // which the driver takes off every position
	b.TapAt(at.X+inset.X+float32(x), at.Y+inset.Y+float32(y))
}

func TestAutomaticProposalIsOfferedAndUndoable(t *testing.T) {
	m := season(t)
	b := open(t, m, uitest.Setup{Width: 1084, Height: 800}, kit.Route{})
	b.MustSay("aligned automatically", "fair pair")
	if len(m.get(t, courseDays[8]).Alignments) != 0 {
		t.Error("stored without being asked")
	}
	b.Tap("Undo")
	b.MustSay("not aligned")
	b.Tap("Align…")
	b.Tap("Try automatically")
	b.MustSay("aligned automatically")
	if slices.Contains(b.Texts(), "Keep") {
		t.Error("a stored alignment is offered for keeping")
	}
	a, ok := m.get(t, courseDays[8]).AlignmentOnto(m.get(t, courseDays[0]).ID)
	if !ok || !a.Automatic {
		t.Fatalf("stored %+v, %v", a, ok)
	}
	u, v := photo.FromRecord(a).Apply(photo.Point{X: 1, Y: 0.75}), lastCamera().Apply(photo.Point{X: 1, Y: 0.75})
	if d := 680 * math.Hypot(u.X-v.X, u.Y-v.Y); d > 3 {
		t.Errorf("%.1f pixels off", d)
	}
	b.MustSay("fair pair")
	m.apply([]journal.Change{b.done[0][0].Inverse()})
	b.screen.MarkStale()
	b.screen.Show(kit.Route{})
	b.MustSay("not aligned")
}

func TestAGuessedAlignmentCanBeKept(t *testing.T) {
	m := season(t)
	b := open(t, m, uitest.Setup{Width: 1084, Height: 800}, kit.Route{})
	b.Tap("Keep")
	if a, ok := m.get(t, courseDays[8]).AlignmentOnto(m.get(t, courseDays[0]).ID); !ok || !a.Automatic {
		t.Errorf("stored %+v, %v", a, ok)
	}
	b.MustSay("aligned automatically")
	if slices.Contains(b.Texts(), "Keep") {
		t.Error("a stored alignment is offered for keeping")
	}
}

func TestNoProposalBetweenDifferentPlaces(t *testing.T) {
	m := newMemory()
	m.add("chin", day(9, 1), cheek(320, 240, tones[0], 0.9, 7, photo.Identity), 320, 240)
	m.add("chin", day(9, 9), cheek(320, 240, tones[0], 0.9, 70, photo.Similarity{Scale: 1, Angle: 2.5, DX: 0.8, DY: 0.6}), 320, 240)
	b := open(t, m, uitest.Setup{Width: 1084, Height: 800}, kit.Route{})
	b.Tap("Align…")
	b.Tap("Try automatically")
	if !strings.Contains(b.Toast.Message(), "click the same two marks") {
		t.Errorf("said %q", b.Toast.Message())
	}
	if len(b.done) != 0 {
		t.Error("something was stored")
	}
}

func TestMarkedAreaIsMeasured(t *testing.T) {
	m := newMemory()
	m.add("left cheek", day(11, 21), cheekCopies()[0], 640, 480)
	b := open(t, m, uitest.Setup{Width: 1084, Height: 800}, kit.Route{})
	b.MustSay("Mark an area in a photo to measure its redness.", "A second photo of the same place makes a pair.")
	b.Tap("Mark area")
	b.MustSay("Drag over the area")
	b.Tap("Keep")
	if !strings.Contains(b.Toast.Message(), "Drag over the photo first") {
		t.Errorf("said %q", b.Toast.Message())
	}
	x, y := b.onStage(0.35, 0.3)
	test.Drag(b.Canvas(), fyne.NewPos(x, y), 150, 130)
	b.Settle()
	b.Shot("skin-area")
	b.Tap("Keep")
	p := m.get(t, day(11, 21))
	r, ok := p.Redness.Get()
	if !ok || p.Area == nil || !p.Area.Oval || r.A < 5 || r.A > 40 || r.Corrected {
		t.Fatalf("stored %+v, area %+v", r, p.Area)
	}
	b.MustSay("One photo is measured")

	// The grey card by two corners from the keyboard: a cross and Return.
	b.Tap("Mark area")
	b.Tap("Grey card")
	b.MustSay("Drag over the middle of the grey card")
	x, y = b.onStage(0.85, 0.18)
	b.TapAt(x, y)
	x, y = b.onStage(0.88, 0.3)
	b.TapAt(x, y)
	b.Tap("Keep")
	p = m.get(t, day(11, 21))
	if r, _ := p.Redness.Get(); p.Card == nil || p.Card.White || !r.Corrected {
		t.Errorf("card %+v, redness %+v", p.Card, r)
	}
	b.Tap("Mark area")
	b.Tap("Remove mark")
	if p := m.get(t, day(11, 21)); p.Area != nil || p.Redness.IsSet() {
		t.Errorf("the mark is still there: %+v", p)
	}
}

func TestAreaByKeyboard(t *testing.T) {
	m := newMemory()
	m.add("left cheek", day(11, 21), cheekCopies()[0], 640, 480)
	b := open(t, m, uitest.Setup{Width: 1084, Height: 800}, kit.Route{})
	b.Tap("Mark area")
	b.Canvas().Focus(b.screen.Stage().(fyne.Focusable))
	for range 5 {
		b.Key(fyne.KeyUp)
	}
	b.Key(fyne.KeyReturn)
	for range 30 {
		b.Key(fyne.KeyRight, fyne.KeyDown)
	}
	b.Shot("skin-cross")
	b.Key(fyne.KeyReturn)
	b.Tap("Keep")
	p := m.get(t, day(11, 21))
	if p.Area == nil || p.Area.W < 0.2 || p.Area.H < 0.2 {
		t.Fatalf("area %+v", p.Area)
	}
	b.Tap("Mark area")
	b.Canvas().Focus(b.screen.Stage().(fyne.Focusable))
	b.Key(fyne.KeyEscape)
	b.MustNotSay("Drag over the area")
}

// manySites is a journal of one small photo of each of fourteen sites.
func manySites() *memory {
	m := newMemory()
	for i, site := range journal.Sites()[:14] {
		m.add(site, day(8, 1+i), elbowCopies()[i%5], 400, 300)
	}
	return m
}

func TestRouteAsksForAPhoto(t *testing.T) {
	b := open(t, season(t), wide, kit.Route{})
	b.clip = "/home/me/a.jpg"
	b.screen.Show(kit.Route{Focus: kit.FocusAddPhoto, Day: day(11, 3)})
	b.MustSay("A folder is taken with everything in it", "A photo without a date counts for 3 Nov 2026.")
	b.Tap("Import")
	if b.imports.day != day(11, 3) {
		t.Errorf("imported for %s", b.imports.day)
	}
}

func TestTheDayOfAPhotoIsOpened(t *testing.T) {
	b := open(t, season(t), wide, kit.Route{})
	b.Tap("Day…")
	if want := (kit.Route{Place: kit.PlaceToday, Day: day(11, 21), Focus: kit.FocusSkin}); b.went != want {
		t.Errorf("went to %+v", b.went)
	}
}

func TestSitesBeyondTheRowAreInAList(t *testing.T) {
	b := open(t, manySites(), wide, kit.Route{})
	b.MustSay("10 more", "All sites")
	b.Tap("10 more")
	b.Tap("Forehead")
	b.MustSay("1 Aug 2026")
}

func TestTheWheelZoomsIntoBothPhotos(t *testing.T) {
	b := open(t, season(t), wide, kit.Route{})
	b.Tap("Side by side")
	x, y := b.onStage(0.2, 0.5)
	before := b.Shot("skin-whole")
	// The test driver's own wheel does not say where the pointer is.
	stage := b.screen.Stage()
	wheel := &fyne.ScrollEvent{Scrolled: fyne.Delta{DY: 20}}
	wheel.Position = fyne.NewPos(0.2*stage.Size().Width, 0.5*stage.Size().Height)
	for range 2 {
		stage.(fyne.Scrollable).Scrolled(wheel)
	}
	after := b.Shot("skin-zoomed")
	changed := 0
	for dy := float32(-60); dy <= 60; dy += 4 {
		if before.At(int(x+60), int(y+dy)) != after.At(int(x+60), int(y+dy)) {
			changed++
		}
	}
	if changed < 10 {
		t.Errorf("only %d of 31 pixels changed", changed)
	}
}

// With large text a narrow window has everything below each other, and a wide
// one beside each other again; nothing is lost on the way.
func TestANarrowWindowHasTheCardsBelowThePair(t *testing.T) {
	b := open(t, season(t), uitest.Setup{Width: 1024 - 196, Height: 700, TextScale: 1.6}, kit.Route{})
	for i, width := range []float32{828, 1400, 828} {
		b.Window.Window.Resize(fyne.NewSize(width, 700))
		stage, badge, note := b.Find("Compare"), b.Find("fair pair"), b.Find("Redness of this site")
		if below := note.At.Y > badge.At.Y; below != (width == 828) {
			t.Errorf("%v wide, step %d: the badge at %v, the cards at %v", width, i, badge.At, note.At)
		}
		if badge.At.Y < stage.At.Y {
			t.Errorf("%v wide: the badge at %v, the pair at %v", width, badge.At, stage.At)
		}
	}
	before := b.Find("fair pair").At.Y
	x, y := b.onStage(0.5, 0.5) // the wheel moves the page, and zooms only what is zoomed in
	b.Scroll(x, y, -500)
	if moved := before - b.Find("fair pair").At.Y; moved < 499 {
		t.Errorf("the page moved by %v", moved)
	}
	b.Shot("skin-large-small-badge")
}
