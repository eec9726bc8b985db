package ui_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"skinward/app/journal"
	"skinward/ui"
	"skinward/ui/kit"
)

func TestAVisitIsNamedOnceWhenItsReminderIsDue(t *testing.T) {
	visit := func(hours float64) *journal.Appointment {
		a := &journal.Appointment{Person: "Dr Winter", Remind: journal.Some(hours)}
		a.At = clock(10, 30)
		a.Day = journal.DayAt(a.At, 0)
		return a
	}
	for _, c := range []struct {
		name    string
		now     time.Time
		visits  []*journal.Appointment
		notices int
	}{
		{"a day before", clock(10, 30).Add(-24 * time.Hour), []*journal.Appointment{visit(24)}, 1},
		{"a minute too early", clock(10, 29).Add(-24 * time.Hour), []*journal.Appointment{visit(24)}, 0},
		{"opened an hour before", clock(9, 30), []*journal.Appointment{visit(24)}, 1},
		{"over", clock(10, 31), []*journal.Appointment{visit(24)}, 0},
		{"no reminder wanted", clock(9, 30), []*journal.Appointment{{}}, 0},
		{"no visits", clock(9, 30), nil, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			var said []string
			var later []func()
			r := ui.NewVisitReminder(ui.VisitReminderDeps{
				Now: func() time.Time { return c.now }, Run: kit.Inline{},
				Visits: func(context.Context) ([]*journal.Appointment, error) { return c.visits, nil },
				Notify: func(_, text string) { said = append(said, text) },
			})
			ui.EachMinute(func(_ time.Duration, do func()) { later = append(later, do) }, r.Look)
			later[0]()
			if len(said) != c.notices {
				t.Fatalf("said %q, want %d notices", said, c.notices)
			}
			for _, text := range said {
				if !strings.Contains(text, kit.CurrentDates().Clock(clock(10, 30))) || strings.Contains(text, "Winter") {
					t.Errorf("said %q, want the hour and no name", text)
				}
			}
		})
	}
}

func TestAMovedVisitIsNamedAgainAndAFailureIsTriedAgain(t *testing.T) {
	a := &journal.Appointment{Remind: journal.Some(48.0)}
	a.At = clock(10, 30)
	a.Day = journal.DayAt(a.At, 0)
	var said []string
	fail := errors.New("disk gone")
	r := ui.NewVisitReminder(ui.VisitReminderDeps{
		Now: func() time.Time { return clock(9, 0) }, Run: kit.Inline{},
		Visits: func(context.Context) ([]*journal.Appointment, error) {
			return []*journal.Appointment{a}, fail
		},
		Notify: func(_, text string) { said = append(said, text) },
	})
	r.Look()
	fail = nil
	r.Look()
	a.At = a.At.Add(24 * time.Hour)
	a.Day = journal.DayAt(a.At, 0)
	r.Look()
	r.Look()
	if len(said) != 2 || said[0] == said[1] {
		t.Errorf("said %q, want the visit and then its new date", said)
	}
}
