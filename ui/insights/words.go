package insights

import (
	"fmt"
	"math"
	"strings"

	"skinward/app/figure"
	"skinward/app/insight"
)

// Words are the paragraphs about one row. The sentences themselves are the
// method's; here they are only put in order.
type Words struct {
	Claim   string // direction, size and interval; "" without a grade
	Meaning string // how often such a result is chance, or what is missing
	Small   string // day counts and plain averages
	Rests   string // what could have been noticed, what is not recorded
	Allowed string // which adjustments were made, how many things were compared
}

// NewWords puts the sentences about a row in order.
func NewWords(row Row, res insight.Result) Words {
	f := row.Finding
	w := Words{Meaning: f.Sentence()}
	if row.Standing.NoLonger {
		w.Meaning = insight.NoLongerSentence()
	}
	if claim := f.Claim(); strings.HasPrefix(w.Meaning, claim) {
		w.Claim, w.Meaning = claim, strings.TrimSpace(strings.TrimPrefix(w.Meaning, claim))
	}
	w.Small = paragraph(f.EarlySentence(), f.PlainSentence(), standing(row.Standing))
	w.Rests = paragraph(f.VisibleSentence(), f.MissingSentence())
	var base string
	for _, b := range res.Baselines {
		if b.Outcome == f.Outcome {
			base = used(b) + " " + b.Sentence()
		}
	}
	var family string
	for _, s := range res.Families {
		if s.Family == f.Family {
			family = insight.FamilyName(f.Family) + ": " + s.Sentence()
		}
	}
	w.Allowed = paragraph(base, family)
	for _, n := range res.Notices {
		w.Allowed = paragraph(w.Allowed, n.Text)
	}
	return w
}

// standing says since when an earlier judgement stands.
func standing(s insight.Standing) string {
	if !s.Held() || s.Since.IsZero() {
		return ""
	}
	return fmt.Sprintf("Judged on %s; looked at again four weeks later.", figure.Date(s.Since))
}

// used says what the expected skin was built from.
func used(b insight.Baseline) string {
	names := map[string]string{"weekday": "the weekday", "trend": "the slow trend", "season": "the season"}
	parts := []string{"the days before"}
	for _, u := range b.Used {
		if n, ok := names[u]; ok {
			u = n
		}
		parts = append(parts, u)
	}
	if len(parts) == 1 {
		return "Each day was first expected from the days before."
	}
	return "Each day was first expected from " + strings.Join(parts[:len(parts)-1], ", ") + " and " + parts[len(parts)-1] + "."
}

// HalvesWords sets the two halves of the record side by side.
func HalvesWords(d insight.Detail) string {
	var lines []string
	for _, h := range d.Halves {
		if h.From.IsZero() {
			continue
		}
		span := figure.Date(h.From) + " to " + figure.Date(h.To)
		if math.IsNaN(h.Effect) {
			lines = append(lines, span+": too few days to say.")
			continue
		}
		k := scaleOf(d.Finding)
		lines = append(lines, fmt.Sprintf("%s: %s (%s to %s), %s with it.", span, signed(h.Effect*k), signed(h.Low*k), signed(h.High*k), days(h.DaysWith)))
	}
	if same := d.SameDay.Sentence(); same != "" {
		lines = append(lines, same)
	}
	return strings.Join(lines, "\n")
}

// ApartWords lists what shares the factor's days.
func ApartWords(d insight.Detail) string { return strings.Join(d.ApartSentences(), "\n\n") }

func paragraph(sentences ...string) string {
	var out []string
	for _, s := range sentences {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, " ")
}
