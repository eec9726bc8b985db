package timeline

import (
	"time"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// calendar is the card at the right: a month, what it comes to, and all years.
type calendar struct {
	object fyne.CanvasObject
	column *fyne.Container // what the card holds
	grid   *kit.MonthGrid
	month  *kit.Text // names the month shown
	said   *kit.Text // the day under pointer or cursor
	table  *fyne.Container
	heads  [2]*kit.Text   // this month and the one before
	cells  [][2]*kit.Text // of facts
	years  *kit.YearGrid
	whole  *fyne.Container // the years with their words
	told   *kit.Text       // the month under pointer or cursor
	today  journal.Day
	sums   map[journal.Day]monthSum
}

func newCalendar(today journal.Day, mark func(journal.Day) kit.DayMark, jump, near func(journal.Day)) *calendar {
	c := &calendar{today: today, grid: kit.NewMonthGrid(today, today), said: kit.NewCaption(" "), told: kit.NewCaption(" ")}
	c.month = kit.NewHeading(" ").Align(fyne.TextAlignCenter)
	c.grid.Mark, c.grid.OnChosen = mark, jump
	c.grid.OnPoint = func(day journal.Day, words string) {
		text := kit.CurrentDates().LongYear(day)
		if words != "" {
			text += ": " + words
		}
		c.said.SetText(text)
	}
	c.grid.OnMonth = func(int, time.Month) { c.paint() }
	c.years = kit.NewYearGrid(today.Year, today.Year)
	c.years.Mark = c.markMonth
	c.years.OnPoint = func(year int, m time.Month, words string) {
		text := kit.CurrentDates().Month(year, m)
		if words != "" {
			text += ": " + words
		}
		c.told.SetText(text)
	}
	c.years.OnChosen = func(year int, m time.Month) {
		c.grid.SetCursor(journal.NewDay(year, m, 1))
		near(journal.NewDay(year, m+1, 0))
	}
	head := kit.FillRow(6, 1,
		kit.NewIconButton("back", "", func() { c.grid.StepMonth(-1) }), c.month,
		kit.NewIconButton("forward", "", func() { c.grid.StepMonth(1) }))
	c.table, c.whole = c.newTable(), kit.Column(6, kit.NewRule(), c.years, c.told)
	c.column = kit.Column(10, head, c.grid, c.said,
		kit.NewRamp("clear", "worst ever"), c.table, c.whole,
		kit.NewCaption("Days without a rating stay open. Return or a tap goes to the day or the month."))
	c.object = kit.NewScroll(kit.NewCard("calendar", kit.Skin, "Days by severity", "", c.column))
	c.paint()
	return c
}

// newTable sets the facts of a month beside those of the one before.
func (c *calendar) newTable() *fyne.Container {
	line := func(label string, at *[2]*kit.Text) fyne.CanvasObject {
		return kit.Columns(8, []float32{44, 28, 28}, kit.NewCaption(label), at[0], at[1])
	}
	c.heads = [2]*kit.Text{kit.NewCaption(" "), kit.NewCaption(" ")}
	rows := []fyne.CanvasObject{kit.NewRule(), line(" ", &c.heads)}
	c.cells = make([][2]*kit.Text, len(facts))
	for i, f := range facts {
		c.cells[i] = [2]*kit.Text{kit.NewText(kit.Span{Size: kit.SizeSmall, Bold: true}), kit.NewCaption(" ")}
		rows = append(rows, line(f.label, &c.cells[i]))
	}
	rows = append(rows, kit.NewCaption("A flare is two rated days or more in a row that lie 2 or more above your usual level before them."))
	return kit.Column(4, rows...)
}

// set shows what the journal holds.
func (c *calendar) set(today journal.Day, sums map[journal.Day]monthSum) {
	c.today, c.sums = today, sums
	oldest, newest := today.Year, 0
	for m := range sums {
		oldest, newest = min(oldest, m.Year), max(newest, m.Year)
	}
	if newest > 0 {
		c.years.SetYears(oldest, newest)
	}
	c.paint()
}

// paint follows the month shown.
func (c *calendar) paint() {
	shown, _ := month(c.grid.Cursor())
	before, _ := month(shown.Add(-1))
	dates := kit.CurrentDates()
	c.month.SetText(dates.Month(shown.Year, shown.Month))
	for k, m := range [2]journal.Day{shown, before} {
		c.heads[k].SetText(dates.MonthShort(m.Month))
		for i := range facts {
			c.cells[i][k].SetText(factOf(i, c.sums[m], m, c.today))
		}
	}
	c.table.Hidden = c.sums[shown].rated == 0
	c.whole.Hidden = len(c.sums) < 2
	c.years.SetCursor(shown)
	c.told.SetText(dates.Month(shown.Year, shown.Month))
	if words := c.sums[shown].words(); words != "" {
		c.told.SetText(dates.Month(shown.Year, shown.Month) + ": " + words)
	}
	c.grid.Refresh()
	kit.Settle(c.column)
}

func (c *calendar) markMonth(year int, m time.Month) kit.DayMark {
	sum := c.sums[journal.NewDay(year, m, 1)]
	return kit.DayMark{Value: sum.median, Shaded: sum.rated > 0, Words: sum.words()}
}
