package work

import (
	"io/fs"
	"strings"

	"skinward/app/food"
	"skinward/app/journal"
)

// Pantry is the catalogue of foods with what the journal's owner says of them.
type Pantry struct{ catalogue *food.Catalogue }

// OpenPantry reads the catalogue.
func OpenPantry(foods fs.FS) (*Pantry, error) {
	c, err := food.Open(foods)
	if err != nil {
		return nil, err
	}
	return &Pantry{c}, nil
}

// Groups returns the tags by which foods are looked at together, with the
// person's own tags of a log, and the words for a tag.
func (p *Pantry) Groups(log journal.Log) (groups func(food string) []string, label func(tag string) string) {
	c := p.catalogue.With(journal.Select[*journal.Food](log))
	known := map[string][]string{} // a journal names the same foods thousands of times
	return func(name string) []string {
			g, ok := known[name]
			if !ok {
				g = c.Groups(name)
				known[name] = g
			}
			return g
		}, func(tag string) string {
			return food.Tag(tag).Label()
		}
}

// Read reads a typed line; plurals that the catalogue knows become singular.
func (p *Pantry) Read(line string) []journal.MealItem {
	items := food.ReadLine(line)
	for i := range items {
		items[i].Food = p.catalogue.Canonical(items[i].Food)
	}
	return items
}

// Index returns completions over the catalogue and what was eaten so far.
func (p *Pantry) Index(use []journal.FoodUse, today journal.Day) *food.Index {
	return food.NewIndex(p.catalogue.Names(), use, today)
}

// Words are short words for what a food holds, most telling first.
func (p *Pantry) Words(name string) []string {
	f, ok := p.catalogue.Lookup(name)
	if !ok {
		return nil
	}
	var out []string
	seen := map[string]bool{}
	for _, t := range f.Tags() {
		if w := strings.TrimSpace(t.Word()); w != "" && !seen[w] && len(out) < 4 {
			seen[w] = true
			out = append(out, w)
		}
	}
	return out
}
