package data

import "skinward/app/journal"

var courseTable = table{
	kind:    journal.KindCourse,
	keepers: []string{"dose.course"},
	plan:    true,
	schema: []piece{{1, `
CREATE TABLE course (
	{meta},
	class     TEXT NOT NULL,
	product   TEXT NOT NULL,
	maker     TEXT,
	species   TEXT,
	strain    TEXT,
	cfu       REAL,    -- colony-forming units a dose
	amount    TEXT,
	form      TEXT,
	with_food INTEGER, -- 1 yes, 0 no, NULL not recorded
	per_day   REAL,
	stop      INTEGER, -- last day; NULL while it goes on
	reason    TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX course_day ON course (day) WHERE deleted IS NULL;
CREATE INDEX course_deleted ON course (deleted) WHERE deleted IS NOT NULL;`}},
	columns: []column{
		col("class", func(c *journal.Course) cell { return text(&c.Class) }),
		col("product", func(c *journal.Course) cell { return text(&c.Product) }),
		col("maker", func(c *journal.Course) cell { return text(&c.Maker) }),
		col("species", func(c *journal.Course) cell { return text(&c.Species) }),
		col("strain", func(c *journal.Course) cell { return text(&c.Strain) }),
		col("cfu", func(c *journal.Course) cell { return optional{&c.CFU} }),
		col("amount", func(c *journal.Course) cell { return text(&c.Amount) }),
		col("form", func(c *journal.Course) cell { return text(&c.Form) }),
		col("with_food", func(c *journal.Course) cell { return state{&c.WithFood} }),
		col("per_day", func(c *journal.Course) cell { return optional{&c.PerDay} }),
		col("stop", func(c *journal.Course) cell { return date{&c.Stop} }),
		col("reason", func(c *journal.Course) cell { return text(&c.Reason) }),
	},
	words: func(r journal.Record) []string {
		c := r.(*journal.Course)
		return []string{c.Product, c.Maker, c.Species, c.Strain, c.Reason}
	},
}
