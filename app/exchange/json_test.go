package exchange_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"skinward/app/exchange"
	"skinward/app/journal"
)

// complete adds to everything the kinds that only the JSON file holds.
func complete() exchange.Complete {
	day := journal.NewDay(2026, 11, 21)
	m := func(id journal.ID) journal.Meta { return journal.Meta{ID: id, Day: day, Source: journal.Entered} }
	log := append(everything(),
		&journal.Photo{Meta: m("photo"), Hash: strings.Repeat("ab", 32), Format: "jpeg", Bytes: 1000, Width: 40, Height: 30, Site: "chin"},
		&journal.Appointment{Meta: m("visit"), Person: "Dr Example", Questions: []string{"Which cream at night?"}},
		&journal.Profile{Meta: m(journal.ProfileID), Name: "A. Person", Birth: journal.NewDay(1990, 2, 3), Conditions: []journal.Diagnosis{{Name: "eczema", ToldBy: "GP"}}},
		&journal.Food{Meta: m("food"), Name: "kefir", Tags: map[string]string{"dairy": "yes"}},
		&journal.Verdict{Meta: m("verdict"), Factor: "milk", FactorKind: "food", Outcome: "itch", Grade: "hint", Method: "1", Q: 0.2},
	)
	s := journal.DefaultSettings()
	s.Glasses = true
	return exchange.Complete{Written: time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC), Settings: s, Records: log}
}

func written(t testing.TB, c exchange.Complete) string {
	t.Helper()
	var b bytes.Buffer
	if err := exchange.WriteJSON(&b, c); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestJSONHoldsEveryKind(t *testing.T) {
	have := map[journal.Kind]bool{}
	for _, r := range complete().Records {
		have[r.Kind()] = true
	}
	for _, k := range journal.Kinds() {
		if !have[k] {
			t.Errorf("the round trip below does not cover %s", k)
		}
	}
}

func TestJSONRoundTrip(t *testing.T) {
	c := complete()
	text := written(t, c)
	if !json.Valid([]byte(text)) {
		t.Fatal("not valid JSON")
	}
	back, err := exchange.ReadJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if again := written(t, back); again != text {
		t.Errorf("before\n%s\nafter\n%s", text, again)
	}
}

func TestJSONPlan(t *testing.T) {
	c := complete()
	p := exchange.NewCompletePlan(c, nil)
	if p.Report.Added != len(c.Records)-1 { // the photo has no picture here
		t.Errorf("added %d of %d", p.Report.Added, len(c.Records))
	}
	if len(p.Report.Notices) != 1 || !strings.Contains(p.Report.Notices[0], "1 photo was not added") {
		t.Errorf("notices %q", p.Report.Notices)
	}
	if again := exchange.NewCompletePlan(c, c.Records); again.Report.Added != 0 {
		t.Errorf("the same file again adds %d", again.Report.Added)
	}
	newer := complete()
	newer.Records[0].Base().Note = "changed"
	newer.Records[0].Base().Changed = time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)
	if p := exchange.NewCompletePlan(newer, c.Records); p.Report.Added != 1 {
		t.Errorf("a newer version: added %d, want 1", p.Report.Added)
	}
	if p := exchange.NewCompletePlan(c, newer.Records); p.Report.Added != 0 || len(p.Report.Notices) != 1 {
		t.Errorf("an older version: added %d, notices %q", p.Report.Added, p.Report.Notices)
	}
}

func TestJSONPlanKnowsWhatADayHasOnce(t *testing.T) {
	day := journal.NewDay(2026, 11, 21)
	mark := func(id journal.ID, note string, changed int) *journal.DayMark {
		m := &journal.DayMark{Meta: journal.Meta{ID: id, Day: day, Note: note, Changed: time.Date(2026, 11, changed, 0, 0, 0, 0, time.UTC)}, Ordinary: true}
		return m
	}
	here := journal.Log{mark("here", "mine", 22)}
	for name, tt := range map[string]struct {
		file  *journal.DayMark
		added int
	}{
		"equal under another id": {mark("there", "mine", 1), 0},
		"older":                  {mark("there", "theirs", 1), 0},
		"newer":                  {mark("there", "theirs", 23), 1},
	} {
		if p := exchange.NewCompletePlan(exchange.Complete{Records: journal.Log{tt.file}}, here); p.Report.Added != tt.added {
			t.Errorf("%s: added %d, want %d", name, p.Report.Added, tt.added)
		}
	}
}

func TestJSONRefusals(t *testing.T) {
	const open = `{"format":"skinward-journal","version":1,"records":[`
	tests := []struct {
		name, in string
		line     int
		want     string
	}{
		{"other JSON", `{"hello":1}`, 1, "not a Skinward journal"},
		{"a list", `[1,2]`, 1, "not a Skinward journal"},
		{"newer version", `{"format":"skinward-journal","version":99,"records":[]}`, 1, "version 99"},
		{"no version", `{"format":"skinward-journal","records":[]}`, 1, "version"},
		{"cut off", open + "\n" + `{"kind":"note","record":{"id":"a","day":"2026-11-21","source":"entered","note":"x"}}`, 2, "not complete"},
		{"unknown kind", open + "\n" + `{"kind":"spell","record":{}}]}`, 2, "not a kind of record"},
		{"no id", open + "\n" + `{"kind":"note","record":{"day":"2026-11-21","note":"x"}}]}`, 2, "no usable id"},
		{"invalid", open + "\n" + `{"kind":"skin_check","record":{"id":"a","day":"2026-11-21","severity":64}}]}`, 2, "must lie between 0 and 10"},
		{"id twice", open + "\n" + `{"kind":"note","record":{"id":"a","day":"2026-11-21","note":"x"}},` + "\n" + `{"kind":"note","record":{"id":"a","day":"2026-11-21","note":"x"}}]}`, 3, "occurs twice"},
		{"settings out of range", `{"format":"skinward-journal","version":1,"settings":{"text_size":9}}`, 1, "text size"},
		{"content missing", open + "\n" + `{"kind":"note","record":null}]}`, 2, "no content"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := exchange.ReadJSON(strings.NewReader(tt.in))
			var faults *exchange.Faults
			if !errors.As(err, &faults) {
				t.Fatalf("error %v", err)
			}
			if f := faults.List[0]; f.Line != tt.line || !strings.Contains(f.Text, tt.want) {
				t.Errorf("line %d: %s; want line %d with %q", f.Line, f.Text, tt.line, tt.want)
			}
		})
	}
}

func TestIsJSON(t *testing.T) {
	for in, want := range map[string]bool{"\n {": true, "\uFEFF{": true, "date,kind": false, "": false} {
		if exchange.IsJSON([]byte(in)) != want {
			t.Errorf("%q: not %v", in, want)
		}
	}
}

func FuzzReadJSON(f *testing.F) {
	f.Add(written(f, complete()))
	f.Add(`{"format":"skinward-journal","version":1,"records":[{"kind":"meal","record":{}}]}`)
	f.Add(`{"records":[[[[[`)
	f.Fuzz(func(t *testing.T, in string) {
		c, err := exchange.ReadJSON(strings.NewReader(in))
		if err != nil {
			return
		}
		for _, r := range c.Records {
			if err := r.Validate(); err != nil {
				t.Fatalf("an invalid record was accepted: %v", err)
			}
		}
		if _, err := exchange.ReadJSON(strings.NewReader(written(t, c))); err != nil {
			t.Fatalf("what was written cannot be read: %v", err)
		}
	})
}
