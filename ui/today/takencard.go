package today

import (
	"strings"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// takenCard has a row for every course and treatment that runs on the day:
// taken, not taken, or not recorded.
type takenCard struct {
	s      *Screen
	object *kit.Card
	rows   *fyne.Container
	checks []*kit.CheckRow
	onward func()
}

func newTakenCard(s *Screen) *takenCard {
	c := &takenCard{s: s, rows: kit.Column(8)}
	add := kit.Flow(6,
		kit.NewChip("+ Probiotic", s.addProbiotic),
		kit.NewChip("+ Antibiotic or supplement", func() {
			s.add("A course", &journal.Course{Class: journal.Supplement})
		}),
		kit.NewChip("+ Treatment", func() {
			s.add("A treatment or medicine", &journal.Treatment{})
		}))
	c.object = kit.NewCard("probiotics", kit.Probiotics, "Probiotics and treatments", "", kit.Column(10, c.rows, add))
	return c
}

// first is the first row to answer, nil when nothing is taken.
func (c *takenCard) first() fyne.Focusable {
	if len(c.checks) == 0 {
		return nil
	}
	return c.checks[0]
}

func (c *takenCard) paint() {
	focused := c.focused()
	c.rows.Objects, c.checks = nil, nil
	for _, r := range c.s.page.courses {
		detail := courseDay(r, c.s.page.day)
		if v, ok := r.CFU.Get(); ok {
			detail = journal.CFUText(v) + " · " + detail
		}
		if r.Class == journal.Probiotic && r.Strain != "" {
			detail = strings.TrimSpace(r.Species+" "+r.Strain) + " · " + detail
		}
		c.row(r, r.Product, detail, journal.Dose{Course: r.ID, Name: r.Product})
	}
	for _, r := range c.s.page.treatments {
		var parts []string
		if len(r.Sites) > 0 {
			parts = append(parts, strings.Join(r.Sites, ", "))
		}
		if r.Schedule != "" {
			parts = append(parts, strings.ReplaceAll(string(r.Schedule), "_", " "))
		}
		c.row(r, r.Title(), strings.Join(parts, " · "), journal.Dose{Treatment: r.ID, Name: r.Title()})
	}
	if len(c.checks) == 0 {
		c.rows.Add(kit.NewCaption("Nothing is being taken on this day."))
	}
	for i, check := range c.checks {
		if i+1 < len(c.checks) {
			next := c.checks[i+1]
			check.OnEnter = func() { c.s.focusOn(next) }
		} else if c.onward != nil {
			check.OnEnter = c.onward
		}
	}
	c.rows.Refresh()
	if focused >= 0 && focused < len(c.checks) {
		c.s.focusOn(c.checks[focused])
	}
}

// focused is the index of the row that has the keyboard, -1 for none.
func (c *takenCard) focused() int {
	for i, check := range c.checks {
		if cv := fyne.CurrentApp().Driver().CanvasForObject(check); cv != nil && cv.Focused() == fyne.Focusable(check) {
			return i
		}
	}
	return -1
}

// row asks for one course or treatment; its pencil opens the long form.
func (c *takenCard) row(of journal.Record, name, detail string, blank journal.Dose) {
	given, _ := last(c.s.page, func(d *journal.Dose) bool {
		return d.Course == blank.Course && d.Treatment == blank.Treatment
	})
	state := journal.Unknown
	caption := ""
	if given != nil {
		state = given.Taken
		if state == journal.Yes && !given.At.IsZero() {
			caption = kit.CurrentDates().Clock(given.At)
		}
		if state == journal.No {
			caption = "not taken"
		}
	}
	check := kit.NewCheckRow(name, detail, kit.Probiotics, state, func(s journal.State) {
		d := blank
		if given != nil {
			d = *given
		} else {
			d.Meta = c.s.page.fresh(c.s.deps.Now())
		}
		if s == journal.Unknown {
			if given != nil {
				c.s.drop(given)
			}
			return
		}
		d.Taken = s
		c.s.keep(&d)
	})
	check.SetCaption(caption)
	c.checks = append(c.checks, check)
	c.rows.Add(kit.TopRow(6, 0, check, kit.NewIconButton("edit", "", func() { c.s.edit(of) })))
}
