package work

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"io/fs"
	"math"
	"slices"
	"strings"

	"skinward/app/food"
	"skinward/app/journal"
)

// Pantry is the catalogue of foods with what the journal's owner says of them.
type Pantry struct {
	catalogue *food.Catalogue
	plain     *food.Catalogue // without the owner's word
	mark      uint64
}

// OpenPantry reads the catalogue.
func OpenPantry(foods fs.FS) (*Pantry, error) {
	c, err := food.Open(foods)
	if err != nil {
		return nil, err
	}
	mark, err := sum(foods)
	return &Pantry{c, c, mark}, err
}

// Mark tells one edition of the catalogue from another.
func (p *Pantry) Mark() uint64 { return p.mark }

// sum is a checksum of the names and the content of all files.
func sum(files fs.FS) (uint64, error) {
	h := fnv.New64a()
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(files, name)
		_, _ = h.Write([]byte(name)) // never fails
		_, _ = h.Write(content)
		return err
	})
	return h.Sum64(), err
}

// With returns the pantry of somebody who says this of foods.
func (p *Pantry) With(own []*journal.Food) *Pantry {
	return &Pantry{p.plain.With(own), p.plain, p.mark}
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

// Estimate says roughly what foods hold together.
func (p *Pantry) Estimate(items []journal.MealItem) food.Nutrients {
	return p.catalogue.Estimate(items)
}

// Estimator is Estimate for a whole journal; it serves one caller at a time.
func (p *Pantry) Estimator() func(items []journal.MealItem) food.Nutrients {
	return p.catalogue.Estimator()
}

// EstimateWords writes an estimate in one line, without what is close to
// nothing and what is known of too few foods.
func (p *Pantry) EstimateWords(items []journal.MealItem) string {
	var parts []string
	vitamins := false // said once, before the first letter
	for _, a := range p.Estimate(items).Amounts() {
		v := rounded(a.Value)
		if v == "0" || !a.Enough {
			continue
		}
		label := strings.ToLower(a.Label[:1]) + a.Label[1:]
		if letter, ok := strings.CutPrefix(label, "vitamin "); ok && vitamins {
			label = letter
		} else {
			vitamins = ok
		}
		parts = append(parts, label+" "+v+"\u00a0"+a.Unit) // no line ends between the two
	}
	if len(parts) == 0 {
		return ""
	}
	return "Estimated from usual portions: " + strings.Join(parts, ", ") + "."
}

// rounded writes two digits that say something.
func rounded(v float64) string {
	switch {
	case v >= 10:
		return fmt.Sprintf("%.0f", v)
	case v >= 0.05:
		return strings.TrimSuffix(fmt.Sprintf("%.1f", math.Round(v*10)/10), ".0")
	}
	return "0"
}

// Read reads a typed line as foods.
func (p *Pantry) Read(line string) []journal.MealItem { return p.catalogue.Read(line) }

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

// Catalogued returns a food as the catalogue has it, whatever its owner says;
// ok is false when it is not there.
func (p *Pantry) Catalogued(name string) (f food.Food, ok bool) { return p.plain.Lookup(name) }

// Knows reports whether the catalogue or its owner has a food of that name.
func (p *Pantry) Knows(name string) bool {
	_, ok := p.catalogue.Lookup(name)
	return ok
}

// Untagged are the eaten foods that nobody has described, the most frequent
// first.
func (p *Pantry) Untagged(use []journal.FoodUse) []string {
	var open []journal.FoodUse
	for _, u := range use {
		if _, ok := p.catalogue.Lookup(u.Name); !ok {
			open = append(open, u)
		}
	}
	slices.SortStableFunc(open, func(a, b journal.FoodUse) int { return cmp.Compare(b.Times, a.Times) })
	out := make([]string, len(open))
	for i, u := range open {
		out[i] = u.Name
	}
	return out
}
