package journal

import (
	"fmt"
	"math"
	"strconv"
)

// Code names what went wrong, independent of the language it is told in.
type Code string

// Codes of a record that cannot be accepted.
const (
	CodeRange   Code = "range"    // a number outside Min … Max
	CodeEmpty   Code = "empty"    // a field that must be filled
	CodeTooLong Code = "too_long" // text above Max characters
	CodeBadText Code = "bad_text" // not UTF-8, or control characters
	CodeBadDate Code = "bad_date" // no such day, or outside 1900 … 2200
	CodeBadTime Code = "bad_time" // no such time of day or UTC offset
	CodeChoice  Code = "choice"   // not one of the allowed words
	CodeOrder   Code = "order"    // an end before its beginning
)

// Codes of a journal folder that cannot be used as asked.
const (
	CodeNewer    Code = "newer"     // written by a newer version of the program
	CodeDamaged  Code = "damaged"   // the database does not check out
	CodeLocked   Code = "locked"    // another program writes to it
	CodeReadOnly Code = "read_only" // the folder or file cannot be written
	CodeDiskFull Code = "disk_full" // no space left
	CodeGone     Code = "gone"      // the folder or disk has disappeared
	CodeMissing  Code = "missing"   // no journal, record or file there
	CodeForeign  Code = "foreign"   // a file that is no Skinward journal or backup
	CodeExists   Code = "exists"    // the target is already there
)

// Error is a refusal that names its field and the allowed range.
type Error struct {
	Code  Code
	Field string  // field or file that is meant, "" when none
	Value string  // what was given
	Min   float64 // allowed range, for CodeRange
	Max   float64 // allowed range, or the longest text in characters
	Err   error   // underlying error, nil when none
}

// Error says code, field and range in one lower-case phrase, the form the
// command line prints. Screens make their own sentences from the fields.
func (e *Error) Error() string {
	msg := e.phrase()
	if e.Err != nil {
		msg += ": " + e.Err.Error()
	}
	return msg
}

func (e *Error) phrase() string {
	switch e.Code {
	case CodeRange:
		return fmt.Sprintf("%s must lie between %s and %s, not %s", e.Field, number(e.Min), number(e.Max), e.Value)
	case CodeEmpty:
		return e.Field + " must not be empty"
	case CodeTooLong:
		return fmt.Sprintf("%s is longer than %s characters", e.Field, number(e.Max))
	case CodeBadText:
		return e.Field + " holds characters that cannot be stored"
	case CodeBadDate:
		return fmt.Sprintf("%s %q is not a day from 1900-01-01 to 2200-12-31", e.Field, e.Value)
	case CodeBadTime:
		return fmt.Sprintf("%s %q is not a time of day", e.Field, e.Value)
	case CodeChoice:
		return fmt.Sprintf("%s cannot be %q", e.Field, e.Value)
	case CodeOrder:
		return fmt.Sprintf("%s %s lies before the beginning", e.Field, e.Value)
	case CodeNewer:
		return fmt.Sprintf("%s was written by a newer version of Skinward and was left untouched", e.Field)
	case CodeDamaged:
		return fmt.Sprintf("%s is damaged and was left untouched", e.Field)
	case CodeLocked:
		return fmt.Sprintf("%s is open in another Skinward", e.Field)
	case CodeReadOnly:
		return fmt.Sprintf("%s cannot be written", e.Field)
	case CodeDiskFull:
		return fmt.Sprintf("no space left on the disk of %s", e.Field)
	case CodeGone:
		return fmt.Sprintf("%s is no longer there", e.Field)
	case CodeMissing:
		return fmt.Sprintf("%s was not found", e.Field)
	case CodeForeign:
		return fmt.Sprintf("%s is not a Skinward file", e.Field)
	case CodeExists:
		return fmt.Sprintf("%s already exists", e.Field)
	}
	return string(e.Code) + " " + e.Field
}

// Unwrap returns the underlying error.
func (e *Error) Unwrap() error { return e.Err }

// Is matches another *Error with the same code, so that callers can write
// errors.Is(err, &journal.Error{Code: journal.CodeLocked}).
func (e *Error) Is(target error) bool {
	t, ok := target.(*Error)
	return ok && t.Code == e.Code && (t.Field == "" || t.Field == e.Field)
}

// number writes at most two decimals: nobody sleeps 5.1346 hours.
func number(f float64) string {
	if math.Abs(f) < 1e12 {
		f = math.Round(f*100) / 100
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}
