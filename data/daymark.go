package data

import "skinward/app/journal"

// A day has one mark: saving another writes over it.
var dayMarkTable = table{
	kind: journal.KindDayMark,
	schema: []piece{{1, `
CREATE TABLE day_mark (
	{meta},
	meals_complete INTEGER,
	no_food        INTEGER NOT NULL,
	ordinary       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX day_mark_day ON day_mark (day) WHERE deleted IS NULL;
CREATE INDEX day_mark_deleted ON day_mark (deleted) WHERE deleted IS NOT NULL;`}},
	columns: []column{
		col("meals_complete", func(d *journal.DayMark) cell { return state{&d.MealsComplete} }),
		col("no_food", func(d *journal.DayMark) cell { return flag{&d.NoFood} }),
		col("ordinary", func(d *journal.DayMark) cell { return flag{&d.Ordinary} }),
	},
	single: &key{"day", func(r journal.Record) any { return int64(r.Base().Day.Number()) }},
}
