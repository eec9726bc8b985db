package insight

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strings"
	"unicode/utf8"
)

// WriteTable writes the result for a terminal: one line per finding, surest
// grades first and the order of the result within a grade, then what the
// reader has to know to read it. Numbers of one column end at one place.
func WriteTable(w io.Writer, r Result) error {
	out := bufio.NewWriter(w)
	for _, n := range r.Notices {
		fmt.Fprintln(out, n.Text)
	}
	rows := [][]string{{"GRADE", "FACTOR", "OUTCOME", "DAYS AFTER", "EFFECT", "95 % INTERVAL", "P", "Q", "WITH", "WITHOUT", "MEANS"}}
	notEnough := 0
	for _, g := range Grades() {
		for _, f := range r.Findings {
			if f.Grade != g {
				continue
			}
			if g == NotEnoughData {
				notEnough++
				continue
			}
			rows = append(rows, f.row())
		}
	}
	if len(rows) > 1 {
		writeColumns(out, rows)
	}
	if notEnough > 0 {
		fmt.Fprintf(out, "Not enough data yet for %s.\n", count(notEnough, "pair"))
	}
	for _, s := range r.Families {
		if s.Tested > 0 {
			fmt.Fprintf(out, "%s (%s): %s\n", FamilyName(s.Family), strings.Join(s.Outcomes, ", "), s.Sentence())
		}
	}
	seen := ""
	for _, b := range r.Baselines {
		if s := b.Sentence(); s != "" && s != seen {
			fmt.Fprintln(out, s)
			seen = s
		}
	}
	return out.Flush()
}

func (f Finding) row() []string {
	return []string{
		GradeName(f.Grade), f.Factor, f.Outcome, fmt.Sprintf("%d–%d", f.Window[0], f.Window[1]),
		signed(f.Effect * f.Scale), plainNumber(f.Low*f.Scale) + " to " + plainNumber(f.High*f.Scale),
		short(f.P), short(f.Q), fmt.Sprint(f.DaysWith), fmt.Sprint(f.DaysWithout),
		plainNumber(f.MeanWith) + " / " + plainNumber(f.MeanWithout),
	}
}

// short writes a p or q with two digits.
func short(v float64) string {
	switch {
	case math.IsNaN(v):
		return "–"
	case v < 0.001:
		return fmt.Sprintf("%.1e", v)
	}
	return fmt.Sprintf("%.2g", v)
}

func writeColumns(w io.Writer, rows [][]string) {
	width := make([]int, len(rows[0]))
	for _, row := range rows {
		for j, c := range row {
			width[j] = max(width[j], utf8.RuneCountInString(c))
		}
	}
	for _, row := range rows {
		var b strings.Builder
		for j, c := range row {
			pad := strings.Repeat(" ", width[j]-utf8.RuneCountInString(c))
			if j < 3 {
				b.WriteString(c + pad + "  ")
			} else {
				b.WriteString(pad + c + "  ")
			}
		}
		fmt.Fprintln(w, strings.TrimRight(b.String(), " "))
	}
}
