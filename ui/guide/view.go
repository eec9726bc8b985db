package guide

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"skinward/app/guide"
)

// tab is one part of the screen.
type tab int

const (
	tabWays tab = iota
	tabSupports
	tabDoctor
	tabMethod
	tabGlossary
)

var tabNames = []string{"Six ways", "Six supports", "See a doctor", "How it calculates", "Glossary"}

// The topics that are not pages of their own kind, for routes.
const (
	topicMethod   = "method"
	topicNote     = "method-note"
	topicGlossary = "glossary"
	topicVisit    = "visit"
)

// tabOf returns where a route's topic is shown; ok is false for one that the
// guide does not have.
func tabOf(b *guide.Book, topic string) (t tab, ok bool) {
	switch topic {
	case topicMethod, topicNote:
		return tabMethod, true
	case topicGlossary:
		return tabGlossary, true
	case topicVisit:
		return tabDoctor, true
	}
	page, ok := b.Topic(topic)
	if !ok {
		return tabWays, false
	}
	switch page.Kind {
	case guide.Support:
		return tabSupports, true
	case guide.Doctor:
		return tabDoctor, true
	}
	return tabWays, true
}

// title returns the heading of the screen in a tab.
func (t tab) title() string {
	switch t {
	case tabSupports:
		return "What people do for gut and skin"
	case tabDoctor:
		return "See a doctor"
	case tabMethod:
		return "How Skinward calculates"
	case tabGlossary:
		return "Glossary"
	}
	return "How your gut talks to your skin"
}

// grade is one line of the evidence: for whom, how sure, what was studied.
type grade struct {
	Name    string
	Grade   guide.Grade
	Words   string // grade and note
	Meaning string
}

// gradesOf returns the four lines of a page, and for a way the line on the
// step through the gut.
func gradesOf(t *guide.Topic) (conditions []grade, route *grade) {
	for _, e := range t.Evidence {
		conditions = append(conditions, gradeOf(capital(string(e.Condition)), e))
	}
	if t.HasRoute {
		g := gradeOf("By way of the gut", t.Route)
		route = &g
	}
	return conditions, route
}

// gradeSummary names the four grades of a page in one line; conditions with
// the same grade stand together.
func gradeSummary(t *guide.Topic) string {
	var order []guide.Grade
	names := map[guide.Grade][]string{}
	for _, e := range t.Evidence {
		if names[e.Grade] == nil {
			order = append(order, e.Grade)
		}
		names[e.Grade] = append(names[e.Grade], string(e.Condition))
	}
	if len(order) == 1 {
		return order[0].String() + " for all four conditions"
	}
	var parts []string
	for _, g := range order {
		parts = append(parts, g.String()+": "+strings.Join(names[g], ", "))
	}
	return strings.Join(parts, " · ")
}

func gradeOf(name string, e guide.Evidence) grade {
	return grade{Name: name, Grade: e.Grade, Words: e.Note, Meaning: e.Grade.Meaning()}
}

// sourceLine returns the caption at the foot of a page.
func sourceLine(t *guide.Topic) string {
	reviewed := fmt.Sprintf("Reviewed %s by %s, not yet by a doctor.", t.Reviewed, t.Reviewer)
	switch n := len(t.Sources); n {
	case 0:
		return reviewed
	case 1:
		return "1 source. " + reviewed
	default:
		return fmt.Sprintf("%d sources. %s", n, reviewed)
	}
}

// references returns the numbered list of a page's sources.
func references(b *guide.Book, t *guide.Topic) []string {
	var out []string
	for i, s := range b.Sources(t) {
		out = append(out, fmt.Sprintf("%d. %s", i+1, s.Reference()))
	}
	return out
}

// citation returns the number under which a page cites a source, 0 if it does
// not.
func citation(t *guide.Topic, id string) int { return slices.Index(t.Sources, id) + 1 }

// doorOf returns what the journal says about a page, or how to begin.
func doorOf(t *guide.Topic, own guide.Door) guide.Door {
	d := own.Or(t.Start)
	if t.Also.Label != "" {
		d.Actions = append(slices.Clone(d.Actions), t.Also)
	}
	return d
}

// destination parts a route of a page, "place/what".
func destination(route string) (place, what string) {
	place, what, _ = strings.Cut(route, "/")
	return place, what
}

// matching returns the terms whose name or definition holds the query.
func matching(terms []guide.Term, query string) []guide.Term {
	query = strings.ToLower(strings.TrimSpace(query))
	var out []guide.Term
	for _, t := range terms {
		if strings.Contains(strings.ToLower(t.Name+" "+t.Definition), query) {
			out = append(out, t)
		}
	}
	return out
}

// columnShares weighs the columns of a table by the square root of their
// longest cell, so that a long column does not starve a short one.
func columnShares(rows []guide.Block) []float32 {
	var longest []int
	for _, r := range rows {
		for i, c := range r.Cells {
			n := 0
			for _, s := range c {
				n += len(s.Text)
			}
			if i == len(longest) {
				longest = append(longest, 4)
			}
			longest[i] = max(longest[i], n)
		}
	}
	out := make([]float32, len(longest))
	for i, n := range longest {
		out[i] = float32(math.Sqrt(float64(n)))
	}
	return out
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
