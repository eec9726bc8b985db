package figure

import "fmt"

// pairs is what charts of rows by columns say in words and numbers, however
// they draw it.
type pairs struct {
	rows, columns []string
	at            func(r, c int) pair
}

// pair is one cell; value is NaN when nothing was estimated.
type pair struct {
	value float64
	sure  bool
	words string // grade and interval, "" for none
}

// stops names every cell: joint stands between row and column, absent is said
// where there is no value.
func (p pairs) stops(joint, absent string) []Stop {
	var out []Stop
	for r, row := range p.rows {
		for c, col := range p.columns {
			cell := p.at(r, c)
			said := absent
			if finite(cell.value) {
				said = signed(cell.value)
			}
			label := row + joint + lower(col) + ": " + said
			if cell.words != "" {
				label += ", " + cell.words
			}
			out = append(out, Stop{X: float64(c) + 0.5, Y: float64(len(p.rows)-r) - 0.5, Row: r + 1, Label: label})
		}
	}
	return out
}

func (p pairs) numbers() [][]string {
	rows := [][]string{append([]string{"factor"}, p.columns...)}
	for r, name := range p.rows {
		row := []string{name}
		for c := range p.columns {
			row = append(row, plain(p.at(r, c).value))
		}
		rows = append(rows, row)
	}
	return rows
}

func (p pairs) say() string {
	sure := 0
	for r := range p.rows {
		for c := range p.columns {
			if p.at(r, c).sure {
				sure++
			}
		}
	}
	return fmt.Sprintf("%s by %s; %s graded moderate or strong.", plural(len(p.rows), "factor"), plural(len(p.columns), "outcome"), plural(sure, "pair"))
}
