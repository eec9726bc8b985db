// Package skin is the screen of photos: one place of the body, two moments,
// and whether they may be compared at all. What is shown is decided in
// view.go, without a window; what is measured, in app/photo.
package skin

import (
	"context"
	"time"

	"skinward/app/journal"
	"skinward/app/photo"
	"skinward/ui/kit"
)

// Store is what the screen reads from and writes to the journal.
type Store interface {
	// All returns the standing records of a kind in the order of time.
	All(ctx context.Context, kind journal.Kind) (journal.Log, error)
	// Days returns what a calendar shows of the days from … to.
	Days(ctx context.Context, from, to journal.Day) ([]journal.DayDigest, error)
	// PhotoView returns the view copy, an upright sRGB JPEG.
	PhotoView(ctx context.Context, p *journal.Photo) ([]byte, error)
	// PhotoThumb returns the thumbnail, an upright sRGB JPEG.
	PhotoThumb(ctx context.Context, p *journal.Photo) ([]byte, error)
	Save(ctx context.Context, records ...journal.Record) ([]journal.Change, error)
	Delete(ctx context.Context, records ...journal.Record) ([]journal.Change, error)
}

// Importer reads files and adds them as photos.
type Importer interface {
	// Import takes files, and folders with all that is in them. Each photo is
	// added whole or not at all; what was added before ctx ended stays and is
	// in the batch. progress tells how many files are done, of how many, and
	// the name of the one at hand; it may be called from any goroutine. The
	// error is one that ended the import, such as a full disk; the batch
	// still tells what was done before.
	Import(ctx context.Context, paths []string, site string, day journal.Day, progress func(done, total int, name string)) (photo.Batch, error)
}

// Deps are what the screen works with.
type Deps struct {
	Store    Store
	Importer Importer
	Run      kit.Runner
	Dialogs  kit.Dialogs
	Navigate func(kit.Route)
	// Done takes the changes of one action, for undo and for other screens.
	Done func(changes ...journal.Change)
	Now  func() time.Time
	// After calls do on the drawing thread after d (kit.AfterDo).
	After func(d time.Duration, do func())
	// Write saves an exported file under path.
	Write func(path string, data []byte) error
	// Paste returns the text on the clipboard.
	Paste func() string
}
