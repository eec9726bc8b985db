package kit

import "fyne.io/fyne/v2"

// Dialogs asks and tells things in the window. All of them are answered from
// the keyboard: Escape leaves, Return does what the focused button says, and
// the button that changes nothing has the focus at first.
type Dialogs interface {
	// Confirm asks before what cannot be undone; everything else is done at
	// once and offered for undo. action names it ("Replace journal").
	Confirm(title, message, action string, do func())
	// Tell says something that the person must have read.
	Tell(title, message string)
	// Form shows content with a button named action. submit may refuse with an
	// error, which is shown below the content while the form stays open.
	// The returned function closes the form.
	Form(title string, content fyne.CanvasObject, action string, submit func() error) (closeForm func())
	// Offer is a Form whose other button says skip.
	Offer(title string, content fyne.CanvasObject, skip, action string, submit func() error) (closeForm func())
	// Panel shows content with a Close button only; first (may be nil) is
	// focused. The returned function closes it.
	Panel(title string, content fyne.CanvasObject, first fyne.Focusable) (closePanel func())
	// OpenFile asks for a file with one of the extensions (".csv"; none: all).
	OpenFile(title string, extensions []string, chosen func(path string))
	// SaveFile asks where to save; an existing file is only named after a
	// question. Nothing is created or emptied here.
	SaveFile(title, name string, chosen func(path string))
	// OpenFolder asks for a folder.
	OpenFolder(title string, chosen func(path string))
	// Status says in the status line what was done, for a few seconds.
	Status(message string)
	// StatusUndo is Status with a button that takes it back.
	StatusUndo(message string, undo func())
	// Problem says what went wrong, in the status line, until dismissed.
	Problem(message string)
	// Progress shows a bar over the window until Done; cancel may be nil.
	Progress(title string, cancel func()) *Progress
}
