package sample

import (
	"math"
	"math/rand/v2"
	"strings"

	"skinward/app/journal"
)

// The foods by the time of day at which they are eaten: 200 together with
// those that truth names.
const (
	breakfastFoods = "oats,muesli,rye bread,wheat bread,toast,croissant,butter,margarine,honey,strawberry jam,marmalade,peanut butter,cottage cheese,cream cheese,boiled egg,fried egg,scrambled egg,bacon,yoghurt,kefir,skyr,banana,blueberries,raspberries,granola,cornflakes,pancakes,smoked salmon,milk,oat milk"
	mainFoods      = "rice,brown rice,pasta,wholemeal pasta,potatoes,mashed potatoes,sweet potato,couscous,bulgur,quinoa,buckwheat,polenta,gnocchi,noodles,flatbread,chicken,turkey,duck,beef,minced beef,pork,ham,lamb,sausages,meatballs,cod,salmon,tuna,trout,mackerel,herring,sardines,mussels,tofu,tempeh,lentils,chickpeas,kidney beans,white beans,black beans,green peas,edamame,broccoli,cauliflower,carrots,courgette,aubergine,bell pepper,spinach,kale,cabbage,red cabbage,sauerkraut,kimchi,brussels sprouts,leek,onion,garlic,celery,fennel,beetroot,radish,lettuce,rocket,cucumber,tomatoes,avocado,mushrooms,asparagus,green beans,pumpkin,sweetcorn,olives,feta,mozzarella,cheddar,gouda,goat cheese,cream,sour cream,coconut milk,soy sauce,mustard,ketchup,mayonnaise,pesto,curry,chilli,ginger,vinegar,pizza,burger,chips,vegetable soup,chicken soup,risotto,lasagne,omelette,falafel,hummus"
	snackFoods     = "apple,pear,orange,mandarin,grapes,kiwi,pineapple,mango,peach,plum,apricot,cherries,strawberries,melon,figs,dates,raisins,almonds,hazelnuts,cashews,pistachios,peanuts,sunflower seeds,pumpkin seeds,dark chocolate,biscuits,cake,apple pie,ice cream,crisps,popcorn,crackers,rice cakes,pretzels,gummy sweets,cereal bar,pudding,doughnut,muffin,waffles"
	drinkFoods     = "coffee,espresso,cappuccino,black tea,green tea,peppermint tea,rooibos tea,apple juice,orange juice,tomato juice,lemonade,cola,iced tea,cocoa,white wine,sparkling wine,kombucha,buttermilk,smoothie,alcohol-free beer"
)

// food is something that the person eats now and then.
type food struct {
	name   string
	weight float64
}

// larder holds the foods of each slot with how fond of them the person is.
type larder struct {
	breakfast, main, snack, drink []food
}

// stock gives every food a fondness; a few are eaten often and most seldom.
func stock(r *rand.Rand) larder {
	fill := func(list string) []food {
		var fs []food
		for _, n := range strings.Split(list, ",") {
			fs = append(fs, food{n, math.Exp(0.8 * min(r.NormFloat64(), 1.6))})
		}
		return fs
	}
	return larder{fill(breakfastFoods), fill(mainFoods), fill(snackFoods), fill(drinkFoods)}
}

// pick draws n different foods by fondness.
func pick(r *rand.Rand, from []food, n int) []string {
	var out []string
	var total float64
	for _, f := range from {
		total += f.weight
	}
	for len(out) < n {
		x := r.Float64() * total
		i := 0
		for i < len(from)-1 && x >= from[i].weight {
			x -= from[i].weight
			i++
		}
		if !contains(out, from[i].name) {
			out = append(out, from[i].name)
		}
	}
	return out
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// plate is what was eaten on a day, slot by slot.
type plate map[journal.Slot][]string

func (p plate) has(name string) bool {
	for _, foods := range p {
		if contains(foods, name) {
			return true
		}
	}
	return false
}

func (p plate) add(slot journal.Slot, name string) {
	if !p.has(name) {
		p[slot] = append(p[slot], name)
	}
}

// eat decides the meals of a day. The day's stress, weekday and season, and
// the skin of the day before, steer the traps.
func (w *world) eat(d int) plate {
	r, p := w.foodDice, plate{}
	p[journal.Breakfast] = pick(r, w.larder.breakfast, 2+r.IntN(2))
	p[journal.Lunch] = pick(r, w.larder.main, 3+r.IntN(2))
	p[journal.Dinner] = pick(r, w.larder.main, 3+r.IntN(3))
	if r.Float64() < 0.7 {
		p[journal.Snack] = pick(r, w.larder.snack, 1+r.IntN(2))
	}
	if r.Float64() < 0.85 {
		p[journal.Drink] = pick(r, w.larder.drink, 1+r.IntN(2))
	}
	chance := func(prob float64, slot journal.Slot, name string) bool {
		if r.Float64() >= prob {
			return false
		}
		p.add(slot, name)
		return true
	}
	stress, weekend := w.stress[d], w.weekend(d)
	chance(0.20, journal.Dinner, "prawns")
	chance(0.24, journal.Snack, "walnuts")
	chance(0.25, journal.Snack, "milk chocolate")
	if chance(0.20, journal.Dinner, "parmesan") {
		chance(0.55, journal.Dinner, "tomato sauce")
	} else {
		chance(0.10, journal.Dinner, "tomato sauce")
	}
	wine := 0.14
	if weekend {
		wine = 0.40
	}
	chance(wine, journal.Dinner, "red wine")
	chance(map[bool]float64{true: 0.5, false: 0.08}[weekend], journal.Dinner, "beer")
	chance(logistic(-3+0.45*stress), journal.Snack, "cookies")
	chance(max(0, 0.5*w.summer(d)), journal.Snack, "watermelon")
	before := 4.0
	if d > 0 {
		before = w.severity[d-1]
	}
	chance(logistic(-4+0.55*before), journal.Drink, "camomile tea")
	return p
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
