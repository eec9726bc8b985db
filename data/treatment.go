package data

import "skinward/app/journal"

var treatmentTable = table{
	kind:    journal.KindTreatment,
	keepers: []string{"dose.treatment"},
	plan:    true,
	schema: []piece{{1, `
CREATE TABLE treatment (
	{meta},
	name        TEXT NOT NULL,
	strength    TEXT,
	form        TEXT,
	schedule    TEXT,
	per_day     REAL,
	stop        INTEGER, -- last day; NULL while it goes on
	reason      TEXT,
	stop_reason TEXT,
	prescribed  INTEGER,
	side_effect TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX treatment_day ON treatment (day) WHERE deleted IS NULL;
CREATE INDEX treatment_deleted ON treatment (deleted) WHERE deleted IS NOT NULL;

CREATE TABLE treatment_site (
	owner TEXT    NOT NULL REFERENCES treatment (id) ON DELETE CASCADE,
	place INTEGER NOT NULL,
	site  TEXT    NOT NULL,
	PRIMARY KEY (owner, place)
) STRICT, WITHOUT ROWID;`}},
	columns: []column{
		col("name", func(t *journal.Treatment) cell { return text(&t.Name) }),
		col("strength", func(t *journal.Treatment) cell { return text(&t.Strength) }),
		col("form", func(t *journal.Treatment) cell { return text(&t.Form) }),
		col("schedule", func(t *journal.Treatment) cell { return text(&t.Schedule) }),
		col("per_day", func(t *journal.Treatment) cell { return optional{&t.PerDay} }),
		col("stop", func(t *journal.Treatment) cell { return date{&t.Stop} }),
		col("reason", func(t *journal.Treatment) cell { return text(&t.Reason) }),
		col("stop_reason", func(t *journal.Treatment) cell { return text(&t.StopReason) }),
		col("prescribed", func(t *journal.Treatment) cell { return state{&t.Prescribed} }),
		col("side_effect", func(t *journal.Treatment) cell { return text(&t.SideEffect) }),
	},
	lists: []list{
		stringItems("treatment_site", "site", func(t *journal.Treatment) *[]string { return &t.Sites }),
	},
	words: func(r journal.Record) []string {
		t := r.(*journal.Treatment)
		return []string{t.Name, t.Form, t.Reason, t.StopReason, t.SideEffect}
	},
}
