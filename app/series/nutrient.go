package series

import (
	"math"
	"slices"
	"strings"

	"skinward/app/food"
	"skinward/app/journal"
)

// nutrients builds the estimated nutrients of each day with a whole food log
// of which enough foods are known; other days stay open, and a day on which
// nothing was eaten holds none of any. A diary that was imported without any
// portion names foods only; how much was eaten is not guessed from it.
func (b *builder) nutrients() {
	if b.o.Estimate == nil || len(b.set.FoodDays) == 0 {
		return
	}
	eaten := make([][]journal.MealItem, b.set.Days)
	namesOnly := make([]bool, b.set.Days)
	for _, m := range journal.Select[*journal.Meal](b.log) {
		i, in := b.index(m.Day)
		if !in {
			continue
		}
		if m.Source == journal.Imported && !slices.ContainsFunc(m.Items, hasPortion) {
			namesOnly[i] = true
		}
		for _, it := range m.Items {
			if !NoFood(it.Food) {
				eaten[i] = append(eaten[i], it)
			}
		}
	}
	var lines []Factor
	for i, items := range eaten {
		if !b.set.FoodDays[i] || namesOnly[i] {
			continue
		}
		n := b.o.Estimate(items)
		for k, a := range n.Amounts() {
			if k == len(lines) {
				lines = append(lines, Factor{Name: a.Name, Label: "Estimated " + strings.ToLower(a.Label[:1]) + a.Label[1:], Kind: KindNutrient, Unit: a.Unit, Values: b.missing()})
			}
			if a.Enough {
				lines[k].Values[i] = math.Round(a.Value*100) / 100
			}
		}
	}
	for _, f := range lines {
		b.add(f)
	}
}

func hasPortion(it journal.MealItem) bool {
	return it.Portion != journal.NoPortion || it.Count.Or(1) != 1
}

// Estimator says roughly what foods hold together.
type Estimator func(items []journal.MealItem) food.Nutrients
