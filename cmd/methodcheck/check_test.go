package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"skinward/app/insight"
)

const cases = "../../app/insight/testdata/cases/"

// readPairs reads columns x and y of a case; empty cells are NaN.
func readPairs(t *testing.T, name string) (x, y []float64) {
	t.Helper()
	f, err := os.Open(cases + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	number := func(s string) float64 {
		if s == "" {
			return math.NaN()
		}
		v, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	for _, r := range rows[1:] {
		x, y = append(x, number(r[1])), append(y, number(r[2]))
	}
	return x, y
}

// The values were computed with scipy.
func TestCorrelationsMatchReference(t *testing.T) {
	x, y := readPairs(t, "c01_corr_ties.csv")
	rho, n := insight.Spearman(x, y)
	r, _ := insight.Pearson(x, y)
	tau, _ := kendall(x, y)
	for _, c := range []struct {
		what      string
		got, want float64
	}{
		{"pairs", float64(n), 55},
		{"Spearman", rho, 0.269945423418},
		{"its p", correlationP(rho, n), 0.046244206905},
		{"Pearson", r, 0.307505098233},
		{"its p", correlationP(r, n), 0.022384339182},
		{"Kendall", tau, 0.221616526082},
	} {
		if math.Abs(c.got-c.want) > 1e-9 {
			t.Errorf("%s = %.12g, want %.12g", c.what, c.got, c.want)
		}
	}
}

func TestAccuracyHoldsOnTheReferenceJournals(t *testing.T) {
	var out bytes.Buffer
	if err := run(context.Background(), []string{"accuracy", "../../app/insight/testdata/journals"}, &out); err != nil {
		t.Fatalf("%v\n%s", err, out.String())
	}
	if !strings.Contains(out.String(), "False Strong 0") {
		t.Errorf("no verdict in:\n%s", out.String())
	}
}

func TestCalibrationRepeatsExactly(t *testing.T) {
	p := plan{replicates: 2, seed: 7, lengths: []int{60}}
	var a, b bytes.Buffer
	_ = calibration(context.Background(), p, &a) // two diaries decide nothing; the bytes do
	_ = calibration(context.Background(), p, &b)
	if a.String() != b.String() || a.Len() == 0 {
		t.Error("the same seed gave different tables")
	}
}

func TestArgumentsAreChecked(t *testing.T) {
	for _, args := range [][]string{{}, {"guess"}, {"calibration", "-days", "5"}, {"accuracy", "nowhere"}} {
		if err := run(context.Background(), args, new(bytes.Buffer)); err == nil {
			t.Errorf("%v was accepted", args)
		}
	}
}
