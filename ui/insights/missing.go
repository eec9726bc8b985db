package insights

import (
	"fmt"

	"fyne.io/fyne/v2"

	"skinward/ui/kit"
)

// minSkinDays is where the method begins to say anything.
const minSkinDays = 30

// shortfall says why there is nothing to show yet, and what would help.
type shortfall struct {
	title, sentence, action string
	route                   kit.Route
	share                   float64 // of the days needed that are there, 0 … 1
	empty                   bool    // there is nothing to look at either
}

// missing reports what the journal lacks before the method may speak: skin
// ratings on 30 days, for any outcome.
func missing(scan Scan) (shortfall, bool) {
	best := 0
	for _, o := range scan.Set().Outcomes {
		best = max(best, o.Recorded())
	}
	rate := shortfall{share: float64(best) / minSkinDays, empty: best == 0, action: "Rate today's skin", route: kit.Route{Place: kit.PlaceToday, Focus: kit.FocusSkin}}
	switch {
	case best == 0:
		rate.title = "Nothing to compare yet"
		rate.sentence = "Insights begin with a rating of your skin, from 0 to 10, once a day. Meals, sleep and stress beside it show what goes with better and worse days."
		return rate, true
	case best < minSkinDays:
		rate.title = fmt.Sprintf("%d of %d days rated", best, minSkinDays)
		rate.sentence = fmt.Sprintf("Your skin is rated on %s. %s more and the first comparisons begin; surer links need 60 and 90 days. Days without a rating are no loss, they only take longer.", days(best), days(minSkinDays-best))
		return rate, true
	case len(scan.Set().Factors) == 0:
		return shortfall{
			title:    "Your skin is rated, nothing beside it yet",
			sentence: "Add meals, sleep, stress or a probiotic on any day, today or earlier, and they will be compared with your skin.",
			action:   "Add a meal",
			route:    kit.Route{Place: kit.PlaceToday, Focus: kit.FocusMeal},
		}, true
	}
	return shortfall{}, false
}

// object says what is missing and how much of it is there; see, which leads to
// what can be looked at meanwhile, is offered where there is any.
func (m shortfall) object(deps Deps, see func()) fyne.CanvasObject {
	bar := kit.NewProgressBar()
	bar.SetValue(m.share)
	meter := kit.Center(kit.Fixed(220, 8, bar))
	show(m.share > 0, meter)
	buttons := []fyne.CanvasObject{kit.NewPrimaryButton(m.action, func() { deps.Navigate(m.route) })}
	if !m.empty {
		buttons = append(buttons, kit.NewButton("Look at the days so far", see))
	}
	return kit.NewPanel(kit.Middle(400, kit.Column(kit.Space3,
		kit.NewEmptyPicture("insights", kit.Primary),
		kit.NewText(kit.Span{Text: m.title, Size: kit.SizeSection, Bold: true}).Align(fyne.TextAlignCenter),
		meter,
		kit.NewText(kit.Span{Text: m.sentence, Role: kit.Muted}).Align(fyne.TextAlignCenter),
		kit.Center(kit.Row(kit.Space2, buttons...)))))
}

func days(n int) string {
	if n == 1 {
		return "1 day"
	}
	return fmt.Sprintf("%d days", n)
}
