package main

import (
	"context"
	"fmt"
	"io"
	"math"
	"math/rand/v2"

	"skinward/app/insight"
	"skinward/app/journal"
	"skinward/app/series"
)

// Whole journals: many foods, few of which do anything.
const (
	journalFoods  = 150
	journalActive = 5
)

var journalLengths = []int{120, 180, 365, 730}

// grades measures how often each grade is right, and how much is found, over
// whole journals with five active foods; and how often a journal in which
// nothing acts shows a Strong or Moderate.
func grades(ctx context.Context, p plan, out io.Writer) error {
	rounds := max(p.replicates/10, 1)
	fmt.Fprintf(out, "\nWhole journals of %d foods, %d of them active with a peak of 0.6 to 1.2 points, %d journals per length.\n", journalFoods, journalActive, rounds)
	fmt.Fprintf(out, "found = share of the active ones with this grade; wrong = share of this grade that does nothing; null = journals\nwithout any active food that show one.\n\n")
	fmt.Fprintf(out, "%5s   %-24s %-24s %-24s %s\n", "days", "Strong found wrong null", "Moderate found wrong null", "Hint found wrong", "active graded unimportant")
	order := []insight.Grade{insight.Strong, insight.Moderate, insight.Hint}
	for _, n := range journalLengths {
		found, shown := map[insight.Grade]int{}, map[insight.Grade]int{}
		null := map[insight.Grade]int{}
		for r := range rounds {
			for _, active := range []int{journalActive, 0} {
				set := wholeJournal(stream(p.seed, uint64(200+active), n, r), n, active)
				res, err := insight.Analyse(ctx, set, insight.Options{})
				if err != nil {
					return err
				}
				seen := map[insight.Grade]bool{}
				for i, f := range res.Findings {
					seen[f.Grade] = true
					if active == 0 {
						continue
					}
					shown[f.Grade]++
					if i < active {
						found[f.Grade]++
					}
				}
				if active == 0 {
					for g := range seen {
						null[g]++
					}
				}
			}
		}
		cell := func(g insight.Grade) string {
			wrong := "-"
			if shown[g] > 0 {
				wrong = fmt.Sprintf("%.1f", 100*float64(shown[g]-found[g])/float64(shown[g]))
			}
			return fmt.Sprintf("%5.1f %5s", 100*float64(found[g])/float64(rounds*journalActive), wrong)
		}
		fmt.Fprintf(out, "%5d   ", n)
		for _, g := range order {
			s := cell(g)
			if g != insight.Hint {
				s += fmt.Sprintf(" %5.1f", 100*float64(null[g])/float64(rounds))
			}
			fmt.Fprintf(out, "%-25s", s)
		}
		fmt.Fprintf(out, "%.2f %%\n", 100*float64(found[insight.NoImportantEffect])/float64(rounds*journalActive))
	}
	return nil
}

// wholeJournal makes the skin of one person with many foods, of which the
// first ones act; foods follow the weekday, stress and the season each in its
// own way.
func wholeJournal(rng *rand.Rand, n, active int) series.Set {
	first := journal.NewDay(2015, 1, 1).Add(rng.IntN(365))
	s := series.Set{First: first, Days: n}
	stress, sleep := make([]float64, n), make([]float64, n)
	tension := rng.NormFloat64()
	for t := range n {
		tension = .6*tension + .8*rng.NormFloat64()
		stress[t] = tension
		sleep[t] = math.Round(2*(7+rng.NormFloat64())) / 2
	}
	start := 2 * math.Pi * rng.Float64()
	season := func(t int) float64 { return math.Sin(start + 2*math.Pi*float64(t)/365.25) }
	eaten := diet(rng, first, stress, season, active)
	skin := make([]float64, n)
	phi, sd := .6+.3*rng.Float64(), 1+.5*rng.Float64()
	level, trend, amplitude := sd*rng.NormFloat64(), 2*rng.Float64()-1, rng.Float64()
	for t := range n {
		level = phi*level + sd*math.Sqrt(1-phi*phi)*rng.NormFloat64()
		skin[t] = 4.5 + level + .4*rng.NormFloat64() + trend*float64(t)/float64(n) + amplitude*season(t) + .3*stress[t]
	}
	shapes := [][]float64{{0, 1, .7, .4}, {0, 0, 1, .8, .5}, {0, .85, .85, .85}}
	for f := range active {
		peak, kernel := .6+.6*rng.Float64(), shapes[rng.IntN(len(shapes))]
		if rng.IntN(2) == 0 {
			peak = -peak
		}
		for t := range n {
			for l, k := range kernel {
				if l <= t {
					skin[t] += peak * k * eaten[f][t-l]
				}
			}
		}
	}
	for t := range n {
		skin[t] = math.Round(math.Min(10, math.Max(0, skin[t])))
		stress[t] = math.Round(math.Min(10, math.Max(0, 4+2*stress[t])))
	}
	gaps(rng, n, .15, func(t int) {
		skin[t], stress[t], sleep[t] = math.NaN(), math.NaN(), math.NaN()
		for _, x := range eaten {
			x[t] = math.NaN()
		}
	})
	s.Stress, s.Sleep = stress, sleep
	s.Outcomes = []series.Outcome{{Name: series.Severity, Label: "Severity", Kind: series.OutcomeScale, Values: skin}}
	for f, x := range eaten {
		s.Factors = append(s.Factors, series.Factor{Name: fmt.Sprintf("food %03d", f), Kind: series.KindFood, Binary: true, Values: x})
	}
	return s
}

// diet draws what is eaten on every day.
func diet(rng *rand.Rand, first journal.Day, stress []float64, season func(int) float64, active int) [][]float64 {
	n := len(stress)
	eaten := make([][]float64, journalFoods)
	for f := range eaten {
		p, week, tense, warm := .02+.43*rng.Float64(), .5*rng.NormFloat64(), .3*rng.NormFloat64(), .4*rng.NormFloat64()
		if f < active {
			p = max(p, .08)
		}
		eaten[f] = make([]float64, n)
		for t := range n {
			shift := tense*stress[t] + warm*season(t)
			if wd := first.Add(t).Weekday(); wd == 0 || wd == 6 {
				shift += week
			}
			if rng.Float64() < logistic(p, shift) {
				eaten[f][t] = 1
			}
		}
	}
	return eaten
}

// gaps leaves out about the given share of days in clumps of 1 to 5.
func gaps(rng *rand.Rand, n int, share float64, drop func(t int)) {
	left := 0
	for t := range n {
		if left == 0 && rng.Float64() < share/3 {
			left = 1 + rng.IntN(5)
		}
		if left > 0 && t > 0 && t < n-1 {
			drop(t)
		}
		left = max(left-1, 0)
	}
}
