package summary

import (
	"fmt"

	"skinward/app/insight"
)

// method is the small print: scales, definitions, rules, and what was left
// out.
func (b *builder) method() made {
	flare := "A flare is two or more recorded days in a row with severity 2 or more points above the median of the 14 recorded days before."
	text := "Severity, itch, stress and impact are the patient's own ratings, 0 none to 10 worst; several ratings of a day are averaged. " +
		"Medians and means are of recorded days; a day without an entry is a gap, never a zero. " + flare + " " +
		fmt.Sprintf("The line in the chart is the median of seven days, where three or more are recorded; it is left open in gaps of four days and more. Figures need %d recorded days. ", MinDays) +
		"Links are what the diary shows on average: things that went together. Each is the difference in the days after, next to what the days before let expect, with a 95 % interval, corrected for the number of factors looked at (false discovery rate). Treatments are drawn and not tested. " +
		"This page holds no diagnosis and no advice."
	last := fmt.Sprintf("Method version %s.", insight.MethodVersion)
	switch n := b.page.LeftOut(); {
	case n == 1:
		last += " The patient left out 1 section that holds entries."
	case n > 1:
		last += fmt.Sprintf(" The patient left out %d sections that hold entries.", n)
	}
	return made{title: "Method", held: true, blocks: []block{para{body: text + " " + last, small: true}}}
}
