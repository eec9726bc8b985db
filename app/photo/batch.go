package photo

import (
	"errors"
	"fmt"

	"skinward/app/journal"
)

// Outcome is what became of one file of an import.
type Outcome int

// The outcomes.
const (
	Added     Outcome = iota
	Duplicate         // its content is in the journal already
	Refused           // with a reason
)

// Item is one file of an import.
type Item struct {
	Name    string // as the person knows it, without folders
	Outcome Outcome
	Reason  string // a sentence, for Refused
}

// Batch is the true report of an import: every file that was tried, in order,
// and what it changed in the journal.
type Batch struct {
	Items     []Item
	Changes   []journal.Change // of the added ones
	Cancelled bool             // stopped before the last file
}

// Count returns how many files had the outcome.
func (b Batch) Count(o Outcome) int {
	n := 0
	for _, i := range b.Items {
		if i.Outcome == o {
			n++
		}
	}
	return n
}

// Refuse adds a file that could not be taken, with its reason as a sentence.
func (b *Batch) Refuse(name string, err error) {
	reason := err.Error()
	var e *Error
	if errors.As(err, &e) {
		reason = e.Sentence()
	}
	b.Items = append(b.Items, Item{Name: name, Outcome: Refused, Reason: reason})
}

// String sums the batch up: "12 photos added, 1 was here already, 3 refused".
func (b Batch) String() string {
	added, twice, refused := b.Count(Added), b.Count(Duplicate), b.Count(Refused)
	s := "No photo added"
	switch {
	case added == 1:
		s = "1 photo added"
	case added > 1:
		s = fmt.Sprintf("%d photos added", added)
	}
	switch {
	case twice == 1:
		s += ", 1 was here already"
	case twice > 1:
		s += fmt.Sprintf(", %d were here already", twice)
	}
	if refused > 0 {
		s += fmt.Sprintf(", %d refused", refused)
	}
	if b.Cancelled {
		s += "; stopped before the end"
	}
	return s
}
