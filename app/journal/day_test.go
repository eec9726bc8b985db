package journal_test

import (
	"encoding/json"
	"errors"
	"math"
	"testing"
	"time"

	"skinward/app/journal"
)

func day(y int, m time.Month, d int) journal.Day { return journal.Day{Year: y, Month: m, Day: d} }

func TestDayNumbers(t *testing.T) {
	for _, c := range []struct {
		day     journal.Day
		number  int
		weekday time.Weekday
		iso     string
	}{
		{day(1970, 1, 1), 0, time.Thursday, "1970-01-01"},
		{day(1969, 12, 31), -1, time.Wednesday, "1969-12-31"},
		{day(1900, 1, 1), -25567, time.Monday, "1900-01-01"},
		{day(2000, 2, 29), 11016, time.Tuesday, "2000-02-29"},
		{day(2026, 11, 21), 20778, time.Saturday, "2026-11-21"},
		{day(2200, 12, 31), 84370, time.Wednesday, "2200-12-31"},
	} {
		if got := c.day.Number(); got != c.number {
			t.Errorf("%s has number %d, want %d", c.iso, got, c.number)
		}
		if got := journal.DayNumbered(c.number); got != c.day {
			t.Errorf("number %d is %s, want %s", c.number, got, c.iso)
		}
		if got := c.day.Weekday(); got != c.weekday {
			t.Errorf("%s is a %s, want %s", c.iso, got, c.weekday)
		}
		if got := c.day.String(); got != c.iso {
			t.Errorf("got %s, want %s", got, c.iso)
		}
	}
}

func TestDayArithmetic(t *testing.T) {
	for _, c := range []struct {
		from journal.Day
		n    int
		to   journal.Day
	}{
		{day(2026, 11, 21), 0, day(2026, 11, 21)},
		{day(2024, 2, 28), 1, day(2024, 2, 29)},
		{day(2023, 2, 28), 1, day(2023, 3, 1)},
		{day(2026, 12, 31), 1, day(2027, 1, 1)},
		{day(2026, 1, 1), -1, day(2025, 12, 31)},
		{day(2026, 3, 28), 2, day(2026, 3, 30)}, // over a change of clocks in Europe
		{day(2016, 11, 22), 3652, day(2026, 11, 22)},
	} {
		if got := c.from.Add(c.n); got != c.to {
			t.Errorf("%s + %d = %s, want %s", c.from, c.n, got, c.to)
		}
		if got := c.to.Sub(c.from); got != c.n {
			t.Errorf("%s - %s = %d, want %d", c.to, c.from, got, c.n)
		}
		if before, after := c.from.Before(c.to), c.from.After(c.to); before != (c.n > 0) || after != (c.n < 0) {
			t.Errorf("%s before %s: %v, after: %v", c.from, c.to, before, after)
		}
	}
	if got := journal.NewDay(2026, 1, 32); got != day(2026, 2, 1) {
		t.Errorf("32 January is %s", got)
	}
	if !(journal.Day{}).IsZero() || (journal.Day{}).String() != "" || day(2026, 1, 1).IsZero() {
		t.Error("the zero day is no day")
	}
}

func TestDayAt(t *testing.T) {
	berlin := time.FixedZone("", 3600)
	at := func(d, h, m, s int) time.Time { return time.Date(2026, 11, d, h, m, s, 0, berlin) }
	for _, c := range []struct {
		at   time.Time
		end  time.Duration
		want int
	}{
		{at(21, 12, 0, 0), 4 * time.Hour, 21},
		{at(21, 3, 59, 59), 4 * time.Hour, 20},
		{at(21, 4, 0, 0), 4 * time.Hour, 21},
		{at(21, 0, 0, 0), 0, 21},
		{at(21, 23, 59, 59), 0, 21},
		{at(21, 11, 59, 59), 12 * time.Hour, 20},
		{at(21, 2, 29, 0), 2*time.Hour + 30*time.Minute, 20},
		{at(21, 2, 30, 0), 2*time.Hour + 30*time.Minute, 21},
		// The same instant is another day elsewhere: what counts is the local clock.
		{at(21, 3, 0, 0).In(time.FixedZone("", -5*3600)), 4 * time.Hour, 20},
		{at(20, 23, 0, 0).In(time.FixedZone("", 9*3600)), 4 * time.Hour, 21},
	} {
		if got := journal.DayAt(c.at, c.end); got != day(2026, 11, c.want) {
			t.Errorf("at %s with the day ending %v after midnight it is %s, want the %d", c.at, c.end, got, c.want)
		}
	}
	if got := journal.DayAt(time.Date(2026, 1, 1, 1, 0, 0, 0, berlin), 4*time.Hour); got != day(2025, 12, 31) {
		t.Errorf("new year's night belongs to %s", got)
	}
}

func TestSourceAt(t *testing.T) {
	zone := time.FixedZone("", 3600)
	d, end := day(2026, 11, 20), 4*time.Hour
	for _, c := range []struct {
		now  time.Time
		want journal.Source
	}{
		{time.Date(2026, 11, 20, 9, 0, 0, 0, zone), journal.Entered},
		{time.Date(2026, 11, 22, 16, 0, 0, 0, zone), journal.Entered}, // 36 hours after the day's end
		{time.Date(2026, 11, 22, 16, 0, 1, 0, zone), journal.Remembered},
		{time.Date(2026, 11, 19, 9, 0, 0, 0, zone), journal.Entered}, // ahead
	} {
		if got := journal.SourceAt(d, c.now, end); got != c.want {
			t.Errorf("at %s it is %s, want %s", c.now, got, c.want)
		}
	}
}

func TestDayText(t *testing.T) {
	type holder struct {
		D journal.Day `json:"d,omitzero"`
	}
	for text, want := range map[string]journal.Day{`{"d":"2026-11-21"}`: day(2026, 11, 21), `{}`: {}} {
		var h holder
		if err := json.Unmarshal([]byte(text), &h); err != nil || h.D != want {
			t.Errorf("%s is %v, %v", text, h.D, err)
		}
		if b, err := json.Marshal(h); err != nil || string(b) != text {
			t.Errorf("%v is written %s, %v", want, b, err)
		}
	}
	var h holder
	if err := json.Unmarshal([]byte(`{"d":""}`), &h); err != nil || !h.D.IsZero() {
		t.Errorf("empty text is %v, %v", h.D, err)
	}
	for _, text := range []string{"2026-02-30", "21.11.2026", "2026-1-1", "2026-11-21T00:00", " 2026-11-21", "tomorrow", "2026/11/21"} {
		if d, err := journal.ParseDay(text); !errors.Is(err, &journal.Error{Code: journal.CodeBadDate}) {
			t.Errorf("%q was read as %s, %v", text, d, err)
		}
		if err := json.Unmarshal([]byte(`{"d":"`+text+`"}`), &h); err == nil {
			t.Errorf("%q was read from JSON", text)
		}
	}
}

func FuzzParseDay(f *testing.F) {
	for _, s := range []string{"2026-11-21", "1969-12-31", "2024-02-29", "2023-02-29", "0001-01-01", "9999-12-31", "", "x", "2026-13-01", "２０２６-11-21"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := journal.ParseDay(s)
		if err != nil {
			if !d.IsZero() {
				t.Errorf("%q: error and %s", s, d)
			}
			return
		}
		if d.String() != s {
			t.Errorf("%q is written back as %q", s, d.String())
		}
		if got := journal.DayNumbered(d.Number()); got != d {
			t.Errorf("%q has number %d, which is %s", s, d.Number(), got)
		}
		if d.Add(1).Sub(d) != 1 || math.Abs(float64(d.Number())) > 4e6 {
			t.Errorf("%q: arithmetic", s)
		}
	})
}
