package food_test

import (
	"fmt"
	"strings"
	"testing"

	"skinward/app/journal"
)

func TestRead(t *testing.T) {
	c := shelf(t).With([]*journal.Food{
		{Name: "Aunt's stew", Tags: map[string]string{"spicy": "yes"}},
		{Name: "egg and bacon", Favoured: true}, // a saved meal is no food
	})
	for line, want := range map[string]string{
		"oat porridge, blueberries, 2 coffees with milk": "oat porridge|blueberry|2×coffee|milk",
		"  ":                         "",
		",,;":                        "",
		"lentil soup":                "lentil soup",
		"large pizza; small beer":    "pizza(large)|beer(small)",
		"no milk, toast":             "-milk|toast",
		"1,5 bananas":                "1|5×banana", // a comma parts; 1.5 is written with a point
		"1.5 bananas":                "1.5×banana",
		"half an avocado":            "0.5×avocado",
		"a banana":                   "banana",
		"two eggs + bacon":           "2×eggs|bacon",
		"egg and bacon":              "egg|bacon",
		"mac and cheese":             "mac and cheese",
		"Mac & Cheese":               "Mac & Cheese",
		"half and half":              "half and half",
		"rice and unheard-of things": "rice and unheard-of things",
		"toast with butter and jam":  "toast|butter|jam",
		"porridge without milk":      "porridge|-milk",
		"scrambled eggs on toast":    "scrambled eggs|toast",
		"mac and cheese and peas":    "mac and cheese|peas",
		"cup of tea":                 "tea",
		"2 cups of coffee":           "2×coffee",
		"2 slices wholemeal bread":   "2×wholemeal bread",
		"a large glass of red wine":  "red wine(large)",
		"a slice of unheard-of":      "unheard-of",
		"glass noodles":              "glass noodles",
		"200g plain yogurt":          "1.6×plain yogurt",
		"60 g of almonds":            "2.1×almonds",
		"200 g unheard-of":           "200 g unheard-of",
		"grilled tomatoes":           "grilled tomatoes",
		"3x espresso":                "3×espresso",
		"7up":                        "7up",
		"2 aunts stews":              "2×Aunt's stew",
		"納豆, ごはん":                    "納豆|ごはん",
	} {
		got := ""
		for i, it := range c.Read(line) {
			if i > 0 {
				got += "|"
			}
			if it.Absent {
				got += "-"
			}
			if n, ok := it.Count.Get(); ok {
				got += fmt.Sprintf("%g×", n)
			}
			got += it.Food
			if it.Portion != journal.NoPortion {
				got += "(" + string(it.Portion) + ")"
			}
		}
		if got != want {
			t.Errorf("%q is read as %q, want %q", line, got, want)
		}
	}
}

func TestPluralsWithACountBecomeOneFood(t *testing.T) {
	c := shelf(t)
	for typed, want := range map[string]string{"coffees": "coffee", "tomatoes": "tomato", "Blueberries": "blueberry", "my stew": "my stew", "crisps": "crisps"} {
		if got := c.Canonical(typed); got != want {
			t.Errorf("%q becomes %q", typed, got)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("oat porridge, 2 coffees with milk")
	f.Add("half a 200 g cup of of x x & and on with")
	c := shelf(f)
	f.Fuzz(func(t *testing.T, line string) {
		for _, it := range c.Read(line) {
			if it.Food == "" {
				t.Errorf("%q gives a food without a name", line)
			}
			if n, ok := it.Count.Get(); ok && !(n > 0 && n <= 100) {
				t.Errorf("%q counts %v", line, n)
			}
		}
	})
}

// One paste of a whole page must not hold the window up.
func BenchmarkReadALongLine(b *testing.B) {
	c := shelf(b)
	line := strings.Repeat("bread and unheard-of on toast with butter & jam ", 200)
	for b.Loop() {
		c.Read(line)
	}
}
