package experiment

// Design is a row of the planner's table: what a plan can be expected to find,
// measured in simulation (method note, section on experiments).
type Design struct {
	Kind      Kind
	Pairs     int
	BlockDays int
	Washout   int
	Days      int
	False     int // % of null experiments that came out at p <= .05
	// Steady are steady effects in points, and Power the share, in %, of
	// experiments that found each.
	Steady [3]float64
	Power  [3]int
	// Challenge marks single challenge days instead of blocks; Days is the
	// whole length.
	Challenge bool
}

// EnoughPower is the power in % below which the planner warns.
const EnoughPower = 50

// Offered reports whether the design may be started: enough pairs, in blocks.
func (d Design) Offered() bool { return d.Pairs >= FewestPairs && !d.Challenge }

// Designs returns the planner's table.
func Designs() []Design {
	food, supplement := [3]float64{1.05, 1.6, 2.1}, [3]float64{1, 1.5, 2}
	return []Design{
		{Food, 2, 14, 3, 56, 0, food, [3]int{0, 0, 0}, false},
		{Food, 5, 7, 3, 70, 4, food, [3]int{31, 59, 77}, false},
		{Food, 6, 7, 3, 84, 6, food, [3]int{56, 84, 96}, false},
		{Food, 6, 5, 2, 60, 5, food, [3]int{43, 74, 93}, false},
		{Food, 8, 7, 3, 112, 6, food, [3]int{70, 91, 99}, false},
		{Food, 12, 7, 3, 168, 4, food, [3]int{88, 100, 100}, false},
		{Food, 10, 4, 0, 80, 6, food, [3]int{24, 33, 52}, true},
		{Food, 6, 5, 0, 60, 3, food, [3]int{11, 20, 26}, true},
		{Supplement, 5, 28, 14, 280, 4, supplement, [3]int{35, 60, 79}, false},
		{Supplement, 6, 28, 14, 336, 4, supplement, [3]int{54, 82, 93}, false},
		{Supplement, 6, 21, 10, 252, 5, supplement, [3]int{45, 68, 87}, false},
	}
}

// DesignOf returns the measured row of a plan; ok is false when that design
// was not measured.
func DesignOf(p Plan) (d Design, ok bool) {
	for _, d := range Designs() {
		if d.Kind == p.Kind && d.Pairs == p.Pairs && d.BlockDays == p.BlockDays && !d.Challenge {
			return d, true
		}
	}
	return Design{}, false
}

// PowerFor returns the power in % for a steady effect of the given size, read
// off the table between its columns: the lower neighbour counts, 0 below the
// first column.
func (d Design) PowerFor(steady float64) int {
	power := 0
	for i, s := range d.Steady {
		if steady >= s {
			power = d.Power[i]
		}
	}
	return power
}

// Weak reports whether the design finds a steady effect of that size less
// often than not.
func (d Design) Weak(steady float64) bool { return d.PowerFor(steady) < EnoughPower }
