package insight

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"skinward/app/series"
)

// Detail works out what is shown when one pair is opened: the long lag chart,
// the same day, both halves of the record, and what goes along with it. It
// reports false when there is no such pair.
func (a *Analysis) Detail(factor, outcome string) (Detail, bool) {
	at := slices.IndexFunc(a.result.Findings, func(f Finding) bool {
		return f.Factor == factor && f.Outcome == outcome && f.Reason != reasonItself
	})
	if at < 0 {
		return Detail{}, false
	}
	pr := &a.pairs[at]
	d := Detail{Finding: a.result.Findings[at]}
	nan := math.NaN()
	d.SameDay = SameDay{nan, nan, nan, nan}
	d.Overlaps = a.overlaps(pr.factor)
	y := a.outcomes[pr.outcome].Values
	var box boxer
	on := a.exposures[pr.factor].on
	d.Spearman, _ = Spearman(box.known(on, d.Window[0], d.Window[1]), y)
	a.blankHalves(&d)
	if pr.tested && a.fitted(pr) {
		a.open(pr, &d)
	}
	return d, true
}

// blankHalves names the days of both halves.
func (a *Analysis) blankHalves(d *Detail) {
	nan := math.NaN()
	mid := a.set.Days / 2
	for i, span := range [2][2]int{{0, mid}, {mid, a.set.Days}} {
		d.Halves[i] = Half{Effect: nan, Low: nan, High: nan}
		if span[1] > span[0] {
			d.Halves[i].From, d.Halves[i].To = a.set.Day(span[0]), a.set.Day(span[1]-1)
		}
	}
}

// open fits the columns of one tested pair.
func (a *Analysis) open(pr *pair, d *Detail) {
	var ws workspace
	f := a.finding(pr)
	x := a.set.Factors[pr.factor].Values
	pl := plan{pair: pr, box: f.Window == courseWindow, lags: longLags}
	width := pl.width() + 1
	src := ws.get(20, a.set.Days*width)
	var box boxer
	a.putPlan(src, width, pl, x, &box)
	putDecay(src, width, width-1, filled(x), 0)
	out := a.outcomes[pr.outcome]

	md := out.raw[pr.drop]
	c := md.clean(src, width, &ws)
	if fit := md.jointFit(c, pl.lag0(), longLags); fit.ok {
		d.LongLags = lagChart(fit, &ws.t)
	}
	if fit := md.jointFit(c, pl.lag0(), chartLags); fit.ok {
		e := fit.lag(0)
		d.SameDay.Effect = e.value
		d.SameDay.Low, d.SameDay.High = e.interval(&ws.t)
	}
	a.halves(md, c, pl, d, &ws)

	test := out.test[pr.drop]
	d.SameDay.P = test.trials(test.clean(src, width, &ws))[width-1].p
}

// halves repeats the fit of the effect on each half of the record, with the
// surprises of the whole.
func (a *Analysis) halves(md *model, c cleaned, pl plan, d *Detail, ws *workspace) {
	mid := a.set.Days / 2
	cut, _ := slices.BinarySearch(md.gains.obs, mid)
	on := a.exposures[pl.pair.factor].on
	for i, span := range [2]struct{ from, to, lo, hi int }{
		{0, cut, 0, mid}, {cut, len(md.e), mid, a.set.Days},
	} {
		h := &d.Halves[i]
		for _, v := range on[span.lo:span.hi] {
			if v > 0 {
				h.DaysWith++
			}
		}
		if h.DaysWith < minWith {
			continue
		}
		var e estimate
		switch lags := max(chartLags, d.Window[1]+4); {
		case pl.box:
			fit := md.jointFitOn(c, pl.at, 2, span.from, span.to)
			if !fit.ok {
				continue
			}
			e = fit.lag(0)
		default:
			if d.Window[1] <= lateWindow {
				lags = chartLags
			}
			fit := md.jointFitOn(c, pl.lag0(), lags, span.from, span.to)
			if !fit.ok {
				continue
			}
			e = fit.window(d.Window[0], d.Window[1])
		}
		h.Effect = e.value
		h.Low, h.High = e.interval(&ws.t)
	}
}

// known returns the mean of the known exposures in the window per day, NaN
// where none is known.
func (b *boxer) known(on []float64, from, to int) []float64 {
	out := make([]float64, len(on))
	for t := range on {
		sum, n := 0.0, 0
		for l := from; l <= to && l <= t; l++ {
			if v := on[t-l]; !math.IsNaN(v) {
				sum += v
				n++
			}
		}
		out[t] = sum / float64(n)
	}
	return out
}

// Overlaps names the factors whose days coincide with those of a factor, the
// most alike first, at most five; nil when there is no such factor.
func (a *Analysis) Overlaps(factor string) []Overlap {
	i := slices.IndexFunc(a.set.Factors, func(f series.Factor) bool { return f.Name == factor })
	if i < 0 {
		return nil
	}
	return a.overlaps(i)
}

// What makes two factors hard to tell apart.
const (
	overlapShown     = 5
	overlapShare     = 0.5 // shared days from which another factor is named
	overlapR         = 0.3 // or correlation
	inseparableR     = 0.7 // correlation from which the two cannot be told apart
	inseparableShare = 0.9 // or shared days
)

// overlaps names the factors whose days coincide with those of factor i.
func (a *Analysis) overlaps(i int) []Overlap {
	fs := a.set.Factors
	var out []Overlap
	for j, g := range fs {
		if j == i || !g.Binary || !fs[i].Binary || g.Kind == series.KindCycle || related(fs[i], g) {
			continue
		}
		o := Overlap{Factor: g.Name, FactorLabel: g.Label}
		both, this := 0, 0
		x, y := a.exposures[i].on, a.exposures[j].on
		for t, v := range x {
			if math.IsNaN(v) || math.IsNaN(y[t]) {
				continue
			}
			switch {
			case v > 0 && y[t] > 0:
				both++
				this++
			case v > 0:
				o.OnlyThis++
				this++
			case y[t] > 0:
				o.OnlyOther++
			}
		}
		if this == 0 || both == 0 {
			continue
		}
		o.Both, o.Shared = both, float64(both)/float64(this)
		o.Correlation, _ = Pearson(x, y)
		if math.IsNaN(o.Correlation) || (o.Shared < overlapShare || o.Correlation <= 0) && o.Correlation < overlapR {
			continue
		}
		o.Inseparable = o.Correlation >= inseparableR || o.Shared >= inseparableShare && o.OnlyThis < minWith
		out = append(out, o)
	}
	slices.SortStableFunc(out, func(a, b Overlap) int {
		if c := cmp.Compare(b.Correlation, a.Correlation); c != 0 {
			return c
		}
		return strings.Compare(a.Factor, b.Factor)
	})
	return out[:min(len(out), overlapShown)]
}

// related reports whether one is a food group that holds the other.
func related(f, g series.Factor) bool {
	return slices.Contains(f.Members, g.Name) || slices.Contains(g.Members, f.Name) ||
		f.Kind == series.KindFoodGroup && g.Kind == series.KindFoodGroup
}
