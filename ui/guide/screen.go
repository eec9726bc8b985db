package guide

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"skinward/app/guide"
	"skinward/app/journal"
	"skinward/ui/kit"
)

// Screen is the Guide screen.
type Screen struct {
	deps     Deps
	content  *fyne.Container
	title    *kit.Text
	tabs     *kit.Segmented
	body     *fyne.Container
	hint     *hint
	plate    *plate
	legend   *entries
	tiles    *entries
	page     *pageCard
	doctor   *doctorPane // made when first shown, as are the next two
	method   *methodPane
	glossary *glossaryPane

	tab     tab
	way     string // id of the page open under Six ways; the opening page at first
	support string // id of the page open under Six supports
	shown   bool
}

// New returns the screen; it reads nothing before Show.
func New(deps Deps) *Screen {
	s := &Screen{deps: deps, hint: newHint(), body: container.NewStack()}
	book := deps.Library.Book
	s.way, s.support = book.Opening.ID, book.Supports[0].ID
	s.title = kit.NewTitle(tabWays.title())
	s.tabs = kit.NewSegmented(tabNames, int(tabWays), func(i int) { s.turn(tab(i)) })
	s.plate = newPlate(deps.Run, deps.Library, s.open)
	s.plate.turn = s.turnPage
	s.legend = newEntries(book.Ways, 3, entryLook{}, s.open, s.plate.point)
	s.tiles = newEntries(book.Supports, 2, entryLook{picture: func(t *guide.Topic) fyne.CanvasObject {
		return s.picture("tile "+t.ID, t.Picture, 84)
	}}, s.open, func(int) {})
	for _, e := range append(append([]*entry(nil), s.legend.all...), s.tiles.all...) {
		e.touch.onKey = s.turnPage
	}
	s.page = newPageCard(s)
	page := kit.Page(kit.Header(s.title, s.tabs), s.body)
	s.content = container.NewStack(page, s.hint.layer)
	s.turn(tabWays)
	return s
}

// Content returns the screen's object.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Show follows the route to a page and starts the flow on the plate.
func (s *Screen) Show(r kit.Route) {
	s.shown = true
	if r.Topic != "" {
		s.open(r.Topic)
	} else {
		s.turn(s.tab)
	}
	if s.tab == tabWays {
		kit.Focus(s.plate.touch)
	}
}

// Hide stops the flow.
func (s *Screen) Hide() {
	s.shown = false
	s.hint.clear()
	s.plate.flow.run(false)
}

// MarkStale has nothing to mark: each page asks the journal when it is shown.
func (s *Screen) MarkStale() {}

// Search goes to the glossary's search field (Ctrl+F).
func (s *Screen) Search() {
	s.turn(tabGlossary)
	s.glossary.focus()
}

// open shows the page, or part, with a topic's id; an unknown one changes
// nothing.
func (s *Screen) open(topic string) {
	t, ok := tabOf(s.deps.Library.Book, topic)
	if !ok {
		return
	}
	switch t {
	case tabWays:
		s.way = topic
	case tabSupports:
		s.support = topic
	}
	s.turn(t)
	if topic == topicNote {
		s.method.showNote()
	}
}

// turn shows a tab with the page that is open in it.
func (s *Screen) turn(t tab) {
	s.tab = t
	s.hint.clear()
	s.title.SetText(t.title())
	if s.tabs.Chosen() != int(t) {
		s.tabs.SetChosen(int(t))
	}
	s.body.Objects = []fyne.CanvasObject{s.pane(t)}
	s.body.Refresh()
	s.plate.flow.run(s.shown && t == tabWays)
}

// pane returns what fills the screen below its head line.
func (s *Screen) pane(t tab) fyne.CanvasObject {
	book := s.deps.Library.Book
	switch t {
	case tabSupports:
		page, _ := book.Topic(s.support)
		s.tiles.choose(s.support)
		s.page.show(page)
		return kit.Columns(18, columnWeights, kit.NewPanel(kit.Inset(kit.NewScroll(s.tiles.object), 10, 10)), s.page.object)
	case tabDoctor:
		if s.doctor == nil {
			s.doctor = newDoctorPane(s)
		}
		s.doctor.load()
		return s.doctor.object
	case tabMethod:
		if s.method == nil {
			s.method = newMethodPane(s)
		}
		return s.method.object
	case tabGlossary:
		if s.glossary == nil {
			s.glossary = newGlossaryPane(s)
		}
		return s.glossary.object
	}
	page, _ := book.Topic(s.way)
	s.plate.choose(page.Number)
	s.legend.choose(s.way)
	s.page.show(page)
	left := kit.FillColumn(10, 0, s.plate, kit.NewPanel(kit.Inset(s.legend.object, 8, 8)))
	return kit.Columns(18, columnWeights, left, s.page.object)
}

// columnWeights share the width between picture and page.
var columnWeights = []float32{60, 41}

// today is the person's day; a day ends at four in the morning.
func (s *Screen) today() journal.Day { return journal.DayAt(s.deps.Now(), 4*time.Hour) }

// follow goes where a button of a page leads.
func (s *Screen) follow(route string) {
	place, what := destination(route)
	if kit.Place(place) == kit.PlaceGuide {
		s.open(what)
		return
	}
	r := kit.Route{Place: kit.Place(place)}
	if r.Place == kit.PlaceToday {
		r.Focus = what
	} else {
		r.Topic = what
	}
	s.deps.Navigate(r)
}

// picture returns the illustration of a page, as wide as there is room. at
// names the place where it stands, since the same one may stand twice.
func (s *Screen) picture(at, name string, height float32) fyne.CanvasObject {
	p := kit.NewIllustration(s.deps.Run, "guide "+at, s.deps.Library.Pictures[name], pictureWidth, pictureHeight, 120, height)
	p.SetDarkColors(s.deps.Library.Night)
	p.Disable()
	return p
}

// The viewBox of the pages' illustrations.
const pictureWidth, pictureHeight = 360, 150

// told is a picture that says in words what it shows, when pointed at or
// focused.
func (s *Screen) told(picture fyne.CanvasObject, name string) fyne.CanvasObject {
	sheet := newTouch(8, nil)
	sheet.hot = false
	show := func(on bool) {
		if words := s.deps.Library.Alternatives[name]; on && words != "" {
			s.hint.show("What the picture shows", words, sheet)
		} else {
			s.hint.leave(sheet)
		}
	}
	sheet.onPoint = func(_ fyne.Position, inside bool) { show(inside) }
	sheet.onFocus = show
	return container.NewStack(picture, sheet)
}

// reader is the text that is read in the tab now shown; keys ask for it, so
// the tab has been made.
func (s *Screen) reader() *reader {
	switch s.tab {
	case tabDoctor:
		return s.doctor.reader
	case tabMethod:
		return s.method.reader
	case tabGlossary:
		return s.glossary.reader
	}
	return s.page.reader
}

// turnPage lets Page Up and Down, Home and End read the text from wherever the
// focus is.
func (s *Screen) turnPage(key fyne.KeyName) bool { return s.reader().turn(key) }

// explain shows what a word of the glossary means; "" leaves it.
func (s *Screen) explain(id string, at fyne.CanvasObject) {
	if id == "" {
		s.hint.leave(at)
		return
	}
	if term, ok := s.deps.Library.Book.Term(id); ok {
		s.hint.show(term.Name, term.Definition, at)
	}
}

// askDoor asks the journal about a page, off the drawing thread. The page that
// leads to visits is answered from the visits themselves.
func (s *Screen) askDoor(t *guide.Topic, show func(guide.Door)) {
	var d guide.Door
	_, what := destination(t.Start.Route)
	s.deps.Run.Run("guide door", func(ctx context.Context) (err error) {
		switch {
		case what == topicVisit:
			var log journal.Log
			if log, err = s.deps.Store.All(ctx, journal.KindAppointment); err == nil {
				dates := kit.CurrentDates()
				d = visitDoor(visitsOf(log, s.today(), dates.ShortYear, dates.Clock), t.Start.Route)
			}
		case s.deps.Door != nil:
			d, err = s.deps.Door(ctx, t.ID)
		}
		return err
	}, func(err error) {
		if err != nil {
			d = guide.Door{Sentence: "Your journal could not be read just now.", Detail: "Nothing was changed. Open the page again to try once more."}
		}
		show(d)
	})
}
