package data

import "skinward/app/journal"

// tables lists what a journal keeps, what others refer to first. A new kind
// of record is one file beside this one and one line here.
var tables = []*table{
	&courseTable,
	&treatmentTable,
	&trackerTable,
	&mealTable,
	&doseTable,
	&stressTable,
	&practiceTable,
	&sleepTable,
	&waterTable,
	&digestionTable,
	&cycleTable,
	&skinCheckTable,
	&photoTable,
	&trackerValueTable,
	&noteTable,
	&appointmentTable,
	&profileTable,
	&avoidanceTable,
	&scoreTable,
	&dayMarkTable,
	&foodTable,
	&verdictTable,
}

// tableOf finds a table; making it builds the statements.
var tableOf = func() map[journal.Kind]*table {
	m := make(map[journal.Kind]*table, len(tables))
	for _, t := range tables {
		t.build()
		m[t.kind] = t
	}
	return m
}()
