// Package insights is the screen that shows what goes with the skin: a ranked
// list of what was looked at, and for each factor what is behind it. Which
// words and numbers are shown is decided in view.go, without a window.
package insights

import (
	"context"

	"skinward/app/insight"
	"skinward/app/journal"
	"skinward/app/series"
	"skinward/ui/kit"
)

// Choice is what part of the journal a scan looks at.
type Choice struct {
	Days         int  // the newest days only; 0 is the whole record
	WithoutLater bool // leave out what was remembered later
	// Every also compares the outcomes beyond severity, itch and spots: flare
	// days, ratings and redness of single sites, own trackers.
	Every bool
}

// Scan is a finished look at the journal.
type Scan interface {
	Set() series.Set
	Result() insight.Result
	// Standings are the findings with the grades that stand, which may be
	// judgements of the last four weeks.
	Standings() []insight.Standing
	// Detail works out one pair further, within 0.1 s; ok is false when there
	// is no such pair.
	Detail(ctx context.Context, factor, outcome string) (d insight.Detail, ok bool, err error)
}

// Study scans the journal.
type Study interface {
	// Last returns the newest finished scan for c, also of an earlier run of the
	// program, nil when there is none. It may be older than the journal.
	Last(ctx context.Context, c Choice) (Scan, error)
	// Current returns the finished scan for c when nothing has changed since,
	// nil when there is something to scan. It is quick.
	Current(ctx context.Context, c Choice) (Scan, error)
	// Fresh returns a scan of the journal as it is now, the last one when
	// nothing changed. progress gets the share done, 0 … 1.
	Fresh(ctx context.Context, c Choice, progress func(share float64)) (Scan, error)
}

// Shelf keeps which factors are wanted on the doctor's page and which were put
// aside.
type Shelf interface {
	Settings(ctx context.Context) (journal.Settings, error)
	SaveSettings(ctx context.Context, s journal.Settings) error
}

// Page is a page of the guide.
type Page struct{ Topic, Title string }

// Deps are what the screen works with.
type Deps struct {
	Study    Study
	Shelf    Shelf
	Run      kit.Runner
	Navigate func(kit.Route)
	Dialogs  kit.Dialogs
	// PageOf names the guide's page on a factor, or else on the first of its food
	// groups that has one; ok is false without any.
	PageOf func(factor string, kind series.FactorKind, groups []string) (p Page, ok bool)
	// Changed tells the other screens that the shelf changed.
	Changed func()
	// Write saves an exported chart or table under path.
	Write func(path string, data []byte) error
	Copy  func(text string) // to the clipboard
}
