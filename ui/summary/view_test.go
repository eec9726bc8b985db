package summary

import (
	"strings"
	"testing"
	"time"

	"skinward/app/journal"
	page "skinward/app/summary"
)

func day(s string) journal.Day {
	d, err := journal.ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

func TestMonthsBefore(t *testing.T) {
	for _, c := range []struct {
		to     string
		months int
		want   string
	}{
		{"2026-11-21", 3, "2026-08-22"},
		{"2026-11-21", 6, "2026-05-22"},
		{"2026-05-31", 3, "2026-03-01"},
		{"2024-05-31", 3, "2024-03-01"},
		{"2026-01-15", 3, "2025-10-16"},
		{"2026-03-31", 6, "2025-10-01"},
	} {
		if got := monthsBefore(day(c.to), c.months); got != day(c.want) {
			t.Errorf("%d months up to %s begin %s, want %s", c.months, c.to, got, c.want)
		}
	}
}

func TestPeriodOfAChoice(t *testing.T) {
	today := day("2026-11-21")
	visits := []*journal.Appointment{{Meta: journal.Meta{Day: day("2026-06-01")}}, {Meta: journal.Meta{Day: day("2026-09-01")}}, {Meta: journal.Meta{Day: day("2026-12-03")}}}
	for name, c := range map[string]struct {
		choice   choices
		from, to string
		ok       bool
	}{
		"last visit":      {choices{span: sinceVisit}, "2026-09-01", "2026-11-21", true},
		"own":             {choices{span: ownDates, from: day("2026-01-01"), to: day("2026-02-01")}, "2026-01-01", "2026-02-01", true},
		"own, one day":    {choices{span: ownDates, from: today, to: today}, "2026-11-21", "2026-11-21", true},
		"own, wrong way":  {choices{span: ownDates, from: today, to: today.Add(-1)}, "", "", false},
		"own, unfinished": {choices{span: ownDates, from: today}, "", "", false},
	} {
		from, to, ok := c.choice.period(today, visits)
		if ok != c.ok || ok && (from != day(c.from) || to != day(c.to)) {
			t.Errorf("%s: %s to %s, %v", name, from, to, ok)
		}
	}
	if _, _, ok := (choices{span: sinceVisit}).period(today, nil); ok {
		t.Error("a period since no visit")
	}
	if v := nextVisit(visits, today); v != visits[2] {
		t.Errorf("the next visit is %v", v.Day)
	}
	if v := nextVisit(visits[:2], today); v != nil {
		t.Errorf("a past visit is next: %v", v.Day)
	}
}

func TestVisitLine(t *testing.T) {
	short := func(d journal.Day) string { return d.String() }
	clock := func(at time.Time) string { return at.Format("15:04") }
	at := journal.Meta{Day: day("2026-12-03"), At: time.Date(2026, 12, 3, 10, 20, 0, 0, time.UTC)}
	for _, c := range []struct {
		v    *journal.Appointment
		want string
	}{
		{nil, "Add an appointment…"},
		{&journal.Appointment{Meta: at, Person: "Dr Okafor", Place: "dermatology"}, "Dr Okafor, dermatology · 2026-12-03, 10:20"},
		{&journal.Appointment{Meta: journal.Meta{Day: at.Day}}, "2026-12-03"},
		{&journal.Appointment{Meta: journal.Meta{Day: at.Day}, Person: strings.Repeat("é", 60)}, strings.Repeat("é", 21) + "… · 2026-12-03"},
	} {
		if got := visitLine(c.v, short, clock); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestQuestions(t *testing.T) {
	c := choices{questions: " one \n\n two\nthree\nfour"}
	if got := strings.Join(c.asked(), "|"); got != "one|two|three" || !c.tooMany() {
		t.Errorf("%q, too many %v", got, c.tooMany())
	}
	if (choices{questions: "one\n\n\n"}).tooMany() {
		t.Error("one question is too many")
	}
	in := choices{}.apply(page.Input{}, &journal.Appointment{Questions: []string{"kept?"}})
	if in.QuestionTexts == nil {
		t.Error("cleared questions come back from the appointment")
	}
}

func TestTicksHideWhatNobodyKeeps(t *testing.T) {
	parts := []page.Part{{Section: page.Cycle}, {Section: page.Trials}, {Section: page.Photos, Held: true, Detail: "3, left cheek"}, {Section: page.Diet}}
	list := ticks(parts, page.DefaultInclude())
	names := map[page.Section]string{}
	for _, k := range list {
		names[k.section] = k.name
	}
	if _, ok := names[page.Cycle]; ok {
		t.Error("the cycle is offered to somebody who never recorded it")
	}
	if _, ok := names[page.Trials]; ok {
		t.Error("experiments are offered where there are none")
	}
	if names[page.Photos] != "Photos (3, left cheek)" || names[page.Diet] != "Diet in one paragraph (none)" {
		t.Errorf("%q", names)
	}
}

func TestParseClock(t *testing.T) {
	for in, want := range map[string][2]int{"10:20": {10, 20}, "9.05": {9, 5}, "0915": {9, 15}, "3:30 pm": {15, 30}, "8 am": {8, 0}, " 23:59 ": {23, 59}} {
		h, m, given, ok := parseClock(in)
		if !ok || !given || h != want[0] || m != want[1] {
			t.Errorf("%q is %d:%d, %v, %v", in, h, m, given, ok)
		}
	}
	if _, _, given, ok := parseClock(""); given || !ok {
		t.Error("no time is refused")
	}
	for _, in := range []string{"25:00", "ten", "10:99", "-1:00"} {
		if _, _, _, ok := parseClock(in); ok {
			t.Errorf("%q is taken for a time", in)
		}
	}
}

func FuzzParseClock(f *testing.F) {
	f.Add("10:20")
	f.Add("3 PM")
	f.Fuzz(func(t *testing.T, s string) {
		h, m, given, ok := parseClock(s)
		if ok && given && (h < 0 || h > 23 || m < 0 || m > 59) {
			t.Errorf("%q gives %d:%d", s, h, m)
		}
	})
}

func TestReadVisitKeepsTheZone(t *testing.T) {
	loc := time.FixedZone("X", 2*3600)
	v := &journal.Appointment{}
	if err := readVisit(v, " Dr Lund ", "", day("2026-12-03"), "9:15", loc); err != nil {
		t.Fatal(err)
	}
	if v.Person != "Dr Lund" || !v.At.Equal(time.Date(2026, 12, 3, 9, 15, 0, 0, loc)) {
		t.Errorf("%+v", v)
	}
	if readVisit(v, "", "", journal.Day{}, "", loc) == nil || readVisit(v, "", "", day("2026-12-03"), "soon", loc) == nil {
		t.Error("an appointment without a day, or with a time that is none")
	}
}
