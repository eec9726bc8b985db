package summary

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"skinward/app/series"
)

// points is the unit of the 0 … 10 scales.
const points = "points 0-10"

// unit is the unit of the page's main outcome.
func (b *builder) unit() string { return unitOf(b.main) }

func unitOf(o series.Outcome) string {
	switch o.Kind {
	case series.OutcomeCount:
		return "spots"
	case series.OutcomeYesNo:
		return "yes 1, no 0"
	case series.OutcomeNumber:
		return "number"
	}
	return points
}

// exact writes a number so that reading it gives the same number.
func exact(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// CSV writes the data behind the page, one value a line: part, item, field,
// day, value, unit, origin (entered, imported, counted, computed). Every number
// on the page can be recomputed from it; what is not ticked is not in it.
func (p *Page) CSV(w io.Writer) error {
	c := csv.NewWriter(w)
	rows := append([][]string{
		{"part", "item", "field", "day", "value", "unit", "origin"},
		{"period", "from", "day", "", p.period.from.String(), "", "chosen"},
		{"period", "to", "day", "", p.period.to.String(), "", "chosen"},
	}, p.data...)
	seen := map[string]bool{}
	for _, r := range rows {
		key := strings.Join(r, "\x00")
		if seen[key] && r[0] != "logged" {
			continue // two sections may rest on the same value
		}
		seen[key] = true
		safe := make([]string, len(r))
		for i, s := range r {
			safe[i] = s
			if _, err := strconv.ParseFloat(s, 64); err != nil {
				safe[i] = harmless(s)
			}
		}
		if err := c.Write(safe); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// harmless keeps a spreadsheet from taking text for a formula.
func harmless(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
