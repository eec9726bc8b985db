package summary

import (
	"fmt"
	"strings"

	"skinward/app/journal"
)

// Text is the page as plain text, in the same order and with the same words,
// for portals and mail.
func (p *Page) Text() string {
	var out []string
	head := []string{"SKIN DIARY SUMMARY", fmt.Sprintf("%s, %s", dates(p.period), plural(p.period.days(), "day")), "Recorded by the patient, not verified"}
	if !p.now.IsZero() {
		head[2] += ", printed on " + date(journal.DayAt(p.now, 0))
	}
	for _, f := range p.facts {
		head = append(head, f[0]+": "+f[1])
	}
	out = append(out, strings.Join(head, "\n"))
	for _, pc := range p.pieces {
		out = append(out, textOf(pc.title, pc.blocks))
	}
	out = append(out, p.foot())
	return strings.Join(out, "\n\n") + "\n"
}
