package insight

import "slices"

const (
	chartLags  = 8  // lag chart: days 0 … 7
	lateLags   = 11 // joint fit for the window 4-7: days 0 … 10
	longLags   = 15 // lag chart on request: days 0 … 14
	pairBlock  = 12 // pairs whose effects are worked on together
	lateWindow = 5  // windows that end later need lateLags
)

// windowFor returns the window an effect is reported for.
func (a *Analysis) windowFor(p *pair, f *Finding) [2]int {
	switch {
	case f.Course:
		return courseWindow
	case f.Q <= hintQ:
		return shapes()[p.best].window
	}
	return defaultWindow
}

// plan says which columns the effect of a pair needs: the 1-14 day mean, then
// the lags from 0.
type plan struct {
	pair *pair
	at   int // first column in the block
	box  bool
	lags int
}

func (pl plan) width() int {
	if pl.box {
		return pl.lags + 1
	}
	return pl.lags
}

// lag0 is the column of lag 0.
func (pl plan) lag0() int { return pl.at + pl.width() - pl.lags }

// estimate works out effect, interval and lag chart of the tested pairs that
// pick chooses.
func (a *Analysis) estimate(p *pool, pick func(*pair) bool) error {
	type block struct {
		md    *model
		plans []plan
		width int
	}
	var blocks []block
	for o := range a.outcomes {
		for _, drop := range []string{"", partStress, partSleep, partCycle} {
			var ps []plan
			for i := range a.set.Factors {
				pr := &a.pairs[o*len(a.set.Factors)+i]
				if !pr.tested || pr.drop != drop || !pick(pr) {
					continue
				}
				f := a.finding(pr)
				f.Window = a.windowFor(pr, f)
				pl := plan{pair: pr, box: f.Window == courseWindow, lags: chartLags}
				if !pl.box && f.Window[1] > lateWindow {
					pl.lags = lateLags
				}
				ps = append(ps, pl)
			}
			for part := range slices.Chunk(ps, pairBlock) {
				b := block{md: a.outcomes[o].raw[drop], plans: part}
				for i := range b.plans {
					b.plans[i].at = b.width
					b.width += b.plans[i].width()
				}
				blocks = append(blocks, b)
			}
		}
	}
	return p.run(len(blocks), func(i int, ws *workspace) {
		b := blocks[i]
		src := ws.get(20, a.set.Days*b.width)
		var box boxer
		for _, pl := range b.plans {
			x := a.set.Factors[pl.pair.factor].Values
			a.putPlan(src, b.width, pl, x, &box)
		}
		c := b.md.clean(src, b.width, ws)
		for _, pl := range b.plans {
			a.conclusion(b.md, c, pl, &ws.t)
		}
	})
}

// putPlan writes the columns of one plan.
func (a *Analysis) putPlan(dst []float64, stride int, pl plan, x []float64, box *boxer) {
	fx := filled(x)
	if pl.box {
		v := box.mean(x, courseWindow[0], courseWindow[1])
		putColumn(dst, stride, pl.at, v)
		a.finding(pl.pair).Scale = spread(v)
	}
	for l := range pl.lags {
		putLag(dst, stride, pl.lag0()+l, fx, l)
	}
}

// conclusion fills effect, interval, chart and smallest visible effect.
func (a *Analysis) conclusion(md *model, c cleaned, pl plan, t *quantiles) {
	f := a.finding(pl.pair)
	pl.pair.estimated = true
	chart := md.jointFit(c, pl.lag0(), chartLags)
	if chart.ok {
		f.Lags = lagChart(chart, t)
		f.SmallestVisible = visibleFactor * chart.window(1, 3).se
	}
	fit := chart
	switch {
	case pl.box:
		fit = md.jointFit(c, pl.at, 2)
	case pl.lags == lateLags:
		fit = md.jointFit(c, pl.at, lateLags)
	}
	if !fit.ok {
		return
	}
	e := fit.lag(0) // the 1-14 day mean
	if !pl.box {
		e = fit.window(f.Window[0], f.Window[1])
	}
	f.Effect, f.SE = e.value, e.se
	f.Low, f.High = e.interval(t)
	f.df = e.df
	f.Direction = Worse
	if f.Effect < 0 {
		f.Direction = Better
	}
}

// lagChart returns the single days of a joint fit.
func lagChart(j joint, t *quantiles) LagChart {
	var c LagChart
	for l := range j.beta {
		e := j.lag(l)
		low, high := e.interval(t)
		c.Effect = append(c.Effect, e.value)
		c.Low = append(c.Low, low)
		c.High = append(c.High, high)
	}
	return c
}
