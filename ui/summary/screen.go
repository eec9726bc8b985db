package summary

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"skinward/app/journal"
	page "skinward/app/summary"
	"skinward/ui/kit"
)

// Screen is the Summary screen.
type Screen struct {
	deps    Deps
	content fyne.CanvasObject
	panel   *panel
	preview *preview
	right   *fyne.Container // the preview, or what stands in its place
	making  *making
	actions []*kit.Button

	visits    []*journal.Appointment
	visit     *journal.Appointment // the one the page is for; nil for none
	choice    choices
	input     page.Input // of the period shown
	page      *page.Page
	doc       *page.Document
	stale     bool
	from, to  journal.Day // what was asked for
	searching bool        // the links of the page shown are under way
	dirty     bool        // reason or questions were typed and not yet kept
	keeper    keeper
}

var (
	_ kit.Screen  = (*Screen)(nil)
	_ kit.Printer = (*Screen)(nil)
	_ kit.Leaver  = (*Screen)(nil)
)

// New returns the screen; it reads nothing before Show.
func New(deps Deps) *Screen {
	s := &Screen{deps: deps, stale: true}
	s.choice.include = page.DefaultInclude()
	s.panel = newPanel(s)
	s.preview = newPreview(deps.Run)
	s.making = newMaking(s.stopMaking, s.make)
	s.right = container.NewStack(s.making.alone)
	copyText := kit.NewIconButton("copy", "Copy as text", s.copyText)
	table := kit.NewIconButton("export", "Save data…", s.saveData)
	save := kit.NewButton("Save PDF…", s.savePDF)
	print := kit.NewPrimaryButton("Print…", s.Print)
	print.SetIcon("print")
	s.actions = []*kit.Button{copyText, table, save, print}
	head := kit.Header(kit.NewTitle("Summary for your doctor"), copyText, table, save, print)
	desk := container.NewStack(s.right, kit.AtFoot(kit.InsetEdges(s.making.beside, 0, 0, 0, 34))) // above the row that turns pages
	s.content = kit.Page(head, kit.FillRowHigh(1, kit.Fixed(330, 0, s.panel.object), kit.InsetEdges(desk, 14, 0, 0, 0)))
	s.enable(false)
	return s
}

// Content returns the screen's object.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Show reads the journal when it changed.
func (s *Screen) Show(kit.Route) {
	if s.stale {
		s.read()
	}
}

// Hide keeps what was typed.
func (s *Screen) Hide() { s.Leave() }

// MarkStale makes the next Show read again.
func (s *Screen) MarkStale() { s.stale = true }

// Leave keeps what was typed.
func (s *Screen) Leave() { s.keep() }

// read fetches what was chosen and the appointments, and then makes the page.
func (s *Screen) read() {
	s.stale = false
	var log journal.Log
	var settings journal.Settings
	s.deps.Run.Run("summary visits", func(ctx context.Context) error {
		var err error
		if settings, err = s.deps.Store.Settings(ctx); err != nil {
			return err
		}
		log, err = s.deps.Store.All(ctx, journal.KindAppointment)
		return err
	}, func(err error) {
		if err != nil {
			s.problem("The appointments could not be read", err)
			return
		}
		s.takeChoices(settings)
		s.takeVisits(journal.Select[*journal.Appointment](log))
		s.make()
	})
}

// takeVisits shows the next appointment, unless words are being typed for the
// one that is shown.
func (s *Screen) takeVisits(visits []*journal.Appointment) {
	s.visits = visits
	s.visit = nextVisit(visits, s.deps.Today())
	if !s.dirty && s.visit != nil {
		s.choice.take(s.visit)
	}
	d := kit.CurrentDates()
	s.panel.visit.SetLabel(visitLine(s.visit, d.Short, d.Clock))
	s.panel.showTexts(s.choice)
}

// make gathers the input for the period and draws the page.
func (s *Screen) make() {
	from, to, ok := s.choice.period(s.deps.Today(), s.visits)
	if !ok {
		s.panel.say(s.noPeriod())
		s.stopMaking()
		return
	}
	s.panel.say("")
	s.begin()
	s.searching, s.from, s.to = false, from, to
	s.gather(func(ctx context.Context) (page.Input, error) { return s.deps.Pages.Quick(ctx, from, to) })
}

// search has the links follow, behind a page that is shown without them.
func (s *Screen) search() {
	if s.searching {
		return
	}
	s.searching = true
	s.making.search()
	from, to := s.from, s.to
	s.gather(func(ctx context.Context) (page.Input, error) {
		return s.deps.Pages.Input(ctx, from, to, s.making.report)
	})
}

// gather takes the input that read returns and draws the page.
func (s *Screen) gather(read func(ctx context.Context) (page.Input, error)) {
	var in page.Input
	s.deps.Run.Run(makeKey, func(ctx context.Context) error {
		var err error
		in, err = read(ctx)
		in.Pictures = page.Pair(in.Pictures)
		return err
	}, func(err error) {
		if err != nil {
			s.stopMaking()
			s.problem("The page could not be made", err)
			return
		}
		s.input = in
		s.draw()
	})
}

// noPeriod says why the days cannot be told.
func (s *Screen) noPeriod() string {
	switch {
	case s.choice.span == sinceVisit:
		return "No earlier visit is recorded. Add one under Appointment, or choose other days."
	case s.choice.from.IsZero() || s.choice.to.IsZero():
		return "Enter a first and a last day."
	}
	return "The last day lies before the first."
}

// draw builds and lays out the page from what is at hand; it takes a few
// milliseconds and runs off the drawing thread all the same.
func (s *Screen) draw() {
	in, paper := s.choice.apply(s.input, s.visit), s.choice.paper
	var p *page.Page
	var doc *page.Document
	s.deps.Run.Run("summary layout", func(context.Context) error {
		var err error
		if p, err = page.Build(in); err != nil {
			return err
		}
		doc = p.Layout(paper)
		return nil
	}, func(err error) {
		if err != nil {
			s.stopMaking()
			s.problem("The page could not be made", err)
			return
		}
		s.show(p, doc)
	})
}

func (s *Screen) show(p *page.Page, doc *page.Document) {
	s.page, s.doc = p, doc
	s.panel.showTicks(ticks(p.Parts(), s.choice.include), func(sec page.Section, on bool) {
		s.choice.include[sec] = on
		s.keepChoices()
		s.draw()
	})
	s.panel.sayOutdated(s.choice.outdated(p))
	running := s.input.Search == page.SearchRunning
	s.enable(!running) // no page leaves the program without its links
	if running {
		s.search()
	} else {
		s.making.end()
	}
	if p.Empty() && s.input.Set.Days == 0 {
		s.putRight(s.nothingYet())
		return
	}
	s.preview.set(doc, altText(p, len(doc.Pages)))
	s.putRight(s.preview.object)
}

// putRight shows the preview or what stands in its place.
func (s *Screen) putRight(o fyne.CanvasObject) {
	if s.right.Objects[0] != o {
		s.right.Objects = []fyne.CanvasObject{o}
		s.right.Refresh()
	}
}

// nothingYet stands in the place of a preview of an empty journal.
func (s *Screen) nothingYet() fyne.CanvasObject {
	return kit.NewPanel(kit.Middle(440, kit.NewEmptyState("summary", kit.Primary, "Nothing to summarise yet",
		"Figures and the chart need the skin rated on 7 days, links need 30. The page can be printed before that; it then says what is missing.",
		"Rate today's skin", func() { s.deps.Navigate(kit.Route{Place: kit.PlaceToday, Focus: kit.FocusSkin}) })))
}

// redraw draws again when there is something at hand.
func (s *Screen) redraw() {
	if s.page != nil {
		s.draw()
	}
}

// remake makes the page for other days.
func (s *Screen) remake() {
	s.keepChoices()
	s.make()
}

func (s *Screen) chooseSpan(to span) {
	s.choice.span = to
	if to == ownDates && s.choice.from.IsZero() {
		s.choice.from, s.choice.to = monthsBefore(s.deps.Today(), 3), s.deps.Today()
	}
	s.showSpan()
	s.keepChoices()
	s.make()
}

// showSpan shows the days of an own period, when one is chosen.
func (s *Screen) showSpan() {
	if s.choice.span != ownDates {
		s.panel.dates.Hide()
		return
	}
	s.panel.from.SetDay(s.choice.from)
	s.panel.to.SetDay(s.choice.to)
	s.panel.dates.Show()
}

func (s *Screen) enable(on bool) {
	for _, b := range s.actions {
		able(b, on)
	}
}

func (s *Screen) problem(what string, err error) {
	s.deps.Dialogs.Problem(what + ". " + kit.ErrorText(err))
}

func able(b *kit.Button, on bool) {
	if on {
		b.Enable()
		return
	}
	b.Disable()
}
