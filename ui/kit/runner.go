package kit

import (
	"context"
	"runtime/debug"
	"sync"
	"time"

	"fyne.io/fyne/v2"
)

// Runner does slow work off the drawing thread. Run starts work and calls done
// with its error on the drawing thread when it has finished. A later Run under
// the same key cancels the earlier one, whose done is then never called; so is
// none after the window closed. work must not touch widgets; it leaves what it
// found in variables that done reads.
type Runner interface {
	Run(key string, work func(ctx context.Context) error, done func(err error))
	// Cancel stops the job under key, if one is under way; its done is not called.
	Cancel(key string)
}

// Inline runs everything at once in the calling goroutine: for tests.
type Inline struct{}

var (
	_ Runner = Inline{}
	_ Runner = (*Background)(nil)
)

// Run calls work, then done.
func (Inline) Run(_ string, work func(context.Context) error, done func(error)) {
	err := work(context.Background())
	if done != nil {
		done(err)
	}
}

// Cancel does nothing: an inline job has always finished.
func (Inline) Cancel(string) {}

// Background runs each job on a goroutine and comes back through the toolkit's
// drawing thread. It is the only place of the window that starts goroutines.
type Background struct {
	ctx    context.Context
	cancel context.CancelFunc
	post   func(func()) // hands a function to the drawing thread
	jobs   sync.WaitGroup

	mu     sync.Mutex
	latest map[string]*job
	tidy   *time.Timer // nil before the first long job
}

type job struct{ cancel context.CancelFunc }

// NewBackground returns a runner whose jobs end with ctx.
func NewBackground(ctx context.Context) *Background { return newBackground(ctx, fyne.Do) }

func newBackground(ctx context.Context, post func(func())) *Background {
	ctx, cancel := context.WithCancel(ctx)
	return &Background{ctx: ctx, cancel: cancel, post: post, latest: map[string]*job{}}
}

const (
	long  = 100 * time.Millisecond // what a job takes that leaves much behind
	pause = 2 * time.Second        // without another such job, before it goes back to the system
)

// Run starts work on a goroutine; an empty key is never replaced.
func (b *Background) Run(key string, work func(context.Context) error, done func(error)) {
	if b.ctx.Err() != nil {
		return
	}
	ctx, cancel := context.WithCancel(b.ctx)
	this := &job{cancel: cancel}
	b.replace(key, this)
	b.jobs.Add(1)
	go func() {
		defer b.jobs.Done()
		defer cancel()
		began := time.Now()
		defer func() {
			if time.Since(began) > long {
				b.tidySoon()
			}
		}()
		err := work(ctx)
		if ctx.Err() != nil {
			return
		}
		b.post(func() {
			if b.finish(key, this) && done != nil {
				done(err)
			}
		})
	}()
}

// tidySoon gives what long jobs needed back to the system when they are over
// and what they drew is on the screen: a scan of ten years needs much.
func (b *Background) tidySoon() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.tidy != nil {
		b.tidy.Stop()
	}
	if b.ctx.Err() == nil {
		b.tidy = time.AfterFunc(pause, debug.FreeOSMemory)
	}
}

// Cancel stops the job under key.
func (b *Background) Cancel(key string) { b.replace(key, nil) }

// Close cancels every job, calls no done any more, and waits until all work
// has returned, so that the store may be closed after it.
func (b *Background) Close() {
	b.cancel()
	b.jobs.Wait()
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.tidy != nil {
		b.tidy.Stop()
	}
}

func (b *Background) replace(key string, with *job) {
	if key == "" {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if before := b.latest[key]; before != nil {
		before.cancel()
	}
	delete(b.latest, key)
	if with != nil {
		b.latest[key] = with
	}
}

// finish reports whether this is still the job to be answered.
func (b *Background) finish(key string, this *job) bool {
	if b.ctx.Err() != nil {
		return false
	}
	if key == "" {
		return true
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.latest[key] != this {
		return false
	}
	delete(b.latest, key)
	return true
}
