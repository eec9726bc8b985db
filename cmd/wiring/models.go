package wiring

import (
	"context"
	"sync"

	"skinward/app/insight"
	"skinward/app/series"
)

// models give the details of a finished look. Those of a look that an earlier
// run of the program kept are made when the first detail is asked for.
type models struct {
	opts insight.Options
	set  series.Set // of kept
	kept insight.Kept

	mu       sync.Mutex // an Analysis serves one caller at a time
	analysis *insight.Analysis
}

func (m *models) detail(ctx context.Context, factor, outcome string) (d insight.Detail, ok bool, err error) {
	err = m.with(ctx, func(a *insight.Analysis) { d, ok = a.Detail(factor, outcome) })
	return d, ok, err
}

func (m *models) overlaps(ctx context.Context, factor string) (o []insight.Overlap, err error) {
	err = m.with(ctx, func(a *insight.Analysis) { o = a.Overlaps(factor) })
	return o, err
}

// with lends the analysis to use.
func (m *models) with(ctx context.Context, use func(*insight.Analysis)) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	if m.analysis == nil {
		a, err := insight.Reopen(m.set, m.opts, m.kept)
		if err != nil {
			return err
		}
		m.analysis, m.set, m.kept = a, series.Set{}, insight.Kept{}
	}
	use(m.analysis)
	return nil
}

// keep returns what a later run needs of the models.
func (m *models) keep() insight.Kept {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.analysis == nil {
		return m.kept
	}
	return m.analysis.Keep()
}
