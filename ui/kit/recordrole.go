package kit

import "skinward/app/journal"

// RoleOf is the colour of a kind of record.
func RoleOf(r journal.Record) Role {
	switch r.(type) {
	case *journal.Meal, *journal.Avoidance, *journal.DayMark, *journal.Digestion, *journal.Food:
		return Meals
	case *journal.Course, *journal.Dose, *journal.Treatment:
		return Probiotics
	case *journal.Stress, *journal.Practice, *journal.Sleep:
		return Stress
	case *journal.Water:
		return Water
	case *journal.Cycle:
		return Hormones
	case *journal.SkinCheck, *journal.Photo, *journal.Score:
		return Skin
	}
	return Muted
}
