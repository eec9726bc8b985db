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
// reports progress within the phase that is set.
type pool struct {
	ctx      context.Context
	progress func(float64)
	from, to float64 // share of the whole work before and after this phase
	mu       sync.Mutex
	done     int
	ws       [workers]workspace
}

// phase says which part of the whole work the next run is.
func (p *pool) phase(from, to float64) *pool {
	p.from, p.to = from, to
	return p
}

// run does jobs 0 … n-1 and returns the context's error when it was cancelled
// before all were done.
func (p *pool) run(n int, job func(i int, ws *workspace)) error {
	var next atomic.Int64
	var wg sync.WaitGroup
	p.done = 0
	for w := range min(workers, max(n, 1)) {
		wg.Go(func() {
			for p.ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				job(i, &p.ws[w])
				p.report(n)
			}
		})
	}
	wg.Wait()
	if n == 0 && p.progress != nil {
		p.progress(p.to)
	}
	return p.ctx.Err()
}

func (p *pool) report(n int) {
	if p.progress == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done++
	p.progress(p.from + (p.to-p.from)*float64(p.done)/float64(n))
}
