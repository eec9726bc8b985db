// Package timeline is the screen that shows everything recorded, newest first,
// beside a calendar month shaded by severity. It searches and filters, and
// leads to Today for every change.
package timeline

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// Store is what the screen reads of the journal.
type Store interface {
	Range(ctx context.Context, from, to journal.Day, kinds ...journal.Kind) (journal.Log, error)
	Days(ctx context.Context, from, to journal.Day) ([]journal.DayDigest, error)
	Search(ctx context.Context, query string, limit int) ([]journal.Hit, error)
	Settings(ctx context.Context) (journal.Settings, error)
	PhotoThumb(ctx context.Context, p *journal.Photo) ([]byte, error)
	Delete(ctx context.Context, recs ...journal.Record) ([]journal.Change, error)
}

// Deps are what the screen works with.
type Deps struct {
	Store    Store
	Now      func() time.Time
	Run      kit.Runner
	Navigate func(kit.Route)
	Done     func(changes ...journal.Change)
	Dialogs  kit.Dialogs
	Window   func() fyne.Window // where a month may be opened
}
