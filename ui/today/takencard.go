package today

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// takenCard has a row for every course and treatment that runs on the day:
// taken, not taken, or not recorded.
type takenCard struct {
	s       *Screen
	object  *kit.Card
	rows    *fyne.Container
	checks  []*kit.CheckRow
	onward  func()
	problem *problem
}

func newTakenCard(s *Screen) *takenCard {
	c := &takenCard{s: s, rows: kit.Column(8)}
	add := kit.Flow(6,
		kit.NewChip("+ Probiotic", s.addProbiotic),
		kit.NewChip("+ Other course", func() {
			s.add("A course", &journal.Course{Class: journal.Supplement})
		}),
		kit.NewChip("+ Treatment", func() {
			s.add("A treatment or medicine", &journal.Treatment{})
		}))
	c.problem = newProblem(func() { c.object.Refresh() })
	c.object = kit.NewCard("probiotics", kit.Probiotics, "Probiotics and treatments", "Ctrl B", kit.Column(10, c.rows, c.problem.words, add))
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
		c.row(r, r.Product, detail, r.PerDay, journal.Dose{Course: r.ID, Name: r.Product})
		c.tags(courseClasses(r))
	}
	for _, r := range c.s.page.treatments {
		var parts []string
		if len(r.Sites) > 0 {
			parts = append(parts, strings.Join(r.Sites, ", "))
		}
		if r.Schedule != "" {
			parts = append(parts, strings.ReplaceAll(string(r.Schedule), "_", " "))
		}
		c.row(r, r.Title(), strings.Join(parts, " · "), r.PerDay, journal.Dose{Treatment: r.ID, Name: r.Title()})
		c.tags(journal.ConfoundingClasses(r.Name))
	}
	if words := meetWords(c.s.page); words != "" {
		c.rows.Add(kit.NewCaption(words))
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
func (c *takenCard) row(of journal.Record, name, detail string, perDay journal.Maybe[float64], blank journal.Dose) {
	given := dosesOf(c.s.page, blank)
	if n := c.s.page.missed[of.Base().ID]; n > 0 {
		detail = strings.TrimPrefix(fmt.Sprintf("%s · %d missed in 14 days", detail, n), " · ")
	}
	state := journal.Unknown
	if len(given) > 0 {
		state = given[0].Taken
	}
	check := kit.NewCheckRow(name, detail, kit.Probiotics, state, func(s journal.State) {
		d := blank
		switch {
		case len(given) > 0:
			d = *given[0]
		default:
			d.Meta = c.s.page.fresh(c.s.deps.Now())
		}
		if s == journal.Unknown {
			if len(given) > 0 {
				c.s.drop(c.problem, given[0])
			}
			return
		}
		d.Taken = s
		c.s.keep(c.problem, &d)
	})
	check.SetCaption(doseWords(given, perDay))
	c.checks = append(c.checks, check)
	c.rows.Add(kit.TopRow(6, 0, check, kit.NewIconButton("edit", "", func() { c.s.edit(of) })))
	if n := len(given); n > 0 && float64(n) < perDay.Or(1) {
		c.rows.Add(kit.Flow(6, kit.NewChip(fmt.Sprintf("Dose %d of %s taken", n+1, number(perDay.Or(1))), func() {
			d := blank
			d.Meta, d.Taken = c.s.page.fresh(c.s.deps.Now()), journal.Yes
			c.s.keep(c.problem, &d)
		})))
	}
}

// dosesOf are the day's answers for one course or treatment.
func dosesOf(p *page, blank journal.Dose) []*journal.Dose {
	var out []*journal.Dose
	for _, d := range of[*journal.Dose](p) {
		if d.Course == blank.Course && d.Treatment == blank.Treatment {
			out = append(out, d)
		}
	}
	return out
}

// doseWords says when it was taken, or how many times of how many.
func doseWords(given []*journal.Dose, perDay journal.Maybe[float64]) string {
	taken := 0
	for _, d := range given {
		if d.Taken == journal.Yes {
			taken++
		}
	}
	switch {
	case len(given) == 0:
		return ""
	case perDay.Or(1) > 1 || len(given) > 1:
		return fmt.Sprintf("%d of %s", taken, number(max(perDay.Or(1), float64(len(given)))))
	case taken == 0:
		return "not taken"
	case given[0].At.IsZero():
		return ""
	}
	return kit.CurrentDates().Clock(given[0].At)
}

// tags names the classes that make comparisons hard to read.
func (c *takenCard) tags(classes []journal.TreatmentClass) {
	if len(classes) == 0 {
		return
	}
	var tags []fyne.CanvasObject
	for _, class := range classes {
		tags = append(tags, kit.NewTag(string(class), kit.Probiotics))
	}
	c.rows.Add(kit.InsetEdges(kit.Flow(6, tags...), 28, 0, 0, 0))
}

// courseClasses are the classes of a course, by what it is and how it is named.
func courseClasses(r *journal.Course) []journal.TreatmentClass {
	classes := journal.ConfoundingClasses(r.Product)
	if r.Class == journal.Antibiotic && !slices.Contains(classes, "antibiotic") {
		classes = append(classes, "antibiotic")
	}
	return classes
}

// meetWords names the probiotics and antibiotics that run on the same day; ""
// when they do not meet.
func meetWords(p *page) string {
	var probiotics, antibiotics []string
	for _, r := range p.courses {
		if r.Class == journal.Probiotic {
			probiotics = append(probiotics, r.Title())
		}
		if slices.Contains(courseClasses(r), "antibiotic") {
			antibiotics = append(antibiotics, r.Title())
		}
	}
	for _, r := range p.treatments {
		if slices.Contains(journal.ConfoundingClasses(r.Name), "antibiotic") {
			antibiotics = append(antibiotics, r.Title())
		}
	}
	if len(probiotics)*len(antibiotics) == 0 {
		return ""
	}
	return fmt.Sprintf("A probiotic (%s) and an antibiotic (%s) run on this day. A pharmacist can say how many hours to keep between them.",
		strings.Join(probiotics, ", "), strings.Join(antibiotics, ", "))
}
