package journal

import (
	"slices"
	"strings"
)

// MaxQuestions is how many questions fit a visit.
const MaxQuestions = 3

// Appointment is a visit to a doctor or practitioner; Meta.Day and Meta.At say
// when.
type Appointment struct {
	Meta
	Person    string         `json:"person,omitempty"`
	Place     string         `json:"place,omitempty"`
	Purpose   string         `json:"purpose,omitempty"`
	Questions []string       `json:"questions,omitempty"` // at most MaxQuestions
	Remind    Maybe[float64] `json:"remind,omitzero"`     // hours before, 0 … 336
}

// Kind returns KindAppointment.
func (*Appointment) Kind() Kind { return KindAppointment }

// Validate bounds texts and questions.
func (a *Appointment) Validate() error {
	if len(a.Questions) > MaxQuestions {
		return &Error{Code: CodeRange, Field: "questions", Value: number(float64(len(a.Questions))), Max: MaxQuestions}
	}
	err := first(a.check(), checkTexts("person", a.Person, "place", a.Place, "purpose", a.Purpose), checkMaybe("reminder", a.Remind, 0, 336))
	for _, q := range a.Questions {
		err = first(err, checkText("question", q, 300))
	}
	return err
}

// Clone copies the appointment.
func (a *Appointment) Clone() Record {
	c := *a
	c.Questions = slices.Clone(a.Questions)
	return &c
}

// Title names the person, or "Appointment".
func (a *Appointment) Title() string {
	if a.Person == "" {
		return "Appointment"
	}
	return a.Person
}

// Detail gives place and purpose.
func (a *Appointment) Detail() string {
	return strings.Join(slices.DeleteFunc([]string{a.Place, a.Purpose}, func(s string) bool { return s == "" }), ", ")
}

// Diagnosis is a condition as the person was told it.
type Diagnosis struct {
	Name   string `json:"name"`
	ToldBy string `json:"told_by,omitempty"` // GP, dermatologist, myself …
	Since  string `json:"since,omitempty"`   // year or date, as the person knows it
}

// Profile is who the journal is about; there is one, with ProfileID. All of it
// is optional.
type Profile struct {
	Meta
	Name       string      `json:"name,omitempty"`
	Birth      Day         `json:"birth,omitzero"`
	Conditions []Diagnosis `json:"conditions,omitempty"`
	Reason     string      `json:"reason,omitempty"`    // for the next visit
	Matters    string      `json:"matters,omitempty"`   // what matters most to the person
	Allergies  string      `json:"allergies,omitempty"` // as told by a doctor
}

// ProfileID is the ID of the one profile.
const ProfileID ID = "00000000-0000-7000-8000-000000000001"

// Kind returns KindProfile.
func (*Profile) Kind() Kind { return KindProfile }

// Validate bounds the texts.
func (p *Profile) Validate() error {
	err := first(p.check(), checkTexts("name", p.Name), checkText("reason", p.Reason, 500), checkText("what matters", p.Matters, 500), checkText("allergies", p.Allergies, 500))
	if !p.Birth.IsZero() && (p.Birth.Before(earliest) || p.Birth.After(latest)) {
		return first(err, &Error{Code: CodeBadDate, Field: "birth date", Value: p.Birth.String()})
	}
	for _, d := range p.Conditions {
		err = first(err, checkName("condition", d.Name), checkTexts("told by", d.ToldBy, "since", d.Since))
	}
	return err
}

// Clone copies the profile.
func (p *Profile) Clone() Record {
	c := *p
	c.Conditions = slices.Clone(p.Conditions)
	return &c
}

// Title is "Profile".
func (*Profile) Title() string { return "Profile" }

// Detail lists the conditions.
func (p *Profile) Detail() string {
	var s []string
	for _, d := range p.Conditions {
		s = append(s, d.Name)
	}
	return strings.Join(s, ", ")
}

// Adviser is on whose advice a food is avoided.
type Adviser string

// The advisers.
const (
	ByMyself    Adviser = "myself"
	ByDoctor    Adviser = "doctor"
	ByDietitian Adviser = "dietitian"
	ByOther     Adviser = "other"
)

// Avoidance is a food left out on purpose. Meta.Day is since when.
type Avoidance struct {
	Meta
	Food   string  `json:"food"`
	Until  Day     `json:"until,omitzero"` // last day; zero while it goes on
	Advice Adviser `json:"advice,omitempty"`
	Why    string  `json:"why,omitempty"`
}

// Kind returns KindAvoidance.
func (*Avoidance) Kind() Kind { return KindAvoidance }

// Validate wants a food and an end not before the beginning.
func (a *Avoidance) Validate() error {
	return first(a.check(), checkName("food", a.Food), checkEnd("until", a.Day, a.Until),
		checkChoice("advice", a.Advice, "", ByMyself, ByDoctor, ByDietitian, ByOther), checkTexts("why", a.Why))
}

// Clone copies the avoidance.
func (a *Avoidance) Clone() Record { c := *a; return &c }

// Title names the food.
func (a *Avoidance) Title() string { return "Without " + a.Food }

// Detail gives the days and the adviser.
func (a *Avoidance) Detail() string {
	s := span(a.Day, a.Until)
	if a.Advice != "" {
		s += " · advice: " + string(a.Advice)
	}
	return s
}

// ActiveOn reports whether the food is avoided on d.
func (a *Avoidance) ActiveOn(d Day) bool { return activeOn(a.Day, a.Until, d) }
