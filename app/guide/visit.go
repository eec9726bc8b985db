package guide

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"skinward/app/journal"
)

// Visit is an appointment as a calendar entry.
type Visit struct {
	Start     time.Time // with the person's own zone
	Length    time.Duration
	Person    string // doctor or practitioner
	Place     string
	Questions []string
	Remind    time.Duration // how long before Start; no reminder when 0 or less
}

// VisitOf reads an appointment of the journal. Without an instant in the
// record the visit lasts the whole day.
func VisitOf(a *journal.Appointment, at time.Time, length time.Duration) Visit {
	v := Visit{Start: at, Length: length, Person: a.Person, Place: a.Place, Questions: a.Questions}
	if h, ok := a.Remind.Get(); ok {
		v.Remind = time.Duration(h * float64(time.Hour))
	}
	return v
}

// Due returns the appointments of which the person wanted to be reminded by
// now and which are not over, in the order given. Without a time of day they
// are taken to begin at nine.
func Due(visits []*journal.Appointment, now time.Time) []*journal.Appointment {
	var due []*journal.Appointment
	for _, a := range visits {
		hours, wanted := a.Remind.Get()
		at := a.At
		if at.IsZero() {
			at = a.Day.Midnight(now.Location()).Add(9 * time.Hour)
		}
		if wanted && !now.Before(at.Add(-time.Duration(hours*float64(time.Hour)))) && now.Before(at) {
			due = append(due, a)
		}
	}
	return due
}

// Calendar returns the visit as an iCalendar file (RFC 5545) with one event:
// times in UTC, text escaped, lines folded at 75 octets and ended by CR LF.
// The uid must stay the same when the visit is written again, so that a
// calendar replaces the entry; now is the instant of writing.
func (v Visit) Calendar(uid string, now time.Time) []byte {
	var b strings.Builder
	line := func(name, value string) { fold(&b, name+":"+value) }
	line("BEGIN", "VCALENDAR")
	line("VERSION", "2.0")
	line("PRODID", "-//Skinward//Visit//EN")
	line("CALSCALE", "GREGORIAN")
	line("METHOD", "PUBLISH")
	line("BEGIN", "VEVENT")
	line("UID", escape(uid))
	line("DTSTAMP", stamp(now))
	line("DTSTART", stamp(v.Start))
	line("DTEND", stamp(v.Start.Add(max(v.Length, time.Minute))))
	line("SUMMARY", escape(v.summary()))
	if v.Place != "" {
		line("LOCATION", escape(v.Place))
	}
	if d := v.description(); d != "" {
		line("DESCRIPTION", escape(d))
	}
	line("CLASS", "PRIVATE")
	if v.Remind > 0 {
		line("BEGIN", "VALARM")
		line("ACTION", "DISPLAY")
		line("DESCRIPTION", escape(v.summary()))
		line("TRIGGER", "-"+duration(v.Remind))
		line("END", "VALARM")
	}
	line("END", "VEVENT")
	line("END", "VCALENDAR")
	return []byte(b.String())
}

// summary does not name the skin: a calendar is often seen by others.
func (v Visit) summary() string {
	if v.Person == "" {
		return "Appointment"
	}
	return "Appointment: " + v.Person
}

func (v Visit) description() string {
	var lines []string
	for _, q := range v.Questions {
		if q = strings.TrimSpace(q); q != "" {
			lines = append(lines, "- "+q)
		}
	}
	if len(lines) == 0 {
		return ""
	}
	return "Questions:\n" + strings.Join(lines, "\n")
}

// stamp writes an instant as RFC 5545 form 2, date with UTC time.
func stamp(t time.Time) string { return t.UTC().Format("20060102T150405Z") }

// duration writes d in whole minutes, "P1DT2H30M".
func duration(d time.Duration) string {
	minutes := max(int(d/time.Minute), 1)
	s := "P"
	if days := minutes / (24 * 60); days > 0 {
		s += fmt.Sprintf("%dD", days)
		minutes %= 24 * 60
	}
	if minutes == 0 {
		return s
	}
	s += "T"
	if h := minutes / 60; h > 0 {
		s += fmt.Sprintf("%dH", h)
	}
	if m := minutes % 60; m > 0 {
		s += fmt.Sprintf("%dM", m)
	}
	return s
}

// escape writes text as RFC 5545 section 3.3.11 wants it. Control characters
// other than a line end are not allowed there and are dropped.
func escape(s string) string {
	var b strings.Builder
	for _, r := range strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n") {
		switch {
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\\' || r == ';' || r == ',':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\t' || (r >= ' ' && r != 0x7f && r != utf8.RuneError):
			b.WriteRune(r)
		}
	}
	return b.String()
}

// fold writes one content line in pieces of at most 75 octets, never within a
// character (RFC 5545 section 3.1).
func fold(b *strings.Builder, line string) {
	room := 75
	for _, r := range line {
		n := utf8.RuneLen(r)
		if n > room {
			b.WriteString("\r\n ")
			room = 74
		}
		b.WriteRune(r)
		room -= n
	}
	b.WriteString("\r\n")
}
