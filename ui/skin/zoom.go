package skin

import (
	"math"

	"fyne.io/fyne/v2"

	"skinward/app/photo"
)

// mostZoom is how far the wheel and the plus key go.
const mostZoom = 8

// view is which part of the first photo the stage shows; the zero value shows
// all of it.
type view struct {
	zoom   float64 // above 1 when zoomed in
	centre photo.Point
}

// frame fits the photos into a box of w × h, as far as they are zoomed in.
func (s *stage) frame(w, h int) photo.Frame {
	f := frameFor(s.aspect, w, h, s.mostCut())
	if s.view.zoom > 1 {
		f.Zoom *= s.view.zoom
		f.Centre = s.view.centre
	}
	return f
}

// zoomAt zooms by a factor and leaves where it is what lies under pos.
func (s *stage) zoomAt(factor float64, pos fyne.Position) {
	w, h, x, y := float64(s.Size().Width), float64(s.Size().Height), float64(pos.X), float64(pos.Y)
	if s.halves() {
		half := (w - gap) / 2
		if x > w/2 {
			x -= half + gap
		}
		w = half
	}
	before := s.frame(int(w), int(h))
	under := before.FromBox(x, y, s.aspect)
	s.view = view{min(max(s.view.zoom, 1)*factor, mostZoom), before.Centre}
	if s.view.zoom <= 1.01 {
		s.view = view{}
	} else {
		now := s.frame(int(w), int(h)).FromBox(x, y, s.aspect)
		s.look(photo.Point{X: before.Centre.X + under.X - now.X, Y: before.Centre.Y + under.Y - now.Y})
	}
	s.paint.forget()
	s.Refresh()
}

// look moves the middle of what is shown, within the photo.
func (s *stage) look(at photo.Point) {
	s.view.centre = photo.Point{X: min(max(at.X, 0), 1), Y: min(max(at.Y, 0), s.aspect)}
}

// Scrolled zooms under the pointer. Where the stage lies in a page that scrolls,
// that goes first, until the keys have zoomed in.
func (s *stage) Scrolled(e *fyne.ScrollEvent) {
	if s.page != nil && s.view.zoom <= 1 {
		s.page.SetOffset(max(0, s.page.Offset()-e.Scrolled.DY))
		return
	}
	s.zoomAt(math.Pow(1.2, min(max(float64(e.Scrolled.DY)/10, -3), 3)), e.Position)
}

// zoomKey zooms with plus and minus; zero shows all again.
func (s *stage) zoomKey(r rune) bool {
	middle := fyne.NewPos(s.Size().Width/2, s.Size().Height/2)
	if s.halves() {
		middle.X = s.Size().Width / 4
	}
	if s.marking {
		middle = s.crossAt()
	}
	switch r {
	case '+', '=':
		s.zoomAt(1.25, middle)
	case '-':
		s.zoomAt(0.8, middle)
	case '0':
		s.zoomAt(0, middle)
	default:
		return false
	}
	return true
}

// pans tells whether a drag moves what is shown: when zoomed in and nothing
// else is dragged.
func (s *stage) pans() bool {
	draws := s.marking && !s.halves()
	slides := !s.single && !s.marking && (s.mode == slider || s.mode == overlay)
	return s.view.zoom > 1 && !draws && !slides
}

func (s *stage) pan(by fyne.Delta) {
	w, h := float64(s.Size().Width), float64(s.Size().Height)
	if s.halves() {
		w = (w - gap) / 2
	}
	f := s.frame(int(w), int(h))
	a, b := f.FromBox(0, 0, s.aspect), f.FromBox(float64(by.DX), float64(by.DY), s.aspect)
	s.look(photo.Point{X: s.view.centre.X - (b.X - a.X), Y: s.view.centre.Y - (b.Y - a.Y)})
	s.paint.forget()
	s.Refresh()
}
