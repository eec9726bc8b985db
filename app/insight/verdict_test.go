package insight_test

import (
	"math"
	"testing"

	"skinward/app/insight"
	"skinward/app/journal"
	"skinward/app/series"
)

var today = journal.NewDay(2026, 6, 30)

func finding(g insight.Grade) insight.Finding {
	return insight.Finding{Factor: "milk", Kind: series.KindFood, Outcome: series.Severity, Grade: g, Effect: .5, Low: .1, High: .9, Q: .04, SkinDays: 200}
}

func kept(g insight.Grade, daysAgo int, change ...func(*journal.Verdict)) *journal.Verdict {
	v := &journal.Verdict{
		Meta: journal.Meta{Day: today.Add(-daysAgo)}, Factor: "milk", FactorKind: "food", Outcome: series.Severity,
		Grade: string(g), Method: insight.MethodVersion,
	}
	for _, c := range change {
		c(v)
	}
	return v
}

func TestJudgeSlowly(t *testing.T) {
	old := func(v *journal.Verdict) { v.Method = "0" }
	gone := func(v *journal.Verdict) { v.NoLonger = true }
	for _, c := range []struct {
		name     string
		fresh    insight.Grade
		kept     []*journal.Verdict
		shown    insight.Grade
		since    int // days ago
		was      insight.Grade
		noLonger bool
		saved    bool
	}{
		{"nothing kept, a Hint", insight.Hint, nil, insight.Hint, 0, "", false, true},
		{"nothing kept, nothing found", insight.CantTell, nil, insight.CantTell, 0, "", false, false},
		{"a Hint stands for four weeks", insight.CantTell, []*journal.Verdict{kept(insight.Hint, 27)}, insight.Hint, 27, "", false, false},
		{"then it is judged again", insight.CantTell, []*journal.Verdict{kept(insight.Hint, 28)}, insight.CantTell, 0, insight.Hint, true, true},
		{"Moderate does not rise or fall between", insight.Hint, []*journal.Verdict{kept(insight.Moderate, 5)}, insight.Moderate, 5, "", false, false},
		{"Moderate falls to Hint after four weeks", insight.Hint, []*journal.Verdict{kept(insight.Moderate, 40)}, insight.Hint, 0, insight.Moderate, false, true},
		{"Strong is shown at once", insight.Strong, []*journal.Verdict{kept(insight.Hint, 3)}, insight.Strong, 0, insight.Hint, false, true},
		{"Strong falls at once", insight.NoImportantEffect, []*journal.Verdict{kept(insight.Strong, 3)}, insight.NoImportantEffect, 0, insight.Strong, true, true},
		{"Strong stays Strong", insight.Strong, []*journal.Verdict{kept(insight.Strong, 3)}, insight.Strong, 3, "", false, false},
		{"what was demoted stays listed", insight.CantTell, []*journal.Verdict{kept(insight.CantTell, 90, gone)}, insight.CantTell, 90, "", true, false},
		{"and can come back", insight.Moderate, []*journal.Verdict{kept(insight.CantTell, 30, gone)}, insight.Moderate, 0, insight.CantTell, false, true},
		{"another method is judged again at once", insight.CantTell, []*journal.Verdict{kept(insight.Moderate, 3, old)}, insight.CantTell, 0, insight.Moderate, true, true},
		{"the latest verdict counts", insight.CantTell, []*journal.Verdict{kept(insight.Hint, 3), kept(insight.Moderate, 60)}, insight.Hint, 3, "", false, false},
		{"verdicts of later days are not used", insight.CantTell, []*journal.Verdict{kept(insight.Hint, -5)}, insight.CantTell, 0, "", false, false},
		{"an unchanged Hint is dated anew after four weeks", insight.Hint, []*journal.Verdict{kept(insight.Hint, 28)}, insight.Hint, 28, "", false, true},
	} {
		shown, save := insight.Judge([]insight.Finding{finding(c.fresh)}, c.kept, today)
		s := shown[0]
		if s.Shown != c.shown || s.Since != today.Add(-c.since) || s.Was != c.was || s.NoLonger != c.noLonger || len(save) == 1 != c.saved {
			t.Errorf("%s: shown %s since %v, was %q, no longer %v, %d saved", c.name, s.Shown, s.Since, s.Was, s.NoLonger, len(save))
		}
		if s.Held() != (c.shown != c.fresh) {
			t.Errorf("%s: held %v", c.name, s.Held())
		}
		for _, v := range save {
			if err := v.Validate(); err != nil {
				t.Errorf("%s: %v", c.name, err)
			}
			if v.Day != today || v.Grade != string(c.fresh) || v.NoLonger != c.noLonger {
				t.Errorf("%s: saved %+v", c.name, v)
			}
		}
	}
}

func TestVerdictWithoutEstimateCanBeKept(t *testing.T) {
	f := finding(insight.NotEnoughData)
	f.Effect, f.Low, f.High, f.Q = math.NaN(), math.NaN(), math.NaN(), math.NaN()
	_, save := insight.Judge([]insight.Finding{f}, []*journal.Verdict{kept(insight.Strong, 40)}, today)
	if len(save) != 1 || save[0].Validate() != nil || !save[0].NoLonger {
		t.Errorf("%+v", save)
	}
}
