package insights

import (
	"fyne.io/fyne/v2"

	"skinward/ui/kit"
)

// compact is a card with less room around its content than others, so that the
// charts of a small window are seen at once.
func compact(content fyne.CanvasObject) fyne.CanvasObject {
	return kit.NewPanel(kit.Inset(content, 14, 10))
}

// highLayout gives its object all the room and asks for a least height, in
// points at 100 % text scale.
type highLayout struct{ least float32 }

func (l *highLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	for _, o := range o {
		placeAt(o, 0, 0, size.Width, size.Height)
	}
}

func (l *highLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	m := o[0].MinSize()
	return fyne.NewSize(m.Width, max(m.Height, l.least*kit.Current().Options().TextScale))
}

// mostExtra is how much higher than their least the charts of the fold become
// in a high window; what lies below moves up instead.
const mostExtra = 420

// foldLayout lays out what is to be seen without scrolling: the parts below
// each other; those that grow share what the view has left over.
type foldLayout struct {
	gap  float32
	grow []float32 // share of each part, 1 together
	view float32   // height of what is seen at once
}

func (l *foldLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	rest := size.Height - l.natural(o, size.Width)
	y := float32(0)
	for i, o := range o {
		h := o.MinSize().Height + l.grow[i]*max(0, rest)
		placeAt(o, 0, y, size.Width, h)
		y += h + l.gap
	}
}

// natural is the height without anything left over, at a width.
func (l *foldLayout) natural(o []fyne.CanvasObject, width float32) float32 {
	h := l.gap * float32(len(o)-1)
	for _, o := range o {
		if width > 0 && o.Size().Width != width {
			o.Resize(fyne.NewSize(width, o.Size().Height))
		}
		h += o.MinSize().Height
	}
	return h
}

func (l *foldLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	w := float32(0)
	for _, o := range o {
		w = max(w, o.MinSize().Width)
	}
	natural := l.natural(o, 0)
	return fyne.NewSize(w, max(natural, min(l.view, natural+mostExtra)))
}

// viewLayout tells the fold how high the view is before it is laid out.
type viewLayout struct{ fold *foldLayout }

func (l viewLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.fold.view = size.Height
	for _, o := range o {
		placeAt(o, 0, 0, size.Width, size.Height)
	}
}

func (l viewLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range o {
		size = size.Max(o.MinSize())
	}
	return size
}

// pairLayout lays two cards side by side where both fit, else below each
// other.
type pairLayout struct {
	gap   float32
	width float32 // last width laid out, from which the least height follows
}

func (l *pairLayout) stacked(o []fyne.CanvasObject, width float32) bool {
	return width > 0 && (width-l.gap)/2 < max(o[0].MinSize().Width, o[1].MinSize().Width)
}

func (l *pairLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	if l.stacked(o, size.Width) {
		h := (size.Height - l.gap) / 2
		placeAt(o[0], 0, 0, size.Width, h)
		placeAt(o[1], 0, h+l.gap, size.Width, h)
		return
	}
	w := (size.Width - l.gap) / 2
	placeAt(o[0], 0, 0, w, size.Height)
	placeAt(o[1], w+l.gap, 0, w, size.Height)
}

func (l *pairLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	size := fyne.NewSize(max(a.Width, b.Width), max(a.Height, b.Height))
	if l.stacked(o, l.width) {
		size.Height = 2*size.Height + l.gap
	}
	return size
}

// lastLayout shows as many of the last columns beside each other as the width
// holds, all of the same width.
type lastLayout struct{ gap float32 }

func (l lastLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	least := l.MinSize(o).Width
	n := max(1, min(len(o), int((size.Width+l.gap)/(least+l.gap))))
	w := (size.Width - l.gap*float32(n-1)) / float32(n)
	for i, c := range o {
		at := i - (len(o) - n)
		show(at >= 0, c)
		if at >= 0 {
			placeAt(c, float32(at)*(w+l.gap), 0, w, size.Height)
		}
	}
}

func (l lastLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, c := range o {
		size = size.Max(c.MinSize())
	}
	return size
}
