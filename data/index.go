package data

import (
	"context"

	"skinward/app/journal"
)

// The text of every record that has some is kept once, with an index over its
// words that triggers hold in step. What is deleted leaves no word behind.
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
INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER search_added AFTER INSERT ON search BEGIN
	INSERT INTO search_index (rowid, words) VALUES (new.doc, new.words);
END;
CREATE TRIGGER search_removed AFTER DELETE ON search BEGIN
	INSERT INTO search_index (search_index, rowid, words) VALUES ('delete', old.doc, old.words);
END;
CREATE TRIGGER search_changed AFTER UPDATE ON search BEGIN
	INSERT INTO search_index (search_index, rowid, words) VALUES ('delete', old.doc, old.words);
	INSERT INTO search_index (rowid, words) VALUES (new.doc, new.words);
END;`

const (
	indexSQL = `INSERT INTO search (record, kind, day, words) VALUES (?1, ?2, ?3, ?4)
		ON CONFLICT (record) DO UPDATE SET kind = excluded.kind, day = excluded.day, words = excluded.words`
	unindexSQL = `DELETE FROM search WHERE record = ?1`
)

// index keeps the words of r findable while r stands.
func (w *writing) index(ctx context.Context, t *table, before, r journal.Record) error {
	b := r.Base()
	words := ""
	if !b.IsDeleted() {
		words = t.searchText(r)
	}
	if words != "" {
		_, err := w.exec(ctx, indexSQL, string(b.ID), string(t.kind), int64(b.Day.Number()), words)
		return err
	}
	if before == nil {
		return nil
	}
	_, err := w.exec(ctx, unindexSQL, string(b.ID))
	return err
}
