// Package printing hands a finished page to the system's printers and tells
// the state of the job until it is done: through the CUPS tools on Linux, macOS
// and the BSDs, through the program that owns PDF files on Windows. Where the
// system cannot print, View opens the page in the viewer of the system.
package printing

import (
	"context"
	"fmt"
)

// Job is one printing.
type Job struct {
	Printer string // "" for the default one
	Title   string // shown in the queue
	PDF     []byte
	Copies  int    // below 1 counts as 1
	First   bool   // page 1 alone
	Grey    bool   // in shades of grey
	Paper   string // "A4" or "Letter"; "" as the printer has it
}

// System prints on one kind of system.
type System interface {
	// List names the printers and the default one, "" when there is none.
	List(ctx context.Context) (names []string, standard string, err error)
	// Print sends a job and returns when it is done; told is called with its
	// state in words whenever that changes. When ctx ends the job is taken out
	// of the queue.
	Print(ctx context.Context, job Job, told func(words string)) error
}

// Code names why something was not printed.
type Code string

// The codes.
const (
	NoService Code = "no_service" // no print server answers
	NoPrinter Code = "no_printer" // no such printer, or it is gone
	Refuses   Code = "refuses"    // the queue takes no jobs
	Held      Code = "held"       // the printer is paused; the job waits
	Stuck     Code = "stuck"      // the printer tells of a problem and does not go on; the job waits
	Withdrawn Code = "withdrawn"  // somebody took the job out of the queue
	Failed    Code = "failed"     // the system gave the job up
	Viewed    Code = "viewed"     // opened in the viewer instead
)

// Error says why a page was not printed, and where its job is.
type Error struct {
	Code    Code
	Printer string
	ID      string // of the job, "" when there is none
	Detail  string // what the system says, "" when it says nothing
}

// Error says it in one lower-case phrase.
func (e *Error) Error() string {
	said := ""
	if e.Detail != "" {
		said = " (" + e.Detail + ")"
	}
	switch e.Code {
	case NoService:
		return "the print service of this system does not answer" + said
	case NoPrinter:
		return fmt.Sprintf("there is no printer %q%s", e.Printer, said)
	case Refuses:
		return fmt.Sprintf("the printer %s takes no jobs at present%s", e.Printer, said)
	case Held:
		return fmt.Sprintf("the printer %s is paused%s; the job is held as %s and prints when the printer is started again", e.Printer, said, e.ID)
	case Stuck:
		return fmt.Sprintf("the printer %s does not go on%s; the job waits in its queue as %s", e.Printer, said, e.ID)
	case Withdrawn:
		return fmt.Sprintf("the job %s was taken out of the queue", e.ID)
	case Viewed:
		return "the page is open in the viewer of this system; print it from there" + said
	}
	return fmt.Sprintf("the printer %s gave the job %s up%s", e.Printer, e.ID, said)
}

// Is matches another *Error with the same code.
func (e *Error) Is(target error) bool {
	t, ok := target.(*Error)
	return ok && t.Code == e.Code
}
