package insight

import (
	"math"
	"testing"

	"skinward/app/series"
)

func TestGradeRules(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		name      string
		q         float64
		low, high float64
		with      int
		skin      int
		important float64
		want      Grade
		reason    Reason
	}{
		{"strong", .01, .1, 1, 12, 90, .5, Strong, ""},
		{"strong, better", .01, -1, -.1, 12, 90, .5, Strong, ""},
		{"89 skin days", .001, .1, 1, 40, 89, .5, Moderate, ReasonCappedSkin},
		{"moderate", .05, .1, 1, 12, 60, .5, Moderate, ""},
		{"q just above .01", .011, .1, 1, 40, 300, .5, Moderate, ""},
		{"59 skin days", .001, .1, 1, 40, 59, .5, Hint, ReasonCappedSkin},
		{"11 days with", .001, .1, 1, 11, 300, .5, Hint, ReasonCappedWith},
		{"interval touches zero", .001, 0, 1, 40, 300, .5, Hint, ReasonCappedZero},
		{"hint", .25, -.1, 1, 40, 45, .5, Hint, ""},
		{"44 skin days", .25, -.1, 1, 40, 44, .5, CantTell, ReasonCappedSkin},
		{"44 skin days, small", .01, .1, .4, 40, 44, .5, NoImportantEffect, ""},
		{"no important effect", .26, -.5, .5, 40, 300, .5, NoImportantEffect, ""},
		{"reaches outside", .26, -.51, .4, 40, 300, .5, CantTell, ReasonWideInterval},
		{"own smallest change", .26, -.51, .4, 40, 300, 1, NoImportantEffect, ""},
		{"no smallest change", .26, -.01, .01, 40, 300, nan, CantTell, ReasonNoImportance},
		{"not estimable", .26, nan, nan, 40, 300, .5, CantTell, ReasonNotSeparate},
		{"hint without estimate", .001, nan, nan, 40, 300, .5, Hint, ReasonNotSeparate},
	} {
		f := Finding{Q: c.q, Low: c.low, High: c.high, Effect: (c.low + c.high) / 2, SE: .3, DaysWith: c.with, SkinDays: c.skin}
		f.grade(c.important)
		if f.Grade != c.want || f.Reason != c.reason {
			t.Errorf("%s: %s %q, want %s %q", c.name, f.Grade, f.Reason, c.want, c.reason)
		}
	}
}

// N = E (2.8 SE / 0.5)^2 - E more days with it.
func TestDaysNeeded(t *testing.T) {
	f := Finding{Q: .5, Low: -1, High: 1, SE: .25, DaysWith: 20, SkinDays: 200}
	f.grade(.5)
	if f.DaysNeeded != 20 { // 20 × 1.4² - 20 = 19.2
		t.Errorf("%d more days", f.DaysNeeded)
	}
	f.grade(math.NaN())
	if f.DaysNeeded != -1 {
		t.Errorf("%d more days without a smallest change", f.DaysNeeded)
	}
}

// factorOf turns a pattern into a factor: 1 with, 0 without, . not known.
func factorOf(kind series.FactorKind, binary bool, v []float64) series.Factor {
	return series.Factor{Name: "x", Kind: kind, Binary: binary, Values: v}
}

func pattern(repeat int, s string) []float64 {
	var v []float64
	for range repeat {
		for _, r := range s {
			switch r {
			case '.':
				v = append(v, math.NaN())
			default:
				v = append(v, float64(r-'0'))
			}
		}
	}
	return v
}

func TestMinimumData(t *testing.T) {
	two := series.Set{Cycles: 2}
	for _, c := range []struct {
		name string
		f    series.Factor
		set  series.Set
		want Reason
	}{
		{"eight and eight, sixteen switches", factorOf(series.KindFood, true, pattern(8, "10")), two, ""},
		{"seven with", factorOf(series.KindFood, true, pattern(7, "1000")), two, ReasonFewWith},
		{"seven without", factorOf(series.KindFood, true, pattern(7, "1110")), two, ReasonFewWithout},
		{"gaps do not count", factorOf(series.KindFood, true, pattern(7, "10..")), two, ReasonFewWith},
		{"five switches", factorOf(series.KindSupplement, true, append(append(pattern(8, "0"), pattern(8, "1")...), pattern(2, "01")...)), two, ReasonFewSwitches},
		{"six switches", factorOf(series.KindSupplement, true, append(append(pattern(8, "0"), pattern(8, "1")...), pattern(3, "01")[:5]...)), two, ""},
		{"29 values", factorOf(series.KindWater, false, pattern(6, "12345")[:29]), two, ReasonFewValues},
		{"four different values", factorOf(series.KindWater, false, pattern(10, "1234")), two, ReasonFewDistinct},
		{"one value", factorOf(series.KindWater, false, pattern(40, "3")), two, ReasonConstant},
		{"enough of a number", factorOf(series.KindWater, false, pattern(8, "12345")), two, ""},
		{"one cycle", factorOf(series.KindCycle, true, pattern(8, "10")), series.Set{Cycles: 1}, ReasonFewCycles},
	} {
		if got := shortage(c.f, exposureOf(c.f), c.set); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestCourses(t *testing.T) {
	for _, c := range []struct {
		name string
		v    []float64
		want bool
	}{
		{"a week on, a week off", pattern(6, "11111110000000"), true},
		{"six days on", pattern(6, "1111110000000"), false},
		{"gaps do not end a course", pattern(6, "111.11110000000"), true},
		{"every other day", pattern(30, "10"), false},
	} {
		if got := exposureOf(factorOf(series.KindSupplement, true, c.v)).course(); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestMedianSplitOfNumbers(t *testing.T) {
	e := exposureOf(factorOf(series.KindStress, false, []float64{1, 2, 3, 4, math.NaN(), 5}))
	if e.median != 3 || e.with != 2 || e.without != 3 || e.switches != 1 {
		t.Errorf("%+v", e)
	}
}
