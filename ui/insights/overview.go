package insights

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"skinward/app/figure"
	"skinward/app/insight"
	"skinward/ui/kit"
)

// overview shows everything at once: factors by outcomes, a calendar, and
// series laid over each other.
type overview struct {
	object   fyne.CanvasObject
	deps     Deps
	matrix   *chartCard
	all      *kit.Chip // shows every factor
	every    bool
	pairs    []pairRef // behind the stops of the matrix
	calendar *calendarCard
	overlay  *overlayCard

	scan    Scan
	outcome string
}

type pairRef struct{ factor, outcome string }

func newOverview(deps Deps, openPair func(factor, outcome string)) *overview {
	o := &overview{deps: deps, calendar: newCalendarCard(deps), overlay: newOverlayCard(deps)}
	o.all = kit.NewToggleChip("All factors", kit.Ink, false, func(on bool) {
		o.every = on
		o.drawMatrix()
	})
	o.matrix = newChartCard(deps, "matrix", "Factors by outcomes", 200, kit.Flow(kit.Space2, o.all))
	o.matrix.view.Grid = true
	o.matrix.opens = "the pair"
	o.matrix.view.OnOpen = func(i int) {
		if i < len(o.pairs) {
			openPair(o.pairs[i].factor, o.pairs[i].outcome)
		}
	}
	o.object = kit.NewScroll(kit.Column(14, o.matrix.object, o.calendar.object, o.overlay.object))
	return o
}

// Show shows a scan; outcome and factor are those last looked at.
func (o *overview) Show(scan Scan, outcome, factor string) {
	o.scan, o.outcome = scan, outcome
	o.drawMatrix()
	o.calendar.Show(scan.Set(), outcome, factor)
	o.overlay.Show(scan.Set(), factor)
}

func (o *overview) drawMatrix() {
	most := matrixRows
	if o.every {
		most = math.MaxInt
	}
	var m Matrix
	scan, outcome := o.scan, o.outcome
	o.deps.Run.Run("insights overview", func(context.Context) error {
		m = NewMatrix(scan, outcome, most)
		return nil
	}, func(error) {
		o.pairs = m.pairs
		show(m.Of > 0, o.matrix.object) // days can be looked at before anything is compared
		o.all.SetLabel(fmt.Sprintf("All %d factors", m.Of))
		o.matrix.note.SetText("difference in the outcome's own points; filled is worse, open is better, large is much; bold is graded moderate or strong. Return or a click opens a pair.")
		o.matrix.SetHeight(float32(figure.HeatHeight(len(m.Heat.Rows), figure.Light().Text)))
		o.matrix.Set(figure.NewHeat(m.Heat), nil, "factors by outcomes")
		relayOut(o.object)
	})
}

// relayOut gives a scroller's content the height that it now needs.
func relayOut(o fyne.CanvasObject) {
	for range 2 {
		o.Refresh()
	}
}

// matrixRows is how many factors are shown at first.
const matrixRows = 20

// Matrix is what the overview's table shows.
type Matrix struct {
	Heat  figure.Heat
	Of    int // factors compared with any outcome
	pairs []pairRef
}

// NewMatrix arranges the factors by how sure their surest link is, then by the
// size of the difference in the outcome looked at; most bounds the rows.
func NewMatrix(scan Scan, outcome string, most int) Matrix {
	var outcomes, labels []string
	type line struct {
		name, label string
		rank        int
		size        float64
		cells       map[string]insight.Standing
	}
	lines := map[string]*line{}
	var order []*line
	largest, larger := map[string]float64{}, map[string]float64{} // of the graded, of all
	for _, s := range scan.Standings() {
		if s.Shown == insight.NotEnoughData {
			continue
		}
		if !slices.Contains(outcomes, s.Outcome) {
			outcomes, labels = append(outcomes, s.Outcome), append(labels, columnLabel(s.OutcomeLabel))
		}
		l := lines[s.Factor]
		if l == nil {
			l = &line{name: s.Factor, label: s.FactorLabel, rank: s.Shown.Rank(), cells: map[string]insight.Standing{}}
			lines[s.Factor], order = l, append(order, l)
		}
		l.cells[s.Outcome] = s
		l.rank = min(l.rank, s.Shown.Rank())
		v := math.Abs(s.Effect * scaleOf(s.Finding))
		if s.Outcome == outcome && !math.IsNaN(v) {
			l.size = v
		}
		if v > larger[s.Outcome] {
			larger[s.Outcome] = v
		}
		if graded(s.Shown) && v > largest[s.Outcome] {
			largest[s.Outcome] = v
		}
	}
	slices.SortStableFunc(order, func(a, b *line) int {
		if c := cmp.Compare(a.rank, b.rank); c != 0 {
			return c
		}
		return cmp.Compare(b.size, a.size)
	})
	m := Matrix{Heat: figure.Heat{Columns: labels}, Of: len(order)}
	for _, l := range order[:min(len(order), most)] {
		m.Heat.Rows = append(m.Heat.Rows, capital(l.label))
		cells := make([]figure.HeatCell, len(outcomes))
		for i, o := range outcomes {
			scale := largest[o]
			if scale == 0 {
				scale = larger[o]
			}
			cells[i] = heatCell(l.cells[o], scale)
			m.pairs = append(m.pairs, pairRef{l.name, o})
		}
		m.Heat.Cells = append(m.Heat.Cells, cells)
	}
	return m
}

// columnLabel is an outcome's name where room is scarce.
func columnLabel(label string) string {
	return capital(strings.TrimPrefix(label, "Rating of the "))
}

// heatCell is a pair on the scale of its column.
func heatCell(s insight.Standing, scale float64) figure.HeatCell {
	none := figure.HeatCell{Share: math.NaN(), Value: math.NaN()}
	if s.Factor == "" || math.IsNaN(s.Effect) || scale == 0 {
		return none
	}
	f := s.Finding
	f.Grade = s.Shown
	k := scaleOf(f)
	return figure.HeatCell{
		Share: max(-1, min(1, s.Effect*k/scale)), Value: s.Effect * k,
		Sure:  s.Shown == insight.Strong || s.Shown == insight.Moderate,
		Words: fmt.Sprintf("%s to %s, %s", signed(s.Low*k), signed(s.High*k), lower(insight.GradeName(s.Shown))),
	}
}
