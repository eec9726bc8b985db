package insight_test

import (
	"compress/gzip"
	"context"
	"encoding/csv"
	"encoding/json"
	"io"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"skinward/app/insight"
	"skinward/app/series"
	"skinward/app/series/seriestest"
)

// The journals in testdata/journals were generated with known effects and
// known traps (truth.json); findings.csv is what an independent build of the
// method reports for them.

func readJournal(t testing.TB, name string) series.Set {
	t.Helper()
	f, err := os.Open("testdata/journals/" + name + ".csv")
	var r io.Reader = f
	if err != nil {
		if f, err = os.Open("testdata/journals/" + name + ".csv.gz"); err != nil {
			t.Fatal(err)
		}
		if r, err = gzip.NewReader(f); err != nil {
			t.Fatal(err)
		}
	}
	defer f.Close()
	set, err := seriestest.ReadDiary(r)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func analyse(t testing.TB, set series.Set, o insight.Options) insight.Result {
	t.Helper()
	r, err := insight.Analyse(context.Background(), set, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

type truth struct {
	Effects []struct {
		Factor, Outcome, Sign string
		PeakLag               int `json:"peak_lag"`
	}
	Traps []struct{ Factor, Outcome string }
}

func readTruth(t testing.TB) map[string]truth {
	t.Helper()
	b, err := os.ReadFile("testdata/journals/truth.json")
	if err != nil {
		t.Fatal(err)
	}
	var out map[string]truth
	if err := json.Unmarshal(b, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func readFindings(t testing.TB) []map[string]string {
	t.Helper()
	f, err := os.Open("testdata/journals/findings.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, row := range rows[1:] {
		m := map[string]string{}
		for j, h := range rows[0] {
			m[h] = row[j]
		}
		out = append(out, m)
	}
	return out
}

func TestReferenceJournals(t *testing.T) {
	all, falseModerate := readFindings(t), 0
	for name, tr := range readTruth(t) {
		want := map[[2]string]map[string]string{}
		for _, row := range all {
			if row["journal"] == name {
				want[[2]string{row["factor"], row["outcome"]}] = row
			}
		}
		r := analyse(t, readJournal(t, name), insight.Options{})
		for _, f := range r.Findings {
			if f.Family != insight.Foods {
				continue
			}
			row, listed := want[[2]string{f.Factor, f.Outcome}]
			if shown := f.Grade.Rank() <= insight.Hint.Rank(); shown != listed {
				t.Errorf("%s: %s and %s graded %s (p %.2g q %.2g), listed %v", name, f.Factor, f.Outcome, f.Grade, f.P, f.Q, listed)
			}
			if !listed {
				continue
			}
			active := row["true_effect"] == "true"
			if string(f.Grade) != row["grade"] || f.Shape != row["best_shape"] || strconv.Itoa(f.DaysWith) != row["days_with"] {
				t.Errorf("%s: %s and %s: %s %s %d days, want %s %s %s", name, f.Factor, f.Outcome, f.Grade, f.Shape, f.DaysWith, row["grade"], row["best_shape"], row["days_with"])
			}
			near(t, name+" "+f.Factor+" p", f.P, row["p"])
			near(t, name+" "+f.Factor+" q", f.Q, row["q"])
			near(t, name+" "+f.Factor+" effect", f.Effect, row["effect"])
			near(t, name+" "+f.Factor+" half interval", (f.High-f.Low)/2, row["half_interval"])
			if !active && f.Grade == insight.Strong {
				t.Errorf("%s: %s and %s is a false Strong", name, f.Factor, f.Outcome)
			}
			if !active && f.Grade == insight.Moderate {
				falseModerate++
			}
		}
		for _, e := range tr.Effects {
			f, _ := r.Find(e.Factor, e.Outcome)
			if f.Grade.Rank() > insight.Moderate.Rank() {
				t.Errorf("%s: the effect of %s on %s was graded %s", name, e.Factor, e.Outcome, f.Grade)
			}
			if e.PeakLag < f.Window[0] || e.PeakLag > f.Window[1] || string(f.Direction) != e.Sign {
				t.Errorf("%s: %s and %s: window %v %s, true peak after %d days, %s", name, e.Factor, e.Outcome, f.Window, f.Direction, e.PeakLag, e.Sign)
			}
		}
		for _, trap := range tr.Traps {
			for _, f := range r.Findings {
				if f.Factor == trap.Factor && f.Grade.Rank() <= insight.Hint.Rank() {
					t.Errorf("%s: trap %s graded %s", name, trap.Factor, f.Grade)
				}
			}
		}
	}
	if falseModerate > 1 {
		t.Errorf("%d false Moderates", falseModerate)
	}
}

// near compares with a number that was rounded to the digits shown.
func near(t *testing.T, what string, got float64, want string) {
	t.Helper()
	w, err := strconv.ParseFloat(want, 64)
	if err != nil {
		t.Fatal(err)
	}
	half := 0.5
	if mantissa, exp, _ := strings.Cut(want, "e"); true {
		if _, frac, ok := strings.Cut(mantissa, "."); ok {
			half *= math.Pow(10, -float64(len(frac)))
		}
		if e, err := strconv.Atoi(exp); err == nil {
			half *= math.Pow(10, float64(e))
		}
	}
	if math.Abs(got-w) > half*1.01 {
		t.Errorf("%s = %.4g, want %s", what, got, want)
	}
}
