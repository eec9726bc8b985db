package kit_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"skinward/ui/kit"
	"skinward/ui/uitest"
)

// rows returns the rows of a text as they are shown, runs of other styles
// between bars.
func rows(t *kit.Text) []string {
	var out []string
	last := float32(-1)
	for _, o := range test.WidgetRenderer(t).Objects() {
		shown := o.(*canvas.Text)
		foot := shown.Position().Y + shown.Size().Height
		if foot > last+2 {
			out, last = append(out, shown.Text), foot
			continue
		}
		out[len(out)-1] += "|" + shown.Text
	}
	return out
}

func TestTextBreaksBetweenWords(t *testing.T) {
	uitest.New(t, uitest.Setup{})
	width := func(text string) float32 {
		return kit.NewText(kit.Span{Text: text}).OneLine().MinSize().Width
	}
	bold := kit.Span{Text: "bold", Bold: true}
	for _, c := range []struct {
		name  string
		spans []kit.Span
		width float32
		want  []string
	}{
		{"fits", []kit.Span{{Text: "skin and gut"}}, width("skin and gut") + 1, []string{"skin and gut"}},
		{"breaks at a space", []kit.Span{{Text: "skin and gut"}}, width("skin and") + 1, []string{"skin and", "gut"}},
		{"one word in a row", []kit.Span{{Text: "skin and gut"}}, width("skin") + 1, []string{"skin", "and", "gut"}},
		{"paragraphs", []kit.Span{{Text: "skin\n\n  and gut"}}, 400, []string{"skin", "", "  and gut"}},
		{"word wider than a row", []kit.Span{{Text: "a mmmmmm"}}, width("mmm") + 1, []string{"a", "mmm", "mmm"}},
		{"narrower than a letter", []kit.Span{{Text: "mm"}}, 1, []string{"m", "m"}},
		{"no break before a comma of another style", []kit.Span{{Text: "is "}, bold, {Text: ", yes"}}, width("is bold") + 1, []string{"is", "bold|,", "yes"}},
		{"no break at a space that forbids it", []kit.Span{{Text: "a 5\u00a0mg"}}, width("5\u00a0mg") + 1, []string{"a", "5\u00a0mg"}},
		{"nothing", nil, 100, []string{""}},
	} {
		text := kit.NewText(c.spans...)
		text.Resize(fyne.NewSize(c.width, 100))
		if got := rows(text); strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		line := kit.NewText(kit.Span{Text: "a"}).MinSize().Height
		if got, want := text.MinSize(), float32(len(c.want))*line; got.Width != 0 || got.Height < want-0.1 || got.Height > want+0.1 {
			t.Errorf("%s: least size %v, want 0 × %g", c.name, got, want)
		}
	}
}

func TestTextKeepsItsLettersOnOneLine(t *testing.T) {
	uitest.New(t, uitest.Setup{})
	big := kit.NewText(kit.Span{Text: "8.2", Size: kit.SizeTitle}, kit.Span{Text: " of 10"}).OneLine()
	big.Resize(big.MinSize())
	objects := test.WidgetRenderer(big).Objects()
	if len(objects) != 2 {
		t.Fatalf("%d runs, want 2", len(objects))
	}
	base := func(o fyne.CanvasObject) float32 {
		c := o.(*canvas.Text)
		_, below := fyne.CurrentApp().Driver().RenderedTextSize(c.Text, c.TextSize, c.TextStyle, nil)
		return c.Position().Y + below
	}
	if a, b := base(objects[0]), base(objects[1]); a-b > 0.1 || b-a > 0.1 {
		t.Errorf("the runs stand on %g and %g", a, b)
	}
	if at, end := objects[1].Position().X, objects[0].Size().Width; at != end {
		t.Errorf("the second run begins at %g where the first ends at %g", at, end)
	}
}

func TestTextEndsWithDotsWhereRoomIsShort(t *testing.T) {
	uitest.New(t, uitest.Setup{})
	text := kit.NewText(kit.Span{Text: "Hydrocortisone ", Bold: true}, kit.Span{Text: "ointment, both hands"}).Ellipsis()
	whole := kit.NewText(kit.Span{Text: "Hydrocortisone ", Bold: true}, kit.Span{Text: "ointment, both hands"}).OneLine().MinSize()
	if least := text.MinSize(); least.Width > 40 || least.Height != whole.Height {
		t.Errorf("asks for %v", least)
	}
	for _, c := range []struct {
		width float32
		dots  bool
	}{{whole.Width + 1, false}, {whole.Width - 20, true}, {60, true}, {8, true}} {
		text.Resize(fyne.NewSize(c.width, 30))
		shown := strings.Join(rows(text), "\n")
		if got := strings.HasSuffix(shown, "…"); got != c.dots {
			t.Errorf("%g wide: %q", c.width, shown)
		}
		if objects := test.WidgetRenderer(text).Objects(); c.width > 20 {
			last := objects[len(objects)-1]
			if end := last.Position().X + last.Size().Width; end > c.width {
				t.Errorf("%g wide: %q ends at %g", c.width, shown, end)
			}
		}
	}
}

func TestTextStandsWhereItIsAligned(t *testing.T) {
	uitest.New(t, uitest.Setup{})
	for align, want := range map[fyne.TextAlign]float32{fyne.TextAlignLeading: 0, fyne.TextAlignCenter: 0.5, fyne.TextAlignTrailing: 1} {
		text := kit.NewText(kit.Span{Text: "skin"}).Align(align)
		text.Resize(fyne.NewSize(200, 30))
		shown := test.WidgetRenderer(text).Objects()[0]
		if got := shown.Position().X; got < want*(200-shown.Size().Width)-0.1 || got > want*(200-shown.Size().Width)+0.1 {
			t.Errorf("alignment %v: at %g", align, got)
		}
	}
}
