package today

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// foods are the foods of a meal as chips: Return opens one, S, U and L give its
// portion, Delete takes it out.
func (c *mealCard) foods(m *journal.Meal) fyne.CanvasObject {
	labels := make([]string, len(m.Items))
	for i, it := range m.Items {
		labels[i] = chipWords(it)
	}
	row := kit.NewChipRow(kit.Ink, labels, c.foodAt[m.ID], func(i int) { c.openFood(m, i) })
	row.OnMoved = func(i int) { c.foodAt[m.ID] = i }
	row.OnRemove = func(i int) { c.removeFood(m, i) }
	row.OnRune = func(i int, r rune) {
		for p, letter := range portionKeys {
			if strings.EqualFold(string(r), letter) {
				c.changeFood(m, i, func(it *journal.MealItem) { it.Portion = p })
			}
		}
	}
	return row
}

// portionKeys are the letters that give a food its portion.
var portionKeys = map[journal.Portion]string{journal.Small: "s", journal.Usual: "u", journal.Large: "l"}

// chipWords name a food of a meal, how many there were and how large.
func chipWords(it journal.MealItem) string {
	words := short(it.Food)
	if n, ok := it.Count.Get(); ok && n != 1 {
		words = number(n) + " × " + words
	}
	if it.Portion != journal.NoPortion {
		words += " · " + string(it.Portion)
	}
	if it.Absent {
		words = "no " + words
	}
	return words
}

// changeFood alters one food of a meal and saves the meal.
func (c *mealCard) changeFood(m *journal.Meal, i int, do func(*journal.MealItem)) {
	changed := m.Clone().(*journal.Meal)
	before := changed.Items[i]
	if do(&changed.Items[i]); changed.Items[i] != before {
		c.s.keep(c.problem, changed)
	}
}

// removeFood takes a food out of a meal; a meal without foods goes as well.
func (c *mealCard) removeFood(m *journal.Meal, i int) {
	if len(m.Items) == 1 {
		c.s.drop(c.problem, m)
		return
	}
	changed := m.Clone().(*journal.Meal)
	changed.Items = slices.Delete(changed.Items, i, i+1)
	c.s.keep(c.problem, changed)
}

// openFood asks how much of a food was eaten, and leads to what it holds.
func (c *mealCard) openFood(m *journal.Meal, i int) {
	changed := m.Clone().(*journal.Meal)
	item := &changed.Items[i]
	f := newForm()
	choice(f, "Portion", "portion", []journal.Portion{journal.NoPortion, journal.Small, journal.Usual, journal.Large}, []string{"not said", "small", "usual", "large"}, &item.Portion)
	f.maybe("How many", "count", "empty: not counted", &item.Count)
	var leave func()
	f.rows = append(f.rows, kit.Flow(6,
		kit.NewChip("What it holds …", func() { c.s.edit(c.s.page.foodNamed(item.Food, c.s.deps.Now())) }),
		kit.NewChip("Take it out of this meal", func() { leave(); c.removeFood(m, i) })),
		kit.NewCaption("On the meal itself, S, U and L give the portion and Delete takes the food out."))
	leave = c.s.showForm(capital(item.Food), changed, f)
}
