package guide

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"skinward/ui/kit"
)

// hint is the small card that explains a word beside it. It lies over the
// screen, takes neither pointer nor focus, and goes when the word is left.
type hint struct {
	layer   *fyne.Container
	card    fyne.CanvasObject
	name    *kit.Text
	meaning *kit.Text
	over    fyne.CanvasObject // the word explained now
}

const hintWidth float32 = 300

func newHint() *hint {
	h := &hint{name: kit.NewText(kit.Span{Bold: true}), meaning: kit.NewText(kit.Span{Size: kit.SizeControl})}
	h.card = kit.NewPanel(kit.Inset(kit.Column(2, h.name, h.meaning), 14, 10))
	h.card.Hide()
	h.layer = container.NewWithoutLayout(h.card)
	return h
}

// show explains something beside an object.
func (h *hint) show(name, meaning string, at fyne.CanvasObject) {
	h.over = at
	h.name.SetText(name)
	h.meaning.SetText(meaning)
	width := min(hintWidth*kit.Current().Options().TextScale, h.layer.Size().Width-2*kit.Space4)
	h.card.Show()
	h.card.Resize(fyne.NewSize(width, 10))
	h.card.Resize(fyne.NewSize(width, h.card.MinSize().Height)) // wrapping text knows its height only now
	size := fyne.NewSize(width, h.card.MinSize().Height)
	h.card.Resize(size)
	driver := fyne.CurrentApp().Driver()
	word := driver.AbsolutePositionForObject(at).Subtract(driver.AbsolutePositionForObject(h.layer))
	x := min(max(word.X, kit.Space4), max(kit.Space4, h.layer.Size().Width-size.Width-kit.Space4))
	y := word.Y + at.Size().Height + 4
	if y+size.Height > h.layer.Size().Height {
		y = word.Y - size.Height - 4
	}
	h.card.Move(fyne.NewPos(x, max(y, 0)))
	h.layer.Refresh()
}

// leave hides the card if it explains what is left.
func (h *hint) leave(at fyne.CanvasObject) {
	if h.over == at {
		h.clear()
	}
}

func (h *hint) clear() {
	h.over = nil
	h.card.Hide()
	h.layer.Refresh()
}
