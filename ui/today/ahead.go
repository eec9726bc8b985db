package today

import (
	"context"
	"time"

	"skinward/app/journal"
)

// Ahead is the day on which the program starts, read before there is a window.
type Ahead struct{ page *page }

// ReadAhead reads the person's own day at now, for the first Show.
func ReadAhead(ctx context.Context, store Store, settings journal.Settings, now time.Time) (*Ahead, error) {
	today := journal.DayAt(now, settings.DayEnd())
	p, err := readPage(ctx, store, today, today)
	if err != nil {
		return nil, err
	}
	return &Ahead{page: p}, nil
}
