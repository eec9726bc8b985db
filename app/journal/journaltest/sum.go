package journaltest

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"unicode"

	"skinward/app/journal"
)

// Days returns a digest of every day that has entries.
func (f *Fake) Days(ctx context.Context, from, to journal.Day) ([]journal.DayDigest, error) {
	l, err := f.Range(ctx, from, to)
	if err != nil {
		return nil, err
	}
	digests := map[journal.Day]*journal.DayDigest{}
	sum, n := map[journal.Day]float64{}, map[journal.Day]float64{}
	for _, r := range l {
		if defines(r.Kind()) {
			continue
		}
		day := r.Base().Day
		if digests[day] == nil {
			digests[day] = &journal.DayDigest{Day: day}
		}
		digests[day].Entries++
		if r.Kind() == journal.KindPhoto {
			digests[day].Photos++
		}
		if s, ok := r.(*journal.SkinCheck); ok && s.Severity.IsSet() {
			sum[day] += s.Severity.Or(0)
			n[day]++
			digests[day].Severity = journal.Some(sum[day] / n[day])
		}
	}
	out := []journal.DayDigest{}
	for _, day := range slices.SortedFunc(maps.Keys(digests), journal.Day.Compare) {
		out = append(out, *digests[day])
	}
	return out, nil
}

// FoodUse tells how often each food was eaten, the most eaten first.
func (f *Fake) FoodUse(ctx context.Context) ([]journal.FoodUse, error) {
	l, err := f.All(ctx, journal.KindMeal)
	if err != nil {
		return nil, err
	}
	use := map[string]*journal.FoodUse{}
	for _, m := range journal.Select[*journal.Meal](l) {
		foods := m.Foods()
		slices.Sort(foods)
		for _, name := range slices.Compact(foods) {
			u := use[name]
			if u == nil {
				u = &journal.FoodUse{Name: name, BySlot: map[journal.Slot]int{}}
				use[name] = u
			}
			u.Times++
			u.BySlot[m.Slot]++
			u.Last = m.Day
		}
	}
	var out []journal.FoodUse
	for _, name := range slices.Sorted(maps.Keys(use)) {
		out = append(out, *use[name])
	}
	slices.SortStableFunc(out, func(a, b journal.FoodUse) int { return cmp.Compare(b.Times, a.Times) })
	return out, nil
}

// Stats counts what is held.
func (f *Fake) Stats(ctx context.Context) (journal.Stats, error) {
	l, err := f.Range(ctx, journal.Day{}, journal.Day{})
	if err != nil {
		return journal.Stats{}, err
	}
	var st journal.Stats
	skin := map[journal.Day]bool{}
	for _, r := range l {
		if defines(r.Kind()) {
			continue
		}
		st.Entries++
		day := r.Base().Day
		switch r.(type) {
		case *journal.Course, *journal.Treatment, *journal.Avoidance, *journal.Appointment:
			continue
		case *journal.SkinCheck:
			skin[day] = true
		case *journal.Photo:
			st.Photos++
		}
		if st.First.IsZero() {
			st.First = day
		}
		st.Last = day
	}
	st.SkinDays = len(skin)
	return st, nil
}

// SkinDays counts the days with a skin check.
func (f *Fake) SkinDays(ctx context.Context) (int, error) {
	st, err := f.Stats(ctx)
	return st.SkinDays, err
}

// Search finds the records whose words begin with those of query, the latest
// first.
func (f *Fake) Search(ctx context.Context, query string, limit int) ([]journal.Hit, error) {
	l, err := f.Range(ctx, journal.Day{}, journal.Day{})
	if err != nil {
		return nil, err
	}
	wanted, signs := journal.SearchTerms(strings.ToLower(query))
	var hits []journal.Hit
	for i := len(l) - 1; i >= 0 && len(wanted)+len(signs) > 0 && (limit <= 0 || len(hits) < limit); i-- {
		text := words(l[i])
		snippet, ok := match(text, wanted)
		for _, sign := range signs {
			ok = ok && strings.Contains(text, sign)
		}
		if ok && len(wanted) == 0 {
			snippet = journal.SignSnippet(text, signs[0])
		}
		if ok {
			hits = append(hits, journal.Hit{Record: l[i], Snippet: snippet})
		}
	}
	return hits, nil
}

func notInWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// words returns what a record is found by.
func words(r journal.Record) string {
	var w []string
	switch r := r.(type) {
	case *journal.Meal:
		w = r.Foods()
	case *journal.Course:
		w = []string{r.Product, r.Maker, r.Species, r.Strain, r.Reason}
	case *journal.Treatment:
		w = []string{r.Name, r.Form, r.Reason, r.StopReason, r.SideEffect}
	case *journal.Stress:
		w = r.Triggers
	case *journal.Tracker:
		w = []string{r.Name}
	case *journal.Food:
		w = []string{r.Name}
	case *journal.Avoidance:
		w = []string{r.Food, r.Why}
	case *journal.Photo:
		w = []string{r.Site}
	case *journal.Score:
		w = []string{r.Name, r.By}
	case *journal.Appointment:
		w = append([]string{r.Person, r.Place, r.Purpose}, r.Questions...)
	}
	w = append(w, r.Base().Note)
	return strings.Join(slices.DeleteFunc(w, func(s string) bool { return s == "" }), " · ")
}

// match marks the words of text that begin with a wanted one, and reports
// whether every wanted one was found.
func match(text string, wanted []string) (string, bool) {
	found := map[string]bool{}
	var out strings.Builder
	for rest := text; rest != ""; {
		n := strings.IndexFunc(rest, notInWord)
		if n < 0 {
			n = len(rest)
		}
		word := rest[:n]
		hit := false
		for _, w := range wanted {
			if word != "" && strings.HasPrefix(strings.ToLower(word), w) {
				found[w], hit = true, true
			}
		}
		if hit {
			word = journal.FoundFrom + word + journal.FoundTo
		}
		out.WriteString(word)
		rest = rest[n:]
		if gap := strings.IndexFunc(rest, func(r rune) bool { return !notInWord(r) }); gap >= 0 {
			out.WriteString(rest[:gap])
			rest = rest[gap:]
		} else {
			out.WriteString(rest)
			rest = ""
		}
	}
	for _, w := range wanted {
		if !found[w] {
			return "", false
		}
	}
	return out.String(), true
}

// Settings returns the saved settings or the defaults.
func (f *Fake) Settings(ctx context.Context) (journal.Settings, error) {
	leave, err := f.enter(ctx)
	if err != nil {
		return journal.DefaultSettings(), err
	}
	defer leave()
	if f.settings == nil {
		return journal.DefaultSettings(), nil
	}
	return *f.settings, nil
}

// SaveSettings keeps s.
func (f *Fake) SaveSettings(ctx context.Context, s journal.Settings) error {
	if err := s.Validate(); err != nil {
		return err
	}
	leave, err := f.enter(ctx)
	if err != nil {
		return err
	}
	defer leave()
	f.settings = &s
	return nil
}

// Revision grows with every write of a record.
func (f *Fake) Revision(ctx context.Context) (int64, error) {
	leave, err := f.enter(ctx)
	if err != nil {
		return 0, err
	}
	defer leave()
	return f.revision, nil
}
