package insights

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"skinward/app/insight"
	"skinward/app/series"
	"skinward/ui/kit"
)

// Screen is the Insights screen.
type Screen struct {
	deps    Deps
	content *fyne.Container
	head    *fyne.Container // title, outcomes and period; made anew when the outcomes change
	title   *kit.Text
	panel   *listPanel
	detail  *detailPane
	body    *fyne.Container // list and detail, or what is missing
	split   fyne.CanvasObject
	bar     *kit.ProgressBar
	busy    *fyne.Container

	scan    Scan
	choice  Choice
	outcome string
	filter  Filter
	topic   string // factor to open when the scan is there
	stale   bool
	names   []string // outcomes offered
}

// New returns the screen; it reads nothing before Show.
func New(deps Deps) *Screen {
	s := &Screen{deps: deps, outcome: series.Severity, filter: FilterAll, stale: true}
	s.title = kit.NewTitle("What goes with your skin")
	s.panel = newListPanel(s.open, func(f Filter) { s.filter = f; s.showList() })
	s.detail = newDetailPane(deps, s.setWithoutLater)
	s.bar = kit.NewProgressBar()
	stop := kit.NewQuietButton("Cancel", func() {
		s.deps.Run.Cancel(scanKey)
		s.busy.Hide()
		s.stale = true
	})
	s.busy = kit.FillRow(12, 1, kit.NewCaption("Looking at your journal").OneLine(), s.bar, stop)
	s.busy.Hide()
	s.split = kit.Columns(14, []float32{47, 54}, s.panel.object, s.detail.object)
	s.body = container.NewStack(s.split)
	s.head = container.NewStack()
	s.showHead()
	s.content = container.NewStack(kit.Page(kit.Column(10, s.head, s.busy), s.body))
	return s
}

const scanKey = "insights scan"

// Content returns the screen's object.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Show opens the route's factor and looks again when the journal changed.
func (s *Screen) Show(r kit.Route) {
	if r.Topic != "" {
		s.topic = r.Topic
	}
	if s.scan == nil {
		if last := s.deps.Study.Last(s.choice); last != nil {
			s.take(last)
		}
	}
	if s.stale {
		s.look()
		return
	}
	s.openTopic()
}

// Hide lets a scan under way finish.
func (s *Screen) Hide() {}

// MarkStale makes the next Show look again.
func (s *Screen) MarkStale() { s.stale = true }

// look scans off the drawing thread.
func (s *Screen) look() {
	s.stale = false
	s.bar.SetValue(0)
	s.busy.Show()
	var fresh Scan
	choice := s.choice
	s.deps.Run.Run(scanKey, func(ctx context.Context) error {
		var err error
		fresh, err = s.deps.Study.Fresh(ctx, choice, s.bar.Report)
		return err
	}, func(err error) {
		s.busy.Hide()
		if err != nil {
			s.stale = true
			s.deps.Dialogs.Problem("Your journal could not be looked at: " + err.Error() + ". Nothing in it changed.")
			return
		}
		s.take(fresh)
		s.openTopic()
	})
}

// FocusList gives the list the keyboard.
func (s *Screen) FocusList() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s.panel.list); c != nil {
		c.Focus(s.panel.list)
	}
}

// take shows a scan.
func (s *Screen) take(scan Scan) {
	s.scan = scan
	names := outcomesOf(scan.Set())
	if !slices.Contains(names, s.outcome) && len(names) > 0 {
		s.outcome = names[0]
	}
	if !slices.Equal(names, s.names) {
		s.names = names
		s.showHead()
	}
	if why, ok := missing(scan); ok {
		s.body.Objects = []fyne.CanvasObject{why.object(s.deps)}
		s.body.Refresh()
		return
	}
	if s.body.Objects[0] != s.split {
		s.body.Objects = []fyne.CanvasObject{s.split}
		s.body.Refresh()
	}
	s.showList()
}

// showHead builds the head line with a control for outcomes and one for the
// period.
func (s *Screen) showHead() {
	var labels []string
	for _, n := range s.names {
		o, _ := s.scan.Set().Outcome(n)
		labels = append(labels, o.Label)
	}
	var controls []fyne.CanvasObject
	switch {
	case len(labels) > 5: // redness of sites, own trackers
		controls = append(controls, kit.NewPicker("Outcome", labels, slices.Index(s.names, s.outcome), s.chooseOutcome))
	case len(labels) > 0:
		controls = append(controls, kit.NewSegmented(labels, slices.Index(s.names, s.outcome), s.chooseOutcome))
	}
	controls = append(controls, kit.NewSegmented([]string{"90 days", "1 year", "All"}, slices.Index(periods, s.choice.Days), func(i int) {
		s.choice.Days = periods[i]
		s.look()
	}))
	s.head.Objects = []fyne.CanvasObject{kit.Header(s.title, controls...)}
	s.head.Refresh()
}

// periods are the newest days looked at; 0 is the whole record.
var periods = []int{90, 365, 0}

func (s *Screen) chooseOutcome(i int) {
	s.outcome = s.names[i]
	s.showList()
}

func (s *Screen) setWithoutLater(on bool) {
	s.choice.WithoutLater = on
	s.look()
}

// showList arranges the scan for outcome and filter and keeps a factor open.
func (s *Screen) showList() {
	if s.scan == nil {
		return
	}
	s.panel.SetView(NewList(s.scan.Result(), s.scan.Standings(), s.outcome, s.filter))
	list := s.panel.list
	if list.chosen < 0 && s.topic == "" {
		if !list.Open("") {
			s.detail.Clear()
		}
	} else {
		list.open(list.chosen)
	}
	kit.Settle(s.content)
}

func (s *Screen) openTopic() {
	if s.topic == "" || s.scan == nil {
		return
	}
	topic := s.topic
	s.topic = ""
	if s.panel.list.Open(topic) {
		return
	}
	s.filter = FilterAll
	s.showList()
	s.panel.list.Open(topic)
}

// open shows what is behind a row.
func (s *Screen) open(r Row) {
	s.detail.Show(s.scan, r)
	kit.Settle(s.detail.object)
}

// outcomesOf names the outcomes of a set that have anything recorded.
func outcomesOf(set series.Set) []string {
	var names []string
	for _, o := range set.Outcomes {
		if o.Recorded() > 0 {
			names = append(names, o.Name)
		}
	}
	return names
}

// graded reports whether a grade says that there may be a link.
func graded(g insight.Grade) bool { return g.Rank() <= insight.Hint.Rank() }
