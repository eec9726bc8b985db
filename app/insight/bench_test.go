package insight_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"testing"

	"skinward/app/insight"
	"skinward/app/journal"
	"skinward/app/series"
)

// syntheticSet builds a diary of the given size from a fixed seed: sparse foods,
// correlated skin, 15 % of the days missing.
func syntheticSet(days, factors, outcomes int, seed uint64) series.Set {
	rng := rand.New(rand.NewPCG(seed, 1))
	s := series.Set{First: journal.NewDay(2016, 1, 1), Days: days}
	miss := make([]bool, days)
	for i := range miss {
		miss[i] = rng.Float64() < 0.15 && i > 0 && i < days-1
	}
	line := func(f func(i int) float64) []float64 {
		v := make([]float64, days)
		for i := range v {
			v[i] = f(i)
			if miss[i] {
				v[i] = math.NaN()
			}
		}
		return v
	}
	s.Stress = line(func(int) float64 { return float64(rng.IntN(11)) })
	s.Sleep = line(func(int) float64 { return 5 + 4*rng.Float64() })
	names := []string{series.Severity, series.Itch, series.Lesions, "redness, left cheek", "redness, chin", series.FlareDays}
	for o := range outcomes {
		level := 0.0
		v := line(func(i int) float64 {
			level = 0.8*level + rng.NormFloat64()
			return math.Round(math.Min(10, math.Max(0, 5+level+0.2*s.Stress[max(i-1, 0)])))
		})
		for i := range v {
			if math.IsNaN(v[i]) && !miss[i] {
				v[i] = 5
			}
		}
		s.Outcomes = append(s.Outcomes, series.Outcome{Name: names[o], Label: names[o], Kind: series.OutcomeScale, Values: v})
	}
	for f := range factors {
		p := 0.02 + 0.4*rng.Float64()
		s.Factors = append(s.Factors, series.Factor{
			Name: fmt.Sprintf("food %03d", f), Label: fmt.Sprintf("Food %03d", f), Kind: series.KindFood, Binary: true,
			Values: line(func(int) float64 {
				if rng.Float64() < p {
					return 1
				}
				return 0
			}),
		})
	}
	return s
}

func benchmarkScan(b *testing.B, days, factors, outcomes int, full bool) {
	set := syntheticSet(days, factors, outcomes, 1)
	var opts insight.Options
	for _, o := range set.Outcomes[min(3, outcomes):] {
		opts.Outcomes = append(opts.Outcomes, o.Name)
	}
	b.ReportAllocs()
	for b.Loop() {
		a, err := insight.Scan(context.Background(), set, opts)
		if err != nil {
			b.Fatal(err)
		}
		if full {
			if err := a.Complete(context.Background()); err != nil {
				b.Fatal(err)
			}
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.Sys)/1e6, "MB-sys")
}

// BenchmarkScan is p, q and grades with the effects of Hint and above.
func BenchmarkScan(b *testing.B) {
	for _, c := range []struct{ days, factors int }{
		{365, 300}, {730, 300}, {1825, 300}, {3650, 300}, {3650, 50}, {3650, 150},
	} {
		b.Run(fmt.Sprintf("days=%d/factors=%d", c.days, c.factors), func(b *testing.B) {
			benchmarkScan(b, c.days, c.factors, 6, false)
		})
	}
}

// BenchmarkAnalyse is everything that the JSON prints.
func BenchmarkAnalyse(b *testing.B) {
	for _, c := range []struct{ days, factors int }{{365, 300}, {3650, 300}} {
		b.Run(fmt.Sprintf("days=%d/factors=%d", c.days, c.factors), func(b *testing.B) {
			benchmarkScan(b, c.days, c.factors, 6, true)
		})
	}
}
