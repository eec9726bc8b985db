package figure

import (
	"math"
	"strings"

	chart "github.com/wcharczuk/go-chart/v2"
)

// Heat is a table of factors by outcomes that reads in grey: in every cell a
// circle as large as the difference, filled for worse and open for better, and
// the number beside it. Each column has its own scale.
type Heat struct {
	Rows, Columns []string
	Cells         [][]HeatCell // by row, then column
}

// HeatCell is one pair.
type HeatCell struct {
	Share float64 // of the largest difference of its column, -1 … 1; NaN when nothing was estimated
	Value float64 // in the outcome's own points
	Sure  bool    // graded moderate or strong: in colour and in weight
	Words string  // grade and interval
}

// HeatRow is the height of a row in label sizes.
const HeatRow = 2.2

// heatHead is the height of the head in label sizes.
const heatHead = 4.3 // three lines

// HeatHeight returns how high a table of so many rows is in units, for labels
// of a size.
func HeatHeight(rows int, text float64) float64 { return text * (heatHead + HeatRow*float64(rows)) }

// NewHeat returns the chart of h.
func NewHeat(h Heat) *Figure { return &Figure{heat{h}} }

type heat struct{ Heat }

func (t heat) ready() bool { return len(t.Rows) > 0 && len(t.Columns) > 0 }

func (t heat) cell(r, c int) HeatCell {
	if r < len(t.Cells) && c < len(t.Cells[r]) {
		return t.Cells[r][c]
	}
	return HeatCell{Share: math.NaN(), Value: math.NaN()}
}

func (t heat) plot(w, h float64, pal Palette) plot {
	p := plot{xmin: 0, xmax: float64(len(t.Columns)), ymin: 0, ymax: float64(len(t.Rows)), left: math.Min(w*0.3, pal.Text*17), top: pal.Text * heatHead}
	p.layers = []chart.Series{layer(func(k canvas) {
		for c, name := range t.Columns {
			t.head(k, name, k.x(float64(c)+0.5), k.x(1)-k.x(0)-cells(6), pal)
		}
		for r, name := range t.Rows {
			top := k.y(float64(len(t.Rows) - r))
			mid := k.y(float64(len(t.Rows)-r) - 0.5)
			k.line(0, top, k.box.Right, top, pal.hair(), pal.Rule)
			k.fitText(name, 0, mid+cells(pal.Text*0.36), k.box.Left-cells(pal.Text), pal.Text, false, pal.Ink, left)
			for c := range t.Columns {
				t.draw(k, t.cell(r, c), k.x(float64(c)+0.5), mid, pal)
			}
		}
	})}
	return p
}

// headLines is the most lines that a column's name takes.
const headLines = 3

// head writes a column's name, on more lines where it is too wide for one, and
// smaller where a single word is.
func (t heat) head(k canvas, name string, x, room int, pal Palette) {
	width := func(s string) int {
		if rec, ok := k.r.(*recorder); ok {
			rec.bold = true
		}
		k.r.SetFontSize(pal.Text)
		return k.r.MeasureText(s).Width()
	}
	var lines []string
	for _, word := range strings.Fields(name) {
		n := len(lines)
		if n > 0 && (n == headLines || width(lines[n-1]+" "+word) <= room) {
			lines[n-1] += " " + word
			continue
		}
		lines = append(lines, word)
	}
	size := pal.Text
	for _, s := range lines {
		size = math.Min(size, math.Max(0.75, float64(room)/float64(max(1, width(s))))*pal.Text)
	}
	base := k.box.Top - cells(pal.Text*0.7)
	for i, s := range lines {
		k.fitText(s, x, base-cells(pal.Text*1.15*float64(len(lines)-1-i)), room, size, true, pal.Ink, middle)
	}
}

// draw puts the circle left of the cell's middle and the number right of it.
func (t heat) draw(k canvas, cell HeatCell, x, y int, pal Palette) {
	base := y + cells(pal.Text*0.36)
	if !finite(cell.Share) || !finite(cell.Value) {
		k.text("·", x, base, pal.Text, false, pal.Faint, middle)
		return
	}
	radius := math.Max(pal.Text*0.12, pal.Text*0.95*math.Sqrt(math.Min(1, math.Abs(cell.Share))))
	col, words := pal.Faint, pal.Muted
	if cell.Sure {
		col, words = pal.Role(Skin), pal.Ink
		if cell.Share < 0 {
			col = pal.Role(Better)
		}
	}
	// Where there is no room for both, the circle stands alone; its value is
	// said on hover and by the arrow keys.
	at, roomy := x-cells(pal.Text*1.2), k.x(1)-k.x(0) >= cells(pal.Text*5.4)
	if !roomy {
		at = x
	}
	if cell.Share >= 0 {
		k.dots([][2]int{{at, y}}, radius, col)
	} else {
		width := math.Max(pal.hair()*1.6, radius*0.24)
		k.pen(col, width, nil)
		k.r.Circle(math.Max(0.5, radius-width/2), at, y)
		k.r.Stroke()
	}
	if !roomy {
		return
	}
	k.text(signed(cell.Value), x+cells(pal.Text*0.2), base, pal.Text, cell.Sure, words, left)
}

func (t heat) pairs() pairs {
	return pairs{t.Rows, t.Columns, func(r, c int) pair {
		cell := t.cell(r, c)
		return pair{cell.Value, cell.Sure, cell.Words}
	}}
}

func (t heat) stops() []Stop       { return t.pairs().stops(", ", "not compared") }
func (t heat) numbers() [][]string { return t.pairs().numbers() }
func (t heat) say() string         { return t.pairs().say() }
