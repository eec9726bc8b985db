package work

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"

	"skinward/app/figure"
	"skinward/app/insight"
	"skinward/app/journal"
	"skinward/app/series"
)

// Chart is one chart of a journal with the room it needs.
type Chart struct {
	Name          string // of a file, without its ending: "course-severity"
	Title         string
	Figure        *figure.Figure
	Width, Height float64 // in units of the drawing, without the title
}

// How many bars, findings and rows of the matrix are drawn.
const (
	chartBars     = 8
	chartFindings = 6
	chartRows     = 24
)

// Charts are all charts of a journal: every outcome day by day with what was
// taken, its days in bands, the surest findings, and factors by outcomes. Some
// may lack the days to be drawn.
func (d Desk) Charts(ctx context.Context, progress func(share float64)) ([]Chart, error) {
	settings, err := d.Store.Settings(ctx)
	if err != nil {
		return nil, err
	}
	set, log, err := d.Series(ctx, settings, journal.Day{}, false)
	if err != nil || len(set.Outcomes) == 0 {
		return nil, err
	}
	a, err := insight.Open(ctx, set, insight.Options{Important: settings.SmallestChange, Suspects: Suspects(settings, set), Progress: progress})
	if err != nil {
		return nil, err
	}
	charts := outcomeCharts(set, takenBars(log, set))
	r := a.Result()
	for _, f := range surest(r.Findings) {
		of, pair := slug(f.Factor)+"-"+slug(f.Outcome), upperFirst(f.FactorLabel)+" and "+lowerFirst(f.OutcomeLabel)
		charts = append(charts,
			Chart{"lags-" + of, pair + ": difference on each day after, 95 % interval", figure.LagsOf(f), 640, 300},
			Chart{"with-without-" + of, pair + ": days after it and other days, with their mean", figure.StripOf(set, f), 640, 300})
	}
	if m, rows := matrix(r, set); rows > 0 {
		charts = append(charts, Chart{"matrix", "What goes with the skin: filled worse, open better, grey not sure", m, 720, 48 + 24*float64(rows)})
	}
	return distinct(charts), nil
}

// outcomeCharts are the course and the bands of everything recorded.
func outcomeCharts(set series.Set, bars []figure.Bar) []Chart {
	var out []Chart
	for _, o := range set.Outcomes {
		if o.Recorded() == 0 || o.Kind == series.OutcomeYesNo {
			continue // flares are shaded in the course of severity
		}
		c := figure.Course{Label: o.Label, Role: figure.Skin, First: set.First, Values: o.Values, Top: figure.TopOf(o), Bars: bars, Key: true}
		if f, ok := set.Outcome(series.FlareDays); ok && o.Name == series.Severity {
			c.Flares = figure.Marked(f.Values)
		}
		out = append(out, Chart{"course-" + slug(o.Name), o.Label + " day by day", figure.NewCourse(c), 960, 280 + 17*float64(len(bars))})
		if o.Kind == series.OutcomeScale {
			label := "Days by " + lowerFirst(o.Label)
			out = append(out, Chart{"bands-" + slug(o.Name), label, figure.NewBands(figure.SeverityBands("", o.Values)), 960, 64})
		}
	}
	return out
}

// takenBars are treatments and courses in the order in which they began; those
// of the same name share a bar.
func takenBars(log journal.Log, set series.Set) []figure.Bar {
	var bars []figure.Bar
	add := func(name string, role figure.Role, hollow bool, from, to journal.Day) {
		last := set.Days - 1
		if !to.IsZero() {
			last = to.Sub(set.First)
		}
		if last < 0 || from.After(set.Last()) {
			return
		}
		span := [2]int{from.Sub(set.First), last}
		i := slices.IndexFunc(bars, func(b figure.Bar) bool { return b.Label == name && b.Role == role && b.Hollow == hollow })
		if i < 0 {
			bars = append(bars, figure.Bar{Label: name, Role: role, Hollow: hollow})
			i = len(bars) - 1
		}
		bars[i].Spans = append(bars[i].Spans, span)
	}
	for _, t := range journal.Select[*journal.Treatment](log) {
		add(upperFirst(t.Title()), figure.Water, t.Schedule == journal.AsNeeded, t.Day, t.Stop)
	}
	for _, c := range journal.Select[*journal.Course](log) {
		role := figure.Treatments
		if c.Class == journal.Antibiotic {
			role = figure.Hormones
		}
		add(upperFirst(c.Product), role, false, c.Day, c.Stop)
	}
	slices.SortStableFunc(bars, func(x, y figure.Bar) int { return cmp.Compare(x.Spans[0][0], y.Spans[0][0]) })
	return bars[:min(len(bars), chartBars)]
}

// surest are the findings of the highest grades, surest and largest first.
func surest(all []insight.Finding) []insight.Finding {
	var out []insight.Finding
	for _, f := range all {
		if f.Grade.Rank() <= insight.Hint.Rank() && !math.IsNaN(f.Effect) {
			out = append(out, f)
		}
	}
	slices.SortStableFunc(out, func(x, y insight.Finding) int {
		return cmp.Or(cmp.Compare(x.Grade.Rank(), y.Grade.Rank()), cmp.Compare(math.Abs(y.Effect*y.Scale), math.Abs(x.Effect*x.Scale)))
	})
	// A group and its only food have the same days: one of them says it.
	out = slices.CompactFunc(out, func(x, y insight.Finding) bool {
		return x.Outcome == y.Outcome && x.NAfter == y.NAfter && x.NOtherwise == y.NOtherwise && x.MeanWith == y.MeanWith && x.MeanWithout == y.MeanWithout
	})
	return out[:min(len(out), chartFindings)]
}

// matrix has a row for each factor with an estimate, surest first, and a column
// for each outcome that was compared.
func matrix(r insight.Result, set series.Set) (m *figure.Figure, rows int) {
	var v figure.Matrix
	var columns, factors []string
	best := map[string]int{}
	for _, f := range r.Findings {
		if math.IsNaN(f.Effect) {
			continue
		}
		if !slices.Contains(columns, f.Outcome) {
			columns = append(columns, f.Outcome)
			v.Columns = append(v.Columns, f.OutcomeLabel)
		}
		rank, ok := best[f.Factor]
		if !ok {
			factors = append(factors, f.Factor)
			rank = f.Grade.Rank()
		}
		best[f.Factor] = min(rank, f.Grade.Rank())
	}
	slices.SortStableFunc(factors, func(x, y string) int { return cmp.Compare(best[x], best[y]) })
	factors = factors[:min(len(factors), chartRows)]
	v.Rows, v.Cells = make([]string, len(factors)), make([][]figure.Cell, len(factors))
	for i := range v.Cells {
		v.Cells[i] = make([]figure.Cell, len(columns))
		for j := range v.Cells[i] {
			v.Cells[i][j].Value = math.NaN()
		}
	}
	for _, f := range r.Findings {
		i, j := slices.Index(factors, f.Factor), slices.Index(columns, f.Outcome)
		if i < 0 || j < 0 || math.IsNaN(f.Effect) {
			continue
		}
		v.Rows[i] = upperFirst(f.FactorLabel)
		v.Cells[i][j] = figure.Cell{Value: f.Effect * f.Scale, Sure: f.Grade.Rank() <= insight.Moderate.Rank(), Label: insight.GradeName(f.Grade)}
	}
	return figure.NewMatrix(v), len(factors)
}

// distinct gives charts of the same name a number.
func distinct(charts []Chart) []Chart {
	seen := map[string]int{}
	for i, c := range charts {
		seen[c.Name]++
		if n := seen[c.Name]; n > 1 {
			charts[i].Name = fmt.Sprintf("%s-%d", c.Name, n)
		}
	}
	return charts
}

// slug makes a name fit for a file on every system.
func slug(name string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(name) {
		switch {
		case b.Len() >= 60:
			return strings.Trim(b.String(), "-")
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		case !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.Trim(b.String(), "-")
}
