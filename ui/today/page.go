package today

import (
	"context"
	"slices"
	"time"

	"skinward/app/journal"
)

// page is everything that the screen shows of one day.
type page struct {
	day, today  journal.Day
	settings    journal.Settings
	log         journal.Log // entries of the day, definitions of that day included
	courses     []*journal.Course
	treatments  []*journal.Treatment
	avoided     []*journal.Avoidance
	trackers    []*journal.Tracker // asked for
	allTrackers []*journal.Tracker
	foods       []*journal.Food        // what the person says of foods, and saved meals
	probiotics  bool                   // any course of a probiotic, ever
	visits      []*journal.Appointment // from that day on
	profile     *journal.Profile
	recent      []*journal.Meal // of the fortnight before, newest first
	before      *journal.SkinCheck
	digests     map[journal.Day]journal.DayDigest
	missed      map[journal.ID]int // doses recorded as not taken in the fortnight, by course or treatment
	flare       int                // recorded days in a row of a flare, up to this day
	skinDays    int                // days with a skin check in the whole journal
}

// recentDays is how far back meals are offered again.
const recentDays = 14

// readPage reads a day.
func readPage(ctx context.Context, store Store, day, today journal.Day) (*page, error) {
	p := &page{day: day, today: today, digests: map[journal.Day]journal.DayDigest{}, missed: map[journal.ID]int{}}
	var err error
	if p.settings, err = store.Settings(ctx); err != nil {
		return nil, err
	}
	if p.skinDays, err = store.SkinDays(ctx); err != nil {
		return nil, err
	}
	log, err := store.Range(ctx, day.Add(-recentDays), day)
	if err != nil {
		return nil, err
	}
	for _, r := range log {
		p.sort(r)
	}
	slices.Reverse(p.recent)
	days, err := store.Days(ctx, day.Add(-flareDays), weekEnd(day, today))
	if err != nil {
		return nil, err
	}
	for _, d := range days {
		p.digests[d.Day] = d
	}
	p.flare = flareRun(p.digests, day)
	return p, p.readDefinitions(ctx, store)
}

// sort puts a record of the fortnight where it belongs.
func (p *page) sort(r journal.Record) {
	if d, ok := r.(*journal.Dose); ok && d.Taken == journal.No {
		p.missed[d.Course+d.Treatment]++ // one of them is empty
	}
	if r.Base().Day == p.day {
		switch r.(type) {
		case *journal.Tracker, *journal.Profile, *journal.Food, *journal.Verdict:
		default:
			p.log = append(p.log, r)
		}
		return
	}
	switch r := r.(type) {
	case *journal.Meal:
		p.recent = append(p.recent, r)
	case *journal.SkinCheck:
		if r.Day == p.day.Add(-1) && r.Severity.IsSet() {
			p.before = r
		}
	}
}

// readDefinitions reads what spans days.
func (p *page) readDefinitions(ctx context.Context, store Store) error {
	for _, kind := range []journal.Kind{
		journal.KindCourse, journal.KindTreatment, journal.KindAvoidance,
		journal.KindTracker, journal.KindAppointment, journal.KindProfile, journal.KindFood,
	} {
		log, err := store.All(ctx, kind)
		if err != nil {
			return err
		}
		for _, r := range log {
			p.define(r)
		}
	}
	p.offerTrackers()
	return nil
}

func (p *page) define(r journal.Record) {
	switch r := r.(type) {
	case *journal.Course:
		p.probiotics = p.probiotics || r.Class == journal.Probiotic
		if r.ActiveOn(p.day) {
			p.courses = append(p.courses, r)
		}
	case *journal.Treatment:
		if r.ActiveOn(p.day) {
			p.treatments = append(p.treatments, r)
		}
	case *journal.Avoidance:
		if r.ActiveOn(p.day) {
			p.avoided = append(p.avoided, r)
		}
	case *journal.Food:
		p.foods = append(p.foods, r)
	case *journal.Tracker:
		p.allTrackers = append(p.allTrackers, r)
		if !r.Retired && r.MergedInto == "" {
			p.trackers = append(p.trackers, r)
		}
	case *journal.Appointment:
		if !r.Day.Before(p.day) {
			p.visits = append(p.visits, r)
		}
	case *journal.Profile:
		p.profile = r
	}
}

// trackerOf returns the tracker with an id, nil when there is none.
func (p *page) trackerOf(id journal.ID) *journal.Tracker {
	for _, t := range p.allTrackers {
		if t.ID == id {
			return t
		}
	}
	return nil
}

// weekEnd is the last box of the strip of seven days that shows day: today
// while day is within the last week, else three days after it.
func weekEnd(day, today journal.Day) journal.Day {
	if d := today.Sub(day); d >= 0 && d < 7 {
		return today
	}
	return day.Add(3)
}

// fresh returns the Meta of something new on this page: with the time of day
// when the page is of today, marked as remembered when it is long past.
func (p *page) fresh(now time.Time) journal.Meta {
	m := journal.Meta{ID: journal.NewID(), Day: p.day, Source: journal.SourceAt(p.day, now, p.settings.DayEnd())}
	if p.day == p.today {
		m.At = now.Truncate(time.Minute)
	}
	return m
}

// of returns the records of type T on this page.
func of[T journal.Record](p *page) []T { return journal.Select[T](p.log) }

// last returns the newest record of type T on this page for which keep holds.
func last[T journal.Record](p *page, keep func(T) bool) (T, bool) {
	all := of[T](p)
	for i := len(all) - 1; i >= 0; i-- {
		if keep == nil || keep(all[i]) {
			return all[i], true
		}
	}
	var none T
	return none, false
}

// put shows a record on the page before the store has answered.
func (p *page) put(r journal.Record) {
	for i, old := range p.log {
		if old.Base().ID == r.Base().ID {
			p.log[i] = r
			return
		}
	}
	p.log = append(p.log, r)
	p.log.Sort()
}
