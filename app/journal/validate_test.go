package journal_test

import (
	"errors"
	"math"
	"strings"
	"testing"
	"time"

	"skinward/app/journal"
	"skinward/app/journal/journaltest"
)

// Every number has its range: both ends are accepted, what lies beyond is
// refused with the field and the range named.
func TestRanges(t *testing.T) {
	some := journal.Some[float64]
	m := journaltest.Meta("2026-11-20", "")
	for _, c := range []struct {
		field  string
		lo, hi float64
		record func(v float64) journal.Record
	}{
		{"skin", 0, 10, func(v float64) journal.Record { return &journal.SkinCheck{Meta: m, Severity: some(v)} }},
		{"itch", 0, 10, func(v float64) journal.Record { return &journal.SkinCheck{Meta: m, Itch: some(v)} }},
		{"spots", 0, 1000, func(v float64) journal.Record { return &journal.SkinCheck{Meta: m, Spots: some(v)} }},
		{"impact", 0, 10, func(v float64) journal.Record { return &journal.SkinCheck{Meta: m, Impact: some(v)} }},
		{"rating of chin", 0, 10, func(v float64) journal.Record {
			return &journal.SkinCheck{Meta: m, Sites: []journal.SiteRating{{Site: "chin", Rating: some(v)}}}
		}},
		{"redness", 0, 500, func(v float64) journal.Record {
			return &journal.SkinCheck{Meta: m, Signs: []journal.Sign{{Condition: journal.Acne, Name: "redness", Level: v}}}
		}},
		{"grade of nose", 0, 4, func(v float64) journal.Record {
			return &journal.SkinCheck{Meta: m, Regions: []journal.RegionGrade{{Region: "nose", Lesion: v}}}
		}},
		{"palms", 0, 100, func(v float64) journal.Record {
			return &journal.SkinCheck{Meta: m, Areas: []journal.Palms{{Region: "chest", Count: v}}}
		}},
		{"stress", 0, 10, func(v float64) journal.Record { return &journal.Stress{Meta: m, Level: some(v)} }},
		{"minutes", 0, 1440, func(v float64) journal.Record {
			return &journal.Practice{Meta: m, Type: journal.Breathing, Minutes: v}
		}},
		{"hours of sleep", 0, 24, func(v float64) journal.Record { return &journal.Sleep{Meta: m, Hours: some(v)} }},
		{"sleep quality", 0, 10, func(v float64) journal.Record { return &journal.Sleep{Meta: m, Quality: some(v)} }},
		{"water in ml", 0, 20_000, func(v float64) journal.Record { return &journal.Water{Meta: m, Millilitres: v} }},
		{"stool form", 1, 7, func(v float64) journal.Record { return &journal.Digestion{Meta: m, Form: some(v)} }},
		{"bloating", 0, 10, func(v float64) journal.Record { return &journal.Digestion{Meta: m, Bloating: some(v)} }},
		{"belly pain", 0, 10, func(v float64) journal.Record { return &journal.Digestion{Meta: m, Pain: some(v)} }},
		{"cycle day", 1, 200, func(v float64) journal.Record { return &journal.Cycle{Meta: m, CycleDay: some(v)} }},
		{"count", 0, 100, func(v float64) journal.Record {
			return &journal.Meal{Meta: m, Items: []journal.MealItem{{Food: "Egg", Count: some(v)}}}
		}},
		{"count", 0, 100, func(v float64) journal.Record {
			return &journal.Dose{Meta: m, Course: journaltest.ID(1), Taken: journal.Yes, Count: some(v)}
		}},
		{"CFU", 0, 1e13, func(v float64) journal.Record {
			return &journal.Course{Meta: m, Class: journal.Probiotic, Product: "Kefir", CFU: some(v)}
		}},
		{"times a day", 0, 24, func(v float64) journal.Record {
			return &journal.Course{Meta: m, Class: journal.Probiotic, Product: "Kefir", PerDay: some(v)}
		}},
		{"times a day", 0, 24, func(v float64) journal.Record { return &journal.Treatment{Meta: m, Name: "Cream", PerDay: some(v)} }},
		{"reminder", 0, 336, func(v float64) journal.Record { return &journal.Appointment{Meta: m, Remind: some(v)} }},
		{"value", -1e12, 1e12, func(v float64) journal.Record {
			return &journal.TrackerValue{Meta: m, Tracker: journaltest.ID(1), Value: v}
		}},
		{"smallest value", -1e12, 1e12, func(v float64) journal.Record {
			return &journal.Tracker{Meta: m, Name: "x", Type: journal.TrackNumber, Min: some(v)}
		}},
		{"largest value", 3, 1e12, func(v float64) journal.Record {
			return &journal.Tracker{Meta: m, Name: "x", Type: journal.TrackNumber, Min: some(3), Max: some(v)}
		}},
		{"POEM", 0, 28, func(v float64) journal.Record {
			return &journal.Score{Meta: m, Name: "POEM", Total: v, Max: some(28)}
		}},
		{"smallest total", -1e6, 0, func(v float64) journal.Record {
			return &journal.Score{Meta: m, Name: "x", Min: some(v), Max: some(5)}
		}},
		{"width", 1, 20_000, func(v float64) journal.Record {
			p := journaltest.Examples()[11].(*journal.Photo)
			p.Width = int(max(min(v, 1e9), -1e9))
			return p
		}},
		{"q", 0, 1, func(v float64) journal.Record {
			return &journal.Verdict{Meta: m, Factor: "a", Outcome: "b", Grade: "c", Method: "1", Q: v}
		}},
		{"days", 0, 1e6, func(v float64) journal.Record {
			return &journal.Verdict{Meta: m, Factor: "a", Outcome: "b", Grade: "c", Method: "1", Days: v}
		}},
	} {
		for _, v := range []float64{c.lo, c.hi} {
			if err := c.record(v).Validate(); err != nil {
				t.Errorf("%s %g: %v", c.field, v, err)
			}
		}
		bad := []float64{math.Inf(1), math.Inf(-1), math.NaN(), c.lo - 1, c.hi + 1}
		if c.hi >= 1e12 {
			bad = []float64{math.Inf(1), math.NaN(), c.hi * 1.1}
		}
		if c.field == "width" {
			bad = []float64{c.lo - 1, c.hi + 1}
		}
		if c.field == "smallest total" {
			bad = []float64{math.Inf(-1), math.NaN(), c.lo - 1}
		}
		for _, v := range bad {
			var e *journal.Error
			if err := c.record(v).Validate(); !errors.As(err, &e) {
				t.Errorf("%s %g: no error", c.field, v)
				continue
			}
			if e.Code != journal.CodeRange {
				t.Errorf("%s %g: %v", c.field, v, e)
			}
			if e.Field == c.field && c.field != "smallest total" && (e.Min != c.lo || e.Max != c.hi) {
				t.Errorf("%s: the range told is %g to %g", c.field, e.Min, e.Max)
			}
			if e.Field != c.field && !strings.HasPrefix(c.field, "smallest") {
				t.Errorf("%s %g: the field told is %q", c.field, v, e.Field)
			}
		}
	}
}

// Every kind refuses what all records share, and what it must have.
func TestRefusals(t *testing.T) {
	long := strings.Repeat("ä", journal.MaxName+1)
	for _, c := range []struct {
		kind  journal.Kind
		spoil func(r journal.Record)
		code  journal.Code
		field string
	}{
		{journal.KindMeal, func(r journal.Record) { r.(*journal.Meal).Items = nil }, journal.CodeEmpty, "foods"},
		{journal.KindMeal, func(r journal.Record) { r.(*journal.Meal).Items[1].Food = " " }, journal.CodeEmpty, "food"},
		{journal.KindMeal, func(r journal.Record) { r.(*journal.Meal).Items[1].Food = long }, journal.CodeTooLong, "food"},
		{journal.KindMeal, func(r journal.Record) { r.(*journal.Meal).Items[1].Food = "a\nb" }, journal.CodeBadText, "food"},
		{journal.KindMeal, func(r journal.Record) { r.(*journal.Meal).Items[1].Portion = "huge" }, journal.CodeChoice, "portion"},
		{journal.KindMeal, func(r journal.Record) { r.(*journal.Meal).Slot = "brunch" }, journal.CodeChoice, "slot"},
		{journal.KindCourse, func(r journal.Record) { r.(*journal.Course).Class = "" }, journal.CodeChoice, "class"},
		{journal.KindCourse, func(r journal.Record) { r.(*journal.Course).Product = "" }, journal.CodeEmpty, "product"},
		{journal.KindCourse, func(r journal.Record) { r.(*journal.Course).Strain = long }, journal.CodeTooLong, "strain"},
		{journal.KindCourse, func(r journal.Record) { r.(*journal.Course).Stop = day(2026, 2, 2) }, journal.CodeOrder, "stop"},
		{journal.KindTreatment, func(r journal.Record) { r.(*journal.Treatment).Name = "" }, journal.CodeEmpty, "name"},
		{journal.KindTreatment, func(r journal.Record) { r.(*journal.Treatment).Stop = day(2026, 2, 2) }, journal.CodeOrder, "stop"},
		{journal.KindTreatment, func(r journal.Record) { r.(*journal.Treatment).Schedule = "hourly" }, journal.CodeChoice, "schedule"},
		{journal.KindTreatment, func(r journal.Record) { r.(*journal.Treatment).Sites[0] = "" }, journal.CodeEmpty, "site"},
		{journal.KindDose, func(r journal.Record) { r.(*journal.Dose).Course = "" }, journal.CodeEmpty, "course or treatment"},
		{journal.KindDose, func(r journal.Record) { r.(*journal.Dose).Treatment = "x" }, journal.CodeEmpty, "course or treatment"},
		{journal.KindDose, func(r journal.Record) { r.(*journal.Dose).Taken = journal.Unknown }, journal.CodeEmpty, "taken"},
		{journal.KindStress, func(r journal.Record) { r.(*journal.Stress).Level = journal.Maybe[float64]{} }, journal.CodeEmpty, "stress"},
		{journal.KindStress, func(r journal.Record) { r.(*journal.Stress).Triggers[0] = "" }, journal.CodeEmpty, "trigger"},
		{journal.KindPractice, func(r journal.Record) { r.(*journal.Practice).Type = "napping" }, journal.CodeChoice, "practice"},
		{journal.KindSleep, func(r journal.Record) { r.(*journal.Sleep).Hours = journal.Some(25.0) }, journal.CodeRange, "hours of sleep"},
		{journal.KindPhoto, func(r journal.Record) { r.(*journal.Photo).Hash = "../../etc/passwd" }, journal.CodeBadText, "hash"},
		{journal.KindPhoto, func(r journal.Record) { r.(*journal.Photo).Format = "exe" }, journal.CodeChoice, "format"},
		{journal.KindPhoto, func(r journal.Record) { r.(*journal.Photo).Bytes = 61 << 20 }, journal.CodeRange, "size of the file"},
		{journal.KindTracker, func(r journal.Record) { r.(*journal.Tracker).Name = "" }, journal.CodeEmpty, "name"},
		{journal.KindTracker, func(r journal.Record) { r.(*journal.Tracker).Type = "colour" }, journal.CodeChoice, "type"},
		{journal.KindTrackerValue, func(r journal.Record) { r.(*journal.TrackerValue).Tracker = "" }, journal.CodeEmpty, "tracker"},
		{journal.KindNote, func(r journal.Record) { r.Base().Note = " \n" }, journal.CodeEmpty, "note"},
		{journal.KindAppointment, func(r journal.Record) { r.(*journal.Appointment).Questions = make([]string, 4) }, journal.CodeRange, "questions"},
		{journal.KindProfile, func(r journal.Record) { r.(*journal.Profile).Birth = day(1800, 1, 1) }, journal.CodeBadDate, "birth date"},
		{journal.KindProfile, func(r journal.Record) { r.(*journal.Profile).Conditions[0].Name = "" }, journal.CodeEmpty, "condition"},
		{journal.KindAvoidance, func(r journal.Record) { r.(*journal.Avoidance).Food = "" }, journal.CodeEmpty, "food"},
		{journal.KindAvoidance, func(r journal.Record) { r.(*journal.Avoidance).Until = day(2026, 2, 2) }, journal.CodeOrder, "until"},
		{journal.KindAvoidance, func(r journal.Record) { r.(*journal.Avoidance).Advice = "a friend" }, journal.CodeChoice, "advice"},
		{journal.KindScore, func(r journal.Record) { r.(*journal.Score).Name = "" }, journal.CodeEmpty, "score"},
		{journal.KindFood, func(r journal.Record) { r.(*journal.Food).Tags["gluten"] = "perhaps" }, journal.CodeChoice, "tag gluten"},
		{journal.KindVerdict, func(r journal.Record) { r.(*journal.Verdict).Grade = "" }, journal.CodeEmpty, "grade"},
		{journal.KindVerdict, func(r journal.Record) { r.(*journal.Verdict).Direction = long }, journal.CodeTooLong, "direction"},
	} {
		r := example(c.kind)
		c.spoil(r)
		var e *journal.Error
		if err := r.Validate(); !errors.As(err, &e) || e.Code != c.code || e.Field != c.field {
			t.Errorf("%s: %v, want %s of %s", c.kind, err, c.code, c.field)
		}
	}
	for _, k := range journal.Kinds() {
		for name, c := range map[string]struct {
			spoil func(m *journal.Meta)
			code  journal.Code
		}{
			"no day":              {func(m *journal.Meta) { m.Day = journal.Day{} }, journal.CodeBadDate},
			"day before 1900":     {func(m *journal.Meta) { m.Day = day(1899, 12, 31) }, journal.CodeBadDate},
			"day after 2200":      {func(m *journal.Meta) { m.Day = day(2201, 1, 1) }, journal.CodeBadDate},
			"30 February":         {func(m *journal.Meta) { m.Day = day(2026, 2, 30) }, journal.CodeBadDate},
			"time of another day": {func(m *journal.Meta) { m.At = m.At.AddDate(0, 0, 2) }, journal.CodeBadTime},
			"offset of a day":     {func(m *journal.Meta) { m.At = m.At.In(time.FixedZone("", 24*3600)) }, journal.CodeBadTime},
			"offset with seconds": {func(m *journal.Meta) { m.At = m.At.In(time.FixedZone("", 3601)) }, journal.CodeBadTime},
			"unknown source":      {func(m *journal.Meta) { m.Source = "guessed" }, journal.CodeChoice},
			"endless note":        {func(m *journal.Meta) { m.Note = strings.Repeat("ä", journal.MaxNote+1) }, journal.CodeTooLong},
			"note of bytes":       {func(m *journal.Meta) { m.Note = "\xff\xfe" }, journal.CodeBadText},
			"note with a bell":    {func(m *journal.Meta) { m.Note = "a\ab" }, journal.CodeBadText},
			"note with a NUL":     {func(m *journal.Meta) { m.Note = "a\x00b" }, journal.CodeBadText},
		} {
			r := example(k)
			c.spoil(r.Base())
			if err := r.Validate(); !errors.Is(err, &journal.Error{Code: c.code}) {
				t.Errorf("%s with %s: %v, want %s", k, name, err, c.code)
			}
		}
	}
}

func TestAcceptedEdges(t *testing.T) {
	for _, k := range journal.Kinds() {
		for name, change := range map[string]func(m *journal.Meta){
			"first day":     func(m *journal.Meta) { m.Day, m.At = day(1900, 1, 1), time.Time{} },
			"no time":       func(m *journal.Meta) { m.At = time.Time{} },
			"after twelve":  func(m *journal.Meta) { m.At = m.At.AddDate(0, 0, 1) }, // 00:30 still belongs to yesterday
			"longest note":  func(m *journal.Meta) { m.Note = strings.Repeat("ä", journal.MaxNote) },
			"several lines": func(m *journal.Meta) { m.Note = "a\n\tb\r\nc" },
			"no source":     func(m *journal.Meta) { m.Source = "" },
			"far offset":    func(m *journal.Meta) { m.At = m.At.In(time.FixedZone("", -12*3600)) },
		} {
			r := example(k)
			change(r.Base())
			if err := r.Validate(); err != nil {
				t.Errorf("%s with %s: %v", k, name, err)
			}
		}
	}
}

// An empty record of a kind that needs something says so.
func TestNothingRecorded(t *testing.T) {
	m := journaltest.Meta("2026-11-20", "")
	for _, r := range []journal.Record{
		&journal.SkinCheck{Meta: m}, &journal.Sleep{Meta: m}, &journal.Digestion{Meta: m}, &journal.Cycle{Meta: m},
		&journal.Stress{Meta: m}, &journal.Meal{Meta: m}, &journal.Note{Meta: m}, &journal.Food{Meta: m},
	} {
		if err := r.Validate(); !errors.Is(err, &journal.Error{Code: journal.CodeEmpty}) {
			t.Errorf("%s: %v", r.Kind(), err)
		}
	}
	for _, r := range []journal.Record{&journal.Profile{Meta: m}, &journal.DayMark{Meta: m}, &journal.Appointment{Meta: m}} {
		if err := r.Validate(); err != nil {
			t.Errorf("%s, all of which is optional: %v", r.Kind(), err)
		}
	}
}

func example(k journal.Kind) journal.Record {
	for _, r := range journaltest.Examples() {
		if r.Kind() == k {
			return r
		}
	}
	panic(k)
}
