package guide_test

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"skinward/app/guide"
	"skinward/app/journal"
)

var visitNow = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)

func visit() guide.Visit {
	zone := time.FixedZone("", 2*3600)
	return guide.Visit{
		Start: time.Date(2026, 12, 1, 14, 30, 0, 0, zone), Length: 20 * time.Minute,
		Person: "Dr. Müller, dermatology", Place: "High St 4; 2nd floor",
		Questions: []string{"Which cream first?", `What of C:\photos, then?`}, Remind: 26 * time.Hour,
	}
}

func TestCalendarIsTheEventInUTC(t *testing.T) {
	got := string(visit().Calendar("0190-abc", visitNow))
	for _, line := range []string{
		"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "UID:0190-abc\r\n", "DTSTAMP:20261123T090000Z\r\n",
		"DTSTART:20261201T123000Z\r\n", "DTEND:20261201T125000Z\r\n",
		`SUMMARY:Appointment: Dr. Müller\, dermatology` + "\r\n", `LOCATION:High St 4\; 2nd floor` + "\r\n",
		"BEGIN:VALARM\r\nACTION:DISPLAY\r\n", "TRIGGER:-P1DT2H\r\n", "END:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
	} {
		if !strings.Contains(got, line) {
			t.Errorf("%q is missing in\n%s", line, got)
		}
	}
	if unfolded := strings.ReplaceAll(got, "\r\n ", ""); !strings.Contains(unfolded, `DESCRIPTION:Questions:\n- Which cream first?\n- What of C:\\photos\, then?`+"\r\n") {
		t.Errorf("questions are missing in\n%s", unfolded)
	}
}

func TestCalendarNamesNoSkinAndNoReminderUnasked(t *testing.T) {
	v := guide.Visit{Start: visitNow}
	got := string(v.Calendar("x", visitNow))
	if strings.Contains(got, "VALARM") || strings.Contains(got, "LOCATION") || strings.Contains(got, "DESCRIPTION") || strings.Contains(strings.ToLower(strings.Replace(got, "-//Skinward//", "", 1)), "skin") {
		t.Errorf("more than was asked for:\n%s", got)
	}
	if !strings.Contains(got, "DTEND:20261123T090100Z") {
		t.Errorf("an event without length must still end after it starts:\n%s", got)
	}
}

func TestRemindersAreWrittenAsDurations(t *testing.T) {
	for d, want := range map[time.Duration]string{
		time.Hour: "-PT1H", 24 * time.Hour: "-P1D", 90 * time.Minute: "-PT1H30M", 10 * time.Second: "-PT1M", 49*time.Hour + time.Minute: "-P2DT1H1M",
	} {
		v := guide.Visit{Start: visitNow, Remind: d}
		if got := string(v.Calendar("x", visitNow)); !strings.Contains(got, "TRIGGER:"+want+"\r\n") {
			t.Errorf("%v: want %s in\n%s", d, want, got)
		}
	}
}

func TestDueRemindsBetweenTheWishAndTheVisit(t *testing.T) {
	a := &journal.Appointment{Meta: journal.Meta{Day: journal.NewDay(2026, 11, 24), At: time.Date(2026, 11, 24, 15, 0, 0, 0, time.UTC)}, Remind: journal.Some(24.0)}
	whole := &journal.Appointment{Meta: journal.Meta{Day: journal.NewDay(2026, 11, 24)}, Remind: journal.Some(2.0)}
	silent := &journal.Appointment{Meta: journal.Meta{Day: journal.NewDay(2026, 11, 24)}}
	all := []*journal.Appointment{a, whole, silent}
	for _, tt := range []struct {
		now  time.Time
		want int
	}{
		{time.Date(2026, 11, 23, 14, 59, 0, 0, time.UTC), 0},
		{time.Date(2026, 11, 23, 15, 0, 0, 0, time.UTC), 1},
		{time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC), 2},
		{time.Date(2026, 11, 24, 14, 59, 0, 0, time.UTC), 1},
		{time.Date(2026, 11, 24, 15, 0, 0, 0, time.UTC), 0},
	} {
		if got := guide.Due(all, tt.now); len(got) != tt.want {
			t.Errorf("%v: %d due, want %d", tt.now, len(got), tt.want)
		}
	}
}

func TestVisitOfTakesItsPartsFromTheRecord(t *testing.T) {
	a := &journal.Appointment{Person: "P", Place: "L", Questions: []string{"Q"}, Remind: journal.Some(1.5)}
	v := guide.VisitOf(a, visitNow, time.Hour)
	if v.Person != "P" || v.Place != "L" || v.Remind != 90*time.Minute || len(v.Questions) != 1 || v.Length != time.Hour {
		t.Errorf("%+v", v)
	}
}

func FuzzCalendar(f *testing.F) {
	f.Add("Dr. Müller", "Street 4", "What?")
	f.Add("a\r\nBEGIN:VEVENT", strings.Repeat("日本", 90), "\x00\t;,\\")
	f.Add("\xff\xfe", "", "")
	f.Fuzz(func(t *testing.T, person, place, question string) {
		v := guide.Visit{Start: visitNow, Person: person, Place: place, Questions: []string{question}, Remind: time.Hour}
		got := v.Calendar("uid", visitNow)
		if !utf8.Valid(got) {
			t.Errorf("not UTF-8: %q", got)
		}
		for _, line := range bytes.Split(bytes.TrimSuffix(got, []byte("\r\n")), []byte("\r\n")) {
			if len(line) > 75 || bytes.ContainsAny(line, "\r\n") {
				t.Errorf("line of %d octets: %q", len(line), line)
			}
		}
		if n := bytes.Count(got, []byte("\r\nBEGIN:VEVENT\r\n")); n != 1 {
			t.Errorf("%d events", n)
		}
	})
}
