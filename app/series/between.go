package series

import (
	"math"

	"skinward/app/journal"
)

// Between returns the set narrowed to the days from … to, both included; the
// zero Day leaves that side open. The grid again runs from the first to the
// last day with any of the skin outcomes; what lies outside is not used.
func (s Set) Between(from, to journal.Day) Set {
	lo, hi := 0, s.Days
	if !from.IsZero() {
		lo = min(max(from.Sub(s.First), 0), s.Days)
	}
	if !to.IsZero() {
		hi = max(min(to.Sub(s.First)+1, s.Days), lo)
	}
	first, last := hi, lo
	for i := lo; i < hi; i++ {
		if s.skinDay(i) {
			first, last = min(first, i), i+1
		}
	}
	if first >= last {
		first, last = lo, lo
	}
	return s.cut(first, last)
}

func (s Set) skinDay(i int) bool {
	if s.SkinDays != nil {
		return s.SkinDays[i]
	}
	for _, o := range s.Outcomes {
		if !o.Own && !math.IsNaN(o.Values[i]) {
			return true
		}
	}
	return false
}

// cut keeps the days lo … hi-1. The slices share memory with s.
func (s Set) cut(lo, hi int) Set {
	out := s
	out.First, out.Days = s.First.Add(lo), hi-lo
	if out.Days == 0 {
		out.First = journal.Day{}
	}
	out.Outcomes = append([]Outcome(nil), s.Outcomes...)
	for i, o := range out.Outcomes {
		out.Outcomes[i].Values = o.Values[lo:hi]
		if o.Later != nil {
			out.Outcomes[i].Later = o.Later[lo:hi]
		}
	}
	factors := func(fs []Factor) []Factor {
		fs = append([]Factor(nil), fs...)
		for i, f := range fs {
			fs[i].Values = f.Values[lo:hi]
		}
		return fs
	}
	out.Factors, out.Treatments = factors(s.Factors), factors(s.Treatments)
	part := func(v []float64) []float64 {
		if v == nil {
			return nil
		}
		return v[lo:hi]
	}
	out.Stress, out.Sleep, out.CycleDay = part(s.Stress), part(s.Sleep), part(s.CycleDay)
	if s.FoodDays != nil {
		out.FoodDays = s.FoodDays[lo:hi]
	}
	if s.SkinDays != nil {
		out.SkinDays = s.SkinDays[lo:hi]
	}
	if s.CycleDay != nil {
		out.Cycles = CountCycles(out.CycleDay)
	}
	return out
}
