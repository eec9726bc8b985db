package guide

import (
	"strings"
	"testing"
	"time"

	"skinward/app/guide"
	"skinward/app/journal"
)

func TestClockOf(t *testing.T) {
	for in, want := range map[string]struct {
		hour, minute int
		given, ok    bool
	}{
		"": {0, 0, false, true}, "14:30": {14, 30, true, true}, "9.05": {9, 5, true, true}, "2:30 PM": {14, 30, true, true},
		"9": {9, 0, true, true}, "3pm": {15, 0, true, true}, "25:00": {}, "noon": {}, "14:61": {},
	} {
		hour, minute, given, ok := clockOf(in)
		if hour != want.hour || minute != want.minute || given != want.given || ok != want.ok {
			t.Errorf("%q: %d:%02d given %v ok %v", in, hour, minute, given, ok)
		}
	}
}

func FuzzClockOf(f *testing.F) {
	f.Add("14:30")
	f.Add("12 am")
	f.Fuzz(func(t *testing.T, s string) {
		h, m, given, ok := clockOf(s)
		if h < 0 || h > 23 || m < 0 || m > 59 || (given && !ok) {
			t.Errorf("%q: %d:%d %v %v", s, h, m, given, ok)
		}
	})
}

func appointment(day journal.Day, person string) *journal.Appointment {
	return &journal.Appointment{Meta: journal.Meta{Day: day, ID: journal.ID(person)}, Person: person}
}

func TestVisitsAheadComeFirstAndTheLastTwoAfterThem(t *testing.T) {
	today := journal.NewDay(2026, 11, 23)
	log := journal.Log{
		appointment(today.Add(-90), "a"), appointment(today.Add(-60), "b"), appointment(today.Add(-1), "c"),
		appointment(today, "d"), appointment(today.Add(5), "e"),
	}
	log[4].(*journal.Appointment).Questions = []string{"x", "y"}
	log[4].(*journal.Appointment).Place = "Clinic"
	got := visitsOf(log, today, journal.Day.String, func(time.Time) string { return "clock" })
	names := ""
	for _, v := range got {
		names += v.Title
	}
	if names != "decb" || got[0].Past || !got[2].Past {
		t.Errorf("order %q", names)
	}
	if got[1].Detail != "2026-11-28 · in 5 days · Clinic · 2 questions" {
		t.Errorf("detail %q", got[1].Detail)
	}
}

func TestRemindersKeepTheirChoice(t *testing.T) {
	for i := range remindNames {
		if got := remindIndex(remindOf(i)); got != i {
			t.Errorf("choice %d comes back as %d", i, got)
		}
	}
	if remindIndex(journal.Some(30.0)) != 2 {
		t.Error("a reminder set elsewhere shows the nearest choice")
	}
}

func TestCalendarOfAVisitWithoutATimeIsInTheMorning(t *testing.T) {
	now := time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)
	got := string(calendarOf(appointment(journal.NewDay(2026, 12, 1), "x"), now))
	for _, want := range []string{"DTSTART:20261201T090000Z", "DTEND:20261201T093000Z", "UID:x@skinward"} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is missing in\n%s", want, got)
		}
	}
}

func TestTabOfTellsWhereATopicIsShown(t *testing.T) {
	b := &guide.Book{}
	for topic, want := range map[string]tab{topicMethod: tabMethod, topicNote: tabMethod, topicGlossary: tabGlossary, topicVisit: tabDoctor} {
		if got, ok := tabOf(b, topic); !ok || got != want {
			t.Errorf("%s: %v %v", topic, got, ok)
		}
	}
	if _, ok := tabOf(b, "nowhere"); ok {
		t.Error("an unknown topic has no tab")
	}
}

func TestGradeSummaryPutsEqualGradesTogether(t *testing.T) {
	page := &guide.Topic{Evidence: []guide.Evidence{
		{Condition: journal.Acne, Grade: guide.Limited}, {Condition: journal.Eczema, Grade: guide.Contested}, {Condition: journal.Psoriasis, Grade: guide.Limited},
	}}
	if got := gradeSummary(page); got != "Limited: acne, psoriasis · Contested: eczema" {
		t.Errorf("%q", got)
	}
	page.Evidence[1].Grade = guide.Limited
	if got := gradeSummary(page); got != "Limited for all four conditions" {
		t.Errorf("%q", got)
	}
}

func TestSourceLineAndCitations(t *testing.T) {
	page := &guide.Topic{Reviewed: journal.NewDay(2026, 11, 23), Reviewer: "us"}
	if got := sourceLine(page); got != "Reviewed 2026-11-23 by us, not yet by a doctor." {
		t.Errorf("%q", got)
	}
	page.Sources = []string{"R1", "R9"}
	if got := sourceLine(page); got != "2 sources. Reviewed 2026-11-23 by us, not yet by a doctor." {
		t.Errorf("%q", got)
	}
	if citation(page, "R9") != 2 || citation(page, "R5") != 0 {
		t.Error("citations are numbered in the order of the list")
	}
}

func TestColumnSharesFollowTheLongestCell(t *testing.T) {
	row := func(cells ...string) guide.Block {
		b := guide.Block{Kind: guide.Row}
		for _, c := range cells {
			b.Cells = append(b.Cells, []guide.Span{{Text: c}})
		}
		return b
	}
	got := columnShares([]guide.Block{row("a", "0123456789012345"), row("b")})
	if len(got) != 2 || got[0] != 2 || got[1] != 4 {
		t.Errorf("%v", got)
	}
}

func TestMatchingLooksInNamesAndMeanings(t *testing.T) {
	terms := []guide.Term{{Name: "Bile", Definition: "A fluid."}, {Name: "Fibre", Definition: "Bacteria live on it."}}
	if got := matching(terms, " FLUID "); len(got) != 1 || got[0].Name != "Bile" {
		t.Errorf("%v", got)
	}
	if got := matching(terms, ""); len(got) != 2 {
		t.Errorf("%v", got)
	}
}

func TestDestination(t *testing.T) {
	if place, what := destination("today/meal"); place != "today" || what != "meal" {
		t.Errorf("%s %s", place, what)
	}
}
