package data

import (
	"maps"
	"slices"

	"skinward/app/journal"
)

// A name has one food: saving another writes over it.
var foodTable = table{
	kind:    journal.KindFood,
	defines: true,
	schema: []piece{{1, `
CREATE TABLE food (
	{meta},
	name     TEXT    NOT NULL,
	favoured INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX food_day ON food (day) WHERE deleted IS NULL;
CREATE INDEX food_deleted ON food (deleted) WHERE deleted IS NOT NULL;
CREATE UNIQUE INDEX food_own_name ON food (name) WHERE deleted IS NULL;

CREATE TABLE food_tag (
	owner  TEXT    NOT NULL REFERENCES food (id) ON DELETE CASCADE,
	place  INTEGER NOT NULL,
	tag    TEXT    NOT NULL,
	answer TEXT    NOT NULL, -- yes, partly, no, unknown
	PRIMARY KEY (owner, place)
) STRICT, WITHOUT ROWID;`}},
	columns: []column{
		col("name", func(f *journal.Food) cell { return text(&f.Name) }),
		col("favoured", func(f *journal.Food) cell { return flag{&f.Favoured} }),
	},
	lists:  []list{foodTags{}},
	words:  func(r journal.Record) []string { return []string{r.(*journal.Food).Name} },
	single: &key{"name", func(r journal.Record) any { return r.(*journal.Food).Name }},
}

// foodTags keeps a map as a list in the order of its keys.
type foodTags struct{}

func (foodTags) table() string { return "food_tag" }

func (foodTags) parts() []part {
	return []part{{name: "tag", read: "l.tag"}, {name: "answer", read: "l.answer"}}
}

func (foodTags) values(r journal.Record) []any {
	tags := r.(*journal.Food).Tags
	var out []any
	for _, tag := range slices.Sorted(maps.Keys(tags)) {
		out = append(out, tag, tags[tag])
	}
	return out
}

func (foodTags) add(r journal.Record, row []any) error {
	var tag, answer string
	if err := text(&tag).scan(row[0]); err != nil {
		return err
	}
	if err := text(&answer).scan(row[1]); err != nil {
		return err
	}
	f := r.(*journal.Food)
	if f.Tags == nil {
		f.Tags = map[string]string{}
	}
	f.Tags[tag] = answer
	return nil
}
