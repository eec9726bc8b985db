package insight

import (
	"context"
	"sync"
	"sync/atomic"
)

// workers is how many goroutines share a scan. Every job writes its own slots
// only, so the result does not depend on who did it.
const workers = 2

// pool runs numbered jobs on the workers, each with scratch of its own, and
// reports progress.
type pool struct {
	ctx      context.Context
	progress func(float64)
	total    int // jobs announced over all runs
	done     atomic.Int64
	mu       sync.Mutex
	ws       [workers]workspace
}

// run does jobs 0 … n-1 and returns the context's error when it was cancelled
// before all were done.
func (p *pool) run(n int, job func(i int, ws *workspace)) error {
	var next atomic.Int64
	var wg sync.WaitGroup
	for w := range min(workers, max(n, 1)) {
		wg.Go(func() {
			for p.ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				job(i, &p.ws[w])
				p.report()
			}
		})
	}
	wg.Wait()
	return p.ctx.Err()
}

func (p *pool) report() {
	done := p.done.Add(1)
	if p.progress == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.progress(min(1, float64(done)/float64(max(p.total, 1))))
}
