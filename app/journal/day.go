package journal

import (
	"fmt"
	"time"
)

// Day is a calendar day of the person who writes the journal. It has no zone:
// "21 November" stays "21 November" wherever the laptop travels. The zero Day
// is no day at all.
type Day struct {
	Year  int        // 1900 … 2200 in a valid journal
	Month time.Month // 1 … 12
	Day   int        // 1 … 31
}

// Earliest and Latest bound the days that a journal accepts.
var (
	earliest = Day{1900, time.January, 1}
	latest   = Day{2200, time.December, 31}
)

// NewDay returns the day of year, month and day, normalised like time.Date
// (32 January is 1 February).
func NewDay(year int, month time.Month, day int) Day {
	return dayOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// DayAt returns the journal day to which the instant t belongs, in t's own
// zone, when the person's day ends dayEnd after midnight (0 … 12 h; 4 h unless
// set): at 01:30 it is still yesterday for somebody who goes to bed at two.
func DayAt(t time.Time, dayEnd time.Duration) Day {
	h, m, s := t.Clock()
	clock := time.Duration(h)*time.Hour + time.Duration(m)*time.Minute + time.Duration(s)*time.Second
	d := dayOf(t)
	if clock < dayEnd {
		return d.Add(-1)
	}
	return d
}

// ParseDay reads an ISO 8601 calendar date, "2026-11-21".
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Day{}, &Error{Code: CodeBadDate, Field: "date", Value: s}
	}
	return dayOf(t), nil
}

// DayNumbered returns the day n days after 1 January 1970; it inverts Number.
func DayNumbered(n int) Day {
	return dayOf(time.Unix(int64(n)*86400, 0).UTC())
}

func dayOf(t time.Time) Day {
	y, m, d := t.Date()
	return Day{y, m, d}
}

// String returns the ISO 8601 date, or "" for the zero Day.
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day)
}

// IsZero reports whether d is no day.
func (d Day) IsZero() bool { return d == Day{} }

// Number returns the days since 1 January 1970, negative before it.
func (d Day) Number() int {
	s := d.Midnight(time.UTC).Unix()
	if s < 0 {
		return int((s - 86399) / 86400)
	}
	return int(s / 86400)
}

// Add returns the day n days later, earlier when n is negative.
func (d Day) Add(n int) Day { return NewDay(d.Year, d.Month, d.Day+n) }

// Sub returns the number of days from o to d, negative when d is earlier.
func (d Day) Sub(o Day) int { return d.Number() - o.Number() }

// Before reports whether d is earlier than o.
func (d Day) Before(o Day) bool { return d.Compare(o) < 0 }

// After reports whether d is later than o.
func (d Day) After(o Day) bool { return d.Compare(o) > 0 }

// Compare returns -1, 0 or 1 as d is earlier than, equal to or later than o.
func (d Day) Compare(o Day) int {
	a := (d.Year*100+int(d.Month))*100 + d.Day
	b := (o.Year*100+int(o.Month))*100 + o.Day
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// Weekday returns the day of the week.
func (d Day) Weekday() time.Weekday { return d.Midnight(time.UTC).Weekday() }

// Midnight returns the first instant of d in loc.
func (d Day) Midnight(loc *time.Location) time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, loc)
}

// MarshalText writes the ISO date, so that JSON shows "2026-11-21".
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads an ISO date; empty text is the zero Day.
func (d *Day) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Day{}
		return nil
	}
	v, err := ParseDay(string(b))
	if err != nil {
		return err
	}
	*d = v
	return nil
}
