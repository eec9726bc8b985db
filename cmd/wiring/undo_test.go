package wiring_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// meals counts the meals of a journal's last day.
func meals(t *testing.T, desk interface {
	Range(ctx context.Context, from, to journal.Day, kinds ...journal.Kind) (journal.Log, error)
},
) int {
	t.Helper()
	day := journal.DayAt(noon, 0)
	log, err := desk.Range(context.Background(), day, day, journal.KindMeal)
	if err != nil {
		t.Fatal(err)
	}
	return len(log)
}

func TestUndoTakesBackTypingFirstAndThenTheChange(t *testing.T) {
	desk := deskOf(t, 40)
	w, shell := windowOver(t, desk)
	w.Shot("shell-today")
	before := meals(t, desk.Store)
	shell.Navigate(kit.Route{Place: kit.PlaceToday, Focus: kit.FocusMeal})
	w.Type("rye bread")
	w.Key(fyne.KeyReturn)
	if got := meals(t, desk.Store); got != before+1 {
		t.Fatalf("%d meals, want %d", got, before+1)
	}
	shell.Navigate(kit.Route{Place: kit.PlaceToday, Focus: kit.FocusMeal})
	entry, ok := w.Canvas().Focused().(*kit.Entry)
	if !ok {
		t.Fatal("the meal line has no focus")
	}
	w.Type("lentil")
	shell.Undo()
	if entry.Text == "lentil" || meals(t, desk.Store) != before+1 {
		t.Fatalf("undo left %q and %d meals", entry.Text, meals(t, desk.Store))
	}
	for range 10 {
		if entry.Text == "" {
			break
		}
		shell.Undo()
	}
	shell.Undo()
	if got := meals(t, desk.Store); got != before {
		t.Errorf("the meal was not taken back: %d meals, want %d; %q", got, before, w.Texts())
	}
	w.MustSay("Taken back: added")
	shell.Redo()
	if got := meals(t, desk.Store); got != before+1 {
		t.Errorf("the meal was not done again: %d meals", got)
	}
	shell.Navigate(kit.Route{Place: kit.PlaceToday, Focus: kit.FocusCourse}) // a form
	w.Type("Kapsel")
	form, ok := w.Canvas().Focused().(*kit.Entry)
	if !ok || form.Text != "Kapsel" {
		t.Fatal("the form has no focus")
	}
	for range 10 { // takes back typing there, and nothing behind the form
		shell.Undo()
	}
	if form.Text != "" || meals(t, desk.Store) != before+1 {
		t.Errorf("undo in a form left %q and %d meals", form.Text, meals(t, desk.Store))
	}
}
