package journal

import (
	"slices"
	"strings"
)

// DayMark is what is true of a whole day; a day has one at most.
type DayMark struct {
	Meta
	MealsComplete State `json:"meals_complete,omitzero"` // every meal of the day is in
	NoFood        bool  `json:"no_food,omitempty"`       // recorded: nothing was eaten
	Ordinary      bool  `json:"ordinary,omitempty"`      // recorded: nothing special
}

// Kind returns KindDayMark.
func (*DayMark) Kind() Kind { return KindDayMark }

// Validate checks the day.
func (d *DayMark) Validate() error { return d.check() }

// Clone copies the mark.
func (d *DayMark) Clone() Record { c := *d; return &c }

// Title says what is marked.
func (d *DayMark) Title() string {
	switch {
	case d.Ordinary:
		return "Ordinary day"
	case d.NoFood:
		return "Nothing eaten"
	}
	return "Meals complete"
}

// Detail says whether the meals are complete.
func (d *DayMark) Detail() string {
	var s []string
	switch d.MealsComplete {
	case Yes:
		s = append(s, "meals complete")
	case No:
		s = append(s, "meals not complete")
	}
	if d.NoFood {
		s = append(s, "no food")
	}
	return strings.Join(s, ", ")
}

func sorted(s []string) []string {
	slices.Sort(s)
	return s
}
