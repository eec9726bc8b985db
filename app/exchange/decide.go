package exchange

import (
	"fmt"
	"slices"

	"skinward/app/journal"
)

// decide settles what single rows left open: the order of local dates and the
// style of numbers. The whole file decides, or the file is refused.
func (p *parser) decide() {
	p.decideDates()
	p.decideNumbers()
	slices.SortStableFunc(p.faults.List, func(a, b Fault) int { return a.Line - b.Line })
}

func (p *parser) decideDates() {
	if len(p.dates) == 0 {
		return
	}
	order := p.opts.DateOrder
	if order == AnyOrder {
		var dayFirst, monthFirst int // lines that can be read one way only
		for _, d := range p.dates {
			line := p.file.Rows[d.row].Line
			if _, ok := d.date.day(MonthDayYear); !ok && dayFirst == 0 {
				dayFirst = line
			}
			if _, ok := d.date.day(DayMonthYear); !ok && monthFirst == 0 {
				monthFirst = line
			}
		}
		switch {
		case dayFirst > 0 && monthFirst > 0:
			p.faults.add(max(dayFirst, monthFirst), fmt.Sprintf("dates follow two orders: the day comes first in line %d, the month in line %d", dayFirst, monthFirst))
			return
		case dayFirst > 0:
			order = DayMonthYear
		case monthFirst > 0:
			order = MonthDayYear
		default:
			p.faults.add(p.file.Rows[p.dates[0].row].Line, "no date of the file tells whether the day or the month comes first; say so with --date-order dmy or --date-order mdy")
			return
		}
		word := map[DateOrder]string{DayMonthYear: "day first", MonthDayYear: "month first"}[order]
		p.notice("dates were read %s, as line %d shows", word, max(dayFirst, monthFirst))
	}
	for _, d := range p.dates {
		r := &p.file.Rows[d.row]
		day, ok := d.date.day(order)
		if !ok {
			p.faults.add(r.Line, fmt.Sprintf("date %d/%d/%d does not exist in the order %s", d.date.a, d.date.b, d.date.year, order))
			continue
		}
		r.Day = day
	}
}

func (p *parser) decideNumbers() {
	for _, n := range p.numbers {
		r := &p.file.Rows[n.row]
		comma := p.style[commas] > 0
		dot := p.style[dots] > 0
		hasComma := slices.Contains([]byte(n.text), ',')
		v := n.v
		switch {
		case comma && dot:
			p.faults.add(r.Line, fmt.Sprintf("value %q can be read two ways, and the file uses both decimal commas and points", clip(n.text)))
			continue
		case hasComma && dot, !hasComma && comma:
			v = n.grouped
		case hasComma && !comma:
			p.faults.add(r.Line, fmt.Sprintf("value %q can be read two ways; write %s or %s", clip(n.text), plain(n.v), plain(n.grouped)))
			continue
		}
		if _, err := n.sense.apply(r, v); err != nil {
			p.faults.add(r.Line, err.Error())
		}
	}
	p.numbers = nil
}

// firstAfter returns the first row whose day lies after today, for notices.
func firstAfter(rows []Row, today journal.Day) (count int, first Row) {
	for _, r := range rows {
		if !today.IsZero() && r.Day.After(today) {
			if count == 0 {
				first = r
			}
			count++
		}
	}
	return count, first
}
