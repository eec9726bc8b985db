package food

import (
	"math"

	"skinward/app/journal"
)

// Nutrients is an estimate of what some foods hold together. It comes from
// usual portions and a table of typical foods, so that it is good for
// comparing days of one person and no more.
type Nutrients struct {
	Foods int // that were eaten
	sums  [len(nutrientInfos)]sum
}

// sum is one nutrient: its amount, and in how many of the foods it is known.
type sum struct {
	amount float64
	known  float64
}

// Amount is one line of an estimate.
type Amount struct {
	Name   string  // stable: "nutrient_fibre"
	Label  string  // for people: "Fibre"
	Unit   string  // g, mg or µg a day
	Value  float64 // of the foods in which it is known
	Known  int     // foods in which it is known
	Enough bool    // known in so many of the foods that the value may be shown
}

// nutrientInfo describes one nutrient: how much of it 100 g hold, NaN where the
// table does not know, and the tag that tells foods rich in it.
type nutrientInfo struct {
	name, label, unit string
	tag               Tag
	of                func(c Composition, f Food) float64
}

// Free sugar is the sugar of foods with added sugar, juice included (World
// Health Organization, 2015); vitamin A counts as retinol activity equivalents;
// omega-3 is alpha-linolenic acid, EPA and DHA.
var nutrientInfos = [...]nutrientInfo{
	{"nutrient_fibre", "Fibre", "g", "fibre", func(c Composition, _ Food) float64 { return c.FibreG }},
	{"nutrient_free_sugar", "Free sugar", "g", "added_sugar", freeSugar},
	{"nutrient_omega3", "Omega-3", "g", "omega3", omega3Of},
	{"nutrient_vitamin_a", "Vitamin A", "µg", "vitamin_a", func(c Composition, _ Food) float64 { return c.VitaminAUg }},
	{"nutrient_vitamin_d", "Vitamin D", "µg", "vitamin_d", func(c Composition, _ Food) float64 { return c.VitaminDUg }},
	{"nutrient_vitamin_e", "Vitamin E", "mg", "vitamin_e", func(c Composition, _ Food) float64 { return c.VitaminEMg }},
	{"nutrient_vitamin_k", "Vitamin K", "µg", "vitamin_k", func(c Composition, _ Food) float64 { return c.VitaminKUg }},
}

// freeSugar counts half of the sugar where sugar is added in part.
func freeSugar(c Composition, f Food) float64 {
	switch f.Level("added_sugar") {
	case Yes:
		return c.SugarG
	case Partly:
		return c.SugarG / 2
	case Unknown:
		return math.NaN()
	}
	return 0
}

// omega3Of takes what the table knows of the two kinds.
func omega3Of(c Composition, _ Food) float64 {
	switch {
	case math.IsNaN(c.ALAG) && math.IsNaN(c.EPADHAMg):
		return math.NaN()
	case math.IsNaN(c.ALAG):
		return c.EPADHAMg / 1000
	case math.IsNaN(c.EPADHAMg):
		return c.ALAG
	}
	return c.ALAG + c.EPADHAMg/1000
}

// enoughKnown is the share of foods in which a nutrient must be known.
const enoughKnown = 0.75

// Amounts lists the estimate in a fixed order.
func (n Nutrients) Amounts() []Amount {
	out := make([]Amount, len(nutrientInfos))
	for i, info := range nutrientInfos {
		s := n.sums[i]
		out[i] = Amount{info.name, info.label, info.unit, s.amount, int(s.known), s.known >= enoughKnown*float64(n.Foods)}
	}
	return out
}

// Estimate adds up what the items hold: usual portion, times count, times two
// thirds for a small and one and a half for a large one. Absent items count
// nothing.
func (c *Catalogue) Estimate(items []journal.MealItem) Nutrients { return c.Estimator()(items) }

// Estimator is Estimate for many meals of the same foods; it serves one caller
// at a time.
func (c *Catalogue) Estimator() func(items []journal.MealItem) Nutrients {
	type usual struct {
		per   [len(nutrientInfos)]float64 // 100 g
		grams float64
	}
	seen := map[string]usual{}
	return func(items []journal.MealItem) Nutrients {
		var n Nutrients
		for _, it := range items {
			if it.Absent {
				continue
			}
			n.Foods++
			u, ok := seen[it.Food]
			if !ok {
				f, _ := c.Lookup(it.Food)
				u = usual{c.per100(f), usualPortion(f)}
				seen[it.Food] = u
			}
			for i, per := range u.per {
				if !math.IsNaN(per) {
					n.sums[i].amount += per * eaten(u.grams, it) / 100
					n.sums[i].known++
				}
			}
		}
		return n
	}
}

// per100 returns what 100 g hold, NaN for what is not known. A dish is the sum
// of its ingredients; three quarters of its weight must be known.
func (c *Catalogue) per100(f Food) [len(nutrientInfos)]float64 {
	if len(f.Ingredients) == 0 || f.Composition != nil {
		return f.per100()
	}
	var amount, known [len(nutrientInfos)]float64
	all := 0.0
	for _, in := range f.Ingredients {
		part, _ := c.Lookup(in.Name)
		g := in.of(part)
		all += g
		for i, per := range part.per100() {
			if !math.IsNaN(per) {
				amount[i] += per * g
				known[i] += g
			}
		}
	}
	var out [len(nutrientInfos)]float64
	for i := range out {
		out[i] = math.NaN()
		if all > 0 && known[i] >= enoughKnown*all {
			out[i] = amount[i] / known[i]
		}
	}
	return out
}

// per100 of a food that is no dish. Where the table does not know an amount,
// and the food is not said to be a source of it, it is close to none; so it is
// in drinks and in pinches of a spice that the table does not have at all.
func (f Food) per100() [len(nutrientInfos)]float64 {
	trace := f.Composition != nil || f.Kind == "drinks" || f.PortionG > 0 && f.PortionG < sprinkleG
	var out [len(nutrientInfos)]float64
	for i, info := range nutrientInfos {
		out[i] = math.NaN()
		if f.Composition != nil {
			out[i] = info.of(*f.Composition, f)
		}
		if math.IsNaN(out[i]) && trace && f.Level(info.tag) == No {
			out[i] = 0
		}
	}
	return out
}

// usualPortion returns grams.
func usualPortion(f Food) float64 {
	if f.PortionG == 0 {
		return 100
	}
	return f.PortionG
}

// eaten returns grams, of a usual portion of g.
func eaten(g float64, it journal.MealItem) float64 {
	switch it.Portion {
	case journal.Small:
		g *= 2.0 / 3
	case journal.Large:
		g *= 1.5
	}
	return g * it.Count.Or(1)
}
