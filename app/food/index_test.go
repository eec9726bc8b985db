package food_test

import (
	"fmt"
	"strings"
	"testing"

	"skinward/app/food"
	"skinward/app/journal"
)

func TestCompletionForgivesSlips(t *testing.T) {
	x := food.NewIndex(shelf(t).Names(), nil, journal.Day{})
	for typed, want := range map[string]string{
		"tom": "tomato", "tomatos": "tomato", "brocoli": "broccoli", "chedar": "cheddar", "yoghrt": "yoghurt",
		"jalapeno": "jalapeño", "salomn": "salmon", "wheat br": "wheat bread", "blueb": "blueberry", "oat por": "oat porridge",
		"toast and butt": "toast and butter", "mac and che": "mac and cheese", "eggs on toa": "eggs on toast", "milk & hon": "milk & honey",
	} {
		found := false
		for _, c := range x.Complete(typed, journal.AnySlot, 5) {
			found = found || c.Name == want || food.Fold(c.Name) == food.Fold(want)
		}
		if !found {
			t.Errorf("%q does not offer %s: %v", typed, want, x.Complete(typed, journal.AnySlot, 5))
		}
	}
	for _, typed := range []string{"", "t", "zzzzqq", "   ", "🍕", strings.Repeat("tomato ", 2000), strings.Repeat("z", 9000)} {
		if got := x.Complete(typed, journal.AnySlot, 5); len(got) > 0 {
			t.Errorf("%q offers %v", typed, got)
		}
	}
}

func TestHabitRanks(t *testing.T) {
	today := journal.NewDay(2026, 11, 21)
	x := food.NewIndex([]string{"rice", "rice cakes", "ricotta"}, []journal.FoodUse{
		{Name: "ricotta", Times: 30, Last: today, BySlot: map[journal.Slot]int{journal.Breakfast: 30}},
		{Name: "rice", Times: 30, Last: today.Add(-300), BySlot: map[journal.Slot]int{journal.Dinner: 30}},
	}, today)
	if got := x.Complete("ric", journal.Breakfast, 1); len(got) != 1 || got[0].Name != "ricotta" || got[0].Times != 30 {
		t.Errorf("at breakfast: %v", got)
	}
	if got := x.Complete("ric", journal.Dinner, 3); len(got) != 3 || got[2].Name != "rice cakes" {
		t.Errorf("what is never eaten stands before what is: %v", got)
	}
}

// The index alone, with 10,000 foods; in cmd/wiring the same is measured from
// the key to the list, over a store of 50,000 meals.
func BenchmarkComplete(b *testing.B) {
	names := make([]string, 10_000)
	var use []journal.FoodUse
	for i := range names {
		names[i] = fmt.Sprintf("%s %s %d", []string{"tomato", "brown", "creamy", "roast", "salted"}[i%5], []string{"soup", "bread", "salmon", "noodles", "curry", "yoghurt", "beans"}[i%7], i)
		use = append(use, journal.FoodUse{Name: names[i], Times: 5, BySlot: map[journal.Slot]int{journal.Lunch: 5}})
	}
	x := food.NewIndex(names, use, journal.NewDay(2026, 11, 21))
	for _, q := range []string{"to", "tom", "salomn", "roast nood", "yoghrt"} {
		b.Run(q, func(b *testing.B) {
			for b.Loop() {
				x.Complete(q, journal.Lunch, 5)
			}
		})
	}
}
