package main

import (
	"fmt"
	"strings"
	"sync"
	"time"
)

// bar shows how far long work has come, on a terminal that somebody watches
// and only once the work has taken a moment.
type bar struct {
	env   Env
	label string
	begun time.Time

	mu   sync.Mutex
	last time.Time
	seen bool
}

// Times after which a bar appears and between two of its pictures.
const (
	barAfter = 400 * time.Millisecond
	barEvery = 100 * time.Millisecond
)

func newBar(e Env, label string) *bar {
	return &bar{env: e, label: label, begun: e.Now()}
}

// at shows that done of total is finished. It may be called from any
// goroutine.
func (b *bar) at(done, total int64) {
	if !b.env.Attended || total <= 0 {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	now := b.env.Now()
	if now.Sub(b.begun) < barAfter || now.Sub(b.last) < barEvery {
		return
	}
	b.last, b.seen = now, true
	share := min(max(float64(done)/float64(total), 0), 1)
	width := max(10, min(40, b.env.Columns-len(b.label)-10))
	full := int(share*float64(width) + 0.5)
	fmt.Fprintf(b.env.Err, "\r%s [%s%s] %3.0f %%", b.label, strings.Repeat("#", full), strings.Repeat(".", width-full), 100*share)
}

// share is at for work that knows its part, 0 … 1.
func (b *bar) share(s float64) { b.at(int64(s*1e6), 1e6) }

// wait says what is done while nobody knows how far it is.
func (b *bar) wait(words string) {
	if !b.env.Attended {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	fmt.Fprintf(b.env.Err, "\r\x1b[K%s ...", words)
	b.seen = true
}

// end takes the bar off the screen.
func (b *bar) end() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.seen {
		fmt.Fprint(b.env.Err, "\r\x1b[K")
		b.seen = false
	}
}
