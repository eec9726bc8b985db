// Package work is what both doors of the program, the window and the command
// line, do with an open journal: reading its series, importing and exporting
// diaries, adding photos, gathering the doctor's page. It knows files and the
// store, but no window and no flags.
package work

import (
	"context"
	"time"

	"skinward/app/journal"
	"skinward/app/series"
	"skinward/data"
)

// Desk is an open journal with what is needed to work on it.
type Desk struct {
	Store  *data.Store
	Pantry *Pantry
	Helper *Helper          // makes the copies of HEIC photos; nil: this process does
	Now    func() time.Time // in the person's zone
}

// Today is the person's day at this moment.
func (d Desk) Today(s journal.Settings) journal.Day { return journal.DayAt(d.Now(), s.DayEnd()) }

// Series reads the journal up to a day (the zero Day: all of it) as series.
func (d Desk) Series(ctx context.Context, settings journal.Settings, to journal.Day, leaveOutRemembered bool) (series.Set, journal.Log, error) {
	log, err := d.Store.Range(ctx, journal.Day{}, to)
	if err != nil {
		return series.Set{}, nil, err
	}
	return d.seriesOf(log, settings, leaveOutRemembered), log, nil
}

func (d Desk) seriesOf(log journal.Log, settings journal.Settings, leaveOutRemembered bool) series.Set {
	groups, label := d.Pantry.Groups(log)
	return series.FromJournal(log, series.Options{
		Today: d.Today(settings), LeaveOutRemembered: leaveOutRemembered, Groups: groups, GroupLabel: label, Estimate: d.Pantry.Estimator(),
	})
}
