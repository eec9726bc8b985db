package summary

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"skinward/app/insight"
	"skinward/app/journal"
	"skinward/app/series"
)

// links is what went with the outcome, from the whole record up to the end of
// the period; what cannot be told apart and what had no important effect come
// after it.
func (b *builder) links() made {
	m := made{title: fmt.Sprintf("What went with worse or better %s", lowerFirst(b.main.Label))}
	switch b.Search {
	case SearchRunning:
		m.held, m.blocks = true, []block{para{body: "Being worked out from the whole record.", small: true}, room()}
		return m
	case SearchStopped:
		m.held, m.blocks = true, []block{para{body: "Not worked out: the search was stopped."}}
		return m
	}
	all := b.tested()
	compared := slices.ContainsFunc(all, func(f insight.Finding) bool { return f.Grade != insight.NotEnoughData })
	if !compared {
		o, _ := b.Set.Outcome(b.main.Name)
		b.values("record", b.main.Name, b.unit(), b.record(), b.record().cut(b.Set, o.Values))
		m.blocks = []block{para{body: fmt.Sprintf("Nothing was compared yet: %s is recorded on %s so far; the method starts at 30, with 8 days with a factor and 8 without.", lowerFirst(b.main.Label), plural(o.Recorded(), "day"))}}
		return m
	}
	m.held = true
	shown := b.shown(all)
	m.detail = detailCount(len(shown), "")
	rec := b.record()
	m.blocks = append(m.blocks, para{body: fmt.Sprintf("From the whole record, %s, %s with %s.", dates(rec), plural(b.skinDays(all), "day"), lowerFirst(b.main.Label)), small: true})
	if len(shown) == 0 {
		m.blocks = append(m.blocks, para{body: "No factor reached a grade."})
	} else {
		m.blocks = append(m.blocks, b.linkTable(shown))
	}
	if b.anyScaled(shown) {
		m.blocks = append(m.blocks, para{small: true, body: "Low to high: from this person's 10th percentile to the 90th; for what is taken in courses, rarely to most days."})
	}
	if s := b.early(shown); s != "" {
		m.blocks = append(m.blocks, para{body: s, small: true})
	}
	m.blocks = append(m.blocks, para{body: b.checked(all), small: true})
	m.moreTitle = "About these links"
	for _, pair := range b.same {
		if slices.ContainsFunc(shown, func(f insight.Finding) bool { return f.FactorLabel == pair[1] }) {
			m.more = append(m.more, para{body: fmt.Sprintf("%s: eaten or taken on the same days as %s, so not listed beside it.", upperFirst(pair[0]), lowerFirst(pair[1]))})
		}
	}
	for _, s := range b.apart(shown) {
		m.more = append(m.more, para{body: s})
	}
	if names := b.labels(all, insight.NoImportantEffect); len(names) > 0 {
		m.more = append(m.more, para{body: fmt.Sprintf("No important effect (any effect is likely smaller than %s): %s.", points1(b.Important), list(names, 14))})
	}
	b.linkData(shown, rec)
	return m
}

func points1(v float64) string { return one(v) + " points" }

// record is the whole grid.
func (b *builder) record() period {
	if b.Set.Days == 0 {
		return b.period
	}
	return period{b.Set.First, b.Set.Last()}
}

// tested are the findings about the main outcome, in the order of the result,
// with the grades that stand: those below the highest are judged every four
// weeks, so that page and program say the same.
func (b *builder) tested() []insight.Finding {
	var out []insight.Finding
	standing, _ := insight.Judge(b.Findings.Findings, journal.Select[*journal.Verdict](b.Log), b.period.to)
	for _, s := range standing {
		if s.Outcome == b.main.Name && !s.Pending {
			f := s.Finding
			f.Grade = s.Shown
			out = append(out, f)
		}
	}
	return out
}

func (b *builder) skinDays(all []insight.Finding) int { return all[0].SkinDays }

// shown picks at most MaxLinks: pinned ones first, then by grade and size.
func (b *builder) shown(all []insight.Finding) []insight.Finding {
	has := func(names []string, f insight.Finding) bool {
		return slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, f.Factor) })
	}
	var out []insight.Finding
	b.unsaid = 0
	for _, f := range all {
		graded := f.Grade.Rank() <= insight.Hint.Rank() || has(b.Pinned, f) && f.Grade != insight.NotEnoughData
		if !graded || has(b.Hidden, f) || math.IsNaN(f.Effect) {
			continue
		}
		if !b.mayName(f.Kind) {
			b.unsaid++
			continue
		}
		out = append(out, f)
	}
	rank := func(f insight.Finding) int {
		if has(b.Pinned, f) {
			return -1
		}
		return f.Grade.Rank()
	}
	slices.SortStableFunc(out, func(x, y insight.Finding) int {
		if c := cmp.Compare(rank(x), rank(y)); c != 0 {
			return c
		}
		return cmp.Compare(math.Abs(y.Effect*y.Scale), math.Abs(x.Effect*x.Scale))
	})
	out = b.distinct(out)
	return out[:min(len(out), MaxLinks)]
}

// belongs says in which section the records of a kind of factor stand. When
// that is not ticked, the factor is not named among the links either.
var belongs = map[series.FactorKind]Section{
	series.KindStress: Mind, series.KindSleep: Mind, series.KindPractice: Mind, series.KindStool: Digestion, series.KindCycle: Cycle,
	series.KindProbiotic: Treatments, series.KindSupplement: Treatments,
}

func (b *builder) mayName(k series.FactorKind) bool {
	s, ok := belongs[k]
	return !ok || b.Include[s]
}

// mayNameFactor is mayName for something known by its name alone.
func (b *builder) mayNameFactor(name string) bool {
	f, ok := b.Set.Factor(name)
	return ok && b.mayName(f.Kind)
}

// distinct drops factors that stand for the very days of another one on the
// list, such as a food group of which one food is eaten; a food is kept before
// a group. What was dropped is said beside the links.
func (b *builder) distinct(fs []insight.Finding) []insight.Finding {
	var out []insight.Finding
	b.same = nil
	for _, f := range fs {
		at := slices.IndexFunc(out, func(o insight.Finding) bool {
			return o.NAfter == f.NAfter && o.NOtherwise == f.NOtherwise && o.Effect == f.Effect && o.Low == f.Low && o.MeanWith == f.MeanWith
		})
		switch {
		case at < 0:
			out = append(out, f)
			continue
		case out[at].Kind == series.KindFoodGroup && f.Kind != series.KindFoodGroup:
			out[at], f = f, out[at]
		}
		b.same = append(b.same, [2]string{f.FactorLabel, out[at].FactorLabel})
	}
	return out
}

// noLinks is the table of links without its rows.
func noLinks() table {
	return table{
		head: []string{"Went with", "When", "After it", "Otherwise", "Difference (95 % interval)", "How sure"},
		bold: []bool{true},
	}
}

// room keeps the place of links that are not there yet, so that the rest of the
// page stays where it is when they come.
func room() table {
	t := noLinks()
	for range MaxLinks {
		t.rows = append(t.rows, []string{"…", "…", "…", "…", "…", "…"})
	}
	return t
}

func (b *builder) linkTable(shown []insight.Finding) table {
	t := noLinks()
	for _, f := range shown {
		name := upperFirst(f.FactorLabel)
		if b.scaled(f) {
			name += ", low to high"
		}
		lo, hi := f.Low*f.Scale, f.High*f.Scale
		word := "worse"
		if f.Effect < 0 {
			word = "better"
		}
		if f.OutcomeKind == series.OutcomeCount {
			word = map[string]string{"worse": "more", "better": "fewer"}[word]
		}
		t.rows = append(t.rows, []string{
			name, window(f),
			meanOf(f.MeanWith, f.NAfter), meanOf(f.MeanWithout, f.NOtherwise),
			fmt.Sprintf("%s (%s to %s), %s", diff(f.Effect*f.Scale), fixed1(lo), fixed1(hi), word),
			lowerFirst(insight.GradeName(f.Grade)),
		})
	}
	return t
}

// meanOf is a mean with its days; of too few it gives the days alone.
func meanOf(mean float64, days int) string {
	if days < MinDays {
		mean = math.NaN()
	}
	return fmt.Sprintf("%s (%s d)", fixed1(mean), thousands(days))
}

// early gives the widened ranges of links that were found early, because
// estimates selected from few days run high.
func (b *builder) early(shown []insight.Finding) string {
	var parts []string
	for _, f := range shown {
		if !f.Early() || math.IsNaN(f.WideLow) {
			continue
		}
		lo, hi := f.WideLow*f.Scale, f.WideHigh*f.Scale
		parts = append(parts, fmt.Sprintf("%s %s to %s", lowerFirst(f.FactorLabel), fixed1(lo), fixed1(hi)))
		b.row("link", f.Factor, "wide low", "", exact(lo), b.unit(), "computed")
		b.row("link", f.Factor, "wide high", "", exact(hi), b.unit(), "computed")
	}
	if len(parts) == 0 {
		return ""
	}
	return "Early estimates run high. Counting the search, the ranges are: " + strings.Join(parts, "; ") + "."
}

// scaled tells findings whose difference is between a low and a high day.
func (b *builder) scaled(f insight.Finding) bool { return !f.Binary || f.Scale != 1 }

func (b *builder) anyScaled(fs []insight.Finding) bool { return slices.ContainsFunc(fs, b.scaled) }

func window(f insight.Finding) string {
	a, z := f.Window[0], f.Window[1]
	switch {
	case z >= 14:
		return "over 2 weeks"
	case a == z && a == 1:
		return "next day"
	case a == z:
		return fmt.Sprintf("%d days later", a)
	}
	return fmt.Sprintf("%d–%d days later", a, z)
}

// often and alike are the share of a factor's days with another and the
// correlation from which the page names the pair.
const (
	often      = 0.5
	alike      = 0.4
	apartAlike = 0.25 // for what the method calls inseparable
)

// closest is the overlap with the highest correlation that is worth naming.
// Something eaten nearly every day goes along with everything and is not.
func (b *builder) closest(all []insight.Overlap) (best insight.Overlap, ok bool) {
	for _, o := range all {
		worth := o.Inseparable && o.Correlation >= apartAlike || o.Shared >= often && o.Correlation >= alike
		if worth && b.mayNameFactor(o.Factor) && (!ok || o.Correlation > best.Correlation) {
			best, ok = o, true
		}
	}
	return best, ok
}

// apart names the pairs that the record cannot tell apart, or that often go
// together.
func (b *builder) apart(shown []insight.Finding) []string {
	var out []string
	said := map[[2]string]bool{}
	for _, f := range shown {
		// The most alike one says enough on a page.
		o, alike := b.closest(b.Overlaps[f.Factor])
		pair := [2]string{min(f.Factor, o.Factor), max(f.Factor, o.Factor)}
		if !alike || said[pair] {
			continue
		}
		said[pair] = true
		lead := "Often together"
		if o.Inseparable {
			lead = "Cannot be told apart"
		}
		this, other := lowerFirst(f.FactorLabel), lowerFirst(o.FactorLabel)
		out = append(out, fmt.Sprintf("%s: %s and %s, on %d %% of the days with %s; %s with %s alone, %d with %s alone.",
			lead, this, other, int(math.Round(o.Shared*100)), this, plural(o.OnlyThis, "day"), this, o.OnlyOther, other))
		b.row("overlap", f.Factor, o.Factor, "", exact(o.Shared), "share of days", "computed")
		b.row("overlap", f.Factor, o.Factor+" only this", "", fmt.Sprint(o.OnlyThis), "days", "computed")
		b.row("overlap", f.Factor, o.Factor+" only other", "", fmt.Sprint(o.OnlyOther), "days", "computed")
	}
	return out[:min(len(out), 3)]
}

// checked counts what was compared and how it came out, the empty results
// included.
func (b *builder) checked(all []insight.Finding) string {
	n := map[insight.Grade]int{}
	for i, f := range all {
		n[f.Grade]++
		b.row("checked", fmt.Sprintf("factor %d", i+1), "grade", "", string(f.Grade), "", "computed")
	}
	s := fmt.Sprintf("%s looked at: %d strong, %d moderate, %d hint, %d no important effect, %d can't tell yet, %d not enough data. ",
		plural(len(all), "factor"), n[insight.Strong], n[insight.Moderate], n[insight.Hint], n[insight.NoImportantEffect], n[insight.CantTell], n[insight.NotEnoughData])
	adjusted, missing := []string{"weekday", "trend"}, ""
	for _, base := range b.Findings.Baselines {
		if base.Outcome != b.main.Name {
			continue
		}
		for _, u := range base.Used {
			if u == "stress" || u == "sleep" || u == "cycle" || u == "season" {
				adjusted = append(adjusted, u)
			}
		}
		missing = base.Sentence()
	}
	parts := []string{s + "Adjusted for " + strings.Join(adjusted, ", ") + " and what the days before let expect."}
	if missing != "" {
		parts = append(parts, missing)
	}
	switch {
	case b.unsaid == 1:
		parts = append(parts, "One link belongs to a section that the patient left out.")
	case b.unsaid > 1:
		parts = append(parts, fmt.Sprintf("%d links belong to sections that the patient left out.", b.unsaid))
	}
	if n[insight.Moderate] > 0 {
		parts = append(parts, "Of ten moderate links about two are chance.")
	}
	if n[insight.Hint] > 0 {
		parts = append(parts, "Of ten hints five or more are chance.")
	}
	return strings.Join(parts, " ")
}

func (b *builder) labels(all []insight.Finding, g insight.Grade) []string {
	var out []string
	for _, f := range all {
		if f.Grade == g && b.mayName(f.Kind) {
			out = append(out, lowerFirst(f.FactorLabel))
		}
	}
	return out
}

// linkData keeps the daily series behind the links shown, and the results, so
// that both can be worked out again.
func (b *builder) linkData(shown []insight.Finding, rec period) {
	if len(shown) == 0 {
		return
	}
	o, _ := b.Set.Outcome(b.main.Name)
	b.values("record", b.main.Name, b.unit(), rec, rec.cut(b.Set, o.Values))
	if b.Include[Mind] { // without it the links cannot be worked out again to the last digit
		b.values("reference", "stress", points, rec, rec.cut(b.Set, b.Set.Stress))
		b.values("reference", "sleep", "h or points", rec, rec.cut(b.Set, b.Set.Sleep))
	}
	for _, f := range shown {
		if x, ok := b.Set.Factor(f.Factor); ok {
			b.values("factor", f.Factor, string(f.Kind), rec, rec.cut(b.Set, x.Values))
		}
		put := func(field string, v float64) {
			b.row("link", f.Factor, field, "", exact(v), b.unit(), "computed")
		}
		put("effect", f.Effect*f.Scale)
		put("low", f.Low*f.Scale)
		put("high", f.High*f.Scale)
		put("window from", float64(f.Window[0]))
		put("window to", float64(f.Window[1]))
		put("mean after", f.MeanWith)
		put("days after", float64(f.NAfter))
		put("mean otherwise", f.MeanWithout)
		put("days otherwise", float64(f.NOtherwise))
	}
}
