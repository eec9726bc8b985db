package wiring

import (
	"context"
	"sync"

	"skinward/app/insight"
	"skinward/app/series"
)

// models give the details of a finished look. A search makes a model for each
// question of the method, together more than the journal itself; those that a
// detail needs are made again when it is asked for.
type models struct {
	opts insight.Options
	set  series.Set
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
		m.analysis = a
	}
	use(m.analysis)
	return nil
}
