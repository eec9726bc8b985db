package data

import (
	"context"

	"skinward/app/journal"
)

// The text of every record that has some is kept once, with an index over its
// words. What is deleted leaves no word behind. No triggers hold the two in
// step: within a transaction the index writes itself out before every further
// statement, so new words wait for one statement at the end.
const searchSchema = `
CREATE TABLE search (
	doc    INTEGER PRIMARY KEY,
	record TEXT    NOT NULL UNIQUE,
	kind   TEXT    NOT NULL,
	day    INTEGER NOT NULL,
	words  TEXT    NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search_index USING fts5 (
	words, content = 'search', content_rowid = 'doc', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1);`

const (
	indexedSQL     = `SELECT doc, words FROM search WHERE record = ?1`
	unindexSQL     = `DELETE FROM search WHERE doc = ?1`
	unindexWordSQL = `INSERT INTO search_index (search_index, rowid, words) VALUES ('delete', ?1, ?2)`
	indexSQL       = `INSERT INTO search (record, kind, day, words) VALUES (?1, ?2, ?3, ?4)`
	indexWordsSQL  = `INSERT INTO search_index (rowid, words) SELECT doc, words FROM search WHERE doc >= ?1`
)

// index keeps the words of r findable while r stands.
func (w *writing) index(ctx context.Context, t *table, before, r journal.Record) error {
	b := r.Base()
	if before != nil {
		if err := w.unindex(ctx, string(b.ID)); err != nil {
			return err
		}
	}
	words := t.searchText(r)
	if words == "" || b.IsDeleted() {
		return nil
	}
	added, err := w.exec(ctx, indexSQL, string(b.ID), string(t.kind), int64(b.Day.Number()), words)
	if err != nil || w.unworded != 0 {
		return err
	}
	w.unworded, err = added.LastInsertId()
	return err
}

// settleIndex gives the index the words of everything written since the last
// time. Their docs are the highest, as SQLite counts up.
func (w *writing) settleIndex(ctx context.Context) error {
	if w.unworded == 0 {
		return nil
	}
	_, err := w.exec(ctx, indexWordsSQL, w.unworded)
	w.unworded = 0
	return err
}

// unindex forgets the words of a record.
func (w *writing) unindex(ctx context.Context, id string) error {
	var doc int64
	var words string
	err := w.each(ctx, indexedSQL, func(row []any) error {
		doc, _ = row[0].(int64)
		words, _ = row[1].(string)
		return nil
	}, id)
	if err != nil || doc == 0 {
		return err
	}
	if err := w.settleIndex(ctx); err != nil {
		return err
	}
	if _, err := w.exec(ctx, unindexWordSQL, doc, words); err != nil {
		return err
	}
	_, err = w.exec(ctx, unindexSQL, doc)
	return err
}
