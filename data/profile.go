package data

import "skinward/app/journal"

var profileTable = table{
	kind:    journal.KindProfile,
	fixedID: journal.ProfileID,
	defines: true,
	schema: []piece{{1, `
CREATE TABLE profile (
	{meta},
	name      TEXT,
	birth     INTEGER,
	reason    TEXT,
	matters   TEXT,
	allergies TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX profile_day ON profile (day) WHERE deleted IS NULL;
CREATE INDEX profile_deleted ON profile (deleted) WHERE deleted IS NOT NULL;

CREATE TABLE profile_condition (
	owner   TEXT    NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
	place   INTEGER NOT NULL,
	name    TEXT    NOT NULL,
	told_by TEXT,
	since   TEXT,
	PRIMARY KEY (owner, place)
) STRICT, WITHOUT ROWID;`}},
	columns: []column{
		col("name", func(p *journal.Profile) cell { return text(&p.Name) }),
		col("birth", func(p *journal.Profile) cell { return date{&p.Birth} }),
		col("reason", func(p *journal.Profile) cell { return text(&p.Reason) }),
		col("matters", func(p *journal.Profile) cell { return text(&p.Matters) }),
		col("allergies", func(p *journal.Profile) cell { return text(&p.Allergies) }),
	},
	lists: []list{items[journal.Profile, journal.Diagnosis]{
		"profile_condition", func(p *journal.Profile) *[]journal.Diagnosis { return &p.Conditions }, []part{
			item("name", func(d *journal.Diagnosis) cell { return text(&d.Name) }),
			item("told_by", func(d *journal.Diagnosis) cell { return text(&d.ToldBy) }),
			item("since", func(d *journal.Diagnosis) cell { return text(&d.Since) }),
		},
	}},
	words: func(r journal.Record) []string {
		p := r.(*journal.Profile)
		w := []string{p.Reason, p.Matters, p.Allergies}
		for _, d := range p.Conditions {
			w = append(w, d.Name)
		}
		return w
	},
}

var avoidanceTable = table{
	kind: journal.KindAvoidance,
	plan: true,
	schema: []piece{{1, `
CREATE TABLE avoidance (
	{meta},
	food   TEXT NOT NULL,
	until  INTEGER, -- last day; NULL while it goes on
	advice TEXT,
	why    TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX avoidance_day ON avoidance (day) WHERE deleted IS NULL;
CREATE INDEX avoidance_deleted ON avoidance (deleted) WHERE deleted IS NOT NULL;`}},
	columns: []column{
		col("food", func(a *journal.Avoidance) cell { return text(&a.Food) }),
		col("until", func(a *journal.Avoidance) cell { return date{&a.Until} }),
		col("advice", func(a *journal.Avoidance) cell { return text(&a.Advice) }),
		col("why", func(a *journal.Avoidance) cell { return text(&a.Why) }),
	},
	words: func(r journal.Record) []string {
		a := r.(*journal.Avoidance)
		return []string{a.Food, a.Why}
	},
}
