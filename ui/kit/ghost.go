package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// SetGhost shows in muted ink how what is typed may go on, behind the caret
// while that stands at the end; "" shows nothing. Right and End take it with
// OnGhost.
func (e *Entry) SetGhost(rest string) {
	if e.ghostText == rest {
		return
	}
	e.ghostText = rest
	e.paintGhost()
}

// Ghost returns what is shown behind the caret.
func (e *Entry) Ghost() string { return e.ghostText }

// Replace puts text in the place of what stands from the byte at from to the
// end, as if it were typed: it can be undone, and OnChanged does not hear it.
func (e *Entry) Replace(from int, text string) {
	changed := e.OnChanged
	e.OnChanged = nil
	defer func() { e.OnChanged = changed }()
	e.CursorColumn = len([]rune(e.Text))
	for range []rune(e.Text[from:]) {
		if strings.HasPrefix(text, e.Text[min(from, len(e.Text)):]) {
			break
		}
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
	for _, r := range strings.TrimPrefix(text, e.Text[from:]) {
		e.TypedRune(r)
	}
}

func (e *Entry) atEnd() bool { return e.CursorColumn == len([]rune(e.Text)) }

// takesGhost answers the keys that take the ghost.
func (e *Entry) takesGhost(k fyne.KeyName) bool {
	if e.ghostText == "" || e.OnGhost == nil || !e.atEnd() || k != fyne.KeyRight && k != fyne.KeyEnd {
		return false
	}
	e.OnGhost()
	return true
}

func (e *Entry) paintGhost() {
	if e.ghost == nil {
		return
	}
	border := theme.InputBorderSize()
	at := e.CursorPosition().AddXY(border, border)
	e.ghost.Text, e.ghost.TextSize, e.ghost.Color = e.ghostText, theme.TextSize(), Muted.Color()
	size := e.ghost.MinSize()
	e.ghost.Hidden = e.ghostText == "" || !e.atEnd() || at.X+size.Width > e.Size().Width-border
	place(e.ghost, at.X, at.Y, size.Width, size.Height)
	canvas.Refresh(e.ghost)
}

// CreateRenderer adds the ghost and the wheel to the toolkit's own field.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	inner := e.Entry.CreateRenderer()
	if e.MultiLine {
		return inner
	}
	e.ghost = canvas.NewText("", transparent)
	e.OnCursorChanged = e.paintGhost
	return &ghostRenderer{inner, e, newWheel(e)}
}

type ghostRenderer struct {
	fyne.WidgetRenderer
	e     *Entry
	wheel *wheel
}

func (r *ghostRenderer) Objects() []fyne.CanvasObject {
	return append(r.WidgetRenderer.Objects(), r.e.ghost, r.wheel)
}

func (r *ghostRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	place(r.wheel, 0, 0, size.Width, size.Height)
	r.e.paintGhost()
}

func (r *ghostRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.e.paintGhost()
}
