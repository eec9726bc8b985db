package photo

import (
	"fmt"
	"strings"
)

// Code names a reason for which a file or a measurement is refused. Codes are
// stable: stores, scripts and translations may rely on them.
type Code string

// Reasons to refuse a file.
const (
	CodeEmpty         Code = "photo-empty"          // 0 bytes
	CodeTooManyBytes  Code = "photo-too-many-bytes" // above Limits.Bytes
	CodeTooManyPixels Code = "photo-too-many-pixels"
	CodeNotPhoto      Code = "photo-not-a-photo"    // no picture format known here
	CodeUnsupported   Code = "photo-unsupported"    // a picture, but of a kind that is not read
	CodeDamaged       Code = "photo-damaged"        // truncated or broken
	CodeMoving        Code = "photo-moving"         // an animation
	CodeUnreadable    Code = "photo-unreadable"     // the reader failed
	CodeHEICBuild     Code = "photo-heic-build"     // built without the tag nodynamic
	CodeTooLong       Code = "photo-too-long"       // decoding did not end in time
	CodeNoStrip       Code = "photo-cannot-strip"   // metadata cannot be removed losslessly
	CodeMarks         Code = "photo-marks"          // marks that fix no alignment
	CodeNoMatch       Code = "photo-no-match"       // no automatic alignment found
	CodeArea          Code = "photo-area"           // marked area empty or outside the photo
	CodeCard          Code = "photo-card"           // grey or white card unusable
	CodeProfile       Code = "photo-colour-profile" // colours of unknown meaning
	CodeNoFrames      Code = "photo-no-frames"      // a time-lapse of nothing
)

// Error is a refusal with the facts that a sentence needs. Fields that do not
// apply are zero.
type Error struct {
	Code          Code
	Found         string // what the file turned out to be, "an SVG drawing"
	Width, Height int    // pixels the file claims
	Bytes         int64  // size of the file, or the size that was allowed
	Detail        string // what is wrong with a mark, an area or a card
	Err           error  // underlying error, if any
}

// Error returns one plain sentence without the closing full stop. It names
// neither the file nor the machine, so it can be shown and logged.
func (e *Error) Error() string {
	switch e.Code {
	case CodeEmpty:
		return "the file is empty"
	case CodeTooManyBytes:
		return fmt.Sprintf("the file is larger than %d MB", e.Bytes/1_000_000)
	case CodeTooManyPixels:
		return fmt.Sprintf("the picture claims %d × %d pixels, more than can be opened here", e.Width, e.Height)
	case CodeNotPhoto:
		if e.Found != "" {
			return "the file is " + e.Found + ", not a photo"
		}
		return "the file is not a photo in a format that can be read here (JPEG, PNG, WebP, HEIC)"
	case CodeUnsupported:
		return "the file is " + e.Found + ", which is not read here (JPEG, PNG, WebP and HEIC are)"
	case CodeDamaged:
		return "the photo is damaged or incomplete and cannot be opened"
	case CodeMoving:
		return "the file is a moving picture; choose a single photo"
	case CodeUnreadable:
		return withCause("the file could not be read", e.Err)
	case CodeHEICBuild:
		return "this build of the program cannot read HEIC photos"
	case CodeTooLong:
		return "the photo took too long to open and was left out"
	case CodeNoStrip:
		return "location and device data cannot be removed from this format without changing it; use its view copy"
	case CodeMarks:
		return "the marks do not fix the position: " + e.Detail
	case CodeNoMatch:
		return "the photos could not be matched automatically; click the same two marks in both"
	case CodeArea:
		return "the marked area cannot be measured: " + e.Detail
	case CodeCard:
		return "the card cannot be used: " + e.Detail
	case CodeProfile:
		return "the photo's colours are described in a way that is not understood here, so they are not measured"
	case CodeNoFrames:
		return "a time-lapse needs at least two photos"
	}
	return string(e.Code)
}

// Sentence returns Error as a sentence to be read by itself.
func (e *Error) Sentence() string {
	s := e.Error()
	return strings.ToUpper(s[:1]) + s[1:] + "."
}

// Unwrap returns the underlying error.
func (e *Error) Unwrap() error { return e.Err }

// Is reports whether target is an Error of the same code, so that
// errors.Is(err, &Error{Code: CodeEmpty}) asks for the reason alone.
func (e *Error) Is(target error) bool {
	t, ok := target.(*Error)
	return ok && t.Code == e.Code
}

func withCause(s string, err error) string {
	if err == nil {
		return s
	}
	return s + ": " + err.Error()
}

func damaged(err error) error { return &Error{Code: CodeDamaged, Err: err} }
