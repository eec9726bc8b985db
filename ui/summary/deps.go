// Package summary is the screen on which the doctor's page is put together,
// looked at, saved and printed. What is offered and said is decided in view.go,
// without a window; the page itself is made by app/summary.
package summary

import (
	"context"
	"time"

	"skinward/app/journal"
	page "skinward/app/summary"
	"skinward/ui/kit"
)

// Pages gathers what a page is made from.
type Pages interface {
	// Quick is Input without a search of the journal: where one is needed, the
	// input says SearchRunning and Input must follow.
	Quick(ctx context.Context, from, to journal.Day) (page.Input, error)
	// Input returns everything that a page of the period needs but the person's
	// own choices: the records up to its end, what went with the skin in them,
	// profile, pictures, version and the present moment. progress gets the share
	// done, 0 … 1.
	Input(ctx context.Context, from, to journal.Day, progress func(share float64)) (page.Input, error)
	// Week returns the blank sheet of the week that begins next.
	Week(ctx context.Context) (page.Week, error)
}

// Store reads and keeps appointments, and what is chosen for the page.
type Store interface {
	Settings(ctx context.Context) (journal.Settings, error)
	SaveSettings(ctx context.Context, s journal.Settings) error
	All(ctx context.Context, kind journal.Kind) (journal.Log, error)
	Save(ctx context.Context, recs ...journal.Record) ([]journal.Change, error)
}

// Printers prints; it may wait as long as it needs.
type Printers interface {
	// List names the printers and the default one, "" when there is none. An
	// empty list says that this system cannot print by itself.
	List(ctx context.Context) (names []string, standard string, err error)
	// Print sends a job and returns when it is done; told is called with its
	// state in words whenever that changes.
	Print(ctx context.Context, job Job, told func(words string)) error
}

// Job is one printing.
type Job struct {
	Printer string
	Title   string
	PDF     []byte
	Copies  int
	First   bool // page 1 alone
	Grey    bool
	Paper   page.Paper
}

// Deps are what the screen works with.
type Deps struct {
	Pages    Pages
	Store    Store
	Printers Printers // nil when this system has none
	Run      kit.Runner
	Dialogs  kit.Dialogs
	Navigate func(kit.Route)
	Now      func() time.Time // in the zone of the person
	Today    func() journal.Day
	// Chosen tells the other screens that the settings were saved.
	Chosen func()
	// Done tells the shell what was written.
	Done func(changes ...journal.Change)
	// Write saves a file whole or not at all.
	Write func(path string, data []byte) error
	// Open shows a PDF in the system's viewer.
	Open func(name string, pdf []byte) error
	Copy func(text string) // to the clipboard
}
