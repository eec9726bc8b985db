package data

import (
	"context"

	"skinward/app/journal"
)

var doseTable = table{
	kind: journal.KindDose,
	schema: []piece{{1, `
CREATE TABLE dose (
	{meta},
	course    TEXT REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED,
	treatment TEXT REFERENCES treatment (id) DEFERRABLE INITIALLY DEFERRED,
	taken     INTEGER NOT NULL,
	amount    TEXT,
	count     REAL
) STRICT, WITHOUT ROWID;
CREATE INDEX dose_day ON dose (day) WHERE deleted IS NULL;
CREATE INDEX dose_deleted ON dose (deleted) WHERE deleted IS NOT NULL;
CREATE INDEX dose_course ON dose (course) WHERE course IS NOT NULL;
CREATE INDEX dose_treatment ON dose (treatment) WHERE treatment IS NOT NULL;`}},
	columns: []column{
		col("course", func(d *journal.Dose) cell { return text(&d.Course) }),
		col("treatment", func(d *journal.Dose) cell { return text(&d.Treatment) }),
		col("taken", func(d *journal.Dose) cell { return state{&d.Taken} }),
		col("amount", func(d *journal.Dose) cell { return text(&d.Amount) }),
		col("count", func(d *journal.Dose) cell { return optional{&d.Count} }),
		looked("name", `coalesce((SELECT c.product FROM course AS c WHERE c.id = r.course), (SELECT t.name FROM treatment AS t WHERE t.id = r.treatment))`,
			func(d *journal.Dose) cell { return text(&d.Name) }),
	},
	// A dose must have its course or treatment in the journal.
	settle: func(ctx context.Context, w *writing, r journal.Record) error {
		d := r.(*journal.Dose)
		kind, id := journal.KindCourse, d.Course
		if id == "" {
			kind, id = journal.KindTreatment, d.Treatment
		}
		owner, err := w.known(ctx, kind, id)
		if err != nil {
			return err
		}
		switch o := owner.(type) {
		case *journal.Course:
			d.Name = o.Product
		case *journal.Treatment:
			d.Name = o.Name
		}
		return nil
	},
}
