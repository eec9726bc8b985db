package sample

import (
	"math"
	"math/rand/v2"
	"time"

	"skinward/app/journal"
)

// world is the life behind the journal, day by day, whether it was written
// down or not.
type world struct {
	o     Options
	days  int
	first journal.Day

	// One set of dice each, so that a change in one part leaves the others.
	foodDice, skinDice, mindDice, bodyDice, penDice *rand.Rand

	larder larder
	plates []plate
	stress []float64 // 0 … 10, as felt
	sleep  []float64 // hours of the night before

	severity, itch, lesions []float64 // as felt, not rounded
	cycleDay                []int     // 0 without a cycle

	probiotic, vitaminD []bool // taken
	cortisone           []bool
	written             []bool // the person kept the journal that day
	meals               []bool // and every meal of it
}

func newWorld(days int, seed uint64, o Options) *world {
	dice := func(stream uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, stream)) }
	w := &world{
		o: o, days: days, first: o.Last.Add(1 - days),
		foodDice: dice(1), skinDice: dice(2), mindDice: dice(3), bodyDice: dice(4), penDice: dice(5),
	}
	w.larder = stock(w.foodDice)
	w.mind()
	w.rhythm()
	w.courses()
	w.live()
	w.keep()
	return w
}

func (w *world) day(d int) journal.Day { return w.first.Add(d) }

func (w *world) weekend(d int) bool {
	wd := w.day(d).Weekday()
	return wd == time.Friday || wd == time.Saturday
}

// summer runs from 1 in the middle of July to -1 in the middle of January.
func (w *world) summer(d int) float64 {
	date := w.day(d)
	n := date.Sub(journal.NewDay(date.Year, time.July, 15))
	return math.Cos(2 * math.Pi * float64(n) / 365.25)
}

// mind lays down stress, with worse weeks and calmer weekends, and sleep.
func (w *world) mind() {
	r := w.mindDice
	w.stress, w.sleep = make([]float64, w.days), make([]float64, w.days)
	x := 0.0
	for d := range w.days {
		x = 0.6*x + 1.3*r.NormFloat64()
		s := 4 + x
		if w.weekend(d) {
			s -= 0.8
		}
		w.stress[d] = clamp(s, 0, 10)
		w.sleep[d] = clamp(7.4-0.12*(w.stress[d]-4)+0.7*r.NormFloat64(), 3.5, 11)
	}
}

// rhythm lays down the cycle.
func (w *world) rhythm() {
	w.cycleDay = make([]int, w.days)
	if !w.o.Cycle {
		return
	}
	r := w.bodyDice
	length, at := 28, r.IntN(28)
	for d := range w.days {
		if at++; at > length {
			length, at = 26+r.IntN(6), 1
		}
		w.cycleDay[d] = at
	}
}

// courses lays down when the probiotic and vitamin D are taken: the one in
// courses of three to four weeks with breaks, the other in winter.
func (w *world) courses() {
	r := w.bodyDice
	w.probiotic, w.vitaminD = make([]bool, w.days), make([]bool, w.days)
	for d := 14 + r.IntN(14); d < w.days; {
		length := 21 + r.IntN(9)
		for i := d; i < min(d+length, w.days); i++ {
			w.probiotic[i] = true
		}
		d += length + 18 + r.IntN(14)
	}
	for d := range w.days {
		m := w.day(d).Month
		w.vitaminD[d] = (m >= time.November || m <= time.March) && r.Float64() < 0.9
	}
}

// live goes through the days: the skin follows what was eaten, and some foods
// follow the skin.
func (w *world) live() {
	r := w.skinDice
	w.plates = make([]plate, w.days)
	w.severity, w.itch, w.lesions = make([]float64, w.days), make([]float64, w.days), make([]float64, w.days)
	w.cortisone = make([]bool, w.days)
	links := truth(w.o).Links
	var skin, itch, spots float64
	for d := range w.days {
		w.plates[d] = w.eat(d)
		skin = 0.7*skin + 0.62*r.NormFloat64()
		itch = 0.6*itch + 0.62*r.NormFloat64()
		spots = 0.6*spots + 1.0*r.NormFloat64()
		add := map[string]float64{}
		for _, l := range links {
			for lag, effect := range l.Kernel {
				if d-lag >= 0 {
					add[l.Outcome] += effect * w.exposure(l.Factor, d-lag)
				}
			}
		}
		base := skin - 0.5*w.summer(d) + 0.35*math.Sin(float64(d)/190)
		if w.weekend(d) {
			base += 0.25
		}
		if c := w.cycleDay[d]; c > 0 && (c <= 3 || c >= 22) {
			base += 0.8
		}
		w.severity[d] = clamp(3.1+base+add["severity"], 0, 10)
		w.itch[d] = clamp(2.3+0.5*base+itch+add["itch"], 0, 10)
		w.lesions[d] = clamp(4+0.4*base+spots+add["lesions"], 0, 60)
		w.cortisone[d] = r.Float64() < logistic(2*(w.severity[d]-6.5))
	}
}

// exposure tells how much of a factor there was: 0 or 1, or points of stress.
func (w *world) exposure(factor string, d int) float64 {
	switch factor {
	case "stress":
		return w.stress[d] - 4
	case probiotic:
		return one(w.probiotic[d])
	}
	return one(w.plates[d].has(factor))
}

// keep decides on which days the person wrote: gaps of some days now and then,
// more of them while the skin is good.
func (w *world) keep() {
	r := w.penDice
	w.written, w.meals = make([]bool, w.days), make([]bool, w.days)
	gap := 0
	for d := range w.days {
		if gap == 0 && d > 3 && r.Float64() < 0.018+0.012*one(w.severity[d] < 2) {
			gap = 1 + r.IntN(6)
		}
		w.written[d] = gap == 0
		gap = max(0, gap-1)
		w.meals[d] = w.written[d] && r.Float64() < 0.93
	}
	w.written[w.days-1] = true
}

func clamp(v, lo, hi float64) float64 { return min(max(v, lo), hi) }

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
