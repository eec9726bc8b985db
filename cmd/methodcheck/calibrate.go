package main

import (
	"context"
	"fmt"
	"io"
	"math"
	"math/rand/v2"

	"gonum.org/v1/gonum/stat/distuv"

	"skinward/app/insight"
	"skinward/app/series"
)

// plan says how much is simulated.
type plan struct {
	replicates int
	seed       uint64
	lengths    []int
	journals   bool // whole journals as well, a tenth as many
}

// What is promised.
const (
	mostFalse     = 8.0  // % of null pairs rejected at 5 %, in every world
	leastCoverage = 93.0 // % of intervals that hold the truth
)

func calibration(ctx context.Context, p plan, out io.Writer) error {
	fmt.Fprintf(out, "Seed %d, %d diaries per cell. Percent of pairs with p <= .05 where the food does nothing\n", p.seed, p.replicates)
	fmt.Fprintf(out, "(best-lag Spearman, after-otherwise t and same-day Kendall beside it; tested = passed the minimum data).\n\n")
	fmt.Fprintf(out, "%-38s %5s %7s %9s %10s %8s %8s\n", "world", "days", "tested", "Skinward", "best lag", "t test", "Kendall")
	worst := 0.0
	all := worlds()
	for i, w := range append(all, warning()) {
		for _, n := range p.lengths {
			r, err := rejections(ctx, w, n, p, uint64(i))
			if err != nil {
				return err
			}
			fmt.Fprintf(out, "%-38s %5d %7d %9s %10s %8s %8s\n", w.name, n, r.tested, r.share(r.method), r.share(r.bestLag), r.share(r.tTest), r.share(r.kendall))
			if i < len(all) && r.tested >= 200 {
				worst = math.Max(worst, 100*float64(r.method)/float64(r.tested))
			}
		}
	}
	fmt.Fprintf(out, "\nWorst of the %d worlds with at least 200 tested diaries: %.1f %% (at most %.0f %%); the last row is a warning, not a world of the check.\n\n", len(all), worst, mostFalse)
	least, err := coverage(ctx, p, out)
	if err != nil {
		return err
	}
	if p.journals {
		if err := grades(ctx, p, out); err != nil {
			return err
		}
	}
	if worst > mostFalse || least < leastCoverage {
		return errBounds
	}
	return nil
}

// counts are the rejections at 5 % in one cell.
type counts struct{ tested, method, bestLag, tTest, kendall int }

func (c counts) share(k int) string {
	if c.tested == 0 {
		return "-"
	}
	return fmt.Sprintf("%.1f", 100*float64(k)/float64(c.tested))
}

// rejections simulates one world at one length.
func rejections(ctx context.Context, w world, n int, p plan, cell uint64) (counts, error) {
	var c counts
	for r := range p.replicates {
		set := w.simulate(stream(p.seed, cell, n, r), n, nil)
		f, err := single(ctx, set)
		if err != nil {
			return c, err
		}
		if math.IsNaN(f.P) {
			continue
		}
		c.tested++
		x, y := set.Factors[0].Values, set.Outcomes[0].Values
		c.method += below(f.P)
		c.bestLag += below(bestLagSpearman(x, y))
		c.tTest += below(afterOtherwise(x, y))
		_, k := kendall(x, y)
		c.kendall += below(k)
	}
	return c, nil
}

func below(p float64) int {
	if p <= 0.05 {
		return 1
	}
	return 0
}

// stream returns the random numbers of one replicate, the same whatever else
// is simulated.
func stream(seed, cell uint64, n, r int) *rand.Rand {
	return rand.New(rand.NewPCG(seed, cell<<48|uint64(n)<<32|uint64(r)))
}

// single analyses a diary with one food and one outcome.
func single(ctx context.Context, set series.Set) (insight.Finding, error) {
	r, err := insight.Analyse(ctx, set, insight.Options{})
	if err != nil {
		return insight.Finding{}, err
	}
	return r.Findings[0], nil
}

// kernels are the effects whose intervals are checked, in points on the day
// itself and the days after.
var kernels = []struct {
	name string
	k    []float64
}{
	{"next day, fading", []float64{0, 1, .7, .4}},
	{"two days later", []float64{0, 0, 1, .8, .5}},
	{"the three days after", []float64{0, 1, 1, 1}},
	{"days 4 to 7", []float64{0, 0, 0, 0, 1, 1, 1, 1}},
}

// coverage checks the intervals: of the mean of days 1-3, always, and of the
// window that is displayed. It returns the least coverage of the first.
func coverage(ctx context.Context, p plan, out io.Writer) (float64, error) {
	fmt.Fprintf(out, "Percent of 95 %% intervals that hold the truth, peak 1 point, world \"%s\"\n\n", worlds()[0].name)
	fmt.Fprintf(out, "%-24s %5s %15s %8s %15s\n", "effect", "days", "mean of 1-3", "bias", "as displayed")
	least := 100.0
	for i, k := range kernels {
		for _, n := range p.lengths {
			n = max(n, 90)
			var hit, shown, all int
			bias := 0.0
			for r := range p.replicates {
				set := worlds()[0].simulate(stream(p.seed, uint64(100+i), n, r), n, k.k)
				res, err := insight.Analyse(ctx, set, insight.Options{})
				if err != nil {
					return 0, err
				}
				f, b := res.Findings[0], res.Baselines[0]
				if math.IsNaN(f.Effect) || f.Window == [2]int{1, 14} {
					continue
				}
				all++
				mean := (f.Lags.Effect[1] + f.Lags.Effect[2] + f.Lags.Effect[3]) / 3
				truth := windowMean(k.k, 1, 3)
				df := float64(b.SkinDays - b.Columns - len(f.Lags.Effect))
				half := distuv.StudentsT{Sigma: 1, Nu: df}.Quantile(.975) * f.SmallestVisible / 2.8
				bias += mean - truth
				if math.Abs(mean-truth) <= half {
					hit++
				}
				if want := windowMean(k.k, f.Window[0], f.Window[1]); f.Low <= want && want <= f.High {
					shown++
				}
			}
			cov := 100 * float64(hit) / float64(max(all, 1))
			least = math.Min(least, cov)
			fmt.Fprintf(out, "%-24s %5d %15.1f %8.2f %15.1f\n", k.name, n, cov, bias/float64(max(all, 1)), 100*float64(shown)/float64(max(all, 1)))
		}
	}
	fmt.Fprintf(out, "\nLeast coverage of the mean of days 1-3: %.1f %% (at least %.0f %%).\n", least, leastCoverage)
	return least, nil
}

func windowMean(k []float64, a, b int) float64 {
	sum := 0.0
	for l := a; l <= b && l < len(k); l++ {
		sum += k[l]
	}
	return sum / float64(b-a+1)
}
