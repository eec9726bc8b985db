package insight_test

import (
	"context"
	"math"
	"testing"

	"skinward/app/insight"
)

// The days that a chart shows are the very days that the averages count.
func TestSidesAreTheDaysOfThePlainAverages(t *testing.T) {
	set := readJournal(t, "d0090")
	res, err := insight.Analyse(context.Background(), set, insight.Options{})
	if err != nil {
		t.Fatal(err)
	}
	compared := 0
	for _, f := range res.Findings {
		if f.NAfter == 0 || f.NOtherwise == 0 {
			continue
		}
		fac, _ := set.Factor(f.Factor)
		out, _ := set.Outcome(f.Outcome)
		s := insight.PlainSides(fac, out, f.Window)
		if len(s.After) != f.NAfter || len(s.Otherwise) != f.NOtherwise {
			t.Errorf("%s, %s: %d and %d days, counted %d and %d", f.Factor, f.Outcome, len(s.After), len(s.Otherwise), f.NAfter, f.NOtherwise)
		}
		if m := meanOf(out.Values, s.After); math.Abs(m-f.MeanWith) > 1e-9 {
			t.Errorf("%s, %s: mean after %v, said %v", f.Factor, f.Outcome, m, f.MeanWith)
		}
		compared++
	}
	if compared < 20 {
		t.Fatalf("only %d pairs were compared", compared)
	}
}

func meanOf(v []float64, days []int) float64 {
	sum := 0.0
	for _, t := range days {
		sum += v[t]
	}
	return sum / float64(len(days))
}
