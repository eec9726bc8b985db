package today

import (
	"fmt"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// dayList shows everything recorded on the day, in the order of the clock.
// Return opens an entry, Delete removes it.
type dayList struct {
	s      *Screen
	object *kit.Card
	rows   *fyne.Container
	note   *kit.Text
}

func newDayList(s *Screen) *dayList {
	l := &dayList{s: s, rows: kit.Column(4), note: kit.NewText()}
	l.object = kit.NewCard("", kit.Ink, "This day", "", kit.Column(14, l.rows, kit.NewNote(kit.Primary, l.note)))
	return l
}

func (l *dayList) paint() {
	var rows []fyne.CanvasObject
	var lines []*kit.ListRow
	for _, r := range l.s.page.log {
		row := l.row(r)
		if n := len(lines); n > 0 {
			before := lines[n-1]
			before.OnDown = func() { l.s.focusOn(row) }
			row.OnUp = func() { l.s.focusOn(before) }
		}
		lines = append(lines, row)
		rows = append(rows, row)
	}
	if len(rows) == 0 {
		if picture := kit.NewPicture("empty-today", 144, 90); picture != nil {
			rows = append(rows, picture)
		}
		rows = append(rows, kit.NewCaption("Nothing is recorded on this day. A rating of the skin is a good beginning; all the rest can stay open."))
	}
	l.s.refill(l.rows, rows)
	l.object.SetCaption(entries(len(lines)))
	strong, rest := insightNote(l.s.page.skinDays)
	l.note.SetSpans(kit.Span{Text: strong, Bold: true, Size: kit.SizeSmall}, kit.Span{Text: rest, Size: kit.SizeSmall})
}

func entries(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return "1 entry"
	}
	return fmt.Sprintf("%d entries", n)
}

func (l *dayList) row(r journal.Record) *kit.ListRow {
	when := ""
	if at := r.Base().At; !at.IsZero() {
		when = kit.CurrentDates().Clock(at)
	}
	detail := l.s.page.detail(r)
	if note := r.Base().Note; note != "" {
		if detail != "" {
			detail += " · "
		}
		detail += short(note)
	}
	if r.Base().Source == journal.Remembered {
		detail += " (remembered later)"
	}
	row := kit.NewListRow(when, kit.RoleOf(r), r.Title(), detail, func() { l.s.edit(r) })
	row.OnDelete = func() { l.s.drop(nil, r) }
	return row
}

// moreCard offers what is not asked for every day.
type moreCard struct {
	s        *Screen
	object   *kit.Card
	trackers *fyne.Container
	chips    *fyne.Container
	avoided  *fyne.Container
	problem  *problem
}

func newMoreCard(s *Screen) *moreCard {
	c := &moreCard{s: s, trackers: kit.Column(6), chips: kit.Flow(6), avoided: kit.Column(4)}
	c.problem = newProblem(func() { c.object.Refresh() })
	c.object = kit.NewCard("plus", kit.Muted, "More", "", kit.Column(10, c.trackers, c.problem.words, c.chips, c.avoided))
	return c
}

func (c *moreCard) paint() {
	s := c.s
	var trackers, others []fyne.CanvasObject
	if s.page.settings.Tracks(journal.ThingCycle) {
		trackers = append(trackers, c.cycle())
	}
	for _, t := range s.page.trackers {
		trackers = append(trackers, c.tracker(t))
	}
	s.refill(c.trackers, trackers)
	chips := []fyne.CanvasObject{
		kit.NewChip("Note", func() { s.add("A note", &journal.Note{}) }),
		kit.NewChip("Bad day, short form", s.badDay),
		kit.NewChip("Trackers", s.openTrackers),
		kit.NewChip("Foods and tags", s.openFoods),
		kit.NewChip("Catch up on past days", s.catchUp),
		kit.NewChip("Appointment", func() { s.add("An appointment", &journal.Appointment{}) }),
		kit.NewChip("Other score", func() { s.add("The total of an official scale", &journal.Score{}) }),
		kit.NewChip("Profile", s.editProfile),
	}
	if offersAvoidance(s.page.avoided, s.page.day) {
		chips = append(chips, kit.NewChip("Food avoided", func() { s.add("A food you leave out", &journal.Avoidance{}) }))
	}
	s.refill(c.chips, chips)
	if v := nextVisit(s.page); v != nil {
		row := kit.NewListRow("", kit.Muted, v.Title(), visitWords(v, s.page.day), func() { s.edit(v) })
		row.OnDelete = func() { s.drop(c.problem, v) }
		others = append(others, row)
	}
	for _, a := range s.page.avoided {
		row := kit.NewListRow("", kit.Meals, a.Title(), avoidedFor(a, s.page.day), func() { s.edit(a) })
		row.OnDelete = func() { s.drop(c.problem, a) }
		others = append(others, row)
	}
	if note := avoidanceNote(s.page.avoided, s.page.day); note != "" {
		others = append(others, kit.NewNote(kit.Muted, kit.NewCaption(note)))
	}
	s.refill(c.avoided, others)
}

// cycle asks for the day of the cycle.
func (c *moreCard) cycle() fyne.CanvasObject {
	title, detail := "Cycle", "not recorded"
	if r, ok := last[*journal.Cycle](c.s.page, nil); ok {
		title, detail = r.Title(), r.Detail()
	}
	return kit.NewListRow("", kit.Hormones, title, detail, func() { c.s.edit(c.s.cycle()) })
}

// tracker asks for today's value of one tracker.
func (c *moreCard) tracker(t *journal.Tracker) fyne.CanvasObject {
	given, _ := last(c.s.page, func(v *journal.TrackerValue) bool { return v.Tracker == t.ID })
	pencil := kit.NewIconButton("edit", "", func() { c.s.edit(t) })
	if t.Type == journal.TrackYesNo {
		return kit.FillRow(6, 0, c.yesNo(t, given), pencil)
	}
	detail := "not recorded"
	if given != nil {
		detail = given.Detail()
	}
	open := func() {
		if given != nil {
			c.s.edit(given)
			return
		}
		c.s.add(t.Name, &journal.TrackerValue{Tracker: t.ID, Name: t.Name, Unit: t.Unit})
	}
	return kit.FillRow(6, 0, kit.NewListRow("", kit.Muted, t.Name, detail, open), pencil)
}

// yesNo answers a tracker of three states at once.
func (c *moreCard) yesNo(t *journal.Tracker, given *journal.TrackerValue) fyne.CanvasObject {
	state := journal.Unknown
	if given != nil {
		state = journal.StateOf(given.Value > 0)
	}
	return kit.NewCheckRow(t.Name, "", kit.Primary, state, func(answer journal.State) {
		v := &journal.TrackerValue{Tracker: t.ID, Name: t.Name, Unit: t.Unit}
		if given != nil {
			v = given.Clone().(*journal.TrackerValue)
		} else {
			v.Meta = c.s.page.fresh(c.s.deps.Now())
		}
		switch answer {
		case journal.Unknown:
			c.s.drop(c.problem, v)
			return
		case journal.Yes:
			v.Value = 1
		default:
			v.Value = 0
		}
		c.s.keep(c.problem, v)
	})
}

// cycle is a copy of the day's cycle entry, or a fresh one.
func (s *Screen) cycle() *journal.Cycle {
	if r, ok := last[*journal.Cycle](s.page, nil); ok {
		return r.Clone().(*journal.Cycle)
	}
	return &journal.Cycle{Meta: s.page.fresh(s.deps.Now())}
}

// editProfile opens the one profile.
func (s *Screen) editProfile() {
	if s.page.profile != nil {
		s.edit(s.page.profile)
		return
	}
	m := s.page.fresh(s.deps.Now())
	m.ID = journal.ProfileID
	s.openForm("Profile", &journal.Profile{Meta: m})
}

// badDay is the short form of a day on which everything is too much.
func (s *Screen) badDay() {
	r := s.skin.check()
	f := newForm()
	f.say("Three answers are enough, and each may stay empty.")
	f.scale("Skin", "skin", "", kit.NewSeverityScale("clear", "worst ever", nil), &r.Severity)
	f.scale("Worst itch in 24 hours", "itch", "", kit.NewSeverityScale("none", "worst", nil), &r.Itch)
	f.note(&r.Meta)
	s.showForm("A bad day", r, f)
}
