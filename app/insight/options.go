package insight

import (
	"slices"
	"strconv"
	"strings"

	"skinward/app/journal"
	"skinward/app/series"
)

// MaxSuspects is the most factors that may be named as suspects: a small
// family of their own finds more, and only while it stays small.
const MaxSuspects = 10

// DefaultImportant is the smallest important change on 0 … 10 scales.
const DefaultImportant = 0.5

// Options choose what is scanned.
type Options struct {
	// Suspects are factor names, at most MaxSuspects; case is ignored.
	Suspects []string
	// Outcomes are scanned besides severity, itch and lesions, each in families
	// of its own; names as in series.Outcome.
	Outcomes []string
	// From and To bound the days, inclusive; zero means the whole record.
	From, To journal.Day
	// Important is the smallest important change on 0 … 10 scales; 0 means
	// DefaultImportant.
	Important float64
	// ImportantFor overrides Important for single outcomes, counts included.
	ImportantFor map[string]float64
	// Progress, when not nil, is called with the share done, 0 … 1, never from
	// two goroutines at once.
	Progress func(share float64)
}

// important returns the smallest important change of an outcome; ok is false
// when it has none.
func (o Options) important(out series.Outcome) (v float64, ok bool) {
	if v, ok := o.ImportantFor[out.Name]; ok && v > 0 {
		return v, true
	}
	if out.Kind != series.OutcomeScale {
		return 0, false
	}
	if o.Important > 0 {
		return o.Important, true
	}
	return DefaultImportant, true
}

// check returns an error for options that cannot be followed.
func (o Options) check(set series.Set) error {
	if len(o.Suspects) > MaxSuspects {
		return &journal.Error{
			Code: journal.CodeRange, Field: "number of suspects",
			Value: strconv.Itoa(len(o.Suspects)), Max: MaxSuspects,
		}
	}
	for _, s := range o.Suspects {
		if _, ok := set.Factor(s); !ok {
			return &journal.Error{Code: journal.CodeMissing, Field: "suspect " + strconv.Quote(s), Value: s}
		}
	}
	for _, n := range o.Outcomes {
		if _, ok := set.Outcome(n); !ok {
			return &journal.Error{Code: journal.CodeMissing, Field: "outcome " + strconv.Quote(n), Value: n}
		}
	}
	if !o.From.IsZero() && !o.To.IsZero() && o.To.Before(o.From) {
		return &journal.Error{Code: journal.CodeOrder, Field: "to", Value: o.To.String()}
	}
	return nil
}

// scanned returns the outcomes that are scanned, in the order of the set.
func (o Options) scanned(set series.Set) []series.Outcome {
	var out []series.Outcome
	for _, c := range set.Outcomes {
		if familyGroup(c.Name) == "" || slices.Contains(o.Outcomes, c.Name) {
			out = append(out, c)
		}
	}
	return out
}

func (o Options) suspected(name string) bool {
	for _, s := range o.Suspects {
		if strings.EqualFold(s, name) {
			return true
		}
	}
	return false
}
