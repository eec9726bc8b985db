package insight

import (
	"fmt"
	"strings"
)

// GradeChange is a factor whose grade differs between two looks.
type GradeChange struct {
	Factor, FactorLabel string
	From, To            Grade
}

// Comparison sets two looks at the same journal side by side for one outcome.
type Comparison struct {
	Factors       int // compared in both
	Changed       []GradeChange
	DaysFrom      int // days with the outcome in the first look
	DaysTo        int // and in the second
	missingInBoth bool
}

// Compare says which grades of an outcome differ between two looks.
func Compare(first, second Result, outcome string) Comparison {
	var c Comparison
	b1, ok1 := first.Baseline(outcome)
	b2, ok2 := second.Baseline(outcome)
	c.DaysFrom, c.DaysTo, c.missingInBoth = b1.SkinDays, b2.SkinDays, !ok1 || !ok2
	grades := map[string]Grade{}
	for _, f := range second.Findings {
		if f.Outcome == outcome {
			grades[f.Factor] = f.Grade
		}
	}
	for _, f := range first.Findings {
		to, ok := grades[f.Factor]
		if f.Outcome != outcome || !ok && f.Grade == NotEnoughData {
			continue
		}
		if !ok {
			to = NotEnoughData
		}
		c.Factors++
		if to != f.Grade {
			c.Changed = append(c.Changed, GradeChange{f.Factor, f.FactorLabel, f.Grade, to})
		}
	}
	return c
}

// namedChanges is how many changes are told one by one.
const namedChanges = 3

// LaterSentence says what leaving out what was remembered later changes: first
// was the look with it, second the one without.
func (c Comparison) LaterSentence() string {
	if c.missingInBoth {
		return "Without what was remembered later there are too few rated days to compare."
	}
	s := "Without what was remembered later, "
	if c.DaysFrom == c.DaysTo {
		s = fmt.Sprintf("The rated days stay %d without what was remembered later, and ", c.DaysTo)
	} else {
		s += fmt.Sprintf("%s instead of %d are rated, and ", count(c.DaysTo, "day"), c.DaysFrom)
	}
	if len(c.Changed) == 0 {
		return s + fmt.Sprintf("none of %s changes.", count(c.Factors, "grade"))
	}
	s += fmt.Sprintf("%d of %s change: ", len(c.Changed), count(c.Factors, "grade"))
	var parts []string
	for i, g := range c.Changed {
		if i == namedChanges && len(c.Changed) > namedChanges {
			parts = append(parts, fmt.Sprintf("and %d more", len(c.Changed)-i))
			break
		}
		parts = append(parts, fmt.Sprintf("%s from “%s” to “%s”", g.FactorLabel, lowerFirst(GradeName(g.From)), lowerFirst(GradeName(g.To))))
	}
	return s + strings.Join(parts, ", ") + "."
}
