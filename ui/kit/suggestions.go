package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Suggestion is one completion: what it inserts, what it says about it, and a
// caption at the right ("31 times").
type Suggestion struct {
	Label, Detail, Caption string
}

// Suggestions shows completions in the layout under an entry, never as a
// pop-up, which would take the focus and stop the typing. Join it to the
// entry with Attach.
type Suggestions struct {
	widget.BaseWidget
	OnChosen func(index int)
	OnMarked func(index int) // the mark has moved; -1: none; may be nil
	items    []Suggestion
	at       int // the marked one, -1: none
	frame    *box
	column   *fyne.Container
}

// NewSuggestions returns an empty, hidden list.
func NewSuggestions(chosen func(index int)) *Suggestions {
	s := &Suggestions{OnChosen: chosen, at: -1, column: Column(2)}
	s.frame = newBox(s.column, radiusControl, 6, 6, Surface.Color, Line.Color)
	s.ExtendBaseWidget(s)
	s.Hide()
	return s
}

// Attach lets Down and Up in the entry walk the list, Escape close it and
// Return take the marked one; without a mark Return goes to enter.
func (s *Suggestions) Attach(e *Entry, enter func(text string)) {
	e.OnDown = func() bool { return s.Step(1) }
	e.OnUp = func() bool { return s.Step(-1) }
	e.OnEscape = func() {
		if s.Visible() {
			s.Set(nil)
			return
		}
		bubble(e, &fyne.KeyEvent{Name: fyne.KeyEscape})
	}
	e.OnEnter = func(text string) {
		if s.Visible() && s.at >= 0 {
			s.choose(s.at)
			return
		}
		if enter != nil {
			enter(text)
		}
	}
}

// Set replaces the items; none hides the list. No item is marked at first.
func (s *Suggestions) Set(items []Suggestion) {
	s.items, s.at = items, -1
	rows := make([]fyne.CanvasObject, len(items))
	for i, item := range items {
		rows[i] = newSuggestionRow(s, i, item)
	}
	s.column.Objects = rows
	if len(items) == 0 {
		s.Hide()
	} else {
		s.Show()
	}
	s.column.Refresh()
	s.frame.Refresh()
	s.Refresh()
	if s.OnMarked != nil {
		s.OnMarked(-1)
	}
}

// Step moves the mark and reports whether there was anything to mark.
func (s *Suggestions) Step(by int) bool {
	if !s.Visible() || len(s.items) == 0 {
		return false
	}
	s.Mark(min(max(s.at+by, -1), len(s.items)-1))
	return true
}

// Marked returns the index of the marked item, -1 if none is.
func (s *Suggestions) Marked() int { return s.at }

// Mark marks an item, as if it had been walked to.
func (s *Suggestions) Mark(index int) {
	s.at = index
	s.column.Refresh()
	if s.OnMarked != nil {
		s.OnMarked(index)
	}
}

func (s *Suggestions) choose(i int) {
	if s.OnChosen != nil {
		s.OnChosen(i)
	}
}

// CreateRenderer shows the frame.
func (s *Suggestions) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.frame) }

// suggestionRow does not take the focus, so that typing goes on after a tap.
type suggestionRow struct {
	widget.BaseWidget
	owner   *Suggestions
	index   int
	back    *canvas.Rectangle
	content *fyne.Container
	dragAt  fyne.Position
}

func newSuggestionRow(owner *Suggestions, index int, item Suggestion) *suggestionRow {
	r := &suggestionRow{owner: owner, index: index, back: canvas.NewRectangle(transparent)}
	r.back.CornerRadius = radiusTag
	label := NewText(Span{Text: item.Label, Size: SizeControl}).OneLine()
	detail := NewCaption(item.Detail).Ellipsis()
	r.content = Inset(FillRow(10, 1, label, detail, NewCaption(item.Caption).OneLine()), 8, 5)
	r.ExtendBaseWidget(r)
	return r
}

func (r *suggestionRow) Tapped(*fyne.PointEvent)   { r.owner.choose(r.index) }
func (r *suggestionRow) Dragged(e *fyne.DragEvent) { r.dragAt = e.Position }

func (r *suggestionRow) DragEnd() {
	if r.dragAt.Y >= 0 && r.dragAt.Y <= r.Size().Height {
		r.owner.choose(r.index)
	}
}

func (r *suggestionRow) CreateRenderer() fyne.WidgetRenderer {
	stack := container.NewStack(r.back, r.content)
	return &renderer{
		objects: []fyne.CanvasObject{stack},
		layout:  func(size fyne.Size) { place(stack, 0, 0, size.Width, size.Height) },
		min:     stack.MinSize,
		refresh: func() {
			r.back.FillColor = transparent
			if r.owner.at == r.index {
				r.back.FillColor = Primary.Tint()
			}
		},
		of: r,
	}
}
