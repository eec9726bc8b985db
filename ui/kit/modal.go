package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// modal is one dialog: a veil over the window and a card in its middle.
type modal struct {
	widget.BaseWidget
	canvas  fyne.Canvas
	veil    *canvas.Rectangle
	card    fyne.CanvasObject
	body    *Scroll
	width   float32
	onEnter func() // Return where the focused widget does not use it
	onEsc   func()
	form    bool           // leaving it loses what is typed in it
	save    func()         // keeps what is typed in it, where it can be kept; may be nil
	before  fyne.Focusable // had the focus when the dialog opened
}

func newModal(cv fyne.Canvas, title string, width float32, body, buttons fyne.CanvasObject) *modal {
	return newModalUnder(cv, title, width, nil, body, buttons)
}

// newModalUnder is newModal with an object that stays above the scrolling body;
// top may be nil.
func newModalUnder(cv fyne.Canvas, title string, width float32, top, body, buttons fyne.CanvasObject) *modal {
	m := &modal{canvas: cv, width: width, body: NewScroll(body), veil: canvas.NewRectangle(transparent)}
	heading := NewText(Span{Text: title, Size: SizeLarge, Bold: true})
	inner := FillColumn(Space4, 1, heading, m.body, buttons)
	if top != nil {
		inner = FillColumn(Space4, 2, heading, top, m.body, buttons)
	}
	m.card = newBox(inner, radiusCard, 22, 20, Surface.Color, Line.Color)
	m.ExtendBaseWidget(m)
	return m
}

// Tapped keeps taps away from what lies behind.
func (m *modal) Tapped(*fyne.PointEvent) {}

// wanted is the height at which nothing in the dialog has to scroll.
func (m *modal) wanted() float32 {
	return m.card.MinSize().Height - m.body.MinSize().Height + m.body.wanted()
}

func (m *modal) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		objects: []fyne.CanvasObject{m.veil, m.card},
		layout: func(size fyne.Size) {
			place(m.veil, 0, 0, size.Width, size.Height)
			w := min(scaled(m.width), size.Width-48)
			if m.card.Size().Width != w {
				m.card.Resize(fyne.NewSize(w, m.card.Size().Height))
			}
			h := min(m.wanted(), size.Height*0.9)
			place(m.card, (size.Width-w)/2, (size.Height-h)/2, w, h)
		},
		min:     func() fyne.Size { return fyne.NewSize(320, 200) },
		refresh: func() { m.veil.FillColor = color.NRGBA{A: 0x66} },
		of:      m,
	}
}

// show opens the dialog with first focused; first may be nil.
func (m *modal) show(first fyne.Focusable) {
	m.before = m.canvas.Focused()
	m.canvas.Unfocus()
	m.veil.FillColor = color.NRGBA{A: 0x66}
	m.canvas.Overlays().Add(m)
	m.Resize(m.canvas.Size())
	if e, ok := first.(*Entry); ok && !e.MultiLine {
		e.CursorColumn = len([]rune(e.Text)) // ready to be written on
	}
	if first != nil {
		m.canvas.Focus(first)
	}
}

// hide closes the dialog and gives the focus back. Closing twice is harmless.
func (m *modal) hide() {
	for _, o := range m.canvas.Overlays().List() {
		if o == fyne.CanvasObject(m) {
			m.canvas.Unfocus() // the dialog may open again
			m.canvas.Overlays().Remove(m)
			if m.before != nil {
				m.canvas.Focus(m.before)
			}
			return
		}
	}
}

// key answers Escape, and Return where the focused widget has no use for it.
func (m *modal) key(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		if m.onEsc != nil {
			m.onEsc()
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if m.onEnter != nil {
			m.onEnter()
		}
	}
}
