package journal

import (
	"fmt"
	"strings"
)

// CourseClass is what is taken in a course.
type CourseClass string

// The classes.
const (
	Probiotic  CourseClass = "probiotic"
	Antibiotic CourseClass = "antibiotic"
	Supplement CourseClass = "supplement"
)

// StrainNotStated is stored when the label of a probiotic names no strain.
const StrainNotStated = "strain not stated"

// Course is something taken over days or weeks: a probiotic, an antibiotic or
// a supplement. Meta.Day is its first day.
type Course struct {
	Meta
	Class    CourseClass    `json:"class"`
	Product  string         `json:"product"`
	Maker    string         `json:"maker,omitempty"`
	Species  string         `json:"species,omitempty"` // genus and species
	Strain   string         `json:"strain,omitempty"`  // strain code, or StrainNotStated
	CFU      Maybe[float64] `json:"cfu,omitzero"`      // colony-forming units a dose, 0 … 1e13
	Amount   string         `json:"amount,omitempty"`  // dose in words, for what has no CFU
	Form     string         `json:"form,omitempty"`    // capsule, sachet, drink, food …
	WithFood State          `json:"with_food,omitzero"`
	PerDay   Maybe[float64] `json:"per_day,omitzero"` // times a day, 0 … 24
	Stop     Day            `json:"stop,omitzero"`    // last day; zero while it goes on
	Reason   string         `json:"reason,omitempty"`
}

// Kind returns KindCourse.
func (*Course) Kind() Kind { return KindCourse }

// Validate wants a class, a product and an end not before the beginning.
func (c *Course) Validate() error {
	return first(c.check(),
		checkChoice("class", c.Class, Probiotic, Antibiotic, Supplement),
		checkName("product", c.Product),
		checkTexts("maker", c.Maker, "species", c.Species, "strain", c.Strain, "amount", c.Amount, "form", c.Form, "reason", c.Reason),
		checkMaybe("CFU", c.CFU, 0, 1e13),
		checkMaybe("times a day", c.PerDay, 0, 24),
		checkEnd("stop", c.Day, c.Stop))
}

// Clone copies the course.
func (c *Course) Clone() Record { d := *c; return &d }

// Title names strain or product.
func (c *Course) Title() string { return c.Product }

// Detail gives strain, dose and the days of the course.
func (c *Course) Detail() string {
	var s []string
	if c.Species != "" || c.Strain != "" {
		s = append(s, strings.TrimSpace(c.Species+" "+c.Strain))
	}
	if v, ok := c.CFU.Get(); ok {
		s = append(s, CFUText(v))
	} else if c.Amount != "" {
		s = append(s, c.Amount)
	}
	s = append(s, span(c.Day, c.Stop))
	return strings.Join(s, " · ")
}

// ActiveOn reports whether d lies within the course.
func (c *Course) ActiveOn(d Day) bool { return activeOn(c.Day, c.Stop, d) }

// CFUText writes a live count in words: 1e10 is "10 billion CFU".
func CFUText(v float64) string {
	switch {
	case v >= 1e9:
		return number(v/1e9) + " billion CFU"
	case v >= 1e6:
		return number(v/1e6) + " million CFU"
	}
	return number(v) + " CFU"
}

func activeOn(start, stop, d Day) bool {
	return !d.Before(start) && (stop.IsZero() || !d.After(stop))
}

func span(start, stop Day) string {
	if stop.IsZero() {
		return fmt.Sprintf("since %s", start)
	}
	return fmt.Sprintf("%s to %s", start, stop)
}
