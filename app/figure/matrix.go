package figure

import (
	"math"

	chart "github.com/wcharczuk/go-chart/v2"
)

// Matrix shows factors by outcomes: a circle in each cell, as large as the
// difference, filled for worse and open for better, so that it reads in grey.
type Matrix struct {
	Rows, Columns []string
	Cells         [][]Cell // by row, then column
}

// Cell is one pair.
type Cell struct {
	Value float64 // difference in points, NaN when nothing was estimated
	Sure  bool    // graded moderate or higher: drawn in its colour
	Label string  // grade and interval in words
}

// NewMatrix returns the chart of m.
func NewMatrix(m Matrix) *Figure { return &Figure{matrix{m}} }

type matrix struct{ Matrix }

func (m matrix) ready() bool { return len(m.Rows) > 0 && len(m.Columns) > 0 }

func (m matrix) cell(r, c int) Cell {
	if r < len(m.Cells) && c < len(m.Cells[r]) {
		return m.Cells[r][c]
	}
	return Cell{Value: math.NaN()}
}

func (m matrix) plot(w, h float64, pal Palette) plot {
	p := plot{xmin: 0, xmax: float64(len(m.Columns)), ymin: 0, ymax: float64(len(m.Rows)), left: math.Min(w*0.4, pal.Text*14), right: pal.Text * 0.5, top: pal.Text * 2, bottom: pal.Text * 0.5}
	most := 0.5
	for r := range m.Rows {
		for c := range m.Columns {
			if v := math.Abs(m.cell(r, c).Value); finite(v) {
				most = math.Max(most, v)
			}
		}
	}
	p.layers = []chart.Series{layer(func(k canvas) {
		room := k.box.Left - cells(pal.Text)
		for c, name := range m.Columns {
			k.fitText(name, k.x(float64(c)+0.5), k.box.Top-cells(pal.Text*0.6), k.x(1)-k.x(0)-cells(4), pal.Text, true, pal.Ink, middle)
		}
		for r, name := range m.Rows {
			y := k.y(float64(len(m.Rows)-r) - 0.5)
			k.line(0, k.y(float64(len(m.Rows)-r-1)), k.box.Right, k.y(float64(len(m.Rows)-r-1)), pal.hair(), pal.Rule)
			k.fitText(name, 0, y+cells(pal.Text*0.36), room, pal.Text, false, pal.Ink, left)
			for c := range m.Columns {
				m.draw(k, m.cell(r, c), k.x(float64(c)+0.5), y, most, pal)
			}
		}
	})}
	return p
}

func (m matrix) draw(k canvas, cell Cell, x, y int, most float64, pal Palette) {
	side := math.Min(float64(k.x(1)-k.x(0)), float64(k.y(0)-k.y(1))) / grid
	if !finite(cell.Value) {
		k.text("·", x, y+cells(pal.Text*0.36), pal.Text, false, pal.Faint, middle)
		return
	}
	radius := math.Max(1.5, side*0.44*math.Sqrt(math.Abs(cell.Value)/most))
	col := pal.Faint
	if cell.Sure {
		col = pal.Role(Skin)
		if cell.Value < 0 {
			col = pal.Role(Better)
		}
	}
	if cell.Value >= 0 {
		k.dots([][2]int{{x, y}}, radius, col)
		return
	}
	k.pen(col, math.Max(pal.hair()*1.6, radius*0.22), nil)
	k.r.Circle(radius*0.89, x, y)
	k.r.Stroke()
}

func (m matrix) pairs() pairs {
	return pairs{m.Rows, m.Columns, func(r, c int) pair {
		cell := m.cell(r, c)
		return pair{cell.Value, cell.Sure, cell.Label}
	}}
}

func (m matrix) stops() []Stop       { return m.pairs().stops(" and ", "not estimated") }
func (m matrix) numbers() [][]string { return m.pairs().numbers() }
func (m matrix) say() string         { return m.pairs().say() }
