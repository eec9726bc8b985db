package insight

import (
	"fmt"
	"math"
	"strings"

	"skinward/app/series"
)

// AroundCourse is how many days before the first and after the last day of a
// course are set beside it.
const AroundCourse = 28

// joinCourse is the longest break, in days, that leaves a course one course: a
// forgotten week is not a new start.
const joinCourse = 7

// Phase says where a day lies to the courses of a factor.
type Phase string

// The phases of a course.
const (
	Before Phase = "before"
	During Phase = "during"
	After  Phase = "after"
)

// PhaseDays are the recorded days of an outcome in one phase.
type PhaseDays struct {
	Phase Phase
	Days  []int   // indices of the grid
	Mean  float64 // plain average, NaN without days
}

// Phases sorts the days of an outcome by the courses of a factor: the four
// weeks before, the courses themselves, the four weeks after. A day between two
// courses belongs to the four weeks after the first. It returns nil for a
// factor that is not taken in courses.
func Phases(f series.Factor, o series.Outcome) []PhaseDays {
	e := exposureOf(f)
	if !f.Binary || !e.course() {
		return nil
	}
	where := make([]Phase, len(o.Values))
	for _, run := range courseRuns(e.on) {
		for t := max(0, run[0]-AroundCourse); t < run[0]; t++ {
			if where[t] == "" {
				where[t] = Before
			}
		}
		for t := run[0]; t <= run[1]; t++ {
			where[t] = During
		}
		for t := run[1] + 1; t < min(len(where), run[1]+1+AroundCourse); t++ {
			where[t] = After
		}
	}
	out := []PhaseDays{{Phase: Before}, {Phase: During}, {Phase: After}}
	for i := range out {
		sum := 0.0
		for t, v := range o.Values {
			if where[t] == out[i].Phase && !math.IsNaN(v) {
				out[i].Days = append(out[i].Days, t)
				sum += v
			}
		}
		out[i].Mean = sum / float64(len(out[i].Days))
	}
	return out
}

// courseRuns returns the first and last exposed days of each course.
func courseRuns(on []float64) [][2]int {
	var runs [][2]int
	for t, v := range on {
		if !(v > 0) {
			continue
		}
		if n := len(runs); n > 0 && t-runs[n-1][1] <= joinCourse {
			runs[n-1][1] = t
			continue
		}
		runs = append(runs, [2]int{t, t})
	}
	return runs
}

// PhasesSentence sets the plain averages of the phases side by side, "" without
// any.
func (f Finding) PhasesSentence(phases []PhaseDays) string {
	names := map[Phase]string{
		Before: fmt.Sprintf("in the %d days before", AroundCourse), During: "during", After: fmt.Sprintf("in the %d days after", AroundCourse),
	}
	var parts []string
	for _, p := range phases {
		if len(p.Days) == 0 {
			parts = append(parts, "no rated day "+names[p.Phase])
			continue
		}
		parts = append(parts, fmt.Sprintf("%s on %s %s", plainNumber(p.Mean), count(len(p.Days), "day"), names[p.Phase]))
	}
	if len(parts) == 0 {
		return ""
	}
	return fmt.Sprintf("%s, plain averages: %s. Nothing else is taken into account here.", f.OutcomeLabel, strings.Join(parts, ", "))
}
