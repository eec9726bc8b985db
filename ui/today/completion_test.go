package today_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/ui/kit"
	"skinward/ui/uitest"
)

func TestCompletionTakesTheMarkedFood(t *testing.T) {
	d := sit(t, uitest.Setup{})
	d.screen.Show(kit.Route{Place: kit.PlaceToday, Focus: kit.FocusMeal})
	d.Type("oat porridge, blueb")
	d.MustSay("blueberries", "fibre · antioxidants", "31 times")
	entry := d.Canvas().Focused().(*kit.Entry)
	if entry.Ghost() != "erries" {
		t.Errorf("behind the caret stands %q", entry.Ghost())
	}
	d.Shot("completion")
	d.Key(fyne.KeyReturn) // completes the half word
	if entry.Text != "oat porridge, blueberries, " || len(stored[*journal.Meal](t, d, journal.KindMeal)) != 0 {
		t.Fatalf("%q", entry.Text)
	}
	d.Key(fyne.KeyReturn)
	meals := stored[*journal.Meal](t, d, journal.KindMeal)
	if len(meals) != 1 || meals[0].Detail() != "oat porridge, blueberries" || meals[0].Slot != journal.Lunch {
		t.Fatalf("%+v", meals)
	}
}

func TestHalfWordIsKeptWhereThatIsWanted(t *testing.T) {
	for _, c := range []struct {
		name, typed string
		keys        []fyne.KeyName
		want        string
	}{
		{"Return completes, Return saves", "blueb", []fyne.KeyName{fyne.KeyReturn, fyne.KeyReturn}, "blueberries"},
		{"Right completes too", "blueb", []fyne.KeyName{fyne.KeyRight, fyne.KeyReturn}, "blueberries"},
		{"Down takes the next", "blueb", []fyne.KeyName{fyne.KeyDown, fyne.KeyReturn, fyne.KeyReturn}, "blueberry muffin"},
		{"Up leaves the word as it is", "blueb", []fyne.KeyName{fyne.KeyUp, fyne.KeyReturn}, "blueb"},
		{"Escape as well", "blueb", []fyne.KeyName{fyne.KeyEscape, fyne.KeyReturn}, "blueb"},
		{"a food that is known is one", "blueberries", []fyne.KeyName{fyne.KeyReturn}, "blueberries"},
		{"so is one that was eaten before", "blue", []fyne.KeyName{fyne.KeyReturn}, "blue"},
		{"capitals do not matter", "Blueb", []fyne.KeyName{fyne.KeyReturn, fyne.KeyReturn}, "blueberries"},
		{"a time stays before it", "12:10 blueb", []fyne.KeyName{fyne.KeyReturn, fyne.KeyReturn}, "blueberries"},
		{"a count stays", "egg, 2 blueb", []fyne.KeyName{fyne.KeyReturn, fyne.KeyReturn}, "egg, 2 blueberries"},
		{"a portion stays", "egg with large blueb", []fyne.KeyName{fyne.KeyReturn, fyne.KeyReturn}, "egg, blueberries (large)"},
		{"a word that nobody knows is a food", "zorp", []fyne.KeyName{fyne.KeyReturn}, "zorp"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := sit(t, uitest.Setup{})
			d.screen.Show(kit.Route{Place: kit.PlaceToday, Focus: kit.FocusMeal})
			d.Type(c.typed)
			d.Key(c.keys...)
			meals := stored[*journal.Meal](t, d, journal.KindMeal)
			if len(meals) != 1 || meals[0].Detail() != c.want {
				t.Fatalf("%+v", meals)
			}
		})
	}
}

func TestCompletionCanBeTakenBackLikeTyping(t *testing.T) {
	d := sit(t, uitest.Setup{})
	d.screen.Show(kit.Route{Place: kit.PlaceToday, Focus: kit.FocusMeal})
	d.Type("blueb")
	d.Key(fyne.KeyReturn)
	entry := d.Canvas().Focused().(*kit.Entry)
	for range 40 {
		if !entry.TextUndo() {
			break
		}
	}
	if entry.Text != "" {
		t.Errorf("undo left %q", entry.Text)
	}
}
