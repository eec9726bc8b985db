package exchange

import (
	"fmt"
	"math"
	"strconv"
	"time"

	"skinward/app/journal"
)

// Columns are the header of the long format. The first seven are what other
// programs write; the last three keep what only Skinward records.
func Columns() []string {
	return []string{"date", "time", "kind", "name", "value", "unit", "note", "slot", "portion", "source"}
}

// Row is one value of a diary in the format's own terms: units converted,
// kinds and names in the spelling of Vocabulary.
type Row struct {
	Line    int         // line of the file, 1 is the header; 0 when the row comes from a journal
	Day     journal.Day // the person's day
	Clock   Clock       // local time
	Kind    string
	Name    string
	Value   journal.Maybe[float64] // open for notes and for places of the body without a rating
	Unit    string
	Note    string
	Slot    journal.Slot
	Portion journal.Portion
	Source  journal.Source // "" is Imported

	own bool // belongs to a tracker of the person's own
}

// Clock is a local time of day, counted from midnight of the row's day. It
// may lie up to a day before or after: half past one at night can belong to
// the day before. The zero Clock is no time at all.
type Clock struct {
	set     bool
	seconds int32
	offset  int16 // minutes east of UTC
	zoned   bool  // offset is known
}

// NewClock returns the time s seconds after midnight.
func NewClock(s int) Clock { return Clock{set: true, seconds: int32(s)} }

// IsZero reports whether there is no time.
func (c Clock) IsZero() bool { return !c.set }

// order puts what has no time before all times of its day.
func (c Clock) order() int32 {
	if !c.set {
		return math.MinInt32
	}
	return c.seconds
}

// clockOf returns the clock of an instant with respect to day.
func clockOf(at time.Time, day journal.Day) Clock {
	if at.IsZero() {
		return Clock{}
	}
	h, m, s := at.Clock()
	y, mo, d := at.Date()
	days := journal.NewDay(y, mo, d).Sub(day)
	return NewClock(days*86400 + h*3600 + m*60 + s)
}

// instant returns the moment of c on day, in zone unless c knows its own
// offset; the zero time when there is no time.
func (c Clock) instant(day journal.Day, zone *time.Location) time.Time {
	if !c.set {
		return time.Time{}
	}
	if c.zoned {
		zone = time.FixedZone("", int(c.offset)*60)
	}
	t := time.Date(day.Year, day.Month, day.Day, 0, 0, int(c.seconds), 0, zone)
	if _, off := t.Zone(); off%60 != 0 { // local mean time of long ago
		t = time.Date(day.Year, day.Month, day.Day, 0, 0, int(c.seconds), 0, time.FixedZone("", off/60*60))
	}
	return t
}

// text writes c as the time column holds it: "08:10", with seconds when there
// are any, and with the date when it is not that of day.
func (c Clock) text(day journal.Day) string {
	if !c.set {
		return ""
	}
	t := time.Date(day.Year, day.Month, day.Day, 0, 0, int(c.seconds), 0, time.UTC)
	layout := "15:04"
	if t.Second() != 0 {
		layout = time.TimeOnly
	}
	if c.seconds < 0 || c.seconds >= 86400 {
		layout = time.DateOnly + "T" + layout
	}
	return t.Format(layout)
}

// key is what makes two rows the same entry: content, not position. Notes and
// units do not count.
type key struct {
	day     journal.Day
	seconds int32
	kind    string
	name    string
	value   float64
	set     bool
}

func (r Row) key() key {
	v, ok := r.Value.Get()
	k := key{day: r.Day, seconds: r.Clock.order(), kind: r.Kind, name: r.Name, value: v, set: ok}
	if r.Kind == KindNote {
		k.name = r.Note
	}
	return k
}

// Fault is one thing in a file that cannot be imported.
type Fault struct {
	Line int // 1 is the first line of the file
	Text string
}

// Error writes the fault after its line.
func (f Fault) Error() string { return "line " + strconv.Itoa(f.Line) + ": " + f.Text }

// Faults are all faults of a file, in line order; at most MaxFaults are kept.
type Faults struct {
	List []Fault
	More int // further faults that were counted only
}

// Error tells the first fault and how many there are.
func (f *Faults) Error() string {
	n := len(f.List) + f.More
	if n == 1 {
		return f.List[0].Error()
	}
	return fmt.Sprintf("%s (and %d more)", f.List[0].Error(), n-1)
}

func (f *Faults) add(line int, text string) {
	if len(f.List) >= MaxFaults {
		f.More++
		return
	}
	f.List = append(f.List, Fault{line, text})
}
