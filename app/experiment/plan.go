// Package experiment plans and evaluates tests that one person makes on
// themselves: pairs of blocks with and without one food or supplement, in an
// order that a coin decides. It is pure; the seed of the coin is a parameter
// and is kept with the plan.
package experiment

import (
	"math/rand/v2"
	"strconv"

	"skinward/app/journal"
)

// Kind is what is tested.
type Kind string

// The kinds.
const (
	Food       Kind = "food"
	Supplement Kind = "supplement"
)

// Direction is what the person expects, said before the first day.
type Direction string

// The directions.
const (
	Worse  Direction = "worse"
	Better Direction = "better"
)

// FewestPairs is the smallest number of pairs that can ever reach p = .05 in
// one direction: 1 schedule in 2^5.
const FewestPairs = 5

// Plan is an experiment as it is locked before it starts.
type Plan struct {
	Kind      Kind
	Factor    string // name of the food or supplement
	Direction Direction
	Outcome   string // the one outcome that decides
	Start     journal.Day
	Pairs     int    // FewestPairs … 40
	BlockDays int    // 3 … 56
	Washout   int    // first days of each block that simple means leave out
	Seed      uint64 // of the coin
	// Reaction says whether the food ever gave hives, swelling or breathing
	// trouble. Such a food is never planned for eating again.
	Reaction journal.State
}

// Default returns the usual design for a kind: six pairs of 7-day blocks for a
// food, of 28-day blocks for a supplement.
func Default(k Kind) Plan {
	p := Plan{Kind: k, Direction: Worse, Pairs: 6, BlockDays: 7, Washout: 3}
	if k == Supplement {
		p.Direction, p.BlockDays, p.Washout = Better, 28, 14
	}
	return p
}

// Days returns how long the experiment takes.
func (p Plan) Days() int { return 2 * p.Pairs * p.BlockDays }

// Validate returns nil or an *journal.Error that names the field. Two pairs
// (A-B-A-B) are refused: at any effect they give p of .25 or more.
func (p Plan) Validate() error {
	bad := func(field string, v, lo, hi int) error {
		if v < lo || v > hi {
			return &journal.Error{Code: journal.CodeRange, Field: field, Value: strconv.Itoa(v), Min: float64(lo), Max: float64(hi)}
		}
		return nil
	}
	switch {
	case p.Kind != Food && p.Kind != Supplement:
		return &journal.Error{Code: journal.CodeChoice, Field: "kind", Value: string(p.Kind)}
	case p.Factor == "":
		return &journal.Error{Code: journal.CodeEmpty, Field: "factor"}
	case p.Outcome == "":
		return &journal.Error{Code: journal.CodeEmpty, Field: "outcome"}
	case p.Direction != Worse && p.Direction != Better:
		return &journal.Error{Code: journal.CodeChoice, Field: "direction", Value: string(p.Direction)}
	case p.Reaction == journal.Yes:
		return &journal.Error{Code: journal.CodeChoice, Field: "a food that gave hives, swelling or breathing trouble", Value: p.Factor}
	}
	if err := bad("pairs", p.Pairs, FewestPairs, 40); err != nil {
		return err
	}
	if err := bad("days of a block", p.BlockDays, 3, 56); err != nil {
		return err
	}
	return bad("washout days", p.Washout, 0, p.BlockDays-1)
}

// Blocks returns for every block whether it is one with the factor. Each pair
// is with-without or without-with by one coin of the stored seed (PCG).
func (p Plan) Blocks() []bool {
	rng := rand.New(rand.NewPCG(p.Seed, 0))
	coins := make([]bool, p.Pairs)
	for i := range coins {
		coins[i] = rng.Uint64()&1 == 1
	}
	return blocksOf(coins)
}

// blocksOf writes out the pairs: true is with first.
func blocksOf(coins []bool) []bool {
	out := make([]bool, 0, 2*len(coins))
	for _, with := range coins {
		out = append(out, with, !with)
	}
	return out
}

// On reports whether the plan says "with" on a day; ok is false outside the
// experiment.
func (p Plan) On(d journal.Day) (with, ok bool) {
	i := d.Sub(p.Start)
	if i < 0 || i >= p.Days() {
		return false, false
	}
	return p.Blocks()[i/p.BlockDays], true
}

// daily spreads blocks over days: 1 with, 0 without.
func daily(blocks []bool, blockDays int) []float64 {
	out := make([]float64, 0, len(blocks)*blockDays)
	for _, with := range blocks {
		v := 0.0
		if with {
			v = 1
		}
		for range blockDays {
			out = append(out, v)
		}
	}
	return out
}
