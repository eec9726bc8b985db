package data

import (
	"context"

	"skinward/app/journal"
)

// Names of foods are kept once; a meal refers to them. That makes the use of
// a food one short index walk, however often it was eaten.
var mealTable = table{
	kind: journal.KindMeal,
	schema: []piece{{1, `
CREATE TABLE meal (
	{meta},
	slot TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX meal_day ON meal (day) WHERE deleted IS NULL;
CREATE INDEX meal_deleted ON meal (deleted) WHERE deleted IS NOT NULL;

CREATE TABLE food_name (
	id   INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE meal_item (
	owner   TEXT    NOT NULL REFERENCES meal (id) ON DELETE CASCADE,
	place   INTEGER NOT NULL,
	food    INTEGER NOT NULL REFERENCES food_name (id),
	portion TEXT,
	count   REAL,
	absent  INTEGER NOT NULL, -- 1: explicitly not eaten that day
	PRIMARY KEY (owner, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX meal_item_food ON meal_item (food) WHERE absent = 0;`}},
	columns: []column{
		col("slot", func(m *journal.Meal) cell { return text(&m.Slot) }),
	},
	lists: []list{items[journal.Meal, journal.MealItem]{
		name:  "meal_item",
		slice: func(m *journal.Meal) *[]journal.MealItem { return &m.Items },
		cols: []part{
			foodPart,
			item("portion", func(i *journal.MealItem) cell { return text(&i.Portion) }),
			item("count", func(i *journal.MealItem) cell { return optional{&i.Count} }),
			item("absent", func(i *journal.MealItem) cell { return flag{&i.Absent} }),
		},
	}},
	words: func(r journal.Record) []string { return r.(*journal.Meal).Foods() },
	prepare: func(ctx context.Context, w *writing, r journal.Record) error {
		for _, it := range r.(*journal.Meal).Items {
			if err := w.knowFood(ctx, it.Food); err != nil {
				return err
			}
		}
		return nil
	},
}

var foodPart = part{
	name: "food",
	read: "(SELECT f.name FROM food_name AS f WHERE f.id = l.food)",
	cell: func(e any) cell { return name{&e.(*journal.MealItem).Food} },
	kept: func(w *writing, v any) any {
		food, _ := v.(string)
		return w.foods[food]
	},
}

const (
	knowFoodSQL = `INSERT INTO food_name (name) VALUES (?1) ON CONFLICT (name) DO NOTHING`
	foodRowSQL  = `SELECT id FROM food_name WHERE name = ?1`
)

// knowFood makes sure that name has its row, and remembers which.
func (w *writing) knowFood(ctx context.Context, name string) error {
	if w.foods[name] != 0 {
		return nil
	}
	if _, err := w.exec(ctx, knowFoodSQL, name); err != nil {
		return err
	}
	return w.each(ctx, foodRowSQL, func(row []any) error {
		id, ok := row[0].(int64)
		if !ok {
			return mismatch(row[0], "integer")
		}
		w.foods[name] = id
		return nil
	}, name)
}
