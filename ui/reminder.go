package ui

import (
	"context"
	"time"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// ReminderDeps are what the reminder works with.
type ReminderDeps struct {
	Now      func() time.Time
	Run      kit.Runner
	Settings func(ctx context.Context) (journal.Settings, error)
	Recorded func(ctx context.Context, day journal.Day) (bool, error)
	Notify   func(title, text string)
}

// Reminder gives one notice a day while the window is open, at the time that
// the settings name, and only if the day is still empty.
type Reminder struct {
	deps ReminderDeps
	last journal.Day // the day last looked at and settled
}

// NewReminder returns a reminder that does nothing before its first Look.
func NewReminder(d ReminderDeps) *Reminder { return &Reminder{deps: d} }

// EachMinute looks now and then once a minute, for as long as the program
// runs; after (kit.AfterDo) calls back on the drawing thread.
func EachMinute(after func(d time.Duration, do func()), looks ...func()) {
	for _, look := range looks {
		look()
	}
	after(time.Minute, func() { EachMinute(after, looks...) })
}

// Look gives the notice if it is time for it. A journal that cannot be read
// is tried again a minute later.
func (r *Reminder) Look() {
	var due, empty bool
	now := r.deps.Now()
	last := r.last
	var day journal.Day
	r.deps.Run.Run("reminder", func(ctx context.Context) error {
		settings, err := r.deps.Settings(ctx)
		if err != nil {
			return err
		}
		if day, due = reminderDue(now, settings); !due || day == last {
			due = false
			return nil
		}
		recorded, err := r.deps.Recorded(ctx, day)
		empty = !recorded
		return err
	}, func(err error) {
		if err != nil || !due {
			return
		}
		r.last = day
		if empty {
			r.deps.Notify("Skinward", "Nothing is written down for "+kit.CurrentDates().Long(day)+" yet.")
		}
	})
}

// reminderDue returns the journal day of now and whether its time for the
// notice has come; a time before the day's end counts as late in the evening.
func reminderDue(now time.Time, s journal.Settings) (journal.Day, bool) {
	day := journal.DayAt(now, s.DayEnd())
	at, err := time.Parse("15:04", s.Reminder)
	if err != nil {
		return day, false
	}
	return day, sinceDayBegan(now, s) >= sinceDayBegan(at, s)
}

func sinceDayBegan(t time.Time, s journal.Settings) int {
	minutes := t.Hour()*60 + t.Minute()
	if minutes < s.DayEndMinutes {
		minutes += 24 * 60
	}
	return minutes
}
