package summary

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"skinward/app/journal"
	page "skinward/app/summary"
)

// span is how the period was chosen.
type span int

// The spans, in the order of their chips.
const (
	threeMonths span = iota
	sixMonths
	sinceVisit
	ownDates
)

var spanNames = []string{"3 months", "6 months", "Since last visit", "Own dates"}

// choices are the person's own; everything else follows from the journal.
type choices struct {
	span      span
	from, to  journal.Day // for ownDates
	include   page.Include
	paper     page.Paper
	reason    string
	questions string // one a line
	changed   journal.Wording
	diet      journal.Wording
}

// periods are how the journal names the spans.
var periods = []journal.PagePeriod{journal.PageThreeMonths, journal.PageSixMonths, journal.PageSinceVisit, journal.PageDates}

// restore takes what was kept in the journal; reason and questions are taken
// when no appointment holds others.
func (c *choices) restore(kept journal.PageChoices) {
	c.span = span(max(0, slices.Index(periods, kept.Period)))
	c.from, c.to = kept.From, kept.To
	c.include = page.Ticked(kept.Sections)
	c.changed, c.diet = kept.Changed, kept.Diet
	c.reason, c.questions = kept.Reason, strings.Join(kept.Questions, "\n")
}

// keep puts the choices into what the journal keeps. Reason and questions are
// put there only while no appointment holds them.
func (c choices) keep(kept *journal.PageChoices, appointed bool) {
	kept.Period, kept.From, kept.To = periods[c.span], c.from, c.to
	kept.Sections = c.include.Own()
	kept.Changed, kept.Diet = c.changed, c.diet
	kept.Reason, kept.Questions = oneLine(c.reason), c.asked()
	if appointed {
		kept.Reason, kept.Questions = "", nil
	}
}

// period returns the days of a choice. ok is false when it cannot be said: no
// earlier visit, or dates that are missing or the wrong way round.
func (c choices) period(today journal.Day, visits []*journal.Appointment) (from, to journal.Day, ok bool) {
	switch c.span {
	case sixMonths:
		return monthsBefore(today, 6), today, true
	case sinceVisit:
		v := lastVisit(visits, today)
		if v == nil {
			return from, to, false
		}
		return v.Day, today, true
	case ownDates:
		return c.from, c.to, !c.from.IsZero() && !c.to.IsZero() && !c.to.Before(c.from)
	}
	return monthsBefore(today, 3), today, true
}

// monthsBefore is the first day of n months that end with day: 22 August for
// three months up to 21 November.
func monthsBefore(day journal.Day, n int) journal.Day {
	m := journal.NewDay(day.Year, day.Month-time.Month(n), 1)
	last := journal.NewDay(m.Year, m.Month+1, 1).Add(-1).Day
	return journal.NewDay(m.Year, m.Month, min(day.Day, last)).Add(1)
}

// lastVisit is the latest appointment before today.
func lastVisit(visits []*journal.Appointment, today journal.Day) *journal.Appointment {
	var out *journal.Appointment
	for _, v := range visits {
		if v.Day.Before(today) && (out == nil || v.Day.After(out.Day)) {
			out = v
		}
	}
	return out
}

// nextVisit is the earliest appointment from today on.
func nextVisit(visits []*journal.Appointment, today journal.Day) *journal.Appointment {
	var out *journal.Appointment
	for _, v := range visits {
		if !v.Day.Before(today) && (out == nil || v.Day.Before(out.Day)) {
			out = v
		}
	}
	return out
}

// visitLine says whom and when: "Dr Okafor, dermatology · Thu 3 Dec, 10:20".
func visitLine(v *journal.Appointment, day func(journal.Day) string, clock func(time.Time) string) string {
	if v == nil {
		return "Add an appointment…"
	}
	var who []string
	for _, s := range []string{v.Person, v.Place} {
		if s != "" {
			who = append(who, s)
		}
	}
	when := day(v.Day)
	if !v.At.IsZero() {
		when += ", " + clock(v.At)
	}
	if len(who) == 0 {
		return when
	}
	name := []rune(strings.Join(who, ", "))
	if len(name) > longestName {
		name = append(name[:longestName-1], '…')
	}
	return string(name) + " · " + when
}

// longestName is how many letters of person and place fit beside the day.
const longestName = 22

// tick is one line of the list of sections.
type tick struct {
	section page.Section
	name    string
	on      bool
}

// ticks lists the sections that can be chosen. The cycle is offered only when
// it was recorded or is ticked, so that it does not force itself on anybody.
func ticks(parts []page.Part, include page.Include) []tick {
	var out []tick
	for _, s := range page.Sections() {
		i := slices.IndexFunc(parts, func(p page.Part) bool { return p.Section == s })
		part := page.Part{Section: s, Held: true}
		if i >= 0 {
			part = parts[i]
		}
		if !part.Held && !include[s] && (s == page.Cycle || s == page.Trials) {
			continue
		}
		if !part.Held && s == page.Trials {
			continue
		}
		name := s.Name()
		switch {
		case part.Detail != "":
			name += " (" + part.Detail + ")"
		case !part.Held:
			name += " (none)"
		}
		out = append(out, tick{s, name, include[s]})
	}
	return out
}

// apply puts the person's choices into what a page is made from.
func (c choices) apply(in page.Input, visit *journal.Appointment) page.Input {
	in.Include = c.include
	in.Appointment = visit
	in.ReasonText = oneLine(c.reason)
	in.QuestionTexts = c.asked()
	if in.QuestionTexts == nil {
		in.QuestionTexts = []string{}
	}
	in.ChangedText, in.DietText = c.changed.Text, c.diet.Text
	return in
}

// asked are the questions, at most as many as a visit holds.
func (c choices) asked() []string {
	var out []string
	for _, q := range strings.Split(c.questions, "\n") {
		if q = strings.TrimSpace(q); q != "" && len(out) < journal.MaxQuestions {
			out = append(out, q)
		}
	}
	return out
}

// tooMany reports whether there are more questions than a visit holds.
func (c choices) tooMany() bool {
	n := 0
	for _, q := range strings.Split(c.questions, "\n") {
		if strings.TrimSpace(q) != "" {
			n++
		}
	}
	return n > journal.MaxQuestions
}

// take shows reason and questions of a visit.
func (c *choices) take(v *journal.Appointment) {
	c.reason, c.questions = v.Purpose, strings.Join(v.Questions, "\n")
}

// oneLine takes line breaks out of a text.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// altText says what the preview shows, for captions and for those who do not
// see it.
func altText(p *page.Page, pages int) string {
	s := fmt.Sprintf("Preview of the page for the doctor, %d pages", pages)
	if pages == 1 {
		s = "Preview of the page for the doctor, 1 page"
	}
	if c := p.Completeness(); c != "" {
		s += ": " + c
	}
	if n := p.LeftOut(); n == 1 {
		s += "; 1 section left out"
	} else if n > 1 {
		s += fmt.Sprintf("; %d sections left out", n)
	}
	return s + "."
}

// parseClock reads a time of day, "10:20" or "10.20" or "1020"; "" is none.
func parseClock(s string) (hour, minute int, given, ok bool) {
	s = strings.TrimSpace(s)
	if s == "" {
		return 0, 0, false, true
	}
	for _, layout := range []string{"15:04", "15.04", "1504", "3:04 PM", "3:04PM", "3 PM", "3PM"} {
		if t, err := time.Parse(layout, strings.ToUpper(s)); err == nil {
			return t.Hour(), t.Minute(), true, true
		}
	}
	return 0, 0, false, false
}
