package data

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
)

const schemaSQL = `SELECT type, name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'`

// shape maps the tables, indexes and triggers of a database to the SQL that
// made them.
func shape(ctx context.Context, se *session) (map[string]string, error) {
	m := map[string]string{}
	err := se.each(ctx, schemaSQL, func(row []any) error {
		m[fmt.Sprintf("%v %v", row[0], row[1])] = fmt.Sprint(row[2])
		return nil
	})
	return m, err
}

// schemaDifferences compares a database with a new one of the same version. A
// trigger or view that somebody slipped in shows here.
func schemaDifferences(ctx context.Context, se *session) ([]string, error) {
	var version int
	if err := se.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return nil, err
	}
	got, err := shape(ctx, se)
	if err != nil {
		return nil, err
	}
	want, err := freshShape(ctx, version)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, name := range slices.Sorted(maps.Keys(want)) {
		switch sql, ok := got[name]; {
		case !ok:
			out = append(out, name+" is missing")
		case sql != want[name]:
			out = append(out, name+" differs")
		}
	}
	for _, name := range slices.Sorted(maps.Keys(got)) {
		if _, ok := want[name]; !ok {
			out = append(out, name+" does not belong there")
		}
	}
	return out, nil
}

// freshShape makes a new database of a version in memory.
func freshShape(ctx context.Context, version int) (map[string]string, error) {
	db, err := sql.Open("sqlite", "file::memory:?_foreign_keys=on&_dqs=0")
	if err != nil {
		return nil, err
	}
	p, err := newPool(ctx, db, 1)
	if err != nil {
		return nil, err
	}
	defer p.close()
	if err := migrate(ctx, p, 0, stepsTo(version)); err != nil {
		return nil, err
	}
	se, err := p.begin(ctx, "BEGIN")
	if err != nil {
		return nil, err
	}
	m, err := shape(ctx, se)
	return m, se.end(ctx, err)
}
