package data

import (
	"context"
	"strconv"

	"skinward/app/journal"
)

var trackerTable = table{
	kind:    journal.KindTracker,
	keepers: []string{"tracker_value.tracker", "tracker.merged_into"},
	defines: true,
	schema: []piece{{1, `
CREATE TABLE tracker (
	{meta},
	name        TEXT NOT NULL,
	type        TEXT NOT NULL,
	unit        TEXT,
	min         REAL,
	max         REAL,
	retired     INTEGER NOT NULL,
	merged_into TEXT REFERENCES tracker (id) DEFERRABLE INITIALLY DEFERRED,
	grp         TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX tracker_day ON tracker (day) WHERE deleted IS NULL;
CREATE INDEX tracker_deleted ON tracker (deleted) WHERE deleted IS NOT NULL;
CREATE INDEX tracker_merged_into ON tracker (merged_into) WHERE merged_into IS NOT NULL;`}},
	columns: []column{
		col("name", func(t *journal.Tracker) cell { return text(&t.Name) }),
		col("type", func(t *journal.Tracker) cell { return text(&t.Type) }),
		col("unit", func(t *journal.Tracker) cell { return text(&t.Unit) }),
		col("min", func(t *journal.Tracker) cell { return optional{&t.Min} }),
		col("max", func(t *journal.Tracker) cell { return optional{&t.Max} }),
		col("retired", func(t *journal.Tracker) cell { return flag{&t.Retired} }),
		col("merged_into", func(t *journal.Tracker) cell { return text(&t.MergedInto) }),
		col("grp", func(t *journal.Tracker) cell { return text(&t.Group) }),
	},
	words: func(r journal.Record) []string { return []string{r.(*journal.Tracker).Name} },
	settle: func(ctx context.Context, w *writing, r journal.Record) error {
		if into := r.(*journal.Tracker).MergedInto; into != "" {
			_, err := w.known(ctx, journal.KindTracker, into)
			return err
		}
		return nil
	},
}

var trackerValueTable = table{
	kind: journal.KindTrackerValue,
	schema: []piece{{1, `
CREATE TABLE tracker_value (
	{meta},
	tracker TEXT NOT NULL REFERENCES tracker (id) DEFERRABLE INITIALLY DEFERRED,
	value   REAL NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX tracker_value_day ON tracker_value (day) WHERE deleted IS NULL;
CREATE INDEX tracker_value_deleted ON tracker_value (deleted) WHERE deleted IS NOT NULL;
CREATE INDEX tracker_value_tracker ON tracker_value (tracker);`}},
	columns: []column{
		col("tracker", func(v *journal.TrackerValue) cell { return text(&v.Tracker) }),
		col("value", func(v *journal.TrackerValue) cell { return number{&v.Value} }),
		looked("name", `(SELECT t.name FROM tracker AS t WHERE t.id = r.tracker)`,
			func(v *journal.TrackerValue) cell { return text(&v.Name) }),
		looked("unit", `(SELECT t.unit FROM tracker AS t WHERE t.id = r.tracker)`,
			func(v *journal.TrackerValue) cell { return text(&v.Unit) }),
	},
	// A value must lie within the bounds of its tracker.
	settle: func(ctx context.Context, w *writing, r journal.Record) error {
		v := r.(*journal.TrackerValue)
		owner, err := w.known(ctx, journal.KindTracker, v.Tracker)
		if err != nil {
			return err
		}
		t := owner.(*journal.Tracker)
		v.Name, v.Unit = t.Name, t.Unit
		if lo, hi := t.Bounds(); v.Value < lo || v.Value > hi {
			return &journal.Error{Code: journal.CodeRange, Field: t.Name, Value: strconv.FormatFloat(v.Value, 'g', -1, 64), Min: lo, Max: hi}
		}
		return nil
	},
}
