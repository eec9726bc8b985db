package series_test

import (
	"strings"
	"testing"

	"skinward/app/food"
	"skinward/app/journal"
	"skinward/app/series"
)

// larder is a catalogue in which oats hold 4 g of fibre and nothing else is
// known.
func larder(t *testing.T) series.Estimator {
	t.Helper()
	c, err := food.ReadCatalogue(strings.NewReader("name\tsynonyms\tkind\tingredients\tusda\tportion_g\ttags\noats\t\tgrains\t\t1\t100\t\n"),
		map[int]food.Composition{1: {FibreG: 4}})
	if err != nil {
		t.Fatal(err)
	}
	return c.Estimator()
}

func TestNutrientsNeedAWholeLogOfKnownFoods(t *testing.T) {
	var d diary
	for day := range 7 {
		d.skin(day, 3)
	}
	d.meal(0, journal.Imported, journal.AnySlot, "oats", "oats")
	d.meal(1, journal.Imported, journal.AnySlot, "oats", "stew") // half unknown
	d.meal(2, journal.Imported, journal.AnySlot, "oats", "oats", "oats", "stew")
	for _, m := range journal.Select[*journal.Meal](d.log) {
		m.Items[0].Portion = journal.Usual // somebody wrote down how much
	}
	d.add(&journal.DayMark{Meta: d.meta(3, journal.Entered), NoFood: true})
	d.meal(4, journal.Entered, journal.Lunch, "oats")
	d.add(&journal.DayMark{Meta: d.meta(4, journal.Entered), MealsComplete: journal.No})
	d.meal(5, journal.Imported, journal.AnySlot, "oats", "oats") // names alone: nothing is guessed
	set := series.FromJournal(d.log, series.Options{Estimate: larder(t)})
	f, ok := set.Factor("nutrient_fibre")
	if !ok || f.Kind != series.KindNutrient || f.Unit != "g" || f.Binary {
		t.Fatalf("%+v", f)
	}
	values(t, "fibre", f.Values, "8 . 12 0 . . .")
}

func TestNutrientsAreLeftOutUnlessAskedFor(t *testing.T) {
	var d diary
	d.skin(0, 3)
	d.meal(0, journal.Imported, journal.AnySlot, "oats")
	if _, ok := series.FromJournal(d.log, series.Options{}).Factor("nutrient_fibre"); ok {
		t.Error("nobody asked for nutrients")
	}
}
