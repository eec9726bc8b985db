package today

import (
	"maps"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// Levels of a tag, in the order in which a chip goes round.
var tagLevels = []string{"no", "yes", "partly", "unknown"}

// foodForm asks what a food holds. Only what differs from the catalogue is
// kept, so that a better catalogue still counts for the rest.
func (s *Screen) foodForm(f *form, r *journal.Food) {
	f.text("Name", "food", &r.Name)
	f.flag("Favourite: offered first", &r.Favoured)
	known := s.deps.Foods.TagsOf(r.Name)
	levels := make([]string, len(known))
	var own []string
	for tag, level := range r.Tags {
		if !slices.ContainsFunc(known, func(t FoodTag) bool { return t.Name == tag }) && level == "yes" {
			own = append(own, tag)
		}
	}
	slices.Sort(own)
	f.words("Own tags", "tag", "with commas; foods with the same tag are looked at together", &own)
	f.say("A tap goes from no to yes, partly and not known. What you say counts before the catalogue.")
	chips := make([]fyne.CanvasObject, len(known))
	for i, t := range known {
		levels[i] = t.Level
		if own, said := r.Tags[t.Name]; said {
			levels[i] = own
		}
		var chip *kit.Chip
		chip = kit.NewToggleChip("", kit.Meals, false, func(bool) {
			levels[i] = tagLevels[(slices.Index(tagLevels, levels[i])+1)%len(tagLevels)]
			showLevel(chip, t.Label, levels[i])
		})
		showLevel(chip, t.Label, levels[i])
		chips[i] = chip
	}
	f.rows = append(f.rows, kit.Flow(6, chips...))
	if words := sureWords(known); words != "" {
		f.say(words)
	}
	others := map[string]string{} // said of tags that nobody offers here
	for tag, level := range r.Tags {
		if level != "yes" && !slices.ContainsFunc(known, func(t FoodTag) bool { return t.Name == tag }) {
			others[tag] = level
		}
	}
	f.reads = append(f.reads, reading{"tag", func() error {
		r.Tags = ownTags(known, levels, own, others)
		return nil
	}})
}

// sureWords say which tags of the catalogue are measured and which disputed;
// the others are judged by the usual product.
func sureWords(known []FoodTag) string {
	var measured, disputed []string
	for _, t := range known {
		switch {
		case t.Level == "no":
		case t.Sure == Measured:
			measured = append(measured, t.Label)
		case t.Sure == Disputed:
			disputed = append(disputed, t.Label)
		}
	}
	var words []string
	if len(measured) > 0 {
		words = append(words, "Reckoned from measured composition: "+strings.Join(measured, ", ")+".")
	}
	if len(disputed) > 0 {
		words = append(words, "Published lists disagree on: "+strings.Join(disputed, ", ")+".")
	}
	if len(words) > 0 {
		words = append(words, "The rest is judged by the usual product.")
	}
	return strings.Join(words, " ")
}

func showLevel(c *kit.Chip, label, level string) {
	switch level {
	case "partly":
		label += ": partly"
	case "unknown":
		label += ": not known"
	}
	c.SetLabel(label)
	c.SetOn(level == "yes" || level == "partly")
}

// ownTags are the tags that differ from the catalogue, and the person's own.
func ownTags(known []FoodTag, levels, own []string, others map[string]string) map[string]string {
	out := maps.Clone(others)
	for i, t := range known {
		if levels[i] != t.Level {
			out[t.Name] = levels[i]
		}
	}
	for _, t := range own {
		out[t] = "yes"
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// foodNamed is what the person says of a food, or a fresh record of it.
func (p *page) foodNamed(name string, now time.Time) *journal.Food {
	for _, f := range p.foods {
		if strings.EqualFold(f.Name, name) {
			return f
		}
	}
	m := p.fresh(now)
	m.At = time.Time{}
	return &journal.Food{Meta: m, Name: name}
}

// favourite is the saved record of a line as it is typed; one that names
// several foods is a saved meal.
func (p *page) favourite(line string) *journal.Food {
	for _, f := range p.foods {
		if f.Favoured && strings.EqualFold(f.Name, line) {
			return f
		}
	}
	return nil
}

// favour keeps or drops a saved meal.
func (s *Screen) favour(line string, on bool) {
	f := s.page.foodNamed(line, s.deps.Now()).Clone().(*journal.Food)
	f.Favoured = on
	if !on && len(f.Tags) == 0 {
		s.drop(nil, f)
		return
	}
	if err := f.Validate(); err != nil {
		s.deps.Dialogs.Problem(kit.ErrorText(err))
		return
	}
	s.save.put(func(err error) {
		if err != nil {
			s.deps.Dialogs.Problem(kit.ErrorText(err))
		}
	}, f)
}

// openFoods lists the foods that the catalogue does not know, to be tagged,
// and what the person said of others.
func (s *Screen) openFoods() {
	var closePanel func()
	open := func(name string) func() {
		return func() { closePanel(); s.edit(s.page.foodNamed(name, s.deps.Now())) }
	}
	var rows []fyne.CanvasObject
	untagged := s.deps.Foods.Untagged(maxUntagged)
	if len(untagged) > 0 {
		rows = append(rows, kit.NewHeading("To be tagged"))
		for _, name := range untagged {
			rows = append(rows, kit.NewListRow("", kit.Meals, capital(name), "the catalogue does not know it", open(name)))
		}
	}
	if len(s.page.foods) > 0 {
		rows = append(rows, kit.NewHeading("Your own foods, tags and saved meals"))
	}
	for _, f := range s.page.foods {
		detail := f.Detail()
		if f.Favoured {
			detail = strings.TrimPrefix(detail+" · favourite", " · ")
		}
		row := kit.NewListRow("", kit.Meals, f.Name, detail, open(f.Name))
		row.OnDelete = func() { closePanel(); s.drop(nil, f) }
		rows = append(rows, row)
	}
	if len(rows) == 0 {
		rows = append(rows, kit.NewCaption("Every food eaten so far is in the catalogue. Open a meal to see what its foods hold and to say otherwise."))
	}
	closePanel = s.deps.Dialogs.Panel("Foods and tags", kit.Column(6, rows...), nil)
}

// maxUntagged is how many foods wait in the list at a time.
const maxUntagged = 40
