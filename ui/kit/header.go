package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Header is the head line of a page: its title at the left, controls at the
// right, in reading order. Where the width does not hold both, the controls
// stand below the title.
func Header(title *Text, right ...fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&headerLayout{title: title.OneLine(), right: Row(Space3, right...)}, append([]fyne.CanvasObject{title}, right...)...)
}

type headerLayout struct {
	title *Text
	right *fyne.Container // never shown: lays out the controls
	width float32
}

func (l *headerLayout) stacked(width float32) bool {
	right := l.right.MinSize().Width
	return width > 0 && right > 0 && l.title.MinSize().Width+right+Space4 > width
}

func (l *headerLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	title, right := l.title.MinSize(), l.right.MinSize()
	x, y, high := max(0, size.Width-right.Width), float32(0), size.Height
	if l.stacked(size.Width) {
		place(l.title, 0, 0, size.Width, title.Height)
		x, y, high = 0, title.Height+Space2, right.Height
	} else {
		place(l.title, 0, (size.Height-title.Height)/2, title.Width, title.Height)
	}
	for _, o := range shown(l.right.Objects) {
		m := o.MinSize()
		place(o, x, y+(high-m.Height)/2, m.Width, m.Height)
		x += m.Width + Space3
	}
}

func (l *headerLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	title, right := l.title.MinSize(), l.right.MinSize()
	if l.stacked(l.width) {
		return fyne.NewSize(max(title.Width, right.Width), title.Height+Space2+right.Height)
	}
	return fyne.NewSize(max(title.Width, right.Width), max(title.Height, right.Height, scaled(34)))
}

// Page lays a head line over a body that fills the rest, with the margins of
// every page. The body scrolls by itself where it may be too high (NewScroll).
func Page(head, body fyne.CanvasObject) fyne.CanvasObject {
	return InsetEdges(FillColumn(14, 1, head, body), Space7, Space4, Space7, 20)
}
