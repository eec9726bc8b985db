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

func (p *pages) Quick(ctx context.Context, from, to journal.Day) (page.Input, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	now, err := p.now(ctx)
	if err != nil {
		return page.Input{}, err
	}
	if in, ok, err := p.made(ctx, now, from, to); ok || err != nil {
		return in, err
	}
	if to.IsZero() || !to.Before(now.today) {
		had, err := p.study.newest(ctx, insights.Choice{})
		if err != nil {
			return page.Input{}, err
		}
		if had != nil && had.state == now.state {
			return p.make(ctx, now, from, to, had)
		}
	}
	return p.desk.PageBefore(ctx, from, to, p.version)
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
	if in, ok, err := p.made(ctx, now, from, to); ok || err != nil {
		return in, err
	}
	if !to.IsZero() && to.Before(now.today) {
		scanned, err := p.desk.Look(ctx, to, progress)
		if err != nil {
			return page.Input{}, err
		}
		return p.make(ctx, now, from, to, scanned)
	}
	scanned, err := p.study.fresh(ctx, insights.Choice{}, progress)
	if err != nil {
		return page.Input{}, err
	}
	now.state = scanned.state // with the verdicts that it has kept
	return p.make(ctx, now, from, to, scanned)
}

// made is the page for another first day, where the one made last will do.
func (p *pages) made(ctx context.Context, now source, from, to journal.Day) (in page.Input, ok bool, err error) {
	if now != p.from || to.IsZero() || p.last.To != to || from.IsZero() {
		return page.Input{}, false, nil
	}
	in, err = p.desk.PageOf(ctx, p.last, from)
	return in, true, err
}

// make makes a page and keeps it for made.
func (p *pages) make(ctx context.Context, now source, from, to journal.Day, scanned work.Look) (page.Input, error) {
	in, err := p.desk.Page(ctx, from, to, p.version, scanned)
	if err != nil {
		return in, err
	}
	p.from, p.last = now, in
	p.last.Pictures, p.last.Log = nil, nil
	return in, nil
}

func (p *pages) Week(ctx context.Context) (page.Week, error) {
	return p.desk.Week(ctx, journal.Day{}, p.version)
}
