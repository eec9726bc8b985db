package food

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"skinward/app/journal"
)

// Index completes names of foods while they are typed. It forgives a slip of
// the keyboard and ranks by how often, how recently and at which meal this
// person eats a food.
type Index struct {
	entries []entry
	grams   map[string][]int32 // trigram of a padded word → entries
	today   journal.Day
}

type entry struct {
	name   string
	folded string
	words  []string
	use    journal.FoodUse
}

// Completion is a food that may be meant.
type Completion struct {
	Name  string
	Times int // meals that held it
}

// NewIndex returns an index over names and over the foods that were eaten,
// which keep the spelling of the journal.
func NewIndex(names []string, use []journal.FoodUse, today journal.Day) *Index {
	x := &Index{grams: map[string][]int32{}, today: today}
	at := map[string]int{}
	add := func(name string) int {
		folded := Fold(name)
		if i, ok := at[folded]; ok {
			return i
		}
		at[folded] = len(x.entries)
		x.entries = append(x.entries, entry{name: name, folded: folded, words: strings.Fields(folded)})
		return len(x.entries) - 1
	}
	for _, u := range use {
		i := add(u.Name)
		x.entries[i].use = u
	}
	for _, n := range names {
		add(n)
	}
	for i, e := range x.entries {
		for g := range gramsOf(e.words) {
			x.grams[g] = append(x.grams[g], int32(i))
		}
	}
	return x
}

// gramsOf returns the trigrams of words, each padded by one blank in front.
func gramsOf(words []string) map[string]bool {
	out := map[string]bool{}
	for _, w := range words {
		r := []rune(" " + w)
		for i := 0; i+3 <= len(r); i++ {
			out[string(r[i:i+3])] = true
		}
		if len(r) < 3 {
			out[string(r)] = true
		}
	}
	return out
}

// Complete returns the foods that typed may begin, best first, at most limit.
// Two letters are enough; a word of four may have one slip, one of seven two.
func (x *Index) Complete(typed string, slot journal.Slot, limit int) []Completion {
	query := strings.Fields(Fold(typed))
	if len(query) == 0 || len([]rune(strings.Join(query, ""))) < 2 {
		return nil
	}
	type hit struct {
		i     int32
		score float64
	}
	var hits []hit
	for _, i := range x.candidates(query) {
		e := &x.entries[i]
		if s, ok := match(query, e); ok {
			hits = append(hits, hit{i, s + x.habit(e, slot)})
		}
	}
	slices.SortFunc(hits, func(a, b hit) int {
		if c := cmp.Compare(b.score, a.score); c != 0 {
			return c
		}
		return cmp.Compare(x.entries[a.i].name, x.entries[b.i].name)
	})
	out := make([]Completion, 0, min(limit, len(hits)))
	for _, h := range hits[:min(limit, len(hits))] {
		e := x.entries[h.i]
		out = append(out, Completion{e.name, e.use.Times})
	}
	return out
}

// candidates returns the entries that share a third of the query's trigrams,
// or, for a query too short for trigrams, all of them.
func (x *Index) candidates(query []string) []int32 {
	short := false
	for _, w := range query {
		short = short || len([]rune(w)) < 3
	}
	if short {
		all := make([]int32, len(x.entries))
		for i := range all {
			all[i] = int32(i)
		}
		return all
	}
	grams := gramsOf(query)
	seen := map[int32]int{}
	for g := range grams {
		for _, i := range x.grams[g] {
			seen[i]++
		}
	}
	least := max(1, (len(grams)+2)/3)
	var out []int32
	for i, n := range seen {
		if n >= least {
			out = append(out, i)
		}
	}
	return out
}

// match scores how well every word of the query fits some word of a name.
func match(query []string, e *entry) (score float64, ok bool) {
	for qi, q := range query {
		best := math.Inf(-1)
		for wi, w := range e.words {
			s := matchWord(q, w)
			if wi == qi && s > 0 {
				s++
			}
			best = max(best, s)
		}
		if best <= 0 {
			return 0, false
		}
		score += best
	}
	return score - 0.02*float64(len(e.folded)), true
}

// matchWord scores one word: the same, a beginning, or a slip or two away from
// a beginning.
func matchWord(q, w string) float64 {
	switch {
	case q == w:
		return 10
	case strings.HasPrefix(w, q):
		return 8
	}
	qr, wr := []rune(q), []rune(w)
	allowed := 0
	switch {
	case len(qr) >= 7:
		allowed = 2
	case len(qr) >= 4:
		allowed = 1
	}
	if allowed == 0 || len(wr)+allowed < len(qr) {
		return 0
	}
	d := prefixDistance(qr, wr, allowed)
	if d > allowed {
		return 0
	}
	return 5 - 1.5*float64(d)
}

// prefixDistance is the least number of slips (insertion, deletion, change,
// swap of neighbours: optimal string alignment) between q and any beginning of
// w, or more than most.
func prefixDistance(q, w []rune, most int) int {
	w = w[:min(len(w), len(q)+most)]
	before, prev, row := make([]int, len(w)+1), make([]int, len(w)+1), make([]int, len(w)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(q); i++ {
		row[0] = i
		least := row[0]
		for j := 1; j <= len(w); j++ {
			cost := 1
			if q[i-1] == w[j-1] {
				cost = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && q[i-1] == w[j-2] && q[i-2] == w[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > most {
			return most + 1
		}
		before, prev, row = prev, row, before
	}
	return slices.Min(prev)
}

// habit adds what this person's own meals say: how often, how lately, and at
// this meal.
func (x *Index) habit(e *entry, slot journal.Slot) float64 {
	if e.use.Times == 0 {
		return 0
	}
	s := 1.5 * math.Log1p(float64(e.use.Times))
	if !e.use.Last.IsZero() {
		s += 2 * math.Exp(-float64(max(0, x.today.Sub(e.use.Last)))/30)
	}
	if slot != journal.AnySlot {
		s += 2 * float64(e.use.BySlot[slot]) / float64(e.use.Times)
	}
	return s
}
