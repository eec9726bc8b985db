// Package wiring joins the store, the content and the screens to one window's
// content. It knows no window system: the program opens a real window around
// it, the pictures of the screens and the tests a painted one.
package wiring

import (
	"context"
	"fmt"
	"sync"

	"skinward/app/insight"
	"skinward/app/journal"
	"skinward/app/series"
	"skinward/cmd/work"
	"skinward/ui/insights"
)

// Study scans the journal once for everybody who asks what goes with the
// skin, and again only after the journal changed.
type Study struct {
	desk work.Desk

	work sync.Mutex // one scan at a time; the later ones find it done
	mu   sync.Mutex
	last map[insights.Choice]*scan
}

// NewStudy returns a study of the journal on the desk.
func NewStudy(desk work.Desk) *Study {
	return &Study{desk: desk, last: map[insights.Choice]*scan{}}
}

// state is everything a look depends on besides its choice.
type state struct {
	revision int64
	chosen   string // settings that the method knows; theme and text size are none
	today    journal.Day
}

// now reads the state of the journal and the settings that hold.
func (s *Study) now(ctx context.Context) (state, journal.Settings, error) {
	settings, err := s.desk.Store.Settings(ctx)
	if err != nil {
		return state{}, settings, err
	}
	revision, err := s.desk.Store.Revision(ctx)
	if err != nil {
		return state{}, settings, err
	}
	return state{
		revision: revision, today: s.desk.Today(settings),
		chosen: fmt.Sprintf("%v %q", settings.SmallestChange, settings.Suspects),
	}, settings, nil
}

// scan is a finished look at one state of the journal.
type scan struct {
	state     state
	set       series.Set
	result    insight.Result
	standings []insight.Standing
	mu        sync.Mutex        // an Analysis serves one caller at a time
	analysis  *insight.Analysis // nil in a look that an earlier run kept
}

func (s *scan) Set() series.Set        { return s.set }
func (s *scan) Result() insight.Result { return s.result }

func (s *scan) Standings() []insight.Standing { return s.standings }

func (s *scan) Detail(ctx context.Context, factor, outcome string) (insight.Detail, bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := ctx.Err(); err != nil || s.analysis == nil {
		return insight.Detail{}, false, err
	}
	d, ok := s.analysis.Detail(factor, outcome)
	return d, ok, nil
}

// Last returns the newest finished scan for c, which may be older than the
// journal and be kept from an earlier run; nil when there is none.
func (s *Study) Last(ctx context.Context, c insights.Choice) (insights.Scan, error) {
	s.mu.Lock()
	last := s.last[c]
	s.mu.Unlock()
	if last != nil {
		return last, nil
	}
	if c != (insights.Choice{}) {
		return nil, nil
	}
	return s.remembered(ctx)
}

// Current returns the finished scan for c when the journal is still as it was
// then, nil when there is something to scan.
func (s *Study) Current(ctx context.Context, c insights.Choice) (insights.Scan, error) {
	now, _, err := s.now(ctx)
	if err != nil {
		return nil, err
	}
	if had := s.kept(c, now); had != nil {
		return had, nil
	}
	return nil, nil
}

// kept returns the scan for c of a state, nil when there is none.
func (s *Study) kept(c insights.Choice, of state) *scan {
	s.mu.Lock()
	defer s.mu.Unlock()
	if last := s.last[c]; last != nil && last.state == of {
		return last
	}
	return nil
}

// Fresh returns a scan of the journal as it is now.
func (s *Study) Fresh(ctx context.Context, c insights.Choice, progress func(float64)) (insights.Scan, error) {
	s.work.Lock()
	defer s.work.Unlock()
	now, settings, err := s.now(ctx)
	if err != nil {
		return nil, err
	}
	if had := s.kept(c, now); had != nil {
		return had, nil
	}
	fresh, err := s.scan(ctx, c, now, settings, progress)
	if err != nil {
		return nil, err
	}
	s.keep(c, fresh)
	if c == (insights.Choice{}) {
		s.remember(ctx, fresh)
	}
	return fresh, nil
}

// keptScans is how many looks at one state of the journal stay at hand: a scan
// of ten years holds its models.
const keptScans = 4

// keep holds a fresh scan and lets go of those of an older journal, and of any
// above keptScans; the look that every screen starts with goes last.
func (s *Study) keep(c insights.Choice, fresh *scan) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for k, old := range s.last {
		if old.state != fresh.state || len(s.last) >= keptScans && k != (insights.Choice{}) {
			delete(s.last, k)
		}
	}
	s.last[c] = fresh
}

func (s *Study) scan(ctx context.Context, c insights.Choice, now state, settings journal.Settings, progress func(float64)) (*scan, error) {
	set, _, err := s.desk.Series(ctx, settings, journal.Day{}, c.WithoutLater)
	if err != nil {
		return nil, err
	}
	opts := insight.Options{Important: settings.SmallestChange, Suspects: work.Suspects(settings, set), Progress: progress}
	if c.Every {
		opts.Outcomes = further(set)
	}
	if c.Days > 0 && set.Days > c.Days {
		opts.From = set.Last().Add(1 - c.Days)
	}
	a, err := insight.Open(ctx, set, opts)
	if err != nil {
		return nil, err
	}
	if !opts.From.IsZero() {
		set = set.Between(opts.From, journal.Day{})
	}
	fresh := &scan{state: now, set: set, result: a.Result(), analysis: a}
	return fresh, s.judge(ctx, c, fresh)
}

// enoughValues is how many recorded days an outcome beyond the standard ones
// needs to be compared.
const enoughValues = 30

// further names the outcomes that are compared only when asked for.
func further(set series.Set) []string {
	var out []string
	for _, o := range set.Outcomes {
		switch o.Name {
		case series.Severity, series.Itch, series.Lesions:
		default:
			if o.Recorded() >= enoughValues {
				out = append(out, o.Name)
			}
		}
	}
	return out
}

// judge merges the findings with the kept verdicts. Only a look at the whole
// record is kept; a narrower one stands for itself.
func (s *Study) judge(ctx context.Context, c insights.Choice, fresh *scan) error {
	var kept []*journal.Verdict
	whole := c.Days == 0 && !c.WithoutLater
	if whole {
		log, err := s.desk.Store.All(ctx, journal.KindVerdict)
		if err != nil {
			return err
		}
		kept = journal.Select[*journal.Verdict](log)
	}
	var save []*journal.Verdict
	fresh.standings, save = insight.Judge(fresh.result.Findings, kept, fresh.state.today)
	if !whole || len(save) == 0 {
		return nil
	}
	recs := make([]journal.Record, len(save))
	for i, v := range save {
		recs[i] = v
	}
	// Keeping verdicts is a write of our own, which does not make the scan old;
	// one of somebody else meanwhile does.
	now, err := s.desk.Store.Revision(ctx)
	if err != nil {
		return err
	}
	if _, err := s.desk.Store.Save(ctx, recs...); err != nil {
		return err
	}
	after, err := s.desk.Store.Revision(ctx)
	if err != nil {
		return err
	}
	if now == fresh.state.revision {
		s.mu.Lock()
		defer s.mu.Unlock()
		for _, old := range s.last {
			if old.state.revision == now {
				old.state.revision = after
			}
		}
		fresh.state.revision = after
	}
	return nil
}
