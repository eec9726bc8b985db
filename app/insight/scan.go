package insight

import (
	"context"
	"math"
	"slices"

	"skinward/app/series"
)

// Analysis is a scan with its models at hand, so that the details of a pair
// take milliseconds. It is not safe for use from two goroutines.
type Analysis struct {
	set       series.Set
	opts      Options
	exposures []exposure
	cols      []column // regressors of the baseline
	outcomes  []fitted
	pairs     []pair // outcome-major, factors in the set's order
	result    Result
	chosen    []Fit // of a kept result, whose models are made when a detail needs them
}

// fitted is one outcome with its models: on the test scale and on the recorded
// one, by the part that was left out.
type fitted struct {
	series.Outcome
	tested    bool
	why       Reason // when not tested
	important float64
	scale     []float64 // on which it is tested, nil when that is the recorded one
	test, raw map[string]*model
}

// pair is one factor and one outcome under way.
type pair struct {
	factor, outcome int
	drop            string
	tested          bool
	trials          [shapeCount]trial
	best            int // shape with the largest |t|
	estimated       bool
}

// Analyse scans the set and works out everything: p, q, effects, lag charts
// and grades of all pairs. It returns ctx's error when cancelled.
func Analyse(ctx context.Context, set series.Set, opts Options) (Result, error) {
	a, err := Open(ctx, set, opts)
	if err != nil {
		return Result{}, err
	}
	return a.Result(), nil
}

// Open does Scan and Complete in one, with one run of progress, and keeps the
// models for details.
func Open(ctx context.Context, set series.Set, opts Options) (*Analysis, error) {
	a, err := scan(ctx, set, opts, 0.6)
	if err != nil {
		return nil, err
	}
	return a, a.complete(ctx, 0.6)
}

// Scan tests all pairs and works out the effects of those at Hint and above.
// The grades of the others are provisional (Finding.Pending) until Complete.
func Scan(ctx context.Context, set series.Set, opts Options) (*Analysis, error) {
	return scan(ctx, set, opts, 1)
}

// scan reports progress from 0 to upTo.
func scan(ctx context.Context, set series.Set, opts Options, upTo float64) (*Analysis, error) {
	if err := opts.check(set); err != nil {
		return nil, err
	}
	whole := set.Days
	set = set.Between(opts.From, opts.To)
	if set.Days == 0 && whole > 0 {
		set.Notices = append(slices.Clone(set.Notices), series.Notice{Code: "no_skin_then", Text: "No skin entry lies between these days, so there is nothing to compare with."})
	}
	set.Outcomes = opts.scanned(set)
	a := &Analysis{set: set, opts: opts}
	a.prepare()
	p := &pool{ctx: ctx, progress: opts.Progress}
	if err := a.fit(p.phase(0, 0.5*upTo)); err != nil {
		return nil, err
	}
	a.pair()
	if err := a.test(p.phase(0.5*upTo, 0.9*upTo)); err != nil {
		return nil, err
	}
	a.describe()
	a.correct()
	err := a.estimate(p.phase(0.9*upTo, upTo), func(pr *pair) bool {
		return a.finding(pr).Q <= hintQ
	})
	if err != nil {
		return nil, err
	}
	a.conclude()
	return a, nil
}

// Complete works out the effects, lag charts and final grades of the pairs
// that Scan left pending.
func (a *Analysis) Complete(ctx context.Context) error { return a.complete(ctx, 0) }

// complete reports progress from the share already done to 1.
func (a *Analysis) complete(ctx context.Context, from float64) error {
	p := &pool{ctx: ctx, progress: a.opts.Progress}
	if err := a.estimate(p.phase(from, 1), func(pr *pair) bool { return !pr.estimated }); err != nil {
		return err
	}
	a.conclude()
	return nil
}

// Result returns the findings so far.
func (a *Analysis) Result() Result {
	r := a.result
	r.Findings = slices.DeleteFunc(slices.Clone(r.Findings), func(f Finding) bool { return f.Reason == reasonItself })
	return r
}

func (a *Analysis) finding(p *pair) *Finding {
	return &a.result.Findings[p.outcome*len(a.set.Factors)+p.factor]
}

// pair lists all pairs and says which are tested.
func (a *Analysis) pair() {
	set := a.set
	a.result.Method = MethodVersion
	a.result.From, a.result.To, a.result.Days = set.First, set.Last(), set.Days
	a.result.Notices = set.Notices
	for o, out := range a.outcomes {
		for i, f := range set.Factors {
			e := a.exposures[i]
			fd := Finding{
				Outcome: out.Name, OutcomeLabel: out.Label, OutcomeKind: out.Kind,
				Factor: f.Name, FactorLabel: f.Label, Kind: f.Kind, Unit: f.Unit, Binary: f.Binary,
				Family: familyOf(f, a.opts.suspected(f.Name)),
				Course: f.Binary && e.course(), Scale: 1,
				DaysWith: e.with, DaysWithout: e.without, Switches: e.switches,
				SkinDays: out.Recorded(), SmallestImportant: out.important, DaysNeeded: -1,
				MissingShare: 1 - knownShare(f.Values, set.Days),
			}
			blank(&fd)
			fd.Window = defaultWindow
			if fd.Course {
				fd.Window = courseWindow
			}
			p := pair{factor: i, outcome: o, drop: a.dropFor(f), tested: out.tested}
			why := out.why
			if out.Own && f.Kind == series.KindTracker && f.Name == out.Name {
				p.tested, why = false, reasonItself
			}
			if short := shortage(f, e, set); short != ReasonNone && why == ReasonNone {
				p.tested, why = false, short
			}
			if !p.tested {
				fd.shortfall(why)
			}
			a.pairs = append(a.pairs, p)
			a.result.Findings = append(a.result.Findings, fd)
		}
	}
}

// blank marks every number that is not known yet.
func blank(f *Finding) {
	nan := math.NaN()
	f.Effect, f.SE, f.Low, f.High, f.WideLow, f.WideHigh = nan, nan, nan, nan, nan, nan
	f.P, f.Q, f.MeanWith, f.MeanWithout, f.SmallestVisible = nan, nan, nan, nan, nan
}

// dropFor returns the baseline part that leaves the model when f is tested.
func (a *Analysis) dropFor(f series.Factor) string {
	part := partOf(f.Kind)
	for _, b := range a.result.Baselines {
		if slices.Contains(b.Used, part) {
			return part
		}
	}
	return ""
}

const shapeBlock = 16 // factors whose shapes are worked on together

// test computes the six trials of every tested pair, in blocks of factors.
func (a *Analysis) test(p *pool) error {
	type block struct {
		drop    string
		factors []int
	}
	var blocks []block
	for _, drop := range []string{"", partStress, partSleep, partCycle} {
		var fs []int
		for i, f := range a.set.Factors {
			if a.dropFor(f) == drop && shortage(f, a.exposures[i], a.set) == ReasonNone {
				fs = append(fs, i)
			}
		}
		for part := range slices.Chunk(fs, shapeBlock) {
			blocks = append(blocks, block{drop, part})
		}
	}
	n := a.set.Days
	return p.run(len(blocks), func(i int, ws *workspace) {
		b := blocks[i]
		k := len(b.factors) * shapeCount
		src := ws.get(20, n*k)
		var box boxer
		for j, f := range b.factors {
			x := a.set.Factors[f].Values
			putShapes(src, k, j*shapeCount, x, filled(x), &box)
		}
		for o := range a.outcomes {
			md := a.outcomes[o].test[b.drop]
			if md == nil {
				continue
			}
			trials := md.trials(md.clean(src, k, ws))
			for j, f := range b.factors {
				pr := &a.pairs[o*len(a.set.Factors)+f]
				copy(pr.trials[:], trials[j*shapeCount:])
				for s, t := range pr.trials {
					if math.Abs(t.t) > math.Abs(pr.trials[pr.best].t) {
						pr.best = s
					}
				}
			}
		}
	})
}

// describe fills in the merged p of every tested pair.
func (a *Analysis) describe() {
	sh := shapes()
	for i := range a.pairs {
		pr := &a.pairs[i]
		if !pr.tested {
			continue
		}
		var p [shapeCount]float64
		for s, t := range pr.trials {
			p[s] = t.p
		}
		f := a.finding(pr)
		f.P = mergeP(p[:])
		f.Shape = sh[pr.best].id
	}
}
