package summary

import (
	"fyne.io/fyne/v2"

	"skinward/app/journal"
	page "skinward/app/summary"
	"skinward/ui/kit"
)

// panel is the card at the left: for whom, which days, what, and the
// questions.
type panel struct {
	object    fyne.CanvasObject
	visit     *kit.Button
	chips     *kit.ChoiceChips
	dates     *fyne.Container
	from, to  *kit.DayField
	problem   *kit.Text
	list      *fyne.Container
	rows      map[page.Section]*kit.CheckRow
	names     map[page.Section]string
	reason    *kit.Entry
	questions *kit.Entry
	keepNote  *kit.Text
	paper     *kit.Segmented
	words     *kit.Button
	outdated  *kit.Text
	week      *kit.Button
	filling   bool // texts are being shown, not typed
}

func newPanel(s *Screen) *panel {
	p := &panel{rows: map[page.Section]*kit.CheckRow{}, names: map[page.Section]string{}}
	p.visit = kit.NewIconButton("doctor", "Add an appointment…", s.editVisit)
	p.chips = kit.NewChoiceChips(spanNames, 0, func(i int) { s.chooseSpan(span(i)) })
	p.from = kit.NewDayField(journal.Day{}, s.deps.Today, func(d journal.Day) { s.choice.from = d; s.remake() })
	p.to = kit.NewDayField(journal.Day{}, s.deps.Today, func(d journal.Day) { s.choice.to = d; s.remake() })
	p.dates = kit.Column(kit.Space2, kit.Labelled("From", p.from), kit.Labelled("To", p.to))
	p.dates.Hide()
	p.problem = kit.NewText()
	p.problem.Hide()
	p.list = kit.Column(2)
	p.reason = kit.NewNoteEntry("In a sentence", 2, func(t string) { s.typed(p, func() { s.choice.reason = t }) })
	p.reason.OnFocus = s.leaveField
	p.questions = kit.NewNoteEntry("One question a line, three at most", 4, func(t string) {
		s.typed(p, func() { s.choice.questions = t })
		p.note(s.choice)
	})
	p.questions.OnFocus = s.leaveField
	p.keepNote = kit.NewCaption("")
	p.keepNote.Hide()
	p.paper = kit.NewSegmented([]string{"A4", "Letter"}, 0, func(i int) {
		s.choice.paper = []page.Paper{page.A4, page.Letter}[i]
		s.keepChoices()
		s.redraw()
	})
	p.words = kit.NewIconButton("edit", "Edit the wording…", s.editWords)
	p.outdated = kit.NewText(kit.Span{Text: "The numbers have changed since you wrote your wording. Look it over before you print.", Role: kit.Skin, Size: kit.SizeSmall})
	p.outdated.Hide()
	p.week = kit.NewIconButton("print", "Blank week for the kitchen table…", s.printWeek)
	body := kit.Column(kit.Space4,
		kit.Column(kit.Space2, kit.FillRow(kit.Space2, 0, kit.NewHeading("Appointment"), kit.NewQuietButton("Add another…", s.addVisit)), p.visit),
		group("Period", p.chips, p.dates, p.problem),
		group("Why this visit", p.reason),
		group("Your questions", p.questions, p.keepNote),
		group("Include", p.list),
		kit.Column(kit.Space2, kit.Flow(kit.Space2, p.words, p.paper), p.outdated),
		kit.Flow(kit.Space2, p.week),
	)
	p.object = kit.NewPanel(kit.Inset(kit.NewScroll(body), kit.Space4, 14))
	return p
}

func group(name string, objects ...fyne.CanvasObject) fyne.CanvasObject {
	return kit.Column(kit.Space2, append([]fyne.CanvasObject{kit.NewHeading(name)}, objects...)...)
}

// showTexts puts the texts of a choice into their fields.
func (p *panel) showTexts(c choices) {
	p.filling = true
	defer func() { p.filling = false }()
	if p.reason.Text != c.reason {
		p.reason.SetText(c.reason)
	}
	if p.questions.Text != c.questions {
		p.questions.SetText(c.questions)
	}
	p.questions.Keep()
	p.reason.Keep()
	p.note(c)
}

// note says what will not be printed; nothing when all will.
func (p *panel) note(c choices) {
	if !c.tooMany() {
		p.keepNote.Hide()
		return
	}
	p.keepNote.SetText("The page holds three questions; those after the third are not printed.")
	p.keepNote.Show()
}

// sayOutdated tells that the person's own wording was written for other
// numbers.
func (p *panel) sayOutdated(yes bool) {
	p.outdated.Hidden = !yes
	p.outdated.Refresh()
}

// showTicks rebuilds the list only when its lines changed, so that the focus
// stays where it is.
func (p *panel) showTicks(list []tick, changed func(page.Section, bool)) {
	same := len(list) == len(p.rows)
	for _, t := range list {
		row := p.rows[t.section]
		if row == nil || p.names[t.section] != t.name {
			same = false
			continue
		}
		row.SetState(journal.StateOf(t.on))
	}
	if same {
		return
	}
	p.rows, p.names = map[page.Section]*kit.CheckRow{}, map[page.Section]string{}
	var objects []fyne.CanvasObject
	for _, t := range list {
		row := kit.NewCheck(t.name, t.on, func(on bool) { changed(t.section, on) })
		p.rows[t.section], p.names[t.section] = row, t.name
		objects = append(objects, row)
	}
	p.list.Objects = objects
	p.list.Refresh()
}

// say shows why there is no page for the dates; "" removes it.
func (p *panel) say(words string) {
	if words == "" {
		p.problem.Hide()
		return
	}
	p.problem.SetSpans(kit.Span{Text: words, Role: kit.Skin, Size: kit.SizeSmall})
	p.problem.Show()
}
