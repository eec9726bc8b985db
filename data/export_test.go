package data

import (
	"bytes"
	"context"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// SchemaVersion is the newest schema.
const SchemaVersion = schemaVersion

// Statements returns every statement that the store runs on its tables.
func Statements() []string {
	all := []string{
		bumpSQL, indexSQL, indexWordsSQL, indexedSQL, unindexSQL, unindexWordSQL, knowFoodSQL, foodRowSQL, severitySQL, foodUseSQL, skinDaysSQL, revisionSQL, stateSQL,
		settingsSQL, saveSettingsSQL, findSQL + latestSQL, findSignSQL + latestSQL, snippetSQL, photoByHashSQL, photoFilesSQL,
	}
	for _, t := range tables {
		q := t.sql
		all = append(all, q.upsert, q.get, q.days, q.all, q.count, q.total, q.span, q.newest, q.forget)
		if q.holder != "" {
			all = append(all, q.holder)
		}
		for _, lists := range [][]string{q.getLists, q.daysLists, q.allLists, q.listDrop} {
			all = append(all, lists...)
		}
		for _, insert := range q.listInsert {
			all = append(all, insert[0], insert[len(insert)-1])
		}
	}
	return all
}

var parameter = regexp.MustCompile(`\?(\d*)`)

// Plan returns the query plan of a statement, one step a line.
func (s *Store) Plan(ctx context.Context, query string) (string, error) {
	var lines []string
	err := s.view(ctx, func(se *session) error {
		// A parameter without a number comes after those before it.
		last := 0
		for _, m := range parameter.FindAllStringSubmatch(query, -1) {
			n, err := strconv.Atoi(m[1])
			if err != nil {
				n = last + 1
			}
			last = max(last, n)
		}
		args := make([]any, last)
		return se.each(ctx, "EXPLAIN QUERY PLAN "+query, func(row []any) error {
			lines = append(lines, fmt.Sprint(row[3]))
			return nil
		}, args...)
	})
	return strings.Join(lines, "\n"), err
}

// Exec runs SQL on the writing connection, for damaging a journal on purpose.
func (s *Store) Exec(ctx context.Context, query string) error {
	c, err := s.writer.lend(ctx)
	if err != nil {
		return err
	}
	defer func() { s.writer.idle <- c }()
	_, err = c.ExecContext(ctx, query)
	return err
}

// Later returns options of a program whose newest schema has one step more.
func Later(sql string) Options {
	e := present()
	e.version++
	e.steps = append(e.steps, step{e.version, sql})
	return Options{edition: &e}
}

// LaterReader opens a journal for reading by such a program.
func LaterReader(dir, sql string) (*Store, error) { return openReader(dir, Later(sql)) }

// ManifestNames reads a manifest and returns the names of its files.
func ManifestNames(b []byte) ([]string, error) {
	m, err := readManifest(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	var names []string
	for _, f := range m.Files {
		names = append(names, f.Name)
	}
	return names, nil
}

// Ask returns the one value that a query gives.
func (s *Store) Ask(ctx context.Context, query string) (answer string, err error) {
	err = s.view(ctx, func(se *session) error { return se.QueryRowContext(ctx, query).Scan(&answer) })
	return answer, err
}
