package journal_test

import (
	"errors"
	"math"
	"testing"
	"time"

	"skinward/app/journal"
)

func TestDefaultSettings(t *testing.T) {
	s := journal.DefaultSettings()
	if err := s.Validate(); err != nil {
		t.Errorf("the defaults are refused: %v", err)
	}
	if s.DayEnd() != 4*time.Hour || s.WeekStart != 1 || s.TextSize != 1 || s.SmallestChange != 0.5 {
		t.Errorf("defaults are %+v", s)
	}
}

func TestSettingsRefusals(t *testing.T) {
	for field, spoil := range map[string]func(*journal.Settings){
		"text size":                 func(s *journal.Settings) { s.TextSize = 1.7 },
		"theme":                     func(s *journal.Settings) { s.Theme = "neon" },
		"first day of the week":     func(s *journal.Settings) { s.WeekStart = 3 },
		"end of the day in minutes": func(s *journal.Settings) { s.DayEndMinutes = 721 },
		"smallest change":           func(s *journal.Settings) { s.SmallestChange = math.NaN() },
		"reminder":                  func(s *journal.Settings) { s.Reminder = "25:00" },
		"suspects":                  func(s *journal.Settings) { s.Suspects = make([]string, 11) },
		"suspect":                   func(s *journal.Settings) { s.Suspects = []string{""} },
		"language of dates":         func(s *journal.Settings) { s.DateLanguage = "\x00" },
	} {
		s := journal.DefaultSettings()
		spoil(&s)
		var e *journal.Error
		if err := s.Validate(); !errors.As(err, &e) || e.Field != field {
			t.Errorf("%s: %v", field, err)
		}
	}
	s := journal.DefaultSettings()
	s.Reminder, s.WeekStart, s.DayEndMinutes, s.TextSize = "20:30", 6, 0, 1.6
	if err := s.Validate(); err != nil {
		t.Error(err)
	}
}

func TestReminderDue(t *testing.T) {
	at := func(h, m int) time.Time { return time.Date(2026, 11, 21, h, m, 0, 0, time.UTC) }
	for name, c := range map[string]struct {
		reminder  string
		last, now time.Time
		entries   int
		want      bool
	}{
		"its time has come":             {"20:30", at(20, 29), at(20, 30), 0, true},
		"not yet":                       {"20:30", at(20, 28), at(20, 29), 0, false},
		"shown before":                  {"20:30", at(20, 30), at(20, 31), 0, false},
		"something was recorded":        {"20:30", at(20, 29), at(20, 30), 1, false},
		"off":                           {"", at(20, 29), at(20, 30), 0, false},
		"the program has just started":  {"20:30", time.Time{}, at(21, 0), 0, false},
		"the laptop slept through it":   {"20:30", at(19, 0), at(23, 0), 0, true},
		"it came on the day before now": {"20:30", at(19, 0), at(19, 0).AddDate(0, 0, 1), 0, false},
	} {
		s := journal.DefaultSettings()
		s.Reminder = c.reminder
		if got := s.ReminderDue(c.last, c.now, c.entries); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
