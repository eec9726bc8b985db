package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Span is a run of text in one style. The zero style is body ink.
type Span struct {
	Text   string
	Role   Role               // "" is Ink
	Size   fyne.ThemeSizeName // "" is SizeBody
	Bold   bool
	Italic bool
	Mono   bool
}

// Text shows words without the padding of the toolkit's labels. It wraps by
// default; see Ellipsis and OneLine.
//
// The toolkit's own text finds each end of a line by shaping half a dozen
// candidates; this one shapes each word once, see typeset.
type Text struct {
	widget.BaseWidget
	spans []Span
	align fyne.TextAlign
	mode  textMode
	rows  []textRow
	width float32 // for which the rows were set
	stale bool    // the rows are of other words or of another theme
}

// textMode says what happens to words that are wider than the room.
type textMode int

const (
	textWraps textMode = iota
	textOneLine
	textCut // ends with …
)

// NewText returns wrapping text made of spans that follow each other inline.
func NewText(spans ...Span) *Text {
	t := &Text{spans: spans, stale: true}
	t.ExtendBaseWidget(t)
	return t
}

// NewTitle returns a page's title (24 bold, one line).
func NewTitle(text string) *Text {
	return NewText(Span{Text: text, Size: SizeTitle, Bold: true}).OneLine()
}

// NewLargeHeading returns the heading of a detail (19 bold, wrapping).
func NewLargeHeading(text string) *Text {
	return NewText(Span{Text: text, Size: SizeLarge, Bold: true})
}

// NewHeading returns a section's heading (15 bold, wrapping).
func NewHeading(text string) *Text { return NewText(Span{Text: text, Size: SizeSection, Bold: true}) }

// NewBody returns wrapping body text.
func NewBody(text string) *Text { return NewText(Span{Text: text}) }

// NewCaption returns small muted wrapping text.
func NewCaption(text string) *Text { return NewText(Span{Text: text, Role: Muted, Size: SizeSmall}) }

// OneLine keeps the text on one line and asks for its whole width.
func (t *Text) OneLine() *Text { return t.in(textOneLine) }

// Ellipsis keeps the text on one line and ends it with … where room is short.
func (t *Text) Ellipsis() *Text { return t.in(textCut) }

func (t *Text) in(mode textMode) *Text {
	t.mode = mode
	t.Refresh()
	return t
}

// Align sets the alignment of the lines.
func (t *Text) Align(a fyne.TextAlign) *Text {
	t.align = a
	t.Refresh()
	return t
}

// SetText replaces the words and keeps the style of the first span.
func (t *Text) SetText(text string) {
	span := Span{}
	if len(t.spans) > 0 {
		span = t.spans[0]
	}
	span.Text = text
	t.SetSpans(span)
}

// Text returns the words shown, without styles.
func (t *Text) Text() string {
	var all string
	for _, s := range t.spans {
		all += s.Text
	}
	return all
}

// SetSpans replaces words and styles.
func (t *Text) SetSpans(spans ...Span) {
	t.spans = spans
	t.Refresh()
}

// Refresh sets the text anew, for instance after a change of theme.
func (t *Text) Refresh() {
	t.stale = true
	t.BaseWidget.Refresh()
}

// set breaks the text into rows for a width, if that was not done yet.
func (t *Text) set(width float32) {
	if !t.stale && (width == t.width || t.mode == textOneLine) {
		return
	}
	t.rows, t.width, t.stale = typeset(t.spans, t.mode, width), width, false
}

// CreateRenderer shows one object per run of one style in a row.
func (t *Text) CreateRenderer() fyne.WidgetRenderer { return &textRenderer{text: t} }

// textRenderer keeps its objects from one text to the next.
type textRenderer struct {
	text    *Text
	objects []fyne.CanvasObject
}

func (r *textRenderer) Destroy()                     {}
func (r *textRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *textRenderer) Layout(size fyne.Size) {
	t, n, y := r.text, 0, float32(0)
	t.set(size.Width)
	for _, row := range t.rows {
		x := float32(0)
		switch t.align {
		case fyne.TextAlignCenter:
			x = (size.Width - row.width) / 2
		case fyne.TextAlignTrailing:
			x = size.Width - row.width
		}
		for _, run := range row.runs {
			if n == len(r.objects) {
				r.objects = append(r.objects, &canvas.Text{})
			}
			o := r.objects[n].(*canvas.Text)
			n++
			o.Text, o.TextSize, o.TextStyle, o.Color = run.text, run.size, run.style, run.role.Color()
			place(o, x, y+row.baseline-run.baseline, run.width, run.height)
			x += run.width
		}
		y += row.height
	}
	clear(r.objects[n:])
	r.objects = r.objects[:n]
}

// MinSize is no width at all for words that wrap, and the height that they need
// at the width they were last given.
func (r *textRenderer) MinSize() fyne.Size {
	t := r.text
	t.set(t.Size().Width)
	var least fyne.Size
	for _, row := range t.rows {
		least.Width, least.Height = max(least.Width, row.width), least.Height+row.height
	}
	switch t.mode {
	case textWraps:
		least.Width = 0
	case textCut: // one letter and the …
		size := textSize(SizeBody)
		least.Width = fyne.MeasureText("M", size, fyne.TextStyle{}).Width + fyne.MeasureText("…", size, fyne.TextStyle{}).Width
	}
	return least
}

func (r *textRenderer) Refresh() {
	r.Layout(r.text.Size())
	canvas.Refresh(r.text)
}
