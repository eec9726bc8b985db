package journal

// PagePeriod is how the days of the doctor's page are chosen.
type PagePeriod string

// The ways.
const (
	PageThreeMonths PagePeriod = ""
	PageSixMonths   PagePeriod = "six_months"
	PageSinceVisit  PagePeriod = "since_visit"
	PageDates       PagePeriod = "dates"
)

// PageChoices is what the person chose for the doctor's page; the zero value
// holds until then.
type PageChoices struct {
	Period PagePeriod `json:"period,omitempty"`
	From   Day        `json:"from,omitzero"` // for PageDates
	To     Day        `json:"to,omitzero"`
	// Sections are the ticks set and taken away; a section not named is as usual.
	Sections map[string]bool `json:"sections,omitempty"`
	// Reason and Questions are kept here while there is no appointment for them.
	Reason    string   `json:"reason,omitempty"`
	Questions []string `json:"questions,omitempty"` // at most MaxQuestions
	Changed   Wording  `json:"changed,omitzero"`    // of "what changed"
	Diet      Wording  `json:"diet,omitzero"`
}

// Wording is what a person wrote over words that the page makes from numbers.
type Wording struct {
	Text string `json:"text"` // "" takes the page's own words
	// Over is what the page itself said then. When it says something else now,
	// the numbers have changed since the person wrote.
	Over string `json:"over"`
}

// For returns the person's words when they were written over own, the page's
// own words now, and "" otherwise.
func (w Wording) For(own string) string {
	if w.Over != own {
		return ""
	}
	return w.Text
}

// Outdated reports whether the person's words were written over others than
// own.
func (w Wording) Outdated(own string) bool { return w.Text != "" && w.Over != own }

// check bounds the choices.
func (c PageChoices) check() error {
	if len(c.Questions) > MaxQuestions {
		return &Error{Code: CodeRange, Field: "questions", Value: number(float64(len(c.Questions))), Max: MaxQuestions}
	}
	for name := range c.Sections {
		if err := checkName("section of the page", name); err != nil {
			return err
		}
	}
	for _, q := range c.Questions {
		if err := checkText("question", q, MaxNote); err != nil {
			return err
		}
	}
	for _, w := range []Wording{c.Changed, c.Diet} {
		if err := first(checkText("wording of the page", w.Text, MaxNote), checkText("words of the page", w.Over, MaxNote)); err != nil {
			return err
		}
	}
	return first(
		checkChoice("period of the page", c.Period, PageThreeMonths, PageSixMonths, PageSinceVisit, PageDates),
		checkText("reason of the visit", c.Reason, MaxNote))
}
