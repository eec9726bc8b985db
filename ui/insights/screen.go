package insights

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"skinward/app/insight"
	"skinward/app/journal"
	"skinward/app/series"
	"skinward/ui/kit"
)

// Screen is the Insights screen.
type Screen struct {
	deps     Deps
	content  *fyne.Container
	head     *fyne.Container // title and controls; made anew when the outcomes change
	title    *kit.Text
	first    *kit.Segmented // the first outcomes
	more     *kit.Picker    // the others
	turn     *kit.Button    // to the overview and back
	panel    *listPanel
	detail   *detailPane
	overview *overview       // nil until it is first opened
	body     *fyne.Container // list and detail, the overview, or what is missing
	split    fyne.CanvasObject
	bar      *kit.ProgressBar
	busy     *fyne.Container

	scan    Scan
	choice  Choice
	outcome string
	filter  Filter
	over    bool   // the overview is shown
	topic   string // factor to open when the scan is there
	stale   bool
	names   []string // outcomes offered
	later   string   // what leaving out the remembered changes
	pinned  []string
	hidden  []string
}

// New returns the screen; it reads nothing before Show.
func New(deps Deps) *Screen {
	s := &Screen{deps: deps, outcome: series.Severity, filter: FilterAll, stale: true}
	s.title = kit.NewTitle("What goes with your skin").OneLine()
	s.turn = kit.NewButton("Overview", func() { s.show(!s.over) })
	s.panel = newListPanel(s.open, func(f Filter) { s.filter = f; s.showList() })
	s.detail = newDetailPane(deps, hooks{withoutLater: s.setWithoutLater, pin: s.pin, hide: s.hide})
	s.bar = kit.NewProgressBar()
	stop := kit.NewQuietButton("Cancel", func() {
		s.stop()
		if s.scan == nil {
			s.detail.Clear()
		}
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

// The jobs of a look: reading whether there is something to scan, and scanning.
const (
	lookKey = "insights look"
	scanKey = "insights scan"
)

// Content returns the screen's object.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Show opens the route's factor and looks again when the journal changed.
func (s *Screen) Show(r kit.Route) {
	if r.Topic != "" {
		s.topic = r.Topic
		s.over = false
	}
	if s.body.Objects[0] == s.split {
		s.focusList() // the arrows go through it at once
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

// look reads what was pinned and put aside, and scans when there is something
// to scan; both happen off the drawing thread.
func (s *Screen) look() {
	s.stale = false
	s.stop() // what is under way is about another choice or an older journal
	if s.scan == nil {
		s.detail.Wait()
	}
	var known, last Scan // as the journal is now; or as it was, while there is nothing to show
	var kept journal.Settings
	var later string
	choice, outcome, first := s.choice, s.outcome, s.scan == nil
	s.deps.Run.Run(lookKey, func(ctx context.Context) error {
		var err error
		if kept, err = s.deps.Shelf.Settings(ctx); err != nil {
			return err
		}
		if known, err = s.deps.Study.Current(ctx, choice); err != nil {
			return err
		}
		if known == nil && first {
			last, err = s.deps.Study.Last(ctx, choice)
		}
		if known == nil || !choice.WithoutLater {
			return err
		}
		choice.WithoutLater = false
		whole, err := s.deps.Study.Current(ctx, choice)
		if whole == nil {
			known = nil // what it is compared with has to be scanned too
			return err
		}
		later = laterWords(whole, known, outcome)
		return nil
	}, func(err error) {
		if err == nil {
			s.pinned, s.hidden = kept.Pinned, kept.Hidden
		}
		if err == nil && known == nil {
			if last != nil {
				s.take(last)
			}
			s.search()
			return
		}
		s.looked(known, later, err)
	})
}

// stop ends a scan under way.
func (s *Screen) stop() {
	if s.busy.Visible() {
		s.deps.Run.Cancel(scanKey)
		s.busy.Hide()
	}
}

// search scans under a bar that can be cancelled.
func (s *Screen) search() {
	s.bar.SetValue(0)
	s.busy.Show()
	var fresh Scan
	var later string
	choice, outcome := s.choice, s.outcome
	s.deps.Run.Run(scanKey, func(ctx context.Context) error {
		var err error
		if fresh, err = s.deps.Study.Fresh(ctx, choice, s.bar.Report); err != nil {
			return err
		}
		if !choice.WithoutLater {
			return nil
		}
		choice.WithoutLater = false
		whole, err := s.deps.Study.Fresh(ctx, choice, func(float64) {})
		if err != nil {
			return err
		}
		later = laterWords(whole, fresh, outcome)
		return nil
	}, func(err error) { s.looked(fresh, later, err) })
}

// looked shows what a look at the journal gave.
func (s *Screen) looked(scan Scan, later string, err error) {
	s.busy.Hide()
	if err != nil {
		s.stale = true
		s.deps.Dialogs.Problem("Your journal could not be looked at: " + err.Error() + ". Nothing in it changed.")
		return
	}
	s.later = later
	s.take(scan)
	s.openTopic()
}

// laterWords says what leaving out the remembered changes.
func laterWords(whole, without Scan, outcome string) string {
	return insight.Compare(whole.Result(), without.Result(), outcome).LaterSentence()
}

// focusList gives the list the keyboard.
func (s *Screen) focusList() { kit.Focus(s.panel.list) }

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
	s.show(s.over)
}

// show turns to the overview or back to the list.
func (s *Screen) show(over bool) {
	s.over = over
	s.turn.SetLabel("Overview")
	if over {
		s.turn.SetLabel("Back to the list")
	}
	if s.scan == nil {
		return
	}
	why, lacking := missing(s.scan)
	if lacking && (!over || why.empty) {
		s.setBody(why.object(s.deps, func() { s.show(true) }))
		return
	}
	if over {
		if s.overview == nil {
			s.overview = newOverview(s.deps, s.openPair)
		}
		s.setBody(s.overview.object)
		s.overview.Show(s.scan, s.outcome, s.panel.list.Factor())
		kit.Settle(s.content)
		if !lacking && !s.choice.Every && !s.allStandard() {
			s.choice.Every = true
			s.look() // comes back here with the other outcomes
		}
		return
	}
	s.setBody(s.split)
	s.showList()
}

func (s *Screen) allStandard() bool {
	return !slices.ContainsFunc(s.names, func(n string) bool { return !standard(n) })
}

func (s *Screen) setBody(o fyne.CanvasObject) {
	if s.body.Objects[0] == o {
		return
	}
	s.body.Objects = []fyne.CanvasObject{o}
	s.body.Refresh()
}

// openPair opens a factor and an outcome from the overview.
func (s *Screen) openPair(factor, outcome string) {
	s.topic = factor
	s.over = false
	s.outcome = outcome
	s.markOutcome()
	s.show(false)
	s.openTopic()
	s.focusList()
}

func (s *Screen) chooseOutcome(i int) {
	s.outcome = s.names[i]
	s.markOutcome()
	if !standard(s.outcome) && !s.choice.Every {
		s.choice.Every = true
		s.look()
		return
	}
	if s.choice.WithoutLater {
		s.look() // the scans are there already; the comparison is another
		return
	}
	s.show(s.over)
}

func (s *Screen) setWithoutLater(on bool) {
	s.choice.WithoutLater = on
	s.look()
}

// showList arranges the scan for outcome and filter and keeps a factor open.
func (s *Screen) showList() {
	if s.scan == nil || s.over {
		return
	}
	view := NewList(s.scan, s.outcome, s.filter, s.hidden)
	if s.choice.WithoutLater {
		view.Foot += " · without what was remembered later"
	}
	s.panel.SetView(view)
	s.detail.SetLater(s.choice.WithoutLater, s.later)
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
	if s.topic == "" || s.scan == nil || s.over {
		return
	}
	topic := s.topic
	s.topic = ""
	if s.panel.list.Open(topic) {
		return
	}
	s.filter = FilterAll
	s.panel.MarkFilter(s.filter)
	s.showList()
	s.panel.list.Open(topic)
}

// open shows what is behind a row.
func (s *Screen) open(r Row) {
	s.detail.Show(s.scan, r, named(s.pinned, r.Finding.Factor), named(s.hidden, r.Finding.Factor))
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
