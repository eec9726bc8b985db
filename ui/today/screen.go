package today

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// pickWindow is the window over which a month opens.
type pickWindow = fyne.Window

// Screen is the Today screen.
type Screen struct {
	deps    Deps
	content *fyne.Container
	save    *saver
	page    *page
	day     journal.Day // the day wanted; the page follows
	then    func()      // what is to be done when the day is shown, nil for nothing
	stale   bool
	seen    bool   // shown and not hidden since
	focus   string // what the route asked to focus
	record  string // record the route asked to open

	head    *header
	skin    *skinCard
	stress  *stressCard
	meals   *mealCard
	taken   *takenCard
	body    *bodyStrip
	list    *dayList
	more    *moreCard
	layout  *threeColumns
	columns *fyne.Container
	all     []fyne.CanvasObject // the columns, when all are shown
	middle  *fyne.Container     // meals, and what is taken
	stops   []stop

	dayPage fyne.CanvasObject
	scroll  *kit.Scroll
	catch   *catchUp            // the grid of past days, nil while it is closed
	refused map[catchKey]string // what it could not save
}

// New returns the screen; it reads nothing before Show.
func New(deps Deps) *Screen {
	s := &Screen{deps: deps, stale: true, save: &saver{deps: deps}, refused: map[catchKey]string{}}
	s.page = &page{settings: journal.DefaultSettings()}
	if deps.Ahead != nil {
		s.page.settings = deps.Ahead.page.settings
	}
	s.page.today = s.today()
	s.head = newHeader(s)
	s.skin = newSkinCard(s)
	s.stress = newStressCard(s)
	s.meals = newMealCard(s)
	s.taken = newTakenCard(s)
	s.body = newBodyStrip(s)
	s.more = newMoreCard(s)
	s.list = newDayList(s)
	s.chain()
	s.layout = &threeColumns{gap: 14}
	s.middle = kit.FillColumn(14, 0, s.meals.object, s.taken.object)
	s.all = []fyne.CanvasObject{
		kit.FillColumn(14, 2, s.skin.object, s.stress.object, s.body.object),
		s.middle,
		kit.FillColumn(14, 0, s.list.object, s.more.object),
	}
	s.columns = container.New(s.layout, s.all[0])
	s.skin.body.Hide() // shown with the rest of the day
	s.stress.object.Hide()
	s.body.object.Hide()
	s.scroll = kit.NewScroll(s.columns)
	s.scroll.Hide() // until the day is read: an empty form would say that nothing is entered
	s.layout.view = func() float32 { return s.scroll.Size().Height }
	s.dayPage = kit.Page(s.head.object, s.scroll)
	s.content = container.NewStack(s.dayPage)
	s.save.after = func() {
		if s.catch == nil {
			s.load(nil)
		}
	}
	return s
}

func (s *Screen) focusOn(f fyne.Focusable) {
	o, ok := f.(interface {
		fyne.CanvasObject
		fyne.Focusable
	})
	if !ok {
		return
	}
	kit.Focus(o)
	if s.catch == nil {
		s.scroll.Reveal(o)
	}
}

// Content returns the screen's object.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// today is the person's own day at this moment.
func (s *Screen) today() journal.Day {
	return journal.DayAt(s.deps.Now(), s.page.settings.DayEnd())
}

// Show shows the route's day, else the day that was shown, else today.
func (s *Screen) Show(r kit.Route) {
	s.keepTyped()
	if s.catch != nil && r.Day.IsZero() && r.Focus == "" && r.Record == "" {
		s.catch.load(0) // read anew, after an undo or on return
		return
	}
	s.leaveCatchUp()
	again := s.seen
	s.seen = true
	switch {
	case !r.Day.IsZero():
		s.day = r.Day
	case s.day.IsZero(), r.Focus != "" && r.Focus != kit.FocusDay && !again:
		s.day = s.today() // a shortcut on another screen means now; on this one, the day shown
	}
	s.focus, s.record = r.Focus, r.Record
	switch {
	case again && s.page.day == s.day && s.focus == "" && s.record == "":
		s.load(nil) // after an undo: the keyboard stays where it is
	case s.page.day == s.day:
		s.arrive() // at once: the next key is already on its way
		s.load(nil)
	default:
		s.load(s.arrive)
	}
}

// Hide keeps what is half typed; it is still there on return.
func (s *Screen) Hide() {
	s.seen = false
	s.keepTyped()
}

// keepTyped saves what stands in fields that save themselves when left.
func (s *Screen) keepTyped() {
	if s.catch != nil {
		s.catch.keep()
		return
	}
	s.body.keep()
	s.skin.unsaved.retry()
	s.stress.unsaved.retry()
}

// MarkStale has the next Show read again, which it does anyway.
func (s *Screen) MarkStale() { s.stale = true }

// Leave saves what is half typed before the window closes.
func (s *Screen) Leave() {
	s.keepTyped()
	s.meals.leave()
	s.save.flush()
}

// TurnDay goes on to the person's new day where the one that has ended is
// shown. A meal that is half typed and the grid of past days are let be.
func (s *Screen) TurnDay() {
	today := s.today()
	if s.page.today == today || s.catch != nil || s.meals.entry.Text != "" {
		return
	}
	s.keepTyped()
	if s.day == s.page.today {
		s.day = today
	}
	if s.seen {
		s.load(nil)
	}
}

// StepDay moves to another day; the future stays closed.
func (s *Screen) StepDay(by int) {
	s.keepTyped()
	s.leaveCatchUp()
	if to := s.day.Add(by); !to.After(s.today()) {
		s.day = to
		s.load(nil)
	}
}

// PickDay asks for a day.
func (s *Screen) PickDay() {
	s.keepTyped()
	s.leaveCatchUp()
	kit.PickDay(s.deps.Window(), s.day, s.today(), s.head.mark, func(d journal.Day) {
		if !d.After(s.today()) {
			s.day = d
			s.load(nil)
		}
	})
}

// load reads the day and shows it; then may be nil.
func (s *Screen) load(then func()) {
	if first := s.deps.Ahead; first != nil {
		s.deps.Ahead = nil
		if first.page.day == s.day && s.focus == "" && s.record == "" {
			s.begin(first.page, then)
			return
		}
	}
	if then != nil {
		s.then = then // a reading that takes the place of this one does it too
	}
	var fresh *page
	day := s.day
	s.deps.Run.Run("today load", func(ctx context.Context) error {
		settings, err := s.deps.Store.Settings(ctx)
		if err != nil {
			return err
		}
		today := journal.DayAt(s.deps.Now(), settings.DayEnd())
		fresh, err = readPage(ctx, s.deps.Store, day, today)
		return err
	}, func(err error) {
		if err != nil {
			s.deps.Dialogs.Problem("This day could not be read. " + kit.ErrorText(err))
			return
		}
		if s.save.pending() && s.then == nil && s.page.day == fresh.day {
			return // what is being written is newer; it is read when it is there
		}
		s.show(fresh)
	})
}

// begin shows a day that was read ahead. Its first question stands in the first
// frame and can be answered at once; the others follow, as laying them out takes
// longer than all before. then may be nil.
func (s *Screen) begin(first *page, then func()) {
	s.page, s.stale = first, false
	s.scroll.Show()
	s.head.paint()
	s.skin.paint()
	kit.Settle(s.content)
	if then != nil {
		then()
	}
	s.deps.After(kit.OneFrame, func() {
		if len(s.columns.Objects) == 1 { // else another day is there meanwhile
			s.show(s.page)
		}
	})
}

// show shows a day that was read, and does what was to be done then.
func (s *Screen) show(fresh *page) {
	if fresh.day != s.page.day { // what was refused on another day is not about this one
		s.skin.problem.say(s.skin.unsaved.why(fresh.day))
		s.stress.problem.say(s.stress.unsaved.why(fresh.day))
		s.meals.problem.say(nil)
		s.taken.problem.say(nil)
		s.more.problem.say(nil)
	}
	s.page, s.stale = fresh, false
	s.columns.Objects = s.all
	s.skin.body.Show()
	s.scroll.Show()
	s.paint()
	s.knowFoods()
	if then := s.then; then != nil {
		s.then = nil
		then()
	}
}

// knowFoods has completions and tags follow the journal, without keeping the
// day waiting.
func (s *Screen) knowFoods() {
	s.deps.Run.Run("today foods", s.deps.Foods.Refresh, func(err error) {
		if err != nil {
			s.deps.Dialogs.Problem("The foods eaten so far could not be read. " + kit.ErrorText(err))
			return
		}
		s.meals.paintMeals()
	})
}

// paint shows the page.
func (s *Screen) paint() {
	s.showTracked()
	s.head.paint()
	s.skin.paint()
	s.stress.paint()
	s.meals.paint()
	s.taken.paint()
	s.body.paint()
	s.list.paint()
	s.more.paint()
	kit.Settle(s.content)
}

// arrive focuses what the route asked for, else the first open question.
func (s *Screen) arrive() {
	switch s.focus {
	case kit.FocusMeal:
		if s.wanted(journal.ThingMeals) {
			s.focusOn(s.meals.entry)
		}
	case kit.FocusDay:
		s.focusOn(s.head.week)
	case kit.FocusStress:
		if s.wanted(journal.ThingStress) {
			s.focusOn(s.stress.level)
		}
	case kit.FocusSleep:
		if s.wanted(journal.ThingSleep) {
			s.focusOn(s.body.sleep)
		}
	case kit.FocusWater:
		if s.wanted(journal.ThingWater) {
			s.focusOn(s.body.water)
		}
	case kit.FocusDigestion:
		if s.wanted(journal.ThingDigestion) {
			s.focusOn(s.body.stool)
		}
	case kit.FocusBreathe:
		s.breathe()
	case kit.FocusCycle:
		s.edit(s.cycle())
	case kit.FocusCourse:
		s.addProbiotic()
	case kit.FocusOrdinary:
		s.meals.ordinary(true)
	default:
		s.focusOn(s.skin.severity)
	}
	s.focus = ""
	if s.record == "" {
		return
	}
	for _, r := range s.page.log {
		if string(r.Base().ID) == s.record {
			s.record = ""
			s.edit(r)
			return
		}
	}
}
