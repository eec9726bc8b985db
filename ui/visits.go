package ui

import (
	"context"
	"time"

	"skinward/app/guide"
	"skinward/app/journal"
	"skinward/ui/kit"
)

// VisitReminderDeps are what the reminder of visits works with.
type VisitReminderDeps struct {
	Now    func() time.Time
	Run    kit.Runner
	Visits func(ctx context.Context) ([]*journal.Appointment, error)
	Notify func(title, text string)
}

// VisitReminder gives one notice for each appointment of which the person
// wanted to be reminded, while the window is open. A visit that was moved to
// another day or hour is named again.
type VisitReminder struct {
	deps VisitReminderDeps
	said map[string]bool // by visit and its date
}

// NewVisitReminder returns a reminder that does nothing before its first Look.
func NewVisitReminder(d VisitReminderDeps) *VisitReminder {
	return &VisitReminder{deps: d, said: map[string]bool{}}
}

// Look gives the notices that have become due. A journal that cannot be read
// is tried again a minute later.
func (r *VisitReminder) Look() {
	var due []*journal.Appointment
	now := r.deps.Now()
	r.deps.Run.Run("visits", func(ctx context.Context) error {
		visits, err := r.deps.Visits(ctx)
		due = guide.Due(visits, now)
		return err
	}, func(err error) {
		if err != nil {
			return
		}
		for _, v := range due {
			key := string(v.ID) + v.Day.String() + v.At.String()
			if !r.said[key] {
				r.said[key] = true
				r.deps.Notify("Skinward", visitNotice(v))
			}
		}
	})
}

// visitNotice says when the visit is; with whom stays in the journal, since a
// notice can be read by anyone who sees the screen.
func visitNotice(v *journal.Appointment) string {
	dates := kit.CurrentDates()
	when := dates.Long(v.Day)
	if !v.At.IsZero() {
		when += ", " + dates.Clock(v.At)
	}
	return "A visit is written down for " + when + "."
}
