package food

import (
	"cmp"
	"iter"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

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
	runes  [][]rune // the letters of words
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
		e := entry{name: name, folded: folded, words: strings.Fields(folded)}
		for _, w := range e.words {
			e.runes = append(e.runes, []rune(w))
		}
		x.entries = append(x.entries, e)
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

// maxTyped is how many bytes a name may have that is completed: a pasted page
// is none.
const maxTyped = 200

// Complete returns the foods that typed may begin, best first, at most limit.
// Two letters are enough; a word of four may have one slip, one of seven two.
func (x *Index) Complete(typed string, slot journal.Slot, limit int) []Completion {
	query := strings.Fields(Fold(typed))
	if len(typed) > maxTyped || len(query) == 0 || len([]rune(strings.Join(query, ""))) < 2 {
		return nil
	}
	type hit struct {
		i     int32
		score float64
	}
	order := func(a, b hit) int {
		if c := cmp.Compare(b.score, a.score); c != 0 {
			return c
		}
		return cmp.Compare(x.entries[a.i].name, x.entries[b.i].name)
	}
	// Only the best are kept, in order: a key press leaves next to no garbage.
	var best []hit
	wanted := wordsOf(query)
	for i := range x.candidates(query) {
		e := &x.entries[i]
		s, ok := match(wanted, e)
		if !ok {
			continue
		}
		h := hit{i, s + x.habit(e, slot)}
		at, _ := slices.BinarySearchFunc(best, h, order)
		if at >= limit {
			continue
		}
		best = slices.Insert(best, at, h)
		best = best[:min(len(best), limit)]
	}
	if len(best) == 0 {
		return x.completeTied(typed, slot, limit)
	}
	out := make([]Completion, 0, len(best))
	for _, h := range best {
		e := x.entries[h.i]
		out = append(out, Completion{e.name, e.use.Times})
	}
	return out
}

// completeTied completes what stands behind the last "and" when no food has the
// whole name: "toast and bu" offers "toast and butter".
func (x *Index) completeTied(typed string, slot journal.Slot, limit int) []Completion {
	at := ties.FindAllStringIndex(typed, -1)
	if len(at) == 0 {
		return nil
	}
	end := at[len(at)-1][1]
	out := x.Complete(typed[end:], slot, limit)
	for i := range out {
		out[i].Name = typed[:end] + out[i].Name
	}
	return out
}

// candidates returns the entries that share a third of the query's trigrams,
// or, for a query too short for trigrams, all of them.
func (x *Index) candidates(query []string) iter.Seq[int32] {
	var shared []uint8 // trigrams of the query, of which there are few
	least := uint8(0)
	if !slices.ContainsFunc(query, func(w string) bool { return utf8.RuneCountInString(w) < 3 }) {
		grams := gramsOf(query)
		shared = make([]uint8, len(x.entries))
		for g := range grams {
			for _, i := range x.grams[g] {
				shared[i]++
			}
		}
		least = uint8(max(1, (len(grams)+2)/3))
	}
	return func(yield func(int32) bool) {
		for i := range x.entries {
			if (least == 0 || shared[i] >= least) && !yield(int32(i)) {
				return
			}
		}
	}
}

// word is one word that is looked for.
type word struct {
	text    string
	runes   []rune
	allowed int // slips
}

func wordsOf(query []string) []word {
	out := make([]word, len(query))
	for i, q := range query {
		out[i] = word{text: q, runes: []rune(q)}
		switch n := len(out[i].runes); {
		case n >= 7:
			out[i].allowed = 2
		case n >= 4:
			out[i].allowed = 1
		}
	}
	return out
}

// match scores how well every word of the query fits some word of a name: the
// same, a beginning, or a slip or two away from a beginning. One at the same
// place counts more.
func match(query []word, e *entry) (score float64, ok bool) {
	for qi, q := range query {
		best := 0.0
		for wi, w := range e.words {
			s := 0.0
			switch {
			case q.text == w:
				s = 10
			case strings.HasPrefix(w, q.text):
				s = 8
			default:
				continue
			}
			best = max(best, s+samePlace(qi, wi))
		}
		if best == 0 {
			for wi, w := range e.runes {
				if s := slipped(q, w); s > 0 {
					best = max(best, s+samePlace(qi, wi))
				}
			}
		}
		if best == 0 {
			return 0, false
		}
		score += best
	}
	return score - 0.02*float64(len(e.folded)), true
}

func samePlace(a, b int) float64 {
	if a == b {
		return 1
	}
	return 0
}

// slipped scores a word that is only nearly the beginning of another.
func slipped(q word, w []rune) float64 {
	if q.allowed == 0 || len(w)+q.allowed < len(q.runes) {
		return 0
	}
	d := prefixDistance(q.runes, w, q.allowed)
	if d > q.allowed {
		return 0
	}
	return 5 - 1.5*float64(d)
}

// prefixDistance is the least number of slips (insertion, deletion, change,
// swap of neighbours: optimal string alignment) between q and any beginning of
// w, or more than most.
func prefixDistance(q, w []rune, most int) int {
	w = w[:min(len(w), len(q)+most)]
	var room [3 * 32]int // enough for any word that is a word
	rows := room[:]
	if n := 3 * (len(w) + 1); n > len(rows) {
		rows = make([]int, n)
	}
	n := len(w) + 1
	before, prev, row := rows[:n], rows[n:2*n], rows[2*n:3*n]
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
