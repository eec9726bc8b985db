package ui_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"skinward/app/journal"
	"skinward/ui"
	"skinward/ui/kit"
)

type evening struct {
	now      time.Time
	settings journal.Settings
	recorded bool
	fail     error
	said     []string
	later    []func()
}

func (e *evening) reminder() *ui.Reminder {
	return ui.NewReminder(ui.ReminderDeps{
		Now: func() time.Time { return e.now }, Run: kit.Inline{},
		Settings: func(context.Context) (journal.Settings, error) { return e.settings, e.fail },
		Recorded: func(context.Context, journal.Day) (bool, error) { return e.recorded, nil },
		Notify:   func(_, text string) { e.said = append(e.said, text) },
	})
}

func clock(h, m int) time.Time { return time.Date(2026, 11, 21, h, m, 0, 0, time.UTC) }

func TestTheReminderComesOnceAtItsTimeAndOnlyForAnEmptyDay(t *testing.T) {
	for _, c := range []struct {
		name     string
		at       string
		now      time.Time
		recorded bool
		notices  int
	}{
		{"before its time", "20:30", clock(20, 29), false, 0},
		{"at its time", "20:30", clock(20, 30), false, 1},
		{"window opened later", "20:30", clock(23, 50), false, 1},
		{"after midnight it is still the same day", "20:30", clock(2, 0), false, 1},
		{"the new day has begun", "20:30", clock(4, 0), false, 0},
		{"a time after midnight", "00:30", clock(23, 0), false, 0},
		{"a time after midnight has come", "00:30", clock(0, 31), false, 1},
		{"something is recorded", "20:30", clock(21, 0), true, 0},
		{"switched off", "", clock(21, 0), false, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := &evening{now: c.now, settings: journal.DefaultSettings(), recorded: c.recorded}
			e.settings.Reminder = c.at
			r := e.reminder()
			r.Look()
			r.Look()
			if len(e.said) != c.notices {
				t.Errorf("said %q, want %d notices", e.said, c.notices)
			}
		})
	}
}

func TestTheReminderComesAgainTheNextDay(t *testing.T) {
	e := &evening{now: clock(21, 0), settings: journal.DefaultSettings()}
	e.settings.Reminder = "20:30"
	r := e.reminder()
	ui.EachMinute(func(_ time.Duration, do func()) { e.later = append(e.later, do) }, r.Look)
	e.now = e.now.Add(24 * time.Hour)
	e.later[0]()
	if len(e.said) != 2 || e.said[0] == e.said[1] {
		t.Errorf("said %q, want one notice for each day", e.said)
	}
	if len(e.later) != 2 {
		t.Errorf("%d looks planned, want one after each look", len(e.later))
	}
}

func TestAFailedLookIsRepeated(t *testing.T) {
	e := &evening{now: clock(21, 0), settings: journal.DefaultSettings(), fail: errors.New("disk gone")}
	e.settings.Reminder = "20:30"
	r := e.reminder()
	r.Look()
	e.fail = nil
	r.Look()
	if len(e.said) != 1 {
		t.Errorf("said %q, want the notice after the failure passed", e.said)
	}
}
