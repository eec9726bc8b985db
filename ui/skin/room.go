package skin

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"skinward/ui/kit"
)

// sideWidth is the width of the cards beside a pair, and leastMain what the pair
// needs beside them, in points at 100 % text size.
const sideWidth, leastMain float32 = 300, 320

// room has the pair and its strip with the cards about them at their right, or,
// in a narrow window or with large text, all of it below each other in one
// scroll, where the pictures take the height that they need.
type room struct {
	widget.BaseWidget
	stage      *stage
	main       []fyne.CanvasObject
	cards      []fyne.CanvasObject
	left, side *fyne.Container // what fills the height, and the column of cards
	wide       *fyne.Container
	column     *fyne.Container
	narrow     *kit.Scroll
}

func newRoom(st *stage, main, cards []fyne.CanvasObject) *room {
	r := &room{stage: st, main: main, cards: cards}
	r.left, r.side = kit.FillColumn(10, 0, main...), kit.Column(14, cards...)
	r.wide = kit.FillRowHigh(0, r.left, kit.InsetEdges(kit.Fixed(sideWidth, 0, kit.NewScroll(r.side)), 14, 0, 0, 0))
	r.column = kit.Column(14)
	r.narrow = kit.NewScroll(r.column)
	r.narrow.Hide()
	r.ExtendBaseWidget(r)
	return r
}

// fit chooses how things lie in that width.
func (r *room) fit(width float32) {
	side := r.wide.Objects[1].MinSize().Width
	narrow := width > 0 && width < side+side/sideWidth*leastMain
	if narrow == r.narrow.Visible() {
		return
	}
	if narrow {
		r.left.Objects, r.side.Objects = nil, nil
		r.column.Objects = append(append([]fyne.CanvasObject(nil), r.main...), r.cards...)
		r.stage.least, r.stage.page = fyne.NewSize(240, 0.5*width), r.narrow
		r.wide.Hide()
		r.narrow.Show()
	} else {
		r.column.Objects, r.left.Objects, r.side.Objects = nil, r.main, r.cards
		r.stage.least, r.stage.page = leastStage, nil
		r.narrow.Hide()
		r.wide.Show()
	}
	r.Refresh()
}

// CreateRenderer shows one of the two arrangements.
func (r *room) CreateRenderer() fyne.WidgetRenderer { return &roomRenderer{r} }

type roomRenderer struct{ r *room }

func (r *roomRenderer) Destroy()           {}
func (r *roomRenderer) MinSize() fyne.Size { return fyne.NewSize(320, 240) }
func (r *roomRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.r.wide, r.r.narrow}
}

func (r *roomRenderer) Refresh() {
	r.r.wide.Refresh()
	r.r.narrow.Refresh()
}

func (r *roomRenderer) Layout(size fyne.Size) {
	r.r.fit(size.Width)
	r.r.wide.Resize(size)
	r.r.narrow.Resize(size)
}
