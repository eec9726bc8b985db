package data

import (
	"context"
	"fmt"
	"strings"

	"skinward/app/journal"
)

const (
	findSQL = `SELECT s.record, s.kind, s.doc, s.words FROM search_index AS x JOIN search AS s ON s.doc = x.rowid
		WHERE x.words MATCH ?1`
	findSignSQL = `SELECT s.record, s.kind, s.doc, s.words FROM search AS s WHERE ?1 = ''`
	signSQL     = ` AND instr(s.words, ?%d) > 0`
	latestSQL   = ` ORDER BY s.day DESC, s.doc DESC LIMIT ?2`
	snippetSQL  = `SELECT snippet(search_index, 0, '` + journal.FoundFrom + `', '` + journal.FoundTo + `', '…', 16)
		FROM search_index WHERE search_index MATCH ?1 AND rowid = ?2`
)

// Search finds records whose notes, foods, products or names hold every word
// of query, the last letters of a word left open, and every emoji of it, the
// latest first. Accents and case do not matter. At most limit hits are returned; 100 when limit is
// not positive.
func (s *Store) Search(ctx context.Context, query string, limit int) ([]journal.Hit, error) {
	words, signs := journal.SearchTerms(query)
	if len(words)+len(signs) == 0 {
		return nil, nil
	}
	if limit <= 0 {
		limit = 100
	}
	match, find, args := matchExpression(words), findSQL, []any{}
	if match == "" {
		find = findSignSQL
	}
	args = append(args, match, limit)
	for _, sign := range signs {
		args = append(args, sign)
		find += fmt.Sprintf(signSQL, len(args))
	}
	type found struct {
		id    journal.ID
		kind  journal.Kind
		doc   int64
		words string
	}
	var hits []journal.Hit
	err := s.view(ctx, func(se *session) error {
		var finds []found
		err := se.each(ctx, find+latestSQL, func(row []any) error {
			id, _ := row[0].(string)
			kind, _ := row[1].(string)
			doc, _ := row[2].(int64)
			text, _ := row[3].(string)
			finds = append(finds, found{journal.ID(id), journal.Kind(kind), doc, text})
			return nil
		}, args...)
		for _, f := range finds {
			if err != nil || tableOf[f.kind] == nil {
				break
			}
			var hit journal.Hit
			if hit.Record, err = se.get(ctx, tableOf[f.kind], f.id); err != nil || hit.Record == nil {
				continue
			}
			if match == "" {
				hit.Snippet = journal.SignSnippet(f.words, signs[0])
			} else {
				err = se.each(ctx, snippetSQL, func(row []any) error { return text(&hit.Snippet).scan(row[0]) }, match, f.doc)
			}
			hits = append(hits, hit)
		}
		return err
	})
	return hits, err
}

// matchExpression turns words into ones that FTS5 takes literally, each with an
// open end.
func matchExpression(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = `"` + w + `"*`
	}
	return strings.Join(quoted, " ")
}
