package food_test

import (
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"skinward/app/food"
	"skinward/app/journal"
	"skinward/assets"
)

func shelf(t testing.TB) *food.Catalogue {
	t.Helper()
	c, err := food.Open(assets.Food())
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestCatalogueIsLargeAndSpread(t *testing.T) {
	kinds := map[string]int{}
	foods := shelf(t).Foods()
	for _, f := range foods {
		kinds[f.Kind]++
	}
	if len(foods) < 400 {
		t.Errorf("%d foods", len(foods))
	}
	for kind, least := range map[string]int{"vegetables": 60, "fruit": 45, "dishes": 40, "drinks": 30, "dairy and alternatives": 35} {
		if kinds[kind] < least {
			t.Errorf("%d %s, want %d", kinds[kind], kind, least)
		}
	}
}

func TestNamesResolve(t *testing.T) {
	c := shelf(t)
	for typed, want := range map[string]string{
		"wheat_bread": "wheat bread", "Sweet_Potato": "sweet potato", "ice_cream": "ice cream", "soy_milk": "soy milk",
		"yoghurt": "plain yogurt", "eggplant": "aubergine", "Aubergines": "aubergine", "zucchini": "courgette", "shrimps": "prawns",
		"tomatoes": "tomato", "strawberries": "strawberry", "black_tea": "black tea", "Crème Brûlée": "crème caramel", "prawn": "prawns",
		"walnut": "walnuts", "jalapeños": "chilli", "cornflakes": "corn flakes", "garbanzo beans": "chickpeas", "crisps": "crisps",
		"fried eggs": "fried egg", "grilled chicken": "chicken", "fresh raspberries": "raspberry", "boiled aunt": "",
	} {
		f, ok := c.Lookup(typed)
		if ok != (want != "") || f.Name != want {
			t.Errorf("%q is %q", typed, f.Name)
		}
	}
}

// Known from the tag rules: which foods must carry a tag and which must not.
func TestTagsOfKnownFoods(t *testing.T) {
	c := shelf(t)
	for tag, foods := range map[food.Tag][2]string{
		"dairy":          {"milk; cheddar; kefir; butter; ice cream; lasagne", "oat milk; tofu; beef; coconut"},
		"skim_milk":      {"skimmed milk", "milk; kefir; cheddar"},
		"gluten":         {"wheat bread; pasta; couscous; pizza; beer", "rice; quinoa; potato; oats; buckwheat"},
		"high_gi":        {"white bread; rice; cola; corn flakes; baguette", "lentils; pasta; apple; yogurt"},
		"added_sugar":    {"cola; honey; jam; orange juice; ice cream", "apple; milk; bread"},
		"fermented":      {"kefir; kimchi; sauerkraut; miso; beer; soy sauce", "milk; cabbage; tofu"},
		"live":           {"kefir; kimchi; yogurt; kombucha; natto", "beer; soy sauce; sourdough bread; tempeh"},
		"fibre":          {"lentils; chickpeas; oats; chia; almonds; raspberry; artichoke; avocado; prunes", "beef; white bread; milk; lettuce"},
		"omega3":         {"salmon; mackerel; sardines; herring; flax; chia; walnuts; rapeseed oil", "beef; sunflower oil; apple"},
		"vitamin_a":      {"liver; carrot; sweet potato; spinach; kale; butter", "apple; rice; beef; paprika"},
		"vitamin_d":      {"salmon; herring; mackerel; cod liver oil", "beef; apple; bread"},
		"vitamin_e":      {"sunflower oil; almonds; hazelnuts; wheat germ oil", "apple; rice; milk"},
		"vitamin_k":      {"kale; spinach; broccoli; Brussels sprouts; natto", "apple; rice; milk; black pepper"},
		"antioxidants":   {"blueberry; orange; pepper; green tea; dark chocolate", "rice; milk; beef"},
		"alcohol":        {"red wine; beer; spirits", "non-alcoholic beer; cola; vinegar"},
		"caffeine":       {"coffee; black tea; cola; green tea", "decaf coffee; herbal tea; water"},
		"hot":            {"coffee; black tea; herbal tea", "iced coffee; water; cola"},
		"nuts":           {"almonds; walnuts; hazelnuts", "peanuts; chia; coconut"},
		"peanut":         {"peanuts; peanut butter", "almonds; peas"},
		"nightshade":     {"tomato; potato; aubergine; pepper; chilli; ketchup", "sweet potato; black pepper; carrot"},
		"fish":           {"salmon; cod; tuna", "prawns; mussels; squid"},
		"crustacean":     {"prawns; crab; lobster", "mussels; salmon"},
		"soy":            {"tofu; tempeh; soy sauce; edamame", "beans; peas"},
		"egg":            {"eggs; omelette; mayonnaise; quiche", "chicken; milk"},
		"lactose":        {"milk; condensed milk; ice cream; ricotta", "cheddar; lactose-free milk; oat milk"},
		"fructans":       {"onion; garlic; wheat bread; rye bread", "rice; carrot; chives"},
		"red_meat":       {"beef; lamb; pork", "chicken; cod"},
		"processed_meat": {"bacon; salami; ham", "beef; chicken"},
	} {
		for i, want := range []bool{true, false} {
			for _, name := range strings.Split(foods[i], "; ") {
				f, _ := c.Lookup(name)
				if f.Holds(tag) != want {
					t.Errorf("%s of %s: %q", tag, name, f.Level(tag))
				}
			}
		}
	}
}

// What each tag of composition says, written down a second time from the
// regulation: level by the amount in 100 g, in a usual portion, and by energy.
func composed(c food.Composition, portion float64) map[food.Tag]food.Level {
	levels := []food.Level{food.No, food.Partly, food.Yes}
	by := func(v, partly, yes float64) int {
		switch {
		case v >= yes:
			return 2
		case v >= partly:
			return 1
		}
		return 0
	}
	out := map[food.Tag]food.Level{}
	say := func(tag food.Tag, v, partly, yes float64) {
		if math.IsNaN(v) {
			return
		}
		n := by(v, partly, yes)
		if portion < 15 && v*portion/100 < yes/4 {
			n = 0 // a pinch is no source
		}
		out[tag] = levels[n]
	}
	say("vitamin_a", c.VitaminAUg, 120, 240)
	say("vitamin_d", c.VitaminDUg, 0.75, 1.5)
	say("vitamin_e", c.VitaminEMg, 1.8, 3.6)
	say("vitamin_k", c.VitaminKUg, 11, 22.5)
	say("salt", c.SaltG, 1.5, 1.5)
	say("saturated_fat", c.SatFatG, 5, 5)
	say("fibre", c.FibreG, 3, 6)
	if n := by(c.FibreG*portion/100, 2.5, 5); !math.IsNaN(c.FibreG) && n > slices.Index(levels, out["fibre"]) {
		out["fibre"] = levels[n]
	}
	energy := max(1, c.EnergyKcal)
	if c.EnergyKcal == 0 {
		energy = 100
	}
	plant, marine := by(min(c.ALAG, c.ALAG*100/energy), 0.3, 0.6), by(min(c.EPADHAMg, c.EPADHAMg*100/energy), 40, 80)
	switch {
	case math.IsNaN(c.ALAG) && math.IsNaN(c.EPADHAMg):
	case math.IsNaN(c.ALAG):
		out["omega3"] = levels[marine]
	case math.IsNaN(c.EPADHAMg):
		out["omega3"] = levels[plant]
	default:
		out["omega3"] = levels[max(plant, marine)]
	}
	return out
}

// Every row obeys the rules of composition: what the amounts say is what the
// marks say, whatever was written by hand; and only measured rows say so.
func TestCompositionDecidesItsTags(t *testing.T) {
	rows := 0
	for _, f := range shelf(t).Foods() {
		if f.PortionG == 0 {
			t.Errorf("%s has no usual portion", f.Name)
		}
		for tag, m := range f.Marks {
			if !tag.Known() {
				t.Errorf("%s: tag %q", f.Name, tag)
			}
			if m.Level != food.Yes && m.Level != food.Partly && m.Level != food.Unknown {
				t.Errorf("%s: level %q", f.Name, m.Level)
			}
			if m.Basis == food.ByRule && (f.Composition == nil || f.Near) {
				t.Errorf("%s: %s is said to be computed", f.Name, tag)
			}
		}
		if f.Composition == nil {
			continue
		}
		rows++
		for tag, want := range composed(*f.Composition, f.PortionG) {
			if got := f.Level(tag); got != want {
				t.Errorf("%s: %s is %q, the amounts say %q", f.Name, tag, got, want)
			}
			if want != food.No && !f.Near && f.Marks[tag].Basis != food.ByRule {
				t.Errorf("%s: %s rests on %q", f.Name, tag, f.Marks[tag].Basis)
			}
		}
		if f.Composition.VitaminCMg >= 24 && f.PortionG >= 15 && !f.Holds("antioxidants") {
			t.Errorf("%s: %.0f mg of vitamin C, antioxidants %q", f.Name, f.Composition.VitaminCMg, f.Level("antioxidants"))
		}
	}
	if rows < 500 {
		t.Errorf("only %d rows have a composition", rows)
	}
}

func TestEveryLevelHasItsConfidence(t *testing.T) {
	c := shelf(t).With([]*journal.Food{{Name: "salmon", Tags: map[string]string{"spicy": "yes"}}})
	for _, x := range []struct {
		food string
		tag  food.Tag
		want food.Confidence
	}{
		{"salmon", "omega3", food.Measured},
		{"salmon", "fibre", food.Measured}, // that it has none is measured too
		{"salmon", "fish", food.Judged},
		{"salmon", "histamine", food.Low},
		{"salmon", "spicy", food.Said},
		{"udon", "fibre", food.Judged}, // a neighbour's composition
		{"sea bream", "omega3", food.Judged},
		{"Greek yogurt", "saturated_fat", food.Judged},
		{"lasagne", "vitamin_a", food.Judged},
		{"onion", "fructans", food.Low},
	} {
		f, ok := c.Lookup(x.food)
		if got := f.Confidence(x.tag); !ok || got != x.want {
			t.Errorf("%s of %s: %q, want %q", x.tag, x.food, got, x.want)
		}
	}
}

// The table has carotenes for most plants; for the others its international
// units say the same.
func TestVitaminAWithoutCarotenes(t *testing.T) {
	c := shelf(t)
	for name, want := range map[string]float64{"physalis": 36, "elderberry": 30, "blackcurrant": 11.5, "clams": 171, "carrot": 835} {
		f, _ := c.Lookup(name)
		if f.Composition == nil || math.Abs(f.Composition.VitaminAUg-want) > 1 {
			t.Errorf("%s: %+v, want %.0f µg", name, f.Composition, want)
		}
	}
}

// Whatever is typed for an ordinary day, in eight parts of the world, is known.
func TestEverydayFoodsAreKnown(t *testing.T) {
	c := shelf(t)
	text, err := os.ReadFile("testdata/everyday.txt")
	if err != nil {
		t.Fatal(err)
	}
	items := 0
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, typed := range strings.Split(strings.TrimSpace(line), "|") {
			items++
			for _, it := range c.Read(typed) {
				if _, ok := c.Lookup(it.Food); !ok {
					t.Errorf("%q: %q is not known", typed, it.Food)
				}
			}
		}
	}
	if items < 600 {
		t.Errorf("only %d foods", items)
	}
}

func TestDishesTakeOverTags(t *testing.T) {
	f, _ := shelf(t).Lookup("lasagne")
	if f.Level("gluten") != food.Yes || f.Level("red_meat") != food.Yes || f.Level("nightshade") != food.Yes || f.Level("milk") != food.Partly {
		t.Errorf("lasagne: gluten %q, red meat %q, nightshade %q, milk %q", f.Level("gluten"), f.Level("red_meat"), f.Level("nightshade"), f.Level("milk"))
	}
}

// What composition decides follows from what a dish holds as a whole: ten grams
// of butter make no dish rich in vitamin A.
func TestDishesAreReckonedAsAWhole(t *testing.T) {
	c := shelf(t)
	for tag, foods := range map[food.Tag][2]string{
		"vitamin_a":     {"carrot cake; palak paneer", "beans on toast; bacon sandwich; chicken sandwich"},
		"omega3":        {"teriyaki salmon; poke bowl", "chicken sandwich; egg sandwich; fish and chips"},
		"fibre":         {"lentil soup; rajma; falafel wrap", "chicken soup; carbonara"},
		"vitamin_k":     {"palak paneer; sukuma wiki", "bacon sandwich; jollof rice"},
		"saturated_fat": {"mac and cheese; cheese on toast", "chicken adobo; dal"},
		"salt":          {"instant noodles; sausage roll", "fried rice; tuna salad"},
	} {
		for i, want := range []bool{true, false} {
			for _, name := range strings.Split(foods[i], "; ") {
				f, ok := c.Lookup(name)
				if !ok || f.Holds(tag) != want {
					t.Errorf("%s of %s: %q", tag, name, f.Level(tag))
				}
				if f.Marks[tag].Basis == food.ByRule || f.Confidence(tag) != food.Judged {
					t.Errorf("%s of %s is said to be measured", tag, name)
				}
			}
		}
	}
}

func TestADishMayDenyATag(t *testing.T) {
	c := shelf(t)
	for name, tag := range map[string]food.Tag{"tiramisu": "hot", "kimchi stew": "live", "tea egg": "caffeine"} {
		if f, ok := c.Lookup(name); !ok || f.Level(tag) != food.No {
			t.Errorf("%s: %s %q", name, tag, f.Level(tag))
		}
	}
}

func TestThePersonsWordWins(t *testing.T) {
	c := shelf(t).With([]*journal.Food{
		{Name: "Milk", Tags: map[string]string{"dairy": "no", "from my goat": "yes"}},
		{Name: "aunt's stew", Tags: map[string]string{"spicy": "yes"}},
	})
	milk, _ := c.Lookup("whole milk")
	if milk.Holds("dairy") || !milk.Holds("from my goat") || !milk.Holds("lactose") {
		t.Errorf("milk: %v", milk.Tags())
	}
	if stew, ok := c.Lookup("aunts stew"); !ok || !stew.Holds("spicy") {
		t.Errorf("own food: %v %v", ok, stew.Tags())
	}
	if groups := c.Groups("milk"); !slices.Contains(groups, "from my goat") || slices.Contains(groups, "dairy") {
		t.Errorf("groups %v", groups)
	}
}

func TestBrokenTablesAreRefused(t *testing.T) {
	head := "name\tsynonyms\tkind\tingredients\tusda\tportion_g\ttags\n"
	for name, row := range map[string]string{
		"tag":        "x\t\tfruit\t\t\t100\tdairry",
		"columns":    "x\t\tfruit",
		"portion":    "x\t\tfruit\t\t\t-5\t",
		"number":     "x\t\tfruit\t\tabc\t5\t",
		"missing":    "x\t\tfruit\t\t7\t5\t",
		"ingredient": "x\t\tdishes\tunicorn\t\t5\t",
		"twice":      "x\t\tfruit\t\t\t5\t\nX\t\tfruit\t\t\t5\t",
		"nameless":   "\t\tfruit\t\t\t5\t",
	} {
		if _, err := food.ReadCatalogue(strings.NewReader(head+row+"\n"), nil); err == nil {
			t.Errorf("%s: a broken row was read", name)
		}
	}
}

func FuzzReadCatalogue(f *testing.F) {
	f.Add("name\tsynonyms\tkind\tingredients\tusda\tportion_g\ttags\nmilk\twhole milk\tdairy\t\t\t200\tdairy lactose~\n")
	f.Fuzz(func(t *testing.T, table string) {
		c, err := food.ReadCatalogue(strings.NewReader(table), nil)
		if err != nil {
			return
		}
		for _, food := range c.Foods() {
			if _, ok := c.Lookup(food.Name); !ok && food.Name != "" {
				t.Errorf("%q cannot be found", food.Name)
			}
		}
	})
}
