package data

import (
	"time"
	"unique"

	"skinward/app/journal"
)

// metaColumns are the columns every record has; the text stands in the schema
// of version 1 and must not change.
const metaColumns = `id      TEXT    NOT NULL PRIMARY KEY,
	day     INTEGER NOT NULL, -- days since 1970-01-01
	at      INTEGER,          -- seconds since 1970-01-01 UTC; NULL when only the day is known
	zone    INTEGER,          -- minutes east of UTC at that time
	source  TEXT    NOT NULL,
	note    TEXT,
	created INTEGER NOT NULL, -- milliseconds since 1970-01-01 UTC
	changed INTEGER NOT NULL,
	-- NULL while the record stands
	deleted INTEGER`

var metaNames = []string{"id", "day", "at", "zone", "source", "note", "created", "changed", "deleted"}

// Places of the meta values in a row.
const (
	metaID = iota
	metaDay
	metaAt
	metaZone
	metaSource
	metaNote
	metaCreated
	metaChanged
	metaDeleted
)

func bindMeta(m *journal.Meta, row []any) []any {
	var at, minutes, deleted any
	if !m.At.IsZero() {
		_, off := m.At.Zone()
		at, minutes = m.At.Unix(), int64(off/60)
	}
	if m.IsDeleted() {
		deleted = m.Deleted.UnixMilli()
	}
	return append(row, string(m.ID), int64(m.Day.Number()), at, minutes, string(m.Source), text(&m.Note).bind(),
		m.Created.UnixMilli(), m.Changed.UnixMilli(), deleted)
}

func scanMeta(m *journal.Meta, row []any) error {
	id, ok1 := row[metaID].(string)
	day, ok2 := row[metaDay].(int64)
	source, ok3 := row[metaSource].(string)
	created, ok4 := row[metaCreated].(int64)
	changed, ok5 := row[metaChanged].(int64)
	if !ok1 || !ok2 || !ok3 || !ok4 || !ok5 {
		return mismatch(row, "the columns of a record")
	}
	m.ID, m.Day, m.Source = journal.ID(id), journal.DayNumbered(int(day)), journal.Source(unique.Make(source).Value())
	m.Created, m.Changed = time.UnixMilli(created).UTC(), time.UnixMilli(changed).UTC()
	if at, ok := row[metaAt].(int64); ok {
		minutes, _ := row[metaZone].(int64)
		m.At = time.Unix(at, 0).In(zone(int(minutes)))
	}
	if deleted, ok := row[metaDeleted].(int64); ok {
		m.Deleted = time.UnixMilli(deleted).UTC()
	}
	return text(&m.Note).scan(row[metaNote])
}

// zone is fixed and without a name, so that a record read again equals the one
// that was saved.
func zone(minutes int) *time.Location {
	if minutes == 0 {
		return time.UTC
	}
	return time.FixedZone("", minutes*60)
}

// asStored rounds the times of m to what the columns hold, so that a record
// handed back after writing equals the one that will be read.
func asStored(m *journal.Meta) {
	if m.Source == "" {
		m.Source = journal.Entered
	}
	if !m.At.IsZero() {
		_, off := m.At.Zone()
		m.At = time.Unix(m.At.Unix(), 0).In(zone(off / 60))
	}
	m.Created, m.Changed = m.Created.UTC().Truncate(time.Millisecond), m.Changed.UTC().Truncate(time.Millisecond)
	if m.IsDeleted() {
		m.Deleted = m.Deleted.UTC().Truncate(time.Millisecond)
	}
}
