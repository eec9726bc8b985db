package kit_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"skinward/ui/kit"
	"skinward/ui/uitest"
)

func TestYearGridByKeyboard(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 400, Height: 300})
	g := kit.NewYearGrid(2024, 2026)
	var at, said string
	g.Mark = func(year int, m time.Month) kit.DayMark { return kit.DayMark{Words: m.String()} }
	g.OnPoint = func(year int, m time.Month, words string) { said = words }
	g.OnChosen = func(year int, m time.Month) { at = time.Date(year, m, 1, 0, 0, 0, 0, time.UTC).Format("2006-01") }
	g.SetCursor(day)
	w.Show(g)
	w.Tab(1)
	for _, step := range []struct {
		keys []fyne.KeyName
		want string
	}{
		{nil, "2026-11"},
		{[]fyne.KeyName{fyne.KeyRight, fyne.KeyRight}, "2026-12"}, // the years end here
		{[]fyne.KeyName{fyne.KeyDown, fyne.KeyLeft}, "2025-11"},
		{[]fyne.KeyName{fyne.KeyDown, fyne.KeyDown}, "2024-11"},
		{[]fyne.KeyName{fyne.KeyUp}, "2025-11"},
	} {
		w.Key(append(step.keys, fyne.KeyReturn)...)
		if at != step.want {
			t.Errorf("%v leads to %s, want %s", step.keys, at, step.want)
		}
	}
	if said != "November" {
		t.Errorf("said %q", said)
	}
}

func TestFoundWordsAreShortenedToTheWidth(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 300, Height: 100})
	r := kit.NewListRow("08:00", kit.Meals, "Note", " ", nil).OneLine()
	r.SetStyled("08:00", kit.Meals, "Note", kit.Span{Text: "a long way before the ", Size: kit.SizeSmall}, kit.Span{Text: "pillow", Size: kit.SizeSmall, Bold: true},
		kit.Span{Text: " and a much longer way behind it, which no line of this width can hold", Size: kit.SizeSmall})
	w.Show(r)
	if cut := w.CutTexts(); len(cut) > 0 {
		t.Errorf("cut %q", cut)
	}
	w.MustSay("a long way before the pillow", "…")
}
