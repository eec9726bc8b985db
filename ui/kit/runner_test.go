package kit

import (
	"context"
	"errors"
	"sync"
	"testing"
)

// thread stands for the drawing thread: what is posted waits until drained.
type thread struct {
	mu      sync.Mutex
	waiting []func()
	arrived chan struct{}
}

func newThread() *thread { return &thread{arrived: make(chan struct{}, 100)} }

func (t *thread) post(f func()) {
	t.mu.Lock()
	t.waiting = append(t.waiting, f)
	t.mu.Unlock()
	t.arrived <- struct{}{}
}

func (t *thread) drain() {
	t.mu.Lock()
	all := t.waiting
	t.waiting = nil
	t.mu.Unlock()
	for _, f := range all {
		f()
	}
}

func TestBackgroundTellsTheErrorOnTheDrawingThread(t *testing.T) {
	th := newThread()
	b := newBackground(context.Background(), th.post)
	defer b.Close()
	want := errors.New("disk full")
	var got error
	b.Run("save", func(context.Context) error { return want }, func(err error) { got = err })
	<-th.arrived
	if got != nil {
		t.Fatal("done ran before the drawing thread had its turn")
	}
	th.drain()
	if got != want {
		t.Errorf("done was told %v, want %v", got, want)
	}
}

func TestTheLatestJobOfAKeyWins(t *testing.T) {
	th := newThread()
	b := newBackground(context.Background(), th.post)
	defer b.Close()
	var told []string
	stopped := make(chan struct{})
	b.Run("scan", func(ctx context.Context) error {
		<-ctx.Done()
		close(stopped)
		return ctx.Err()
	}, func(error) { told = append(told, "first") })
	b.Run("scan", func(context.Context) error { return nil }, func(error) { told = append(told, "second") })
	<-stopped
	<-th.arrived
	th.drain()
	if len(told) != 1 || told[0] != "second" {
		t.Errorf("told %q, want the second only", told)
	}
}

func TestAJobFinishedButReplacedBeforeItsTurnSaysNothing(t *testing.T) {
	th := newThread()
	b := newBackground(context.Background(), th.post)
	defer b.Close()
	var told []string
	b.Run("k", func(context.Context) error { return nil }, func(error) { told = append(told, "first") })
	<-th.arrived
	b.Run("k", func(context.Context) error { return nil }, func(error) { told = append(told, "second") })
	<-th.arrived
	th.drain()
	if len(told) != 1 || told[0] != "second" {
		t.Errorf("told %q, want the second only", told)
	}
}

func TestCancelledJobsSayNothing(t *testing.T) {
	th := newThread()
	b := newBackground(context.Background(), th.post)
	defer b.Close()
	ended := make(chan struct{})
	b.Run("k", func(ctx context.Context) error {
		defer close(ended)
		<-ctx.Done()
		return ctx.Err()
	}, func(error) { t.Error("a cancelled job must not answer") })
	b.Cancel("k")
	<-ended
	th.drain()
}

func TestCloseStopsEverythingAndWaits(t *testing.T) {
	th := newThread()
	b := newBackground(context.Background(), th.post)
	ended := false
	b.Run("", func(ctx context.Context) error {
		<-ctx.Done()
		ended = true
		return nil
	}, func(error) { t.Error("nothing answers after Close") })
	b.Close()
	if !ended {
		t.Error("Close must wait until the work returned")
	}
	b.Run("late", func(context.Context) error { t.Error("work began after Close"); return nil }, nil)
	th.drain()
}

func TestJobsWithoutKeyDoNotReplaceEachOther(t *testing.T) {
	th := newThread()
	b := newBackground(context.Background(), th.post)
	defer b.Close()
	n := 0
	for range 3 {
		b.Run("", func(context.Context) error { return nil }, func(error) { n++ })
	}
	for range 3 {
		<-th.arrived
	}
	th.drain()
	if n != 3 {
		t.Errorf("%d of 3 answered", n)
	}
}

func TestInlineRunsAtOnce(t *testing.T) {
	var order []string
	Inline{}.Run("k", func(context.Context) error { order = append(order, "work"); return nil },
		func(error) { order = append(order, "done") })
	if len(order) != 2 || order[0] != "work" || order[1] != "done" {
		t.Errorf("order %q", order)
	}
}
