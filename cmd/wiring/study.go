// Package wiring joins the store, the content and the screens to one window's
// content. It knows no window system: the program opens a real window around
// it, the pictures of the screens and the tests a painted one.
package wiring

import (
	"context"
	"sync"

	"skinward/app/insight"
	"skinward/app/journal"
	"skinward/app/series"
	"skinward/ui/insights"
)

// Reader is what a study reads of a journal.
type Reader interface {
	Range(ctx context.Context, from, to journal.Day, kinds ...journal.Kind) (journal.Log, error)
	Settings(ctx context.Context) (journal.Settings, error)
	Revision(ctx context.Context) (int64, error)
}

// Study scans the journal once for everybody who asks what goes with the
// skin, and again only after the journal changed.
type Study struct {
	store  Reader
	today  func() journal.Day
	groups func(food string) []string
	label  func(tag string) string

	work sync.Mutex // one scan at a time; the later ones find it done
	mu   sync.Mutex
	last map[insights.Choice]*scan
}

// NewStudy returns a study of store. groups and label are the food groups of
// the catalogue.
func NewStudy(store Reader, today func() journal.Day, groups func(string) []string, label func(string) string) *Study {
	return &Study{store: store, today: today, groups: groups, label: label, last: map[insights.Choice]*scan{}}
}

// scan is a finished look at one state of the journal.
type scan struct {
	revision  int64
	set       series.Set
	result    insight.Result
	standings []insight.Standing
	mu        sync.Mutex // an Analysis serves one caller at a time
	analysis  *insight.Analysis
}

func (s *scan) Set() series.Set        { return s.set }
func (s *scan) Result() insight.Result { return s.result }

func (s *scan) Standings() []insight.Standing { return s.standings }

func (s *scan) Detail(ctx context.Context, factor, outcome string) (insight.Detail, bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return insight.Detail{}, false, err
	}
	d, ok := s.analysis.Detail(factor, outcome)
	return d, ok, nil
}

// Last returns the newest finished scan for c, which may be older than the
// journal; nil when there is none.
func (s *Study) Last(c insights.Choice) insights.Scan {
	s.mu.Lock()
	defer s.mu.Unlock()
	if last := s.last[c]; last != nil {
		return last
	}
	return nil
}

// Fresh returns a scan of the journal as it is now.
func (s *Study) Fresh(ctx context.Context, c insights.Choice, progress func(float64)) (insights.Scan, error) {
	s.work.Lock()
	defer s.work.Unlock()
	revision, err := s.store.Revision(ctx)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	last := s.last[c]
	s.mu.Unlock()
	if last != nil && last.revision == revision {
		return last, nil
	}
	fresh, err := s.scan(ctx, c, progress)
	if err != nil {
		return nil, err
	}
	fresh.revision = revision
	s.mu.Lock()
	defer s.mu.Unlock()
	s.last[c] = fresh
	return fresh, nil
}

func (s *Study) scan(ctx context.Context, c insights.Choice, progress func(float64)) (*scan, error) {
	settings, err := s.store.Settings(ctx)
	if err != nil {
		return nil, err
	}
	log, err := s.store.Range(ctx, journal.Day{}, journal.Day{})
	if err != nil {
		return nil, err
	}
	set := series.FromJournal(log, series.Options{
		Today: s.today(), LeaveOutRemembered: c.WithoutLater, Groups: s.groups, GroupLabel: s.label,
	})
	opts := insight.Options{Important: settings.SmallestChange, Progress: progress}
	for _, name := range settings.Suspects {
		if f, ok := set.Factor(name); ok { // a suspect not yet eaten waits
			opts.Suspects = append(opts.Suspects, f.Name)
		}
	}
	if c.Days > 0 && set.Days > c.Days {
		opts.From = set.Last().Add(1 - c.Days)
	}
	a, err := insight.Scan(ctx, set, opts)
	if err != nil {
		return nil, err
	}
	if err := a.Complete(ctx); err != nil {
		return nil, err
	}
	if !opts.From.IsZero() {
		set = set.Between(opts.From, journal.Day{})
	}
	return &scan{set: set, result: a.Result(), analysis: a}, nil
}
