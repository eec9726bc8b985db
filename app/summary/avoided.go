package summary

import "skinward/app/journal"

// trials are experiments of the person's own, in sentences that were made
// where they were judged.
func (b *builder) trials() made {
	m := made{title: "Experiments", held: len(b.Trials) > 0, detail: detailCount(len(b.Trials), "")}
	for _, s := range b.Trials {
		m.blocks = append(m.blocks, para{body: s})
	}
	return m
}

// avoided lists the foods left out on purpose, so that a doctor sees a
// restriction early.
func (b *builder) avoided() made {
	m := made{title: "Foods avoided"}
	var rows [][]string
	for _, a := range journal.Select[*journal.Avoidance](b.lasting) {
		if a.Day.After(b.period.to) || !a.Until.IsZero() && a.Until.Before(b.period.from) {
			continue
		}
		until, end := "still", b.period.to
		if !a.Until.IsZero() && !a.Until.After(b.period.to) {
			until, end = date(a.Until), a.Until
		}
		advice := "not stated"
		if a.Advice != "" {
			advice = string(a.Advice)
		}
		rows = append(rows, []string{a.Food, date(a.Day), until, plural(end.Sub(a.Day)+1, "day"), advice, a.Why})
		b.row("avoided", a.Food, "since", "", a.Day.String(), "", "entered")
		if !a.Until.IsZero() {
			b.row("avoided", a.Food, "until", "", a.Until.String(), "", "entered")
		}
	}
	m.held = len(rows) > 0
	m.detail = detailCount(len(rows), "")
	if len(rows) == 0 {
		m.blocks = []block{para{body: "None recorded."}}
		return m
	}
	m.blocks = []block{table{head: []string{"Food", "Since", "Until", "For", "On advice of", "Why"}, rows: rows, bold: []bool{true}}}
	return m
}
