package summary

import (
	"fmt"
	"time"

	"skinward/app/figure/ink"
	"skinward/app/journal"
)

// Page is the doctor's page as a value: what is said, in order, not yet where
// it stands on paper.
type Page struct {
	period  period
	now     time.Time
	version string
	name    string      // "" unless filled in
	born    string      // "
	visit   []string    // for whom and when
	facts   [][2]string // under the title
	missing string      // completeness in one line
	pieces  []piece
	parts   []Part
	data    [][]string
	unset   int // letters that the page's font lacks
	words   map[Section]string
}

// Build makes the page. It returns a *journal.Error for a period that ends
// before it begins or has no days.
func Build(in Input) (*Page, error) {
	switch {
	case in.From.IsZero():
		return nil, &journal.Error{Code: journal.CodeEmpty, Field: "from"}
	case in.To.IsZero():
		return nil, &journal.Error{Code: journal.CodeEmpty, Field: "to"}
	case in.To.Before(in.From):
		return nil, &journal.Error{Code: journal.CodeOrder, Field: "to", Value: in.To.String()}
	}
	if in.Include == nil {
		in.Include = DefaultInclude()
	}
	if in.Important <= 0 {
		in.Important = 0.5
	}
	p := &Page{period: period{in.From, in.To}, now: in.Now, version: in.Version, words: map[Section]string{}}
	b := &builder{Input: in, page: p, period: p.period}
	b.sortOut()
	b.head()
	b.build()
	p.parts = b.parts
	p.data = b.data
	p.countUnset()
	return p, nil
}

// Parts tells of every section whether it is ticked, whether the journal holds
// anything for it, and a detail for a tick list.
func (p *Page) Parts() []Part { return p.parts }

// LeftOut counts the sections that hold something and are not ticked. The
// full log and the small print are no such sections.
func (p *Page) LeftOut() int {
	n := 0
	for _, part := range p.parts {
		if part.Held && !part.Ticked && part.Section != FullLog && part.Section != Method {
			n++
		}
	}
	return n
}

// Completeness is the line that says how much of the period was recorded.
func (p *Page) Completeness() string { return p.missing }

// Empty reports whether the period holds no skin record at all.
func (p *Page) Empty() bool { return p.missing == "" }

// Unprintable is for how many letters no font was found; the page says so and
// shows their number in brackets where they would stand.
func (p *Page) Unprintable() int { return p.unset }

// Words returns the page's own words for Changed or Diet, whatever the person
// wrote over them, as a start for writing over.
func (p *Page) Words(s Section) string { return p.words[s] }

// Name suggests a file name without its ending.
func (p *Page) Name() string {
	return fmt.Sprintf("skin-summary-%s-to-%s", p.period.from, p.period.to)
}

func (p *Page) meta() ink.Meta {
	t := "Skin diary summary, " + dates(p.period)
	return ink.Meta{Title: t, Author: p.name, Subject: "Recorded by the patient, not verified", Creator: "Skinward " + p.version, Lang: "en", Created: p.now}
}

// countUnset looks for letters that cannot be printed and adds the line that
// says so.
func (p *Page) countUnset() {
	_, n := ink.Printable(p.Text())
	if n == 0 {
		return
	}
	p.unset = n
	p.pieces = append(p.pieces, piece{blocks: []block{para{
		small: true,
		body:  "Letters for which no font was found are shown by their number in square brackets; the plain text and the data of this page hold them as written.",
	}}})
}
