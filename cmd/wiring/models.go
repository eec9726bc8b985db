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

func (m *models) detail(ctx context.Context, factor, outcome string) (insight.Detail, bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return insight.Detail{}, false, err
	}
	if m.analysis == nil {
		a, err := insight.Reopen(m.set, m.opts, m.kept)
		if err != nil {
			return insight.Detail{}, false, err
		}
		m.analysis, m.set, m.kept = a, series.Set{}, insight.Kept{}
	}
	d, ok := m.analysis.Detail(factor, outcome)
	return d, ok, nil
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
