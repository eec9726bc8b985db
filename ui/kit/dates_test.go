package kit_test

import (
	"testing"
	"time"

	"skinward/app/journal"
	"skinward/ui/kit"
)

func TestDaysInWords(t *testing.T) {
	for _, c := range []struct{ language, long, year, short, numeric string }{
		{"", "Saturday 21 November", "Saturday 21 November 2026", "21 Nov", "21/11/2026"},
		{"en-US", "Saturday, November 21", "Saturday, November 21, 2026", "Nov 21", "11/21/2026"},
		{"de", "Samstag, 21. November", "Samstag, 21. November 2026", "21. Nov", "21.11.2026"},
		{"fr", "samedi 21 novembre", "samedi 21 novembre 2026", "21 nov.", "21/11/2026"},
		{"nl", "zaterdag 21 november", "zaterdag 21 november 2026", "21 nov", "21-11-2026"},
		{"sv", "lördag 21 november", "lördag 21 november 2026", "21 nov", "2026-11-21"},
		{"ISO", "Saturday 21 November", "Saturday 21 November 2026", "21 Nov", "2026-11-21"},
		{"xx", "Saturday 21 November", "Saturday 21 November 2026", "21 Nov", "21/11/2026"},
	} {
		d := kit.Dates{Language: c.language}
		if got := d.Long(day); got != c.long {
			t.Errorf("%s: long %q, want %q", c.language, got, c.long)
		}
		if got := d.LongYear(day); got != c.year {
			t.Errorf("%s: with year %q, want %q", c.language, got, c.year)
		}
		if got := d.Short(day); got != c.short {
			t.Errorf("%s: short %q, want %q", c.language, got, c.short)
		}
		if got := d.Numeric(day); got != c.numeric {
			t.Errorf("%s: numeric %q, want %q", c.language, got, c.numeric)
		}
	}
}

func TestTypedDaysAreReadInTheLanguagesOrder(t *testing.T) {
	today := journal.NewDay(2026, 11, 21)
	for _, c := range []struct {
		language, text string
		want           journal.Day
		ok             bool
	}{
		{"", "2026-03-04", journal.NewDay(2026, 3, 4), true},
		{"", "3/4/2026", journal.NewDay(2026, 4, 3), true},
		{"en-US", "3/4/2026", journal.NewDay(2026, 3, 4), true},
		{"de", "3.4.26", journal.NewDay(2026, 4, 3), true},
		{"", "3 Sep", journal.NewDay(2026, 9, 3), true},
		{"", "Apr 3 2024", journal.NewDay(2024, 4, 3), true},
		{"fr", "3 févr", journal.NewDay(2027, 2, 3), true}, // the nearest February to 21 November
		{"", "5/1", journal.NewDay(2027, 1, 5), true},
		{"", "31/2/2026", journal.Day{}, false},
		{"", "0/2/2026", journal.Day{}, false},
		{"", "29/2/2024", journal.NewDay(2024, 2, 29), true},
		{"", "29/2/2025", journal.Day{}, false},
		{"", "1/1/1899", journal.Day{}, false},
		{"", "", journal.Day{}, false},
		{"", "tomorrow", journal.Day{}, false},
		{"", "1/2/3/4", journal.Day{}, false},
	} {
		got, ok := kit.Dates{Language: c.language}.Parse(c.text, today)
		if ok != c.ok || ok && got != c.want {
			t.Errorf("%s %q is %v %v, want %v %v", c.language, c.text, got, ok, c.want, c.ok)
		}
	}
}

func TestEveryLanguageReadsWhatItWrites(t *testing.T) {
	keys, names := kit.Languages()
	if len(keys) != len(names) || len(keys) < 5 {
		t.Fatalf("languages %q, names %q", keys, names)
	}
	for _, key := range keys {
		d := kit.Dates{Language: key}
		for n := range 366 {
			want := journal.NewDay(2024, 1, 1).Add(n)
			if got, ok := d.Parse(d.Numeric(want), day); !ok || got != want {
				t.Fatalf("%s writes %v as %q and reads %v", key, want, d.Numeric(want), got)
			}
			if got, ok := d.Parse(d.ShortYear(want), day); !ok || got != want {
				t.Fatalf("%s writes %v as %q and reads %v", key, want, d.ShortYear(want), got)
			}
		}
	}
}

func TestClock(t *testing.T) {
	at := time.Date(2026, 11, 21, 15, 5, 0, 0, time.FixedZone("", 3600))
	if got := (kit.Dates{}).Clock(at); got != "15:05" {
		t.Errorf("24 h: %q", got)
	}
	if got := (kit.Dates{Clock12: true}).Clock(at); got != "3:05 pm" {
		t.Errorf("12 h: %q", got)
	}
}

func TestNoDayIsNoText(t *testing.T) {
	d := kit.Dates{}
	for _, got := range []string{d.Long(journal.Day{}), d.LongYear(journal.Day{}), d.Short(journal.Day{}), d.ShortYear(journal.Day{}), d.Numeric(journal.Day{})} {
		if got != "" {
			t.Errorf("the zero day reads %q", got)
		}
	}
}

func FuzzDatesParse(f *testing.F) {
	for _, s := range []string{"2026-11-21", "3/4/2026", "Apr 3", "31.12.99", "٣/٤/٢٠٢٦", "99999999999999999999/1/1", "--", "é/1"} {
		f.Add(s, "de")
		f.Add(s, "en-US")
	}
	f.Fuzz(func(t *testing.T, text, language string) {
		d := kit.Dates{Language: language}
		got, ok := d.Parse(text, day)
		if !ok {
			return
		}
		if again, ok := d.Parse(d.Numeric(got), day); !ok || again != got {
			t.Errorf("%q is %v, written %q, read again %v", text, got, d.Numeric(got), again)
		}
	})
}

func TestTheDaysOfARecordAreWrittenInTheLanguage(t *testing.T) {
	day := journal.NewDay(2026, time.November, 21)
	for key, c := range map[string]struct {
		record journal.Record
		want   string
	}{
		"en-GB": {&journal.Avoidance{Meta: journal.Meta{Day: day}, Food: "milk"}, "since 21 Nov 2026"},
		"en-US": {&journal.Avoidance{Meta: journal.Meta{Day: day}, Food: "milk", Until: day.Add(9)}, "Nov 21, 2026 to Nov 30, 2026"},
		"de":    {&journal.Water{Millilitres: 500}, "500 ml"},
	} {
		if got := (kit.Dates{Language: key}).Detail(c.record); got != c.want {
			t.Errorf("%s: %q, want %q", key, got, c.want)
		}
	}
}
