package kit_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/ui/kit"
	"skinward/ui/uitest"
)

func TestDayFieldTakesADayInManyWays(t *testing.T) {
	start := journal.NewDay(2026, 11, 1)
	for _, c := range []struct {
		name string
		do   func(*uitest.Window)
		want journal.Day
	}{
		{"up is a day later", func(w *uitest.Window) { w.Key(fyne.KeyUp) }, start.Add(1)},
		{"down is a day earlier", func(w *uitest.Window) { w.Key(fyne.KeyDown) }, start.Add(-1)},
		{"T is today", func(w *uitest.Window) { w.Type("t") }, day},
		{"ISO", func(w *uitest.Window) { clear(w, 10); w.Type("2026-02-03") }, journal.NewDay(2026, 2, 3)},
		{"own order", func(w *uitest.Window) { clear(w, 10); w.Type("3/2/2026") }, journal.NewDay(2026, 2, 3)},
		{"empty is no day", func(w *uitest.Window) { clear(w, 10) }, journal.Day{}},
		{"calendar", func(w *uitest.Window) {
			w.Tab(1)
			w.Key(fyne.KeyReturn, fyne.KeyRight, fyne.KeyDown, fyne.KeyReturn)
		}, start.Add(8)},
		{"calendar by tap", func(w *uitest.Window) { w.Tab(1); w.Key(fyne.KeyReturn); w.Tap("17") }, journal.NewDay(2026, 11, 17)},
		{"calendar left", func(w *uitest.Window) { w.Tab(1); w.Key(fyne.KeyReturn, fyne.KeyRight, fyne.KeyEscape) }, start},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := uitest.New(t, uitest.Setup{Width: 600, Height: 600})
			f := kit.NewDayField(start, today, nil)
			var told journal.Day
			f.OnChanged = func(d journal.Day) { told = d }
			w.Show(kit.Column(0, f))
			f.Focus()
			c.do(w)
			if f.Day() != c.want {
				t.Errorf("shows %v, want %v", f.Day(), c.want)
			}
			if c.want != start && told != c.want {
				t.Errorf("told %v, want %v", told, c.want)
			}
		})
	}
}

// clear takes n letters away.
func clear(w *uitest.Window, n int) {
	w.Key(fyne.KeyEnd)
	for range n {
		w.Key(fyne.KeyBackspace)
	}
}

func TestDayFieldSaysWhatIsWrongAndKeepsTheText(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 600, Height: 300})
	f := kit.NewDayField(day, today, nil)
	w.Show(kit.Column(0, f, kit.NewButton("Next", nil)))
	f.Focus()
	clear(w, 10)
	w.Type("31/2/2026")
	w.MustSay("No such date. Write it like 21/11/2026.")
	w.Tab(2)
	w.MustSay("31/2/2026")
}

func TestMonthGridWalks(t *testing.T) {
	for _, c := range []struct {
		keys []fyne.KeyName
		want journal.Day
	}{
		{[]fyne.KeyName{fyne.KeyLeft}, day.Add(-1)},
		{[]fyne.KeyName{fyne.KeyDown}, day.Add(7)},
		{[]fyne.KeyName{fyne.KeyUp, fyne.KeyUp, fyne.KeyUp}, day.Add(-21)},
		{[]fyne.KeyName{fyne.KeyPageUp}, journal.NewDay(2026, 10, 21)},
		{[]fyne.KeyName{fyne.KeyPageDown, fyne.KeyPageDown}, journal.NewDay(2027, 1, 21)},
		{[]fyne.KeyName{fyne.KeyHome}, journal.NewDay(2026, 11, 1)},
		{[]fyne.KeyName{fyne.KeyEnd}, journal.NewDay(2026, 11, 30)},
		{[]fyne.KeyName{fyne.KeyEnd, fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyPageDown}, journal.NewDay(2027, 2, 28)},
	} {
		w := uitest.New(t, uitest.Setup{Width: 400, Height: 400})
		g := kit.NewMonthGrid(day, day)
		w.Show(g)
		w.Canvas().Focus(g)
		w.Key(c.keys...)
		if g.Cursor() != c.want {
			t.Errorf("%v leads to %v, want %v", c.keys, g.Cursor(), c.want)
		}
		w.Type("t")
		if g.Cursor() != day {
			t.Errorf("T leads to %v", g.Cursor())
		}
	}
}

func TestMonthGridSaysADayInWordsAndRefusesDisabledOnes(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 400, Height: 400})
	g := kit.NewMonthGrid(day, day)
	g.Mark = mark
	g.Enabled = func(d journal.Day) bool { return !d.After(day) }
	var words []string
	var chosen []journal.Day
	g.OnPoint = func(_ journal.Day, said string) { words = append(words, said) }
	g.OnChosen = func(d journal.Day) { chosen = append(chosen, d) }
	w.Show(g)
	w.Canvas().Focus(g)
	w.Key(fyne.KeyLeft, fyne.KeyLeft, fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn)
	if want := []string{"not recorded", "severity 1", "severity 6"}; !slices.Equal(words, want) {
		t.Errorf("said %q, want %q", words, want)
	}
	if want := []journal.Day{day.Add(-2)}; !slices.Equal(chosen, want) {
		t.Errorf("chosen %v, want %v", chosen, want)
	}
}

func TestWeeksBeginWhereThePersonSays(t *testing.T) {
	for start, want := range map[int]string{0: "S", 1: "M", 6: "S"} {
		w := uitest.New(t, uitest.Setup{Width: 400, Height: 400, Options: kit.Options{Dates: kit.Dates{WeekStart: 0}}})
		w.SetTheme(kit.Options{Mode: kit.ModeLight, Dates: kit.Dates{WeekStart: journal.NewDay(2026, 11, 15).Add(start).Weekday()}})
		g := kit.NewMonthGrid(day, day)
		w.Show(g)
		if got := w.Texts()[0]; got != want {
			t.Errorf("weeks from %d begin with %q", start, got)
		}
	}
}

func TestWeekStripChooses(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 500, Height: 100})
	var told []journal.Day
	s := kit.NewWeekStrip(day, day, func(d journal.Day) { told = append(told, d) })
	w.Show(kit.Row(0, s))
	w.Tap("18")
	w.Key(fyne.KeyLeft, fyne.KeyRight)
	if want := []journal.Day{day.Add(-3), day.Add(-4), day.Add(-3)}; !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
}
