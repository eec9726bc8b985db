package today

import (
	"context"

	"skinward/app/journal"
)

// saver writes one thing after the other, so that two quick answers about the
// same record cannot overtake each other.
type saver struct {
	deps  Deps
	queue []job
	busy  bool
	after func() // when everything is written
}

type job struct {
	records []journal.Record
	remove  bool
	done    func(error)
}

// put saves records; done gets the error, and the journal is as before then.
func (s *saver) put(done func(error), records ...journal.Record) {
	s.add(job{records: records, done: done})
}

// remove deletes records; done is as for put.
func (s *saver) remove(done func(error), records ...journal.Record) {
	s.add(job{records: records, remove: true, done: done})
}

func (s *saver) add(j job) {
	for i, r := range j.records {
		j.records[i] = r.Clone() // what is typed meanwhile belongs to the next job
	}
	s.queue = append(s.queue, j)
	s.next()
}

// pending reports whether anything is still to be written.
func (s *saver) pending() bool { return s.busy || len(s.queue) > 0 }

func (s *saver) next() {
	if s.busy || len(s.queue) == 0 {
		return
	}
	j := s.queue[0]
	s.queue = s.queue[1:]
	s.busy = true
	var changes []journal.Change
	s.deps.Run.Run("", func(ctx context.Context) error {
		var err error
		// Closing the window cancels what is under way, but not this.
		changes, err = s.write(context.WithoutCancel(ctx), j)
		return err
	}, func(err error) {
		s.busy = false
		s.finish(j, changes, err)
		s.next()
	})
}

func (s *saver) write(ctx context.Context, j job) ([]journal.Change, error) {
	if j.remove {
		return s.deps.Store.Delete(ctx, j.records...)
	}
	return s.deps.Store.Save(ctx, j.records...)
}

func (s *saver) finish(j job, changes []journal.Change, err error) {
	if err == nil {
		s.deps.Done(changes...)
	}
	j.done(err)
	if len(s.queue) == 0 && s.after != nil {
		s.after()
	}
}

// flush writes what still waits, before the window closes.
func (s *saver) flush() {
	waiting := s.queue
	s.queue = nil
	for _, j := range waiting {
		changes, err := s.write(context.Background(), j)
		s.finish(j, changes, err)
	}
}
