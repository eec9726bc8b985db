package guide

import (
	"fmt"
	"strings"
	"time"

	"skinward/app/guide"
	"skinward/app/journal"
)

// visit is one line of the list of visits.
type visit struct {
	Record *journal.Appointment
	Title  string
	Detail string
	Past   bool
}

// visitsOf returns the appointments that lie ahead, the nearest first, and
// after them the last two that are over, the latest first.
func visitsOf(l journal.Log, today journal.Day, day func(journal.Day) string, clock func(time.Time) string) []visit {
	var ahead, past []visit
	for _, a := range journal.Select[*journal.Appointment](l) {
		v := visit{Record: a, Title: a.Title(), Past: a.Day.Before(today)}
		when := day(a.Day)
		if !a.At.IsZero() {
			when += ", " + clock(a.At)
		}
		v.Detail = when
		if !v.Past {
			v.Detail += " · " + daysAhead(a.Day.Sub(today))
		}
		if a.Place != "" {
			v.Detail += " · " + a.Place
		}
		if n := len(a.Questions); n == 1 {
			v.Detail += " · 1 question"
		} else if n > 1 {
			v.Detail += fmt.Sprintf(" · %d questions", n)
		}
		if v.Past {
			past = append([]visit{v}, past...)
		} else {
			ahead = append(ahead, v)
		}
	}
	return append(ahead, past[:min(len(past), 2)]...)
}

// visitDoor says when the next visit is; a zero Door when none lies ahead.
func visitDoor(visits []visit, route string) guide.Door {
	if len(visits) == 0 || visits[0].Past {
		return guide.Door{}
	}
	return guide.Door{
		Sentence: "Your next visit: " + visits[0].Title + ".", Detail: visits[0].Detail,
		Actions: []guide.Action{{Label: "Your visits", Route: route}},
	}
}

// daysAhead says in words how far a day lies ahead.
func daysAhead(n int) string {
	switch n {
	case 0:
		return "today"
	case 1:
		return "tomorrow"
	}
	return fmt.Sprintf("in %d days", n)
}

// remindHours are the choices of a reminder; nil is none.
var remindHours = []float64{0, 2, 24, 72}

var remindNames = []string{"No reminder", "2 hours before", "1 day before", "3 days before"}

// remindIndex returns the choice nearest to a stored reminder.
func remindIndex(m journal.Maybe[float64]) int {
	h, ok := m.Get()
	if !ok {
		return 0
	}
	best := 1
	for i := 2; i < len(remindHours); i++ {
		if abs(remindHours[i]-h) < abs(remindHours[best]-h) {
			best = i
		}
	}
	return best
}

func abs(x float64) float64 { return max(x, -x) }

// remindOf returns what a choice stores.
func remindOf(index int) journal.Maybe[float64] {
	if index <= 0 || index >= len(remindHours) {
		return journal.Maybe[float64]{}
	}
	return journal.Some(remindHours[index])
}

// clockOf reads a time of day as typed, "14:30", "14.30", "2:30 pm" or "9";
// empty is no time.
func clockOf(text string) (hour, minute int, given, ok bool) {
	s := strings.ToLower(strings.ReplaceAll(strings.TrimSpace(text), " ", ""))
	if s == "" {
		return 0, 0, false, true
	}
	for _, layout := range []string{"15:04", "15.04", "3:04pm", "3.04pm", "3pm", "15"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Hour(), t.Minute(), true, true
		}
	}
	return 0, 0, false, false
}

// calendarName is the file name of a visit's calendar entry.
func calendarName(a *journal.Appointment) string { return "visit-" + a.Day.String() + ".ics" }
