package wiring

import (
	"context"
	"fmt"
	"sync"

	"skinward/app/journal"
	page "skinward/app/summary"
	"skinward/cmd/work"
	"skinward/ui/insights"
	"skinward/ui/summary"
)

// Pages gathers what the doctor's page is made from. What goes with the skin
// follows from the journal and the last day, so another first day costs next to
// nothing, and a page up to today takes what study found.
func Pages(desk work.Desk, study *Study, version string) summary.Pages {
	return &pages{desk: desk, study: study, version: version}
}

type pages struct {
	desk    work.Desk
	study   *Study
	version string

	mu   sync.Mutex
	from source
	last page.Input // zero before the first
}

// source is what an input follows from, but for the days and the pictures.
type source struct {
	state
	picked string // factors that the page names first, or not at all
}

func (p *pages) now(ctx context.Context) (source, error) {
	st, settings, err := p.study.now(ctx)
	return source{st, fmt.Sprintf("%q %q", settings.Pinned, settings.Hidden)}, err
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
		return p.desk.PageOf(ctx, in, from)
	}
	scanned, err := p.look(ctx, now.today, to, progress)
	if err != nil {
		return page.Input{}, err
	}
	if in, err = p.desk.Page(ctx, from, to, p.version, scanned); err != nil {
		return in, err
	}
	p.from, p.last = now, in
	p.last.Pictures, p.last.Log = nil, nil
	return in, nil
}

func (p *pages) look(ctx context.Context, today, to journal.Day, progress func(float64)) (work.Look, error) {
	if to.IsZero() || !to.Before(today) {
		return p.study.Fresh(ctx, insights.Choice{}, progress)
	}
	return p.desk.Look(ctx, to, progress)
}

func (p *pages) Week(ctx context.Context) (page.Week, error) {
	return p.desk.Week(ctx, journal.Day{}, p.version)
}
