package kit

import (
	"fmt"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// What a field takes, in characters: more than any that is stored, so that the
// journal's own bounds are still named, and no more than is drawn without the
// window standing still. The toolkit draws a line whole, also what is not in
// view, and takes minutes for ten thousand letters.
const (
	lineRoom = 1000
	noteRoom = 20_000
)

// takes reports whether a text has room, counting what it takes the place of,
// and says so where it has not.
func (e *Entry) takes(text string) bool {
	room := lineRoom
	if e.MultiLine {
		room = noteRoom
	}
	after := utf8.RuneCountInString(e.Text) - utf8.RuneCountInString(e.SelectedText()) + utf8.RuneCountInString(text)
	if after <= room {
		return true
	}
	if e.OnFull != nil {
		e.OnFull(errFull(room))
	}
	return false
}

func errFull(room int) error {
	return fmt.Errorf("at most %d characters fit here; nothing was added", room)
}

// TypedRune refuses what has no room.
func (e *Entry) TypedRune(r rune) {
	if e.takes(string(r)) {
		e.Entry.TypedRune(r)
	}
}

// TypedShortcut refuses to paste what has no room.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if paste, is := s.(*fyne.ShortcutPaste); is && !e.takes(paste.Clipboard.Content()) {
		return
	}
	e.Entry.TypedShortcut(s)
}
