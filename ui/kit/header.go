package kit

import "fyne.io/fyne/v2"

// Header is the head line of a page: its title at the left, controls at the
// right, in reading order.
func Header(title *Text, right ...fyne.CanvasObject) fyne.CanvasObject {
	title.Ellipsis()
	return FillRow(Space3, 0, append([]fyne.CanvasObject{title}, right...)...)
}

// Page lays a head line over a body that fills the rest, with the margins of
// every page. The body scrolls by itself where it may be too high (NewScroll).
func Page(head, body fyne.CanvasObject) fyne.CanvasObject {
	return InsetEdges(FillColumn(14, 1, head, body), Space7, Space4, Space7, 20)
}
