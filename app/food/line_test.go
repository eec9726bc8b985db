package food_test

import (
	"fmt"
	"testing"

	"skinward/app/food"
	"skinward/app/journal"
)

func TestReadLine(t *testing.T) {
	for line, want := range map[string]string{
		"oat porridge, blueberries, 2 coffees with milk": "oat porridge|blueberries|2×coffees|milk",
		"  ":                      "",
		",,;":                     "",
		"lentil soup":             "lentil soup",
		"large pizza; small beer": "pizza(large)|beer(small)",
		"no milk, toast":          "-milk|toast",
		"1,5 bananas":             "1|5×bananas", // a comma parts; 1.5 is written with a point
		"1.5 bananas":             "1.5×bananas",
		"half an avocado":         "0.5×an avocado",
		"two eggs + bacon":        "2×eggs|bacon",
		"mac and cheese":          "mac and cheese",
		"3x espresso":             "3×espresso",
		"7up":                     "7up",
		"納豆, ごはん":                 "納豆|ごはん",
	} {
		got := ""
		for i, it := range food.ReadLine(line) {
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

func FuzzReadLine(f *testing.F) {
	f.Add("oat porridge, 2 coffees with milk")
	f.Fuzz(func(t *testing.T, line string) {
		for _, it := range food.ReadLine(line) {
			if it.Food == "" {
				t.Errorf("%q gives a food without a name", line)
			}
			if n, ok := it.Count.Get(); ok && !(n > 0 && n <= 100) {
				t.Errorf("%q counts %v", line, n)
			}
		}
	})
}
