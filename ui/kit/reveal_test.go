package kit_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"skinward/ui/kit"
	"skinward/ui/uitest"
)

func TestTabScrollsWhatItFocusesIntoView(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 300, Height: 200})
	var rows []fyne.CanvasObject
	for i := range 20 {
		rows = append(rows, kit.NewCard("", kit.Ink, fmt.Sprint("card ", i), "", kit.NewButton(fmt.Sprint("button ", i), nil)))
	}
	scroll := kit.NewScroll(kit.Column(8, rows...))
	w.Show(scroll)
	w.Tab(15)
	if scroll.Offset() == 0 {
		t.Fatal("the focus is where nobody sees it")
	}
	if f := w.Focused(); f != "button 14" {
		t.Fatalf("the focus is on %q", f)
	}
	w.ShiftTab(14)
	if scroll.Offset() > 60 {
		t.Errorf("back at the first button the content is still scrolled by %g", scroll.Offset())
	}
}

// The wheel goes on where the pointer meets a field of one line.
func TestTheWheelMovesThePageOverAField(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 300, Height: 200})
	var rows []fyne.CanvasObject
	for range 20 {
		rows = append(rows, kit.NewEntry("words", nil))
	}
	scroll := kit.NewScroll(kit.Column(0, rows...))
	w.Show(scroll)
	for range 3 {
		test.Scroll(w.Canvas(), fyne.NewPos(100, 100), 0, -40)
	}
	if got := scroll.Offset(); got != 120 {
		t.Errorf("the page moved by %g, want 120", got)
	}
}
