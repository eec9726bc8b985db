package data

import (
	"fmt"
	"strings"

	"skinward/app/journal"
)

// statements are the SQL of a table. The lists of queries run beside
// table.lists.
type statements struct {
	upsert              string
	get, days, all      string // one record, deleted or not; live ones from day ?1 to ?2; all live ones
	getLists            []string
	daysLists, allLists []string
	listInsert          [][]string // of one row, of two, … of maxListRows
	listDrop            []string
	holder              string // finds the live record with the value ?1 in the key column
	count               string // live records of each day from ?1 to ?2
	total, span         string // number of live records from ?1 to ?2; first and last day
	newest              string // greatest id, of the dead too
	forget              string // removes what was deleted before ?1 and nothing refers to
}

// conditions on r, the row of a record. A range goes through the index on the
// days; everything is read in the order of the ids, which is quicker.
const (
	whereID   = "r.id = ?1"
	whereDays = "r.deleted IS NULL AND r.day BETWEEN ?1 AND ?2"
	whereLive = "r.deleted IS NULL"
)

// maxListRows is how many rows of a list one statement writes.
const maxListRows = 16

// build writes the statements of t.
func (t *table) build() {
	t.blank = journal.New(t.kind)
	from := " FROM " + string(t.kind) + " AS r WHERE "
	selected := "SELECT " + strings.Join(t.selected(), ", ") + from
	t.sql = statements{
		upsert: t.upsertSQL(),
		get:    selected + whereID,
		days:   selected + whereDays + " ORDER BY r.day, r.id",
		all:    selected + whereLive + " ORDER BY r.id",
		count:  "SELECT r.day, COUNT(*)" + from + whereDays + " GROUP BY r.day",
		total:  "SELECT COUNT(*)" + from + whereDays,
		newest: "SELECT MAX(r.id) FROM " + string(t.kind) + " AS r",
		span:   "SELECT (SELECT MIN(r.day)" + from + whereLive + "), (SELECT MAX(r.day)" + from + whereLive + ")",
	}
	t.sql.forget = "DELETE FROM " + string(t.kind) + " AS r WHERE r.deleted < ?1"
	for _, k := range t.keepers {
		table, column, _ := strings.Cut(k, ".")
		t.sql.forget += " AND NOT EXISTS (SELECT 1 FROM " + table + " AS k WHERE k." + column + " = r.id)"
	}
	if t.single != nil {
		t.sql.holder = "SELECT r.id" + from + whereLive + " AND r." + t.single.column + " = ?1"
	}
	for _, l := range t.lists {
		names, columns := "owner, place", "l.owner"
		for _, p := range l.parts() {
			names += ", " + p.name
			columns += ", " + p.read
		}
		joined := "SELECT " + columns + " FROM " + string(t.kind) + " AS r JOIN " + l.table() + " AS l ON l.owner = r.id WHERE "
		insert := make([]string, maxListRows)
		several := "INSERT INTO " + l.table() + " (" + names + ") VALUES "
		for i := range insert {
			several += listRow(i, len(l.parts()))
			insert[i] = several
			several += ", "
		}
		t.sql.listInsert = append(t.sql.listInsert, insert)
		t.sql.listDrop = append(t.sql.listDrop, "DELETE FROM "+l.table()+" WHERE owner = ?1")
		t.sql.getLists = append(t.sql.getLists, "SELECT "+columns+" FROM "+l.table()+" AS l WHERE l.owner = ?1 ORDER BY l.place")
		t.sql.daysLists = append(t.sql.daysLists, joined+whereDays+" ORDER BY r.day, r.id, l.place")
		t.sql.allLists = append(t.sql.allLists, "SELECT "+columns+" FROM "+l.table()+" AS l ORDER BY l.owner, l.place")
	}
}

// listRow is the i-th row that a statement writes into a list: ?1 is the owner,
// ?2 the place of the first row, then come the parts row after row. They have
// no number, as the driver looks up each that has one.
func listRow(i, parts int) string {
	return fmt.Sprintf("(?1, ?2 + %d%s)", i, strings.Repeat(", ?", parts))
}

// upsertSQL writes a row, or writes over the one with the same id.
func (t *table) upsertSQL() string {
	names := append([]string(nil), metaNames...)
	for _, c := range t.columns {
		if c.lookup == "" {
			names = append(names, c.name)
		}
	}
	sets := make([]string, 0, len(names))
	for _, n := range names[1:] {
		sets = append(sets, n+" = excluded."+n)
	}
	return "INSERT INTO " + string(t.kind) + " (" + strings.Join(names, ", ") + ")" +
		" VALUES (" + strings.TrimSuffix(strings.Repeat("?, ", len(names)), ", ") + ")" +
		" ON CONFLICT (id) DO UPDATE SET " + strings.Join(sets, ", ")
}

// selected lists what is read of a row, in the order of scan.
func (t *table) selected() []string {
	var columns []string
	for _, n := range metaNames {
		columns = append(columns, "r."+n)
	}
	for _, c := range t.columns {
		if c.lookup != "" {
			columns = append(columns, c.lookup)
		} else {
			columns = append(columns, "r."+c.name)
		}
	}
	return columns
}
