package summary

import (
	"fmt"
	"math"
	"strings"

	"skinward/app/figure/ink"
	"skinward/app/journal"
)

// head fills what stands above the sections and is always there.
func (b *builder) head() {
	p := b.page
	if pr := b.Profile; pr != nil {
		p.name = strings.TrimSpace(pr.Name)
		if !pr.Birth.IsZero() {
			p.born = date(pr.Birth)
		}
	}
	p.missing = b.completeness()
	who := p.name
	if p.born != "" {
		who = strings.TrimPrefix(who+", born "+p.born, ", ")
	}
	if who != "" {
		p.facts = append(p.facts, [2]string{"Patient", upperFirst(who)})
	}
	if a := b.Appointment; a != nil {
		for _, s := range []string{a.Person, a.Place} {
			if s = strings.TrimSpace(s); s != "" {
				p.visit = append(p.visit, s)
			}
		}
		p.visit = append(p.visit, date(a.Day))
		p.facts = append(p.facts, [2]string{"For", strings.Join(p.visit, ", ")})
	}
	recorded := p.missing
	if recorded == "" {
		recorded = "nothing in this period"
	}
	p.facts = append(p.facts, [2]string{"Recorded", recorded})
}

// completeness says on how many days what was recorded, and how many entries
// were written later; "" when nothing about the skin was.
func (b *builder) completeness() string {
	n := b.period.days()
	skin := b.logged("skin", func(r journal.Record) bool { return r.Kind() == journal.KindSkinCheck })
	meals := b.logged("meals", func(r journal.Record) bool {
		m, ok := r.(*journal.DayMark)
		return r.Kind() == journal.KindMeal || ok && m.NoFood
	})
	later, imported := 0, 0
	for _, r := range b.near {
		if !b.period.holds(r.Base().Day) || definition(r) {
			continue
		}
		switch r.Base().Source {
		case journal.Remembered:
			later++
			b.row("logged", "written later", "entry", r.Base().Day.String(), "1", "entry", "written later")
		case journal.Imported:
			imported++
		}
	}
	b.row("logged", "imported", "entries", "", fmt.Sprint(imported), "entries", "counted")
	if skin == 0 {
		return ""
	}
	s := fmt.Sprintf("skin on %d of %s, meals on %d", skin, plural(n, "day"), meals)
	if later > 0 {
		s += fmt.Sprintf("; %s written later", plural(later, "entry"))
		s = strings.Replace(s, "entrys", "entries", 1)
	}
	if imported > 0 {
		s += fmt.Sprintf("; %s imported", strings.Replace(plural(imported, "entry"), "entrys", "entries", 1))
	}
	return s
}

// logged counts the days of the period with a record that keep accepts, and
// keeps them as data.
func (b *builder) logged(name string, keep func(journal.Record) bool) int {
	days := dayset(b.near, b.period, keep)
	for _, d := range days {
		b.row("logged", name, "day", d.String(), "1", "", "entered")
	}
	return len(days)
}

// definition tells records that describe rather than happen.
func definition(r journal.Record) bool {
	switch r.Kind() {
	case journal.KindTracker, journal.KindProfile, journal.KindFood, journal.KindVerdict, journal.KindAppointment,
		journal.KindTreatment, journal.KindCourse, journal.KindAvoidance:
		return true
	}
	return false
}

const headTop = 40.0 // title, its line and the rule

func (p *Page) headHeight(w float64) float64 {
	h, _ := pairs{rows: p.facts}.height(w)
	return headTop + h + 6
}

func (p *Page) drawHead(d *ink.Drawing, r ink.Rect) {
	right := fmt.Sprintf("%s · %s", dates(p.period), plural(p.period.days(), "day"))
	d.Say(r.X, r.Y+15, title, true, black, "Skin diary summary")
	d.Say(r.Right()-ink.Width(right, heading, true), r.Y+15, heading, true, black, right)
	d.Say(r.X, r.Y+28, small+0.5, false, grey, "Recorded by the patient, not verified")
	if !p.now.IsZero() {
		printed := "printed on " + date(journal.DayAt(p.now, 0))
		d.Say(r.Right()-ink.Width(printed, small+0.5, false), r.Y+28, small+0.5, false, grey, printed)
	}
	d.Line(ink.Point{X: r.X, Y: r.Y + 33.5}, ink.Point{X: r.Right(), Y: r.Y + 33.5}, 1.4, accent)
	f := pairs{rows: p.facts}
	h, _ := f.height(r.W)
	f.draw(d, ink.Rect{X: r.X, Y: r.Y + headTop - 2, W: r.W, H: math.Max(h, 1)})
}

func (p *Page) foot() string {
	s := "Skinward"
	if p.version != "" {
		s += " " + p.version
	}
	s += " · recorded by the patient, not verified"
	switch n := p.LeftOut(); {
	case n == 1:
		s += " · 1 section left out by the patient"
	case n > 1:
		s += fmt.Sprintf(" · %d sections left out by the patient", n)
	default:
		s += " · no section left out"
	}
	return s
}
