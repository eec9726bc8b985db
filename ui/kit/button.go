package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// ButtonStyle says how loud a button is.
type ButtonStyle int

// The styles: one Primary a screen at most; Quiet has no outline.
const (
	Plain ButtonStyle = iota
	Filled
	Quiet
	Chosen // the chosen one of a row of plain buttons: ink fill
)

// Button is a labelled action with an optional icon.
type Button struct {
	control
	label, icon string
	style       ButtonStyle
	OnTapped    func()
	trail       string                    // icon after the words
	onKey       func(*fyne.KeyEvent) bool // keys beyond Space and Return; may be nil
	onInk       bool                      // stands on an ink ground, as in the status line

	shape, ring, veil *canvas.Rectangle
	text              *canvas.Text
	image, after      *Icon
}

// NewButton returns an outlined button.
func NewButton(label string, tapped func()) *Button { return newButton(label, "", Plain, tapped) }

// NewIconButton returns an outlined button with an icon; label may be "".
func NewIconButton(icon, label string, tapped func()) *Button {
	return newButton(label, icon, Plain, tapped)
}

// NewPrimaryButton returns the filled button of the screen's main action.
func NewPrimaryButton(label string, tapped func()) *Button {
	return newButton(label, "", Filled, tapped)
}

// NewQuietButton returns a button without outline.
func NewQuietButton(label string, tapped func()) *Button { return newButton(label, "", Quiet, tapped) }

func newButton(label, icon string, style ButtonStyle, tapped func()) *Button {
	b := &Button{}
	b.initButton(b, label, icon, style, tapped)
	return b
}

// initButton lets other widgets be buttons; self is the outermost one, which
// stands in the window and has the focus.
func (b *Button) initButton(self focusableWidget, label, icon string, style ButtonStyle, tapped func()) {
	b.label, b.icon, b.style, b.OnTapped = label, icon, style, tapped
	b.shape, b.veil = canvas.NewRectangle(transparent), canvas.NewRectangle(transparent)
	b.shape.CornerRadius, b.veil.CornerRadius = radiusControl, radiusControl
	b.ring = focusRing(radiusControl)
	b.text = canvas.NewText(label, transparent)
	b.text.TextStyle.Bold = true
	b.image, b.after = NewIconSized(icon, Ink, 16), NewIconSized("", Ink, 14)
	b.initControl(self, func() {
		if b.OnTapped != nil {
			b.OnTapped()
		}
	})
}

// SetLabel changes the words.
func (b *Button) SetLabel(label string) { b.label = label; b.Refresh() }

// Label returns the words.
func (b *Button) Label() string { return b.label }

// SetIcon changes the icon; "" removes it.
func (b *Button) SetIcon(icon string) { b.icon = icon; b.Refresh() }

// SetStyle changes how loud the button is.
func (b *Button) SetStyle(style ButtonStyle) { b.style = style; b.Refresh() }

func (b *Button) colors() (fill, stroke, ink color.NRGBA) {
	switch b.style {
	case Filled:
		fill, stroke, ink = Primary.Color(), Primary.Color(), OnPrimary.Color()
	case Chosen:
		fill, stroke, ink = Ink.Color(), Ink.Color(), OnInk.Color()
	case Quiet:
		fill, stroke, ink = transparent, transparent, Ink.Color()
	default:
		fill, stroke, ink = Surface.Color(), Line.Color(), Ink.Color()
	}
	if b.onInk {
		fill, stroke, ink = transparent, withAlpha(OnInk.Color(), 0x66), OnInk.Color()
		if b.style == Quiet {
			stroke = transparent
		}
	}
	if b.disabled {
		ink = mix(Surface.Color(), Muted.Color(), 0.7)
		if b.style == Filled || b.style == Chosen {
			fill, stroke = Raised.Color(), Line.Color()
		}
	}
	return fill, stroke, ink
}

func (b *Button) paint() {
	fill, stroke, ink := b.colors()
	b.shape.FillColor, b.shape.StrokeColor, b.shape.StrokeWidth = fill, stroke, 1
	b.text.Text, b.text.Color, b.text.TextSize = b.label, ink, textSize(SizeControl)
	b.image.name = b.icon
	b.image.paintIn(ink)
	b.image.Hidden = b.icon == ""
	b.after.name = b.trail
	b.after.paintIn(ink)
	b.after.Hidden = b.trail == ""
	b.veil.FillColor = transparent
	if b.hovered && !b.disabled {
		b.veil.FillColor = withAlpha(ink, 0x12)
	}
	b.paintRing(b.ring)
}

func (b *Button) least() fyne.Size {
	b.text.TextSize = textSize(SizeControl)
	size := b.text.MinSize()
	if b.label == "" {
		return fyne.NewSize(scaled(36), scaled(34))
	}
	if b.icon != "" {
		size.Width += scaled(16) + 8
	}
	if b.trail != "" {
		size.Width += scaled(14) + 8
	}
	return fyne.NewSize(size.Width+26, max(size.Height+14, scaled(34)))
}

// TypedKey acts on Space and Return.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	if b.onKey != nil && !b.disabled && b.onKey(e) {
		return
	}
	b.control.TypedKey(e)
}

func (b *Button) layoutIn(size fyne.Size) {
	place(b.shape, 0, 0, size.Width, size.Height)
	place(b.veil, 0, 0, size.Width, size.Height)
	placeRing(b.ring, 0, 0, size.Width, size.Height)
	edge, words := scaled(16), b.text.MinSize()
	switch {
	case b.label == "":
		place(b.image, (size.Width-edge)/2, (size.Height-edge)/2, edge, edge)
	case b.trail != "":
		e := scaled(14)
		place(b.text, 13, (size.Height-words.Height)/2, words.Width, words.Height)
		place(b.after, size.Width-e-12, (size.Height-e)/2, e, e)
	case b.icon == "":
		placeCentered(b.text, 0, 0, size.Width, size.Height)
	default:
		x := (size.Width - edge - 8 - words.Width) / 2
		place(b.image, x, (size.Height-edge)/2, edge, edge)
		place(b.text, x+edge+8, (size.Height-words.Height)/2, words.Width, words.Height)
	}
}

// CreateRenderer draws shape, icon and words.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	b.paint()
	return &renderer{
		objects: []fyne.CanvasObject{b.shape, b.veil, b.ring, b.image, b.text, b.after},
		layout:  b.layoutIn,
		min:     b.least,
		refresh: b.paint,
		of:      b.self,
	}
}
