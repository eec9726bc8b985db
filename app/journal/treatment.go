package journal

import (
	"slices"
	"strings"
)

// Schedule is how a treatment is meant to be used.
type Schedule string

// The schedules.
const (
	Daily    Schedule = "daily"
	AsNeeded Schedule = "as_needed"
	Weekly   Schedule = "weekly"
)

// Treatment is a medicine or something put on the skin. Meta.Day is its first
// day. Treatments are drawn, never tested: they follow the skin.
type Treatment struct {
	Meta
	Name       string         `json:"name"`
	Strength   string         `json:"strength,omitempty"` // "1 %", "40 mg"
	Form       string         `json:"form,omitempty"`     // cream, tablet …
	Sites      []string       `json:"sites,omitempty"`    // names of Site
	Schedule   Schedule       `json:"schedule,omitempty"` // "" is not recorded
	PerDay     Maybe[float64] `json:"per_day,omitzero"`   // times a day, 0 … 24
	Stop       Day            `json:"stop,omitzero"`      // last day; zero while it goes on
	Reason     string         `json:"reason,omitempty"`
	StopReason string         `json:"stop_reason,omitempty"`
	Prescribed State          `json:"prescribed,omitzero"`
	SideEffect string         `json:"side_effect,omitempty"`
}

// Kind returns KindTreatment.
func (*Treatment) Kind() Kind { return KindTreatment }

// Validate wants a name and an end not before the beginning.
func (t *Treatment) Validate() error {
	return first(t.check(),
		checkName("name", t.Name),
		checkTexts("strength", t.Strength, "form", t.Form, "reason", t.Reason, "reason for stopping", t.StopReason, "side effect", t.SideEffect),
		checkNames("site", t.Sites),
		checkChoice("schedule", t.Schedule, "", Daily, AsNeeded, Weekly),
		checkMaybe("times a day", t.PerDay, 0, 24),
		checkEnd("stop", t.Day, t.Stop))
}

// Clone copies the treatment.
func (t *Treatment) Clone() Record {
	c := *t
	c.Sites = slices.Clone(t.Sites)
	return &c
}

// Title gives name and strength.
func (t *Treatment) Title() string { return strings.TrimSpace(t.Name + " " + t.Strength) }

// Detail gives sites, schedule and days.
func (t *Treatment) Detail() string {
	var s []string
	if len(t.Sites) > 0 {
		s = append(s, strings.Join(t.Sites, ", "))
	}
	if t.Schedule != "" {
		s = append(s, strings.ReplaceAll(string(t.Schedule), "_", " "))
	}
	s = append(s, span(t.Day, t.Stop))
	return strings.Join(s, " · ")
}

// ActiveOn reports whether d lies between start and stop.
func (t *Treatment) ActiveOn(d Day) bool { return activeOn(t.Day, t.Stop, d) }
