package summary

import (
	"fmt"
	"strings"
)

// treatments is the table of what was taken, with its real use.
func (b *builder) treatments() made {
	m := made{title: "Treatments, probiotics and supplements"}
	all := b.taken()
	m.held = len(all) > 0
	m.detail = detailCount(len(all), "")
	if len(all) == 0 {
		m.blocks = []block{para{body: "None recorded in this period."}}
		return m
	}
	t := table{head: []string{"What", "How", "From – to", "Days used", "Before → during"}, bold: []bool{true}}
	var remarks []string
	for _, x := range all {
		t.rows = append(t.rows, []string{x.title, x.how, x.dates(b.period), b.used(x), b.beforeDuring(x)})
		for _, s := range x.sideEffects {
			remarks = append(remarks, sentence(x.short+", side effect as told by the patient: "+s))
		}
		for _, s := range x.stopReasons {
			remarks = append(remarks, sentence(x.short+" stopped: "+s))
		}
		for _, s := range x.spans {
			b.row("treatment", x.title, "start", "", s.start.String(), "", "entered")
			if !s.stop.IsZero() {
				b.row("treatment", x.title, "stop", s.start.String(), s.stop.String(), "", "entered")
			}
		}
	}
	remarks = append(remarks, fmt.Sprintf("Days used: days marked as taken, of the days of the treatment in this period. Before → during: mean %s in the %d days before the first start and on its days in this period; other things changed as well.", lowerFirst(b.main.Label), beforeDays))
	m.blocks = append(m.blocks, t, para{body: strings.Join(remarks, " "), small: true})
	return m
}

// dates lists the spans; of many it gives the number, the first and the last.
func (t taking) dates(p period) string {
	if n := len(t.spans); n > 3 {
		end := "now"
		if s := t.spans[n-1].stop; !s.IsZero() {
			end = shortDate(s, p.to)
		}
		return fmt.Sprintf("%s – %s, %d times", shortDate(t.spans[0].start, p.to), end, n)
	}
	var out []string
	for _, s := range t.spans {
		from := shortDate(s.start, p.to)
		switch {
		case s.stop.IsZero():
			out = append(out, from+" – now")
		default:
			out = append(out, from+" – "+shortDate(s.stop, p.to))
		}
	}
	return strings.Join(out, ", ")
}

// used tells on how many days something was taken.
func (b *builder) used(t taking) string {
	b.values("doses", t.title, "taken 1, missed 0", b.period, b.doses(t, b.period))
	taken, active, told := b.use(t)
	switch {
	case !told:
		return "not recorded"
	case t.asNeeded:
		return plural(taken, "day")
	}
	return fmt.Sprintf("%d of %d (%s)", taken, active, percent(taken, active))
}

// beforeDuring gives the two means, when both have enough days.
func (b *builder) beforeDuring(t taking) string {
	first := t.spans[0].start
	prev := period{first.Add(-beforeDays), first.Add(-1)}
	x, y := prev.outcome(b.Set, b.main.Name), b.period.outcome(b.Set, b.main.Name)
	on := t.active(b.period)
	var during []float64
	for i, v := range y {
		if on[i] {
			during = append(during, v)
		}
	}
	b.values("outcome", b.main.Name, b.unit(), prev, x)
	b.values("outcome", b.main.Name, b.unit(), b.period, y)
	if recorded(x) < MinDays || recorded(during) < MinDays {
		return "too few days"
	}
	return fixed1(mean(x)) + " → " + fixed1(mean(during))
}

// barText is what stands beside a bar under the chart: name and real use.
func (b *builder) barText(t taking) string {
	name := t.short
	if r := []rune(name); len(r) > 40 {
		name = string(r[:39]) + "…"
	}
	if t.class != "" {
		name += ", " + string(t.class)
	}
	taken, active, told := b.use(t)
	switch {
	case !told:
		return name
	case t.asNeeded:
		return fmt.Sprintf("%s, used on %s", name, plural(taken, "day"))
	}
	return fmt.Sprintf("%s, used on %d of %d days", name, taken, active)
}

func detailCount(n int, more string) string {
	switch {
	case n == 0:
		return ""
	case more == "":
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%d, %s", n, more)
}
