package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Field is a control with its name above and what is wrong with it below.
type Field struct {
	widget.BaseWidget
	problem *Text
	hint    *Text
	column  *fyne.Container
}

// NewField returns a field; hint ("" for none) explains below the control.
func NewField(name, hint string, control fyne.CanvasObject) *Field {
	f := &Field{problem: NewText(Span{Role: Skin, Size: SizeSmall}), hint: NewCaption(hint)}
	f.problem.Hide()
	f.hint.Hidden = hint == ""
	f.column = Column(3, NewText(Span{Text: name, Role: Muted, Size: SizeSmall}), control, f.problem, f.hint)
	if e, is := control.(*Entry); is {
		e.OnFull = func(err error) { f.SetProblem(ErrorText(err)) }
	}
	f.ExtendBaseWidget(f)
	return f
}

// SetProblem says what is wrong below the control; "" when all is well.
func (f *Field) SetProblem(words string) {
	f.problem.SetText(sentence(words))
	f.problem.Hidden = words == ""
	f.column.Refresh()
	f.Refresh()
}

// Problem returns what is said to be wrong.
func (f *Field) Problem() string { return f.problem.Text() }

// CreateRenderer shows name, control, problem and hint.
func (f *Field) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.column) }
