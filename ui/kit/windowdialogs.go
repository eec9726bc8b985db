package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"
)

// WindowDialogs are the Dialogs of one window.
type WindowDialogs struct {
	window fyne.Window
	toast  *Toast
	folder string            // where the last file was chosen
	Home   string            // where file dialogs start until a file was chosen
	before fyne.Focusable    // had the focus when a file dialog opened
	behind fyne.CanvasObject // the dialog that was open then
}

var _ Dialogs = (*WindowDialogs)(nil)

// NewDialogs returns the dialogs of w, which say what was done in toast. They
// take the window's typed-key handler and pass on what they do not use.
func NewDialogs(w fyne.Window, toast *Toast) *WindowDialogs {
	d := &WindowDialogs{window: w, toast: toast}
	before := w.Canvas().OnTypedKey()
	w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) {
		if !d.key(e) && before != nil {
			before(e)
		}
	})
	return d
}

// key gives Escape and Return to the dialog on top when nothing is focused.
func (d *WindowDialogs) key(e *fyne.KeyEvent) bool {
	switch top := d.window.Canvas().Overlays().Top().(type) {
	case *modal:
		top.key(e)
	case *widget.PopUp: // the toolkit's own file dialogs know no keys
		if e.Name == fyne.KeyEscape {
			top.Hide()
			d.giveFocusBack()
		}
	case nil:
		return false
	}
	return true
}

// Filling reports whether a form lies on top that can be cancelled.
func (d *WindowDialogs) Filling() bool {
	m, ok := d.window.Canvas().Overlays().Top().(*modal)
	return ok && m.form
}

// Finish keeps what is typed in a form of something to be saved, where it can be
// kept, when nobody can be asked any more.
func (d *WindowDialogs) Finish() {
	if m, ok := d.window.Canvas().Overlays().Top().(*modal); ok && m.save != nil {
		m.save()
	}
}

func buttonsRow(buttons ...fyne.CanvasObject) fyne.CanvasObject {
	return FillRow(Space2, 0, append([]fyne.CanvasObject{Inset(NewCaption(""), 0, 0)}, buttons...)...)
}

// Confirm asks before what cannot be undone.
func (d *WindowDialogs) Confirm(title, message, action string, do func()) {
	var m *modal
	leave := func() { m.hide() }
	safe := NewButton(cancelLabel, leave)
	act := NewPrimaryButton(action, func() { m.hide(); do() })
	m = newModal(d.window.Canvas(), title, 440, NewBody(message), buttonsRow(safe, act))
	m.onEsc = leave
	m.show(safe)
}

// Tell says something that the person must have read.
func (d *WindowDialogs) Tell(title, message string) {
	var m *modal
	leave := func() { m.hide() }
	ok := NewPrimaryButton("Close", leave)
	m = newModal(d.window.Canvas(), title, 440, NewBody(message), buttonsRow(ok))
	m.onEsc, m.onEnter = leave, leave
	m.show(ok)
}

// Form shows content until it is submitted or left.
func (d *WindowDialogs) Form(title string, content fyne.CanvasObject, action string, submit func() error) func() {
	return d.form(title, content, cancelLabel, action, submit, func() {})
}

const (
	cancelLabel = "Cancel"
	saveLabel   = "Save"
)

// Offer is a Form that can be skipped.
func (d *WindowDialogs) Offer(title string, content fyne.CanvasObject, skip, action string, submit func() error) func() {
	return d.form(title, content, skip, action, submit, func() {})
}

// form calls after when the form was accepted and has closed.
func (d *WindowDialogs) form(title string, content fyne.CanvasObject, away, action string, submit func() error, after func()) func() {
	var m *modal
	leave := func() { m.hide() }
	problem := NewText(Span{Role: Skin, Size: SizeControl})
	problem.Hide()
	send := func() {
		err := noDay(content)
		if err == nil {
			err = submit()
		}
		if err != nil {
			problem.SetText(ErrorText(err))
			problem.Show()
			m.Refresh()
			return
		}
		leave()
		after()
	}
	before, first := typedIn(content), firstFocusable(content)
	abandon := func() {
		leave()
		if typedIn(content) != before {
			d.toast.ShowLeft("Left without saving: "+title+".", func() { m.show(first) })
		}
	}
	body := Column(Space3, content, problem)
	m = newModal(d.window.Canvas(), title, 520, body, buttonsRow(NewButton(away, abandon), NewPrimaryButton(action, send)))
	m.onEsc, m.onEnter, m.form = abandon, send, away == cancelLabel
	if action == saveLabel {
		m.save = func() {
			if typedIn(content) != before && noDay(content) == nil {
				_ = submit() // refused or not, the program ends
			}
		}
	}
	m.show(first)
	return leave
}

// noDay is about the first day field below o in which no day is typed: what a
// form takes from it would be the day that was there before.
func noDay(o fyne.CanvasObject) error {
	if o == nil || !o.Visible() {
		return nil
	}
	if f, is := o.(*DayField); is {
		return f.err()
	}
	for _, child := range children(o) {
		if err := noDay(child); err != nil {
			return err
		}
	}
	return nil
}

// typedIn is all that is typed below o, in reading order.
func typedIn(o fyne.CanvasObject) string {
	switch f := o.(type) {
	case nil:
		return ""
	case *Entry:
		return f.Text + "\n"
	case *dayEntry:
		return f.Text + "\n"
	case *Scale:
		return strconv.Itoa(f.value) + "\n"
	}
	all := ""
	for _, child := range children(o) {
		all += typedIn(child)
	}
	return all
}

// Panel shows content with a Close button.
func (d *WindowDialogs) Panel(title string, content fyne.CanvasObject, first fyne.Focusable) func() {
	var m *modal
	leave := func() { m.hide() }
	closing := NewButton("Close", leave)
	m = newModal(d.window.Canvas(), title, 620, content, buttonsRow(closing))
	m.onEsc = leave
	if first == nil {
		first = closing
	}
	m.show(first)
	return leave
}

// OpenFile asks for a file.
func (d *WindowDialogs) OpenFile(title string, extensions []string, chosen func(path string)) {
	fd := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil {
			d.Problem("That file could not be opened: " + err.Error() + ".")
			return
		}
		if r == nil {
			return
		}
		path := r.URI().Path()
		_ = r.Close() // nothing was read from it
		d.remember(r.URI())
		chosen(path)
	}, d.window)
	fd.SetTitleText(title)
	if len(extensions) > 0 {
		fd.SetFilter(storage.NewExtensionFileFilter(extensions))
	}
	d.showFile(fd)
}

// OpenFolder asks for a folder.
func (d *WindowDialogs) OpenFolder(title string, chosen func(path string)) {
	fd := dialog.NewFolderOpen(func(l fyne.ListableURI, err error) {
		if err != nil {
			d.Problem("That folder could not be opened: " + err.Error() + ".")
			return
		}
		if l != nil {
			d.folder = l.Path()
			chosen(l.Path())
		}
	}, d.window)
	fd.SetTitleText(title)
	d.showFile(fd)
}

func (d *WindowDialogs) showFile(fd *dialog.FileDialog) {
	if start := d.startFolder(); start != "" {
		if at, err := storage.ListerForURI(storage.NewFileURI(start)); err == nil {
			fd.SetLocation(at)
		}
	}
	size := d.window.Canvas().Size()
	d.keepFocus()
	fd.SetOnClosed(d.giveFocusBack)
	fd.Resize(fyne.NewSize(size.Width*0.8, size.Height*0.8))
	fd.Show()
}

// keepFocus takes the focus away from what lies behind a file dialog.
func (d *WindowDialogs) keepFocus() {
	cv := d.window.Canvas()
	d.before, d.behind = cv.Focused(), cv.Overlays().Top()
	cv.Unfocus()
}

// giveFocusBack returns it, unless what was chosen has opened a dialog of its own.
func (d *WindowDialogs) giveFocusBack() {
	cv := d.window.Canvas()
	if d.before != nil && cv.Overlays().Top() == d.behind {
		cv.Focus(d.before)
	}
	d.before, d.behind = nil, nil
}

func (d *WindowDialogs) remember(file fyne.URI) {
	if parent, err := storage.Parent(file); err == nil {
		d.folder = parent.Path()
	}
}

func (d *WindowDialogs) startFolder() string {
	if d.folder != "" {
		return d.folder
	}
	return d.Home
}

// Status says what was done.
func (d *WindowDialogs) Status(message string) { d.toast.ShowMessage(message, "", nil) }

// StatusUndo says what was done and offers to take it back.
func (d *WindowDialogs) StatusUndo(message string, undo func()) {
	d.toast.ShowMessage(message, "Undo", undo)
}

// Problem says what went wrong.
func (d *WindowDialogs) Problem(message string) { d.toast.ShowProblem(message) }

// firstFocusable finds the first widget in reading order that takes the focus.
func firstFocusable(o fyne.CanvasObject) fyne.Focusable {
	if o == nil || !o.Visible() {
		return nil
	}
	if f, ok := o.(fyne.Focusable); ok {
		if d, ok := o.(fyne.Disableable); !ok || !d.Disabled() {
			return f
		}
	}
	for _, child := range children(o) {
		if f := firstFocusable(child); f != nil {
			return f
		}
	}
	return nil
}

func children(o fyne.CanvasObject) []fyne.CanvasObject {
	switch c := o.(type) {
	case *fyne.Container:
		return c.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{c.Content}
	case *Scroll:
		return []fyne.CanvasObject{c.content}
	case *DayField:
		return []fyne.CanvasObject{c.column}
	case *Field:
		return c.column.Objects
	case *box:
		return []fyne.CanvasObject{c.content}
	case *Card:
		return []fyne.CanvasObject{c.box.content}
	case *ChoiceChips:
		return c.Container.Objects
	}
	return nil
}
