package datatest

import (
	"context"
	"errors"
	"reflect"
	"testing"
	"time"

	"skinward/app/journal"
	"skinward/app/journal/journaltest"
)

// Journal is everything that screens and commands ask of a journal.
type Journal interface {
	Save(ctx context.Context, recs ...journal.Record) ([]journal.Change, error)
	Delete(ctx context.Context, recs ...journal.Record) ([]journal.Change, error)
	Apply(ctx context.Context, changes []journal.Change) error
	Day(ctx context.Context, day journal.Day) (journal.Log, error)
	Range(ctx context.Context, from, to journal.Day, kinds ...journal.Kind) (journal.Log, error)
	All(ctx context.Context, kind journal.Kind) (journal.Log, error)
	Get(ctx context.Context, kind journal.Kind, id journal.ID) (journal.Record, error)
	Days(ctx context.Context, from, to journal.Day) ([]journal.DayDigest, error)
	Search(ctx context.Context, query string, limit int) ([]journal.Hit, error)
	FoodUse(ctx context.Context) ([]journal.FoodUse, error)
	Stats(ctx context.Context) (journal.Stats, error)
	SkinDays(ctx context.Context) (int, error)
	Settings(ctx context.Context) (journal.Settings, error)
	SaveSettings(ctx context.Context, s journal.Settings) error
	Revision(ctx context.Context) (int64, error)
	AddPhoto(ctx context.Context, p *journal.Photo, original, view, thumb []byte) (journal.Change, bool, error)
	PhotoOriginal(ctx context.Context, p *journal.Photo) ([]byte, error)
	PhotoView(ctx context.Context, p *journal.Photo) ([]byte, error)
	PhotoThumb(ctx context.Context, p *journal.Photo) ([]byte, error)
}

// Open returns an empty journal that stamps records with now.
type Open func(t *testing.T, now func() time.Time) Journal

// Run puts an implementation through every test.
func Run(t *testing.T, open Open) {
	for name, test := range map[string]func(*bench){
		"every kind comes back as it was saved":       everyKind,
		"saving stamps copies":                        stamps,
		"saving again writes over":                    overwrite,
		"saving what is there changes nothing":        unchanged,
		"saving is all or nothing":                    allOrNothing,
		"what is referred to must exist":              references,
		"tracker values keep to their bounds":         trackerBounds,
		"names follow what they are taken from":       names,
		"a day has one mark, a name one food":         singles,
		"there is one profile":                        profile,
		"deletion, undo and redo":                     undo,
		"a day's entries":                             day,
		"ranges and their order":                      ranges,
		"times keep their offset":                     offsets,
		"digests of days":                             days,
		"use of foods":                                foodUse,
		"statistics":                                  stats,
		"search":                                      search,
		"search follows changes":                      searchFollows,
		"settings":                                    settings,
		"revision grows with every record":            revision,
		"photos":                                      photos,
		"a cancelled context does nothing":            cancelled,
		"what comes out belongs to the caller":        independence,
		"unknown kinds and ids are reported":          unknown,
		"text of any language and shape is kept":      texts,
		"lists keep their order, also past ten items": longLists,
	} {
		t.Run(name, func(t *testing.T) {
			b := &bench{T: t, ctx: t.Context(), now: journaltest.At("2026-11-21", "12:00")}
			b.j = open(t, func() time.Time { return b.now })
			test(b)
		})
	}
}

// bench is a test with its journal and its clock.
type bench struct {
	*testing.T
	ctx context.Context
	j   Journal
	now time.Time
}

func (b *bench) save(recs ...journal.Record) []journal.Change {
	b.Helper()
	changes, err := b.j.Save(b.ctx, recs...)
	if err != nil {
		b.Fatalf("Save: %v", err)
	}
	if len(changes) != len(recs) {
		b.Fatalf("Save of %d records gave %d changes", len(recs), len(changes))
	}
	return changes
}

func (b *bench) get(like journal.Record) journal.Record {
	b.Helper()
	r, err := b.j.Get(b.ctx, like.Kind(), like.Base().ID)
	if err != nil {
		b.Fatalf("Get %s %s: %v", like.Kind(), like.Base().ID, err)
	}
	return r
}

func (b *bench) load(l journal.Log, err error) journal.Log {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
	for _, r := range l {
		if r.Base().IsDeleted() {
			b.Errorf("%s is deleted but was handed out", r.Base().ID)
		}
	}
	return l
}

func (b *bench) wantCode(err error, code journal.Code) {
	b.Helper()
	if !errors.Is(err, &journal.Error{Code: code}) {
		b.Errorf("error is %v, want %s", err, code)
	}
}

func (b *bench) wantSame(got, want journal.Record) {
	b.Helper()
	if got == nil || want == nil {
		b.Fatalf("got %v, want %v", got, want)
	}
	if g, w := journaltest.Text(got), journaltest.Text(want); g != w {
		b.Errorf("got  %s\nwant %s", g, w)
	}
}

func (b *bench) wantTitles(l journal.Log, want ...string) {
	b.Helper()
	got := []string{}
	for _, r := range l {
		got = append(got, r.Title())
	}
	if len(want) == 0 {
		want = []string{}
	}
	if !reflect.DeepEqual(got, want) {
		b.Errorf("got %q, want %q", got, want)
	}
}
