package data

import "skinward/app/journal"

var waterTable = table{
	kind: journal.KindWater,
	schema: []piece{{1, `
CREATE TABLE water (
	{meta},
	ml REAL NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX water_day ON water (day) WHERE deleted IS NULL;
CREATE INDEX water_deleted ON water (deleted) WHERE deleted IS NOT NULL;`}},
	columns: []column{
		col("ml", func(w *journal.Water) cell { return number{&w.Millilitres} }),
	},
}

var digestionTable = table{
	kind: journal.KindDigestion,
	schema: []piece{{1, `
CREATE TABLE digestion (
	{meta},
	form     REAL, -- stool form 1 … 7
	bloating REAL,
	pain     REAL
) STRICT, WITHOUT ROWID;
CREATE INDEX digestion_day ON digestion (day) WHERE deleted IS NULL;
CREATE INDEX digestion_deleted ON digestion (deleted) WHERE deleted IS NOT NULL;`}},
	columns: []column{
		col("form", func(d *journal.Digestion) cell { return optional{&d.Form} }),
		col("bloating", func(d *journal.Digestion) cell { return optional{&d.Bloating} }),
		col("pain", func(d *journal.Digestion) cell { return optional{&d.Pain} }),
	},
}

var cycleTable = table{
	kind: journal.KindCycle,
	schema: []piece{{1, `
CREATE TABLE cycle (
	{meta},
	cycle_day REAL,
	bleeding  INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX cycle_by_day ON cycle (day) WHERE deleted IS NULL;
CREATE INDEX cycle_deleted ON cycle (deleted) WHERE deleted IS NOT NULL;`}},
	columns: []column{
		col("cycle_day", func(c *journal.Cycle) cell { return optional{&c.CycleDay} }),
		col("bleeding", func(c *journal.Cycle) cell { return state{&c.Bleeding} }),
	},
}
