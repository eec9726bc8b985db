package data

import "skinward/app/journal"

var stressTable = table{
	kind: journal.KindStress,
	schema: []piece{{1, `
CREATE TABLE stress (
	{meta},
	level REAL NOT NULL -- 0 none … 10 worst
) STRICT, WITHOUT ROWID;
CREATE INDEX stress_day ON stress (day) WHERE deleted IS NULL;
CREATE INDEX stress_deleted ON stress (deleted) WHERE deleted IS NOT NULL;

CREATE TABLE stress_trigger (
	owner TEXT    NOT NULL REFERENCES stress (id) ON DELETE CASCADE,
	place INTEGER NOT NULL,
	name  TEXT    NOT NULL,
	PRIMARY KEY (owner, place)
) STRICT, WITHOUT ROWID;`}},
	columns: []column{
		col("level", func(s *journal.Stress) cell { return optional{&s.Level} }),
	},
	lists: []list{
		stringItems("stress_trigger", "name", func(s *journal.Stress) *[]string { return &s.Triggers }),
	},
	words: func(r journal.Record) []string { return r.(*journal.Stress).Triggers },
}

var practiceTable = table{
	kind: journal.KindPractice,
	schema: []piece{{1, `
CREATE TABLE practice (
	{meta},
	type    TEXT NOT NULL,
	minutes REAL NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX practice_day ON practice (day) WHERE deleted IS NULL;
CREATE INDEX practice_deleted ON practice (deleted) WHERE deleted IS NOT NULL;`}},
	columns: []column{
		col("type", func(p *journal.Practice) cell { return text(&p.Type) }),
		col("minutes", func(p *journal.Practice) cell { return number{&p.Minutes} }),
	},
	words: func(r journal.Record) []string { return []string{string(r.(*journal.Practice).Type)} },
}

var sleepTable = table{
	kind: journal.KindSleep,
	schema: []piece{{1, `
CREATE TABLE sleep (
	{meta},
	hours   REAL,
	quality REAL,   -- 0 worst … 10 best
	woken   INTEGER -- by the skin
) STRICT, WITHOUT ROWID;
CREATE INDEX sleep_day ON sleep (day) WHERE deleted IS NULL;
CREATE INDEX sleep_deleted ON sleep (deleted) WHERE deleted IS NOT NULL;`}},
	columns: []column{
		col("hours", func(s *journal.Sleep) cell { return optional{&s.Hours} }),
		col("quality", func(s *journal.Sleep) cell { return optional{&s.Quality} }),
		col("woken", func(s *journal.Sleep) cell { return state{&s.Woken} }),
	},
}
