package today

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// stressCard asks for stress, what it is about, and what was done against it.
type stressCard struct {
	s        *Screen
	object   *kit.Card
	level    *kit.Scale
	triggers *fyne.Container
	done     *kit.Text
	problem  *problem
	unsaved  refusals[*journal.Stress]
}

// triggerWords are offered first; others are typed in the form.
var triggerWords = []string{"work", "family", "money", "travel"}

func newStressCard(s *Screen) *stressCard {
	c := &stressCard{s: s, triggers: kit.Flow(6), done: kit.NewCaption("")}
	c.level = kit.NewScale(kit.Stress, "none", "worst", func(v int, recorded bool) { c.set(v, recorded) })
	c.problem = newProblem(func() { c.object.Refresh() })
	c.unsaved.s, c.unsaved.at = s, c.problem
	breathe := kit.NewIconButton("breathe", "Breathe 5 min", func() { s.breathe() })
	practice := kit.NewQuietButton("Other practice …", func() {
		s.add("Meditation, breathing, exercise", &journal.Practice{Type: journal.Meditation})
	})
	c.object = kit.NewCard("stress", kit.Stress, "Stress", "", kit.Column(8,
		c.level, c.problem.words, c.triggers, kit.Flow(8, breathe, practice), c.done))
	return c
}

// rating returns a copy of the day's last rating, or a fresh one.
func (c *stressCard) rating() *journal.Stress {
	if r, refused := c.unsaved.on(c.s.page.day); refused {
		return r
	}
	if r, ok := last[*journal.Stress](c.s.page, nil); ok {
		return r.Clone().(*journal.Stress)
	}
	return &journal.Stress{Meta: c.s.page.fresh(c.s.deps.Now())}
}

func (c *stressCard) set(v int, recorded bool) {
	r := c.rating()
	r.Level = answer(v, recorded)
	if recorded {
		c.store(r)
	} else {
		c.unsaved.note(r, nil)
		c.s.drop(c.problem, r)
	}
	c.paint()
}

func (c *stressCard) toggle(word string, on bool) {
	r := c.rating()
	r.Triggers = slices.DeleteFunc(r.Triggers, func(t string) bool { return t == word })
	if on {
		r.Triggers = append(r.Triggers, word)
	}
	if r.Level.IsSet() {
		c.store(r)
	}
}

func (c *stressCard) store(r *journal.Stress) {
	c.s.page.put(r)
	c.unsaved.store(r)
}

func (c *stressCard) paint() {
	all, r := of[*journal.Stress](c.s.page), c.rating()
	setScale(c.level, r.Level)
	c.level.Retry = c.unsaved.why(c.s.page.day) != nil
	head, below := practised(of[*journal.Practice](c.s.page)), ""
	switch {
	case len(all) > 1:
		worst := 0.0
		for _, x := range all {
			worst = max(worst, x.Level.Or(0))
		}
		head, below = "worst of the day "+number(worst), head
	case strings.Contains(head, ","): // too long for the card's head
		head, below = "", head
	}
	c.object.SetCaption(head)
	c.done.SetText(below)
	c.done.Hidden = below == ""
	var chips []fyne.CanvasObject
	if r.Level.IsSet() {
		words := slices.Clone(triggerWords)
		for _, t := range r.Triggers {
			if !slices.Contains(words, t) {
				words = append(words, t)
			}
		}
		for _, w := range words {
			chips = append(chips, kit.NewToggleChip(capital(w), kit.Stress, slices.Contains(r.Triggers, w), func(on bool) { c.toggle(w, on) }))
		}
		chips = append(chips, kit.NewChip("+", func() { c.s.edit(c.rating()) }))
	}
	c.s.refill(c.triggers, chips)
}

// practised adds up the minutes of the day: "12 min of meditation".
func practised(all []*journal.Practice) string {
	minutes := map[journal.PracticeType]float64{}
	for _, p := range all {
		minutes[p.Type] += p.Minutes
	}
	text := ""
	for _, t := range []journal.PracticeType{journal.Meditation, journal.Breathing, journal.Exercise} {
		if m := minutes[t]; m > 0 {
			if text != "" {
				text += ", "
			}
			text += fmt.Sprintf("%s min of %s", number(m), t)
		}
	}
	return text
}
