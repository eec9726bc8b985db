package series

import (
	"math"
	"slices"
	"strings"

	"skinward/app/journal"
)

// Options choose how a journal becomes series.
type Options struct {
	// Today, when not zero, is the last day that is used; entries dated later
	// are left out, and a notice says so.
	Today journal.Day
	// LeaveOutRemembered leaves out what was filled in later from memory.
	LeaveOutRemembered bool
	// Groups returns the tags of a food that are looked at as food groups, in
	// a fixed order. Nil makes no groups.
	Groups func(food string) []string
	// GroupLabel names a tag for people; nil shows the tag itself.
	GroupLabel func(tag string) string
	// Estimate adds the estimated nutrients of each day; nil leaves them out.
	Estimate Estimator
}

// FromJournal turns a run of records into series. The grid runs from the first
// to the last day with a skin check; what was recorded outside it is not used.
// The log may come in any order.
func FromJournal(log journal.Log, o Options) Set {
	b := newBuilder(log, o)
	if b.set.Days == 0 {
		b.note("no_skin", "No skin entry was found, so there is nothing to compare with.")
		return b.set
	}
	b.skin()
	b.meals()
	b.nutrients()
	b.courses()
	b.mind()
	b.body()
	b.cycle()
	b.trackers()
	SortFactors(b.set.Factors)
	SortFactors(b.set.Treatments)
	b.remarks()
	return b.set
}

// builder collects the series of one journal.
type builder struct {
	log journal.Log
	o   Options
	set Set
	lo  int // number of the first day of the grid

	future, severalSkin int
}

func newBuilder(log journal.Log, o Options) *builder {
	b := &builder{o: o}
	lo, hi := math.MaxInt, math.MinInt
	future := map[journal.Day]bool{}
	for _, r := range log {
		m := r.Base()
		_, defines := r.(interface{ ActiveOn(journal.Day) bool })
		_, tracker := r.(*journal.Tracker)
		switch {
		case m.IsDeleted():
			continue
		case o.LeaveOutRemembered && m.Source == journal.Remembered && !defines && !tracker:
			continue
		case !o.Today.IsZero() && m.Day.After(o.Today):
			if _, visit := r.(*journal.Appointment); !visit && !defines {
				future[m.Day] = true
			}
			continue
		}
		b.log = append(b.log, r)
		if _, ok := r.(*journal.SkinCheck); ok {
			n := m.Day.Number()
			lo, hi = min(lo, n), max(hi, n)
		}
	}
	b.future = len(future)
	b.log.Sort()
	if hi >= lo {
		b.lo = lo
		b.set.First, b.set.Days = journal.DayNumbered(lo), hi-lo+1
	}
	return b
}

// index returns the place of a day on the grid.
func (b *builder) index(d journal.Day) (int, bool) {
	i := d.Number() - b.lo
	return i, i >= 0 && i < b.set.Days
}

// missing returns a line on which nothing is known.
func (b *builder) missing() []float64 {
	v := make([]float64, b.set.Days)
	for i := range v {
		v[i] = math.NaN()
	}
	return v
}

// daily gathers several entries of a day into one value.
type daily struct {
	sum   []float64
	n     []int
	later []int // entries filled in from memory
}

func (b *builder) daily() *daily {
	return &daily{make([]float64, b.set.Days), make([]int, b.set.Days), make([]int, b.set.Days)}
}

func (d *daily) put(i int, v float64, m *journal.Meta) {
	d.sum[i] += v
	d.n[i]++
	if m.Source == journal.Remembered {
		d.later[i]++
	}
}

func (d *daily) any() bool { return slices.ContainsFunc(d.n, func(n int) bool { return n > 0 }) }

// mean returns the mean of the entries of each day, NaN without any.
func (d *daily) mean() []float64 {
	v := d.total()
	for i, n := range d.n {
		if n > 1 {
			v[i] /= float64(n)
		}
	}
	return v
}

// total returns the sum of the entries of each day, NaN without any.
func (d *daily) total() []float64 {
	v := make([]float64, len(d.sum))
	for i, n := range d.n {
		v[i] = d.sum[i]
		if n == 0 {
			v[i] = math.NaN()
		}
	}
	return v
}

// remembered marks the days whose every entry was filled in later.
func (d *daily) remembered() []bool {
	out := make([]bool, len(d.n))
	for i, n := range d.n {
		out[i] = n > 0 && d.later[i] == n
	}
	return out
}

// several counts the days with more than one entry.
func (d *daily) several() int {
	k := 0
	for _, n := range d.n {
		if n > 1 {
			k++
		}
	}
	return k
}

// table holds lines by name, case ignored, in the order they were first met.
type table[T any] struct {
	at    map[string]T
	names []string // as first written
}

// line returns the line of a name, made by fresh when it is new.
func (t *table[T]) line(name string, fresh func() T) T {
	name = strings.TrimSpace(name)
	k := strings.ToLower(name)
	v, ok := t.at[k]
	if !ok {
		if t.at == nil {
			t.at = map[string]T{}
		}
		v = fresh()
		t.at[k] = v
		t.names = append(t.names, name)
	}
	return v
}

func (t *table[T]) get(name string) T { return t.at[strings.ToLower(name)] }

// add keeps a factor that says anything on the grid.
func (b *builder) add(f Factor) {
	if f.Recorded() > 0 {
		if f.Label == "" {
			f.Label = strings.ReplaceAll(f.Name, "_", " ")
		}
		b.set.Factors = append(b.set.Factors, f)
	}
}
