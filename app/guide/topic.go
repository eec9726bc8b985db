package guide

import (
	"fmt"
	"strconv"
	"strings"

	"skinward/app/journal"
)

// Kind is what a page is for.
type Kind string

// The kinds of page. There are six ways, six supports, one opening and one
// doctor page.
const (
	Way     Kind = "way"
	Support Kind = "support"
	Doctor  Kind = "doctor"
	Opening Kind = "opening"
)

// The sections that every way and every support has, in this order.
const (
	Known    = "What is known"
	NotKnown = "What is not known"
	OneFact  = "One number"
	NotMeant = "What this does not mean"
)

// Figure is the one number of a page.
type Figure struct {
	Value string // "46 %"
	Study string // the size of the study, "113 people with rosacea and 60 without"
}

// Start is the one action that begins to record what a page is about.
type Start struct {
	Missing string // what the journal lacks, one sentence
	Label   string // words on the button
	Route   string // where it leads, a name that the shell knows
}

// Section is a heading and the text under it.
type Section struct {
	Title  string
	Blocks []Block
}

// Topic is one page of the guide.
type Topic struct {
	ID       string
	Kind     Kind
	Number   int // 1 … 6 for ways and supports, 0 otherwise
	Title    string
	Short    string // for the legend and tabs
	Picture  string // name of an illustration, without extension
	Colour   string // role of the page's colour: skin, stress, meals …
	Claim    string // the sentence that the grades are about
	Evidence []Evidence
	Route    Evidence // the grade of the step that leads through the gut; Note says what the step is
	HasRoute bool
	Figure   Figure
	Factors  []string // names of the journal's factors, or of kinds of factors, that belong here
	Start    Start
	Also     Action  // one thing to do now, beside what the journal says; may be empty
	Lead     []Block // the first paragraph
	Body     []Block // the rest of the main text
	Sections []Section
	Sources  []string // ids, in the order in which they are numbered
	Reviewed journal.Day
	Reviewer string
}

// Section returns the blocks under a heading, nil if the page has none.
func (t *Topic) Section(title string) []Block {
	for _, s := range t.Sections {
		if s.Title == title {
			return s.Blocks
		}
	}
	return nil
}

// Blocks returns all text of the page in reading order, headings left out.
func (t *Topic) Blocks() []Block {
	out := append(append([]Block(nil), t.Lead...), t.Body...)
	for _, s := range t.Sections {
		out = append(out, s.Blocks...)
	}
	return out
}

// MainWords returns the number of words before the first heading.
func (t *Topic) MainWords() int {
	n := 0
	for _, b := range append(append([]Block(nil), t.Lead...), t.Body...) {
		n += len(strings.Fields(b.Plain()))
	}
	return n
}

// ParseTopic reads one page. The header is described in assets/guide/README.md.
func ParseTopic(file, text string) (*Topic, error) {
	fields, body, err := splitHeader(file, text)
	if err != nil {
		return nil, err
	}
	t := &Topic{}
	for _, f := range fields {
		if err := t.set(f.key, f.value); err != nil {
			return nil, &PageError{file, f.line, err.Error()}
		}
	}
	t.setText(ParseText(body))
	if err := t.check(); err != nil {
		return nil, &PageError{file, 0, err.Error()}
	}
	return t, nil
}

func (t *Topic) set(key, value string) (err error) {
	switch key {
	case "id":
		t.ID = value
	case "kind":
		t.Kind = Kind(value)
	case "number":
		t.Number, err = strconv.Atoi(value)
	case "title":
		t.Title = value
	case "short":
		t.Short = value
	case "picture":
		t.Picture = value
	case "colour":
		t.Colour = value
	case "claim":
		t.Claim = value
	case "acne", "eczema", "psoriasis", "rosacea":
		var e Evidence
		if e, err = parseEvidence(value); err == nil {
			e.Condition = journal.Condition(key)
			t.Evidence = append(t.Evidence, e)
		}
	case "route":
		t.Route, err = parseEvidence(value)
		t.HasRoute = true
	case "figure":
		p := parts(value, 2)
		t.Figure = Figure{p[0], p[1]}
	case "factors":
		t.Factors = list(value)
	case "start":
		p := parts(value, 3)
		t.Start = Start{p[0], p[1], p[2]}
	case "also":
		p := parts(value, 2)
		t.Also = Action{p[0], p[1]}
	case "sources":
		t.Sources = list(value)
	case "reviewed":
		t.Reviewed, err = journal.ParseDay(value)
	case "reviewer":
		t.Reviewer = value
	default:
		err = fmt.Errorf("unknown header line %q", key)
	}
	return err
}

// setText parts the blocks of a page at its level-two headings.
func (t *Topic) setText(blocks []Block) {
	for _, b := range blocks {
		switch {
		case b.Kind == Heading && b.Level == 2:
			t.Sections = append(t.Sections, Section{Title: b.Plain()})
		case len(t.Sections) > 0:
			s := &t.Sections[len(t.Sections)-1]
			s.Blocks = append(s.Blocks, b)
		case len(t.Lead) == 0:
			t.Lead = []Block{b}
		default:
			t.Body = append(t.Body, b)
		}
	}
}

// check names the first part that a page of its kind lacks.
func (t *Topic) check() error {
	need := []struct{ name, value string }{{"id", t.ID}, {"title", t.Title}, {"short", t.Short}, {"picture", t.Picture}, {"text", textOf(t.Lead)}}
	switch t.Kind {
	case Opening, Doctor:
	case Way, Support:
		if t.Number < 1 || t.Number > 6 {
			return fmt.Errorf("number %d is not 1 … 6", t.Number)
		}
		if len(t.Evidence) != len(journal.Conditions()) {
			return fmt.Errorf("evidence for %d conditions, want %d", len(t.Evidence), len(journal.Conditions()))
		}
		need = append(need, []struct{ name, value string }{
			{"claim", t.Claim},
			{"colour", t.Colour},
			{"figure", t.Figure.Value},
			{"study size after the figure", t.Figure.Study},
			{"start", t.Start.Route},
		}...)
		for _, title := range []string{Known, NotKnown, OneFact, NotMeant} {
			need = append(need, struct{ name, value string }{"section \"" + title + "\"", textOf(t.Section(title))})
		}
	default:
		return fmt.Errorf("unknown kind %q (want way, support, doctor or opening)", t.Kind)
	}
	for _, n := range need {
		if n.value == "" {
			return fmt.Errorf("the page lacks its %s", n.name)
		}
	}
	if t.Reviewed.IsZero() {
		return fmt.Errorf("the page lacks its date of review")
	}
	return nil
}

func textOf(blocks []Block) string {
	var p []string
	for _, b := range blocks {
		p = append(p, b.Plain())
	}
	return strings.Join(p, "\n")
}

// parseEvidence reads "grade" or "grade | what was studied".
func parseEvidence(s string) (Evidence, error) {
	p := parts(s, 2)
	g, err := ParseGrade(p[0])
	return Evidence{Grade: g, Note: p[1]}, err
}

// parts splits s at "|" into exactly n trimmed parts; missing ones are empty.
func parts(s string, n int) []string {
	out := make([]string, n)
	for i, p := range strings.SplitN(s, "|", n) {
		out[i] = strings.TrimSpace(p)
	}
	return out
}

// list splits s at commas.
func list(s string) []string {
	var out []string
	for _, p := range strings.Split(s, ",") {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}
