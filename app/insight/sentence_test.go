package insight_test

import (
	"math"
	"testing"

	"skinward/app/insight"
	"skinward/app/series"
)

func TestClaimsInWords(t *testing.T) {
	base := insight.Finding{
		Outcome: series.Severity, OutcomeLabel: "Severity", OutcomeKind: series.OutcomeScale, Factor: "Milk", FactorLabel: "Milk",
		Kind: series.KindFood, Binary: true, Window: [2]int{1, 3}, Direction: insight.Worse, Effect: .66, Low: .3, High: 1.1, Scale: 1, SmallestImportant: .5,
	}
	for _, c := range []struct {
		want   string
		change func(*insight.Finding)
	}{
		{"Skin was worse 1–3 days after Milk: +0.7 (0.3 to 1.1).", func(*insight.Finding) {}},
		{"Itch was better 4–7 days after Milk: −0.7 (−1.1 to −0.3).", func(f *insight.Finding) {
			f.Outcome, f.Window, f.Direction, f.Effect, f.Low, f.High = series.Itch, [2]int{4, 7}, insight.Better, -.66, -1.1, -.3
		}},
		{"There were more inflamed spots 1–3 days after Milk: +0.7 (0.3 to 1.1).", func(f *insight.Finding) {
			f.Outcome, f.OutcomeKind, f.OutcomeLabel = series.Lesions, series.OutcomeCount, "Inflamed spots"
		}},
		{"Skin was worse 1–3 days after more stress, compared with less: +2.6 (1.2 to 4.4).", func(f *insight.Finding) {
			f.Factor, f.FactorLabel, f.Kind, f.Binary, f.Scale = "stress", "Stress", series.KindStress, false, 4
		}},
		{"Skin was worse 1–3 days after a looser stool, compared with a firmer one: +0.7 (0.3 to 1.1).", func(f *insight.Finding) {
			f.Factor, f.FactorLabel, f.Kind, f.Binary = series.Bristol, "Stool form", series.KindStool, false
		}},
		{"Skin was worse 1–3 days after better sleep, compared with worse: +0.7 (0.3 to 1.1).", func(f *insight.Finding) {
			f.Factor, f.FactorLabel, f.Kind, f.Binary = series.Quality, "Quality of sleep", series.KindSleep, false
		}},
		{"Skin was worse 1–3 days after a higher value of Pollen, compared with a lower one: +0.7 (0.3 to 1.1).", func(f *insight.Finding) {
			f.Factor, f.FactorLabel, f.Kind, f.Binary = "Pollen", "Pollen", series.KindTracker, false
		}},
		{"Skin was worse after days with Milk most of the time, compared with rarely: +0.3 (0.2 to 0.6).", func(f *insight.Finding) {
			f.Window, f.Scale, f.Low = [2]int{1, 14}, .5, .32
		}},
		{"Skin was worse over the two weeks after the days around the period: +0.7 (0.3 to 1.1).", func(f *insight.Finding) {
			f.Kind, f.Window = series.KindCycle, [2]int{1, 14}
		}},
		{"Flare days were less frequent 1–3 days after dairy: −0.05 (−0.09 to −0.01).", func(f *insight.Finding) {
			f.Outcome, f.Kind, f.FactorLabel, f.Direction, f.Effect, f.Low, f.High = series.FlareDays, series.KindFoodGroup, "Dairy", insight.Better, -.05, -.09, -.01
		}},
		{"The size could not be worked out.", func(f *insight.Finding) { f.Effect = math.NaN() }},
	} {
		f := base
		c.change(&f)
		if got := f.Claim(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestUndecidedInWords(t *testing.T) {
	f := insight.Finding{
		Grade: insight.CantTell, Factor: "Milk", FactorLabel: "Milk", Kind: series.KindFood, Binary: true,
		Effect: .3, Low: -.3, High: .9, Scale: 1, DaysNeeded: 40, DaysWith: 20, DaysWithout: 60,
	}
	if got, want := f.Sentence(), "Could be anywhere from −0.3 to +0.9; about 40 more days with Milk would settle it."; got != want {
		t.Errorf("%q", got)
	}
	f.Binary, f.DaysWith, f.DaysWithout = false, 40, 60
	if got, want := f.Sentence(), "Could be anywhere from −0.3 to +0.9; about 100 more recorded days would settle it."; got != want {
		t.Errorf("%q", got)
	}
	f.Grade, f.SmallestImportant = insight.NoImportantEffect, .5
	if got, want := f.Sentence(), "Any effect is likely smaller than 0.5 points for each step."; got != want {
		t.Errorf("%q", got)
	}
	f.Unit = series.UnitGlasses
	if got, want := f.Sentence(), "Any effect is likely smaller than 0.5 points per glass."; got != want {
		t.Errorf("%q", got)
	}
	f.Binary = true
	if got, want := f.Sentence(), "Any effect is likely smaller than 0.5 points."; got != want {
		t.Errorf("%q", got)
	}
	f.Grade, f.Reason, f.DaysWith = insight.NotEnoughData, insight.ReasonFewWith, 5
	if got, want := f.Sentence(), "Logged on 5 days; we start at 8."; got != want {
		t.Errorf("%q", got)
	}
}
