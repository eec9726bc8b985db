package food

import (
	"strconv"
	"strings"

	"skinward/app/journal"
)

// Words for how much was eaten, at the beginning of an item.
var portions = map[string]journal.Portion{
	"small": journal.Small, "little": journal.Small, "usual": journal.Usual, "medium": journal.Usual,
	"large": journal.Large, "big": journal.Large, "double": journal.Large,
}

// counts are numbers as words.
var counts = map[string]float64{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "half": 0.5, "½": 0.5, "¼": 0.25, "¾": 0.75,
}

// joiners part an item into foods: "coffee with milk" holds both. "and" is not
// one of them: it belongs to names such as mac and cheese.
var joiners = strings.NewReplacer(" with ", ",", " + ", ",", " & ", ",", ";", ",", "\n", ",", "\r", ",")

// ReadLine reads a typed line as foods: items stand between commas,
// semicolons or line breaks; a number before one counts it, "small" or "large"
// is its portion, "no" or "without" before it says that it was not eaten, and
// "with" adds a further food. What is not understood stays as it was typed.
func ReadLine(line string) []journal.MealItem {
	var out []journal.MealItem
	for _, part := range strings.Split(joiners.Replace(line), ",") {
		if item := readItem(part); item.Food != "" {
			out = append(out, item)
		}
	}
	return out
}

func readItem(text string) journal.MealItem {
	words := strings.Fields(text)
	item := journal.MealItem{}
	if len(words) > 1 && (strings.EqualFold(words[0], "no") || strings.EqualFold(words[0], "without")) {
		item.Absent = true
		words = words[1:]
	}
	if len(words) > 1 {
		if n, ok := readCount(words[0]); ok {
			if n != 1 {
				item.Count = journal.Some(n)
			}
			words = words[1:]
			if len(words) > 1 && (words[0] == "x" || words[0] == "×") {
				words = words[1:]
			}
		}
	}
	if len(words) > 1 {
		if p, ok := portions[strings.ToLower(words[0])]; ok {
			item.Portion = p
			words = words[1:]
		}
	}
	item.Food = strings.Join(words, " ")
	return item
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
