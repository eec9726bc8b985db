package kit_test

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/ui/kit"
	"skinward/ui/uitest"
)

func TestScaleAnswersDigitsAndKeys(t *testing.T) {
	for _, c := range []struct {
		name     string
		do       func(*uitest.Window)
		value    int
		recorded bool
	}{
		{"digit", func(w *uitest.Window) { w.Type("6") }, 6, true},
		{"zero is an answer", func(w *uitest.Window) { w.Type("0") }, 0, true},
		{"X is ten", func(w *uitest.Window) { w.Type("x") }, 10, true},
		{"last digit counts", func(w *uitest.Window) { w.Type("37") }, 7, true},
		{"letters say nothing", func(w *uitest.Window) { w.Type("a") }, 0, false},
		{"right steps", func(w *uitest.Window) { w.Type("4"); w.Key(fyne.KeyRight) }, 5, true},
		{"left from nothing is zero", func(w *uitest.Window) { w.Key(fyne.KeyLeft) }, 0, true},
		{"right stops at ten", func(w *uitest.Window) { w.Key(fyne.KeyEnd, fyne.KeyRight) }, 10, true},
		{"home", func(w *uitest.Window) { w.Type("8"); w.Key(fyne.KeyHome) }, 0, true},
		{"delete clears", func(w *uitest.Window) { w.Type("8"); w.Key(fyne.KeyDelete) }, 0, false},
		{"tap", func(w *uitest.Window) { w.Tap("7") }, 7, true},
		{"second tap clears", func(w *uitest.Window) { w.Tap("7"); w.Tap("7") }, 0, false},
		{"tap that slips", func(w *uitest.Window) { w.Wobble("3") }, 3, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := uitest.New(t, uitest.Setup{Width: 400, Height: 100})
			told, times := -2, 0
			s := kit.NewSeverityScale("clear", "worst ever", func(v int, recorded bool) {
				told, times = v, times+1
				if !recorded {
					told = -1
				}
			})
			w.Show(kit.NewScroll(kit.Column(0, s)))
			w.Canvas().Focus(s)
			c.do(w)
			value, recorded := s.Value()
			if value != c.value || recorded != c.recorded {
				t.Errorf("shows %d %v, want %d %v", value, recorded, c.value, c.recorded)
			}
			if times > 0 && recorded && told != value {
				t.Errorf("told %d, shows %d", told, value)
			}
		})
	}
}

func TestAnUnansweredScaleSaysSo(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 400, Height: 100})
	s := kit.NewSeverityScale("clear", "worst ever", nil)
	w.Show(s)
	w.MustSay("clear", "not recorded", "worst ever")
	w.Canvas().Focus(s)
	w.Type("0")
	w.MustNotSay("not recorded")
	w.Key(fyne.KeyDelete)
	w.MustSay("not recorded")
	w.Window.Resize(fyne.NewSize(230, 100))
	w.Settle()
	if over := w.Overlaps(); len(over) > 0 {
		t.Errorf("painted over each other: %q", over)
	}
}

func TestScaleTellsOnlyChanges(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 400, Height: 100})
	times := 0
	s := kit.NewScale(kit.Stress, "", "", func(int, bool) { times++ })
	w.Show(s)
	s.SetValue(4)
	w.Canvas().Focus(s)
	w.Type("4")
	if times != 0 {
		t.Errorf("told %d times about a value that was there", times)
	}
}

func TestCheckRowHasThreeStates(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 400, Height: 100})
	var told []journal.State
	r := kit.NewCheckRow("L. rhamnosus GG", "10 bn CFU", kit.Probiotics, kit.NotRecorded, func(s kit.Tristate) { told = append(told, s) })
	w.Show(kit.NewScroll(kit.Column(0, r)))
	w.Tap("L. rhamnosus GG")
	w.Tap("L. rhamnosus GG")
	w.Wobble("L. rhamnosus GG")
	w.Type("y")
	w.Type("n")
	w.Key(fyne.KeyDelete)
	w.Key(fyne.KeySpace)
	want := []journal.State{kit.Yes, kit.No, kit.NotRecorded, kit.Yes, kit.No, kit.NotRecorded, kit.Yes}
	if !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
}

func TestCheckHasTwoStates(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 400, Height: 100})
	var told []bool
	c := kit.NewCheck("Severity chart", true, func(on bool) { told = append(told, on) })
	w.Show(c)
	w.Tap("Severity chart")
	w.Key(fyne.KeySpace, fyne.KeyDelete, fyne.KeySpace)
	if want := []bool{false, true, false}; !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
}

func TestButtonsAnswerTapSlipAndKeys(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 400, Height: 200})
	n := 0
	b := kit.NewButton("Add", func() { n++ })
	off := kit.NewPrimaryButton("Off", func() { n += 100 })
	off.Disable()
	w.Show(kit.NewScroll(kit.Column(8, b, off)))
	w.Tap("Add")
	w.Wobble("Add")
	w.Key(fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyA)
	w.Tap("Off")
	if n != 5 {
		t.Errorf("acted %d times, want 5", n)
	}
	if w.Focused() != "Add" {
		t.Errorf("focus is on %q; a tap takes it, a disabled button does not", w.Focused())
	}
}

func TestASlipOffTheButtonDoesNothing(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 400, Height: 200})
	n := 0
	b := kit.NewButton("Add", func() { n++ })
	w.Show(kit.NewScroll(kit.Column(8, b)))
	b.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(-5, 4)}})
	b.DragEnd()
	if n != 0 {
		t.Error("letting go outside the button must not act")
	}
}

func TestSegmentedChooses(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 500, Height: 100})
	var told []int
	s := kit.NewSegmented([]string{"90 days", "1 year", "All"}, 1, func(i int) { told = append(told, i) })
	w.Show(kit.NewScroll(kit.Row(0, s)))
	w.Tap("All")
	w.Tap("All")
	w.Key(fyne.KeyLeft, fyne.KeyHome, fyne.KeyLeft, fyne.KeyEnd, fyne.KeySpace)
	if want := []int{2, 1, 0, 2, 0}; !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
}

func TestChips(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 500, Height: 100})
	var told []string
	say := func(s string) { told = append(told, s) }
	removable := kit.NewRemovableChip("Left cheek", kit.Skin, func() { say("open") }, func() { say("remove") })
	w.Show(kit.Flow(8,
		kit.NewChip("Lentil soup", func() { say("soup") }),
		kit.NewToggleChip("Work", kit.Stress, false, func(on bool) { say(fmt.Sprint("work ", on)) }), removable))
	w.Tap("Lentil soup")
	w.Tap("Work")
	w.Key(fyne.KeySpace)
	w.Tap("Left cheek")
	w.Key(fyne.KeyDelete)
	removable.Tapped(&fyne.PointEvent{Position: fyne.NewPos(removable.Size().Width-8, 8)})
	want := []string{"soup", "work true", "work false", "open", "remove", "remove"}
	if !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
}

func TestChoiceChipsHoldOneChoice(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 500, Height: 100})
	var told []int
	g := kit.NewChoiceChips([]string{"3 months", "6 months", "Since last visit"}, 0, func(i int) { told = append(told, i) })
	w.Show(g)
	w.Tap("6 months")
	w.Tap("6 months")
	w.Tap("Since last visit")
	if g.Chosen() != 2 || !slices.Equal(told, []int{1, 1, 2}) {
		t.Errorf("chosen %d, told %v", g.Chosen(), told)
	}
}

func TestStepperStaysInItsRange(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 500, Height: 100})
	s := kit.NewStepper(0.5, 0.1, 1, 0.1, func(v float64) string { return fmt.Sprintf("%.1f points", v) }, nil)
	w.Show(kit.Row(0, s))
	w.Canvas().Focus(s)
	w.Key(fyne.KeyRight, fyne.KeyUp)
	w.MustSay("0.7 points")
	w.Type("-")
	w.MustSay("0.6 points")
	w.Key(fyne.KeyEnd, fyne.KeyRight)
	w.MustSay("1.0 points")
	w.Key(fyne.KeyHome, fyne.KeyLeft)
	w.MustSay("0.1 points")
}

func TestEveryControlShowsItsFocus(t *testing.T) {
	for name, make := range map[string]func() fyne.Focusable{
		"button":    func() fyne.Focusable { return kit.NewButton("Add", nil) },
		"chip":      func() fyne.Focusable { return kit.NewChip("Soup", nil) },
		"segmented": func() fyne.Focusable { return kit.NewSegmented([]string{"a", "b"}, 0, nil) },
		"scale":     func() fyne.Focusable { return kit.NewSeverityScale("", "", nil) },
		"check":     func() fyne.Focusable { return kit.NewCheck("Yes", true, nil) },
		"list row":  func() fyne.Focusable { return kit.NewListRow("08:10", kit.Meals, "Lunch", "", nil) },
		"month":     func() fyne.Focusable { return kit.NewMonthGrid(day, day) },
		"week":      func() fyne.Focusable { return kit.NewWeekStrip(day, day, nil) },
		"stepper": func() fyne.Focusable {
			return kit.NewStepper(1, 0, 2, 1, func(float64) string { return "1" }, nil)
		},
		"rail": func() fyne.Focusable { return kit.NewRailItem("today", "Today", "Ctrl 1", nil) },
		"thumbnail": func() fyne.Focusable {
			return kit.NewThumbnail(kit.NewPictures(kit.Inline{}, 1000, loader), 90, 90, nil)
		},
		"chart": func() fyne.Focusable { return kit.NewChartView(kit.Inline{}, "c", 100, 80) },
		"entry": func() fyne.Focusable { return kit.NewEntry("type", nil) },
	} {
		t.Run(name, func(t *testing.T) {
			w := uitest.New(t, uitest.Setup{Width: 420, Height: 320})
			f := make()
			w.Show(kit.Inset(f.(fyne.CanvasObject), 20, 20))
			before := w.Shot("focus-" + name + "-off")
			w.Canvas().Focus(f)
			after := w.Shot("focus-" + name)
			if n := differing(before, after); n < 30 {
				t.Errorf("only %d pixels tell that it has the focus", n)
			}
		})
	}
}
