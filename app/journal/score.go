package journal

import "fmt"

// Score is the total of an official questionnaire or of a clinician's scale
// that was filled in elsewhere; its questions are not part of Skinward.
type Score struct {
	Meta
	Name  string         `json:"name"`  // POEM, DLQI, PASI …
	Total float64        `json:"total"` // within Min … Max
	Min   Maybe[float64] `json:"min,omitzero"`
	Max   Maybe[float64] `json:"max,omitzero"`
	By    string         `json:"by,omitempty"` // who scored
}

// Kind returns KindScore.
func (*Score) Kind() Kind { return KindScore }

// Validate wants a name and a total in range.
func (s *Score) Validate() error {
	lo, hi := s.Min.Or(0), s.Max.Or(1000)
	return first(s.check(), checkName("score", s.Name), checkRange("smallest total", lo, -1e6, 1e6), checkRange("largest total", hi, lo, 1e6), checkRange(s.Name, s.Total, lo, hi), checkTexts("scored by", s.By))
}

// Clone copies the score.
func (s *Score) Clone() Record { c := *s; return &c }

// Title gives name and total.
func (s *Score) Title() string { return s.Name + " " + number(s.Total) }

// Detail gives the range and who scored.
func (s *Score) Detail() string {
	d := ""
	if hi, ok := s.Max.Get(); ok {
		d = fmt.Sprintf("of %s", number(hi))
	}
	if s.By != "" {
		d += " · " + s.By
	}
	return d
}
