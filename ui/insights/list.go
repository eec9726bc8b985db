package insights

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"skinward/ui/kit"
)

// findingList is the left side: what was checked, the filter, the rows. The
// arrow keys walk the findings and skip the headings.
type findingList struct {
	widget.List
	view    List
	chosen  int // row, -1 for none
	onOpen  func(Row)
	focused bool
}

// mark is how a row stands out.
type mark int

const (
	plain   mark = iota
	chosen       // its detail is open
	focused      // and the keys walk from here
)

func (l *findingList) mark(id int) mark {
	switch {
	case id != l.chosen:
		return plain
	case l.focused:
		return focused
	}
	return chosen
}

func newFindingList(open func(Row)) *findingList {
	l := &findingList{chosen: -1, onOpen: open}
	l.Length = func() int { return len(l.view.Rows) }
	l.CreateItem = func() fyne.CanvasObject { return newRowCell() }
	l.UpdateItem = func(id widget.ListItemID, o fyne.CanvasObject) {
		if id < len(l.view.Rows) {
			o.(*rowCell).Set(l.view.Rows[id], l.view.Low, l.view.High, l.mark(id))
		}
	}
	l.OnSelected = func(id widget.ListItemID) {
		l.UnselectAll() // our own mark stays; the toolkit's would swallow the next tap
		l.open(id)
	}
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

// SetView shows other rows and keeps the factor that was open, if it is there.
func (l *findingList) SetView(v List) {
	factor := l.Factor()
	l.view, l.chosen = v, -1
	for i, r := range v.Rows {
		l.SetItemHeight(i, r.height())
		if r.Heading == "" && r.Finding.Factor == factor && l.chosen < 0 {
			l.chosen = i
		}
	}
	l.Refresh()
}

// Factor returns the factor whose detail is open, "" for none.
func (l *findingList) Factor() string {
	if l.chosen >= 0 && l.chosen < len(l.view.Rows) {
		return l.view.Rows[l.chosen].Finding.Factor
	}
	return ""
}

// Open opens the row of a factor and scrolls to it; "" opens the first.
func (l *findingList) Open(factor string) bool {
	for i, r := range l.view.Rows {
		if r.Heading == "" && (factor == "" || r.Finding.Factor == factor) {
			l.open(i)
			return true
		}
	}
	return false
}

func (l *findingList) open(id int) {
	if id < 0 || id >= len(l.view.Rows) || l.view.Rows[id].Heading != "" {
		return
	}
	l.chosen = id
	if id <= 1 {
		l.ScrollToTop() // with the heading
	} else {
		l.ScrollTo(id)
	}
	l.Refresh()
	l.onOpen(l.view.Rows[id])
}

// FocusGained keeps the open finding as the mark; the toolkit's own would lie
// on the heading.
func (l *findingList) FocusGained() { l.focus(true) }

// FocusLost keeps the mark, without its outline.
func (l *findingList) FocusLost() { l.focus(false) }

func (l *findingList) focus(on bool) {
	l.focused = on
	if l.chosen >= 0 {
		l.RefreshItem(l.chosen)
	}
}

// TypedKey walks from finding to finding.
func (l *findingList) TypedKey(e *fyne.KeyEvent) {
	step := map[fyne.KeyName]int{fyne.KeyDown: 1, fyne.KeyUp: -1}[e.Name]
	switch {
	case e.Name == fyne.KeyHome:
		l.walk(0, 1)
	case e.Name == fyne.KeyEnd:
		l.walk(len(l.view.Rows)-1, -1)
	case step != 0:
		l.walk(l.chosen+step, step)
	default:
		l.List.TypedKey(e)
	}
}

func (l *findingList) walk(from, step int) {
	for i := from; i >= 0 && i < len(l.view.Rows); i += step {
		if l.view.Rows[i].Heading == "" {
			l.open(i)
			return
		}
	}
}

// listPanel is the list with its head, filter and foot.
type listPanel struct {
	object  fyne.CanvasObject
	list    *findingList
	title   *kit.Text
	caption *kit.Text
	foot    *kit.Text
	chips   *kit.ChoiceChips
}

// MarkFilter shows which filter holds.
func (p *listPanel) MarkFilter(f Filter) {
	keys, _ := Filters()
	p.chips.Choose(slices.Index(keys, f))
}

func newListPanel(open func(Row), filter func(Filter)) *listPanel {
	p := &listPanel{
		list:    newFindingList(open),
		title:   kit.NewHeading(" ").OneLine(),
		caption: kit.NewCaption(" ").OneLine(),
		foot:    kit.NewCaption(" "),
	}
	keys, words := Filters()
	p.chips = kit.NewChoiceChips(words, 0, func(i int) { filter(keys[i]) })
	head := kit.Column(8,
		kit.Inset(kit.Flow(10, p.title, kit.InsetEdges(p.caption, 0, 3, 0, 0)), 14, 0),
		kit.Inset(kit.Flow(kit.Space1, p.chips.Container.Objects...), 10, 0))
	foot := kit.InsetEdges(p.foot, 14, 10, 14, 12)
	p.object = kit.NewPanel(kit.FillColumn(0, 2, kit.InsetEdges(head, 0, 12, 0, 10), kit.NewRule(), p.list, kit.NewRule(), foot))
	return p
}

func (p *listPanel) SetView(v List) {
	p.title.SetText(v.Title)
	p.caption.SetText(v.Caption)
	p.foot.SetText(v.Foot)
	p.list.SetView(v)
}
