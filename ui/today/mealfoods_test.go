package today_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/app/journal/journaltest"
	"skinward/ui/kit"
	"skinward/ui/uitest"
)

// breakfast sits at a day with one meal whose chips have the keyboard.
func breakfast(t *testing.T) *desk {
	t.Helper()
	d := sit(t, uitest.Setup{Width: 1084, Height: 1000}, journaltest.Meal("2026-11-21", "08:10", journal.Breakfast, "rye bread", "egg", "coffee"))
	d.toChips(t)
	return d
}

// toChips walks with Tab to the foods of the first meal.
func (d *desk) toChips(t *testing.T) *kit.ChipRow {
	t.Helper()
	for range 100 {
		d.Tab(1)
		if row, ok := d.Canvas().Focused().(*kit.ChipRow); ok {
			return row
		}
	}
	t.Fatal("no chips take the keyboard")
	return nil
}

func (d *desk) meal(t *testing.T) *journal.Meal {
	t.Helper()
	meals := stored[*journal.Meal](t, d, journal.KindMeal)
	if len(meals) != 1 {
		t.Fatalf("%d meals", len(meals))
	}
	return meals[0]
}

func TestLineMakesAMealOfChips(t *testing.T) {
	d := sit(t, uitest.Setup{})
	d.screen.Show(kit.Route{Place: kit.PlaceToday, Focus: kit.FocusMeal})
	d.Type("rye bread, 2 coffees with milk, large soup, no egg")
	d.Key(fyne.KeyReturn)
	d.MustSay("rye bread", "2 × coffees", "milk", "soup · large", "no egg")
	d.toChips(t)
}

func TestFoodsOfAMealAreChangedByKeys(t *testing.T) {
	d := breakfast(t)
	d.Type("l")
	d.Key(fyne.KeyRight)
	d.Type("s")
	d.Key(fyne.KeyRight)
	d.Type("u")
	if got := d.meal(t).Items; got[0].Portion != journal.Large || got[1].Portion != journal.Small || got[2].Portion != journal.Usual {
		t.Fatalf("%+v", got)
	}
	d.MustSay("rye bread · large", "egg · small", "coffee · usual")
	if len(d.done) != 3 {
		t.Errorf("%d changes that can be undone, want 3", len(d.done))
	}
	d.Key(fyne.KeyLeft, fyne.KeyDelete)
	if got := d.meal(t).Detail(); got != "rye bread (large), coffee" {
		t.Fatalf("%s", got)
	}
	d.Key(fyne.KeyDelete, fyne.KeyDelete)
	if meals := stored[*journal.Meal](t, d, journal.KindMeal); len(meals) != 0 {
		t.Errorf("a meal without foods stayed: %+v", meals[0])
	}
}

func TestFoodOfAMealIsOpened(t *testing.T) {
	d := breakfast(t)
	d.Tap("egg")
	d.MustSay("Portion", "How many", "What it holds", "Take it out of this meal")
	d.Tap("large")
	d.overwrite("How many", "3")
	d.Tap("Save")
	if it := d.meal(t).Items[1]; it.Portion != journal.Large || it.Count.Or(0) != 3 {
		t.Fatalf("%+v", it)
	}
	d.Tap("3 × egg · large")
	d.overwrite("How many", "300")
	d.Tap("Save")
	d.MustSay("Count must lie between 0 and 100")
	d.Tap("Cancel")
	d.Tap("coffee")
	d.Tap("Take it out of this meal")
	if got := d.meal(t).Detail(); got != "rye bread, 3 egg (large)" {
		t.Fatalf("%s", got)
	}
	d.Tap("rye bread")
	d.Tap("What it holds")
	d.MustSay("Published lists disagree on: Gluten. The rest is judged by the usual product.")
	d.Tap("Gluten") // yes becomes partly
	d.Tap("Save")
	if foods := stored[*journal.Food](t, d, journal.KindFood); len(foods) != 1 || foods[0].Tags["gluten"] != "partly" {
		t.Errorf("%+v", foods)
	}
}

func TestKeyboardComesBackToTheFoodThatWasOpened(t *testing.T) {
	d, q := late(t, journaltest.Meal("2026-11-21", "08:10", journal.Breakfast, "rye bread", "egg", "coffee"))
	d.toChips(t)
	d.Key(fyne.KeyRight, fyne.KeyReturn)
	d.Tap("large")
	d.Tap("Save")
	q.drain()
	d.Settle()
	if row, ok := d.Canvas().Focused().(*kit.ChipRow); !ok || row.At() != 1 {
		t.Errorf("the keyboard is at %q", d.Focused())
	}
	d.MustSay("egg · large")
}
