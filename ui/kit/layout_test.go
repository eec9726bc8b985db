package kit_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"skinward/ui/kit"
	"skinward/ui/uitest"
)

const long = "The day after high stress your skin was worse than on other days, after allowing for sleep, the day of the week and what was eaten."

func TestAColumnGivesWrappingTextItsHeightAtOnce(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 200, Height: 600})
	text, next := kit.NewBody(long), kit.NewBody("next")
	c := kit.Column(8, text, next)
	w.Show(kit.NewGround(kit.Ground, c))
	if text.Size().Height < 80 {
		t.Errorf("the text is %v high at width 200", text.Size().Height)
	}
	if next.Position().Y < text.Size().Height+8 {
		t.Errorf("the next text lies at %v, in a text %v high", next.Position().Y, text.Size().Height)
	}
}

func TestAFillColumnGivesOneObjectTheRest(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 300, Height: 500})
	head, body, foot := kit.NewBody("head"), kit.NewGround(kit.Surface, kit.NewBody("body")), kit.NewBody("foot")
	w.Show(kit.FillColumn(10, 1, head, body, foot))
	want := 500 - head.MinSize().Height - foot.MinSize().Height - 20
	if got := body.Size().Height; got < want-1 || got > want+1 {
		t.Errorf("the body is %v high, want %v", got, want)
	}
}

func TestAHeaderPutsItsControlsBelowWhereTheWidthIsShort(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 700, Height: 200})
	button := kit.NewButton("Save PDF…", nil)
	title := kit.NewTitle("Summary for your doctor")
	head := kit.Header(title, button)
	w.Show(kit.Column(0, head))
	if button.Position().Y > 10 {
		t.Errorf("with room the button stands beside the title, not at %v", button.Position())
	}
	w.Window.Resize(fyne.NewSize(340, 200))
	w.Settle()
	if button.Position().Y < title.Size().Height {
		t.Errorf("without room the button stands below the title, not at %v", button.Position())
	}
	if cut := w.CutTexts(); len(cut) > 0 {
		t.Errorf("cut: %q", cut)
	}
}

func TestFlowStartsANewLine(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 220, Height: 200})
	var chips []fyne.CanvasObject
	for range 6 {
		chips = append(chips, kit.NewChip("Lentil soup", nil))
	}
	f := kit.Flow(8, chips...)
	after := kit.NewBody("after")
	w.Show(kit.Column(8, f, after))
	if chips[0].Position().Y == chips[5].Position().Y {
		t.Error("six chips do not fit one line of 220 points")
	}
	if last := chips[5].Position().Y + chips[5].Size().Height; after.Position().Y < last {
		t.Errorf("what follows lies at %v, the chips end at %v", after.Position().Y, last)
	}
}

func TestEllipsisEndsWhereTheRoomEnds(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 200, Height: 50})
	w.Show(kit.NewBody(long).Ellipsis())
	if cut := w.CutTexts(); len(cut) > 0 {
		t.Errorf("cut: %q", cut)
	}
	seen := false
	for _, s := range w.Painted() {
		seen = seen || strings.HasSuffix(s, "…")
	}
	if !seen {
		t.Errorf("painted %q without an ellipsis", w.Painted())
	}
}

func TestScrollLeavesRoomForFocusRingsAndKeepsItsPlace(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 300, Height: 200})
	var rows []fyne.CanvasObject
	for range 40 {
		rows = append(rows, kit.NewButton("Row", nil))
	}
	s := kit.NewScroll(kit.Column(6, rows...))
	w.Show(s)
	s.Reveal(rows[30])
	w.Settle()
	at := s.Offset()
	if at == 0 {
		t.Fatal("the row far below was not revealed")
	}
	s.Top()
	s.SetOffset(at)
	if s.Offset() != at {
		t.Errorf("offset %v, want %v", s.Offset(), at)
	}
}

func TestTabOrderIsReadingOrder(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 900, Height: 400})
	entry := kit.NewEntry("What did you eat?", nil)
	w.Show(kit.Page(
		kit.Header(kit.NewTitle("Today"), kit.NewButton("Earlier", nil), kit.NewButton("Later", nil)),
		kit.Columns(10, nil,
			kit.NewCard("meals", kit.Meals, "Meals", "", kit.Column(4, kit.FillRow(4, 0, entry, kit.NewButton("12:40", nil)), kit.NewChip("Lentil soup", nil))),
			kit.NewCardWith("skin", kit.Skin, "Skin", kit.NewButton("Photo", nil), kit.NewSeverityScale("", "", nil)))))
	want := "Earlier, Later, What did you eat?, 12:40, Lentil soup, Photo, 0"
	if got := strings.Join(w.TabOrder(), ", "); got != want {
		t.Errorf("Tab runs %s\nwant %s", got, want)
	}
}
