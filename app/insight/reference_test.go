package insight

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"math"
	"os"
	"strconv"
	"testing"

	"skinward/app/journal"
	"skinward/app/series"
)

// The cases in testdata/cases were computed with scipy, statsmodels and R.

func readCase(t testing.TB, name string, into any) {
	t.Helper()
	b, err := os.ReadFile("testdata/cases/expected.json")
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]json.RawMessage
	if err := json.Unmarshal(b, &all); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(all[name], into); err != nil {
		t.Fatal(err)
	}
}

// readColumns reads a case file into its columns; empty cells are NaN.
func readColumns(t testing.TB, name string) map[string][]float64 {
	t.Helper()
	f, err := os.Open("testdata/cases/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]float64{}
	for _, row := range rows[1:] {
		for j, cell := range row {
			v := math.NaN()
			if cell != "" {
				if v, err = strconv.ParseFloat(cell, 64); err != nil {
					t.Fatal(err)
				}
			}
			out[rows[0][j]] = append(out[rows[0][j]], v)
		}
	}
	return out
}

func close2(t *testing.T, what string, got, want, tol float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tol*math.Max(1e-300, math.Abs(want))) {
		t.Errorf("%s = %.12g, want %.12g (relative error %.2g)", what, got, want, math.Abs(got-want)/math.Abs(want))
	}
}

func TestAdjustedPMatchesR(t *testing.T) {
	var want struct{ BH, BY []float64 }
	readCase(t, "c02_pvalues", &want)
	p := readColumns(t, "c02_pvalues.csv")["p"]
	for i, q := range adjustBH(p) {
		close2(t, "BH", q, want.BH[i], 1e-9)
	}
	for i, q := range adjustBY(p) {
		close2(t, "BY", q, want.BY[i], 1e-9)
	}
}

func TestWhiteningMatchesCholesky(t *testing.T) {
	var want map[string]json.RawMessage
	readCase(t, "c08_whiten", &want)
	y := readColumns(t, "c08_whiten.csv")["y"]
	for name, at := range map[string][2]float64{
		"phi0.8_lam0": {.8, 0}, "phi0.8_lam0.25": {.8, .25}, "phi0.95_lam1": {.95, 1}, "phi0_lam0": {0, 0}, "phi0.3_lam4": {.3, 4},
	} {
		var w struct {
			W      []float64
			Logdet float64
		}
		if err := json.Unmarshal(want[name], &w); err != nil {
			t.Fatal(err)
		}
		g := newGains(observed(y), at[0], at[1])
		got := make([]float64, len(g.obs))
		g.whiten(got, y, make([]float64, 1), 1)
		if len(got) != len(w.W) {
			t.Fatalf("%s: %d days, want %d", name, len(got), len(w.W))
		}
		for i := range got {
			close2(t, name, got[i], w.W[i], 1e-9)
		}
		if math.Abs(g.logF-w.Logdet) > 1e-9*math.Abs(w.Logdet) {
			t.Errorf("%s: log determinant %v, want %v", name, g.logF, w.Logdet)
		}
	}
}

func TestTrendMatchesNaturalSpline(t *testing.T) {
	var want struct {
		DF      map[string]int `json:"df_rule"`
		Fitted3 []float64      `json:"fitted_df3"`
		Fitted6 []float64      `json:"fitted_df6"`
		RSS3    float64        `json:"rss_df3"`
		RSS6    float64        `json:"rss_df6"`
	}
	readCase(t, "c09_trend", &want)
	for n, df := range want.DF {
		days, _ := strconv.Atoi(n)
		if got := trendDF(days); got != df {
			t.Errorf("trendDF(%s) = %d, want %d", n, got, df)
		}
	}
	y := readColumns(t, "c09_trend.csv")["y"]
	check := func(df int, fitted []float64, rss float64) {
		one := make([]float64, len(y))
		for i := range one {
			one[i] = 1
		}
		cols := []column{{partIntercept, one}}
		for _, v := range trendBasis(len(y), df) {
			cols = append(cols, column{partTrend, v})
		}
		pn := newPanel(cols, observed(y), [][]float64{y})
		md := pn.newModel(residualModel{}, want1(pn))
		close2(t, "rss", md.rss, rss, 1e-9)
		for i, f := range fitted {
			at := min(i*50, len(y)-1)
			close2(t, "fitted", y[at]-md.e[at], f, 1e-9)
		}
	}
	check(3, want.Fitted3, want.RSS3)
	check(6, want.Fitted6, want.RSS6)
}

func want1(pn *panel) want { return want{0, pn.keep("")} }

func TestMergeMatchesReference(t *testing.T) {
	var cases []struct {
		P    []float64
		ACAT float64
	}
	readCase(t, "c10_acat", &cases)
	for _, c := range cases {
		close2(t, "merge", mergeP(c.P), c.ACAT, 1e-9)
	}
	var tails []struct {
		T, DF float64
		P     float64 `json:"p_two_sided"`
		Q     float64 `json:"q975"`
	}
	readCase(t, "c10_t", &tails)
	for _, c := range tails {
		close2(t, "p", twoSided(c.T, c.DF), c.P, 1e-9)
		// The reference quantile at 50 degrees of freedom is itself off by 1.2e-9.
		close2(t, "quantile", tQuantile(0.05, c.DF), c.Q, 2e-9)
	}
}

// caseSet builds a set from a case file whose day 0 is a Wednesday.
func caseSet(c map[string][]float64, outcome series.Outcome, foods ...string) series.Set {
	s := series.Set{First: journal.NewDay(2020, 1, 1), Days: len(c["day"]), Outcomes: []series.Outcome{outcome}}
	s.Stress, s.Sleep = c["stress"], c["sleep"]
	for _, f := range foods {
		s.Factors = append(s.Factors, series.Factor{Name: f, Label: f, Kind: series.KindFood, Binary: true, Values: c[f]})
	}
	return s
}

type caseFactor struct {
	TemplateP map[string]float64 `json:"template_p"`
	TemplateT map[string]float64 `json:"template_t"`
	P, Q      float64
	Best      string
	Effect    float64
	SE        float64
	DF        float64
	Lo, Hi    float64
	Lags      []float64 `json:"lag_profile"`
	LagSE     []float64 `json:"lag_profile_se"`
	MeanAfter float64   `json:"raw_mean_after_1_3"`
	NAfter    int       `json:"raw_n_after"`
	MeanOther float64   `json:"raw_mean_otherwise"`
	NOther    int       `json:"raw_n_otherwise"`
	Window    [2]int    `json:"effect_window"`
}

func TestJournalCaseMatchesIndependentBuild(t *testing.T) {
	var want struct {
		Phi, Lam  float64
		NObs      int     `json:"n_obs"`
		Columns   int     `json:"n_base_cols"`
		Objective float64 `json:"reml_obj"`
		Second    float64 `json:"reml_second_best"`
		RSS       float64
		First     []float64 `json:"innov_first5"`
		Factors   map[string]caseFactor
	}
	readCase(t, "c11_journal", &want)
	c := readColumns(t, "c11_journal.csv")
	set := caseSet(c, series.Outcome{Name: "severity", Kind: series.OutcomeScale, Values: c["y"]},
		"food1", "food2", "food3", "food4", "food5", "food6", "food7", "food8")
	a, err := Scan(context.Background(), set, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Complete(context.Background()); err != nil {
		t.Fatal(err)
	}
	md := a.outcomes[0].test[""]
	if md.phi != want.Phi || md.lambda != want.Lam || md.p != want.Columns || len(md.e) != want.NObs {
		t.Errorf("phi %v lambda %v columns %d days %d, want %v %v %d %d", md.phi, md.lambda, md.p, len(md.e), want.Phi, want.Lam, want.Columns, want.NObs)
	}
	close2(t, "objective", md.objective, want.Objective, 1e-6)
	close2(t, "second best", md.second, want.Second, 1e-6)
	close2(t, "rss", md.rss, want.RSS, 1e-6)
	for i, v := range want.First {
		close2(t, "surprise", md.e[i], v, 1e-6)
	}
	sh := shapes()
	for i := range a.pairs {
		f, pr := a.result.Findings[i], a.pairs[i]
		w := want.Factors[f.Factor]
		for s, tr := range pr.trials {
			close2(t, f.Factor+" "+sh[s].id+" t", tr.t, w.TemplateT[sh[s].id], 1e-6)
			close2(t, f.Factor+" "+sh[s].id+" p", tr.p, w.TemplateP[sh[s].id], 1e-6)
		}
		close2(t, f.Factor+" p", f.P, w.P, 1e-6)
		close2(t, f.Factor+" q", f.Q, w.Q, 1e-6)
		if f.Shape != w.Best || f.Window != w.Window || f.df != w.DF {
			t.Errorf("%s: shape %s window %v df %v, want %s %v %v", f.Factor, f.Shape, f.Window, f.df, w.Best, w.Window, w.DF)
		}
		close2(t, f.Factor+" effect", f.Effect, w.Effect, 1e-6)
		close2(t, f.Factor+" se", f.SE, w.SE, 1e-6)
		close2(t, f.Factor+" low", f.Low, w.Lo, 1e-6)
		close2(t, f.Factor+" high", f.High, w.Hi, 1e-6)
		for l := range w.Lags {
			close2(t, f.Factor+" lag", f.Lags.Effect[l], w.Lags[l], 1e-6)
			half := (f.Lags.High[l] - f.Lags.Low[l]) / 2
			df := float64(len(md.e) - md.p - chartLags)
			close2(t, f.Factor+" lag se", half/tQuantile(0.05, df), w.LagSE[l], 1e-6)
		}
		m1, m0, n1, n0 := plainMeans(c["y"], sides(c[f.Factor], 1, 3))
		close2(t, f.Factor+" mean after", m1, w.MeanAfter, 1e-9)
		close2(t, f.Factor+" mean otherwise", m0, w.MeanOther, 1e-9)
		if n1 != w.NAfter || n0 != w.NOther {
			t.Errorf("%s: %d after, %d otherwise, want %d, %d", f.Factor, n1, n0, w.NAfter, w.NOther)
		}
	}
}

func TestCountCaseMatchesIndependentBuild(t *testing.T) {
	var want struct {
		PhiSqrt  float64 `json:"phi_sqrt"`
		LamSqrt  float64 `json:"lam_sqrt"`
		PhiRaw   float64 `json:"phi_raw"`
		LamRaw   float64 `json:"lam_raw"`
		Skewness float64
		Factors  map[string]struct {
			TemplateP []float64 `json:"template_p"`
			P         float64
			Best      string
			Effect    float64 `json:"effect_raw_scale"`
			SE        float64
			Lo, Hi    float64
		}
	}
	readCase(t, "c11b_counts", &want)
	c := readColumns(t, "c11b_counts.csv")
	set := caseSet(c, series.Outcome{Name: "lesions", Kind: series.OutcomeCount, Values: c["lesions"]}, "food3", "food5")
	a, err := Scan(context.Background(), set, Options{})
	if err != nil {
		t.Fatal(err)
	}
	test, raw := a.outcomes[0].test[""], a.outcomes[0].raw[""]
	if test.phi != want.PhiSqrt || test.lambda != want.LamSqrt || raw.phi != want.PhiRaw || raw.lambda != want.LamRaw {
		t.Errorf("phi, lambda: %v %v on the test scale, %v %v as recorded", test.phi, test.lambda, raw.phi, raw.lambda)
	}
	close2(t, "skewness", a.result.Baselines[0].Skewness, want.Skewness, 1e-6)
	for i := range a.pairs {
		f, pr := a.result.Findings[i], a.pairs[i]
		w := want.Factors[f.Factor]
		for s, tr := range pr.trials {
			close2(t, f.Factor+" shape p", tr.p, w.TemplateP[s], 1e-6)
		}
		close2(t, f.Factor+" p", f.P, w.P, 1e-6)
		if f.Shape != w.Best {
			t.Errorf("%s: shape %s, want %s", f.Factor, f.Shape, w.Best)
		}
		// The case always reports the window of the best shape, here 1-3 days.
		var ws workspace
		n := set.Days
		src := make([]float64, n*chartLags)
		for l := range chartLags {
			putLag(src, chartLags, l, filled(set.Factors[i].Values), l)
		}
		e := raw.jointFit(raw.clean(src, chartLags, &ws), 0, chartLags).window(1, 3)
		low, high := e.interval(&ws.t)
		close2(t, f.Factor+" effect", e.value, w.Effect, 1e-6)
		close2(t, f.Factor+" se", e.se, w.SE, 1e-6)
		close2(t, f.Factor+" low", low, w.Lo, 1e-6)
		close2(t, f.Factor+" high", high, w.Hi, 1e-6)
	}
}
