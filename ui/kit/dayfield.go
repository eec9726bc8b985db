package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"skinward/app/journal"
)

// DayField takes a day: typed as ISO or in the language's own order, stepped
// by Up and Down, today with T, or picked from a month. Empty is no day.
type DayField struct {
	widget.BaseWidget
	OnChanged func(journal.Day)

	today   func() journal.Day
	day     journal.Day
	entry   *dayEntry
	button  *Button
	problem *Text
	column  *fyne.Container
}

// dayEntry is the entry inside: T is today.
type dayEntry struct {
	Entry
	onToday func()
}

func (e *dayEntry) TypedRune(r rune) {
	if r == 't' || r == 'T' {
		e.onToday()
		return
	}
	e.Entry.TypedRune(r)
}

// NewDayField returns a field that shows day; today tells which day is today.
func NewDayField(day journal.Day, today func() journal.Day, change func(journal.Day)) *DayField {
	f := &DayField{day: day, today: today, OnChanged: change, entry: &dayEntry{}}
	f.entry.Scroll = fyne.ScrollNone
	f.entry.width, f.entry.number = 124, true
	f.entry.onToday = func() { f.choose(today()) }
	f.entry.ExtendBaseWidget(f.entry)
	f.entry.OnUp = func() bool { return f.step(1) }
	f.entry.OnDown = func() bool { return f.step(-1) }
	f.entry.OnChanged = f.typed
	f.entry.OnFocus = func(focused bool) {
		if !focused && f.problem.Text() == "" {
			f.show(f.day)
		}
	}
	f.button = NewIconButton("calendar", "", f.pick)
	f.problem = NewText(Span{Role: Skin, Size: SizeSmall})
	f.problem.Hide()
	f.entry.OnFull = func(err error) { f.say(ErrorText(err)) }
	f.column = Column(2, FillRow(Space1, 0, f.entry, f.button), f.problem)
	f.ExtendBaseWidget(f)
	f.show(day)
	return f
}

// Day returns the day that could be read last, the zero Day if the field is
// empty. A form is not submitted while something else is typed.
func (f *DayField) Day() journal.Day { return f.day }

// err says that what is typed is no day.
func (f *DayField) err() error {
	if f.problem.Hidden {
		return nil
	}
	return &journal.Error{Code: journal.CodeBadDate, Value: f.entry.Text}
}

// SetDay shows a day without calling OnChanged.
func (f *DayField) SetDay(day journal.Day) {
	f.day = day
	f.say("")
	f.show(day)
}

// Focus puts the caret into the field.
func (f *DayField) Focus() {
	if cv := canvasOf(f); cv != nil {
		cv.Focus(f.entry)
	}
}

func (f *DayField) show(day journal.Day) {
	changed := f.entry.OnChanged
	f.entry.OnChanged = nil
	f.entry.SetPlaceHolder(CurrentDates().Numeric(f.today()))
	f.entry.SetText(CurrentDates().Numeric(day))
	f.entry.Keep()
	f.entry.OnChanged = changed
}

func (f *DayField) choose(day journal.Day) {
	changed := day != f.day
	f.SetDay(day)
	if changed && f.OnChanged != nil {
		f.OnChanged(day)
	}
}

func (f *DayField) step(by int) bool {
	if f.day.IsZero() {
		f.choose(f.today())
	} else {
		f.choose(f.day.Add(by))
	}
	return true
}

func (f *DayField) typed(text string) {
	if text == "" {
		f.say("")
		f.report(journal.Day{})
		return
	}
	day, ok := CurrentDates().Parse(text, f.today())
	if !ok {
		f.say("No such date. Write it like " + CurrentDates().Numeric(f.today()) + ".")
		return
	}
	f.say("")
	f.report(day)
}

func (f *DayField) report(day journal.Day) {
	if day == f.day {
		return
	}
	f.day = day
	if f.OnChanged != nil {
		f.OnChanged(day)
	}
}

func (f *DayField) say(problem string) {
	f.problem.SetText(problem)
	f.problem.Hidden = problem == ""
	f.column.Refresh()
}

func (f *DayField) pick() {
	cv := canvasOf(f)
	if cv == nil {
		return
	}
	start := f.day
	if start.IsZero() {
		start = f.today()
	}
	showMonth(cv, start, f.today(), nil, f.choose)
}

// CreateRenderer shows the entry, the calendar button and what is wrong.
func (f *DayField) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.column) }

// PickDay opens a month over w in which a day can be picked; mark (may be nil)
// shades the days.
func PickDay(w fyne.Window, day, today journal.Day, mark func(journal.Day) DayMark, chosen func(journal.Day)) {
	showMonth(w.Canvas(), day, today, mark, chosen)
}

func showMonth(cv fyne.Canvas, day, today journal.Day, mark func(journal.Day) DayMark, chosen func(journal.Day)) {
	var m *modal
	grid := NewMonthGrid(day, today)
	grid.Mark = mark
	title := NewHeading(CurrentDates().Month(day.Year, day.Month)).Align(fyne.TextAlignCenter)
	words := NewCaption(CurrentDates().LongYear(day))
	grid.OnPoint = func(at journal.Day, said string) {
		title.SetText(CurrentDates().Month(at.Year, at.Month))
		text := CurrentDates().LongYear(at)
		if said != "" {
			text += ": " + said
		}
		words.SetText(text)
	}
	pick := func(d journal.Day) {
		m.hide()
		chosen(d)
	}
	grid.OnChosen = pick
	head := FillRow(Space2, 1,
		NewIconButton("back", "", func() { grid.StepMonth(-1) }), title,
		NewIconButton("forward", "", func() { grid.StepMonth(1) }))
	body := Column(Space3, head, grid, words)
	m = newModal(cv, "Pick a day", 330, body, buttonsRow(
		NewButton("Today", func() { pick(today) }), NewButton("Cancel", func() { m.hide() })))
	m.onEsc = func() { m.hide() }
	m.show(grid)
}
