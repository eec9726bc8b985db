package food

import (
	"fmt"
	"math"
)

// mainIngredients is how many of a dish's ingredients, from the first, give it
// their tags wholly; the others give them partly.
const mainIngredients = 4

// inherit gives dishes the tags of their ingredients. Those that composition
// decides follow from what the ingredients hold together. What the dish itself
// is said to hold or not to hold stays.
func (c *Catalogue) inherit() error {
	for i := range c.foods {
		dish := &c.foods[i]
		if len(dish.Ingredients) == 0 {
			continue
		}
		parts := make([]Food, len(dish.Ingredients))
		for n, in := range dish.Ingredients {
			at, ok := c.find(in.Name)
			if !ok {
				return fmt.Errorf("%s: the ingredient %q is not in the table", dish.Name, in.Name)
			}
			parts[n] = c.foods[at]
			if len(parts[n].Ingredients) > 0 {
				return fmt.Errorf("%s: the ingredient %q is itself a dish", dish.Name, in.Name)
			}
		}
		dish.take(parts)
	}
	return nil
}

// take gives a dish the tags of its ingredients.
func (f *Food) take(parts []Food) {
	fixed := map[Tag]bool{}
	for t, m := range f.Marks {
		fixed[t] = m.Level == No || m.Level == Unknown
	}
	for t := range f.computed() {
		fixed[t] = true
	}
	if f.Composition == nil {
		for t, level := range computed(mixture(f.Ingredients, parts), f.PortionG) {
			if _, said := f.Marks[t]; !said {
				f.Marks[t] = Mark{level, ByJudgment}
			}
			fixed[t] = true
		}
	}
	for n, part := range parts {
		for t, m := range part.Marks {
			if n >= mainIngredients {
				m.Level = lower(m.Level, Partly)
			}
			has, said := f.Marks[t]
			if fixed[t] || said && order[m.Level] <= order[has.Level] {
				continue
			}
			f.Marks[t] = Mark{m.Level, ByJudgment}
		}
	}
}

// mixture is what 100 g of foods hold together; an amount of which less than three quarters of the weight are known is not
// known.
func mixture(in []Ingredient, parts []Food) Composition {
	var sum Composition
	amounts := sum.amounts()
	known := make([]float64, len(amounts))
	all := 0.0
	for n, p := range parts {
		g := in[n].of(p)
		all += g
		if p.Composition == nil {
			continue
		}
		one := *p.Composition
		if math.IsNaN(one.ALAG) != math.IsNaN(one.EPADHAMg) { // fish has the one, all else the other
			one.ALAG, one.EPADHAMg = orNone(one.ALAG), orNone(one.EPADHAMg)
		}
		for i, v := range one.amounts() {
			if !math.IsNaN(*v) {
				*amounts[i] += *v * g
				known[i] += g
			}
		}
	}
	for i, v := range amounts {
		if all > 0 && known[i] >= enoughKnown*all {
			*v /= known[i]
		} else {
			*v = math.NaN()
		}
	}
	return sum
}

func orNone(v float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return v
}
