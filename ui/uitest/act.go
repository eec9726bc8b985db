package uitest

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"skinward/ui/kit"
)

// Tap taps on the label that reads or contains text, scrolling to it first.
func (w *Window) Tap(text string) {
	w.t.Helper()
	w.press(w.centre(w.Find(text)))
}

// TapNth taps on the n-th label (from 0, in tree order) that reads exactly text.
func (w *Window) TapNth(text string, n int) {
	w.t.Helper()
	for _, l := range w.labels() {
		if l.Text != text {
			continue
		}
		if n == 0 {
			w.press(w.centre(l))
			return
		}
		n--
	}
	w.t.Fatalf("there are not so many labels %q", text)
}

// TapAt taps on a place of the window.
func (w *Window) TapAt(x, y float32) {
	w.press(fyne.NewPos(x, y))
}

// TapObject taps in the middle of an object that is shown.
func (w *Window) TapObject(o fyne.Tappable) {
	size := o.(fyne.CanvasObject).Size()
	test.TapAt(o, fyne.NewPos(size.Width/2, size.Height/2))
	w.Settle()
}

// Wobble presses on a label, slips by three pixels and lets go, which the
// toolkit takes for a drag.
func (w *Window) Wobble(text string) {
	w.t.Helper()
	test.Drag(w.Canvas(), w.centre(w.Find(text)), 3, 1)
	w.Settle()
}

// Hover moves the pointer onto the label.
func (w *Window) Hover(text string) {
	w.t.Helper()
	test.MoveMouse(w.Canvas(), w.centre(w.Find(text)))
	w.Settle()
}

// Scroll turns the wheel over a place; dy below 0 moves down.
func (w *Window) Scroll(x, y, dy float32) {
	test.Scroll(w.Canvas(), fyne.NewPos(x, y), 0, dy)
	w.Settle()
}

// centre returns the middle of the label after scrolling it into view.
func (w *Window) centre(l Label) fyne.Position {
	for _, s := range l.scrolls {
		top := absolute(w, s)
		y := l.At.Y - top.Y
		if y < 0 || y+l.Size.Height > s.Size().Height {
			s.ScrollToOffset(fyne.NewPos(s.Offset.X, s.Offset.Y+y-s.Size().Height/3))
			w.Settle()
			if again, ok := w.find(l.Text); ok {
				l = again
			}
		}
	}
	return l.At.AddXY(l.Size.Width/2, l.Size.Height/2)
}

func absolute(w *Window, o fyne.CanvasObject) fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
}

// Type types into what has the focus, as the keyboard does.
func (w *Window) Type(text string) {
	w.t.Helper()
	f := w.Canvas().Focused()
	if f == nil {
		w.t.Fatalf("typing %q: nothing has the focus", text)
	}
	for _, r := range text {
		w.Canvas().Focused().TypedRune(r)
	}
	w.Settle()
}

// Key presses keys one after the other. What nobody focused takes goes to the
// window, as in the real driver. Return, Escape and arrows are keys, Tab is Tab.
func (w *Window) Key(names ...fyne.KeyName) {
	for _, name := range names {
		e := &fyne.KeyEvent{Name: name}
		if f := w.Canvas().Focused(); f != nil {
			f.TypedKey(e)
		} else if handle := w.Canvas().OnTypedKey(); handle != nil {
			handle(e)
		}
		if name == fyne.KeySpace { // comes as a letter too, to what has the focus by then
			if f := w.Canvas().Focused(); f != nil {
				f.TypedRune(' ')
			}
		}
		w.Settle()
	}
}

// Tab moves the focus forward n times.
func (w *Window) Tab(n int) {
	for range n {
		test.FocusNext(w.Canvas())
	}
	w.Settle()
}

// ShiftTab moves the focus back n times.
func (w *Window) ShiftTab(n int) {
	for range n {
		test.FocusPrevious(w.Canvas())
	}
	w.Settle()
}

// Focused names what has the focus by its first visible text, "" if nothing.
func (w *Window) Focused() string {
	f := w.Canvas().Focused()
	if f == nil {
		return ""
	}
	name := "(no text)"
	first := true
	walk(f.(fyne.CanvasObject), fyne.Position{}, nil, nil, func(l Label) {
		if first {
			name, first = l.Text, false
		}
	})
	return strings.TrimSpace(name)
}

// TabOrder presses Tab until the focus returns to where it was first, at most
// 200 times, and lists what had the focus.
func (w *Window) TabOrder() []string {
	var order []string
	w.Tab(1)
	start := w.Canvas().Focused()
	for range 200 {
		order = append(order, w.Focused())
		w.Tab(1)
		if w.Canvas().Focused() == start {
			break
		}
	}
	return order
}

// Shortcut presses a key with modifiers: the main menu hears it first, then
// what has the focus. The test fails if nobody listens.
func (w *Window) Shortcut(key fyne.KeyName, modifier fyne.KeyModifier) {
	w.t.Helper()
	want := &desktop.CustomShortcut{KeyName: key, Modifier: modifier}
	if menu := w.Window.MainMenu(); menu != nil {
		for _, m := range menu.Items {
			for _, item := range m.Items {
				if item.Shortcut != nil && item.Shortcut.ShortcutName() == want.ShortcutName() && !item.Disabled {
					item.Action()
					w.Settle()
					return
				}
			}
		}
	}
	if s, ok := w.Canvas().Focused().(fyne.Shortcutable); ok {
		s.TypedShortcut(want)
		w.Settle()
		return
	}
	w.t.Fatalf("nobody listens to %s", want.ShortcutName())
}

// Drop drops files on a screen, which the test driver cannot do by itself, and
// reports whether the screen took them.
func (w *Window) Drop(on kit.Dropper, paths ...string) bool {
	uris := make([]fyne.URI, len(paths))
	for i, path := range paths {
		uris[i] = storage.NewFileURI(path)
	}
	taken := on.Drop(uris)
	w.Settle()
	return taken
}
