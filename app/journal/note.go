package journal

import "strings"

// Note is free text about a day; the text is Meta.Note.
type Note struct{ Meta }

// Kind returns KindNote.
func (*Note) Kind() Kind { return KindNote }

// Validate wants some text.
func (n *Note) Validate() error {
	if strings.TrimSpace(n.Note) == "" {
		return &Error{Code: CodeEmpty, Field: "note"}
	}
	return n.check()
}

// Clone copies the note.
func (n *Note) Clone() Record { c := *n; return &c }

// Title is "Note".
func (*Note) Title() string { return "Note" }

// Detail is empty; the text is the note itself.
func (*Note) Detail() string { return "" }
