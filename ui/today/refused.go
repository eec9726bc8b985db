package today

import "skinward/app/journal"

// refusals are answers that the journal did not take, at most one a day. Each
// stays on its card, is tried again with the next answer and whenever the day
// or the program is left, and waits while another day is shown.
type refusals[R journal.Record] struct {
	s  *Screen
	at *problem // of the card
	of map[journal.Day]refusedRecord[R]
}

type refusedRecord[R journal.Record] struct {
	record R
	err    error
}

// on returns a copy of what was refused on a day.
func (r *refusals[R]) on(day journal.Day) (record R, found bool) {
	if had, ok := r.of[day]; ok {
		return had.record.Clone().(R), true
	}
	return record, false
}

// why is what the card of a day says, nil for nothing.
func (r *refusals[R]) why(day journal.Day) error { return r.of[day].err }

// note keeps what came of writing record; nil forgets it.
func (r *refusals[R]) note(record R, err error) {
	if delete(r.of, record.Base().Day); err != nil {
		if r.of == nil {
			r.of = map[journal.Day]refusedRecord[R]{}
		}
		r.of[record.Base().Day] = refusedRecord[R]{record, err}
	}
}

// store writes a record and says on the card what came of it.
func (r *refusals[R]) store(record R) {
	r.s.save.put(func(err error) {
		r.note(record, err)
		r.at.say(r.why(r.s.page.day))
		if err != nil {
			r.s.load(nil)
		}
	}, record)
}

// retry writes what was refused.
func (r *refusals[R]) retry() {
	for _, had := range r.of {
		r.store(had.record)
	}
}
