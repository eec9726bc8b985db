// Package guide is the screen of the illustrated guide: the opening plate with
// its six numbered ways, the pages with their evidence, what the reader's own
// journal says, when to see a doctor, how the program calculates, and a
// glossary. What is shown is decided in view.go, without a window.
package guide

import (
	"context"
	"time"

	"skinward/app/guide"
	"skinward/app/journal"
	"skinward/ui/kit"
)

// Store keeps the visits.
type Store interface {
	All(ctx context.Context, kind journal.Kind) (journal.Log, error)
	Save(ctx context.Context, recs ...journal.Record) ([]journal.Change, error)
	Delete(ctx context.Context, recs ...journal.Record) ([]journal.Change, error)
}

// Deps are what the screen works with.
type Deps struct {
	Library *guide.Library
	// Door tells what the journal says about the page with an id; a zero Door
	// when there is too little. It runs off the drawing thread. May be nil.
	Door     func(ctx context.Context, topic string) (guide.Door, error)
	Store    Store
	Run      kit.Runner
	Now      func() time.Time
	Navigate func(kit.Route)
	Done     func(changes ...journal.Change) // what a write changed, for undo and for other screens
	Dialogs  kit.Dialogs
	Write    func(path string, data []byte) error // saves a calendar file
}
