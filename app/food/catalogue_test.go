package food_test

import (
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
		"tomatoes": "tomato", "strawberries": "strawberry", "black_tea": "black tea", "Crème Brûlée": "", "prawn": "prawns",
		"walnut": "walnuts", "jalapeños": "chilli", "cornflakes": "corn flakes", "garbanzo beans": "chickpeas", "crisps": "crisps",
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

// Every food obeys the rules of composition: what the amounts say is what the
// marks say.
func TestCompositionDecidesItsTags(t *testing.T) {
	for _, f := range shelf(t).Foods() {
		c := f.Composition
		if c == nil {
			continue
		}
		if c.FibreG >= 6 && f.PortionG >= 15 && f.Level("fibre") != food.Yes {
			t.Errorf("%s has %.1f g of fibre and the tag is %q", f.Name, c.FibreG, f.Level("fibre"))
		}
		if c.FibreG*f.PortionG/100 < 2.5 && c.FibreG < 3 && f.Level("fibre") != food.No {
			t.Errorf("%s has %.1f g of fibre in %.0f g and the tag is %q", f.Name, c.FibreG, f.PortionG, f.Level("fibre"))
		}
		if c.VitaminKUg < 11 && f.Level("vitamin_k") != food.No {
			t.Errorf("%s: vitamin K %.0f µg, %q", f.Name, c.VitaminKUg, f.Level("vitamin_k"))
		}
		for tag, m := range f.Marks {
			if !tag.Known() {
				t.Errorf("%s: tag %q", f.Name, tag)
			}
			if m.Level != food.Yes && m.Level != food.Partly && m.Level != food.Unknown {
				t.Errorf("%s: level %q", f.Name, m.Level)
			}
		}
		if f.PortionG == 0 {
			t.Errorf("%s has no usual portion", f.Name)
		}
	}
}

func TestDishesTakeOverTags(t *testing.T) {
	f, _ := shelf(t).Lookup("lasagne")
	if f.Level("gluten") != food.Yes || f.Level("red_meat") != food.Yes || f.Level("nightshade") != food.Yes || f.Level("milk") != food.Partly {
		t.Errorf("lasagne: gluten %q, red meat %q, nightshade %q, milk %q", f.Level("gluten"), f.Level("red_meat"), f.Level("nightshade"), f.Level("milk"))
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
