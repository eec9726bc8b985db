package data

import (
	"context"
	"strings"
	"unicode"

	"skinward/app/journal"
)

const (
	findSQL = `SELECT s.record, s.kind, s.doc FROM search_index AS x JOIN search AS s ON s.doc = x.rowid
		WHERE x.words MATCH ?1 ORDER BY s.day DESC, s.doc DESC LIMIT ?2`
	snippetSQL = `SELECT snippet(search_index, 0, '«', '»', '…', 16) FROM search_index WHERE search_index MATCH ?1 AND rowid = ?2`
)

// Search finds records whose notes, foods, products or names hold every word
// of query, the last letters of a word left open, the latest first. Accents
// and case do not matter. At most limit hits are returned; 100 when limit is
// not positive.
func (s *Store) Search(ctx context.Context, query string, limit int) ([]journal.Hit, error) {
	match := matchExpression(query)
	if match == "" {
		return nil, nil
	}
	if limit <= 0 {
		limit = 100
	}
	type find struct {
		id   journal.ID
		kind journal.Kind
		doc  int64
	}
	var hits []journal.Hit
	err := s.view(ctx, func(se *session) error {
		var finds []find
		err := se.each(ctx, findSQL, func(row []any) error {
			id, _ := row[0].(string)
			kind, _ := row[1].(string)
			doc, _ := row[2].(int64)
			finds = append(finds, find{journal.ID(id), journal.Kind(kind), doc})
			return nil
		}, match, limit)
		for _, f := range finds {
			if err != nil || tableOf[f.kind] == nil {
				break
			}
			var hit journal.Hit
			if hit.Record, err = se.get(ctx, tableOf[f.kind], f.id); err != nil || hit.Record == nil {
				continue
			}
			err = se.each(ctx, snippetSQL, func(row []any) error { return text(&hit.Snippet).scan(row[0]) }, match, f.doc)
			hits = append(hits, hit)
		}
		return err
	})
	return hits, err
}

// matchExpression turns what somebody typed into words that FTS5 takes
// literally, each with an open end.
func matchExpression(query string) string {
	words := strings.FieldsFunc(query, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
	for i, w := range words {
		words[i] = `"` + w + `"*`
	}
	return strings.Join(words, " ")
}
