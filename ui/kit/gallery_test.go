package kit_test

import (
	"context"
	"fmt"
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/ui/kit"
	"skinward/ui/uitest"
)

var day = journal.NewDay(2026, 11, 21)

func today() journal.Day { return day }

// gallery shows nearly every widget once.
func gallery() fyne.CanvasObject {
	skin := kit.NewSeverityScale("clear", "worst ever", nil)
	skin.SetValue(6)
	itch := kit.NewSeverityScale("", "", nil)
	itch.SetValue(4)
	stress := kit.NewScale(kit.Stress, "calm", "overwhelmed", nil)
	stress.SetValue(6)
	left := kit.Column(12,
		kit.NewCard("skin", kit.Skin, "Skin", "yesterday 5", kit.Column(8,
			kit.NewCaption("How bad is your skin today?"), skin,
			kit.NewCaption("Itch, worst in 24 h"), itch,
			kit.Flow(8, kit.NewRemovableChip("Left cheek · 6", kit.Skin, nil, func() {}),
				kit.NewRemovableChip("Inner elbows · 4", kit.Skin, nil, func() {})),
			kit.Row(8, kit.NewIconButton("camera", "Add or drop a photo", nil)),
		)),
		kit.NewCard("stress", kit.Stress, "Stress", "worst today 6", kit.Column(8, stress,
			kit.Flow(6, kit.NewToggleChip("Work", kit.Stress, true, nil), kit.NewToggleChip("Family", kit.Stress, false, nil),
				kit.NewChip("Money", nil), kit.NewChip("+", nil)),
			kit.FillRow(10, 1, kit.NewButton("Breathe 5 min", nil), kit.NewCaption("12 min of meditation logged")),
		)),
	)
	suggestions := kit.NewSuggestions(nil)
	suggestions.Set([]kit.Suggestion{
		{Label: "Blueberries", Detail: "fibre · antioxidants", Caption: "31 times"},
		{Label: "Blueberry muffin", Detail: "sugar · gluten · egg", Caption: "2 times"},
	})
	suggestions.Mark(0)
	entry := kit.NewEntry("What did you eat?", nil)
	entry.SetText("oat porridge, blueberries")
	taken := kit.NewCheckRow("L. rhamnosus GG", "10 bn CFU · day 23 of 60", kit.Probiotics, kit.Yes, nil)
	taken.SetCaption("08:15")
	middle := kit.Column(12,
		kit.NewCard("meals", kit.Meals, "Meals", "Ctrl M", kit.Column(8, kit.FillRow(8, 0, entry, kit.NewButton("12:40", nil)), suggestions,
			kit.NewRule(), kit.Flow(4, kit.NewTag("gluten", kit.Meals), kit.NewTag("egg", kit.Meals), kit.NewTag("strong link", kit.Skin),
				kit.NewTag("moderate", kit.Primary), kit.NewTag("weak", kit.Muted)))),
		kit.NewCard("probiotics", kit.Probiotics, "Probiotics and treatments", "", kit.Column(2, taken,
			kit.NewCheckRow("Hydrocortisone 1 %", "elbows, evening", kit.Probiotics, kit.NotRecorded, nil),
			kit.NewCheckRow("Cetirizine", "as needed", kit.Probiotics, kit.No, nil), kit.NewCheck("Severity chart", true, nil))),
		kit.NewCard("", kit.Ink, "Fields", "", kit.Column(8,
			kit.FillRow(8, 1, kit.NewField("From", "", kit.NewDayField(day, today, nil)), kit.NewField("Language", "", kit.NewPicker("Language of dates", []string{"English", "Deutsch"}, 0, nil))),
		)),
	)
	right := kit.NewCard("", kit.Ink, "This day", "9 entries", kit.NewScroll(kit.Column(2,
		kit.NewListRow("08:10", kit.Meals, "Breakfast", "Rye bread, egg, coffee", func() {}),
		kit.NewListRow("08:15", kit.Probiotics, "L. rhamnosus GG", "10 billion CFU", func() {}),
		kit.NewListRow("09:30", kit.Water, "Water", "500 ml", func() {}),
		kit.NewNote(kit.Primary, kit.NewText(kit.Span{Text: "37 days in. ", Bold: true, Size: kit.SizeControl},
			kit.Span{Text: "Insights need about 60 days with skin scores.", Size: kit.SizeControl})),
		kit.NewNote(kit.Stress, kit.Column(6, kit.NewText(kit.Span{Text: "In your journal", Bold: true, Size: kit.SizeSmall, Role: kit.Stress}),
			kit.NewBody("The day after high stress your skin was 0.7 points worse."), kit.Row(8, kit.NewButton("See the chart", nil)))),
		kit.Fixed(0, 230, monthGrid()),
		kit.NewProgressBar(),
	)))
	strip := kit.NewWeekStrip(day, day, nil)
	strip.Mark = mark
	head := kit.Header(kit.NewTitle("Saturday 21 November"), kit.NewSegmented([]string{"Severity", "Itch", "Redness"}, 0, nil), kit.NewPrimaryButton("Add photo", nil), strip)
	return kit.Page(head, kit.Columns(14, []float32{352, 352, 296}, kit.NewScroll(left), kit.NewScroll(middle), right))
}

func mark(d journal.Day) kit.DayMark {
	if d.Day%5 == 0 {
		return kit.DayMark{Words: "not recorded"}
	}
	v := float64((d.Day * 7) % 11)
	return kit.DayMark{Value: v, Shaded: true, Words: fmt.Sprintf("severity %.0f", v)}
}

func monthGrid() fyne.CanvasObject {
	g := kit.NewMonthGrid(day, day)
	g.Mark = mark
	return g
}

func TestGalleryIsNeitherCutNorCovered(t *testing.T) {
	for _, s := range []uitest.Setup{
		{}, {Dark: true}, {Width: 1024, Height: 700}, {TextScale: 1.6}, {TextScale: 0.9, Dark: true},
	} {
		name := fmt.Sprintf("gallery-%v-%v-%v", s.Width, s.Dark, s.TextScale)
		t.Run(name, func(t *testing.T) {
			w := uitest.New(t, s)
			w.Show(gallery())
			w.Shot(name)
			for _, cut := range w.CutTexts() {
				t.Errorf("cut: %q", cut)
			}
			for _, pair := range w.Overlaps() {
				t.Errorf("painted over each other: %s", pair)
			}
		})
	}
}

// plain is a picture of one colour.
func plain(w, h int, c color.Color) image.Image {
	p := image.NewNRGBA(image.Rect(0, 0, w, h))
	for i := range w * h {
		p.Set(i%w, i/w, c)
	}
	return p
}

func loader(_ context.Context, id string) (image.Image, error) {
	return plain(64, 48, color.NRGBA{R: 200, A: 255}), nil
}
