package food

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"skinward/app/journal"
)

// Words for how much was eaten, at the beginning of an item.
var portions = map[string]journal.Portion{
	"small": journal.Small, "little": journal.Small, "usual": journal.Usual, "medium": journal.Usual,
	"large": journal.Large, "big": journal.Large, "double": journal.Large,
}

// counts are numbers as words.
var counts = map[string]float64{
	"a": 1, "an": 1, "one": 1, "some": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "half": 0.5, "½": 0.5, "¼": 0.25, "¾": 0.75,
}

// measures are what a food is counted in: two slices of toast are two toasts.
var measures = wordSet("bottle bottles bowl bowls can cans cup cups glass glasses handful handfuls mug mugs packet packets piece pieces pint pints plate plates portion portions pot pots scoop scoops serving servings shot shots slice slices spoon spoons tablespoon tablespoons tbsp teaspoon teaspoons tsp tin tins")

// grams are the units that an amount may have.
var grams = map[string]float64{"g": 1, "gram": 1, "grams": 1, "kg": 1000, "ml": 1, "cl": 10, "dl": 100, "l": 1000, "oz": 28, "lb": 454}

func wordSet(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// breaks part items; joins part the foods of one item, ties only foods that
// are known: mac and cheese is one food.
var (
	breaks = strings.NewReplacer(";", ",", "\n", ",", "\r", ",")
	joins  = strings.NewReplacer(" with ", ",", " + ", ",", " without ", ",without ")
	ties   = regexp.MustCompile(`(?i) (?:and|&|on) `)
)

// Read reads a typed line as foods: items stand between commas, semicolons or
// line breaks; a number before one counts it, "small" or "large" is its
// portion, "no" or "without" says that it was not eaten, "with" adds a further
// food. Plurals and counted measures take the name of the catalogue. What is
// not understood stays as it was typed.
func (c *Catalogue) Read(line string) []journal.MealItem {
	var out []journal.MealItem
	for _, item := range strings.Split(breaks.Replace(line), ",") {
		for _, joined := range strings.Split(joins.Replace(item), ",") {
			for _, text := range c.untie(joined) {
				if item := c.readItem(text); item.Food != "" {
					out = append(out, item)
				}
			}
		}
	}
	return out
}

// ReadLine is Read without a catalogue: what stands in a line by its own signs,
// while it is being typed.
func ReadLine(line string) []journal.MealItem { return new(Catalogue).Read(line) }

// maxTied is how many foods may be tied together: more are prose.
const maxTied = 8

// untie splits "mac and cheese and peas" into the longest foods that are known;
// a text of which some part is not known stays whole.
func (c *Catalogue) untie(text string) []string {
	at := append(ties.FindAllStringIndex(text, maxTied), []int{len(text), len(text)})
	if len(at) == 1 || len(at) > maxTied {
		return []string{text}
	}
	var out []string
	for from, next := 0, 0; next < len(at); {
		k := len(at) - 1
		for ; k >= next && !c.knows(c.readItem(text[from:at[k][0]]).Food); k-- {
		}
		if k < next {
			return []string{text}
		}
		out = append(out, text[from:at[k][0]])
		from, next = at[k][1], k+1
	}
	return out
}

func (c *Catalogue) knows(name string) bool {
	_, ok := c.Lookup(name)
	return ok
}

func (c *Catalogue) readItem(text string) journal.MealItem {
	words := strings.Fields(text)
	if whole := strings.Join(words, " "); c.named(Fold(whole)) {
		return journal.MealItem{Food: whole}
	}
	item := journal.MealItem{}
	if len(words) > 1 && (strings.EqualFold(words[0], "no") || strings.EqualFold(words[0], "without")) {
		item.Absent = true
		words = words[1:]
	}
	if rest, g := readGrams(words); g > 0 {
		if f, ok := c.Lookup(strings.Join(rest, " ")); ok && f.PortionG > 0 && g <= 100*f.PortionG {
			item.Food = c.Canonical(strings.Join(rest, " "))
			if n := max(0.1, math.Round(10*g/f.PortionG)/10); n != 1 {
				item.Count = journal.Some(n)
			}
			return item
		}
	}
	rest, n := readHead(words)
	if n != 1 {
		item.Count = journal.Some(n)
	}
	if p, ok := portions[strings.ToLower(first(rest))]; ok && len(rest) > 1 {
		item.Portion = p
		rest = rest[1:]
	}
	if m := readMeasure(rest); len(m) < len(rest) {
		of := strings.EqualFold(rest[len(rest)-len(m)-1], "of")
		if of || c.knows(strings.Join(m, " ")) && !c.knows(strings.Join(rest, " ")) {
			rest = m
		}
	}
	item.Food = c.Canonical(strings.Join(rest, " "))
	return item
}

func first(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return words[0]
}

// readHead takes a count, and an article after it, from the front of words:
// "2", "3 x", "half an". At least one word stays.
func readHead(words []string) (rest []string, n float64) {
	n, ok := readCount(first(words))
	if !ok || len(words) < 2 {
		return words, 1
	}
	rest = words[1:]
	for len(rest) > 1 && (rest[0] == "x" || rest[0] == "×" || strings.EqualFold(rest[0], "a") || strings.EqualFold(rest[0], "an")) {
		rest = rest[1:]
	}
	return rest, n
}

// readMeasure takes "cup of", "slices", "glass of" from the front of words.
func readMeasure(words []string) []string {
	if len(words) > 1 && measures[strings.ToLower(words[0])] {
		words = words[1:]
	}
	if len(words) > 1 && strings.EqualFold(words[0], "of") {
		words = words[1:]
	}
	return words
}

// readGrams takes "200 g of" or "200g" from the front of words; a millilitre
// counts as a gram. Without such an amount, g is 0.
func readGrams(words []string) (rest []string, g float64) {
	if len(words) < 2 {
		return words, 0
	}
	number := strings.TrimRightFunc(words[0], unicode.IsLetter)
	unit, rest := words[0][len(number):], words[1:]
	if unit == "" {
		unit, rest = rest[0], rest[1:]
	}
	per, ok := grams[strings.ToLower(unit)]
	n, err := strconv.ParseFloat(number, 64)
	if !ok || err != nil || !(n > 0 && n <= 1e5) {
		return words, 0
	}
	return readMeasure(rest), n * per
}

// readCount reads "2", "1.5", "2x", "two".
func readCount(word string) (float64, bool) {
	word = strings.ToLower(word)
	if n, ok := counts[word]; ok {
		return n, true
	}
	word = strings.TrimRight(word, "x×")
	n, err := strconv.ParseFloat(strings.Replace(word, ",", ".", 1), 64)
	return n, err == nil && n > 0 && n <= 100
}
