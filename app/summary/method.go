package summary

import (
	"fmt"

	"skinward/app/insight"
)

// method is the small print: scales, definitions, rules, and what was left
// out.
func (b *builder) method() made {
	ratings := "Ratings are the patient's own, 0 none to 10 worst"
	switch {
	case b.Include[Mind] && b.Include[Digestion]:
		ratings += " (sleep quality: 10 best; stool form 1 hard to 7 liquid)"
	case b.Include[Mind]:
		ratings += " (sleep quality: 10 best)"
	case b.Include[Digestion]:
		ratings += " (stool form 1 hard to 7 liquid)"
	}
	text := ratings + "; those of a day are averaged. \"Before\" is the equally long period before. " +
		"Days by severity: clear below 1, mild below 4, moderate below 7, severe from 7. A day without an entry is a gap, never a zero. " +
		fmt.Sprintf("Figures need %d recorded days. ", MinDays) +
		"A flare is two or more recorded days in a row at 2 or more points above the median of the 14 recorded days before (in brackets: mean length). " +
		"The line in the chart is a moving median, open in gaps of four days and more. " +
		"Links are averages over the diary, things that went together: the difference in the days after, next to what the days before let expect, with its 95 % interval, corrected for the number of factors looked at (false discovery rate). Treatments are drawn, not tested. " +
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
