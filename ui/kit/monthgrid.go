package kit

import (
	"image/color"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"skinward/app/journal"
)

// DayMark is what a calendar shows on a day: a colour and its words.
type DayMark struct {
	Value  float64 // severity 0 … 10, if Shaded
	Shaded bool
	Dot    Role   // a dot below the number; "" for none
	Words  string // said on hover and focus: "severity 6, itch 4"
}

// MonthGrid is one month as a grid of days that can be shaded by severity.
// The arrows walk the days, PageUp and PageDown the months, Return opens.
type MonthGrid struct {
	dayControl
	Mark     func(journal.Day) DayMark    // what a day shows; nil: nothing
	Enabled  func(journal.Day) bool       // which days can be chosen; nil: all
	OnChosen func(journal.Day)            // tap and Return
	OnPoint  func(journal.Day, string)    // the day under pointer or cursor, with its words
	OnMonth  func(year int, m time.Month) // another month is shown

	today        journal.Day
	cells        [42]*canvas.Rectangle
	numbers      [42]*canvas.Text
	dots         [42]*canvas.Circle
	letters      [7]*canvas.Text
	ring, circle *canvas.Rectangle
}

// NewMonthGrid shows the month of cursor; today is outlined.
func NewMonthGrid(cursor, today journal.Day) *MonthGrid {
	g := &MonthGrid{today: today, ring: focusRing(radiusTag), circle: canvas.NewRectangle(transparent)}
	g.circle.CornerRadius, g.circle.StrokeWidth = radiusTag, 1.5
	for i := range g.cells {
		g.cells[i] = canvas.NewRectangle(transparent)
		g.cells[i].CornerRadius = radiusTag
		g.numbers[i] = canvas.NewText("", transparent)
		g.dots[i] = canvas.NewCircle(transparent)
	}
	for i := range g.letters {
		g.letters[i] = canvas.NewText("", transparent)
	}
	g.cursor, g.dayAt, g.point = cursor, g.at, g.say
	g.initControl(g, func() { g.choose(g.cursor) })
	g.actAt = func(at fyne.Position) {
		if day, ok := g.at(at); ok {
			g.SetCursor(day)
			g.choose(day)
		}
	}
	return g
}

// Cursor returns the day under the cursor; its month is the one shown.
func (g *MonthGrid) Cursor() journal.Day { return g.cursor }

// SetCursor moves the cursor and shows its month.
func (g *MonthGrid) SetCursor(day journal.Day) {
	moved := day.Month != g.cursor.Month || day.Year != g.cursor.Year
	g.cursor = day
	g.Refresh()
	if moved && g.OnMonth != nil {
		g.OnMonth(day.Year, day.Month)
	}
	g.say(day)
}

func (g *MonthGrid) say(day journal.Day) {
	if g.OnPoint != nil {
		g.OnPoint(day, g.mark(day).Words)
	}
}

func (g *MonthGrid) mark(day journal.Day) DayMark {
	if g.Mark == nil {
		return DayMark{}
	}
	return g.Mark(day)
}

func (g *MonthGrid) can(day journal.Day) bool { return g.Enabled == nil || g.Enabled(day) }

func (g *MonthGrid) choose(day journal.Day) {
	if g.OnChosen != nil && g.can(day) {
		g.OnChosen(day)
	}
}

// StepMonth shows another month, the same day where it exists.
func (g *MonthGrid) StepMonth(by int) { g.SetCursor(stepMonth(g.cursor, by)) }

func stepMonth(d journal.Day, by int) journal.Day {
	first := journal.NewDay(d.Year, d.Month+time.Month(by), 1)
	last := journal.NewDay(first.Year, first.Month+1, 0)
	return journal.NewDay(first.Year, first.Month, min(d.Day, last.Day))
}

// TypedKey walks.
func (g *MonthGrid) TypedKey(e *fyne.KeyEvent) {
	steps := map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyRight: 1, fyne.KeyUp: -7, fyne.KeyDown: 7}
	if by, ok := steps[e.Name]; ok {
		g.SetCursor(g.cursor.Add(by))
		return
	}
	switch e.Name {
	case fyne.KeyPageUp:
		g.StepMonth(-1)
	case fyne.KeyPageDown:
		g.StepMonth(1)
	case fyne.KeyHome:
		g.SetCursor(journal.NewDay(g.cursor.Year, g.cursor.Month, 1))
	case fyne.KeyEnd:
		g.SetCursor(journal.NewDay(g.cursor.Year, g.cursor.Month+1, 0))
	default:
		g.control.TypedKey(e)
	}
}

// TypedRune goes to today on T.
func (g *MonthGrid) TypedRune(r rune) {
	if r == 't' || r == 'T' {
		g.SetCursor(g.today)
		return
	}
	g.control.TypedRune(r)
}

// first is the day in the grid's first cell.
func (g *MonthGrid) first() journal.Day {
	start := journal.NewDay(g.cursor.Year, g.cursor.Month, 1)
	back := (int(start.Weekday()) - int(CurrentDates().WeekStart) + 7) % 7
	return start.Add(-back)
}

func (g *MonthGrid) cell(size fyne.Size) (w, h, top float32) {
	top = scaled(22)
	return size.Width / 7, (size.Height - top) / 6, top
}

func (g *MonthGrid) at(at fyne.Position) (journal.Day, bool) {
	w, h, top := g.cell(g.Size())
	if at.Y < top || at.X < 0 {
		return journal.Day{}, false
	}
	column, row := int(at.X/w), int((at.Y-top)/h)
	if column > 6 || row > 5 {
		return journal.Day{}, false
	}
	return g.first().Add(row*7 + column), true
}

func (g *MonthGrid) paint() {
	day := g.first()
	for i := range g.cells {
		g.paintCell(i, day.Add(i))
	}
	for i, t := range g.letters {
		t.Text = CurrentDates().Letter(time.Weekday((int(CurrentDates().WeekStart) + i) % 7))
		t.TextSize, t.Color = textSize(SizeSmall), Muted.Color()
	}
	g.circle.StrokeColor = Ink.Color()
	g.paintRing(g.ring)
}

func (g *MonthGrid) paintCell(i int, day journal.Day) {
	inMonth := day.Month == g.cursor.Month
	mark := g.mark(day)
	fill, ink := transparent, Ink.Color()
	switch {
	case mark.Shaded && inMonth:
		fill, ink = Severity(mark.Value), OnSeverity(mark.Value)
	case inMonth:
		fill = Raised.Color()
	}
	if !inMonth || !g.can(day) {
		ink = mix(Surface.Color(), Muted.Color(), 0.55)
	}
	g.cells[i].FillColor = fill
	g.numbers[i].Text, g.numbers[i].Color, g.numbers[i].TextSize = strconv.Itoa(day.Day), ink, textSize(SizeSmall)
	g.numbers[i].TextStyle.Bold = day == g.today
	g.dots[i].Hidden = mark.Dot == "" || !inMonth
	var dot color.NRGBA
	if mark.Dot != "" {
		dot = mark.Dot.Color()
	}
	g.dots[i].FillColor = dot
}

func (g *MonthGrid) layoutIn(size fyne.Size) {
	w, h, top := g.cell(size)
	first := g.first()
	g.circle.Hide()
	for i := range g.cells {
		x, y := float32(i%7)*w, top+float32(i/7)*h
		place(g.cells[i], x+1.5, y+1.5, w-3, h-3)
		placeCentered(g.numbers[i], x, y, w, h)
		place(g.dots[i], x+w/2-2, y+h-8, 4, 4)
		switch first.Add(i) {
		case g.today:
			g.circle.Show()
			place(g.circle, x+1, y+1, w-2, h-2)
		}
		if first.Add(i) == g.cursor {
			placeRing(g.ring, x+2, y+2, w-4, h-4)
		}
	}
	for i, t := range g.letters {
		placeCentered(t, float32(i)*w, 0, w, top)
	}
}

// CreateRenderer draws letters and days.
func (g *MonthGrid) CreateRenderer() fyne.WidgetRenderer {
	g.paint()
	var objects []fyne.CanvasObject
	for i := range g.letters {
		objects = append(objects, g.letters[i])
	}
	for i := range g.cells {
		objects = append(objects, g.cells[i], g.numbers[i], g.dots[i])
	}
	return &renderer{
		objects: append(objects, g.circle, g.ring),
		layout:  g.layoutIn,
		min:     func() fyne.Size { return fyne.NewSize(scaled(7*28), scaled(22+6*28)) },
		refresh: g.paint,
		of:      g,
	}
}
