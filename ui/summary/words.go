package summary

import (
	"strings"

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
	changed.SetText(or(s.choice.changed, ownChanged))
	diet.SetText(or(s.choice.diet, ownDiet))
	form := kit.Column(kit.Space3,
		kit.NewField("What changed", "", changed),
		kit.NewField("Diet", "Cleared, a text goes back to the words made from your entries.", diet))
	s.deps.Dialogs.Form("Wording on the page", form, "Use these words", func() error {
		s.choice.changed, s.choice.diet = unless(changed.Text, ownChanged), unless(diet.Text, ownDiet)
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

// unless returns s, or "" when it is the page's own text.
func unless(s, own string) string {
	if s = strings.TrimSpace(s); s == strings.TrimSpace(own) {
		return ""
	}
	return s
}
