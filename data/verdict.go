package data

import "skinward/app/journal"

var verdictTable = table{
	kind:    journal.KindVerdict,
	defines: true,
	schema: []piece{{1, `
CREATE TABLE verdict (
	{meta},
	factor      TEXT NOT NULL,
	factor_kind TEXT,
	outcome     TEXT NOT NULL,
	grade       TEXT NOT NULL,
	direction   TEXT,
	effect      REAL NOT NULL, -- points of the outcome
	low         REAL NOT NULL, -- 95 % interval
	high        REAL NOT NULL,
	q           REAL NOT NULL,
	days        REAL NOT NULL,
	method      TEXT NOT NULL,
	no_longer   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX verdict_day ON verdict (day) WHERE deleted IS NULL;
CREATE INDEX verdict_deleted ON verdict (deleted) WHERE deleted IS NOT NULL;`}},
	columns: []column{
		col("factor", func(v *journal.Verdict) cell { return text(&v.Factor) }),
		col("factor_kind", func(v *journal.Verdict) cell { return text(&v.FactorKind) }),
		col("outcome", func(v *journal.Verdict) cell { return text(&v.Outcome) }),
		col("grade", func(v *journal.Verdict) cell { return text(&v.Grade) }),
		col("direction", func(v *journal.Verdict) cell { return text(&v.Direction) }),
		col("effect", func(v *journal.Verdict) cell { return number{&v.Effect} }),
		col("low", func(v *journal.Verdict) cell { return number{&v.Low} }),
		col("high", func(v *journal.Verdict) cell { return number{&v.High} }),
		col("q", func(v *journal.Verdict) cell { return number{&v.Q} }),
		col("days", func(v *journal.Verdict) cell { return number{&v.Days} }),
		col("method", func(v *journal.Verdict) cell { return text(&v.Method) }),
		col("no_longer", func(v *journal.Verdict) cell { return flag{&v.NoLonger} }),
	},
}
