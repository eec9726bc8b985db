package data

import "skinward/app/journal"

var noteTable = table{
	kind: journal.KindNote,
	schema: []piece{{1, `
CREATE TABLE note (
	{meta}
) STRICT, WITHOUT ROWID;
CREATE INDEX note_day ON note (day) WHERE deleted IS NULL;
CREATE INDEX note_deleted ON note (deleted) WHERE deleted IS NOT NULL;`}},
}

var appointmentTable = table{
	kind: journal.KindAppointment,
	plan: true,
	schema: []piece{{1, `
CREATE TABLE appointment (
	{meta},
	person  TEXT,
	venue   TEXT,
	purpose TEXT,
	remind  REAL -- hours before
) STRICT, WITHOUT ROWID;
CREATE INDEX appointment_day ON appointment (day) WHERE deleted IS NULL;
CREATE INDEX appointment_deleted ON appointment (deleted) WHERE deleted IS NOT NULL;

CREATE TABLE appointment_question (
	owner    TEXT    NOT NULL REFERENCES appointment (id) ON DELETE CASCADE,
	place    INTEGER NOT NULL,
	question TEXT,
	PRIMARY KEY (owner, place)
) STRICT, WITHOUT ROWID;`}},
	columns: []column{
		col("person", func(a *journal.Appointment) cell { return text(&a.Person) }),
		col("venue", func(a *journal.Appointment) cell { return text(&a.Place) }),
		col("purpose", func(a *journal.Appointment) cell { return text(&a.Purpose) }),
		col("remind", func(a *journal.Appointment) cell { return optional{&a.Remind} }),
	},
	lists: []list{
		stringItems("appointment_question", "question", func(a *journal.Appointment) *[]string { return &a.Questions }),
	},
	words: func(r journal.Record) []string {
		a := r.(*journal.Appointment)
		return append([]string{a.Person, a.Place, a.Purpose}, a.Questions...)
	},
}

var scoreTable = table{
	kind: journal.KindScore,
	schema: []piece{{1, `
CREATE TABLE score (
	{meta},
	name      TEXT NOT NULL,
	total     REAL NOT NULL,
	min       REAL,
	max       REAL,
	scored_by TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX score_day ON score (day) WHERE deleted IS NULL;
CREATE INDEX score_deleted ON score (deleted) WHERE deleted IS NOT NULL;`}},
	columns: []column{
		col("name", func(s *journal.Score) cell { return text(&s.Name) }),
		col("total", func(s *journal.Score) cell { return number{&s.Total} }),
		col("min", func(s *journal.Score) cell { return optional{&s.Min} }),
		col("max", func(s *journal.Score) cell { return optional{&s.Max} }),
		col("scored_by", func(s *journal.Score) cell { return text(&s.By) }),
	},
	words: func(r journal.Record) []string {
		s := r.(*journal.Score)
		return []string{s.Name, s.By}
	},
}
