package insights

import (
	"fmt"
	"math"

	"fyne.io/fyne/v2"

	"skinward/app/figure"
	"skinward/app/insight"
	"skinward/app/journal"
	"skinward/app/series"
	"skinward/ui/kit"
)

// mostBehind is how many days behind a dot are listed; the charts above show
// the older ones singly.
const mostBehind = 40

// behind returns the days that lie so many days after one with the factor and
// have a value of the outcome, the newest first.
func behind(set series.Set, f insight.Finding, lag int) []int {
	fac, _ := set.Factor(f.Factor)
	out, _ := set.Outcome(f.Outcome)
	on := insight.Exposure(fac)
	var days []int
	for t := min(len(out.Values), len(on)+lag) - 1; t >= lag; t-- {
		if on[t-lag] > 0 && !math.IsNaN(out.Values[t]) {
			days = append(days, t)
		}
	}
	return days
}

// openLag lists the days behind a dot of the delay curve; each opens.
func (d *detailPane) openLag(lag int) {
	f := d.shown.Finding
	found := behind(d.set, f, lag)
	out, _ := d.set.Outcome(f.Outcome)
	title := fmt.Sprintf("%s after %s", days(lag), f.FactorLabel)
	if lag == 0 {
		title = "Days with " + f.FactorLabel
	}
	note := fmt.Sprintf("%s with a value of %s. Return or a click opens one.", days(len(found)), lower(f.OutcomeLabel))
	if len(found) > mostBehind {
		found = found[:mostBehind]
		note = fmt.Sprintf("The newest %d of %s", mostBehind, note)
	}
	var done func()
	var rows []*kit.ListRow
	objects := []fyne.CanvasObject{kit.InsetEdges(kit.NewCaption(note), 0, 0, 0, kit.Space2)}
	for i, t := range found {
		day := d.set.Day(t)
		words := fmt.Sprintf("%s: %s %s", figure.Date(day), lower(f.OutcomeLabel), number(out.Values[t]))
		row := kit.NewListRow("", kit.Skin, words, "", func() {
			done()
			d.openDay(day)
		})
		step := func(to int) func() {
			return func() {
				if c := fyne.CurrentApp().Driver().CanvasForObject(row); c != nil && to >= 0 && to < len(rows) {
					c.Focus(rows[to])
				}
			}
		}
		row.OnUp, row.OnDown = step(i-1), step(i+1)
		rows, objects = append(rows, row), append(objects, row)
	}
	var first fyne.Focusable
	if len(rows) > 0 {
		first = rows[0]
	}
	done = d.deps.Dialogs.Panel(title, kit.Inset(kit.Column(0, objects...), 8, 0), first)
}

func (d *detailPane) openDay(day journal.Day) {
	d.deps.Navigate(kit.Route{Place: kit.PlaceToday, Day: day})
}
