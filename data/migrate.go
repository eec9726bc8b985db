package data

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"skinward/app/journal"
)

// applicationID marks the file as a Skinward journal: "SKWD".
const applicationID = 0x534b5744

// schemaVersion is the newest step, stored in PRAGMA user_version.
const schemaVersion = 1

const stateSchema = `
CREATE TABLE state (
	id       INTEGER PRIMARY KEY CHECK (id = 1),
	revision INTEGER NOT NULL, -- grows with every write
	settings TEXT              -- JSON; NULL until something is chosen
) STRICT;
INSERT INTO state (id, revision) VALUES (1, 0);`

// step brings the schema from version-1 to version.
type step struct {
	version int
	sql     string
}

// edition is the schema that a program knows as the newest.
type edition struct {
	version int
	steps   []step
}

func present() edition { return edition{schemaVersion, stepsTo(schemaVersion)} }

// stepsTo returns the way from an empty file to a version of the schema: what
// belongs to no kind, then the pieces of every table. A released step is never
// changed; a later one is added behind it.
func stepsTo(version int) []step {
	out := []step{{1, stateSchema + searchSchema}}
	for _, t := range tables {
		for _, p := range t.schema {
			if p.version > version {
				continue
			}
			i := slices.IndexFunc(out, func(s step) bool { return s.version == p.version })
			if i < 0 {
				out = append(out, step{version: p.version})
				i = len(out) - 1
			}
			out[i].sql += strings.ReplaceAll(p.sql, "{meta}", metaColumns)
		}
	}
	slices.SortFunc(out, func(a, b step) int { return a.version - b.version })
	return out
}

// migrate takes the steps above version from, each in a transaction of its
// own that also stores the version it reaches.
func migrate(ctx context.Context, p *pool, from int, way []step) error {
	for _, st := range way {
		if st.version <= from {
			continue
		}
		se, err := p.begin(ctx, "BEGIN IMMEDIATE")
		if err != nil {
			return err
		}
		_, err = se.ExecContext(ctx, st.sql)
		if err == nil {
			_, err = se.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, st.version))
		}
		if err = se.end(ctx, err); err != nil {
			return fmt.Errorf("step to version %d of the schema: %w", st.version, err)
		}
	}
	return nil
}

// identity is what a file says of itself.
type identity struct {
	application int64
	version     int
	tables      int
}

// identify reads the identity of the open database, or refuses what is not a
// journal of the newest or an earlier version.
func identify(ctx context.Context, p *pool, path string, newest int) (identity, error) {
	var id identity
	se, err := p.begin(ctx, "BEGIN")
	if err != nil {
		return id, fault(path, err)
	}
	read := func(query string, dest any) {
		if err == nil {
			err = se.QueryRowContext(ctx, query).Scan(dest)
		}
	}
	read("PRAGMA application_id", &id.application)
	read("PRAGMA user_version", &id.version)
	read("SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table'", &id.tables)
	if err = se.end(ctx, err); err != nil {
		return id, fault(path, err)
	}
	switch {
	case id.application != applicationID && id.tables == 0:
		return id, &journal.Error{Code: journal.CodeDamaged, Field: path, Err: fmt.Errorf("the file holds nothing")}
	case id.application != applicationID:
		return id, &journal.Error{Code: journal.CodeForeign, Field: path}
	case id.version > newest:
		return id, &journal.Error{Code: journal.CodeNewer, Field: path, Value: fmt.Sprint(id.version)}
	case id.version < 1 || id.tables == 0:
		return id, &journal.Error{Code: journal.CodeDamaged, Field: path, Err: fmt.Errorf("version %d with %d tables", id.version, id.tables)}
	}
	return id, nil
}
