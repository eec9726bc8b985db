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
}

// missing reports what the journal lacks before the method may speak: skin
// ratings on 30 days, for any outcome.
func missing(scan Scan) (shortfall, bool) {
	best := 0
	for _, o := range scan.Set().Outcomes {
		best = max(best, o.Recorded())
	}
	rate := shortfall{action: "Rate today's skin", route: kit.Route{Place: kit.PlaceToday, Focus: kit.FocusSkin}}
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

func (m shortfall) object(deps Deps) fyne.CanvasObject {
	return kit.NewPanel(kit.NewEmptyState("insights", kit.Primary, m.title, m.sentence, m.action, func() { deps.Navigate(m.route) }))
}

func days(n int) string {
	if n == 1 {
		return "1 day"
	}
	return fmt.Sprintf("%d days", n)
}
