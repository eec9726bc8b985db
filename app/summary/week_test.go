package summary_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"skinward/app/figure/ink"
	"skinward/app/journal"
	"skinward/app/summary"
)

func TestPaperWeek(t *testing.T) {
	full := summary.Week{
		First: journal.NewDay(2026, time.November, 23), Cycle: true, Version: "1.0.0",
		Taken: []string{"Day Capsules", "Hydrocortisone 1 %", "Vitamin D", strings.Repeat("Très long nom ", 6), "E", "F", "G", "eighth"},
	}
	for name, w := range map[string]summary.Week{"blank": {}, "full": full} {
		for _, paper := range []summary.Paper{summary.A4, summary.Letter} {
			d := summary.PaperWeek(w, paper)
			if len(d.Pages) != 1 {
				t.Fatalf("%s on %s: %d pages", name, paper, len(d.Pages))
			}
			page := d.Pages[0]
			var text []string
			for i, op := range page.Ops {
				b := page.Bounds(i)
				if b.X < 30 || b.Right() > page.W-30 || b.Y < 30 || b.Bottom() > page.H-30 {
					t.Errorf("%s on %s: %+v reaches %v", name, paper, op, b)
				}
				if txt, ok := op.(ink.Text); ok {
					text = append(text, txt.Body)
					if txt.Size < 7 {
						t.Errorf("%q in %g points", txt.Body, txt.Size)
					}
				}
			}
			all := strings.Join(text, "\n")
			for _, want := range []string{"Worst itch", "Breakfast", "Stool form", "Sleep quality", "Notes"} {
				if !strings.Contains(all, want) {
					t.Errorf("%s lacks %q", name, want)
				}
			}
			if dated := strings.Contains(all, "Mon 23 Nov"); dated != (name == "full") {
				t.Errorf("%s: dated %v", name, dated)
			}
			if strings.Contains(all, "eighth") || strings.Contains(all, "Day of cycle") != w.Cycle {
				t.Errorf("%s: too much or too little is asked", name)
			}
			var b bytes.Buffer
			if err := d.PDF(&b); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestNewWeekAsksForWhatIsTaken(t *testing.T) {
	w := summary.NewWeek(last.Add(2), visit(120))
	if got := strings.Join(w.Taken, "|"); got != "Hydrocortisone 1 %|Day Capsules" {
		t.Errorf("asks for %q: what was stopped must not be asked for, what goes on must", got)
	}
}
