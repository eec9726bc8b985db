package timeline

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// Screen is the Timeline screen.
type Screen struct {
	deps    Deps
	content *fyne.Container
	search  *kit.Entry
	chips   *kit.ChoiceChips
	list    *dayLines
	body    *fyne.Container
	panel   fyne.CanvasObject
	count   *kit.Text
	cal     *calendar

	digests map[journal.Day]journal.DayDigest
	today   journal.Day
	filter  int
	stale   bool
	looked  looked               // what the list shows
	reading map[journal.Day]bool // months under way, by their first day
}

// looked is what somebody searched and filtered for.
type looked struct {
	query  string
	filter int
}

// New returns the screen; it reads nothing before Show.
func New(deps Deps) *Screen {
	s := &Screen{deps: deps, stale: true, looked: looked{filter: -1}, digests: map[journal.Day]journal.DayDigest{}, reading: map[journal.Day]bool{}}
	s.search = kit.NewEntry("Search notes, foods, products", func(string) { s.find() })
	words := make([]string, len(filters))
	for i, f := range filters {
		words[i] = f.words
	}
	s.chips = kit.NewChoiceChips(words, 0, func(i int) { s.filter = i; s.find() })
	s.cal = newCalendar(journal.DayAt(s.deps.Now(), journal.DefaultSettings().DayEnd()), s.mark, s.jump, s.near)
	s.list = newDayLines(s.need, s.open, s.drop)
	s.count = kit.NewCaption(" ").OneLine()
	s.panel = kit.NewPanel(container.NewStack(s.list))
	s.body = container.NewStack(s.panel)
	head := kit.Header(kit.NewTitle("Timeline"), kit.Fixed(280, 0, s.search), kit.NewIconButton("calendar", "Go to a day", s.PickDay))
	left := kit.FillColumn(10, 2, s.chips, s.count, s.body)
	s.content = container.NewStack(kit.Page(head, kit.Columns(14, []float32{66, 34}, left, s.cal.object)))
	return s
}

func (s *Screen) mark(d journal.Day) kit.DayMark {
	digest, ok := s.digests[d]
	if !ok {
		return kit.DayMark{}
	}
	m := kit.DayMark{Words: dayWords(digest), Dot: kit.Muted}
	if v, ok := digest.Severity.Get(); ok {
		m.Value, m.Shaded, m.Dot = v, true, ""
	}
	return m
}

// Content returns the screen's object.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Show reads the journal when it changed, and follows the route.
func (s *Screen) Show(r kit.Route) {
	if r.Query != "" {
		s.search.SetText(r.Query)
	}
	then := func() {
		if !r.Day.IsZero() {
			s.jump(r.Day)
		}
		if r.Focus == kit.FocusSearch {
			s.Search()
			return
		}
		kit.Focus(s.list)
	}
	if s.stale {
		s.load(then)
		return
	}
	then()
}

// Hide does nothing.
func (s *Screen) Hide() {}

// MarkStale has the journal read again at the next Show.
func (s *Screen) MarkStale() { s.stale = true }

// Search focuses the search field.
func (s *Screen) Search() { kit.Focus(s.search) }

// PickDay asks for a day and goes to it in the list.
func (s *Screen) PickDay() {
	kit.PickDay(s.deps.Window(), s.today, s.today, s.mark, s.jump)
}

// load reads how many entries each day has.
func (s *Screen) load(then func()) {
	var digests []journal.DayDigest
	var sums map[journal.Day]monthSum
	var today journal.Day
	s.deps.Run.Run("timeline load", func(ctx context.Context) error {
		settings, err := s.deps.Store.Settings(ctx)
		if err != nil {
			return err
		}
		today = journal.DayAt(s.deps.Now(), settings.DayEnd())
		digests, err = s.deps.Store.Days(ctx, journal.Day{}, journal.Day{})
		sums = monthSums(digests)
		return err
	}, func(err error) {
		if err != nil {
			s.deps.Dialogs.Problem("The timeline could not be read. " + kit.ErrorText(err))
			return
		}
		opened := len(s.digests) == 0
		s.stale, s.today = false, today
		clear(s.digests)
		for _, d := range digests {
			s.digests[d.Day] = d
		}
		s.cal.set(today, sums)
		if opened {
			s.turnToNewest(digests)
		}
		s.find()
		then()
	})
}

// turnToNewest opens the calendar on the newest day that has entries, so that
// a journal that ended years ago does not show an empty month.
func (s *Screen) turnToNewest(digests []journal.DayDigest) {
	for _, d := range slices.Backward(digests) {
		if d.Entries > 0 && !d.Day.After(s.today) {
			s.cal.grid.SetCursor(d.Day)
			return
		}
	}
}

// find shows what the search and the filter leave.
func (s *Screen) find() {
	query, kinds := strings.TrimSpace(s.search.Text), filters[s.filter].kinds
	if query == "" && kinds == nil {
		s.deps.Run.Cancel("timeline find")
		all := make([]journal.DayDigest, 0, len(s.digests))
		for _, d := range s.digests {
			all = append(all, d)
		}
		s.show(newPages(all), "")
		return
	}
	var log journal.Log
	found := map[journal.ID]string{}
	s.deps.Run.Run("timeline find", func(ctx context.Context) error {
		if query == "" {
			var err error
			log, err = s.deps.Store.Range(ctx, journal.Day{}, journal.Day{}, kinds...)
			return err
		}
		hits, err := s.deps.Store.Search(ctx, query, maxHits)
		for _, h := range hits {
			if listed(h.Record) && among(h.Record.Kind(), kinds) {
				log = append(log, h.Record)
				found[h.Record.Base().ID] = h.Snippet
			}
		}
		return err
	}, func(err error) {
		if err != nil {
			s.deps.Dialogs.Problem("The search did not work. " + kit.ErrorText(err))
			return
		}
		s.show(newFound(log, found), query)
	})
}

// maxHits is how many finds are shown.
const maxHits = 500

func among(k journal.Kind, kinds []journal.Kind) bool {
	for _, x := range kinds {
		if x == k {
			return true
		}
	}
	return kinds == nil
}

// show puts pages on the screen, or says that there are none.
func (s *Screen) show(p *pages, query string) {
	words := fmt.Sprintf("%s on %s", count(p.count, "entry", "entries"), count(len(p.days), "day", "days"))
	if query != "" && len(p.found) == maxHits {
		words = "the latest " + words
	}
	s.count.SetText(words)
	if what := (looked{query, s.filter}); what == s.looked {
		s.list.Renew(p)
	} else {
		s.list.Set(p)
		s.looked = what
	}
	shown := s.panel
	switch {
	case p.length > 0:
	case query != "":
		shown = kit.NewPanel(kit.NewEmptyState("search", kit.Muted, "Nothing found", fmt.Sprintf("No entry holds %q. The beginning of a word is enough.", query), "", nil))
	case s.filter > 0:
		shown = kit.NewPanel(kit.NewEmptyState("filter", kit.Muted, "Nothing of this kind yet", "What is recorded later will stand here, newest first.", "", nil))
	default:
		shown = kit.NewPanel(kit.NewEmptyState("timeline", kit.Primary, "No entries yet", "Every meal, rating and note will stand here in order. Begin with today, or import an older diary in Settings.", "Write down today", func() {
			s.deps.Navigate(kit.Route{Place: kit.PlaceToday})
		}))
	}
	if s.body.Objects[0] != shown {
		s.body.Objects = []fyne.CanvasObject{shown}
	}
	kit.Settle(s.content)
}

// need reads the month of a day; the list shows it when it is there.
func (s *Screen) need(day journal.Day) {
	first, last := month(day)
	if s.reading[first] {
		return
	}
	s.reading[first] = true
	into := s.list.pages
	var log journal.Log
	s.deps.Run.Run("timeline "+first.String(), func(ctx context.Context) error {
		all, err := s.deps.Store.Range(ctx, first, last)
		for _, r := range all {
			if listed(r) {
				log = append(log, r)
			}
		}
		return err
	}, func(err error) {
		delete(s.reading, first)
		if err != nil {
			s.deps.Dialogs.Problem("A month could not be read. " + kit.ErrorText(err))
			return
		}
		into.put(first, last, log)
		if into == s.list.pages {
			s.list.Refresh()
		}
	})
}

// jump goes to a day in the list; without entries near it, to Today.
func (s *Screen) jump(day journal.Day) {
	if line, ok := s.list.pages.lineOf(day); ok && s.list.pages.dayAt(line) == day {
		s.near(day)
		return
	}
	if !day.After(s.today) {
		s.deps.Navigate(kit.Route{Place: kit.PlaceToday, Day: day})
	}
}

// near goes to the newest entries not after a day.
func (s *Screen) near(day journal.Day) {
	if line, ok := s.list.pages.lineOf(day); ok {
		s.list.ScrollTo(min(line+8, s.list.pages.length-1))
		s.list.ScrollTo(line)
		s.list.choose(min(line+1, s.list.pages.length-1))
	}
}

// dayAt returns the day of a line.
func (p *pages) dayAt(line int) journal.Day {
	r, _ := p.at(line)
	return r.day
}

// open leads to Today at the day, with the entry; photos are shown first.
func (s *Screen) open(r row) {
	if len(r.photos) > 0 {
		s.openPhotos(r)
		return
	}
	route := kit.Route{Place: kit.PlaceToday, Day: r.day}
	if r.record != nil {
		route.Record = string(r.record.Base().ID)
	}
	if p, ok := r.record.(*journal.Photo); ok {
		route = kit.Route{Place: kit.PlaceSkin, Record: string(p.ID)}
	}
	s.deps.Navigate(route)
}

// drop deletes an entry; the status line offers to take it back.
func (s *Screen) drop(r row) {
	if r.record == nil {
		return
	}
	if len(r.photos) > 0 {
		s.openPhotos(r) // which of them?
		return
	}
	var changes []journal.Change
	s.deps.Run.Run("", func(ctx context.Context) error {
		var err error
		changes, err = s.deps.Store.Delete(context.WithoutCancel(ctx), r.record)
		return err
	}, func(err error) {
		if err != nil {
			s.deps.Dialogs.Problem("The entry was not deleted. " + kit.ErrorText(err))
			return
		}
		s.deps.Done(changes...)
		s.load(func() {})
	})
}

// StepDay moves the calendar's month by days' months: Alt and the arrows.
func (s *Screen) StepDay(by int) { s.cal.grid.StepMonth(by) }
