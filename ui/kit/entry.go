package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Entry is a text field that knows Escape, Return and the arrows, and says
// what is wrong below itself rather than in a pop-up.
type Entry struct {
	widget.Entry
	OnEnter  func(text string) // Return and Enter (one-line fields)
	OnEscape func()
	OnUp     func() bool // true: the key is used up
	OnDown   func() bool
	OnSide   func(dx int) bool // Left (-1) and Right (1) where the caret cannot go on
	OnFocus  func(focused bool)
	OnFull   func(err error) // more was typed or pasted than there is room for; NewField sets it
	OnGhost  func()          // Right or End at the end of the text, where a ghost shows
	width    float32
	number   bool   // what is typed replaces what was there
	kept     string // text as last saved, for TextUndo

	ghostText string
	ghost     *canvas.Text // nil before the field is drawn
}

// NewEntry returns a one-line field.
func NewEntry(placeholder string, change func(text string)) *Entry {
	e := &Entry{}
	e.PlaceHolder, e.OnChanged = placeholder, change
	e.Scroll = fyne.ScrollHorizontalOnly
	e.ExtendBaseWidget(e)
	return e
}

// NewNoteEntry returns a wrapping field of several lines.
func NewNoteEntry(placeholder string, lines int, change func(text string)) *Entry {
	e := NewEntry(placeholder, change)
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.SetMinRowsVisible(lines)
	return e
}

// NewNumberEntry returns a narrow field for a number. Its text is selected when
// it gets the focus, so that a new number takes the place of the old one.
func NewNumberEntry(placeholder string, change func(text string)) *Entry {
	e := NewEntry(placeholder, change)
	e.width, e.number = 88, true
	return e
}

// AcceptsTab is false for notes too: Tab leads to the next field.
func (e *Entry) AcceptsTab() bool { return false }

// Keep remembers the text as saved: TextUndo goes no further back.
func (e *Entry) Keep() { e.kept = e.Text }

// TextUndo undoes typing that was not yet saved and reports whether there was
// any; the window's undo asks the focused field first.
func (e *Entry) TextUndo() bool {
	if e.Text == e.kept {
		return false
	}
	before := e.Text
	e.Undo()
	return e.Text != before
}

// TextRedo redoes typing and reports whether there was any to redo.
func (e *Entry) TextRedo() bool {
	before := e.Text
	e.Redo()
	return e.Text != before
}

// TypedKey hands Return, Escape, Up and Down to whoever wants them.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	if e.takesGhost(k.Name) {
		return
	}
	switch k.Name {
	case fyne.KeyEscape:
		if e.OnEscape != nil {
			e.OnEscape()
		} else {
			bubble(e, k)
		}
		return
	case fyne.KeyReturn, fyne.KeyEnter:
		if e.MultiLine {
			break
		}
		if e.OnEnter != nil {
			e.OnEnter(e.Text)
		} else {
			bubble(e, k)
		}
		return
	case fyne.KeyF1:
		bubble(e, k)
		return
	case fyne.KeyLeft, fyne.KeyRight:
		if e.OnSide != nil && e.atSide(k.Name) {
			return
		}
	case fyne.KeyUp:
		if e.OnUp != nil && e.OnUp() {
			return
		}
	case fyne.KeyDown:
		if e.OnDown != nil && e.OnDown() {
			return
		}
	}
	e.Entry.TypedKey(k)
}

// atSide tells OnSide when all is selected or the caret stands at the end that
// the key leads to, and reports whether the key is used up.
func (e *Entry) atSide(k fyne.KeyName) bool {
	all := e.Text != "" && e.SelectedText() == e.Text
	switch {
	case k == fyne.KeyLeft && (all || e.CursorColumn == 0):
		return e.OnSide(-1)
	case k == fyne.KeyRight && (all || e.atEnd()):
		return e.OnSide(1)
	}
	return false
}

// FocusGained tells OnFocus.
func (e *Entry) FocusGained() {
	e.Entry.FocusGained()
	reveal(e)
	if e.number {
		e.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
	if e.OnFocus != nil {
		e.OnFocus(true)
	}
}

// FocusLost tells OnFocus.
func (e *Entry) FocusLost() {
	e.Entry.FocusLost()
	if e.OnFocus != nil {
		e.OnFocus(false)
	}
}

// MinSize keeps narrow fields narrow.
func (e *Entry) MinSize() fyne.Size {
	size := e.Entry.MinSize()
	if e.width > 0 {
		size.Width = max(size.Width, scaled(e.width))
	}
	return size
}
