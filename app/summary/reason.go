package summary

import (
	"fmt"
	"strings"

	"skinward/app/journal"
	"skinward/app/series"
)

// why is the reason for the visit and at most three questions.
func (b *builder) why() made {
	m := made{title: "Why this visit"}
	reason := b.ReasonText
	var questions []string
	if a := b.Appointment; a != nil {
		if reason == "" {
			reason = a.Purpose
		}
		questions = a.Questions
	}
	if reason == "" && b.Profile != nil {
		reason = b.Profile.Reason
	}
	if b.QuestionTexts != nil {
		questions = b.QuestionTexts
	}
	if reason = strings.TrimSpace(reason); reason != "" {
		m.blocks = append(m.blocks, para{body: reason})
	}
	var asked []string
	for _, q := range questions {
		if q = strings.TrimSpace(q); q != "" && len(asked) < journal.MaxQuestions {
			asked = append(asked, q)
		}
	}
	if len(asked) > 0 {
		m.blocks = append(m.blocks, numbered{asked})
	}
	if pr := b.Profile; pr != nil && strings.TrimSpace(pr.Matters) != "" {
		m.blocks = append(m.blocks, para{body: "Matters most to me: " + strings.TrimSpace(pr.Matters)})
	}
	m.held = len(m.blocks) > 0
	return m
}

// condition is what a doctor told, allergies, and scores filled in elsewhere.
func (b *builder) condition() made {
	m := made{title: "Condition, as told"}
	var rows [][2]string
	if pr := b.Profile; pr != nil {
		for _, d := range pr.Conditions {
			var how []string
			if d.ToldBy != "" {
				how = append(how, "told by "+d.ToldBy)
			}
			if d.Since != "" {
				how = append(how, "since "+d.Since)
			}
			text := strings.Join(how, ", ")
			if text == "" {
				text = "not stated by whom"
			}
			rows = append(rows, [2]string{upperFirst(d.Name), text})
		}
		if a := strings.TrimSpace(pr.Allergies); a != "" {
			rows = append(rows, [2]string{"Allergies", a})
		}
	}
	for _, s := range lastScores(inPeriod[*journal.Score](b.near, b.period)) {
		text := one(s.Total)
		if hi, ok := s.Max.Get(); ok {
			text += " of " + one(hi)
		}
		text += ", " + date(s.Day)
		if s.By != "" {
			text += ", by " + s.By
		}
		rows = append(rows, [2]string{s.Name, text})
		b.row("score", s.Name, "total", s.Day.String(), exact(s.Total), "points", "entered")
		if hi, ok := s.Max.Get(); ok {
			b.row("score", s.Name, "maximum", s.Day.String(), exact(hi), "points", "entered")
		}
	}
	if len(rows) > 0 {
		m.blocks = []block{pairs{rows: rows, label: conditionLabel(rows)}}
		m.held = true
	}
	return m
}

// conditionLabel keeps long names from squeezing what stands behind them.
func conditionLabel(rows [][2]string) float64 {
	return min(pairs{rows: rows}.labelWidth(), 92)
}

// lastScores keeps the latest total of every name.
func lastScores(all []*journal.Score) []*journal.Score {
	var out []*journal.Score
	at := map[string]int{}
	for _, s := range all {
		if i, ok := at[s.Name]; ok {
			out[i] = s
			continue
		}
		at[s.Name] = len(out)
		out = append(out, s)
	}
	return out
}

// inOwnWords ends the title of a section whose words the person wrote.
const inOwnWords = ", in the patient's words"

// changed is three factual lines, or what the person made of them.
func (b *builder) changed() made {
	m := made{title: "What changed", held: recorded(b.period.outcome(b.Set, b.main.Name)) > 0 || len(b.taken()) > 0}
	own := b.changedLines()
	b.page.words[Changed] = own
	if t := strings.TrimSpace(b.ChangedText); t != "" {
		own, m.title = t, m.title+inOwnWords
	}
	m.blocks = []block{para{body: own}}
	return m
}

// changedLines are the page's own words on what changed: one line on the
// outcome, one on what was started, one on what was stopped.
func (b *builder) changedLines() string {
	lines := []string{b.outcomeLine()}
	if !b.Include[Treatments] {
		return lines[0] // what is taken stays out with its section
	}
	var started, stopped []string
	for _, t := range b.taken() {
		var on, off []string
		for _, x := range t.spans {
			if b.period.holds(x.start) {
				on = append(on, shortDate(x.start, b.period.to))
			}
			if !x.stop.IsZero() && b.period.holds(x.stop) {
				off = append(off, shortDate(x.stop, b.period.to))
			}
		}
		if len(on) > 0 {
			started = append(started, t.short+" "+onDays(on))
		}
		if len(off) > 0 {
			stopped = append(stopped, t.short+" "+onDays(off))
		}
	}
	if len(started) > 0 {
		lines = append(lines, "Started: "+list(started, 3)+".")
	}
	if len(stopped) > 0 {
		lines = append(lines, "Stopped: "+list(stopped, 3)+".")
	}
	if len(started)+len(stopped) == 0 {
		lines = append(lines, "Nothing was started or stopped in this period.")
	}
	return strings.Join(lines, "\n")
}

// outcomeLine compares the medians of this period and the one before.
func (b *builder) outcomeLine() string {
	now, before := b.period.outcome(b.Set, b.main.Name), b.period.before().outcome(b.Set, b.main.Name)
	b.values("outcome", b.main.Name, b.unit(), b.period, now)
	b.values("outcome", b.main.Name, b.unit(), b.period.before(), before)
	if recorded(now) == 0 {
		return b.main.Label + " was not recorded in this period."
	}
	if recorded(now) < MinDays {
		return fmt.Sprintf("%s was recorded on %s; a median needs %d.", b.main.Label, plural(recorded(now), "day"), MinDays)
	}
	scale := ""
	if b.unit() == points {
		scale = " (0–10)"
	}
	s := fmt.Sprintf("median %s%s on %s", one(median(now)), scale, plural(recorded(now), "day"))
	if recorded(before) < MinDays {
		return b.main.Label + ": " + s + "; the period before has too few days to compare."
	}
	verdict := "the same as before"
	switch {
	case change(median(now), median(before)) == "0":
	case median(now) < median(before):
		verdict = "lower (better) than before"
	default:
		verdict = "higher (worse) than before"
	}
	s = fmt.Sprintf("%s was %s: %s, against %s on %s in the %s before.", b.main.Label, verdict, s, one(median(before)), plural(recorded(before), "day"), plural(b.period.days(), "day"))
	in, prev := b.period.outcome(b.Set, series.FlareDays), b.period.before().outcome(b.Set, series.FlareDays)
	if recorded(in) < MinDays || recorded(prev) < MinDays {
		return s
	}
	b.values("outcome", series.FlareDays, yesNo, b.period, in)
	b.values("outcome", series.FlareDays, yesNo, b.period.before(), prev)
	return s + fmt.Sprintf(" Flare days: %s, against %s.", percent(int(sum(in)), recorded(in)), percent(int(sum(prev)), recorded(prev)))
}

// onDays names one or two days, and counts more.
func onDays(days []string) string {
	if len(days) > 2 {
		return plural(len(days), "time")
	}
	return "on " + strings.Join(days, " and ")
}
