package insight_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"skinward/app/insight"
	"skinward/app/journal"
	"skinward/app/series"
)

func encode(t testing.TB, r insight.Result) string {
	t.Helper()
	var b bytes.Buffer
	if err := insight.WriteJSON(&b, r.Findings); err != nil {
		t.Fatal(err)
	}
	if err := insight.WriteTable(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestSameDiarySameBytes(t *testing.T) {
	set := readJournal(t, "d0180n")
	a := encode(t, analyse(t, set, insight.Options{}))
	for range 3 {
		if b := encode(t, analyse(t, set, insight.Options{})); a != b {
			t.Fatal("two scans of one diary differ")
		}
	}
}

// compare reports the first finding that differs by more than rounding.
func compare(t *testing.T, what string, a, b insight.Result, tol float64) {
	t.Helper()
	if len(a.Findings) != len(b.Findings) {
		t.Fatalf("%s: %d and %d findings", what, len(a.Findings), len(b.Findings))
	}
	for i, f := range a.Findings {
		g := b.Findings[i]
		for _, v := range [][2]float64{{f.P, g.P}, {f.Q, g.Q}, {f.Effect, g.Effect}, {f.Low, g.Low}, {f.High, g.High}, {f.SmallestVisible, g.SmallestVisible}} {
			if math.IsNaN(v[0]) != math.IsNaN(v[1]) || math.Abs(v[0]-v[1]) > tol*math.Max(1, math.Abs(v[0])) {
				t.Fatalf("%s: %s and %s: %v became %v", what, f.Factor, f.Outcome, v[0], v[1])
			}
		}
		if f.Grade != g.Grade || f.Window != g.Window {
			t.Fatalf("%s: %s became %s", what, f.Grade, g.Grade)
		}
	}
}

func TestConstantAddedToOutcomeChangesNothing(t *testing.T) {
	set := syntheticSet(200, 20, 1, 3)
	before := analyse(t, set, insight.Options{})
	for _, c := range []float64{1, 1000, 1e6} {
		moved := set
		moved.Outcomes = slices.Clone(set.Outcomes)
		v := slices.Clone(set.Outcomes[0].Values)
		for i := range v {
			v[i] += c
		}
		moved.Outcomes[0].Values = v
		compare(t, fmt.Sprint("plus ", c), before, analyse(t, moved, insight.Options{}), 1e-6)
	}
}

func TestNamesAndOrderOfFactorsChangeNothing(t *testing.T) {
	set := syntheticSet(200, 20, 1, 4)
	before := analyse(t, set, insight.Options{})
	other := set
	other.Factors = slices.Clone(set.Factors)
	for i := range other.Factors {
		other.Factors[i].Name = fmt.Sprintf("x%02d", i)
	}
	compare(t, "renamed", before, analyse(t, other, insight.Options{}), 0)
	slices.Reverse(other.Factors)
	after := analyse(t, other, insight.Options{})
	slices.Reverse(after.Findings)
	compare(t, "turned round", before, after, 1e-9)
}

// stretched adds days without any entry behind the record.
func stretched(set series.Set, days int) series.Set {
	pad := func(v []float64) []float64 {
		v = slices.Clone(v)
		for range days {
			v = append(v, math.NaN())
		}
		return v
	}
	out := set
	out.Days += days
	out.Outcomes, out.Factors = slices.Clone(set.Outcomes), slices.Clone(set.Factors)
	for i := range out.Outcomes {
		out.Outcomes[i].Values = pad(out.Outcomes[i].Values)
	}
	for i := range out.Factors {
		out.Factors[i].Values = pad(out.Factors[i].Values)
	}
	out.Stress, out.Sleep = pad(set.Stress), pad(set.Sleep)
	return out
}

func TestEmptyDaysAddedChangeNothing(t *testing.T) {
	set := syntheticSet(200, 20, 1, 5)
	before := analyse(t, set, insight.Options{})
	long := stretched(set, 40)
	compare(t, "40 empty days", before, analyse(t, long, insight.Options{}), 1e-9)
}

// More noise never raises grades systematically: over many diaries with a true
// effect, the noisier ones are graded lower on average.
func TestNoiseLowersGrades(t *testing.T) {
	total := func(noise float64) int {
		sum := 0
		for seed := range uint64(12) {
			set := syntheticSet(240, 1, 1, 100+seed)
			rng := rand.New(rand.NewPCG(seed, 2))
			x, y := set.Factors[0].Values, slices.Clone(set.Outcomes[0].Values)
			for i := range y {
				if i > 0 && x[i-1] > 0 {
					y[i] += 1.5
				}
				y[i] += noise * rng.NormFloat64()
			}
			set.Outcomes[0].Values = y
			sum += analyse(t, set, insight.Options{}).Findings[0].Grade.Rank()
		}
		return sum
	}
	quiet, loud, louder := total(0), total(1.5), total(5)
	if !(quiet < loud && loud < louder) {
		t.Errorf("grade ranks add up to %d, %d, %d as noise grows", quiet, loud, louder)
	}
}

func TestHostileSeries(t *testing.T) {
	constant := func(v float64) func(int) float64 { return func(int) float64 { return v } }
	noise := rand.New(rand.NewPCG(1, 1))
	lines := map[string]func(int) float64{
		"zero": constant(0), "ten": constant(10), "missing": constant(math.NaN()), "huge": constant(1e6),
		"huge noise": func(int) float64 { return 1e6 * noise.NormFloat64() },
		"alternate":  func(i int) float64 { return float64(i % 2) },
		"one spike":  func(i int) float64 { return float64(boolTo1(i == 20)) },
		"straight":   func(i int) float64 { return float64(i) },
		"weekly":     func(i int) float64 { return float64(boolTo1(i%7 == 0)) },
		"tiny noise": func(int) float64 { return 1e-9 * noise.NormFloat64() },
	}
	for outcome, oy := range lines {
		for _, n := range []int{0, 1, 2, 29, 30, 45, 200} {
			set := series.Set{First: journal.NewDay(2025, 1, 1), Days: n}
			fill := func(f func(int) float64) []float64 {
				v := make([]float64, n)
				for i := range v {
					v[i] = f(i)
				}
				return v
			}
			set.Outcomes = []series.Outcome{{Name: series.Severity, Kind: series.OutcomeScale, Values: fill(oy)}, {Name: series.Lesions, Kind: series.OutcomeCount, Values: fill(oy)}}
			for name, f := range lines {
				set.Factors = append(set.Factors,
					series.Factor{Name: name, Kind: series.KindFood, Binary: true, Values: fill(f)},
					series.Factor{Name: name + " number", Kind: series.KindStress, Values: fill(f)})
			}
			set.Stress, set.Sleep = fill(lines["alternate"]), fill(lines["straight"])
			series.SortFactors(set.Factors)
			a, err := insight.Scan(context.Background(), set, insight.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if err := a.Complete(context.Background()); err != nil {
				t.Fatal(err)
			}
			checkSound(t, fmt.Sprintf("%s over %d days", outcome, n), a)
		}
	}
}

func boolTo1(b bool) int {
	if b {
		return 1
	}
	return 0
}

// checkSound wants no p or q outside 0 … 1, and finite numbers wherever a
// grade is based on them.
func checkSound(t *testing.T, what string, a *insight.Analysis) {
	t.Helper()
	for _, f := range a.Result().Findings {
		tested := !math.IsNaN(f.P)
		if tested != (f.Grade != insight.NotEnoughData) || tested && !(f.P >= 0 && f.P <= 1 && f.Q >= f.P*(1-1e-9) && f.Q <= 1) {
			t.Errorf("%s: %s: p %v q %v %s", what, f.Factor, f.P, f.Q, f.Grade)
		}
		if math.IsInf(f.Effect, 0) || f.Grade.Rank() <= insight.Moderate.Rank() && !(f.Low <= f.Effect && f.Effect <= f.High) {
			t.Errorf("%s: %s: effect %v (%v to %v)", what, f.Factor, f.Effect, f.Low, f.High)
		}
		if f.Pending || f.Sentence() == "" {
			t.Errorf("%s: %s has nothing to say", what, f.Factor)
		}
		if _, ok := a.Detail(f.Factor, f.Outcome); !ok {
			t.Errorf("%s: no detail of %s", what, f.Factor)
		}
	}
}

// FuzzAnalyse feeds arbitrary numbers as outcome and factor.
func FuzzAnalyse(f *testing.F) {
	f.Add([]byte{1, 2, 3, 4, 5, 6, 7, 8}, uint8(60))
	f.Add(bytes.Repeat([]byte{0x7f, 0xf8, 0, 0, 0, 0, 0, 1, 0x41, 0x2e, 0x84, 0x80, 0, 0, 0, 0}, 30), uint8(90))
	f.Fuzz(func(t *testing.T, b []byte, days uint8) {
		n := int(days)
		set := series.Set{First: journal.NewDay(2024, 2, 1), Days: n}
		at := 0
		next := func() float64 {
			if len(b) == 0 {
				return 0
			}
			var w [8]byte
			for i := range w {
				w[i] = b[at%len(b)]
				at++
			}
			v := math.Float64frombits(binary.BigEndian.Uint64(w[:]))
			if math.IsInf(v, 0) || math.Abs(v) > 1e12 {
				return float64(w[0])
			}
			return v
		}
		line := func(binary bool) []float64 {
			v := make([]float64, n)
			for i := range v {
				v[i] = next()
				if binary && !math.IsNaN(v[i]) {
					v[i] = float64(boolTo1(v[i] > 1))
				}
			}
			return v
		}
		set.Outcomes = []series.Outcome{{Name: series.Severity, Kind: series.OutcomeScale, Values: line(false)}}
		set.Factors = []series.Factor{
			{Name: "a", Kind: series.KindFood, Binary: true, Values: line(true)},
			{Name: "b", Kind: series.KindWater, Values: line(false)},
		}
		set.Stress = line(false)
		a, err := insight.Scan(context.Background(), set, insight.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := a.Complete(context.Background()); err != nil {
			t.Fatal(err)
		}
		checkSound(t, "fuzz", a)
	})
}

func TestCancelledScanStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	set := syntheticSet(365, 60, 2, 1)
	_, err := insight.Analyse(ctx, set, insight.Options{Progress: func(float64) { cancel() }})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled scan returned %v", err)
	}
}

func TestProgressRises(t *testing.T) {
	last, calls := 0.0, 0
	analyse(t, syntheticSet(120, 30, 1, 1), insight.Options{Progress: func(s float64) {
		calls++
		if s < 0 || s > 1 {
			t.Errorf("progress %v", s)
		}
		if s < last {
			t.Errorf("progress fell from %v to %v", last, s)
		}
		last = s
	}})
	if calls == 0 || last != 1 {
		t.Errorf("%d calls, last %v", calls, last)
	}
}
