// Package wiring joins the store, the content and the screens to one window's
// content. It knows no window system: the program opens a real window around
// it, the pictures of the screens and the tests a painted one.
package wiring

import (
	"context"
	"fmt"
	"maps"
	"slices"
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
	newest   journal.ID
	chosen   string // settings that the method knows, and the foods; theme and text size are none
	today    journal.Day
}

// sameRecords reports whether two states differ in the day at most.
func (s state) sameRecords(other state) bool {
	s.today = other.today
	return s == other
}

// now reads the state of the journal and the settings that hold.
func (s *Study) now(ctx context.Context) (state, journal.Settings, error) {
	settings, err := s.desk.Store.Settings(ctx)
	if err != nil {
		return state{}, settings, err
	}
	st := state{
		today:  s.desk.Today(settings),
		chosen: fmt.Sprintf("%v %q %x", settings.SmallestChange, settings.Suspects, s.desk.Pantry.Mark()),
	}
	if st.revision, err = s.desk.Store.Revision(ctx); err != nil {
		return state{}, settings, err
	}
	st.newest, err = s.desk.Store.Newest(ctx)
	return st, settings, err
}

// scan is a finished look at one state of the journal.
type scan struct {
	state     state
	set       series.Set
	result    insight.Result
	standings []insight.Standing
	models    *models
}

func (s *scan) Set() series.Set        { return s.set }
func (s *scan) Result() insight.Result { return s.result }

func (s *scan) Standings() []insight.Standing { return s.standings }

func (s *scan) Detail(ctx context.Context, factor, outcome string) (insight.Detail, bool, error) {
	return s.models.detail(ctx, factor, outcome)
}

func (s *scan) Overlaps(ctx context.Context, factor string) ([]insight.Overlap, error) {
	return s.models.overlaps(ctx, factor)
}

// Last returns the newest finished scan for c, which may be older than the
// journal and be kept from an earlier run; nil when there is none.
func (s *Study) Last(ctx context.Context, c insights.Choice) (insights.Scan, error) {
	last, err := s.newest(ctx, c)
	if last == nil || err != nil {
		return nil, err
	}
	return last, nil
}

// Current returns the finished scan for c when the journal is still as it was
// then, nil when there is something to scan.
func (s *Study) Current(ctx context.Context, c insights.Choice) (insights.Scan, error) {
	now, _, err := s.now(ctx)
	if err != nil {
		return nil, err
	}
	had, err := s.newest(ctx, c)
	if err != nil || had == nil || had.state != now {
		return nil, err
	}
	return had, nil
}

// newest returns the newest finished scan for c, of this run of the program or
// kept from an earlier one; nil when there is none.
func (s *Study) newest(ctx context.Context, c insights.Choice) (*scan, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if last := s.last[c]; last != nil || c != (insights.Choice{}) {
		return last, nil
	}
	kept, err := s.remembered(ctx)
	if kept != nil {
		s.last[c] = kept
	}
	return kept, err
}

// Fresh returns a scan of the journal as it is now. It scans only when the
// records have changed: on another day it judges again what was found.
func (s *Study) Fresh(ctx context.Context, c insights.Choice, progress func(float64)) (insights.Scan, error) {
	fresh, err := s.fresh(ctx, c, progress)
	if err != nil {
		return nil, err
	}
	return fresh, nil
}

func (s *Study) fresh(ctx context.Context, c insights.Choice, progress func(float64)) (*scan, error) {
	s.work.Lock()
	defer s.work.Unlock()
	now, settings, err := s.now(ctx)
	if err != nil {
		return nil, err
	}
	fresh, err := s.newest(ctx, c)
	if err != nil {
		return nil, err
	}
	switch {
	case fresh != nil && fresh.state == now:
		return fresh, nil
	case fresh != nil && fresh.state.sameRecords(now) && !fresh.ahead():
		fresh = &scan{state: now, set: fresh.set, result: fresh.result, models: fresh.models}
	default:
		if fresh, err = s.scan(ctx, c, now, settings, progress); err != nil {
			return nil, err
		}
	}
	if err := s.judge(ctx, c, fresh); err != nil {
		return nil, err
	}
	s.keep(c, fresh)
	if c == (insights.Choice{}) {
		s.remember(ctx, fresh)
	}
	return fresh, nil
}

// ahead reports whether entries of days to come were left out.
func (s *scan) ahead() bool {
	return slices.ContainsFunc(s.result.Notices, func(n series.Notice) bool { return n.Code == series.NoticeFuture })
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
	found := &models{opts: opts, set: set, kept: a.Keep()}
	if !opts.From.IsZero() {
		set = set.Between(opts.From, journal.Day{})
	}
	return &scan{state: now, set: set, result: found.kept.Result, models: found}, nil
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
	now, _, err := s.now(ctx)
	if err != nil {
		return err
	}
	if _, err := s.desk.Store.Save(ctx, recs...); err != nil {
		return err
	}
	after, _, err := s.now(ctx)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, had := range append(slices.Collect(maps.Values(s.last)), fresh) {
		if had.state.sameRecords(now) {
			had.state.revision, had.state.newest = after.revision, after.newest
		}
	}
	return nil
}
