package journal

import (
	"slices"
	"strings"
)

// Stress is one rating of stress.
type Stress struct {
	Meta
	Level    Maybe[float64] `json:"level"`              // 0 none … 10 worst
	Triggers []string       `json:"triggers,omitempty"` // work, family …
}

// Kind returns KindStress.
func (*Stress) Kind() Kind { return KindStress }

// Validate wants a level from 0 to 10.
func (s *Stress) Validate() error {
	if !s.Level.IsSet() {
		return &Error{Code: CodeEmpty, Field: "stress"}
	}
	return first(s.check(), checkMaybe("stress", s.Level, 0, 10), checkNames("trigger", s.Triggers))
}

// Clone copies the rating.
func (s *Stress) Clone() Record {
	c := *s
	c.Triggers = slices.Clone(s.Triggers)
	return &c
}

// Title gives the level.
func (s *Stress) Title() string { return "Stress " + number(s.Level.Or(0)) }

// Detail lists the triggers.
func (s *Stress) Detail() string { return strings.Join(s.Triggers, ", ") }

// PracticeType is what somebody does against stress.
type PracticeType string

// The practices.
const (
	Meditation PracticeType = "meditation"
	Breathing  PracticeType = "breathing"
	Exercise   PracticeType = "exercise"
)

// Practice is some minutes of meditation, breathing or exercise.
type Practice struct {
	Meta
	Type    PracticeType `json:"type"`
	Minutes float64      `json:"minutes"` // 0 … 1440
}

// Kind returns KindPractice.
func (*Practice) Kind() Kind { return KindPractice }

// Validate wants a type and minutes within a day.
func (p *Practice) Validate() error {
	return first(p.check(), checkChoice("practice", p.Type, Meditation, Breathing, Exercise), checkRange("minutes", p.Minutes, 0, 1440))
}

// Clone copies the practice.
func (p *Practice) Clone() Record { c := *p; return &c }

// Title names the practice.
func (p *Practice) Title() string {
	if p.Type == "" {
		return "Practice"
	}
	return strings.ToUpper(string(p.Type[:1])) + string(p.Type[1:])
}

// Detail gives the minutes.
func (p *Practice) Detail() string { return number(p.Minutes) + " min" }

// Sleep is the night before Meta.Day.
type Sleep struct {
	Meta
	Hours   Maybe[float64] `json:"hours,omitzero"`   // 0 … 24
	Quality Maybe[float64] `json:"quality,omitzero"` // 0 worst … 10 best
	Woken   State          `json:"woken,omitzero"`   // woken by the skin
}

// Kind returns KindSleep.
func (*Sleep) Kind() Kind { return KindSleep }

// Validate wants at least one of the three.
func (s *Sleep) Validate() error {
	if !s.Hours.IsSet() && !s.Quality.IsSet() && s.Woken == Unknown {
		return &Error{Code: CodeEmpty, Field: "sleep"}
	}
	return first(s.check(), checkMaybe("hours of sleep", s.Hours, 0, 24), checkMaybe("sleep quality", s.Quality, 0, 10))
}

// Clone copies the night.
func (s *Sleep) Clone() Record { c := *s; return &c }

// Title gives the hours.
func (s *Sleep) Title() string {
	if h, ok := s.Hours.Get(); ok {
		return "Sleep " + number(h) + " h"
	}
	return "Sleep"
}

// Detail gives quality and waking.
func (s *Sleep) Detail() string {
	var d []string
	if q, ok := s.Quality.Get(); ok {
		d = append(d, "quality "+number(q))
	}
	switch s.Woken {
	case Yes:
		d = append(d, "woken by skin")
	case No:
		d = append(d, "not woken by skin")
	}
	return strings.Join(d, ", ")
}
