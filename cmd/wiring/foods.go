package wiring

import (
	"context"
	"strings"
	"sync"

	"skinward/app/food"
	"skinward/app/journal"
	"skinward/cmd/work"
	"skinward/ui/today"
)

// pantryFoods gives Today what the catalogue and the journal know of foods.
// Refresh reads the journal off the drawing thread; everything else answers
// from what it found.
type pantryFoods struct {
	pantry *work.Pantry
	store  interface {
		FoodUse(ctx context.Context) ([]journal.FoodUse, error)
		All(ctx context.Context, kind journal.Kind) (journal.Log, error)
		Revision(ctx context.Context) (int64, error)
	}
	today func() journal.Day

	mu       sync.Mutex
	revision int64
	own      *work.Pantry // with what the person says of foods
	index    *food.Index
	untagged []string
}

// Refresh reads how this person eats, if the journal has changed since.
func (f *pantryFoods) Refresh(ctx context.Context) error {
	revision, err := f.store.Revision(ctx)
	if err != nil {
		return err
	}
	f.mu.Lock()
	fresh := f.index != nil && revision == f.revision
	f.mu.Unlock()
	if fresh {
		return nil
	}
	use, err := f.store.FoodUse(ctx)
	if err != nil {
		return err
	}
	log, err := f.store.All(ctx, journal.KindFood)
	if err != nil {
		return err
	}
	own := f.pantry.With(journal.Select[*journal.Food](log))
	index, untagged := own.Index(use, f.today()), own.Untagged(use)
	f.mu.Lock()
	defer f.mu.Unlock()
	f.own, f.index, f.untagged, f.revision = own, index, untagged, revision
	return nil
}

// state is what the last Refresh found, or the plain catalogue before it.
func (f *pantryFoods) state() (*work.Pantry, *food.Index, []string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.index == nil {
		f.own, f.index = f.pantry, f.pantry.Index(nil, f.today())
	}
	return f.own, f.index, f.untagged
}

func (f *pantryFoods) Read(line string) []journal.MealItem {
	pantry, _, _ := f.state()
	return pantry.Read(line)
}

// Complete offers foods by how this person eats.
func (f *pantryFoods) Complete(typed string, slot journal.Slot, limit int) []today.Suggestion {
	pantry, index, _ := f.state()
	var out []today.Suggestion
	for _, c := range index.Complete(typed, slot, limit) {
		out = append(out, today.Suggestion{Name: c.Name, Times: c.Times, Tags: strings.Join(pantry.Words(c.Name), " · ")})
	}
	return out
}

func (f *pantryFoods) Knows(name string) bool {
	pantry, _, _ := f.state()
	return pantry.Knows(name)
}

func (f *pantryFoods) Tags(name string) []string {
	pantry, _, _ := f.state()
	return pantry.Words(name)
}

func (f *pantryFoods) TagsOf(name string) []today.FoodTag {
	known, _ := f.pantry.Catalogued(name)
	var out []today.FoodTag
	for _, t := range food.Tags() {
		sure := today.Judged
		switch known.Confidence(t) {
		case food.Measured:
			sure = today.Measured
		case food.Low:
			sure = today.Disputed
		}
		out = append(out, today.FoodTag{Name: string(t), Label: t.Label(), Level: string(known.Level(t)), Sure: sure})
	}
	return out
}

func (f *pantryFoods) Untagged(limit int) []string {
	_, _, untagged := f.state()
	return untagged[:min(limit, len(untagged))]
}

func (f *pantryFoods) Estimate(items []journal.MealItem) string {
	pantry, _, _ := f.state()
	return pantry.EstimateWords(items)
}
