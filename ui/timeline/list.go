package timeline

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// dayLines is the endless list. Its cells are used again; what a cell shows is
// set anew each time.
type dayLines struct {
	widget.List
	pages  *pages
	chosen int
	need   func(journal.Day) // reads the month of a day
	open   func(row)
	drop   func(row)
}

func newDayLines(need func(journal.Day), open, drop func(row)) *dayLines {
	l := &dayLines{pages: newPages(nil), chosen: -1, need: need, open: open, drop: drop}
	l.Length = func() int { return l.pages.length }
	l.CreateItem = func() fyne.CanvasObject { return newLine() }
	l.UpdateItem = func(id widget.ListItemID, o fyne.CanvasObject) {
		r, read := l.pages.at(id)
		if !read {
			l.need(r.day)
			r, _ = l.pages.at(id)
		}
		o.(*line).set(r, id == l.chosen, func() { l.choose(id); l.open(r) }, func() { l.drop(r) })
	}
	l.OnSelected = func(id widget.ListItemID) {
		l.UnselectAll()
		l.choose(id)
	}
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

// Set shows other pages from the top.
func (l *dayLines) Set(p *pages) {
	l.pages, l.chosen = p, -1
	l.Refresh()
	l.ScrollToTop()
}

// Renew shows the same pages read anew, where the person was: the place and
// the marked line stay.
func (l *dayLines) Renew(p *pages) {
	offset, chosen := l.GetScrollOffset(), l.chosen
	l.pages, l.chosen = p, -1
	l.Refresh()
	l.ScrollToOffset(offset)
	if chosen >= 0 {
		l.walkTo(min(chosen, p.length-1))
	}
}

// walkTo marks the entry at a line, or the one above when a heading is there.
func (l *dayLines) walkTo(line int) {
	for _, step := range []int{-1, 1} {
		for i := line; i >= 0 && i < l.pages.length; i += step {
			if r, _ := l.pages.at(i); !r.head {
				l.choose(i)
				return
			}
		}
	}
}

func (l *dayLines) choose(id int) {
	before := l.chosen
	l.chosen = id
	if before >= 0 {
		l.RefreshItem(before)
	}
	l.RefreshItem(id)
}

// FocusGained marks the first entry; the toolkit's own mark would lie on the
// heading.
func (l *dayLines) FocusGained() {
	if l.chosen < 0 {
		l.walk(0, 1)
	}
}

// FocusLost keeps the mark.
func (l *dayLines) FocusLost() {}

// TypedKey walks the entries, opens and deletes.
func (l *dayLines) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown:
		l.walk(l.chosen+1, 1)
	case fyne.KeyUp:
		l.walk(l.chosen-1, -1)
	case fyne.KeyPageDown:
		l.walk(l.chosen+12, 1)
	case fyne.KeyPageUp:
		l.walk(max(0, l.chosen-12), 1)
	case fyne.KeyHome:
		l.walk(0, 1)
	case fyne.KeyEnd:
		l.walk(l.pages.length-1, -1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if r, _ := l.pages.at(l.chosen); l.chosen >= 0 {
			l.open(r)
		}
	case fyne.KeyDelete, fyne.KeyBackspace:
		if r, _ := l.pages.at(l.chosen); l.chosen >= 0 && r.record != nil {
			l.drop(r)
		}
	default:
		l.List.TypedKey(e)
	}
}

func (l *dayLines) walk(from, step int) {
	for i := min(from, l.pages.length-1); i >= 0 && i < l.pages.length; i += step {
		if r, _ := l.pages.at(i); !r.head {
			l.choose(i)
			l.ScrollTo(i)
			return
		}
	}
}

// line is one cell.
type line struct {
	widget.BaseWidget
	title, words *kit.Text
	row          *fyne.Container // title and words beside each other
	head         fyne.CanvasObject
	entry        *kit.ListRow
	room         fyne.CanvasObject
}

func newLine() *line {
	l := &line{title: kit.NewHeading(" ").OneLine(), words: kit.NewCaption(" ").Ellipsis()}
	l.row = kit.FillRow(10, 1, l.title, l.words)
	l.head = kit.InsetEdges(l.row, 16, 18, 16, 2)
	l.entry = kit.NewListRow("00:00", kit.Muted, "Title", "Detail", nil).OneLine()
	l.room = kit.Inset(l.entry, 16, 1)
	l.ExtendBaseWidget(l)
	return l
}

func (l *line) set(r row, chosen bool, open, drop func()) {
	if r.head {
		l.title.SetText(kit.CurrentDates().LongYear(r.day))
		l.words.SetText(r.words)
		l.row.Refresh() // the title has another width now
		l.head.Show()
		l.room.Hide()
		return
	}
	l.head.Hide()
	l.room.Show()
	if r.record == nil {
		l.entry.Set(" ", kit.Line, " ", " ")
		l.entry.OnTapped, l.entry.OnDelete = nil, nil
		return
	}
	when := " "
	if at := r.record.Base().At; !at.IsZero() {
		when = kit.CurrentDates().Clock(at)
	}
	l.entry.SetStyled(when, kit.RoleOf(r.record), title(r), detail(r)...)
	l.entry.OnTapped, l.entry.OnDelete = open, drop
	l.entry.SetSelected(chosen)
}

// CreateRenderer lays the two forms over each other; one is shown.
func (l *line) CreateRenderer() fyne.WidgetRenderer {
	l.head.Hide()
	return widget.NewSimpleRenderer(container.NewStack(l.head, l.room))
}
