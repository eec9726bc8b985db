package data

import "strings"

// The statements of a table are built once from its description.

// names lists the stored columns.
func (t *table) names() []string {
	names := append([]string(nil), metaNames...)
	for _, c := range t.columns {
		if !c.readOnly {
			names = append(names, c.name)
		}
	}
	return names
}

// insertSQL writes a row, or writes over the row with the same id.
func (t *table) upsertSQL() string {
	names := t.names()
	sets := make([]string, 0, len(names))
	for _, n := range names[1:] {
		sets = append(sets, n+" = excluded."+n)
	}
	return "INSERT INTO " + string(t.kind) + " (" + strings.Join(names, ", ") + ")" +
		" VALUES (" + strings.TrimSuffix(strings.Repeat("?, ", len(names)), ", ") + ")" +
		" ON CONFLICT (id) DO UPDATE SET " + strings.Join(sets, ", ")
}

func (t *table) selectSQL(where string) string {
	cols := make([]string, 0, len(metaNames)+len(t.columns))
	for _, n := range metaNames {
		cols = append(cols, "r."+n)
	}
	for _, c := range t.columns {
		if c.read != "" {
			cols = append(cols, c.read)
		} else {
			cols = append(cols, "r."+c.name)
		}
	}
	return "SELECT " + strings.Join(cols, ", ") + " FROM " + string(t.kind) + " AS r WHERE " + where
}

// rangeSQL reads the live records of the days from ?1 to ?2.
func (t *table) rangeSQL() string {
	return t.selectSQL("r.deleted IS NULL AND r.day BETWEEN ?1 AND ?2 ORDER BY r.day, r.id")
}

// getSQL reads one record, deleted or not.
func (t *table) getSQL() string { return t.selectSQL("r.id = ?1") }

// keySQL finds the live record that has the value ?1 in the key column.
func (t *table) keySQL() string {
	return "SELECT r.id FROM " + string(t.kind) + " AS r WHERE r.deleted IS NULL AND r." + t.single.column + " = ?1"
}

// countSQL counts the live records of each day from ?1 to ?2.
func (t *table) countSQL() string {
	return "SELECT r.day, COUNT(*) FROM " + string(t.kind) +
		" AS r WHERE r.deleted IS NULL AND r.day BETWEEN ?1 AND ?2 GROUP BY r.day"
}

func listInsertSQL(l list) string {
	names, values := "owner, place", "?, ?"
	for _, p := range l.parts() {
		names += ", " + p.name
		values += ", " + p.write
	}
	return "INSERT INTO " + l.table() + " (" + names + ") VALUES (" + values + ")"
}

func listDeleteSQL(l list) string { return "DELETE FROM " + l.table() + " WHERE owner = ?1" }

func listColumns(l list) string {
	cols := "l.owner"
	for _, p := range l.parts() {
		cols += ", " + p.read
	}
	return cols
}

// listRangeSQL reads the list of every live record of the days from ?1 to ?2.
func (t *table) listRangeSQL(l list) string {
	return "SELECT " + listColumns(l) + " FROM " + string(t.kind) + " AS r JOIN " + l.table() + " AS l ON l.owner = r.id" +
		" WHERE r.deleted IS NULL AND r.day BETWEEN ?1 AND ?2 ORDER BY r.day, r.id, l.place"
}

// listGetSQL reads the list of one record.
func listGetSQL(l list) string {
	return "SELECT " + listColumns(l) + " FROM " + l.table() + " AS l WHERE l.owner = ?1 ORDER BY l.place"
}
