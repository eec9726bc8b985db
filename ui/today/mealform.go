package today

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/ui/kit"
)

const lineHint = "\u201c2\u201d or \u201clarge\u201d before a food counts or sizes it; \u201cno milk\u201d says that there was none"

func (s *Screen) mealForm(f *form, r *journal.Meal) {
	choice(f, "Meal", "slot", append(journal.Slots(), journal.AnySlot), []string{"Breakfast", "Lunch", "Dinner", "Snack", "Drink", "not said"}, &r.Slot)
	line := mealLine(r.Items)
	before := line
	f.lines("Foods, with commas", "foods", 2, &line)
	f.fields["food"] = f.fields["foods"]
	last := &f.reads[len(f.reads)-1]
	read := last.do
	last.do = func() error {
		if err := read(); err != nil {
			return err
		}
		if line != before {
			r.Items = s.readMeal(line, r.Items)
			before = line
		}
		return nil
	}
	f.say(lineHint)
	portion := journal.Portion("as written")
	choice(f, "All portions", "portion", []journal.Portion{portion, journal.NoPortion, journal.Small, journal.Usual, journal.Large}, []string{"as written", "not said", "small", "usual", "large"}, &portion)
	f.reads = append(f.reads, reading{"portion", func() error {
		for i := range r.Items {
			if portion != "as written" {
				r.Items[i].Portion = portion
			}
		}
		return nil
	}})
	s.mealChips(f, r)
}

// mealChips leads from a meal to its foods and keeps it as a favourite.
func (s *Screen) mealChips(f *form, r *journal.Meal) {
	if !f.stored {
		return
	}
	var chips []fyne.CanvasObject
	for _, name := range r.Foods() {
		chips = append(chips, kit.NewChip("Tags of "+name, func() { s.edit(s.page.foodNamed(name, s.deps.Now())) }))
	}
	line := mealLine(r.Items)
	on := s.page.favourite(line) != nil
	chips = append(chips, kit.NewToggleChip("Saved meal", kit.Meals, on, func(on bool) { s.favour(line, on) }))
	f.rows = append(f.rows, kit.Flow(6, chips...))
}

// readMeal reads a meal's line that was changed. What was not touched keeps
// its own name, even one that reads otherwise.
func (s *Screen) readMeal(line string, before []journal.MealItem) []journal.MealItem {
	var out []journal.MealItem
	for _, part := range splitWords(line) {
		if i := slices.IndexFunc(before, func(b journal.MealItem) bool { return itemLine(b) == part }); i >= 0 {
			out = append(out, before[i])
			continue
		}
		out = append(out, s.deps.Foods.Read(part)...)
	}
	return out
}

// mealLine is a meal as one would type it: reading the line gives the meal.
func mealLine(items []journal.MealItem) string {
	parts := make([]string, len(items))
	for i, it := range items {
		parts[i] = itemLine(it)
	}
	return strings.Join(parts, ", ")
}

func itemLine(i journal.MealItem) string {
	n := i.Food
	if i.Portion != journal.NoPortion {
		n = string(i.Portion) + " " + n
	}
	if c, ok := i.Count.Get(); ok && c != 1 {
		n = strconv.FormatFloat(c, 'f', -1, 64) + " " + n
	}
	if i.Absent {
		n = "no " + n
	}
	return n
}
