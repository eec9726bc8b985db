package skin

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"skinward/app/photo"
	"skinward/ui/kit"
)

// mode is how two photos are set beside each other.
type mode int

const (
	sideBySide mode = iota
	slider
	overlay
	blink
	timeLapse
	modes
)

var modeNames = [modes]string{"Side by side", "Slider", "Overlay", "Blink", "Time-lapse"}

// layer is a photo as it lies on the first one.
type layer struct {
	picture *image.RGBA // nil: not there (yet)
	lies    photo.Similarity
}

// stage shows photos in the chosen mode and takes clicks and drags on them.
// In slider and overlay Left and Right move the divider or the opacity; while
// marking they move the cross, and Return clicks where it stands.
type stage struct {
	widget.BaseWidget
	first, second layer
	aspect        float64 // height/width of the first photo
	mode          mode
	split         float64 // place of the divider, or opacity of the second, 0 … 1
	single        bool    // there is only one photo: no halves, no divider
	front         bool    // blink and time-lapse: the second photo is in front
	paint         painter
	least         fyne.Size
	page          *kit.Scroll // that it lies in; nil where the window holds all of it
	view          view

	marking bool
	cross   fyne.Position // where the keyboard's cross stands, 0 … 1 of the box
	box     box           // area being drawn
	marks   []mark
	onClick func(second bool, at photo.Point)
	onDrag  func(from, to photo.Point)
	onCross func(at photo.Point) // the cross moved, over the second photo
	onKey   func(*fyne.KeyEvent) bool
	onRune  func(r rune) bool

	dragFrom *fyne.Position
	dragTo   fyne.Position
	focused  bool
	raster   *canvas.Raster
	line     *canvas.Rectangle
	knob     *canvas.Circle
	arrows   *kit.Icon
	ring     *canvas.Rectangle
	waiting  *kit.Text
}

// mark is a point on one of the photos.
type mark struct {
	second bool
	at     photo.Point
}

// box is an area on the second photo in its own widths.
type box struct {
	from, to photo.Point
	shown    bool
	oval     bool
}

// leastStage is the least size where the window gives the rest.
var leastStage = fyne.NewSize(240, 160)

func newStage() *stage {
	s := &stage{split: 0.52, aspect: 0.75, mode: slider, least: leastStage}
	s.first.lies, s.second.lies = photo.Identity, photo.Identity
	s.raster = canvas.NewRaster(func(w, h int) image.Image { return s.paint.draw(s, w, h) })
	s.raster.ScaleMode = canvas.ImageScaleFastest
	s.line = canvas.NewRectangle(white)
	s.knob = canvas.NewCircle(white)
	s.arrows = kit.NewIconSized("swap", kit.Ink, 16)
	s.ring = canvas.NewRectangle(seeThrough)
	s.ring.StrokeWidth, s.ring.CornerRadius = 3, corner
	s.waiting = kit.NewText().Align(fyne.TextAlignCenter)
	s.ExtendBaseWidget(s)
	return s
}

// set shows two layers; aspect is that of the first photo.
func (s *stage) set(first, second layer, aspect float64) {
	s.first, s.second, s.aspect = first, second, aspect
	s.paint.forget()
	s.Refresh()
}

func (s *stage) setMode(m mode) {
	s.mode, s.front = m, false
	s.paint.forget()
	s.Refresh()
}

// say shows words in the middle instead of photos; "" removes them.
func (s *stage) say(words string) {
	s.waiting.SetSpans(kit.Span{Text: words, Role: kit.Muted})
	s.Refresh()
}

// halves tells whether the stage is divided into two pictures.
func (s *stage) halves() bool { return s.mode == sideBySide && !s.single }

// at returns which photo a position lies on, and where on it.
func (s *stage) at(pos fyne.Position) (second bool, p photo.Point) {
	size := s.Size()
	w, h := float64(size.Width), float64(size.Height)
	x, y := float64(pos.X), float64(pos.Y)
	if s.halves() {
		half := (w - gap) / 2
		f := s.frame(int(half), int(h))
		if x > w/2 {
			p = f.FromBox(x-half-gap, y, s.aspect)
			return true, s.second.lies.Invert().Apply(p)
		}
		return false, f.FromBox(x, y, s.aspect)
	}
	f := s.frame(int(w), int(h))
	p = f.FromBox(x, y, s.aspect)
	if s.mode == slider && x < w*s.split && !s.marking {
		return false, p
	}
	return true, s.second.lies.Invert().Apply(p)
}

// Tapped marks while marking, and moves the divider otherwise.
func (s *stage) Tapped(e *fyne.PointEvent) {
	s.takeFocus()
	if s.marking {
		s.click(e.Position)
		return
	}
	s.moveSplit(e.Position)
}

func (s *stage) click(pos fyne.Position) {
	if s.onClick != nil {
		second, p := s.at(pos)
		s.onClick(second, p)
	}
}

// Dragged moves the divider or draws the area.
func (s *stage) Dragged(e *fyne.DragEvent) {
	if s.dragFrom == nil {
		from := e.Position.Subtract(e.Dragged)
		s.dragFrom = &from
	}
	s.dragTo = e.Position
	if s.pans() {
		s.pan(e.Dragged)
		return
	}
	if !s.marking {
		s.moveSplit(e.Position)
		return
	}
	if s.onDrag != nil {
		_, a := s.at(*s.dragFrom)
		_, b := s.at(e.Position)
		s.onDrag(a, b)
	}
}

// DragEnd ends a drag; while marking, a slip of a few pixels was a click.
func (s *stage) DragEnd() {
	const slip = 4
	if from := s.dragFrom; from != nil && s.marking {
		if d := s.dragTo.Subtract(*from); max(d.X, -d.X, d.Y, -d.Y) <= slip {
			s.click(s.dragTo)
		}
	}
	s.dragFrom = nil
}

func (s *stage) moveSplit(pos fyne.Position) {
	if s.mode != slider && s.mode != overlay {
		return
	}
	s.setSplit(float64(pos.X / max(s.Size().Width, 1)))
}

func (s *stage) setSplit(v float64) {
	s.split = min(max(v, 0), 1)
	s.Refresh()
}

// Cursor says what the pointer does here.
func (s *stage) Cursor() desktop.Cursor {
	switch {
	case s.marking:
		return desktop.CrosshairCursor
	case s.pans():
		return desktop.PointerCursor
	case s.mode == slider || s.mode == overlay:
		return desktop.HResizeCursor
	}
	return desktop.DefaultCursor
}

// MouseIn, MouseMoved and MouseOut let the toolkit show the cursor.
func (s *stage) MouseIn(*desktop.MouseEvent)    {}
func (s *stage) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends hovering.
func (s *stage) MouseOut() {}

func (s *stage) takeFocus() {
	kit.Focus(s)
}

// FocusGained shows the ring.
func (s *stage) FocusGained() { s.focused = true; s.Refresh() }

// FocusLost hides it.
func (s *stage) FocusLost() { s.focused = false; s.Refresh() }

// TypedRune offers digits and letters to the screen.
func (s *stage) TypedRune(r rune) {
	if s.zoomKey(r) {
		return
	}
	if s.onRune != nil {
		s.onRune(r)
	}
}

// TypedKey moves divider or cross.
func (s *stage) TypedKey(e *fyne.KeyEvent) {
	if s.onKey != nil && s.onKey(e) {
		return
	}
	dx, dy := float32(0), float32(0)
	switch e.Name {
	case fyne.KeyLeft:
		dx = -1
	case fyne.KeyRight:
		dx = 1
	case fyne.KeyUp:
		dy = -1
	case fyne.KeyDown:
		dy = 1
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if s.marking {
			s.click(s.crossAt())
		}
		return
	default:
		return
	}
	if s.marking {
		const step = 0.01
		s.cross.X = min(max(s.cross.X+dx*step, 0), 1)
		s.cross.Y = min(max(s.cross.Y+dy*step, 0), 1)
		s.Refresh()
		if s.onCross != nil {
			_, p := s.at(s.crossAt())
			s.onCross(p)
		}
		return
	}
	if s.mode == slider || s.mode == overlay {
		s.setSplit(s.split + float64(dx)*0.05)
	}
}

// crossAt is where the keyboard's cross stands on the stage.
func (s *stage) crossAt() fyne.Position {
	return fyne.NewPos(s.cross.X*s.Size().Width, s.cross.Y*s.Size().Height)
}

// CreateRenderer lays picture, divider and ring over each other.
func (s *stage) CreateRenderer() fyne.WidgetRenderer { return &stageRenderer{s} }

type stageRenderer struct{ s *stage }

func (r *stageRenderer) Destroy()           {}
func (r *stageRenderer) MinSize() fyne.Size { return r.s.least }

func (r *stageRenderer) Objects() []fyne.CanvasObject {
	s := r.s
	return []fyne.CanvasObject{s.raster, s.line, s.knob, s.arrows, s.waiting, s.ring}
}

func (r *stageRenderer) Layout(size fyne.Size) {
	s := r.s
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	put(s.raster, 0, 0, size.Width, size.Height)
	put(s.ring, 1, 1, size.Width-2, size.Height-2) // outside it would be cut off
	x := float32(math.Round(float64(size.Width) * s.split))
	put(s.line, x-1.5, 0, 3, size.Height)
	y := size.Height * 0.535
	if s.mode == overlay {
		y = size.Height - 34
	}
	put(s.knob, x-18, y-18, 36, 36)
	put(s.arrows, x-8, y-8, 16, 16)
	words := s.waiting.MinSize()
	put(s.waiting, 24, (size.Height-words.Height)/2, max(0, size.Width-48), words.Height)
}

func (r *stageRenderer) Refresh() {
	s := r.s
	both := !s.single && s.first.picture != nil && s.second.picture != nil && !s.marking
	s.line.Hidden = !both || s.mode != slider
	s.knob.Hidden = !both || s.mode != slider && s.mode != overlay
	s.arrows.Hidden = s.knob.Hidden
	s.waiting.Hidden = s.waiting.Text() == ""
	s.knob.FillColor = kit.Surface.Color()
	s.ring.StrokeColor = seeThrough
	if s.focused {
		s.ring.StrokeColor = kit.Primary.Color()
	}
	r.Layout(s.Size())
	canvas.Refresh(s.raster)
	canvas.Refresh(s)
}
