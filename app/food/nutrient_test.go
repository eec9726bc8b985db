package food_test

import (
	"math"
	"testing"

	"skinward/app/food"
	"skinward/app/journal"
)

// amount is one line of an estimate.
func amount(t testing.TB, n food.Nutrients, name string) food.Amount {
	t.Helper()
	for _, a := range n.Amounts() {
		if a.Name == "nutrient_"+name {
			return a
		}
	}
	t.Fatalf("no nutrient %s", name)
	return food.Amount{}
}

// Worked by hand from the composition table.
func TestEstimateIsPortionTimesComposition(t *testing.T) {
	c := shelf(t)
	apple, _ := c.Lookup("apple")
	want := apple.Composition.FibreG * apple.PortionG / 100
	for line, factor := range map[string]float64{
		"apple": 1, "small apple": 2.0 / 3, "usual apple": 1, "large apple": 1.5, "2 apples": 2, "2 small apple": 4.0 / 3, "apple, no apple": 1,
	} {
		if got := amount(t, c.Estimate(c.Read(line)), "fibre"); math.Abs(got.Value-want*factor) > 1e-9 || !got.Enough {
			t.Errorf("%s: %.3f g of fibre, want %.3f", line, got.Value, want*factor)
		}
	}
}

// Known from outside: what is a source of what, in usual portions.
func TestEstimatesLieWhereTheyShould(t *testing.T) {
	c := shelf(t)
	for _, x := range []struct {
		line, nutrient string
		lo, hi         float64
	}{
		{"lentils", "fibre", 8, 25},
		{"cola", "free_sugar", 20, 60},
		{"apple", "free_sugar", 0, 0},
		{"milk", "free_sugar", 0, 0},
		{"salmon", "omega3", 1, 5},
		{"walnuts", "omega3", 1.5, 5},
		{"carrot", "vitamin_a", 300, 1000},
		{"kale", "vitamin_k", 150, 900},
		{"sunflower seeds", "vitamin_e", 5, 20},
		{"egg", "vitamin_d", 0.5, 3},
		{"water", "fibre", 0, 0},
		{"lasagne", "fibre", 1, 15},
	} {
		got := amount(t, c.Estimate(c.Read(x.line)), x.nutrient)
		if got.Value < x.lo || got.Value > x.hi || !got.Enough {
			t.Errorf("%s, %s: %+v, want %v to %v", x.line, x.nutrient, got, x.lo, x.hi)
		}
	}
}

// A source whose amount the table does not know is open, never none.
func TestWhatIsNotKnownIsNeverZero(t *testing.T) {
	c := shelf(t)
	for _, f := range c.Foods() {
		if f.Composition == nil || !math.IsNaN(f.Composition.VitaminDUg) || f.Level("vitamin_d") == food.No {
			continue
		}
		if got := amount(t, c.Estimate([]journal.MealItem{{Food: f.Name}}), "vitamin_d"); got.Enough {
			t.Errorf("%s: %+v", f.Name, got)
		}
	}
	for line, want := range map[string]bool{
		"apple":                            true,
		"apple, unheard-of pie":            false,
		"apple, egg, milk, unheard-of pie": true,
		"unheard-of pie":                   false,
	} {
		if got := amount(t, c.Estimate(c.Read(line)), "fibre").Enough; got != want {
			t.Errorf("%q: enough is %v", line, got)
		}
	}
}

func TestMostDishesHaveAnEstimate(t *testing.T) {
	c := shelf(t)
	dishes, known := 0, 0
	for _, f := range c.Foods() {
		if len(f.Ingredients) == 0 {
			continue
		}
		dishes++
		if amount(t, c.Estimate([]journal.MealItem{{Food: f.Name}}), "fibre").Enough {
			known++
		}
	}
	if dishes < 40 || float64(known) < 0.7*float64(dishes) {
		t.Errorf("%d of %d dishes have an estimate", known, dishes)
	}
}

// Ten years of meals take milliseconds.
func BenchmarkEstimateTenYears(b *testing.B) {
	c := shelf(b)
	day := c.Read("oat porridge, blueberries, 2 coffee, milk, lasagne, green salad, apple, lentil soup, wheat bread, butter")
	for b.Loop() {
		estimate := c.Estimator()
		for range 3652 {
			estimate(day)
		}
	}
}
