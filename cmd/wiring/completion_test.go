package wiring_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"skinward/app/journal"
	"skinward/cmd/work"
	"skinward/ui/kit"
)

// eater is a journal of 50,000 meals of some 10,000 foods: those of the
// catalogue, and thousands of the person's own with words in common.
func eater(b testing.TB) work.Desk {
	b.Helper()
	desk := deskOf(b, 0)
	names := make([]string, 0, 10_000)
	for _, n := range []string{"oat porridge", "blueberry", "coffee", "milk", "salmon", "lentil soup", "rye bread", "kefir"} {
		for range 40 { // eaten often
			names = append(names, n)
		}
	}
	for i := len(names); i < cap(names); i++ {
		names = append(names, fmt.Sprintf("%s %s no. %d", []string{"tomato", "brown", "creamy", "roast", "salted"}[i%5],
			[]string{"soup", "bread", "salmon", "noodles", "curry", "yoghurt", "beans"}[i%7], i))
	}
	slots := []journal.Slot{journal.Breakfast, journal.Lunch, journal.Dinner, journal.Snack}
	today := journal.DayAt(noon, 0)
	var meals []journal.Record
	for i := range 50_000 {
		m := &journal.Meal{Meta: journal.Meta{Day: today.Add(-i * 3650 / 50_000)}, Slot: slots[i%4]}
		for k := range 3 {
			m.Items = append(m.Items, journal.MealItem{Food: names[(i*3+k)*7919%len(names)]})
		}
		meals = append(meals, m)
	}
	for len(meals) > 0 {
		if _, err := desk.Store.Save(context.Background(), meals[:10_000]...); err != nil {
			b.Fatal(err)
		}
		meals = meals[10_000:]
	}
	return desk
}

// A letter in the meal line of somebody who ate 50,000 meals of 10,000 foods,
// from the key to the list of completions: one frame is the bound. What was
// eaten comes from the store, as in the program.
func BenchmarkCompletingAmongFiftyThousandMeals(b *testing.B) {
	w, shell := windowOver(b, eater(b))
	shell.Navigate(kit.Route{Place: kit.PlaceToday, Focus: kit.FocusMeal})
	entry, ok := w.Canvas().Focused().(*kit.Entry)
	if !ok {
		b.Fatal("the meal line has no focus")
	}
	for _, typed := range []string{"to", "tom", "salomn", "roast nood", "yoghrt", "oat porridge, 2 co"} {
		b.Run(typed, func(b *testing.B) {
			var worst time.Duration
			late := 0
			for b.Loop() {
				entry.SetText("")
				begin := time.Now()
				entry.SetText(typed)
				took := time.Since(begin)
				worst = max(worst, took)
				if took > oneFrame {
					late++
				}
			}
			b.ReportMetric(float64(worst.Microseconds())/1000, "ms-worst")
			b.ReportMetric(float64(late)/float64(b.N), "late/op")
		})
	}
}
