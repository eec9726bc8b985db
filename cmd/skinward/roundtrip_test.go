package main

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"skinward/app/exchange"
	"skinward/app/journal"
	"skinward/app/sample"
	"skinward/app/series"
)

// What leaves as a table and comes back into an empty journal is the same to
// every comparison that is made from it.
func TestTableKeepsTheSeries(t *testing.T) {
	for _, o := range []sample.Options{{}, {Cycle: true}} {
		log := sample.Generate(200, 4, o).Log
		var table bytes.Buffer
		if _, err := exchange.WriteCSV(&table, log); err != nil {
			t.Fatal(err)
		}
		f, err := exchange.Parse(&table, exchange.ParseOptions{})
		if err != nil {
			t.Fatal(err)
		}
		back := exchange.NewPlan(f, nil, exchange.PlanOptions{Zone: time.UTC, NewID: journal.NewID}).Records
		a, b := series.FromJournal(log, series.Options{}), series.FromJournal(back, series.Options{})
		if a.First != b.First || a.Days != b.Days {
			t.Fatalf("grid %s %d days, then %s %d days", a.First, a.Days, b.First, b.Days)
		}
		x, y := lines(a), lines(b)
		for name, v := range x {
			w, ok := y[name]
			if !ok {
				t.Errorf("%s is lost", name)
				continue
			}
			for i := range v {
				if v[i] != w[i] && !(math.IsNaN(v[i]) && math.IsNaN(w[i])) {
					t.Errorf("%s on %s: %v, then %v", name, a.Day(i), v[i], w[i])
					break
				}
			}
		}
		for name := range y {
			if _, ok := x[name]; !ok {
				t.Errorf("%s is new", name)
			}
		}
		if !slices.Equal(a.FoodDays, b.FoodDays) {
			t.Error("the days with a whole food log differ")
		}
	}
}

// lines are all series of a set by kind and name.
func lines(s series.Set) map[string][]float64 {
	out := map[string][]float64{}
	for _, o := range s.Outcomes {
		out["outcome "+o.Name] = o.Values
	}
	for _, f := range slices.Concat(s.Factors, s.Treatments) {
		out[fmt.Sprint(f.Kind, " ", f.Name, " ", f.Unit)] = f.Values
	}
	return out
}
