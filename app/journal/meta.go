package journal

import (
	"time"

	"github.com/google/uuid"
)

// ID identifies a record for good: a UUID version 7 in its text form, so that
// ids sort by the moment they were made and two copies of a journal can be
// merged. The empty ID marks a record that the store has not yet seen.
type ID string

// NewID returns a fresh ID.
func NewID() ID {
	id, err := uuid.NewV7()
	if err != nil { // only when the system has no randomness left
		panic(err)
	}
	return ID(id.String())
}

// Source tells how a record came into the journal.
type Source string

// The sources. Entered is the default.
const (
	Entered    Source = "entered"    // written down on the day or soon after
	Remembered Source = "remembered" // filled in later from memory
	Imported   Source = "imported"   // read from a file
)

// RememberedAfter is how long after the end of its day an entry still counts
// as written down then; what comes later is marked Remembered.
const RememberedAfter = 36 * time.Hour

// SourceAt returns Entered or Remembered for something about day that is
// typed at now, by a person whose day ends dayEnd after midnight.
func SourceAt(day Day, now time.Time, dayEnd time.Duration) Source {
	end := day.Add(1).Midnight(now.Location()).Add(dayEnd)
	if now.Sub(end) > RememberedAfter {
		return Remembered
	}
	return Entered
}

// Meta is what every record carries.
type Meta struct {
	ID      ID        `json:"id"`
	Day     Day       `json:"day"`                 // the person's day; the first day of a course
	At      time.Time `json:"at,omitzero"`         // local time with its UTC offset; zero when only the day is known
	Source  Source    `json:"source"`              // "" counts as Entered
	Note    string    `json:"note,omitempty"`      // free text, at most 10,000 characters
	Created time.Time `json:"created,omitzero"`    // set by the store
	Changed time.Time `json:"changed,omitzero"`    // set by the store
	Deleted time.Time `json:"deleted_at,omitzero"` // zero unless deleted; deleted rows stay for undo and merging
}

// Base returns m itself; it makes every struct that embeds Meta a Record.
func (m *Meta) Base() *Meta { return m }

// IsDeleted reports whether the record was deleted.
func (m *Meta) IsDeleted() bool { return !m.Deleted.IsZero() }

func (m *Meta) check() error {
	if m.Day.Before(earliest) || m.Day.After(latest) || m.Day != NewDay(m.Day.Year, m.Day.Month, m.Day.Day) {
		return &Error{Code: CodeBadDate, Field: "day", Value: m.Day.String()}
	}
	if !m.At.IsZero() {
		if _, off := m.At.Zone(); off < -18*3600 || off > 18*3600 || off%60 != 0 {
			return &Error{Code: CodeBadTime, Field: "time", Value: m.At.String()}
		}
		if d := dayOf(m.At).Sub(m.Day); d < -1 || d > 1 {
			return &Error{Code: CodeBadTime, Field: "time", Value: m.At.Format(time.RFC3339)}
		}
	}
	switch m.Source {
	case "", Entered, Remembered, Imported:
	default:
		return &Error{Code: CodeChoice, Field: "source", Value: string(m.Source)}
	}
	return checkText("note", m.Note, MaxNote)
}
