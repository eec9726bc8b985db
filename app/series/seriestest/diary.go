// Package seriestest reads the plain diaries that tests and the accuracy check
// measure the method on.
package seriestest

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"strconv"

	"skinward/app/journal"
	"skinward/app/series"
)

// ReadDiary reads a diary in long form (date, kind, name, value; kinds skin,
// food, supplement, stress, sleep, water, stool, cycle) into a set. A day with
// any food row counts as having a food log.
func ReadDiary(r io.Reader) (series.Set, error) {
	rows, err := csv.NewReader(r).ReadAll()
	if err != nil {
		return series.Set{}, err
	}
	d := diary{at: map[string]map[int]float64{}}
	lo, hi := math.MaxInt, math.MinInt
	for _, row := range rows[1:] {
		day, err := journal.ParseDay(row[0])
		if err != nil {
			return series.Set{}, err
		}
		v, err := strconv.ParseFloat(row[3], 64)
		if err != nil {
			return series.Set{}, fmt.Errorf("%v: %w", row, err)
		}
		if row[1] == "skin" {
			lo, hi = min(lo, day.Number()), max(hi, day.Number())
		}
		d.put(row[1], row[2], day.Number(), v)
	}
	if hi < lo {
		return series.Set{}, nil
	}
	d.first, d.n = lo, hi-lo+1
	return d.set(), nil
}

// diary holds the values by kind and name, then by day.
type diary struct {
	keys     [][2]string
	at       map[string]map[int]float64
	first, n int
}

func (d *diary) put(kind, name string, day int, v float64) {
	k := kind + "\x00" + name
	if d.at[k] == nil {
		d.at[k] = map[int]float64{}
		d.keys = append(d.keys, [2]string{kind, name})
	}
	d.at[k][day] = v
}

// series returns a line of the diary on the grid, NaN where there is no row,
// and the number of days with a row.
func (d *diary) series(kind, name string) (v []float64, n int) {
	v = make([]float64, d.n)
	for i := range v {
		x, ok := d.at[kind+"\x00"+name][d.first+i]
		if !ok {
			x = math.NaN()
		} else {
			n++
		}
		v[i] = x
	}
	return v, n
}

func (d *diary) set() series.Set {
	s := series.Set{First: journal.DayNumbered(d.first), Days: d.n, FoodDays: make([]bool, d.n)}
	for _, o := range []series.Outcome{
		{Name: series.Severity, Label: "Severity", Kind: series.OutcomeScale},
		{Name: series.Itch, Label: "Itch", Kind: series.OutcomeScale},
		{Name: series.Lesions, Label: "Spots", Kind: series.OutcomeCount},
	} {
		var n int
		if o.Values, n = d.series("skin", o.Name); n > 0 {
			s.Outcomes = append(s.Outcomes, o)
		}
	}
	for _, k := range d.keys {
		if k[0] == "food" {
			for i := range s.FoodDays {
				if _, ok := d.at["food\x00"+k[1]][d.first+i]; ok {
					s.FoodDays[i] = true
				}
			}
		}
	}
	for _, k := range d.keys {
		if f, ok := d.factor(&s, k[0], k[1]); ok {
			s.Factors = append(s.Factors, f)
		}
	}
	series.SortFactors(s.Factors)
	return s
}

func (d *diary) factor(s *series.Set, kind, name string) (series.Factor, bool) {
	v, n := d.series(kind, name)
	f := series.Factor{Name: name, Label: name, Kind: series.FactorKind(kind), Values: v}
	switch {
	case n == 0 || kind == "skin" || name == "none" || name == "water_only_day":
		return f, false
	case kind == "food":
		f.Binary = true
		for i, on := range s.FoodDays {
			if on && math.IsNaN(v[i]) {
				v[i] = 0
			}
		}
	case kind == "supplement":
		f.Binary = true
	case kind == "stress":
		s.Stress = v
	case kind == "sleep":
		s.Sleep = v
	case kind == "cycle":
		s.CycleDay, s.Cycles = v, series.CountCycles(v)
		f.Binary, f.Values = true, series.CycleWindow(v)
	}
	return f, true
}
