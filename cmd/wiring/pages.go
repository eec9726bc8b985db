package wiring

import (
	"context"
	"fmt"
	"sync"

	"skinward/app/journal"
	page "skinward/app/summary"
	"skinward/cmd/work"
	"skinward/ui/summary"
)

// Pages gathers what the doctor's page is made from. All of it but the
// pictures follows from the journal and the last day, so another first day
// costs next to nothing.
func Pages(desk work.Desk, version string) summary.Pages {
	return &pages{desk: desk, version: version}
}

type pages struct {
	desk    work.Desk
	version string

	mu   sync.Mutex
	from source
	last page.Input // zero before the first
}

// source is what an input follows from, but for the days and the pictures.
type source struct {
	revision int64
	today    journal.Day
	chosen   string // settings that the page knows
}

func (p *pages) now(ctx context.Context) (source, error) {
	settings, err := p.desk.Store.Settings(ctx)
	if err != nil {
		return source{}, err
	}
	revision, err := p.desk.Store.Revision(ctx)
	return source{revision, p.desk.Today(settings), fmt.Sprintf("%v %q %q %q", settings.SmallestChange, settings.Suspects, settings.Pinned, settings.Hidden)}, err
}

func (p *pages) Input(ctx context.Context, from, to journal.Day, progress func(float64)) (page.Input, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return page.Input{}, err // replaced while it waited
	}
	now, err := p.now(ctx)
	if err != nil {
		return page.Input{}, err
	}
	in := p.last
	if now == p.from && !to.IsZero() && in.To == to && !from.IsZero() {
		in.From, in.Now = from, p.desk.Now()
		in.Pictures, err = p.desk.Pictures(ctx, in)
		return in, err
	}
	if in, err = p.desk.Page(ctx, from, to, p.version, progress); err != nil {
		return in, err
	}
	p.from, p.last = now, in
	p.last.Pictures = nil
	return in, nil
}

func (p *pages) Week(ctx context.Context) (page.Week, error) {
	return p.desk.Week(ctx, journal.Day{}, p.version)
}
