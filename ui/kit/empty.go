package kit

import "fyne.io/fyne/v2"

// NewEmptyState says what is missing and offers the next action: an icon, a
// title, one or two sentences and a button (label "" for none).
func NewEmptyState(icon string, role Role, title, sentence, label string, tapped func()) fyne.CanvasObject {
	parts := []fyne.CanvasObject{
		NewIconSized(icon, role, 40),
		NewText(Span{Text: title, Size: SizeSection, Bold: true}).Align(fyne.TextAlignCenter),
		NewText(Span{Text: sentence, Role: Muted}).Align(fyne.TextAlignCenter),
	}
	if label != "" {
		parts = append(parts, InsetEdges(Center(NewPrimaryButton(label, tapped)), 0, 6, 0, 0))
	}
	return Middle(380, Column(Space2, parts...))
}
