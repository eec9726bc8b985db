package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Scroll scrolls its content up and down. The content gets its width first and
// then as much height as its wrapping text needs. A gutter around it leaves
// room for the focus rings of what stands at its edges.
type Scroll struct {
	widget.BaseWidget
	inner   *container.Scroll
	content fyne.CanvasObject
}

const (
	gutter    float32 = 5  // left, top and below
	barGutter float32 = 10 // right, where the bar stands
)

// NewScroll returns a vertical scroller.
func NewScroll(content fyne.CanvasObject) *Scroll {
	f := &fluid{content: content}
	f.ExtendBaseWidget(f)
	s := &Scroll{inner: container.NewVScroll(f), content: content}
	s.ExtendBaseWidget(s)
	return s
}

// Top scrolls to the beginning.
func (s *Scroll) Top() { s.inner.ScrollToTop() }

// Offset returns how far the content is scrolled.
func (s *Scroll) Offset() float32 { return s.inner.Offset.Y }

// SetOffset scrolls to where Offset was.
func (s *Scroll) SetOffset(y float32) { s.inner.ScrollToOffset(fyne.NewPos(0, y)) }

// OnScrolled calls f whenever the content moved.
func (s *Scroll) OnScrolled(f func(offset float32)) {
	s.inner.OnScrolled = func(at fyne.Position) { f(at.Y) }
}

// Reveal scrolls so that o, which lies in the content, can be seen whole.
func (s *Scroll) Reveal(o fyne.CanvasObject) {
	app := fyne.CurrentApp()
	if app == nil {
		return
	}
	driver := app.Driver()
	y := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(s.inner).Y
	switch {
	case y < gutter:
		s.SetOffset(s.Offset() + y - 2*gutter)
	case y+o.Size().Height > s.inner.Size().Height:
		s.SetOffset(s.Offset() + y + o.Size().Height - s.inner.Size().Height + 2*gutter)
	}
}

// wanted is the height at which nothing has to scroll.
func (s *Scroll) wanted() float32 { return s.content.MinSize().Height }

// CreateRenderer lets the scroller reach into the gutter.
func (s *Scroll) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		objects: []fyne.CanvasObject{s.inner},
		layout: func(size fyne.Size) {
			place(s.inner, -gutter, -gutter, size.Width+gutter+barGutter, size.Height+2*gutter)
		},
		min: func() fyne.Size { return fyne.NewSize(max(32, s.inner.MinSize().Width-gutter-barGutter), 32) },
		refresh: func() {
			relay(s.content)
			s.inner.Refresh()
		},
		of: s,
	}
}

// fluid grows to the height that its content needs at the width it was given,
// whatever height the scroller computed from the former width.
type fluid struct {
	widget.BaseWidget
	content fyne.CanvasObject
}

func (f *fluid) Resize(size fyne.Size) {
	w := max(0, size.Width-gutter-barGutter)
	if f.content.Size().Width != w {
		f.content.Resize(fyne.NewSize(w, f.content.Size().Height))
	}
	size.Height = max(size.Height, f.content.MinSize().Height+2*gutter)
	f.BaseWidget.Resize(size)
}

func (f *fluid) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		objects: []fyne.CanvasObject{f.content},
		layout: func(size fyne.Size) {
			place(f.content, gutter, gutter, max(0, size.Width-gutter-barGutter), max(0, size.Height-2*gutter))
		},
		min: func() fyne.Size { return f.content.MinSize().AddWidthHeight(gutter+barGutter, 2*gutter) },
	}
}
