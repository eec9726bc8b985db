package wiring

import (
	"context"
	"unicode"
	"unicode/utf8"

	"skinward/app/guide"
	"skinward/app/insight"
	"skinward/app/journal"
	"skinward/app/series"
	"skinward/cmd/work"
	"skinward/ui/insights"
	"skinward/ui/kit"
)

// insights makes the screen that shows what goes with the skin.
func (b *builder) insights() kit.Screen {
	return insights.New(insights.Deps{
		Study: b.study, Shelf: b.Desk.Store, Run: b.Run, Navigate: b.shell.Navigate, Dialogs: b.shell.Dialogs(),
		PageOf: func(factor string, kind series.FactorKind, groups []string) (insights.Page, bool) {
			for _, name := range append([]string{factor}, groups...) {
				if t, ok := b.library.Book.TopicFor(name, string(kind)); ok {
					return insights.Page{Topic: t.ID, Title: t.Title}, true
				}
			}
			return insights.Page{}, false
		},
		Changed: func() { b.shell.Changed(journal.KindSettings) },
		Write:   work.WriteBytes, Copy: b.Copy,
	})
}

// doors say what the journal has about a page of the guide.
type doors struct {
	study *Study
	book  *guide.Book
}

// open returns the surest finding on severity, or on whatever outcome is
// recorded, among the factors that a page names. When none was compared yet,
// the door says only how far the nearest of them has come.
func (d *doors) open(ctx context.Context, topic string) (guide.Door, error) {
	page, ok := d.book.Topic(topic)
	if !ok || len(page.Factors) == 0 {
		return guide.Door{}, nil
	}
	scan, err := d.study.Fresh(ctx, insights.Choice{}, func(float64) {})
	if err != nil {
		return guide.Door{}, err
	}
	best, found := surest(scan.Standings(), page.Factors)
	if !found {
		return guide.Door{Detail: nearest(scan.Standings(), page.Factors)}, nil
	}
	f := best.Finding
	f.Grade = best.Shown
	return guide.Door{
		Sentence: spoken(f), Detail: f.PlainSentence(),
		Actions: []guide.Action{{Label: "See the chart", Route: "insights/" + f.Factor}},
	}, nil
}

// spoken is a finding in one sentence that names what was compared: the
// sentences of some grades leave that to the chart's title.
func spoken(f insight.Finding) string {
	s := f.Sentence()
	if f.Grade == insight.Strong || f.Grade == insight.Moderate || f.Grade == insight.Hint {
		return s
	}
	return named(f, s)
}

func named(f insight.Finding, sentence string) string {
	outcome := small(f.OutcomeLabel)
	if f.Outcome == series.Severity {
		outcome = "skin severity"
	}
	return f.FactorLabel + " and " + outcome + ": " + small(sentence)
}

// small makes the first letter a small one.
func small(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}

// nearest says of the factor that lacks least what it lacks still, "" when
// nothing of a page was ever recorded.
func nearest(standings []insight.Standing, factors []string) string {
	words, most := "", -1.0
	for _, s := range standings {
		share, counted := s.Finding.Share()
		if s.Shown != insight.NotEnoughData || s.Outcome != series.Severity || !belongs(s.Finding, factors) || !counted || share <= most {
			continue
		}
		words, most = named(s.Finding, s.Finding.ReasonSentence()), share
	}
	return words
}

// surest picks the finding to show: severity before other outcomes, then by
// grade; what has too few days stays out.
func surest(standings []insight.Standing, factors []string) (insight.Standing, bool) {
	var best insight.Standing
	found := false
	for _, s := range standings {
		if s.Shown == insight.NotEnoughData || !belongs(s.Finding, factors) {
			continue
		}
		if !found || better(s, best) {
			best, found = s, true
		}
	}
	return best, found
}

func better(a, b insight.Standing) bool {
	if (a.Outcome == series.Severity) != (b.Outcome == series.Severity) {
		return a.Outcome == series.Severity
	}
	return a.Shown.Rank() < b.Shown.Rank()
}

// belongs reports whether a finding is about one of a page's factors, named by
// factor, by label or by kind.
func belongs(f insight.Finding, factors []string) bool {
	for _, name := range factors {
		if name == f.Factor || name == f.FactorLabel || name == string(f.Kind) {
			return true
		}
	}
	return false
}
