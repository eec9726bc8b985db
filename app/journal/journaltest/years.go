package journaltest

import (
	"fmt"
	"math/rand/v2"

	"skinward/app/journal"
)

// Years returns a diary of n years of 365 days, eleven entries a day, with 200
// foods: the load of the benchmarks. Ten years are 40,150 entries. The same
// seed gives the same diary; ids are left to the store.
func Years(n int, seed uint64) journal.Log {
	r := rand.New(rand.NewPCG(seed, 1))
	var l journal.Log
	first := Day("2016-11-22")
	for i := range n * 365 {
		day := first.Add(i).String()
		meal := func(clock string, slot journal.Slot) *journal.Meal {
			m := Meal(day, clock, slot)
			for range 2 + r.IntN(3) {
				m.Items = append(m.Items, journal.MealItem{Food: Food(r.IntN(200)), Portion: journal.Usual})
			}
			return m
		}
		skin := Skin(day, float64(r.IntN(11)), float64(r.IntN(11)))
		skin.Sites = []journal.SiteRating{{Site: "left cheek", Rating: journal.Some(3.0)}, {Site: "chin"}}
		note := Note(day, fmt.Sprintf("word%d and word%d, then nothing much", r.IntN(500), r.IntN(500)))
		l = append(l,
			meal("08:00", journal.Breakfast), meal("12:30", journal.Lunch), meal("19:00", journal.Dinner), meal("16:00", journal.Snack),
			skin, Stress(day, float64(r.IntN(11))), Sleep(day, 5+4*r.Float64(), float64(r.IntN(11))),
			Water(day, 1000), Water(day, 750),
			&journal.Digestion{Meta: Meta(day, "09:00"), Form: journal.Some(float64(1 + r.IntN(7)))},
			note)
	}
	return l
}

// Food names the i-th food of Years.
func Food(i int) string {
	kinds := []string{"bread", "soup", "cheese", "salad", "stew", "porridge", "curry", "pasta", "fruit", "fish"}
	return fmt.Sprintf("%s no. %d", kinds[i%len(kinds)], i/len(kinds))
}
