package summary

import (
	"fyne.io/fyne/v2"

	page "skinward/app/summary"
	"skinward/ui/kit"
)

// makeKey is the job that gathers what the page is made from.
const makeKey = "summary page"

// making says that the page is under way: alone on the desk while there is no
// page yet, in a line over the foot of the page before, which stays in place.
type making struct {
	alone  fyne.CanvasObject
	beside fyne.CanvasObject
	what   *kit.Text // is under way, beside
	bars   [2]*kit.ProgressBar
	wait   *fyne.Container // within alone: under way
	again  *fyne.Container // within alone: stopped
}

func newMaking(stop, again func()) *making {
	m := &making{what: kit.NewCaption("").OneLine(), bars: [2]*kit.ProgressBar{kit.NewProgressBar(), kit.NewProgressBar()}}
	m.beside = kit.NewPanel(kit.Inset(kit.FillRow(kit.Space3, 1, m.what, m.bars[0], kit.NewQuietButton("Cancel", stop)), kit.Space4, kit.Space1))
	m.beside.Hide()
	m.wait = kit.Column(kit.Space3, kit.NewText(kit.Span{Text: "Making the page", Role: kit.Muted}).Align(fyne.TextAlignCenter), m.bars[1], kit.Center(kit.NewQuietButton("Cancel", stop)))
	m.again = kit.Column(kit.Space3, kit.NewText(kit.Span{Text: "The page was not made.", Role: kit.Muted}).Align(fyne.TextAlignCenter), kit.Center(kit.NewButton("Make the page", again)))
	m.again.Hide()
	m.alone = kit.NewPanel(kit.Middle(260, kit.Column(0, m.wait, m.again)))
	return m
}

// report shows the share done; it may be called from the work itself.
func (m *making) report(share float64) {
	for _, b := range m.bars {
		b.Report(share)
	}
}

// search says that the page is there and its links are under way.
func (m *making) search() { m.show("Working out the links") }

func (m *making) show(what string) {
	m.what.SetText(what)
	m.beside.Show()
}

// end takes away what said that the page is under way.
func (m *making) end() { m.beside.Hide() }

// begin says that the page is being made.
func (s *Screen) begin() {
	for _, b := range s.making.bars {
		b.SetValue(0)
	}
	if s.page != nil {
		s.making.show("Making the page")
		return
	}
	s.making.wait.Show()
	s.making.again.Hide()
	s.putRight(s.making.alone)
}

// stopMaking ends what is under way: the page before stays, or the desk offers
// to make one.
func (s *Screen) stopMaking() {
	s.deps.Run.Cancel(makeKey)
	s.making.end()
	if s.page == nil {
		s.making.wait.Hide()
		s.making.again.Show()
		s.putRight(s.making.alone)
		return
	}
	s.stale = true // it is that of other days, of an older journal, or without its links
	if s.searching {
		s.searching, s.input.Search = false, page.SearchStopped
		s.draw()
	}
}
