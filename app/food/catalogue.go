package food

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"skinward/app/journal"
)

// Catalogue is every food that is known, by all its names. It does not change;
// With returns one that knows more.
type Catalogue struct {
	foods []Food         // in the order of the table
	names map[string]int // folded name or synonym → food
	own   map[string]ownFood
}

// ownFood is what the person says of a food.
type ownFood struct {
	name  string
	marks map[Tag]Mark
}

// Files of the food folder.
const (
	tableFile       = "foods.tsv"
	compositionFile = "composition.tsv"
)

// Open reads the catalogue of the food folder: foods.tsv, which README.md
// there describes, and composition.tsv.
func Open(fsys fs.FS) (*Catalogue, error) {
	comp, err := readFile(fsys, compositionFile, ReadComposition)
	if err != nil {
		return nil, err
	}
	return readFile(fsys, tableFile, func(r io.Reader) (*Catalogue, error) { return ReadCatalogue(r, comp) })
}

func readFile[T any](fsys fs.FS, name string, read func(io.Reader) (T, error)) (T, error) {
	var none T
	f, err := fsys.Open(name)
	if err != nil {
		return none, err
	}
	defer f.Close()
	v, err := read(f)
	if err != nil {
		return none, fmt.Errorf("%s: %w", name, err)
	}
	return v, nil
}

// maxLine is the longest line of a table.
const maxLine = 1 << 16

// rows calls each for every line of a table with the fields between tabs; the
// first line is the head, empty ones and those that begin with # are skipped.
func rows(r io.Reader, columns int, each func(fields []string) error) error {
	s := bufio.NewScanner(r)
	s.Buffer(nil, maxLine)
	head := false
	for n := 1; s.Scan(); n++ {
		line := strings.TrimRight(s.Text(), "\r")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if !head {
			head = true
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != columns {
			return fmt.Errorf("line %d has %d columns instead of %d", n, len(fields), columns)
		}
		if err := each(fields); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
	}
	return s.Err()
}

// ReadComposition reads what 100 g hold, by the number of the food.
func ReadComposition(r io.Reader) (map[int]Composition, error) {
	out := map[int]Composition{}
	err := rows(r, 18, func(f []string) error {
		id, err := strconv.Atoi(f[0])
		if err != nil {
			return fmt.Errorf("the number %q", f[0])
		}
		var c Composition
		for i, v := range c.amounts() {
			if f[i+2] == "" {
				*v = math.NaN()
				continue
			}
			if *v, err = strconv.ParseFloat(f[i+2], 64); err != nil || !(*v >= 0 && *v <= 1e6) {
				return fmt.Errorf("column %d is %q", i+3, f[i+2])
			}
		}
		out[id] = c
		return nil
	})
	return out, err
}

// ReadCatalogue reads the table of foods. Dishes may name any food of the
// table as an ingredient, also one further down.
func ReadCatalogue(r io.Reader, composition map[int]Composition) (*Catalogue, error) {
	c := &Catalogue{names: map[string]int{}}
	err := rows(r, 7, func(f []string) error {
		food, err := readFood(f, composition)
		if err != nil {
			return err
		}
		for _, name := range append([]string{food.Name}, food.Synonyms...) {
			key := Fold(name)
			if at, taken := c.names[key]; taken {
				if at == len(c.foods) && name != food.Name {
					continue // a spelling that folds to the same name
				}
				return fmt.Errorf("%q names two foods", name)
			}
			c.names[key] = len(c.foods)
		}
		c.foods = append(c.foods, food)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := c.inherit(); err != nil {
		return nil, err
	}
	for _, f := range c.foods {
		maps.DeleteFunc(f.Marks, func(_ Tag, m Mark) bool { return m.Level == No })
	}
	return c, nil
}

func readFood(f []string, composition map[int]Composition) (Food, error) {
	food := Food{Name: strings.TrimSpace(f[0]), Synonyms: list(f[1]), Kind: f[2], Ingredients: ingredients(f[3]), Marks: map[Tag]Mark{}}
	if food.Name == "" {
		return food, &journal.Error{Code: journal.CodeEmpty, Field: "name"}
	}
	var err error
	if number, near := strings.CutPrefix(f[4], "~"); number != "" {
		food.Near = near
		if food.USDA, err = strconv.Atoi(number); err != nil {
			return food, fmt.Errorf("%s: the number %q", food.Name, f[4])
		}
		c, ok := composition[food.USDA]
		if !ok {
			return food, fmt.Errorf("%s: no composition %d", food.Name, food.USDA)
		}
		food.Composition = &c
	}
	if f[5] != "" {
		if food.PortionG, err = strconv.ParseFloat(f[5], 64); err != nil || food.PortionG <= 0 || food.PortionG > 2000 {
			return food, fmt.Errorf("%s: the portion %q", food.Name, f[5])
		}
	}
	for _, word := range strings.Fields(f[6]) {
		level := Yes
		if cut, ok := strings.CutSuffix(word, "~"); ok {
			word, level = cut, Partly
		} else if cut, ok := strings.CutSuffix(word, "?"); ok {
			word, level = cut, Unknown
		} else if cut, ok := strings.CutSuffix(word, "!"); ok {
			word, level = cut, No
		}
		if !Tag(word).Known() {
			return food, fmt.Errorf("%s: the tag %q", food.Name, word)
		}
		food.Marks[Tag(word)] = Mark{level, ByJudgment}
	}
	for t, level := range food.computed() {
		food.Marks[t] = Mark{level, food.basis()}
	}
	return food, nil
}

// ingredients reads "pasta 120; minced beef; tomato sauce 80": a number behind
// the name is grams.
func ingredients(s string) []Ingredient {
	var out []Ingredient
	for _, text := range list(s) {
		in := Ingredient{Name: text}
		if i := strings.LastIndexByte(text, ' '); i > 0 {
			if g, err := strconv.ParseFloat(text[i+1:], 64); err == nil && g > 0 && g <= 2000 {
				in = Ingredient{Name: text[:i], Grams: g}
			}
		}
		out = append(out, in)
	}
	return out
}

func list(s string) []string {
	var out []string
	for _, w := range strings.Split(s, ";") {
		if w = strings.TrimSpace(w); w != "" {
			out = append(out, w)
		}
	}
	return out
}

// preparations change none of a food's tags; "grilled chicken" is looked up as
// chicken when no row has the whole name.
var preparations = wordSet("baked boiled chopped cold cooked diced fresh fried frozen grated grilled homemade leftover mashed organic plain poached raw ripe roast roasted sauteed shredded sliced steamed tinned canned toasted warm")

func (c *Catalogue) find(name string) (int, bool) {
	for key := Fold(name); ; {
		if at, ok := c.names[key]; ok {
			return at, true
		}
		for _, s := range singulars(key) {
			if at, ok := c.names[s]; ok {
				return at, true
			}
		}
		word, rest, more := strings.Cut(key, " ")
		if !more || !preparations[word] {
			return 0, false
		}
		key = rest
	}
}

// Lookup returns the food of a name: in any case, with underscores for blanks,
// in the singular or plural. What the person said of it is in its marks.
func (c *Catalogue) Lookup(name string) (Food, bool) {
	at, ok := c.find(name)
	var f Food
	if ok {
		f = c.foods[at]
	}
	own, said := c.own[Fold(name)]
	if !said && ok {
		own, said = c.own[Fold(f.Name)]
	}
	if !said {
		return f, ok
	}
	if !ok {
		f = Food{Name: name, Kind: "own"}
	}
	marks := map[Tag]Mark{}
	for t, m := range f.Marks {
		marks[t] = m
	}
	for t, m := range own.marks {
		marks[t] = m
	}
	f.Marks = marks
	return f, true
}

// With returns a catalogue in which the person's own foods and tags count.
func (c *Catalogue) With(foods []*journal.Food) *Catalogue {
	if len(foods) == 0 {
		return c
	}
	own := map[string]ownFood{}
	for _, f := range foods {
		if f.Favoured && len(f.Tags) == 0 {
			continue // a saved meal, or a food kept only to be offered first
		}
		marks := map[Tag]Mark{}
		for t, l := range f.Tags {
			marks[Tag(t)] = Mark{Level(l), ByPerson}
		}
		own[Fold(f.Name)] = ownFood{f.Name, marks}
	}
	return &Catalogue{foods: c.foods, names: c.names, own: own}
}

// Foods returns the foods of the table, in its order.
func (c *Catalogue) Foods() []Food { return slices.Clone(c.foods) }

// Groups returns the tags by which a food is looked at together with others:
// those that apply wholly.
func (c *Catalogue) Groups(name string) []string {
	f, ok := c.Lookup(name)
	if !ok {
		return nil
	}
	var out []string
	for _, t := range f.Tags() {
		if t.IsGroup() {
			out = append(out, string(t))
		}
	}
	return out
}

// own returns the tags of the person's own that apply wholly, in name order.
func (f Food) own() []Tag {
	var out []Tag
	for t, m := range f.Marks {
		if !t.Known() && m.Level == Yes {
			out = append(out, t)
		}
	}
	slices.Sort(out)
	return out
}

// Names returns every name and synonym of the table, in its order.
func (c *Catalogue) Names() []string {
	var out []string
	for _, f := range c.foods {
		out = append(out, f.Name)
		out = append(out, f.Synonyms...)
	}
	return out
}

// Canonical returns the singular that the catalogue or the person knows for a
// plural typed with a count ("2 coffees"), so that one food has one name; any
// other name stays as it is.
func (c *Catalogue) Canonical(name string) string {
	key := Fold(name)
	if c.named(key) {
		return name
	}
	for _, s := range singulars(key) {
		if own, ok := c.own[s]; ok {
			return own.name
		}
		if at, ok := c.names[s]; ok {
			if f := c.foods[at]; Fold(f.Name) == s {
				return f.Name
			}
			return s
		}
	}
	return name
}

// named reports whether a folded name is one of the table or of the person.
func (c *Catalogue) named(key string) bool {
	_, table := c.names[key]
	_, own := c.own[key]
	return table || own
}
