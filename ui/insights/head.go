package insights

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"skinward/app/series"
	"skinward/ui/kit"
)

// tabs is how many outcomes stand beside each other; further ones are in a
// list behind them.
const tabs = 3

// periods are the newest days looked at; 0 is the whole record.
var periods = []int{90, 365, 0}

// showHead builds the head line with controls for view, outcome and period.
func (s *Screen) showHead() {
	controls := s.outcomeControls()
	controls = append(controls,
		kit.NewSegmented([]string{"90 days", "1 year", "All"}, slices.Index(periods, s.choice.Days), func(i int) {
			s.choice.Days = periods[i]
			s.look()
		}),
		s.turn)
	flow := kit.Flow(kit.Space3, controls...)
	s.head.Objects = []fyne.CanvasObject{container.New(&headLayout{title: s.title, row: kit.Row(kit.Space3, controls...), flow: flow}, s.title, flow)}
	s.head.Refresh()
}

// outcomeControls shows the first outcomes as tabs and the rest as a list.
func (s *Screen) outcomeControls() []fyne.CanvasObject {
	at := slices.Index(s.names, s.outcome)
	labels := make([]string, len(s.names))
	for i, n := range s.names {
		o, _ := s.scan.Set().Outcome(n)
		labels[i] = capital(o.Label)
	}
	var out []fyne.CanvasObject
	s.first, s.more = nil, nil
	if n := min(len(labels), tabs); n > 0 {
		chosen := -1
		if at < n {
			chosen = at
		}
		s.first = kit.NewSegmented(labels[:n], chosen, s.chooseOutcome)
		out = append(out, s.first)
	}
	if len(labels) > tabs {
		s.more = kit.NewPickerOrNone("Outcome", "More", labels[tabs:], max(-1, at-tabs), func(i int) { s.chooseOutcome(i + tabs) })
		out = append(out, s.more)
	}
	return out
}

// markOutcome shows in both controls which outcome holds.
func (s *Screen) markOutcome() {
	at := slices.Index(s.names, s.outcome)
	if s.first != nil {
		chosen := -1
		if at < min(tabs, len(s.names)) {
			chosen = at
		}
		s.first.SetChosen(chosen)
	}
	if s.more != nil {
		s.more.SetChosen(max(-1, at-tabs))
	}
}

// headLayout keeps title and controls on one line where they fit; else the
// controls stand below, on as many lines as they need.
type headLayout struct {
	title *kit.Text
	row   *fyne.Container // never shown: tells how wide one line is
	flow  *fyne.Container
	width float32
}

func (l *headLayout) stacked(width float32) bool {
	return width > 0 && l.title.MinSize().Width+l.row.MinSize().Width+kit.Space4 > width
}

func (l *headLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	title, row := l.title.MinSize(), l.row.MinSize()
	if l.stacked(size.Width) {
		placeAt(l.title, 0, 0, size.Width, title.Height)
		placeAt(l.flow, 0, title.Height+kit.Space2, size.Width, max(0, size.Height-title.Height-kit.Space2))
		return
	}
	placeAt(l.title, 0, (size.Height-title.Height)/2, title.Width, title.Height)
	placeAt(l.flow, size.Width-row.Width-1, (size.Height-row.Height)/2, row.Width+1, row.Height)
}

func (l *headLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	title, row := l.title.MinSize(), l.row.MinSize()
	if l.stacked(l.width) {
		return fyne.NewSize(title.Width, title.Height+kit.Space2+l.flow.MinSize().Height)
	}
	return fyne.NewSize(title.Width, max(title.Height, row.Height))
}

// standard reports whether an outcome is compared in every scan.
func standard(outcome string) bool {
	return outcome == series.Severity || outcome == series.Itch || outcome == series.Lesions
}
