package insight

import (
	"math"

	"skinward/app/journal"
)

// RefreshDays is how long a grade below Strong stands before it is judged
// again: looking often and judging slowly keeps chance findings few.
const RefreshDays = 28

// Standing is a finding with the grade that is shown, which may be an earlier
// judgement that still stands.
type Standing struct {
	Finding              // as worked out today; its Grade is the fresh one
	Shown    Grade       // the grade to show
	Since    journal.Day // day of the judgement that is shown
	Was      Grade       // the grade before, when it was different; "" when there was none
	NoLonger bool        // was Hint or above once and is not any more
}

// Held reports whether the grade shown is an earlier one that differs from
// today's.
func (s Standing) Held() bool { return s.Shown != s.Grade }

// Judge merges today's findings with the kept verdicts. Strong is judged every
// day; grades below it stand for RefreshDays. What has fallen below Hint is
// marked no longer supported. It returns one standing per finding, in the
// order of the findings, and the verdicts that are new today and should be
// kept. Verdicts of another method version are judged again at once.
func Judge(fresh []Finding, kept []*journal.Verdict, today journal.Day) (shown []Standing, save []*journal.Verdict) {
	type pairKey struct{ factor, kind, outcome string }
	last := map[pairKey]*journal.Verdict{}
	for _, v := range kept {
		k := pairKey{v.Factor, v.FactorKind, v.Outcome}
		if had := last[k]; !v.IsDeleted() && !v.Day.After(today) && (had == nil || !v.Day.Before(had.Day)) {
			last[k] = v
		}
	}
	for _, f := range fresh {
		v := last[pairKey{f.Factor, string(f.Kind), f.Outcome}]
		s, changed := stand(f, v, today)
		shown = append(shown, s)
		if changed {
			save = append(save, verdictOf(s, today))
		}
	}
	return shown, save
}

// stand decides on one finding and whether a new verdict is to be kept.
func stand(f Finding, v *journal.Verdict, today journal.Day) (Standing, bool) {
	s := Standing{Finding: f, Shown: f.Grade, Since: today}
	supported := f.Grade.Rank() <= Hint.Rank()
	if v == nil {
		return s, supported && !f.Pending
	}
	old := Grade(v.Grade)
	due := today.Sub(v.Day) >= RefreshDays || v.Method != MethodVersion || old == Strong || f.Grade == Strong
	if f.Pending || !due || f.Grade == old && v.Method == MethodVersion {
		s.Shown, s.Since, s.NoLonger = old, v.Day, v.NoLonger
		return s, !f.Pending && due && supported && today.Sub(v.Day) >= RefreshDays
	}
	s.Was = old
	s.NoLonger = !supported && (v.NoLonger || old.Rank() <= Hint.Rank())
	return s, true
}

// verdictOf returns the record that keeps a judgement.
func verdictOf(s Standing, today journal.Day) *journal.Verdict {
	return &journal.Verdict{
		Meta:   journal.Meta{Day: today, Source: journal.Entered},
		Factor: s.Factor, FactorKind: string(s.Kind), Outcome: s.Outcome,
		Grade: string(s.Grade), Direction: string(s.Direction),
		Effect: orZero(s.Effect), Low: orZero(s.Low), High: orZero(s.High), Q: orOne(s.Q),
		Days: float64(s.SkinDays), Method: MethodVersion, NoLonger: s.NoLonger,
	}
}

func orZero(v float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return v
}

func orOne(v float64) float64 {
	if math.IsNaN(v) {
		return 1
	}
	return v
}
