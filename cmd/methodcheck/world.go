package main

import (
	"math"
	"math/rand/v2"

	"skinward/app/journal"
	"skinward/app/series"
)

// world is a way in which a diary can come about without the food doing
// anything. Its fields are the parameters that the method note lists.
type world struct {
	name     string
	phi      [2]float64 // range of the correlation of skin from day to day
	sd       [2]float64 // range of the standard deviation of that part, points
	noise    float64    // standard deviation of the single day, points
	trend    float64    // points over the whole record
	season   float64    // amplitude over a year, points
	weekend  float64    // points on Saturdays and Sundays
	stress   float64    // points per SD of stress, on the day and (0.7 of it) the day after
	logged   bool       // stress is written down
	missing  float64    // share of days without an entry, in clumps
	onGood   float64    // how much more often good days are missing, per point
	floor    bool       // skin lies at 0 but for flares
	exposure func(w *draw) float64
	courses  bool // exposure in courses
}

// draw is the state of one simulated diary while it is made.
type draw struct {
	rng     *rand.Rand
	n, t    int
	p       float64 // base probability of the food
	stress  float64 // of the day, SD units
	skin    float64 // of the day before
	habit   float64 // slow or day-to-day habit of eating
	weekend bool
	season  float64 // -1 … 1
	on      bool    // course under way
	left    int     // days left of it
}

func logistic(p, shift float64) float64 {
	return 1 / (1 + math.Exp(-(math.Log(p/(1-p)) + shift)))
}

// worlds returns the null worlds, in the order of the table.
func worlds() []world {
	usual := world{
		phi: [2]float64{.6, .9}, sd: [2]float64{1, 1.5}, noise: .4, stress: .3, logged: true, missing: .15,
		exposure: func(d *draw) float64 { return d.p },
	}
	with := func(name string, change func(*world)) world {
		w := usual
		w.name = name
		change(&w)
		return w
	}
	return []world{
		with("random food", func(*world) {}),
		with("habit AR(.8), skin AR(.9)", func(w *world) {
			w.phi = [2]float64{.9, .9}
			w.exposure = func(d *draw) float64 {
				d.habit = .8*d.habit + .6*d.rng.NormFloat64()
				return logistic(d.p, 2*d.habit)
			}
		}),
		with("courses", func(w *world) { w.courses = true }),
		with("common trend", func(w *world) {
			w.trend = 3
			w.exposure = func(d *draw) float64 { return logistic(d.p, 3*(float64(d.t)/float64(d.n)-.5)) }
		}),
		with("weekend food, weekend skin", func(w *world) {
			w.weekend = 1
			w.exposure = func(d *draw) float64 {
				if d.weekend {
					return .7
				}
				return .15
			}
		}),
		with("stress drives both, written down", func(w *world) {
			w.stress = .8
			w.exposure = func(d *draw) float64 { return logistic(d.p, 1.2*d.stress) }
		}),
		with("avoided when skin is bad", func(w *world) {
			w.exposure = func(d *draw) float64 { return logistic(d.p, -.8*(d.skin-4.5)) }
		}),
		with("rare food", func(w *world) {
			w.exposure = func(*draw) float64 { return .06 }
		}),
		with("drifting skin, drifting habit", func(w *world) {
			w.phi = [2]float64{.95, .98}
			w.exposure = func(d *draw) float64 {
				d.habit = .97*d.habit + .25*d.rng.NormFloat64()
				return logistic(d.p, 2*d.habit)
			}
		}),
		with("30 % missing, more on good days", func(w *world) { w.missing, w.onGood = .3, .5 }),
		with("flares from a floor", func(w *world) { w.floor = true }),
		with("shared season", func(w *world) {
			w.season = 1.5
			w.exposure = func(d *draw) float64 { return logistic(d.p, 1.5*d.season) }
		}),
	}
}

// warning is a world in which the method is known to fail: the driver of both
// was not written down.
func warning() world {
	w := worlds()[5]
	w.name, w.logged = "stress drives both, NOT written down", false
	return w
}

// simulate makes one diary of n days with one food. kernel holds the effect of
// the food on the days after, from the day itself; nil for none.
func (w world) simulate(rng *rand.Rand, n int, kernel []float64) series.Set {
	d := &draw{rng: rng, n: n, p: .1 + .3*rng.Float64()}
	phi := between(rng, w.phi)
	sd := between(rng, w.sd)
	first := journal.NewDay(2015, 1, 1).Add(rng.IntN(365))
	skin, food, stress, sleep := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	start := 2 * math.Pi * rng.Float64()
	level, tension, before := sd*rng.NormFloat64(), rng.NormFloat64(), 0.0
	d.skin = 4.5
	for t := range n {
		d.t = t
		wd := first.Add(t).Weekday()
		d.weekend = wd == 0 || wd == 6
		d.season = math.Sin(start + 2*math.Pi*float64(t)/365.25)
		tension = .6*tension + .8*rng.NormFloat64()
		d.stress = tension
		food[t] = d.eat(w)
		level = phi*level + sd*math.Sqrt(1-phi*phi)*rng.NormFloat64()
		v := level + w.noise*rng.NormFloat64() + w.trend*(float64(t)/float64(n)-.5) + w.season*d.season +
			w.stress*(tension+.7*before)
		if d.weekend {
			v += w.weekend
		}
		for l, k := range kernel {
			if l <= t {
				v += k * food[t-l]
			}
		}
		if w.floor {
			v = 2*v - 2.5
		} else {
			v += 4.5
		}
		skin[t] = math.Round(math.Min(10, math.Max(0, v)))
		d.skin, before = skin[t], tension
		stress[t] = math.Round(math.Min(10, math.Max(0, 4+2*tension)))
		sleep[t] = math.Round(2*(7+rng.NormFloat64())) / 2
	}
	return w.diary(rng, first, skin, food, stress, sleep)
}

// eat decides whether the food is eaten today.
func (d *draw) eat(w world) float64 {
	if w.courses {
		if d.left == 0 {
			d.on = !d.on
			short, long := max(7, min(20, d.n/12)), max(9, min(40, d.n/8))
			d.left = short + d.rng.IntN(long-short+1)
		}
		d.left--
		if d.on {
			return 1
		}
		return 0
	}
	if d.rng.Float64() < w.exposure(d) {
		return 1
	}
	return 0
}

// diary leaves out the days that nobody wrote in.
func (w world) diary(rng *rand.Rand, first journal.Day, skin, food, stress, sleep []float64) series.Set {
	n := len(skin)
	gap := 0
	for t := range n {
		p := w.missing / 3 * math.Exp(w.onGood*(4.5-skin[t])/2)
		if gap == 0 && rng.Float64() < p {
			gap = 1 + rng.IntN(5)
		}
		if gap > 0 && t > 0 && t < n-1 {
			skin[t], food[t], stress[t], sleep[t] = math.NaN(), math.NaN(), math.NaN(), math.NaN()
		}
		gap = max(gap-1, 0)
	}
	s := series.Set{First: first, Days: n, Sleep: sleep}
	if w.logged {
		s.Stress = stress
	}
	s.Outcomes = []series.Outcome{{Name: series.Severity, Label: "Severity", Kind: series.OutcomeScale, Values: skin}}
	s.Factors = []series.Factor{{Name: "food", Label: "Food", Kind: series.KindFood, Binary: true, Values: food}}
	return s
}

func between(rng *rand.Rand, r [2]float64) float64 { return r[0] + (r[1]-r[0])*rng.Float64() }
