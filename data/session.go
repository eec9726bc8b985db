package data

import (
	"context"
	"database/sql"
	"errors"
	"sync"

	"skinward/app/journal"
)

// pool lends the connections of a database. A statement is prepared once for
// each of them.
type pool struct {
	db       *sql.DB
	idle     chan *connection
	limit    int
	readOnly bool
	closed   chan struct{}
	closing  sync.Once
}

type connection struct {
	*sql.Conn
	statements map[string]*sql.Stmt
	foods      map[string]int64 // rows of the names of foods that were written or looked up
}

func newPool(ctx context.Context, db *sql.DB, limit int) (*pool, error) {
	p := &pool{db: db, idle: make(chan *connection, limit), limit: limit, closed: make(chan struct{})}
	for range limit {
		c, err := db.Conn(ctx)
		if err != nil {
			return nil, err
		}
		p.idle <- &connection{c, map[string]*sql.Stmt{}, map[string]int64{}}
	}
	return p, nil
}

// close waits for the sessions that are under way and lets no other begin.
func (p *pool) close() (err error) {
	p.closing.Do(func() {
		close(p.closed)
		for range p.limit {
			c := <-p.idle
			for _, st := range c.statements {
				st.Close()
			}
			c.Close()
		}
		err = p.db.Close()
	})
	return err
}

var errClosed = &journal.Error{Code: journal.CodeGone, Field: "the journal", Err: errors.New("it was closed")}

// lend waits for an idle connection, which must be put back.
func (p *pool) lend(ctx context.Context) (*connection, error) {
	select {
	case <-p.closed:
		return nil, errClosed
	case <-ctx.Done():
		return nil, ctx.Err()
	default:
	}
	select {
	case c := <-p.idle:
		return c, nil
	case <-p.closed:
		return nil, errClosed
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// session is one transaction; what it reads belongs together.
type session struct {
	*connection
	pool *pool
}

// begin starts a transaction with verb, BEGIN or BEGIN IMMEDIATE. The session
// must be ended.
func (p *pool) begin(ctx context.Context, verb string) (*session, error) {
	c, err := p.lend(ctx)
	if err != nil {
		return nil, err
	}
	return p.start(ctx, c, verb)
}

// tryBegin starts a transaction that reads, on a connection that is idle now;
// nil when there is none.
func (p *pool) tryBegin(ctx context.Context) *session {
	select {
	case c := <-p.idle:
		if se, err := p.start(ctx, c, "BEGIN"); err == nil {
			return se
		}
	default:
	}
	return nil
}

func (p *pool) start(ctx context.Context, c *connection, verb string) (*session, error) {
	if _, err := c.ExecContext(ctx, verb); err != nil {
		c.ExecContext(context.WithoutCancel(ctx), "ROLLBACK")
		p.idle <- c
		return nil, err
	}
	return &session{connection: c, pool: p}, nil
}

// end commits, or takes everything back when err is not nil, and returns err
// or that of the commit. A commit is not interrupted half-way.
func (s *session) end(ctx context.Context, err error) error {
	ctx = context.WithoutCancel(ctx)
	if err == nil {
		_, err = s.ExecContext(ctx, "COMMIT")
	}
	if err != nil {
		// No transaction is left when SQLite has rolled back by itself.
		s.ExecContext(ctx, "ROLLBACK")
		clear(s.foods)
	}
	s.pool.idle <- s.connection
	s.connection = nil
	return err
}

func (s *session) statement(ctx context.Context, query string) (*sql.Stmt, error) {
	if st := s.statements[query]; st != nil {
		return st, nil
	}
	st, err := s.PrepareContext(ctx, query)
	if err == nil {
		s.statements[query] = st
	}
	return st, err
}

// exec runs a statement that writes a row or a few. It is over so soon that
// the context is asked before it only: being ready to interrupt it costs the
// driver a goroutine each time.
func (s *session) exec(ctx context.Context, query string, args ...any) (sql.Result, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	st, err := s.statement(ctx, query)
	if err != nil {
		return nil, err
	}
	return st.ExecContext(context.WithoutCancel(ctx), args...)
}

// each calls visit with every row of query. The row is used again for the
// next one.
func (s *session) each(ctx context.Context, query string, visit func(row []any) error, args ...any) error {
	st, err := s.statement(ctx, query)
	if err != nil {
		return err
	}
	rows, err := st.QueryContext(ctx, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		return err
	}
	row, dest := make([]any, len(names)), make([]any, len(names))
	for i := range row {
		dest[i] = &row[i]
	}
	for rows.Next() {
		if err := rows.Scan(dest...); err != nil {
			return err
		}
		if err := visit(row); err != nil {
			return err
		}
	}
	return rows.Err()
}

// records reads what query selects of t, then what the list queries add.
func (s *session) records(ctx context.Context, t *table, query string, listQueries []string, args ...any) (journal.Log, error) {
	var out journal.Log
	err := s.each(ctx, query, func(row []any) error {
		r, err := t.scan(row)
		if err == nil {
			out = append(out, r)
		}
		return err
	}, args...)
	if err != nil || len(out) == 0 || len(t.lists) == 0 {
		return out, err
	}
	byID := make(map[string]journal.Record, len(out))
	for _, r := range out {
		byID[string(r.Base().ID)] = r
	}
	for i, l := range t.lists {
		err := s.each(ctx, listQueries[i], func(row []any) error {
			owner, _ := row[0].(string)
			if r := byID[owner]; r != nil {
				return l.add(r, row[1:])
			}
			return nil
		}, args...)
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// days reads the live records of t from one day to another.
func (s *session) days(ctx context.Context, t *table, from, to int) (journal.Log, error) {
	return s.records(ctx, t, t.sql.days, t.sql.daysLists, from, to)
}

// all reads the live records of t.
func (s *session) all(ctx context.Context, t *table) (journal.Log, error) {
	return s.records(ctx, t, t.sql.all, t.sql.allLists)
}

// get reads one record, deleted or not; nil when there is none.
func (s *session) get(ctx context.Context, t *table, id journal.ID) (journal.Record, error) {
	l, err := s.records(ctx, t, t.sql.get, t.sql.getLists, string(id))
	if err != nil || len(l) == 0 {
		return nil, err
	}
	return l[0], nil
}
