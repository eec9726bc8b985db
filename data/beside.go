package data

import (
	"context"
	"sync"
	"sync/atomic"

	"skinward/app/journal"
)

// loadBeside reads as load does, on two connections where another is idle:
// reading ten years is mostly SQLite's own work, which then takes two cores.
func (s *Store) loadBeside(ctx context.Context, kinds []*table, read reading) (journal.Log, error) {
	if len(kinds) < 2 {
		return s.load(ctx, kinds, read)
	}
	logs := make([]journal.Log, len(kinds))
	var next atomic.Int32
	work := func(ctx context.Context, se *session) error {
		for i := next.Add(1) - 1; int(i) < len(kinds); i = next.Add(1) - 1 {
			var err error
			if logs[i], err = read(se, ctx, kinds[i]); err != nil {
				return err
			}
		}
		return nil
	}
	err := s.view(ctx, func(se *session) error {
		ctx, cancel := context.WithCancelCause(ctx)
		defer cancel(nil)
		second := s.twin(ctx, se)
		if second == nil {
			return work(ctx, se)
		}
		var beside sync.WaitGroup
		beside.Go(func() {
			if err := second.end(ctx, work(ctx, second)); err != nil {
				cancel(err)
			}
		})
		err := work(ctx, se)
		if err != nil {
			cancel(err)
		}
		beside.Wait()
		if cause := context.Cause(ctx); cause != nil {
			return cause
		}
		return err
	})
	return sorted(logs, err)
}

// twin begins a second session on the same state of the journal as se; nil
// when no connection is idle or the journal was changed in between.
func (s *Store) twin(ctx context.Context, se *session) *session {
	mine, err := se.count(ctx, revisionSQL)
	if err != nil {
		return nil
	}
	other := s.reader.tryBegin(ctx)
	if other == nil {
		return nil
	}
	theirs, err := other.count(ctx, revisionSQL)
	if err != nil || theirs != mine {
		other.end(ctx, err)
		return nil
	}
	return other
}
