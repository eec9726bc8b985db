package data

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"time"

	"skinward/app/journal"
)

// writing is one write transaction.
type writing struct {
	*session
	store  *Store
	now    time.Time
	wrote  bool                          // something was changed
	owners map[journal.ID]journal.Record // courses, treatments and trackers that were looked up
	args   []any                         // of the statement under way, used again for the next
	// unworded is the first doc of search whose words the index still lacks, 0
	// when it lacks none.
	unworded int64
}

const bumpSQL = `UPDATE state SET revision = revision + 1 WHERE id = 1`

// write runs do in one transaction: all of it is on disk when write returns
// nil, and nothing of it otherwise.
func (s *Store) write(ctx context.Context, do func(*writing) error) (err error) {
	if s.writer == nil {
		return &journal.Error{Code: journal.CodeReadOnly, Field: s.dir}
	}
	defer func() { err = fault(s.path(dbName), err) }()
	se, err := s.writer.begin(ctx, "BEGIN IMMEDIATE")
	if err != nil {
		return err
	}
	w := &writing{session: se, store: s, now: s.now(), owners: map[journal.ID]journal.Record{}}
	err = do(w)
	if err == nil {
		err = w.settleIndex(ctx)
	}
	if err == nil && w.wrote {
		_, err = w.exec(ctx, bumpSQL)
	}
	if err == nil {
		err = s.stillThere()
	}
	return se.end(ctx, err)
}

// stillThere reports CodeGone when journal.db was removed or replaced: the
// system would let us go on writing into a file without a name.
func (s *Store) stillThere() error {
	now, err := os.Stat(s.path(dbName))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err != nil || !os.SameFile(now, s.file) {
		return &journal.Error{Code: journal.CodeGone, Field: s.path(dbName)}
	}
	return nil
}

// put writes r. before is what stood there, nil when r is new.
func (w *writing) put(ctx context.Context, t *table, before, r journal.Record) error {
	w.wrote = true
	if t.prepare != nil {
		if err := t.prepare(ctx, w, r); err != nil {
			return err
		}
	}
	if before != nil {
		if err := w.clear(ctx, t, r.Base().ID); err != nil {
			return err
		}
	}
	if _, err := w.exec(ctx, t.sql.upsert, w.row(t, r)...); err != nil {
		return err
	}
	for i, l := range t.lists {
		if err := w.putList(ctx, l, t.sql.listInsert[i], r); err != nil {
			return err
		}
	}
	return w.index(ctx, t, before, r)
}

func (w *writing) row(t *table, r journal.Record) []any {
	w.args = t.appendRow(w.args[:0], r)
	return w.args
}

// clear removes the lists of the record id.
func (w *writing) clear(ctx context.Context, t *table, id journal.ID) error {
	for _, drop := range t.sql.listDrop {
		if _, err := w.exec(ctx, drop, string(id)); err != nil {
			return err
		}
	}
	return nil
}

// putList writes the rows of a list, several with one statement: asking the
// driver costs more than a row does.
func (w *writing) putList(ctx context.Context, l list, insert []string, r journal.Record) error {
	values, parts := l.values(r), l.parts()
	for i := range values {
		if kept := parts[i%len(parts)].kept; kept != nil {
			values[i] = kept(w, values[i])
		}
	}
	rows := len(values) / len(parts)
	for first := 0; first < rows; first += len(insert) {
		last := min(first+len(insert), rows)
		w.args = append(w.args[:0], string(r.Base().ID), int64(first))
		w.args = append(w.args, values[first*len(parts):last*len(parts)]...)
		if _, err := w.exec(ctx, insert[last-first-1], w.args...); err != nil {
			return err
		}
	}
	return nil
}

// known returns the record that another one refers to, as it stands in this
// transaction.
func (w *writing) known(ctx context.Context, kind journal.Kind, id journal.ID) (journal.Record, error) {
	if r := w.owners[id]; r != nil && r.Kind() == kind {
		return r, nil
	}
	r, err := w.get(ctx, w.store.tables[kind], id)
	if err != nil {
		return nil, err
	}
	if r == nil {
		return nil, &journal.Error{Code: journal.CodeMissing, Field: string(kind), Value: string(id)}
	}
	w.owners[id] = r
	return r, nil
}
