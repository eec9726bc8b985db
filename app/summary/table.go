package summary

import (
	"math"
	"strings"

	"skinward/app/figure/ink"
)

// table is a grid of text under a head. It is kept on one page unless it is
// longer than a page.
type table struct {
	head  []string
	rows  [][]string
	right []bool // columns of numbers stand to the right
	bold  []bool // columns in bold
	// strong are rows in bold, by their index; nil for none.
	strong map[int]bool
}

const (
	cellGap = 9.0  // between columns
	rowPad  = 2.4  // above and below together
	rowLead = 11.8 // from line to line in a cell
)

// widths divides w among the columns: narrow ones get what they would like,
// the wide ones share the rest and wrap.
func (t table) widths(w float64) []float64 {
	n := len(t.head)
	like, out := make([]float64, n), make([]float64, n)
	for c := range n {
		t.each(c, func(s string, bold bool) { like[c] = math.Max(like[c], widthOf(s, bold)+0.5) })
	}
	room := w - cellGap*float64(n-1)
	if all := total(like); all <= room {
		for c := range n {
			out[c] = like[c] + (room-all)/float64(n)
		}
		if n <= 3 && len(t.right) == 0 { // a list: what it says stands beside its days
			copy(out, like)
			out[n-1] += room - all
		}
		return out
	}
	open := n
	for done := false; !done && open > 0; {
		done = true
		share := room / float64(open)
		for c := range n {
			if out[c] == 0 && like[c] <= share {
				out[c] = like[c]
				room -= like[c]
				open--
				done = false
				break
			}
		}
	}
	// What is left over is shared by what the wide columns would like.
	wide := 0.0
	for c := range n {
		if out[c] == 0 {
			wide += math.Min(like[c], 260)
		}
	}
	for c := range n {
		if out[c] == 0 {
			out[c] = room * math.Min(like[c], 260) / wide
		}
	}
	return out
}

func (t table) each(c int, f func(s string, bold bool)) {
	f(t.head[c], true)
	for i, r := range t.rows {
		f(r[c], t.isBold(c) || t.strong[i])
	}
}

func (t table) isBold(c int) bool { return c < len(t.bold) && t.bold[c] }

func (t table) rowHeight(row []string, ws []float64, bold bool) float64 {
	lines := 1
	for c, s := range row {
		lines = max(lines, len(ink.Wrap(s, ws[c], body, bold || t.isBold(c))))
	}
	return float64(lines)*rowLead + rowPad
}

func (t table) height(w float64) (float64, float64) {
	ws := t.widths(w)
	h := t.rowHeight(t.head, ws, true)
	for i, r := range t.rows {
		h += t.rowHeight(r, ws, t.strong[i])
	}
	return h + 2, 0
}

func (t table) draw(d *ink.Drawing, r ink.Rect) {
	ws := t.widths(r.W)
	y := t.row(d, t.head, ws, r.X, r.Y, true)
	d.Line(ink.Point{X: r.X, Y: y}, ink.Point{X: r.Right(), Y: y}, 0.6, grey)
	for i, row := range t.rows {
		y = t.row(d, row, ws, r.X, y, t.strong[i])
		if i+1 < len(t.rows) {
			d.Line(ink.Point{X: r.X, Y: y}, ink.Point{X: r.Right(), Y: y}, 0.4, hair)
		}
	}
}

func (t table) row(d *ink.Drawing, row []string, ws []float64, x, y float64, strong bool) float64 {
	h := t.rowHeight(row, ws, strong)
	for c, s := range row {
		bold := strong || t.isBold(c)
		for i, line := range ink.Wrap(s, ws[c], body, bold) {
			lx := x
			if c < len(t.right) && t.right[c] {
				lx += ws[c] - ink.Width(line, body, bold)
			}
			d.Say(lx, y+rowPad/2+body*0.95+float64(i)*rowLead, body, bold, black, line)
		}
		x += ws[c] + cellGap
	}
	return y + h
}

// split returns a table of the rows that fit a height and the rest.
func (t table) split(w, room float64) (now, later table, ok bool) {
	ws := t.widths(w)
	h := t.rowHeight(t.head, ws, true) + 2
	for i, r := range t.rows {
		h += t.rowHeight(r, ws, false)
		if h > room {
			now, later = t, t
			now.rows, later.rows = t.rows[:i], t.rows[i:]
			return now, later, i > 0
		}
	}
	return t, table{}, true
}

func (t table) text() string {
	var out []string
	for _, r := range t.rows {
		var cells []string
		for c, s := range r {
			switch {
			case s == "":
			case c == 0:
				cells = append(cells, s)
			default:
				cells = append(cells, strings.TrimSpace(t.head[c]+" "+s))
			}
		}
		line := cells[0]
		if len(cells) > 1 {
			line += ": " + strings.Join(cells[1:], "; ")
		}
		out = append(out, "- "+line)
	}
	return strings.Join(out, "\n")
}

func total(v []float64) float64 {
	s := 0.0
	for _, x := range v {
		s += x
	}
	return s
}
