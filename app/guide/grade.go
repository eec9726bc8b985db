package guide

import (
	"fmt"
	"strings"

	"skinward/app/journal"
)

// Grade says how sure science is of one claim for one condition, as a careful
// dermatologist would put it today. The zero Grade is NoEvidence.
type Grade int

// The grades, from nothing found to consistent trials. Contested stands below
// Preclinical because a reader must not take it for support.
const (
	NoEvidence Grade = iota
	Contested
	Preclinical
	Limited
	Moderate
	Strong
)

var grades = []struct{ key, label, meaning string }{
	NoEvidence:  {"none", "No human evidence found", "We found no study in people that asks this question."},
	Contested:   {"contested", "Contested", "Good studies disagree, or the claim goes further than the studies do."},
	Preclinical: {"preclinical", "Preclinical", "Seen mainly in animals or in cells, not yet in people."},
	Limited:     {"limited", "Limited", "Few or small studies in people, or people's own reports."},
	Moderate:    {"moderate", "Moderate", "Several studies in people point the same way, with gaps left."},
	Strong:      {"strong", "Strong", "Consistent trials or large studies, or the level of a guideline."},
}

// Grades lists every grade from the surest down, for a legend.
func Grades() []Grade {
	return []Grade{Strong, Moderate, Limited, Preclinical, Contested, NoEvidence}
}

// String returns the words shown on the badge.
func (g Grade) String() string {
	if g < 0 || int(g) >= len(grades) {
		return fmt.Sprintf("Grade(%d)", int(g))
	}
	return grades[g].label
}

// Meaning returns one sentence that says what the grade stands for.
func (g Grade) Meaning() string {
	if g < 0 || int(g) >= len(grades) {
		return ""
	}
	return grades[g].meaning
}

// Steps returns 0 … 5, the number of filled marks on the badge, so that the
// grade is read without colour. Contested and Preclinical fill one mark each:
// neither is support from studies in people.
func (g Grade) Steps() int {
	switch g {
	case Strong:
		return 4
	case Moderate:
		return 3
	case Limited:
		return 2
	case Preclinical, Contested:
		return 1
	}
	return 0
}

// ParseGrade reads the key used in a page's header: strong, moderate, limited,
// preclinical, contested or none.
func ParseGrade(s string) (Grade, error) {
	for i, g := range grades {
		if strings.EqualFold(strings.TrimSpace(s), g.key) {
			return Grade(i), nil
		}
	}
	return NoEvidence, fmt.Errorf("unknown evidence grade %q (want strong, moderate, limited, preclinical, contested or none)", s)
}

// Evidence is the grade of a page's claim for one condition.
type Evidence struct {
	Condition journal.Condition
	Grade     Grade
	Note      string // what was studied, a few words; may be empty
}
