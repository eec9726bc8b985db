package exchange

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"skinward/app/journal"
)

// DateOrder is the order of day, month and year in local dates.
type DateOrder string

// The orders. With AnyOrder the whole file must decide.
const (
	AnyOrder     DateOrder = ""
	DayMonthYear DateOrder = "dmy"
	MonthDayYear DateOrder = "mdy"
)

// localDate is a date such as 05/04/2026, whose order is not yet known.
type localDate struct{ a, b, year int }

func (l localDate) day(o DateOrder) (journal.Day, bool) {
	if o == MonthDayYear {
		return validDay(l.year, l.a, l.b)
	}
	return validDay(l.year, l.b, l.a)
}

var (
	errDate = errors.New("is not a date; write 2026-11-21")
	errYear = errors.New("has a year of two digits; write all four")
)

// readDate reads a date cell: ISO dates, ISO dates with a time, dates with the
// name of the month in English, and local dates, for which local is not zero.
func readDate(s string) (day journal.Day, clock Clock, local localDate, err error) {
	if d, ok := isoDay(s); ok {
		return d, Clock{}, local, nil
	}
	if len(s) > 11 && (s[10] == 'T' || s[10] == ' ') {
		if d, ok := isoDay(s[:10]); ok {
			c, err := readClock(strings.TrimSpace(s[11:]), d)
			return d, c, local, err
		}
	}
	if d, ok := namedMonth(s); ok {
		return d, Clock{}, local, nil
	}
	for _, sep := range "/.-" {
		p := strings.Split(strings.TrimSuffix(s, "."), string(sep))
		if len(p) != 3 {
			continue
		}
		var n [3]int
		for i := range p {
			v, e := strconv.ParseUint(strings.TrimSpace(p[i]), 10, 16)
			if e != nil {
				return day, clock, local, errDate
			}
			n[i] = int(v)
		}
		switch {
		case len(p[0]) == 4:
			if d, ok := validDay(n[0], n[1], n[2]); ok {
				return d, clock, local, nil
			}
			return day, clock, local, errDate
		case len(p[2]) < 4:
			return day, clock, local, errYear
		}
		local = localDate{n[0], n[1], n[2]}
		if _, ok := local.day(DayMonthYear); !ok {
			if _, ok := local.day(MonthDayYear); !ok {
				return day, clock, localDate{}, errDate
			}
		}
		return day, clock, local, nil
	}
	return day, clock, local, errDate
}

// isoDay reads 2026-11-21.
func isoDay(s string) (journal.Day, bool) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return journal.Day{}, false
	}
	n := [3]int{}
	for i, part := range [3]string{s[:4], s[5:7], s[8:]} {
		for _, b := range []byte(part) {
			if b < '0' || b > '9' {
				return journal.Day{}, false
			}
			n[i] = n[i]*10 + int(b-'0')
		}
	}
	return validDay(n[0], n[1], n[2])
}

var monthDays = [13]int{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

// validDay returns the day when it exists and a journal accepts its year.
func validDay(y, m, d int) (journal.Day, bool) {
	if y < 1900 || y > 2200 || m < 1 || m > 12 || d < 1 {
		return journal.Day{}, false
	}
	last := monthDays[m]
	if m == 2 && y%4 == 0 && (y%100 != 0 || y%400 == 0) {
		last = 29
	}
	return journal.Day{Year: y, Month: time.Month(m), Day: d}, d <= last
}

// namedMonth reads "21 Nov 2026", "30th November 2021" and "Nov 21, 2026".
func namedMonth(s string) (journal.Day, bool) {
	if len(s) > 30 {
		return journal.Day{}, false
	}
	var year, month, day int
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || r == '.' || r == '-' }) {
		for _, suffix := range []string{"st", "nd", "rd", "th"} {
			if t := strings.TrimSuffix(w, suffix); len(t) > 0 && len(t) < 3 && t[len(t)-1] <= '9' {
				w = t
			}
		}
		n, err := strconv.Atoi(w)
		switch {
		case err == nil && len(w) == 4 && year == 0:
			year = n
		case err == nil && len(w) <= 2 && day == 0:
			day = n
		case err == nil:
			return journal.Day{}, false
		default:
			for m := time.January; m <= time.December && month == 0; m++ {
				if strings.EqualFold(w, m.String()) || strings.EqualFold(w, m.String()[:3]) {
					month = int(m)
				}
			}
		}
	}
	return validDay(year, month, day)
}

// readClock reads a time of day of day: 8:10, 08:10:30, 8.10 pm, with or
// without an offset, or a full ISO instant near that day.
func readClock(s string, day journal.Day) (Clock, error) {
	if s == "" {
		return Clock{}, nil
	}
	bad := fmt.Errorf("time %q is not a time of day; write 08:10", clip(s))
	days := 0
	rest := s
	if len(s) > 11 && (s[10] == 'T' || s[10] == ' ') {
		d, ok := isoDay(s[:10])
		if days = d.Sub(day); !ok || days < -1 || days > 1 {
			return Clock{}, fmt.Errorf("time %q lies more than a day from its date", clip(s))
		}
		rest = s[11:]
	}
	var c Clock
	rest, ok := cutOffset(rest, &c)
	if !ok {
		return Clock{}, bad
	}
	lower := strings.ToLower(strings.ReplaceAll(rest, ".", ":"))
	half := -1
	for i, suffix := range []string{"am", "pm"} {
		if t, ok := strings.CutSuffix(lower, suffix); ok {
			lower, half = strings.TrimSpace(t), i
		}
	}
	parts := strings.Split(lower, ":")
	if half >= 0 && len(parts) == 1 {
		parts = append(parts, "00")
	}
	if len(parts) == 4 { // fractions of a second, dropped
		parts = parts[:3]
	}
	if len(parts) < 2 || len(parts) > 3 {
		return Clock{}, bad
	}
	total, limit := 0, [3]uint64{23, 59, 59}
	if half >= 0 {
		limit[0] = 12
	}
	for i, p := range parts {
		n, err := strconv.ParseUint(p, 10, 8)
		if err != nil || n > limit[i] || len(p) > 2 || (half >= 0 && i == 0 && n == 0) {
			return Clock{}, bad
		}
		if i == 0 && half >= 0 {
			n = n%12 + uint64(half)*12
		}
		total = total*60 + int(n)
	}
	if len(parts) == 2 {
		total *= 60
	}
	c.set, c.seconds = true, int32(days*86400+total)
	return c, nil
}

// cutOffset takes Z, +01:00 or +0100 off the end of s.
func cutOffset(s string, c *Clock) (rest string, ok bool) {
	if t, found := strings.CutSuffix(s, "Z"); found {
		c.zoned = true
		return t, true
	}
	i := strings.LastIndexAny(s, "+-")
	if i < 0 {
		return strings.TrimSpace(s), true
	}
	digits := strings.ReplaceAll(s[i+1:], ":", "")
	n, err := strconv.ParseUint(digits, 10, 16)
	if err != nil || (len(digits) != 4 && len(digits) != 2) {
		return s, false
	}
	if len(digits) == 2 {
		n *= 100
	}
	minutes := int16(n/100*60 + n%100)
	if n%100 > 59 || minutes > 18*60 {
		return s, false
	}
	if s[i] == '-' {
		minutes = -minutes
	}
	c.zoned, c.offset = true, minutes
	return strings.TrimSpace(s[:i]), true
}
