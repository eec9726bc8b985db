package journal

import (
	"slices"
	"strings"
)

// Slot is the meal of the day that something was eaten at.
type Slot string

// The slots. AnySlot is used when a diary tells the day alone.
const (
	AnySlot   Slot = ""
	Breakfast Slot = "breakfast"
	Lunch     Slot = "lunch"
	Dinner    Slot = "dinner"
	Snack     Slot = "snack"
	Drink     Slot = "drink"
)

// Slots returns the named slots in the order of the day.
func Slots() []Slot { return []Slot{Breakfast, Lunch, Dinner, Snack, Drink} }

// Portion is how much was eaten, against what this person usually eats.
type Portion string

// The portions. NoPortion is not recorded.
const (
	NoPortion Portion = ""
	Small     Portion = "small"
	Usual     Portion = "usual"
	Large     Portion = "large"
)

// MealItem is one food of a meal.
type MealItem struct {
	Food    string         `json:"food"`              // as typed or imported
	Portion Portion        `json:"portion,omitempty"` //
	Count   Maybe[float64] `json:"count,omitzero"`    // pieces or servings, 0 … 100, when counted
	Absent  bool           `json:"absent,omitempty"`  // explicitly not eaten on this day
}

// Meal is what was eaten or drunk at one sitting.
type Meal struct {
	Meta
	Slot  Slot       `json:"slot,omitempty"`
	Items []MealItem `json:"items"`
}

// Kind returns KindMeal.
func (*Meal) Kind() Kind { return KindMeal }

// Validate wants at least one food, each named.
func (m *Meal) Validate() error {
	if err := first(m.check(), checkChoice("slot", m.Slot, append(Slots(), AnySlot)...)); err != nil {
		return err
	}
	if len(m.Items) == 0 {
		return &Error{Code: CodeEmpty, Field: "foods"}
	}
	for _, it := range m.Items {
		err := first(
			checkName("food", it.Food),
			checkChoice("portion", it.Portion, NoPortion, Small, Usual, Large),
			checkMaybe("count", it.Count, 0, 100),
		)
		if err != nil {
			return err
		}
	}
	return nil
}

// Clone copies the meal.
func (m *Meal) Clone() Record {
	c := *m
	c.Items = slices.Clone(m.Items)
	return &c
}

// Title names the slot.
func (m *Meal) Title() string {
	switch m.Slot {
	case AnySlot:
		return "Meal"
	}
	return strings.ToUpper(string(m.Slot[:1])) + string(m.Slot[1:])
}

// Detail lists the foods.
func (m *Meal) Detail() string {
	names := make([]string, 0, len(m.Items))
	for _, it := range m.Items {
		n := it.Food
		if c, ok := it.Count.Get(); ok && c != 1 {
			n = number(c) + " " + n
		}
		if it.Portion == Small || it.Portion == Large {
			n += " (" + string(it.Portion) + ")"
		}
		if it.Absent {
			n = "no " + n
		}
		names = append(names, n)
	}
	return strings.Join(names, ", ")
}

// Foods returns the names of what was eaten, without the absent ones.
func (m *Meal) Foods() []string {
	var out []string
	for _, it := range m.Items {
		if !it.Absent {
			out = append(out, it.Food)
		}
	}
	return out
}
