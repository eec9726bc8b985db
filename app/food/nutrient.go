package food

import (
	"math"

	"skinward/app/journal"
)

// Nutrients is an estimate of what some foods hold together. It comes from
// usual portions and a table of typical foods, so that it is good for
// comparing days of one person and no more.
type Nutrients struct {
	FibreG     float64
	FreeSugarG float64 // sugars of foods with added sugar, juice included
	Omega3G    float64 // alpha-linolenic acid, EPA and DHA
	VitaminAUg float64 // retinol activity equivalents
	VitaminDUg float64
	VitaminEMg float64
	VitaminKUg float64
	Foods      int // that were eaten
	Known      int // of them, with a known composition
}

// Shares of a usual portion, and of the sugars of foods that are sweetened in
// part.
const (
	smallPortion   = 2.0 / 3
	largePortion   = 1.5
	partlySugar    = 0.5
	unknownPortion = 100.0 // grams
)

// EnoughKnown is the share of foods with a known composition from which an
// estimate is given.
const EnoughKnown = 0.75

// Enough reports whether enough of the foods are known for an estimate.
func (n Nutrients) Enough() bool {
	return n.Foods > 0 && float64(n.Known) >= EnoughKnown*float64(n.Foods)
}

// Amount is one line of an estimate.
type Amount struct {
	Name  string // stable: "fibre"
	Label string // for people: "Fibre"
	Unit  string
	Value float64
}

// Amounts lists the estimate in a fixed order.
func (n Nutrients) Amounts() []Amount {
	return []Amount{
		{"nutrient_fibre", "Fibre", "g", n.FibreG},
		{"nutrient_free_sugar", "Free sugar", "g", n.FreeSugarG},
		{"nutrient_omega3", "Omega-3", "g", n.Omega3G},
		{"nutrient_vitamin_a", "Vitamin A", "µg", n.VitaminAUg},
		{"nutrient_vitamin_d", "Vitamin D", "µg", n.VitaminDUg},
		{"nutrient_vitamin_e", "Vitamin E", "mg", n.VitaminEMg},
		{"nutrient_vitamin_k", "Vitamin K", "µg", n.VitaminKUg},
	}
}

// Estimate adds up what the items hold: usual portion, times count, times two
// thirds for a small and one and a half for a large one. Absent items count
// nothing.
func (c *Catalogue) Estimate(items []journal.MealItem) Nutrients { return c.Estimator()(items) }

// Estimator is Estimate for many meals of the same foods; it serves one caller
// at a time.
func (c *Catalogue) Estimator() func(items []journal.MealItem) Nutrients {
	type usual struct {
		per   Nutrients // 100 g
		grams float64
		known bool
	}
	seen := map[string]usual{}
	return func(items []journal.MealItem) Nutrients {
		var sum Nutrients
		for _, it := range items {
			if it.Absent {
				continue
			}
			sum.Foods++
			u, ok := seen[it.Food]
			if !ok {
				if f, found := c.Lookup(it.Food); found {
					u.per, u.known = c.per100(f)
					u.grams = usualPortion(f)
				}
				seen[it.Food] = u
			}
			if u.known {
				sum.Known++
				sum.add(u.per, eaten(u.grams, it)/100)
			}
		}
		return sum
	}
}

// usualPortion returns grams.
func usualPortion(f Food) float64 {
	if f.PortionG == 0 {
		return unknownPortion
	}
	return f.PortionG
}

// eaten returns grams, of a usual portion of g.
func eaten(g float64, it journal.MealItem) float64 {
	switch it.Portion {
	case journal.Small:
		g *= smallPortion
	case journal.Large:
		g *= largePortion
	}
	return g * it.Count.Or(1)
}

// per100 returns what 100 g hold. A dish is the sum of its ingredients, each
// in its own usual portion.
func (c *Catalogue) per100(f Food) (Nutrients, bool) {
	if f.Composition != nil {
		return nutrients(*f.Composition, f), true
	}
	var sum Nutrients
	grams, known, all := 0.0, 0.0, 0.0
	for _, name := range f.Ingredients {
		part, ok := c.Lookup(name)
		if !ok {
			continue
		}
		g := usualPortion(part)
		all += g
		if part.Composition == nil {
			continue
		}
		known += g
		grams += g
		sum.add(nutrients(*part.Composition, part), g/100)
	}
	if grams == 0 || known < EnoughKnown*all {
		return Nutrients{}, false
	}
	var per Nutrients
	per.add(sum, 100/grams)
	return per, true
}

// nutrients reads a row of the composition table; what it does not know counts
// nothing, which the table's own unknowns (mostly vitamin D and K) make a low
// estimate rather than none.
func nutrients(c Composition, f Food) Nutrients {
	free := 0.0
	switch f.Level("added_sugar") {
	case Yes:
		free = 1
	case Partly:
		free = partlySugar
	}
	return Nutrients{
		FibreG: known(c.FibreG), FreeSugarG: free * known(c.SugarG),
		Omega3G:    known(c.ALAG) + known(c.EPADHAMg)/1000,
		VitaminAUg: known(c.VitaminAUg), VitaminDUg: known(c.VitaminDUg),
		VitaminEMg: known(c.VitaminEMg), VitaminKUg: known(c.VitaminKUg),
	}
}

func known(v float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return v
}

// add adds times per.
func (n *Nutrients) add(per Nutrients, times float64) {
	n.FibreG += per.FibreG * times
	n.FreeSugarG += per.FreeSugarG * times
	n.Omega3G += per.Omega3G * times
	n.VitaminAUg += per.VitaminAUg * times
	n.VitaminDUg += per.VitaminDUg * times
	n.VitaminEMg += per.VitaminEMg * times
	n.VitaminKUg += per.VitaminKUg * times
}
