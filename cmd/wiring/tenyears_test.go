package wiring_test

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"skinward/app/journal"
	"skinward/cmd/wiring"
	"skinward/cmd/work"
	"skinward/ui"
	"skinward/ui/kit"
	"skinward/ui/uitest"
)

// oneFrame is what the drawing thread may spend on one update.
const oneFrame = 16 * time.Millisecond

// window is the whole program's content over a journal of so many days. The
// runner is inline, so that every measured time holds the reading too.
func window(b testing.TB, days int) (*uitest.Window, *ui.Shell) {
	b.Helper()
	return windowOver(b, deskOf(b, days))
}

func windowOver(b testing.TB, desk work.Desk) (*uitest.Window, *ui.Shell) {
	b.Helper()
	return windowBy(b, desk, kit.Inline{}, kit.AtOnce)
}

// windowBy is windowOver with another runner and clock.
func windowBy(b testing.TB, desk work.Desk, run kit.Runner, after func(time.Duration, func())) (*uitest.Window, *ui.Shell) {
	b.Helper()
	settings, err := desk.Store.Settings(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	settings.Welcomed = true
	if err := desk.Store.SaveSettings(context.Background(), settings); err != nil {
		b.Fatal(err)
	}
	w := uitest.New(b, uitest.Setup{})
	ready, err := wiring.Prepare(context.Background(), desk.Store, "en-GB")
	if err == nil {
		err = ready.Read(context.Background(), desk)
	}
	if err != nil {
		b.Fatal(err)
	}
	fyne.CurrentApp().Settings().SetTheme(ready.Theme())
	shell := wiring.Build(wiring.Config{
		Ready: ready, Window: w.Window, Desk: desk, Run: run, Version: "test",
		After: after, Copy: func(string) {}, Paste: func() string { return "" },
		Open: func(string, []byte) error { return nil },
	}, kit.Route{Place: kit.PlaceToday})
	w.Window.Resize(fyne.NewSize(1280, 800))
	w.Settle()
	return w, shell
}

// Today opens on any day of ten years.
func BenchmarkTodayOpensInTenYears(b *testing.B) {
	_, shell := window(b, 3652)
	day := journal.DayAt(noon, 0)
	n := 0
	for b.Loop() {
		shell.Navigate(kit.Route{Place: kit.PlaceToday, Day: day.Add(-n * 37 % 3600)})
		n++
	}
}

// The timeline opens on ten years, read anew; 150 ms is the bound of ms-open.
// Going back to Today between is not within it.
func BenchmarkTimelineOpensInTenYears(b *testing.B) {
	_, shell := window(b, 3652)
	var opening time.Duration
	for b.Loop() {
		shell.Done(journal.Change{After: &journal.Note{Meta: journal.Meta{Day: journal.DayAt(noon, 0)}}}) // has it read anew
		begin := time.Now()
		shell.Navigate(kit.Route{Place: kit.PlaceTimeline})
		opening += time.Since(begin)
		shell.Navigate(kit.Route{Place: kit.PlaceToday})
	}
	b.ReportMetric(float64(opening.Milliseconds())/float64(b.N), "ms-open")
}

// Scrolling the timeline; the slowest update is reported beside the mean, and
// late counts those above one frame. Reading a month is within the time, which
// the program does off the drawing thread.
func BenchmarkTimelineScrollsThroughTenYears(b *testing.B) {
	w, shell := window(b, 3652)
	shell.Navigate(kit.Route{Place: kit.PlaceTimeline})
	w.Settle()
	var worst time.Duration
	late := 0
	for b.Loop() {
		begin := time.Now()
		test.Scroll(w.Canvas(), fyne.NewPos(500, 400), 0, -240)
		took := time.Since(begin)
		worst = max(worst, took)
		if took > oneFrame {
			late++
		}
	}
	b.ReportMetric(float64(worst.Milliseconds()), "ms-worst")
	b.ReportMetric(float64(late)/float64(b.N), "late/op")
}

// A letter in the meal line, completions included, within one frame.
func BenchmarkTypingAFoodInTenYears(b *testing.B) {
	w, shell := window(b, 3652)
	shell.Navigate(kit.Route{Place: kit.PlaceToday, Focus: kit.FocusMeal})
	entry, ok := w.Canvas().Focused().(*kit.Entry)
	if !ok {
		b.Fatal("the meal line has no focus")
	}
	for b.Loop() {
		entry.SetText("oat porridge, bluebe")
		entry.SetText("oat porridge, blueber")
	}
}
