// Package today is the screen on which a day is written down: skin, meals,
// stress, probiotics and treatments, sleep, water and the rest, each entered
// in a few keys and saved at once, on any past day as well as today.
//
// What is shown is decided in view.go and page.go, without a window; a card is
// one file; forms.go has the long form of every kind of record.
package today

import (
	"context"
	"io/fs"
	"time"

	"skinward/app/guide"
	"skinward/app/journal"
	"skinward/ui/kit"
)

// Store is what the screen needs of the journal.
type Store interface {
	Save(ctx context.Context, recs ...journal.Record) ([]journal.Change, error)
	Delete(ctx context.Context, recs ...journal.Record) ([]journal.Change, error)
	Range(ctx context.Context, from, to journal.Day, kinds ...journal.Kind) (journal.Log, error)
	All(ctx context.Context, kind journal.Kind) (journal.Log, error)
	Days(ctx context.Context, from, to journal.Day) ([]journal.DayDigest, error)
	SkinDays(ctx context.Context) (int, error)
	Settings(ctx context.Context) (journal.Settings, error)
}

// Foods reads what was typed and knows what is usually eaten.
type Foods interface {
	// Read splits a typed line into foods: "oat porridge, 2 coffees with milk".
	Read(line string) []journal.MealItem
	// Complete offers foods for the last word of what was typed, at most limit,
	// within a frame.
	Complete(typed string, slot journal.Slot, limit int) []Suggestion
	// Knows reports whether the catalogue or the person has a food of that name.
	Knows(food string) bool
	// Tags are the short words for what a food holds: gluten, egg, caffeine.
	Tags(food string) []string
	// TagsOf are all tags that can be said of a food, as the catalogue has them.
	TagsOf(food string) []FoodTag
	// Untagged are foods that were eaten and that neither the catalogue nor the
	// person has described, the most frequent first, at most limit.
	Untagged(limit int) []string
	// Estimate says roughly what foods hold together; "" when too little is known.
	Estimate(items []journal.MealItem) string
	// Refresh follows what was written since; it may read for long.
	Refresh(ctx context.Context) error
}

// Sure tells how sure the catalogue is of a tag.
type Sure int

// From the usual product, from measured composition, from lists that disagree.
const (
	Judged Sure = iota
	Measured
	Disputed
)

// FoodTag is one tag of a food.
type FoodTag struct {
	Name  string // as it is stored
	Label string // for people
	Level string // yes, partly, no, unknown
	Sure  Sure   // how sure the catalogue is of the level
}

// Suggestion is a food that may be meant.
type Suggestion struct {
	Name  string
	Tags  string // "fibre · antioxidants"
	Times int    // meals that held it
}

// Deps are what the screen works with.
type Deps struct {
	Store    Store
	Ahead    *Ahead // what the first Show shows, nil where it reads
	Foods    Foods
	Body     *guide.BodyFigure // sites of the body figure
	Art      fs.FS             // its pictures, and those of the stool forms
	Night    map[string]string // colours of the art on a dark ground
	Now      func() time.Time
	Run      kit.Runner
	Navigate func(kit.Route)
	Done     func(changes ...journal.Change)
	Dialogs  kit.Dialogs
	AddPhoto func(day journal.Day)                 // asks for a photo of that day
	After    func(wait time.Duration, then func()) // on the drawing thread
	Window   func() pickWindow                     // where a month may be opened
}
