package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Toast is the status line at the foot of the window: what was done, with a
// button to take it back. It never takes the focus.
type Toast struct {
	widget.BaseWidget
	ground   fyne.CanvasObject
	icon     *Icon
	text     *Text
	action   *Button
	close    *Button
	after    func(d time.Duration, do func())
	back     func() // to what was left, nil for nothing
	onChange func() // lets the foot lay the line out again
	shown    int    // counts messages, so that an old timer hides no new one
}

// NewToast returns a hidden status line. after runs a function on the drawing
// thread after a while (AfterDo in the program); nil leaves messages standing.
func NewToast(after func(d time.Duration, do func())) *Toast {
	t := &Toast{after: after, text: NewText(), icon: NewIconSized("info", OnInk, 18)}
	t.action = NewButton("Undo", nil)
	t.close = newButton("", "close", Quiet, t.dismiss)
	t.close.onInk = true
	t.action.onInk = true
	row := FillRow(Space2, 1, t.icon, t.text, t.action, t.close)
	t.ground = newBox(row, 10, 14, 6, Ink.Color, nil)
	t.ExtendBaseWidget(t)
	t.Hide()
	return t
}

// ShowMessage shows a message for some seconds, with a button if do is not nil.
func (t *Toast) ShowMessage(message, action string, do func()) {
	t.show("check", message, action, do)
}

// ShowLeft says for some seconds that something was left, and offers to go
// back to it.
func (t *Toast) ShowLeft(message string, back func()) {
	t.show("info", message, "Open again", back)
	t.back = back
}

// GoBack goes back to what ShowLeft offers, while it does, and reports whether
// it did.
func (t *Toast) GoBack() bool {
	if t.back == nil || !t.Visible() {
		return false
	}
	t.action.OnTapped()
	return true
}

func (t *Toast) show(icon, message, action string, do func()) {
	t.put(icon, message, action, do)
	if t.after == nil {
		return
	}
	this := t.shown
	t.after(8*time.Second, func() {
		if t.shown == this {
			t.dismiss()
		}
	})
}

// ShowProblem shows a message until it is dismissed or replaced.
func (t *Toast) ShowProblem(message string) { t.put("warning", message, "", nil) }

// Message returns the words shown, "" when hidden.
func (t *Toast) Message() string {
	if !t.Visible() {
		return ""
	}
	return t.text.Text()
}

func (t *Toast) put(icon, message, action string, do func()) {
	t.shown++
	t.back = nil
	t.icon.Set(icon, OnInk)
	t.text.SetSpans(Span{Text: message, Role: OnInk, Size: SizeControl})
	t.action.SetLabel(action)
	t.action.OnTapped = func() {
		t.dismiss()
		do()
	}
	t.action.Hidden = do == nil
	t.Show()
	t.Refresh()
	if t.onChange != nil {
		t.onChange()
	}
}

func (t *Toast) dismiss() { t.Hide() }

// natural is the width at which the whole message can be read.
func (t *Toast) natural() float32 {
	text := fyne.MeasureText(t.text.Text(), textSize(SizeControl), fyne.TextStyle{})
	return t.ground.MinSize().Width - t.text.MinSize().Width + text.Width + 4
}

// CreateRenderer shows the line on an ink ground.
func (t *Toast) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.ground) }
