package figure_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"skinward/app/figure"
	"skinward/app/insight"
	"skinward/app/journal"
	"skinward/app/series"
)

func table() figure.Heat {
	nan := math.NaN()
	return figure.Heat{
		Rows: []string{"Milk", "Rice"}, Columns: []string{"Severity", "Inflamed spots"},
		Cells: [][]figure.HeatCell{
			{{Share: 1, Value: 1.2, Sure: true, Words: "+0.8 to +1.6, strong"}, {Share: -0.4, Value: -0.5, Words: "−1.0 to 0.0, hint"}},
			{{Share: nan, Value: nan}, {Share: 0.1, Value: 0.1, Words: "−0.3 to +0.5, can't tell yet"}},
		},
	}
}

func TestHeatSaysEveryCell(t *testing.T) {
	f := figure.NewHeat(table())
	var said []string
	for _, s := range f.Stops() {
		said = append(said, s.Label)
	}
	want := []string{"Milk, severity: +1.2, +0.8 to +1.6, strong", "Milk, inflamed spots: −0.5, −1.0 to 0.0, hint", "Rice, severity: not compared", "Rice, inflamed spots: +0.1, −0.3 to +0.5, can't tell yet"}
	if !slices.Equal(said, want) {
		t.Errorf("said %q", said)
	}
	if got := f.Say(); got != "2 factors by 2 outcomes; 1 pair graded moderate or strong." {
		t.Errorf("%q", got)
	}
	if n := f.Numbers(); len(n) != 3 || n[1][0] != "Milk" || n[2][1] != "" {
		t.Errorf("numbers %q", n)
	}
}

// A grey copy tells worse from better: a filled circle has ink in its middle,
// an open one has none.
func TestHeatReadsInGrey(t *testing.T) {
	img, err := figure.NewHeat(table()).Raster(800, 200, 1, figure.Light())
	if err != nil {
		t.Fatal(err)
	}
	hits := figure.NewHeat(table()).Places(800, 200, 1, figure.Light())
	dark := func(i int) bool {
		// The circle stands left of the middle of its cell.
		r, g, b, _ := img.At(int(hits[i].XPx-1.2*figure.Light().Text), int(hits[i].YPx)).RGBA()
		return r+g+b < 3*0xd000
	}
	if !dark(0) || dark(1) {
		t.Errorf("worse is filled: %v, better is filled: %v", dark(0), dark(1))
	}
}

func TestHeatFitsEveryWidth(t *testing.T) {
	for _, w := range []int{120, 300, 700, 1400} {
		if _, err := figure.NewHeat(table()).Raster(w, int(figure.HeatHeight(2, 12)), 1, figure.Dark()); err != nil {
			t.Errorf("%d wide: %v", w, err)
		}
	}
	if figure.NewHeat(figure.Heat{}).Ready() {
		t.Error("an empty table is ready to be drawn")
	}
}

func TestRollingCountsTheLastWeek(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		name string
		on   []float64
		want []float64
	}{
		{"every day", []float64{1, 1, 1, 1, 1, 1, 1, 1}, []float64{nan, nan, nan, 7, 7, 7, 7, 7}},
		{"falls out after a week", []float64{1, 0, 0, 0, 0, 0, 0, 0}, []float64{nan, nan, nan, 1.8, 1.4, 1.2, 1, 0}},
		{"too little is known", []float64{1, nan, nan, nan, 1, nan, 1}, []float64{nan, nan, nan, nan, nan, nan, nan}},
		{"none", nil, nil},
	} {
		got := figure.Rolling(c.on, 7)
		same := slices.EqualFunc(got, c.want, func(a, b float64) bool { return a == b || math.IsNaN(a) && math.IsNaN(b) })
		if !same && len(got)+len(c.want) > 0 {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestPhasesBesideEachOther(t *testing.T) {
	set := series.Set{First: journal.NewDay(2026, 1, 1), Days: 6, Outcomes: []series.Outcome{
		{Name: series.Severity, Label: "Severity", Kind: series.OutcomeScale, Values: []float64{5, 5, 3, 3, 4, 4}},
	}}
	f := insight.Finding{Outcome: series.Severity, OutcomeLabel: "Severity", Kind: series.KindProbiotic}
	fig := figure.PhasesOf(set, f, []insight.PhaseDays{
		{Phase: insight.Before, Days: []int{0, 1}}, {Phase: insight.During, Days: []int{2, 3}}, {Phase: insight.After, Days: []int{4, 5}},
	})
	if got := fig.Say(); !strings.Contains(got, "before 5.0 on 2 days") || !strings.Contains(got, "during 3.0 on 2 days") || !strings.Contains(got, "after 4.0 on 2 days") {
		t.Errorf("%q", got)
	}
	if n := len(fig.Stops()); n != 6 {
		t.Errorf("%d dots of 6 days", n)
	}
}
