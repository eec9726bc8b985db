package insights_test

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"skinward/app/series"
	"skinward/ui/insights"
	"skinward/ui/kit"
	"skinward/ui/uitest"
)

// Every outcome can be chosen: the standard ones, flare days, the redness of a
// site and trackers of the person's own.
func TestEveryOutcomeCanBeChosen(t *testing.T) {
	set := grouped(240)
	for _, o := range []series.Outcome{
		{Name: series.Lesions, Label: "Inflamed spots", Kind: series.OutcomeCount},
		{Name: series.FlareDays, Label: "Flare days", Kind: series.OutcomeYesNo},
		{Name: "redness left cheek", Label: "Redness of the left cheek", Kind: series.OutcomeScale},
		{Name: "puffy", Label: "Puffy eyes", Kind: series.OutcomeScale, Own: true},
	} {
		o.Values = make([]float64, set.Days)
		for i, v := range set.Outcomes[0].Values {
			if o.Values[i] = v; o.Kind == series.OutcomeYesNo && !math.IsNaN(v) {
				o.Values[i] = flip(v > 5)
			}
		}
		set.Outcomes = append(set.Outcomes, o)
	}
	w, _, _, _ := open(t, uitest.Setup{}, set)
	for _, name := range []string{"Itch", "Inflamed spots"} {
		w.Tap(name)
		w.MustSay("● " + strings.ToLower(name))
	}
	before := "More"
	for _, name := range []string{"Flare days", "Redness of the left cheek", "Puffy eyes"} {
		w.Tap(before)
		w.MustSay("Outcome")
		w.Tap(name)
		w.MustSay("● " + strings.ToLower(name))
		before = name
	}
	w.Tap("Severity")
	w.MustSay("● severity", "More")
}

// saver answers every question for a file with one path.
type saver struct {
	kit.Dialogs
	path string
}

func (s saver) SaveFile(_, _ string, chosen func(path string)) { chosen(s.path) }

// A chart is saved in the form that the name asks for.
func TestAChartIsSavedAsPictureAndAsNumbers(t *testing.T) {
	for _, c := range []struct{ path, begins string }{
		{"chart.svg", "<svg "},
		{"chart.PNG", "\x89PNG"},
		{"chart.csv", "day,severity,7-day median,milk"},
	} {
		w := uitest.New(t, uitest.Setup{})
		var path string
		var data []byte
		screen := insights.New(insights.Deps{
			Study: &study{t: t, set: diary(120)}, Shelf: &shelf{}, Run: kit.Inline{}, Changed: func() {},
			Dialogs:  saver{w.Dialogs, c.path},
			Navigate: func(kit.Route) {}, Copy: func(string) {},
			Write: func(p string, b []byte) error { path, data = p, b; return nil },
		})
		w.Open(screen, kit.Route{Place: kit.PlaceInsights})
		w.Tap("…")
		w.Tap("Save as SVG, PNG or CSV…")
		if path != c.path || !bytes.HasPrefix(data, []byte(c.begins)) {
			t.Errorf("%s begins %.40q", path, data)
		}
	}
}

// The whole of the matrix is reached with the arrow keys, which say each value.
func TestTheMatrixIsReadByKeyboard(t *testing.T) {
	w, _, _, _ := open(t, uitest.Setup{}, grouped(240))
	w.Tap("Overview")
	w.Shot("insights-matrix")
	at := w.Find("Factors by outcomes")
	w.TapAt(at.At.X+260, at.At.Y+140) // opens the pair under the pointer
	w.MustSay("Day by day")
	w.Tap("Overview")
	w.Tap("All 5 factors")
	w.Tab(1)
	w.Key(fyne.KeyHome)
	w.MustSay(", severity: ", "strong")
	w.Key(fyne.KeyRight)
	w.MustSay(", itch: ")
	w.Key(fyne.KeyDown, fyne.KeyReturn)
	w.MustSay("Day by day", "● itch")
}
