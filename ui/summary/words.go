package summary

import (
	"strings"

	"skinward/app/journal"
	page "skinward/app/summary"
	"skinward/ui/kit"
)

// editWords lets the person write over the two texts that the page makes from
// numbers. Cleared, a text goes back to the page's own words.
func (s *Screen) editWords() {
	if s.page == nil {
		return
	}
	ownChanged, ownDiet := s.page.Words(page.Changed), s.page.Words(page.Diet)
	changed, diet := kit.NewNoteEntry("", 4, nil), kit.NewNoteEntry("", 4, nil)
	changed.SetText(or(s.choice.changed.Text, ownChanged))
	diet.SetText(or(s.choice.diet.Text, ownDiet))
	form := kit.Column(kit.Space3,
		kit.NewField("What changed", nowSays(s.choice.changed, ownChanged), changed),
		kit.NewField("Diet", nowSays(s.choice.diet, ownDiet), diet),
		kit.NewCaption("Cleared, a text goes back to the words made from your entries. The page says which words are yours."))
	s.deps.Dialogs.Form("Wording on the page", form, "Use these words", func() error {
		s.choice.changed, s.choice.diet = wording(changed.Text, ownChanged), wording(diet.Text, ownDiet)
		s.keepChoices()
		s.redraw()
		return nil
	})
}

func or(s, other string) string {
	if s != "" {
		return s
	}
	return other
}

// wording is what the person wrote over the page's own words; none when it is
// those words, or nothing.
func wording(text, own string) journal.Wording {
	text = strings.TrimSpace(text)
	if text == "" || text == strings.TrimSpace(own) {
		return journal.Wording{}
	}
	return journal.Wording{Text: text, Over: own}
}

// nowSays tells what the entries give now, when the person wrote for others.
func nowSays(w journal.Wording, own string) string {
	if !w.Outdated(own) {
		return ""
	}
	return "Your entries now give: " + strings.ReplaceAll(own, "\n", " ")
}

// outdated reports whether the page shows words that were written for other
// numbers.
func (c choices) outdated(p *page.Page) bool {
	return c.include[page.Changed] && c.changed.Outdated(p.Words(page.Changed)) || c.include[page.Diet] && c.diet.Outdated(p.Words(page.Diet))
}
