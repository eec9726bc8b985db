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
		"pinned factors":            func(s *journal.Settings) { s.Pinned = make([]string, journal.MaxPinned+1) },
		"hidden factors":            func(s *journal.Settings) { s.Hidden = make([]string, journal.MaxHidden+1) },
		"pinned factor":             func(s *journal.Settings) { s.Pinned = []string{""} },
		"hidden factor":             func(s *journal.Settings) { s.Hidden = []string{"  "} },
		"smallest change":           func(s *journal.Settings) { s.SmallestChange = math.NaN() },
		"reminder":                  func(s *journal.Settings) { s.Reminder = "25:00" },
		"suspects":                  func(s *journal.Settings) { s.Suspects = make([]string, 11) },
		"suspect":                   func(s *journal.Settings) { s.Suspects = []string{""} },
		"period of the page":        func(s *journal.Settings) { s.Page.Period = "a while" },
		"section of the page":       func(s *journal.Settings) { s.Page.Sections = map[string]bool{"": true} },
		"reason of the visit":       func(s *journal.Settings) { s.Page.Reason = "\x01" },
		"questions":                 func(s *journal.Settings) { s.Page.Questions = make([]string, journal.MaxQuestions+1) },
		"question":                  func(s *journal.Settings) { s.Page.Questions = []string{"\xff"} },
		"wording of the page":       func(s *journal.Settings) { s.Page.Diet.Text = "\x01" },
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
