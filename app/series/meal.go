package series

import (
	"math"
	"slices"
	"strings"

	"skinward/app/journal"
)

// slotDays is how many recorded days before make the person's usual number of
// meals.
const slotDays = 28

// NoFood tells whether a food row is a mark for a day without foods; it is
// never a factor.
func NoFood(name string) bool {
	switch strings.ToLower(strings.TrimSpace(name)) {
	case "none", "water_only_day":
		return true
	}
	return false
}

// foodDay is what a journal says of the meals of one day.
type foodDay struct {
	slots    map[journal.Slot]bool
	imported bool
	none     bool // nothing was eaten
	complete journal.State
}

// meals builds the foods and food groups.
func (b *builder) meals() {
	days := map[int]*foodDay{} // by day number, days before the grid included
	at := func(d journal.Day) *foodDay {
		n := d.Number()
		if days[n] == nil {
			days[n] = &foodDay{slots: map[journal.Slot]bool{}}
		}
		return days[n]
	}
	for _, m := range journal.Select[*journal.DayMark](b.log) {
		d := at(m.Day)
		d.none = d.none || m.NoFood
		if m.MealsComplete != journal.Unknown {
			d.complete = m.MealsComplete
		}
	}
	var foods table[[]float64]
	for _, m := range journal.Select[*journal.Meal](b.log) {
		d := at(m.Day)
		d.slots[m.Slot] = true
		d.imported = d.imported || m.Source == journal.Imported
		i, in := b.index(m.Day)
		for _, it := range m.Items {
			if NoFood(it.Food) {
				d.none = d.none || !it.Absent
				continue
			}
			if !in {
				continue
			}
			line := foods.line(it.Food, b.missing)
			if !it.Absent {
				line[i] = 1
			} else if math.IsNaN(line[i]) {
				line[i] = 0
			}
		}
	}
	b.set.FoodDays = b.complete(days)
	b.foods(&foods)
}

// complete tells which days of the grid have a whole food log: marked so, a
// day without food, an imported day with any food row, or a day with as many
// meal slots as the median of the 28 recorded days before.
func (b *builder) complete(days map[int]*foodDay) []bool {
	numbers := make([]int, 0, len(days))
	for n := range days {
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	out := make([]bool, b.set.Days)
	var slots []float64 // of the recorded days so far
	for _, n := range numbers {
		d := days[n]
		whole := d.complete == journal.Yes || d.none || d.imported
		if len(d.slots) > 0 {
			usual := slices.Clone(slots[max(0, len(slots)-slotDays):])
			whole = whole || float64(len(d.slots)) >= median(usual)
			slots = append(slots, float64(len(d.slots)))
		}
		if i := n - b.lo; i >= 0 && i < len(out) {
			out[i] = whole && d.complete != journal.No
		}
	}
	return out
}

// foods adds every food eaten on the grid, and the groups they belong to. On a
// day with a whole food log what was not written was not eaten; on other days
// it is not known.
func (b *builder) foods(foods *table[[]float64]) {
	var groups table[*Factor]
	slices.Sort(foods.names)
	for _, name := range foods.names {
		v := foods.get(name)
		if !slices.Contains(v, 1) {
			continue // only ever written down as not eaten
		}
		for i, whole := range b.set.FoodDays {
			if whole && math.IsNaN(v[i]) {
				v[i] = 0
			}
		}
		b.add(Factor{Name: name, Kind: KindFood, Binary: true, Values: v})
		if b.o.Groups == nil {
			continue
		}
		for _, tag := range b.o.Groups(name) {
			g := groups.line(tag, func() *Factor {
				f := &Factor{Name: tag, Label: tag, Kind: KindFoodGroup, Binary: true, Values: b.missing()}
				for i, whole := range b.set.FoodDays {
					if whole {
						f.Values[i] = 0
					}
				}
				return f
			})
			g.Members = append(g.Members, name)
			for i, x := range v {
				if x == 1 {
					g.Values[i] = 1
				}
			}
		}
	}
	for _, tag := range groups.names {
		g := groups.get(tag)
		if b.o.GroupLabel != nil {
			g.Label = b.o.GroupLabel(tag)
		}
		if slices.ContainsFunc(foods.names, func(n string) bool { return strings.EqualFold(n, g.Name) }) {
			g.Name += " (group)" // names stay distinct
		}
		b.add(*g)
	}
}
