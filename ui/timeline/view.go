package timeline

import (
	"slices"
	"sort"

	"skinward/app/journal"
)

// filter narrows the list to some kinds of records.
type filter struct {
	words string
	kinds []journal.Kind // nil: all
}

var filters = []filter{
	{"All", nil},
	{"Skin", []journal.Kind{journal.KindSkinCheck, journal.KindPhoto, journal.KindScore}},
	{"Meals", []journal.Kind{journal.KindMeal, journal.KindDayMark, journal.KindAvoidance}},
	{"Probiotics and treatments", []journal.Kind{journal.KindCourse, journal.KindDose, journal.KindTreatment}},
	{"Stress and sleep", []journal.Kind{journal.KindStress, journal.KindPractice, journal.KindSleep}},
	{"Body", []journal.Kind{journal.KindWater, journal.KindDigestion, journal.KindCycle}},
	{"Notes and visits", []journal.Kind{journal.KindNote, journal.KindAppointment, journal.KindTrackerValue}},
}

// row is one line of the list: the heading of a day, or an entry.
type row struct {
	day    journal.Day
	record journal.Record   // nil for a heading, and for an entry not read yet
	photos []*journal.Photo // of a line that stands for several, the latest first
	head   bool
	words  string // of a heading: how many entries, how the skin was
	found  string // where a search found the entry
}

// entry is what one line of a day stands for: a record, or all photos of the
// day, of which record is the latest.
type entry struct {
	record journal.Record
	photos []*journal.Photo
}

// entriesOf arranges the records of a day, newest first, its photos as one.
func entriesOf(log journal.Log) []entry {
	var out []entry
	photos := -1
	for _, r := range slices.Backward(log) {
		p, ok := r.(*journal.Photo)
		if ok && photos >= 0 {
			out[photos].photos = append(out[photos].photos, p)
			continue
		}
		e := entry{record: r}
		if ok {
			photos = len(out)
			e.photos = []*journal.Photo{p}
		}
		out = append(out, e)
	}
	return out
}

// lines is how many lines a day takes below its heading.
func lines(d journal.DayDigest) int { return d.Entries - max(0, d.Photos-1) }

// pages is the list as a whole: how many lines each day has is known, what
// they say is read by months when they come into view.
type pages struct {
	days   []journal.DayDigest // newest first, only days with entries
	start  []int               // first line of each day
	length int
	count  int // records
	logs   map[journal.Day][]entry
	found  map[journal.ID]string
}

func newPages(digests []journal.DayDigest) *pages {
	p := &pages{logs: map[journal.Day][]entry{}}
	for _, d := range digests {
		if d.Entries > 0 {
			p.days = append(p.days, d)
		}
	}
	slices.SortFunc(p.days, func(a, b journal.DayDigest) int { return b.Day.Compare(a.Day) })
	for _, d := range p.days {
		p.start = append(p.start, p.length)
		p.length += 1 + lines(d)
		p.count += d.Entries
	}
	return p
}

// newFound arranges records that are all there already: those of a filter or a
// search.
func newFound(log journal.Log, found map[journal.ID]string) *pages {
	byDay := map[journal.Day]journal.Log{}
	for _, r := range log {
		byDay[r.Base().Day] = append(byDay[r.Base().Day], r)
	}
	digests := make([]journal.DayDigest, 0, len(byDay))
	entries := map[journal.Day][]entry{}
	for d, l := range byDay {
		l.Sort()
		entries[d] = entriesOf(l)
		digests = append(digests, journal.DayDigest{Day: d, Entries: len(l), Photos: len(journal.Select[*journal.Photo](l))})
	}
	p := newPages(digests)
	p.logs, p.found = entries, found
	return p
}

// at returns a line; ok is false when its day must be read first.
func (p *pages) at(i int) (row, bool) {
	if i < 0 || i >= p.length {
		return row{}, true
	}
	d := sort.Search(len(p.start), func(k int) bool { return p.start[k] > i }) - 1
	digest := p.days[d]
	if i == p.start[d] {
		return row{day: digest.Day, head: true, words: dayWords(digest)}, true
	}
	log, read := p.logs[digest.Day]
	k := i - p.start[d] - 1
	if !read || k >= len(log) {
		return row{day: digest.Day}, read
	}
	r := row{day: digest.Day, record: log[k].record, found: p.found[log[k].record.Base().ID]}
	if len(log[k].photos) > 1 {
		r.photos = log[k].photos
	}
	return r, true
}

// lineOf returns the heading of a day, or of the nearest earlier one.
func (p *pages) lineOf(day journal.Day) (int, bool) {
	d := sort.Search(len(p.days), func(k int) bool { return !p.days[k].Day.After(day) })
	if d == len(p.days) {
		return 0, false
	}
	return p.start[d], true
}

// keptMonths is how many months stay read; the others are read again when they
// come into view.
const keptMonths = 18

// put keeps what was read of a month and drops what lies far from it.
func (p *pages) put(first, last journal.Day, log journal.Log) {
	byDay := map[journal.Day]journal.Log{}
	for _, r := range log {
		byDay[r.Base().Day] = append(byDay[r.Base().Day], r)
	}
	for d := first; !d.After(last); d = d.Add(1) {
		p.logs[d] = entriesOf(byDay[d])
	}
	if len(p.logs) <= keptMonths*31 {
		return
	}
	for d := range p.logs {
		if far := d.Sub(first); far > keptMonths*15 || far < -keptMonths*15 {
			delete(p.logs, d)
		}
	}
}

// listed reports whether a record is an entry of a day, as the digests count
// them, rather than a definition.
func listed(r journal.Record) bool {
	switch r.(type) {
	case *journal.Tracker, *journal.Profile, *journal.Food, *journal.Verdict:
		return false
	}
	return true
}

// month returns the first and last day of the month of d.
func month(d journal.Day) (first, last journal.Day) {
	first = journal.NewDay(d.Year, d.Month, 1)
	return first, journal.NewDay(d.Year, d.Month+1, 0)
}
