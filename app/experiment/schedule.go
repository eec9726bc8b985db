package experiment

import "math/rand/v2"

const (
	// mostExact is the largest number of schedules that are all worked out.
	mostExact = 4096
	// draws is how many are drawn when there are more.
	draws = 9999
	// tie is how much smaller a statistic may be and still count as equal.
	tie = 1e-9
)

// Schedules returns every assignment that the coins of k pairs could have
// given, as blocks; the i-th bit of its index is the i-th coin.
func Schedules(k int) [][]bool {
	out := make([][]bool, 0, 1<<k)
	for bits := range 1 << k {
		coins := make([]bool, k)
		for i := range coins {
			coins[i] = bits>>i&1 == 1
		}
		out = append(out, blocksOf(coins))
	}
	return out
}

// Choices returns every way to make on of n blocks the ones with the factor,
// the enumeration of a design without pairs.
func Choices(n, on int) [][]bool {
	var out [][]bool
	block := make([]bool, n)
	var put func(at, left int)
	put = func(at, left int) {
		if left > n-at {
			return
		}
		if at == n {
			out = append(out, append([]bool(nil), block...))
			return
		}
		if left > 0 {
			block[at] = true
			put(at+1, left-1)
			block[at] = false
		}
		put(at+1, left)
	}
	put(0, on)
	return out
}

// possible returns the schedules a plan is compared with: all of them, or
// 9,999 drawn with the stored seed when there are too many.
func (p Plan) possible() (schedules [][]bool, exact bool) {
	if p.Pairs < 63 && 1<<p.Pairs <= mostExact {
		return Schedules(p.Pairs), true
	}
	rng := rand.New(rand.NewPCG(p.Seed, 1))
	for range draws {
		coins := make([]bool, p.Pairs)
		for i := range coins {
			coins[i] = rng.Uint64()&1 == 1
		}
		schedules = append(schedules, blocksOf(coins))
	}
	return schedules, false
}

// ShareAtLeast returns the share of the statistics that are as large as the
// observed one; equal ones count.
func ShareAtLeast(all []float64, observed float64) float64 {
	c := 0
	for _, t := range all {
		if t >= observed-tie {
			c++
		}
	}
	return float64(c) / float64(len(all))
}

// Difference returns the mean of y on days with minus without, leaving out the
// first washout days of every block, and both day counts. Days beyond the last
// block are ignored; NaN when a side has no day.
func Difference(y []float64, blocks []bool, blockDays, washout int) (diff float64, nWith, nWithout int) {
	var sum [2]float64
	var n [2]int
	for t, v := range y {
		b := t / blockDays
		if v != v || b >= len(blocks) || t%blockDays < washout {
			continue
		}
		side := 0
		if blocks[b] {
			side = 1
		}
		sum[side] += v
		n[side]++
	}
	return sum[1]/float64(n[1]) - sum[0]/float64(n[0]), n[1], n[0]
}
