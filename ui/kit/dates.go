package kit

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"skinward/app/journal"
)

// Dates writes and reads days and times as the person does. The zero value is
// British English, weeks from Sunday, 24 hours.
type Dates struct {
	Language  string       // a key of Languages; "" or an unknown one is "en-GB"
	WeekStart time.Weekday // first day of the week
	Clock12   bool         // "3:05 pm" instead of "15:05"
}

// CurrentDates returns the form of dates now chosen.
func CurrentDates() Dates { return Current().opts.Dates }

// Long returns "Saturday 21 November".
func (d Dates) Long(day journal.Day) string {
	if day.IsZero() {
		return ""
	}
	w := d.words()
	return d.order(w.days[day.Weekday()], strconv.Itoa(day.Day), w.months[day.Month-1], "")
}

// LongYear returns "Saturday 21 November 2026".
func (d Dates) LongYear(day journal.Day) string {
	if day.IsZero() {
		return ""
	}
	w := d.words()
	return d.order(w.days[day.Weekday()], strconv.Itoa(day.Day), w.months[day.Month-1], strconv.Itoa(day.Year))
}

// Short returns "21 Nov".
func (d Dates) Short(day journal.Day) string {
	if day.IsZero() {
		return ""
	}
	return d.order("", strconv.Itoa(day.Day), d.shortMonth(day.Month), "")
}

// ShortYear returns "21 Nov 2026".
func (d Dates) ShortYear(day journal.Day) string {
	if day.IsZero() {
		return ""
	}
	return d.order("", strconv.Itoa(day.Day), d.shortMonth(day.Month), strconv.Itoa(day.Year))
}

// Detail is what a record says below its title, with its days written in the
// language's own way.
func (d Dates) Detail(r journal.Record) string {
	return isoDay.ReplaceAllStringFunc(r.Detail(), func(text string) string {
		day, err := journal.ParseDay(text)
		if err != nil {
			return text
		}
		return d.ShortYear(day)
	})
}

var isoDay = regexp.MustCompile(`\b\d{4}-\d{2}-\d{2}\b`)

// Month returns "November 2026".
func (d Dates) Month(year int, month time.Month) string {
	return d.words().months[month-1] + " " + strconv.Itoa(year)
}

// Weekday returns "Saturday".
func (d Dates) Weekday(w time.Weekday) string { return d.words().days[w] }

// Letter returns "S", the first letter of the weekday's name.
func (d Dates) Letter(w time.Weekday) string {
	return strings.ToUpper(string([]rune(d.words().days[w])[:1]))
}

// MonthShort returns "Nov".
func (d Dates) MonthShort(m time.Month) string { return d.shortMonth(m) }

// MonthLetter returns "N", the first letter of the month's name.
func (d Dates) MonthLetter(m time.Month) string {
	return strings.ToUpper(string([]rune(d.words().months[m-1])[:1]))
}

// Clock returns "15:05" or "3:05 pm" in t's own zone.
func (d Dates) Clock(t time.Time) string {
	if d.Clock12 {
		return t.Format("3:04 pm")
	}
	return t.Format("15:04")
}

// Numeric returns the day as it is typed: "21/11/2026", "11/21/2026",
// "21.11.2026" or ISO "2026-11-21", by language.
func (d Dates) Numeric(day journal.Day) string {
	if day.IsZero() {
		return ""
	}
	w := d.words()
	switch w.numeric {
	case "dmy":
		return fmt.Sprintf("%02d%s%02d%s%04d", day.Day, w.sep, int(day.Month), w.sep, day.Year)
	case "mdy":
		return fmt.Sprintf("%02d%s%02d%s%04d", int(day.Month), w.sep, day.Day, w.sep, day.Year)
	}
	return day.String()
}

// Parse reads a day as typed: ISO always, else the language's own order; the
// year may be left out, or be short, and is then the one nearest to today.
func (d Dates) Parse(text string, today journal.Day) (journal.Day, bool) {
	text = strings.TrimSpace(text)
	if day, err := journal.ParseDay(text); err == nil {
		return day, true
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("/.- ,", r) })
	if len(parts) < 2 || len(parts) > 3 {
		return journal.Day{}, false
	}
	month, monthAt := d.monthNamed(parts)
	if monthAt < 0 {
		monthAt = 1
		if d.words().numeric == "mdy" {
			monthAt = 0
		}
		n, err := strconv.Atoi(parts[monthAt])
		if err != nil || n < 1 || n > 12 {
			return journal.Day{}, false
		}
		month = time.Month(n)
	}
	if monthAt > 1 {
		return journal.Day{}, false
	}
	n, err := strconv.Atoi(parts[1-monthAt])
	if err != nil || n < 1 || n > 31 {
		return journal.Day{}, false
	}
	year, ok := yearOf(parts, month, n, today)
	day := journal.NewDay(year, month, n)
	return day, ok && day.Day == n && year >= 1900 && year <= 2200
}

// monthNamed finds a part that names a month in the language or in English.
func (d Dates) monthNamed(parts []string) (time.Month, int) {
	for at, part := range parts {
		p := strings.ToLower(part)
		if len([]rune(p)) < 3 {
			continue
		}
		for m := time.January; m <= time.December; m++ {
			for _, name := range []string{d.words().months[m-1], d.shortMonth(m), m.String()} {
				if strings.HasPrefix(strings.ToLower(name), p) {
					return m, at
				}
			}
		}
	}
	return 0, -1
}

func yearOf(parts []string, month time.Month, day int, today journal.Day) (int, bool) {
	if len(parts) == 3 {
		year, err := strconv.Atoi(parts[2])
		if err != nil || year < 0 {
			return 0, false
		}
		if year < 100 {
			year += 2000
		}
		return year, true
	}
	best := today.Year
	for _, year := range []int{today.Year - 1, today.Year + 1} {
		if distance(year, month, day, today) < distance(best, month, day, today) {
			best = year
		}
	}
	return best, true
}

func distance(year int, month time.Month, day int, today journal.Day) int {
	n := journal.NewDay(year, month, day).Sub(today)
	if n < 0 {
		return -n
	}
	return n
}

// order puts the parts of a written date into the language's order, leaving
// out the empty ones together with their punctuation.
func (d Dates) order(weekday, day, month, year string) string {
	values := map[byte]string{'W': weekday, 'D': day, 'M': month, 'Y': year}
	var parts []string
	for _, part := range strings.Split(d.words().written, " ") {
		if value := values[part[0]]; value != "" {
			parts = append(parts, value+part[1:])
		}
	}
	return strings.TrimRight(strings.Join(parts, " "), ",")
}

func (d Dates) shortMonth(m time.Month) string {
	w := d.words()
	if w.short != nil {
		return w.short[m-1]
	}
	return string([]rune(w.months[m-1])[:3])
}

func (d Dates) words() *dateWords {
	for i := range dateLanguages {
		if dateLanguages[i].key == d.Language {
			return &dateLanguages[i]
		}
	}
	return &dateLanguages[0]
}
