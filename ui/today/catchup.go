package today

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// catchDays is how many days stand beside each other.
const catchDays = 5

// catchUp fills in several past days at once: days across, questions down,
// with the keyboard alone. A cell is saved when it is left.
type catchUp struct {
	s       *Screen
	last    journal.Day // the day at the right
	columns []*catchColumn
	object  fyne.CanvasObject
	grid    *fyne.Container
	later   *kit.Button
}

// catchColumn is one day.
type catchColumn struct {
	page  *page
	cells []*catchCell
}

// catchUp opens the grid on the days before the one that is shown, or before
// today.
func (s *Screen) catchUp() {
	s.body.keep()
	c := &catchUp{s: s, last: s.page.today.Add(-1)}
	if s.day.Before(s.page.today) {
		c.last = s.day
	}
	c.grid = container.New(catchGrid{})
	c.later = kit.NewButton("Later days", func() { c.move(catchDays) })
	head := kit.Header(kit.NewTitle("Catch up"),
		kit.NewButton("Earlier days", func() { c.move(-catchDays) }), c.later, kit.NewPrimaryButton("Done", c.close))
	c.object = kit.Page(head, kit.NewScroll(kit.NewPanel(kit.Inset(kit.Column(12,
		kit.NewCaption("Return and the arrows walk the cells, Tab too, Escape goes back. Everything saves itself when a cell is left; empty stays not recorded. What is filled in more than 36 hours late is marked as remembered, and Insights can leave it out."),
		c.grid), 16, 14))))
	s.catch = c
	s.content.Objects = []fyne.CanvasObject{c.object}
	s.content.Refresh()
	c.load(0)
}

// move shows other days; the future stays closed.
func (c *catchUp) move(by int) {
	c.keep()
	last := c.last.Add(by)
	if yesterday := c.s.page.today.Add(-1); last.After(yesterday) {
		last = yesterday
	}
	c.last = last
	c.load(0)
}

// load reads the days and puts the focus into a row of the last one.
func (c *catchUp) load(row int) {
	var pages []*page
	last, today := c.last, c.s.page.today
	c.s.deps.Run.Run("today catch up", func(ctx context.Context) error {
		for i := catchDays - 1; i >= 0; i-- {
			p, err := readPage(ctx, c.s.deps.Store, last.Add(-i), today)
			if err != nil {
				return err
			}
			pages = append(pages, p)
		}
		return nil
	}, func(err error) {
		if err != nil {
			c.s.deps.Dialogs.Problem("Those days could not be read. " + kit.ErrorText(err))
			return
		}
		c.show(pages)
		c.s.focusOn(c.columns[len(c.columns)-1].cells[row].entry)
	})
}

// show builds the grid, column by column, so that Tab goes down a day.
func (c *catchUp) show(pages []*page) {
	c.columns = nil
	objects := []fyne.CanvasObject{kit.NewCaption(" ")}
	questions := c.s.catchQuestions(pages)
	for _, q := range questions {
		objects = append(objects, kit.NewText(kit.Span{Text: q.words, Size: kit.SizeSmall, Bold: true}))
	}
	for x, p := range pages {
		col := &catchColumn{page: p}
		objects = append(objects, kit.NewText(kit.Span{Text: kit.CurrentDates().Weekday(p.day.Weekday()) + " " + kit.CurrentDates().Short(p.day), Bold: true, Size: kit.SizeSmall}).Align(fyne.TextAlignCenter))
		for y, q := range questions {
			cell := newCatchCell(c, p, q)
			cell.entry.OnEnter = func(string) { c.walk(x, y, 1) }
			cell.entry.OnDown = func() bool { return c.walk(x, y, 1) }
			cell.entry.OnUp = func() bool { return c.walk(x, y, -1) }
			cell.entry.OnSide = func(dx int) bool { return c.aside(x+dx, y) }
			cell.entry.OnEscape = c.close
			col.cells = append(col.cells, cell)
			objects = append(objects, cell.object)
		}
		c.columns = append(c.columns, col)
	}
	if c.last.Before(c.s.page.today.Add(-1)) {
		c.later.Enable()
	} else {
		c.later.Disable()
	}
	c.grid.Objects = objects
	c.grid.Layout = catchGrid{rows: len(questions) + 1}
	c.grid.Refresh()
	c.keep() // says again what is wrong with what waits
}

// aside moves the focus to another day.
func (c *catchUp) aside(x, y int) bool {
	if x < 0 || x >= len(c.columns) || c.columns[x].cells[y].entry.Disabled() {
		return false
	}
	c.s.focusOn(c.columns[x].cells[y].entry)
	return true
}

// walk moves the focus; below the last question the day before follows.
func (c *catchUp) walk(x, y, dy int) bool {
	y += dy
	rows := len(c.columns[0].cells)
	switch {
	case y >= rows && x > 0:
		x, y = x-1, 0
	case y < 0 && x < len(c.columns)-1:
		x, y = x+1, rows-1
	case y >= rows || y < 0:
		c.keep()
		return true
	}
	if c.columns[x].cells[y].entry.Disabled() { // nothing is asked for there
		return c.walk(x, y, dy)
	}
	c.s.focusOn(c.columns[x].cells[y].entry)
	return true
}

// keep saves every cell that differs from what is stored.
func (c *catchUp) keep() {
	for _, col := range c.columns {
		for _, cell := range col.cells {
			cell.keep()
		}
	}
}

// close goes back to the day.
func (c *catchUp) close() {
	c.keep()
	c.s.leaveCatchUp()
	c.s.load(c.s.arrive)
}

// leaveCatchUp shows the day again.
func (s *Screen) leaveCatchUp() {
	if s.catch == nil {
		return
	}
	s.catch = nil
	switch n := len(s.refused); n {
	case 0:
	case 1:
		s.deps.Dialogs.Status("1 answer could not be saved and waits in the grid of past days.")
	default:
		s.deps.Dialogs.Status(strconv.Itoa(n) + " answers could not be saved and wait in the grid of past days.")
	}
	s.content.Objects = []fyne.CanvasObject{s.dayPage}
	s.content.Refresh()
}

// catchGrid lays objects out column by column; rows is how many make one. The
// first column is as wide as its words.
type catchGrid struct{ rows int }

const catchGap = 8

// sizes are the widths of the first column and of each other, the height of
// each row, and that of a field in it without a problem.
func (g catchGrid) sizes(o []fyne.CanvasObject, width float32) (first, each float32, heights, fields []float32) {
	heights, fields = make([]float32, g.rows), make([]float32, g.rows)
	columns := len(o) / max(g.rows, 1)
	for i, x := range o {
		m := x.MinSize()
		heights[i%g.rows] = max(heights[i%g.rows], m.Height)
		if i < g.rows {
			first = max(first, m.Width)
		} else if row := &fields[i%g.rows]; *row == 0 || m.Height < *row {
			*row = m.Height
		}
	}
	first = max(first, width*0.12)
	if columns > 1 {
		each = (width - first - float32(columns-1)*catchGap) / float32(columns-1)
	}
	return first, each, heights, fields
}

func (g catchGrid) Layout(o []fyne.CanvasObject, size fyne.Size) {
	if g.rows == 0 {
		return
	}
	first, each, heights, fields := g.sizes(o, size.Width)
	x, y := float32(0), float32(0)
	for i, obj := range o {
		w := each
		if i < g.rows {
			w = first
		}
		if i > 0 && i%g.rows == 0 {
			y = 0
			x = first + catchGap + float32(i/g.rows-1)*(each+catchGap)
		}
		h := obj.MinSize().Height
		obj.Resize(fyne.NewSize(w, h))
		h = obj.MinSize().Height
		obj.Move(fyne.NewPos(x, y+max(0, fields[i%g.rows]-h)/2)) // beside the field, not what is below one
		obj.Resize(fyne.NewSize(w, h))
		y += heights[i%g.rows] + catchGap
	}
}

func (g catchGrid) MinSize(o []fyne.CanvasObject) fyne.Size {
	if g.rows == 0 {
		return fyne.Size{}
	}
	_, _, heights, _ := g.sizes(o, 0)
	h := float32(0)
	for _, x := range heights {
		h += x + catchGap
	}
	return fyne.NewSize(280, h)
}
