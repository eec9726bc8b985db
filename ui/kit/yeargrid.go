package kit

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"skinward/app/journal"
)

// YearGrid shows years as rows of twelve months that can be shaded by severity,
// the newest first. The arrows walk the months, Return opens.
type YearGrid struct {
	dayControl
	Mark     func(year int, m time.Month) DayMark       // what a month shows; nil: nothing
	OnChosen func(year int, m time.Month)               // tap and Return
	OnPoint  func(year int, m time.Month, words string) // the month under pointer or cursor

	newest, oldest int
	years          []*canvas.Text
	cells          []*canvas.Rectangle // twelve a year
	dots           []*canvas.Circle
	letters        [12]*canvas.Text
	ring, circle   *canvas.Rectangle
}

// NewYearGrid shows the years of a journal.
func NewYearGrid(oldest, newest int) *YearGrid {
	g := &YearGrid{ring: focusRing(radiusTag), circle: canvas.NewRectangle(transparent)}
	g.circle.CornerRadius, g.circle.StrokeWidth = radiusTag, 1.5
	for i := range g.letters {
		g.letters[i] = canvas.NewText("", transparent)
	}
	g.dayAt, g.point = g.at, g.say // of the first of a month
	g.initControl(g, func() { g.choose() })
	g.actAt = func(at fyne.Position) {
		if month, ok := g.at(at); ok {
			g.SetCursor(month)
			g.choose()
		}
	}
	g.SetYears(oldest, newest)
	return g
}

// SetYears shows other years.
func (g *YearGrid) SetYears(oldest, newest int) {
	g.oldest, g.newest = min(oldest, newest), newest
	n := g.newest - g.oldest + 1
	for len(g.years) < n {
		g.years = append(g.years, canvas.NewText("", transparent))
	}
	for len(g.cells) < 12*n {
		g.cells = append(g.cells, canvas.NewRectangle(transparent))
		g.dots = append(g.dots, canvas.NewCircle(transparent))
	}
	g.years, g.cells, g.dots = g.years[:n], g.cells[:12*n], g.dots[:12*n]
	if g.cursor.IsZero() {
		g.cursor = journal.NewDay(newest, time.January, 1)
	}
	g.Refresh()
}

// SetCursor marks the month of a day; outside of the years none is marked.
func (g *YearGrid) SetCursor(day journal.Day) {
	g.cursor = journal.NewDay(day.Year, day.Month, 1)
	g.Refresh()
}

func (g *YearGrid) choose() {
	if g.OnChosen != nil {
		g.OnChosen(g.cursor.Year, g.cursor.Month)
	}
}

// walk moves the cursor by months, within the years.
func (g *YearGrid) walk(months int) {
	to := journal.NewDay(g.cursor.Year, g.cursor.Month+time.Month(months), 1)
	if to.Year < g.oldest || to.Year > g.newest {
		to = journal.NewDay(min(max(g.cursor.Year, g.oldest), g.newest), g.cursor.Month, 1)
	}
	g.SetCursor(to)
	g.say(to)
}

func (g *YearGrid) say(month journal.Day) {
	if g.OnPoint != nil {
		g.OnPoint(month.Year, month.Month, g.mark(month.Year, month.Month).Words)
	}
}

// TypedKey walks the months.
func (g *YearGrid) TypedKey(e *fyne.KeyEvent) {
	steps := map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyRight: 1, fyne.KeyUp: 12, fyne.KeyDown: -12}
	if by, ok := steps[e.Name]; ok {
		g.walk(by)
		return
	}
	g.control.TypedKey(e)
}

func (g *YearGrid) mark(year int, m time.Month) DayMark {
	if g.Mark == nil {
		return DayMark{}
	}
	return g.Mark(year, m)
}

func (g *YearGrid) measure(width float32) (left, w, h, top float32) {
	left, h, top = scaled(38), scaled(20), scaled(20)
	return left, (width - left) / 12, h, top
}

// at returns the first day of the month at a place.
func (g *YearGrid) at(at fyne.Position) (journal.Day, bool) {
	left, w, h, top := g.measure(g.Size().Width)
	if at.X < left || at.Y < top {
		return journal.Day{}, false
	}
	month, row := int((at.X-left)/w), int((at.Y-top)/h)
	if month > 11 || row >= len(g.years) {
		return journal.Day{}, false
	}
	return journal.NewDay(g.newest-row, time.Month(month+1), 1), true
}

func (g *YearGrid) paint() {
	for i, t := range g.letters {
		t.Text = CurrentDates().MonthLetter(time.Month(i + 1))
		t.TextSize, t.Color = textSize(SizeSmall), Muted.Color()
	}
	for row, t := range g.years {
		t.Text, t.TextSize, t.Color = strconv.Itoa(g.newest-row), textSize(SizeSmall), Muted.Color()
		for m := range 12 {
			mark, cell, dot := g.mark(g.newest-row, time.Month(m+1)), g.cells[12*row+m], g.dots[12*row+m]
			cell.CornerRadius, cell.FillColor = 3, Raised.Color()
			if mark.Shaded {
				cell.FillColor = Severity(mark.Value)
			}
			dot.Hidden = mark.Dot == ""
			if mark.Dot != "" {
				dot.FillColor = mark.Dot.Color()
			}
		}
	}
	g.circle.StrokeColor = Ink.Color()
	g.paintRing(g.ring)
}

func (g *YearGrid) layoutIn(size fyne.Size) {
	left, w, h, top := g.measure(size.Width)
	for i, t := range g.letters {
		placeCentered(t, left+float32(i)*w, 0, w, top)
	}
	for row, t := range g.years {
		y := top + float32(row)*h
		m := t.MinSize()
		place(t, 0, y+(h-m.Height)/2, m.Width, m.Height)
		for i := range 12 {
			x := left + float32(i)*w
			place(g.cells[12*row+i], x+1, y+1, w-2, h-2)
			place(g.dots[12*row+i], x+w/2-2, y+h/2-2, 4, 4)
		}
	}
	x, y := left+float32(g.cursor.Month-1)*w, top+float32(g.newest-g.cursor.Year)*h
	shown := g.cursor.Year >= g.oldest && g.cursor.Year <= g.newest
	g.circle.Hidden, g.ring.Hidden = !shown, g.ring.Hidden || !shown
	place(g.circle, x, y, w, h)
	placeRing(g.ring, x+1, y+1, w-2, h-2)
}

// CreateRenderer draws letters, years and months.
func (g *YearGrid) CreateRenderer() fyne.WidgetRenderer {
	g.paint()
	r := &renderer{
		layout: g.layoutIn,
		min: func() fyne.Size {
			return fyne.NewSize(scaled(38+12*14), scaled(20+20*float32(len(g.years))))
		},
		of: g,
	}
	r.refresh = func() {
		r.objects = r.objects[:0]
		for _, t := range g.letters {
			r.objects = append(r.objects, t)
		}
		for _, t := range g.years {
			r.objects = append(r.objects, t)
		}
		for i := range g.cells {
			r.objects = append(r.objects, g.cells[i], g.dots[i])
		}
		r.objects = append(r.objects, g.circle, g.ring)
		g.paint()
	}
	r.refresh()
	return r
}
