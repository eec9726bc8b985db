package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"skinward/app/journal"
)

// Tristate is the answer to a yes/no question that may not have been given.
type Tristate = journal.State

// The three states. NotRecorded is the zero value.
const (
	NotRecorded = journal.Unknown
	Yes         = journal.Yes
	No          = journal.No
)

// CheckRow is a box with a name, a detail and a caption at the right. A
// three-state row goes not recorded, yes, no, not recorded; Y, N and Delete
// answer directly. A two-state row goes yes, no.
type CheckRow struct {
	control
	state    Tristate
	three    bool
	role     Role
	OnChange func(Tristate)
	OnEnter  func() // Return: on to the next question; nil: Return answers

	box, ring *canvas.Rectangle
	sign      *Icon
	words     *Text
	caption   *Text
}

// NewCheckRow returns a three-state row; role colours the box when yes.
func NewCheckRow(name, detail string, role Role, state Tristate, change func(Tristate)) *CheckRow {
	r := &CheckRow{state: state, three: true, role: role, OnChange: change}
	r.box, r.ring = canvas.NewRectangle(transparent), focusRing(radiusTag-1)
	r.box.CornerRadius = radiusTag - 1
	r.sign = NewIconSized("check", Ink, 14)
	r.words = NewText(nameSpans(name, detail)...)
	r.caption = NewCaption("").OneLine()
	r.initControl(r, r.advance)
	return r
}

// NewCheck returns a two-state row with an ordinary label.
func NewCheck(label string, on bool, change func(on bool)) *CheckRow {
	state := No
	if on {
		state = Yes
	}
	r := NewCheckRow("", "", Primary, state, func(s Tristate) {
		if change != nil {
			change(s == Yes)
		}
	})
	r.three = false
	r.words.SetSpans(Span{Text: label})
	return r
}

func nameSpans(name, detail string) []Span {
	spans := []Span{{Text: name, Bold: true}}
	if detail != "" {
		spans[0].Text += "  " // before the break, should the line break here
		spans = append(spans, Span{Text: detail, Role: Muted, Size: SizeSmall})
	}
	return spans
}

// State returns the answer.
func (r *CheckRow) State() Tristate { return r.state }

// SetState shows an answer without calling OnChange.
func (r *CheckRow) SetState(s Tristate) { r.state = s; r.Refresh() }

// SetCaption changes the words at the right ("08:15").
func (r *CheckRow) SetCaption(caption string) { r.caption.SetText(caption); r.Refresh() }

func (r *CheckRow) advance() {
	switch {
	case r.state == NotRecorded:
		r.choose(Yes)
	case r.state == Yes:
		r.choose(No)
	case r.three:
		r.choose(NotRecorded)
	default:
		r.choose(Yes)
	}
}

func (r *CheckRow) choose(s Tristate) {
	if r.disabled || s == r.state {
		return
	}
	r.SetState(s)
	if r.OnChange != nil {
		r.OnChange(s)
	}
}

// TypedRune answers with Y or N.
func (r *CheckRow) TypedRune(c rune) {
	switch c {
	case 'y', 'Y':
		r.choose(Yes)
	case 'n', 'N':
		r.choose(No)
	default:
		r.control.TypedRune(c)
	}
}

// TypedKey clears on Delete, else advances.
func (r *CheckRow) TypedKey(e *fyne.KeyEvent) {
	if r.three && (e.Name == fyne.KeyDelete || e.Name == fyne.KeyBackspace) {
		r.choose(NotRecorded)
		return
	}
	if r.OnEnter != nil && (e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter) {
		r.OnEnter()
		return
	}
	r.control.TypedKey(e)
}

func (r *CheckRow) paint() {
	r.box.StrokeWidth, r.box.StrokeColor, r.box.FillColor = 1.5, Muted.Color(), Surface.Color()
	r.sign.Hidden = r.state == NotRecorded || r.state == No && !r.three
	switch {
	case r.state == Yes:
		r.box.FillColor, r.box.StrokeColor = r.role.Color(), r.role.Color()
		r.sign.name = "check"
		r.sign.paintIn(readableOn(r.role.Color()))
	case r.state == No && r.three:
		r.box.FillColor = Raised.Color()
		r.sign.name = "close"
		r.sign.paintIn(Muted.Color())
	}
	r.paintRing(r.ring)
	r.words.Refresh()
	r.caption.Refresh()
}

// CreateRenderer draws box, words and caption.
func (r *CheckRow) CreateRenderer() fyne.WidgetRenderer {
	r.paint()
	edge := func() float32 { return scaled(18) }
	return &renderer{
		objects: []fyne.CanvasObject{r.box, r.ring, r.sign, r.words, r.caption},
		layout: func(size fyne.Size) {
			e, right := edge(), r.caption.MinSize()
			if r.caption.Text() == "" {
				right = fyne.Size{}
			}
			r.words.Resize(fyne.NewSize(size.Width-e-12-right.Width-8, r.words.Size().Height))
			h := r.words.MinSize().Height
			place(r.words, e+10, (size.Height-h)/2, max(0, size.Width-e-12-right.Width-8), h)
			place(r.box, 0, (size.Height-e)/2, e, e)
			placeRing(r.ring, 0, (size.Height-e)/2, e, e)
			place(r.sign, 2, (size.Height-e)/2+2, e-4, e-4)
			place(r.caption, size.Width-right.Width, (size.Height-right.Height)/2, right.Width, right.Height)
		},
		min: func() fyne.Size {
			m := r.words.MinSize()
			return fyne.NewSize(edge()+10+m.Width+r.caption.MinSize().Width+8, max(m.Height, edge())+8)
		},
		refresh: r.paint,
		of:      r,
	}
}
