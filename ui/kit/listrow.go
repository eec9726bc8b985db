package kit

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// ListRow is one line of a list: a time, a coloured dot, a title and a detail
// below. Tap, Space and Return open it; Delete removes, if OnDelete is set.
type ListRow struct {
	control
	OnTapped func()
	OnDelete func()
	OnUp     func() // arrow keys, to walk the list
	OnDown   func()

	back, ring    *canvas.Rectangle
	dot           *canvas.Circle
	time          *canvas.Text
	title, detail *Text
	role          Role
	spans         []Span  // of a detail in several styles, which the toolkit does not shorten
	fitted        float32 // the width that spans are shortened to
	hasTime       bool
	selected      bool
}

// NewListRow returns a row; time and detail may be "".
func NewListRow(time string, role Role, title, detail string, tapped func()) *ListRow {
	r := &ListRow{OnTapped: tapped, role: role, dot: canvas.NewCircle(transparent), time: canvas.NewText(time, transparent)}
	r.hasTime = time != ""
	r.back, r.ring = canvas.NewRectangle(transparent), focusRing(radiusTag)
	r.back.CornerRadius = radiusTag
	r.title = NewText(Span{Text: title, Bold: true}).Ellipsis()
	r.detail = NewCaption(detail)
	r.initControl(r, func() {
		if r.OnTapped != nil {
			r.OnTapped()
		}
	})
	return r
}

// OneLine keeps the detail on one line, for lists whose rows are all alike.
func (r *ListRow) OneLine() *ListRow {
	r.detail.Ellipsis()
	return r
}

// Set changes every field, for rows that a list uses again.
func (r *ListRow) Set(time string, role Role, title, detail string) {
	r.SetStyled(time, role, title, Span{Text: detail, Role: Muted, Size: SizeSmall})
}

// SetStyled is Set with a detail in several styles.
func (r *ListRow) SetStyled(time string, role Role, title string, detail ...Span) {
	r.time.Text, r.role, r.hasTime = time, role, time != ""
	r.title.SetSpans(Span{Text: title, Bold: true})
	r.spans, r.fitted = detail, 0
	r.detail.SetSpans(detail...)
	r.Refresh()
}

// fit shortens a detail in several styles to a width.
func (r *ListRow) fit(width float32) {
	if len(r.spans) < 2 || width <= 0 || width == r.fitted {
		return
	}
	r.fitted = width
	r.detail.SetSpans(fitSpans(r.spans, width)...)
}

// fitSpans cuts what does not fit on a line and ends it with ….
func fitSpans(spans []Span, width float32) []Span {
	const dots = "…"
	measure := func(s Span, text string) float32 {
		return fyne.MeasureText(text, textSize(s.Size), fyne.TextStyle{Bold: s.Bold, Italic: s.Italic, Monospace: s.Mono}).Width
	}
	var out []Span
	for i, s := range spans {
		w := measure(s, s.Text)
		room := width
		if i < len(spans)-1 {
			room -= measure(s, dots)
		}
		if w > room {
			letters := []rune(s.Text)
			fits := sort.Search(len(letters), func(n int) bool { return measure(s, string(letters[:n+1])+dots) > width })
			s.Text = string(letters[:fits]) + dots
			return append(out, s)
		}
		out, width = append(out, s), width-w
	}
	return out
}

// SetSelected marks the row as the one shown elsewhere.
func (r *ListRow) SetSelected(on bool) {
	if r.selected != on {
		r.selected = on
		r.Refresh()
	}
}

// TypedKey opens, deletes and walks.
func (r *ListRow) TypedKey(e *fyne.KeyEvent) {
	do := map[fyne.KeyName]func(){
		fyne.KeyDelete: r.OnDelete, fyne.KeyBackspace: r.OnDelete, fyne.KeyUp: r.OnUp, fyne.KeyDown: r.OnDown,
	}[e.Name]
	if do != nil {
		do()
		return
	}
	r.control.TypedKey(e)
}

func (r *ListRow) paint() {
	r.back.FillColor = transparent
	switch {
	case r.selected:
		r.back.FillColor = Primary.Tint()
	case r.hovered && r.OnTapped != nil:
		r.back.FillColor = withAlpha(Ink.Color(), 0x0d)
	}
	r.dot.FillColor = r.role.Color()
	r.time.Color, r.time.TextSize = Muted.Color(), textSize(SizeSmall)
	r.detail.Hidden = r.detail.Text() == ""
	r.paintRing(r.ring)
}

// columns returns where the dot and the words begin.
func (r *ListRow) columns() (dot, words float32) {
	if !r.hasTime {
		return 0, 22
	}
	w := max(scaled(40), r.time.MinSize().Width+6)
	return w + 10, w + 30
}

// Indent returns how far from the left the words begin.
func (r *ListRow) Indent() float32 {
	_, words := r.columns()
	return words
}

// CreateRenderer draws time, dot and words.
func (r *ListRow) CreateRenderer() fyne.WidgetRenderer {
	r.paint()
	return &renderer{
		objects: []fyne.CanvasObject{r.back, r.ring, r.time, r.dot, r.title, r.detail},
		layout: func(size fyne.Size) {
			place(r.back, -6, 0, size.Width+12, size.Height)
			placeRing(r.ring, -6, 2, size.Width+12, size.Height-4)
			dot, words := r.columns()
			line := r.title.MinSize().Height
			t := r.time.MinSize()
			place(r.time, 0, 5+(line-t.Height)/2, t.Width, t.Height)
			place(r.dot, dot, 5+(line-10)/2, 10, 10)
			place(r.title, words, 5, max(0, size.Width-words), line)
			r.fit(size.Width - words)
			r.detail.Resize(fyne.NewSize(max(0, size.Width-words), r.detail.Size().Height))
			place(r.detail, words, 5+line+1, max(0, size.Width-words), r.detail.MinSize().Height)
		},
		min: func() fyne.Size {
			_, words := r.columns()
			size := r.title.MinSize()
			if r.detail.Text() != "" {
				size.Height += r.detail.MinSize().Height + 1
			}
			return fyne.NewSize(words+80, size.Height+11)
		},
		refresh: r.paint,
		of:      r,
	}
}
