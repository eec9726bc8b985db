package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
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
type Text struct {
	widget.BaseWidget
	rich  *widget.RichText
	spans []Span
	align fyne.TextAlign
	short bool // ends with … where room is short
}

// NewText returns wrapping text made of spans that follow each other inline.
func NewText(spans ...Span) *Text {
	t := &Text{rich: widget.NewRichText()}
	t.rich.Wrapping = fyne.TextWrapWord
	t.ExtendBaseWidget(t)
	t.SetSpans(spans...)
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
func (t *Text) OneLine() *Text {
	t.rich.Wrapping = fyne.TextWrapOff
	t.rich.Truncation = fyne.TextTruncateOff
	t.short = false
	t.Refresh()
	return t
}

// Ellipsis keeps the text on one line and ends it with … where room is short.
func (t *Text) Ellipsis() *Text {
	t.rich.Wrapping = fyne.TextWrapOff
	t.short = true
	t.Refresh()
	return t
}

// cut has the toolkit look for the place of the … only where the words are
// wider than width: it shapes the line anew for that at every refresh, which a
// long list feels.
func (t *Text) cut(width float32) {
	if !t.short {
		return
	}
	var wide float32
	for _, s := range t.spans {
		style := t.style(s, true)
		wide += fyne.MeasureText(s.Text, theme.Size(style.SizeName), style.TextStyle).Width
	}
	t.rich.Truncation = fyne.TextTruncateOff
	if width > 0 && wide > width { // without a width nothing is shown yet
		t.rich.Truncation = fyne.TextTruncateEllipsis
	}
}

// least is the width of one letter and the …, which is all that cut text asks
// for.
func (t *Text) least() float32 {
	size := theme.Size(theme.SizeNameText)
	return fyne.MeasureText("M", size, fyne.TextStyle{}).Width + fyne.MeasureText("…", size, fyne.TextStyle{}).Width
}

// Align sets the alignment of the lines.
func (t *Text) Align(a fyne.TextAlign) *Text {
	t.align = a
	t.SetSpans(t.spans...)
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
	segments := make([]widget.RichTextSegment, len(spans))
	for i, s := range spans {
		segments[i] = &widget.TextSegment{Text: s.Text, Style: t.style(s, i < len(spans)-1)}
	}
	t.rich.Segments = segments
	t.Refresh()
}

func (t *Text) style(s Span, inline bool) widget.RichTextStyle {
	role, size := s.Role, s.Size
	if role == "" {
		role = Ink
	}
	if size == "" {
		size = SizeBody
	}
	return widget.RichTextStyle{
		Alignment: t.align, ColorName: role.Name(), SizeName: size, Inline: inline,
		TextStyle: fyne.TextStyle{Bold: s.Bold, Italic: s.Italic, Monospace: s.Mono},
	}
}

// Refresh lays the text out again, for instance after a change of theme.
func (t *Text) Refresh() {
	t.cut(t.Size().Width)
	t.rich.Refresh()
	t.BaseWidget.Refresh()
}

// CreateRenderer strips the padding of the rich text inside.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		objects: []fyne.CanvasObject{t.rich},
		layout: func(size fyne.Size) {
			pad := theme.InnerPadding()
			t.cut(size.Width)
			t.rich.Move(fyne.NewPos(-pad, -pad))
			t.rich.Resize(size.AddWidthHeight(2*pad, 2*pad))
		},
		min: func() fyne.Size {
			pad := theme.InnerPadding()
			least := t.rich.MinSize()
			if t.short {
				least.Width = t.least()
			}
			return least.SubtractWidthHeight(2*pad, 2*pad)
		},
	}
}
