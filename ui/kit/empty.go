package kit

import "fyne.io/fyne/v2"

// emptyPictures are the drawings for screens with nothing in them yet, by the
// icon that stands there where the drawing is missing.
var emptyPictures = map[string]string{
	"summary": "empty-summary", "timeline": "empty-timeline", "search": "empty-search", "filter": "empty-search",
	"camera": "empty-skin", "insights": "empty-insights",
}

// NewEmptyState says what is missing and offers the next action: a drawing, or
// the icon, a title, one or two sentences and a button (label "" for none).
func NewEmptyState(icon string, role Role, title, sentence, label string, tapped func()) fyne.CanvasObject {
	parts := []fyne.CanvasObject{
		NewEmptyPicture(icon, role),
		NewText(Span{Text: title, Size: SizeSection, Bold: true}).Align(fyne.TextAlignCenter),
		NewText(Span{Text: sentence, Role: Muted}).Align(fyne.TextAlignCenter),
	}
	if label != "" {
		parts = append(parts, InsetEdges(Center(NewPrimaryButton(label, tapped)), 0, 6, 0, 0))
	}
	return Middle(380, Column(Space2, parts...))
}

// NewEmptyPicture is the drawing that belongs to an icon on a screen with
// nothing in it yet, or the icon itself.
func NewEmptyPicture(icon string, role Role) fyne.CanvasObject {
	if picture := NewPicture(emptyPictures[icon], 176, 110); picture != nil {
		return picture
	}
	return NewIconSized(icon, role, 40)
}
