package experiment_test

import (
	"context"
	"encoding/csv"
	"errors"
	"math"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"skinward/app/experiment"
	"skinward/app/journal"
	"skinward/app/series"
)

// readCase reads a small experiment whose p-values were enumerated
// independently.
func readCase(t *testing.T) (blocks []bool, y []float64) {
	t.Helper()
	f, err := os.Open("testdata/c12_experiment.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range rows[1:] {
		if i%7 == 0 {
			blocks = append(blocks, r[2] == "1")
		}
		v := math.NaN()
		if r[3] != "" {
			if v, err = strconv.ParseFloat(r[3], 64); err != nil {
				t.Fatal(err)
			}
		}
		y = append(y, v)
	}
	return blocks, y
}

func TestEnumerationMatchesReference(t *testing.T) {
	blocks, y := readCase(t)
	diff, _, _ := experiment.Difference(y, blocks, 7, 3)
	if math.Abs(diff-0.979166666667) > 1e-9 {
		t.Errorf("difference %.12g", diff)
	}
	for _, c := range []struct {
		schedules [][]bool
		n         int
		p         float64
	}{
		{experiment.Schedules(4), 16, 0.125},
		{experiment.Choices(8, 4), 70, 0.142857142857},
	} {
		var all []float64
		for _, s := range c.schedules {
			d, _, _ := experiment.Difference(y, s, 7, 3)
			all = append(all, math.Abs(d))
		}
		if p := experiment.ShareAtLeast(all, math.Abs(diff)); len(all) != c.n || math.Abs(p-c.p) > 1e-9 {
			t.Errorf("%d schedules, p %.12g, want %d, %.12g", len(all), p, c.n, c.p)
		}
	}
}

func plan(seed uint64) experiment.Plan {
	p := experiment.Default(experiment.Food)
	p.Factor, p.Outcome, p.Seed, p.Start = "milk", series.Severity, seed, journal.NewDay(2026, 3, 2)
	return p
}

// record makes the skin of somebody who follows the plan, with an effect of
// peak points the day after, fading.
func record(p experiment.Plan, peak float64, seed uint64) series.Set {
	rng := rand.New(rand.NewPCG(seed, 9))
	s := series.Set{First: p.Start.Add(-10), Days: p.Days() + 20}
	skin, food := make([]float64, s.Days), make([]float64, s.Days)
	level := 0.0
	for t := range skin {
		if on, ok := p.On(s.Day(t)); ok && on {
			food[t] = 1
		}
		level = .8*level + .7*rng.NormFloat64()
		v := 4 + level
		for l, k := range []float64{0, 1, .7, .4} {
			if l <= t {
				v += peak * k * food[t-l]
			}
		}
		skin[t] = math.Round(math.Min(10, math.Max(0, v)))
	}
	s.Outcomes = []series.Outcome{{Name: series.Severity, Kind: series.OutcomeScale, Values: skin}}
	s.Factors = []series.Factor{{Name: "milk", Kind: series.KindFood, Binary: true, Values: food}}
	return s
}

func TestPlanIsRefused(t *testing.T) {
	for name, change := range map[string]func(*experiment.Plan){
		"A-B-A-B":         func(p *experiment.Plan) { p.Pairs = 2 },
		"four pairs":      func(p *experiment.Plan) { p.Pairs = 4 },
		"no factor":       func(p *experiment.Plan) { p.Factor = "" },
		"no outcome":      func(p *experiment.Plan) { p.Outcome = "" },
		"no direction":    func(p *experiment.Plan) { p.Direction = "" },
		"washout too big": func(p *experiment.Plan) { p.Washout = 7 },
		"hives once":      func(p *experiment.Plan) { p.Reaction = journal.Yes },
		"unknown kind":    func(p *experiment.Plan) { p.Kind = "weather" },
	} {
		p := plan(1)
		if err := p.Validate(); err != nil {
			t.Fatal(err)
		}
		change(&p)
		var coded *journal.Error
		if err := p.Validate(); !errors.As(err, &coded) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := experiment.Evaluate(context.Background(), p, series.Set{}, .5); err == nil {
			t.Errorf("%s was evaluated", name)
		}
	}
}

func TestScheduleComesFromTheSeed(t *testing.T) {
	a, b := plan(3).Blocks(), plan(3).Blocks()
	seen := map[string]bool{}
	for seed := range uint64(40) {
		key := ""
		for _, on := range plan(seed).Blocks() {
			key += strconv.FormatBool(on)
		}
		seen[key] = true
	}
	for i := range a {
		if a[i] != b[i] {
			t.Fatal("the same seed gave two schedules")
		}
		if i%2 == 1 && a[i] == a[i-1] {
			t.Fatal("a pair holds the same twice")
		}
	}
	if len(seen) < 20 {
		t.Errorf("40 seeds gave only %d schedules", len(seen))
	}
}

func TestLargeEffectIsConfirmed(t *testing.T) {
	p := plan(5)
	set := record(p, 2, 1)
	r, err := experiment.Evaluate(context.Background(), p, set, .5)
	if err != nil {
		t.Fatal(err)
	}
	if r.Verdict != experiment.Confirmed || !r.Exact || r.Schedules != 64 || r.P > .05 || r.Low <= 0 {
		t.Errorf("%+v", r)
	}
	if r.Followed != p.Days() || r.Known != p.Days() {
		t.Errorf("followed %d of %d", r.Followed, r.Known)
	}
	p.Direction = experiment.Better
	if r, _ = experiment.Evaluate(context.Background(), p, set, .5); r.Verdict == experiment.Confirmed || r.P < .5 {
		t.Errorf("confirmed against the planned direction: %+v", r)
	}
}

// An experiment that does nothing comes out at p <= .05 in about 5 of 100.
func TestNullExperimentsKeepTheirLevel(t *testing.T) {
	low := 0
	const rounds = 200
	for seed := range uint64(rounds) {
		p := plan(seed)
		r, err := experiment.Evaluate(context.Background(), p, record(p, 0, seed), .5)
		if err != nil {
			t.Fatal(err)
		}
		if r.P <= .05 {
			low++
		}
	}
	if low > 20 { // binomial, p = 3/64: more than 20 of 200 happens once in 2,000
		t.Errorf("%d of %d null experiments at p <= .05", low, rounds)
	}
}

func TestManyPairsAreDrawn(t *testing.T) {
	p := plan(2)
	p.Pairs, p.BlockDays, p.Washout = 13, 5, 2
	r, err := experiment.Evaluate(context.Background(), p, record(p, 1.5, 4), .5)
	if err != nil {
		t.Fatal(err)
	}
	if r.Exact || r.Schedules != 9999 || r.P < 1e-4 || r.P > .05 {
		t.Errorf("%+v", r)
	}
}

func TestUnfinishedExperimentHasNoVerdict(t *testing.T) {
	p := plan(1)
	set := record(p, 1, 1)
	for i := 25; i < set.Days; i++ {
		set.Outcomes[0].Values[i] = math.NaN()
	}
	r, err := experiment.Evaluate(context.Background(), p, set, .5)
	if err != nil || r.Verdict != experiment.Unfinished || !math.IsNaN(r.P) {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestPlannerTable(t *testing.T) {
	for _, d := range experiment.Designs() {
		if !d.Challenge && d.Days != 2*d.Pairs*d.BlockDays {
			t.Errorf("%+v: days do not add up", d)
		}
		if d.Pairs < experiment.FewestPairs && d.Offered() {
			t.Errorf("%+v is offered", d)
		}
		for i := 1; i < 3; i++ {
			if d.Power[i] < d.Power[i-1] {
				t.Errorf("%+v: power falls with the effect", d)
			}
		}
	}
	d, ok := experiment.DesignOf(plan(1))
	if !ok || d.PowerFor(1.6) != 84 || d.Weak(1.6) || !d.Weak(1) {
		t.Errorf("default design: %+v %v", d, ok)
	}
}
