package guide

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"skinward/ui/kit"
)

// word is a word of the glossary within running text.
type word struct {
	touch
	text *canvas.Text
	rule *canvas.Line
	id   string
	tail bool // a further word of the same term: Tab passes over it
}

var _ fyne.Disableable = (*word)(nil)

// Disabled reports whether Tab passes over the word.
func (w *word) Disabled() bool { return w.tail }

// Enable does nothing: a word always answers the pointer.
func (w *word) Enable() {}

// Disable does nothing: a word always answers the pointer.
func (w *word) Disable() {}

func newWord(text, id string, to posts) *word {
	w := &word{text: canvas.NewText(text, color.Transparent), rule: canvas.NewLine(color.Transparent), id: id}
	w.hot = true
	w.ring = canvas.NewRectangle(color.Transparent)
	w.ring.StrokeWidth, w.ring.CornerRadius = 2, 4
	w.ring.Hide()
	show := func(on bool) {
		if on {
			to.explain(w.id, w)
		} else {
			to.explain("", w)
		}
	}
	w.onTap = func(fyne.Position) { show(true) }
	w.onPoint = func(_ fyne.Position, inside bool) { show(inside) }
	w.onFocus = func(on bool) {
		if on {
			to.reveal(w)
		}
		show(on)
	}
	w.onKey = to.turn
	w.ExtendBaseWidget(w)
	return w
}

func (w *word) dress(size float32, bold bool) {
	w.text.TextSize, w.text.TextStyle.Bold = size, bold
	w.Refresh()
}

// CreateRenderer draws the word over a fine rule.
func (w *word) CreateRenderer() fyne.WidgetRenderer {
	paint := func() {
		w.text.Color = kit.Primary.Color()
		w.rule.StrokeColor, w.rule.StrokeWidth = seen(kit.Primary.Color(), 0.55), 1
		w.ring.StrokeColor, w.ring.Hidden = kit.Primary.Color(), !w.focused
	}
	paint()
	return &drawn{
		objects: []fyne.CanvasObject{w.text, w.rule, w.ring},
		layout: func(size fyne.Size) {
			w.text.Resize(size)
			w.rule.Position1, w.rule.Position2 = fyne.NewPos(0, size.Height-1.5), fyne.NewPos(size.Width, size.Height-1.5)
			w.ring.Move(fyne.NewPos(-3, -1))
			w.ring.Resize(size.AddWidthHeight(6, 2))
		},
		min:     func() fyne.Size { return w.text.MinSize() },
		refresh: paint,
		of:      w,
	}
}
