package skin

import (
	"fmt"

	"fyne.io/fyne/v2"

	"skinward/ui/kit"
)

// recipeSteps are what makes two photos comparable.
var recipeSteps = []string{
	"Same place on the body, same distance: an arm's length, or a hand's width for a close-up.",
	"Same window, by day, the light from the side. No flash, no filter, no make-up.",
	"Hold a grey card or plain white paper at the edge, in the same light.",
	"Keep a mole or the corner of the eye in the picture, so that photos can be laid on each other.",
}

// shortRecipe is the reminder beside the photos.
func (s *Screen) shortRecipe() fyne.CanvasObject {
	return kit.NewCard("", kit.Ink, "For photos you can compare", "", kit.NewText(kit.Span{
		Text: "Same place, same window, same distance. Hold a grey card or white paper at the edge. No flash, no filter. Keep a mole in the picture.",
		Size: kit.SizeSmall,
	}))
}

// recipe is the whole of it, with a picture.
func (s *Screen) recipe() fyne.CanvasObject {
	var rows []fyne.CanvasObject
	if picture := kit.NewPicture("photo-recipe", 268, 164); picture != nil {
		rows = append(rows, picture)
	}
	for i, step := range recipeSteps {
		n := kit.Fixed(16, 0, kit.NewText(kit.Span{Text: fmt.Sprint(i + 1), Bold: true, Role: kit.Primary, Size: kit.SizeControl}))
		rows = append(rows, kit.TopRow(kit.Space1, 1, n, kit.NewText(kit.Span{Text: step, Size: kit.SizeSmall})))
	}
	return kit.NewCard("", kit.Ink, "For photos you can compare", "", kit.Column(6, rows...))
}

func (s *Screen) emptyState() fyne.CanvasObject {
	invite := kit.NewEmptyState("camera", kit.Skin, "No photos yet",
		"A photo tells something beside another of the same place in the same light. Two are enough to begin: one today, one in two weeks. "+
			"Drop files on the window, or choose them. The originals stay on this computer, unchanged; places and devices noted in them leave in no export.",
		"Add photos", s.askAny)
	return kit.Columns(14, []float32{0.62, 0.38}, kit.NewPanel(invite), kit.Middle(360, s.recipe()))
}

func countWords(n int) string {
	if n == 1 {
		return "1 photo"
	}
	return fmt.Sprintf("%d photos", n)
}
