package summary

import (
	"skinward/app/journal"
	"skinward/app/series"
)

// builder holds what the sections are made from while a page is built.
type builder struct {
	Input
	page    *Page
	period  period
	parts   []Part
	data    [][]string
	main    series.Outcome // severity, or what was recorded in its place
	near    journal.Log    // what happened in the period and the one before
	same    [][2]string    // factor left out of the links, and the one of the same days
	unsaid  int            // links that belong to sections not ticked
	lasting journal.Log    // treatments, courses and avoided foods of all time
}

// ReadWhenever are the kinds that a page reads however long ago they were
// recorded.
func ReadWhenever() []journal.Kind {
	return []journal.Kind{journal.KindTreatment, journal.KindCourse, journal.KindAvoidance, journal.KindVerdict, journal.KindProfile}
}

// FirstRead is the first day whose every record a page of the days from … to
// reads: that of the equally long period before.
func FirstRead(from, to journal.Day) journal.Day { return period{from, to}.before().from }

// sortOut picks from the log what the sections read, so that it is gone
// through once.
func (b *builder) sortOut() {
	from := b.period.before().from
	for _, r := range b.Log {
		switch r.Kind() {
		case journal.KindTreatment, journal.KindCourse, journal.KindAvoidance:
			b.lasting = append(b.lasting, r)
		}
		if d := r.Base().Day; !d.Before(from) && !d.After(b.period.to) {
			b.near = append(b.near, r)
		}
	}
}

// made is a section: its title, its blocks and a detail for the tick list.
// held says that the journal has something for it.
type made struct {
	title     string
	blocks    []block
	more      []block // said after it, on the next page when need be
	moreTitle string
	detail    string
	held      bool
}

// build makes the sections in the order of the page. Data rows are kept for
// ticked sections alone.
func (b *builder) build() {
	b.main = b.mainOutcome()
	makers := map[Section]func() made{
		Why: b.why, Condition: b.condition, Changed: b.changed, Figures: b.figures, Course: b.course, Treatments: b.treatments,
		Photos: b.photos, Links: b.links, Trials: b.trials, Avoided: b.avoided, Diet: b.diet, Mind: b.mind, Digestion: b.digestion,
		Cycle: b.cycle, Notes: b.notes, Method: b.method, FullLog: b.fullLog,
	}
	done := map[Section]made{}
	for _, s := range Sections() {
		if s == Method {
			continue // counts what the others left out
		}
		kept := len(b.data)
		m := makers[s]()
		done[s] = m
		if !b.Include[s] {
			b.data = b.data[:kept]
		}
		b.parts = append(b.parts, Part{s, b.Include[s], m.held, m.detail})
		b.page.parts = b.parts
	}
	done[Method] = b.method()
	b.parts = append(b.parts, Part{Method, b.Include[Method], true, ""})
	b.page.parts = b.parts
	b.place(done)
}

// place puts the ticked sections into the order of the page, short ones beside
// each other.
func (b *builder) place(done map[Section]made) {
	use := func(s Section) (made, bool) {
		m := done[s]
		return m, b.Include[s] && len(m.blocks) > 0
	}
	order := Sections()
	for i := 0; i < len(order); i++ {
		s := order[i]
		m, ok := use(s)
		if !ok {
			continue
		}
		if s == Why || s == Mind {
			if next, also := use(beside[s]); also {
				b.page.pieces = append(b.page.pieces, piece{blocks: []block{side{m.title, next.title, m.blocks, next.blocks}}, section: s})
				i++
				continue
			}
		}
		b.page.pieces = append(b.page.pieces, piece{title: m.title, blocks: m.blocks, section: s})
		if len(m.more) > 0 {
			b.page.pieces = append(b.page.pieces, piece{title: m.moreTitle, blocks: m.more, section: s, more: true})
		}
	}
}

// beside names the sections that stand next to another when both are ticked;
// each follows it in the order of the page.
var beside = map[Section]Section{Why: Condition, Mind: Digestion}

// mainOutcome is severity when the period or the record has it, otherwise the
// first outcome that was recorded.
func (b *builder) mainOutcome() series.Outcome {
	for _, name := range []string{series.Severity, series.Itch, series.Lesions} {
		if o, ok := b.Set.Outcome(name); ok && recorded(b.period.cut(b.Set, o.Values)) > 0 {
			return o
		}
	}
	if o, ok := b.Set.Outcome(series.Severity); ok {
		return o
	}
	return series.Outcome{Name: series.Severity, Label: "Severity", Kind: series.OutcomeScale}
}

// row keeps one line of the data behind the page.
func (b *builder) row(part, item, field, day, value, unit, origin string) {
	b.data = append(b.data, []string{part, item, field, day, value, unit, origin})
}

// values keeps a daily series: one line for each recorded day of p.
func (b *builder) values(part, item, unit string, p period, v []float64) {
	for i, x := range v {
		if x == x { // recorded
			b.row(part, item, "value", p.from.Add(i).String(), exact(x), unit, "entered")
		}
	}
}

// inPeriod returns the records of one type in the period.
func inPeriod[T journal.Record](log journal.Log, p period) []T {
	var out []T
	for _, r := range journal.Select[T](log) {
		if p.holds(r.Base().Day) {
			out = append(out, r)
		}
	}
	return out
}
