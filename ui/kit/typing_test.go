package kit_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"skinward/ui/kit"
	"skinward/ui/uitest"
)

// line opens a field with two completions under it.
func line(t *testing.T) (w *uitest.Window, e *kit.Entry, said *[]string) {
	t.Helper()
	w = uitest.New(t, uitest.Setup{Width: 500, Height: 300})
	said = &[]string{}
	s := kit.NewSuggestions(func(i int) { *said = append(*said, "chose "+[]string{"blueberries", "blueberry muffin"}[i]) })
	e = kit.NewEntry("What did you eat?", func(text string) {
		if len(text) >= 2 {
			s.Set([]kit.Suggestion{{Label: "Blueberries", Caption: "31 times"}, {Label: "Blueberry muffin"}})
		} else {
			s.Set(nil)
		}
	})
	s.Attach(e, func(text string) { *said = append(*said, "added "+text) })
	w.Show(kit.Column(8, e, s))
	w.Canvas().Focus(e)
	return w, e, said
}

func TestSuggestionsNeverStopTheTyping(t *testing.T) {
	w, e, said := line(t)
	w.Type("bl")
	w.MustSay("Blueberries", "31 times", "Blueberry muffin")
	w.Type("ue")
	if e.Text != "blue" {
		t.Errorf("text %q: typing must go on while the list is open", e.Text)
	}
	w.Key(fyne.KeyReturn)
	if want := []string{"added blue"}; !slices.Equal(*said, want) {
		t.Errorf("said %q, want %q: nothing was marked", *said, want)
	}
}

func TestArrowsWalkTheSuggestions(t *testing.T) {
	w, _, said := line(t)
	w.Type("bl")
	w.Key(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	w.Key(fyne.KeyUp, fyne.KeyReturn)
	w.Key(fyne.KeyUp, fyne.KeyUp, fyne.KeyReturn)
	if want := []string{"chose blueberry muffin", "chose blueberries", "added bl"}; !slices.Equal(*said, want) {
		t.Errorf("said %q, want %q", *said, want)
	}
}

func TestEscapeClosesTheSuggestions(t *testing.T) {
	w, e, _ := line(t)
	w.Type("bl")
	w.Key(fyne.KeyEscape)
	w.MustNotSay("Blueberries")
	if e.Text != "bl" {
		t.Errorf("text %q: what was typed stays", e.Text)
	}
}

func TestATapOnASuggestionKeepsTheCaret(t *testing.T) {
	w, e, said := line(t)
	w.Type("bl")
	w.Tap("Blueberry muffin")
	w.Wobble("Blueberries")
	if want := []string{"chose blueberry muffin", "chose blueberries"}; !slices.Equal(*said, want) {
		t.Errorf("said %q, want %q", *said, want)
	}
	if w.Canvas().Focused() != fyne.Focusable(e) {
		t.Error("the field keeps the focus")
	}
}

func TestEntryUndoesUnsavedTypingOnly(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 300, Height: 100})
	e := kit.NewEntry("", nil)
	e.SetText("oats")
	e.Keep()
	w.Show(e)
	w.Canvas().Focus(e)
	if e.TextUndo() {
		t.Error("nothing was typed since it was saved")
	}
	w.Key(fyne.KeyEnd)
	w.Type(" and milk")
	if !e.TextUndo() || e.Text == "oats and milk" {
		t.Errorf("text %q after undo", e.Text)
	}
}

func TestNoteKeepsItsReturns(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 300, Height: 200})
	e := kit.NewNoteEntry("note", 3, nil)
	w.Show(e)
	w.Canvas().Focus(e)
	w.Type("a")
	w.Key(fyne.KeyReturn)
	w.Type("b")
	if e.Text != "a\nb" {
		t.Errorf("text %q", e.Text)
	}
}

func TestListRowOpensDeletesAndWalks(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 400, Height: 200})
	var said []string
	r := kit.NewListRow("08:10", kit.Meals, "Breakfast", "Rye bread, egg, coffee", func() { said = append(said, "open") })
	r.OnDelete = func() { said = append(said, "delete") }
	r.OnDown = func() { said = append(said, "down") }
	w.Show(kit.NewScroll(kit.Column(0, r)))
	w.Tap("Breakfast")
	w.Wobble("Breakfast")
	w.Key(fyne.KeyReturn, fyne.KeyDown, fyne.KeyDelete)
	if want := []string{"open", "open", "open", "down", "delete"}; !slices.Equal(said, want) {
		t.Errorf("said %q, want %q", said, want)
	}
}

func TestPickerOpensAListAndAnswersArrows(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 500, Height: 500})
	var told []int
	p := kit.NewPicker("Language of dates", []string{"English", "Deutsch", "Français"}, 0, func(i int) { told = append(told, i) })
	w.Show(kit.Row(0, p))
	w.Tap("English")
	w.MustSay("Language of dates", "Français")
	w.Key(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	w.MustSay("Français")
	w.MustNotSay("Language of dates")
	w.Key(fyne.KeyUp)
	w.MustSay("Deutsch")
	if want := []int{2, 1}; !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
}

func TestPickerMayHaveNothingChosen(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 500, Height: 500})
	var told []int
	p := kit.NewPickerOrNone("Outcome", "More", []string{"Flare days", "Outdoors"}, -1, func(i int) { told = append(told, i) })
	w.Show(kit.Row(0, p))
	w.Tap("More")
	w.MustSay("Flare days", "Outdoors")
	w.Key(fyne.KeyDown, fyne.KeyReturn)
	w.MustSay("Outdoors")
	w.MustNotSay("More")
	p.SetChosen(-1)
	w.MustSay("More")
	w.Key(fyne.KeyUp)
	w.MustSay("More")
	w.Key(fyne.KeyDown)
	w.MustSay("Flare days")
	if want := []int{1, 0}; !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
}

// A long list is searched by typing, and walked from there, without the mouse.
func TestALongListIsSearched(t *testing.T) {
	labels := []string{"None"}
	for i := range 300 {
		labels = append(labels, fmt.Sprintf("Food %03d", i))
	}
	labels = append(labels, "Seafood 120")
	for _, c := range []struct {
		name   string
		do     func(w *uitest.Window)
		chosen string
	}{
		{"first of what was typed", func(w *uitest.Window) { w.Type("food 12"); w.Key(fyne.KeyReturn) }, "Food 120"},
		{"walked into", func(w *uitest.Window) { w.Type("food 12"); w.Key(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn) }, "Food 121"},
		{"inside a name, after those that begin so", func(w *uitest.Window) {
			w.Type("food 120")
			w.Key(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
		}, "Seafood 120"},
		{"back to the search from the first line", func(w *uitest.Window) {
			w.Key(fyne.KeyDown, fyne.KeyUp)
			w.Type("food 007")
			w.Key(fyne.KeyReturn)
		}, "Food 007"},
		{"tapped", func(w *uitest.Window) { w.Type("food 299"); w.TapNth("Food 299", 0) }, "Food 299"},
		{"left", func(w *uitest.Window) { w.Type("food 299"); w.Key(fyne.KeyEscape) }, "Food 200"},
		{"nothing found", func(w *uitest.Window) {
			w.Type("durian")
			w.MustSay("Nothing here has these letters.")
			w.Key(fyne.KeyReturn, fyne.KeyEscape)
		}, "Food 200"},
	} {
		w := uitest.New(t, uitest.Setup{Width: 500, Height: 500})
		p := kit.NewPicker("Series", labels, 201, nil)
		w.Show(kit.Row(0, p))
		w.Tap("Food 200")
		w.MustSay("252 more; type to find them.")
		c.do(w)
		if got := labels[p.Chosen()]; got != c.chosen {
			t.Errorf("%s: chose %s, want %s", c.name, got, c.chosen)
		}
		w.MustNotSay("Type to search")
	}
}

// A field says when there is no room, and keeps what it has.
func TestAFieldRefusesMoreThanCanBeDrawn(t *testing.T) {
	for name, c := range map[string]struct {
		entry *kit.Entry
		room  int
	}{
		"line": {kit.NewEntry("", nil), 1000}, "note": {kit.NewNoteEntry("", 3, nil), 20_000},
	} {
		t.Run(name, func(t *testing.T) {
			w := uitest.New(t, uitest.Setup{Width: 400, Height: 300})
			field := kit.NewField("Words", "", c.entry)
			w.Show(field)
			w.Canvas().Focus(c.entry)
			paste := func(text string) {
				fyne.CurrentApp().Clipboard().SetContent(text)
				c.entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
			}
			paste("ab")
			paste(strings.Repeat("😀", c.room-1))
			if c.entry.Text != "ab" || field.Problem() == "" {
				t.Errorf("%d characters, problem %q", len(c.entry.Text), field.Problem())
			}
			paste(strings.Repeat("x", c.room-2))
			w.Type("y")
			if n := len(c.entry.Text); n != c.room {
				t.Errorf("%d characters, want %d", n, c.room)
			}
			c.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
			w.Type("z")
			if c.entry.Text != "z" {
				t.Errorf("%d characters after all were replaced", len(c.entry.Text))
			}
		})
	}
}
