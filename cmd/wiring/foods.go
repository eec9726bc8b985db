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
type pantryFoods struct {
	pantry *work.Pantry
	store  interface {
		FoodUse(ctx context.Context) ([]journal.FoodUse, error)
		Revision(ctx context.Context) (int64, error)
	}
	today func() journal.Day

	mu       sync.Mutex
	revision int64
	index    *food.Index
}

func (f *pantryFoods) Read(line string) []journal.MealItem { return f.pantry.Read(line) }

// Complete offers foods by how this person eats. The index is made anew when
// the journal has changed.
func (f *pantryFoods) Complete(typed string, slot journal.Slot, limit int) []today.Suggestion {
	f.mu.Lock()
	defer f.mu.Unlock()
	ctx := context.Background()
	if rev, err := f.store.Revision(ctx); f.index == nil || err == nil && rev != f.revision {
		if use, err := f.store.FoodUse(ctx); err == nil || f.index == nil {
			f.index, f.revision = f.pantry.Index(use, f.today()), rev
		}
	}
	var out []today.Suggestion
	for _, c := range f.index.Complete(typed, slot, limit) {
		out = append(out, today.Suggestion{Name: c.Name, Times: c.Times, Tags: strings.Join(f.Tags(c.Name), " · ")})
	}
	return out
}

func (f *pantryFoods) Tags(name string) []string { return f.pantry.Words(name) }
