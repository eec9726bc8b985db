package settings

import (
	"context"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// Screen shows the choices.
type Screen struct {
	deps    Deps
	now     journal.Settings // as shown
	saved   journal.Settings // as last saved
	loaded  bool
	stale   bool
	content fyne.CanvasObject
	columns *fyne.Container

	look     lookCard
	days     daysCard
	insights insightsCard
	privacy  privacyCard
	journal  journalCard
}

var (
	_ kit.Screen  = (*Screen)(nil)
	_ kit.Dropper = (*Screen)(nil)
	_ kit.Leaver  = (*Screen)(nil)
)

// New returns the screen; nothing is read before it is shown.
func New(d Deps) *Screen {
	s := &Screen{deps: d, now: journal.DefaultSettings(), stale: true}
	s.saved = s.now
	left := kit.Column(14, s.makeLook(), s.makeDays(), s.makePrivacy())
	right := kit.Column(14, s.makeJournal(), s.makeThings(), s.makeInsights())
	s.columns = kit.Columns(14, nil, left, right)
	s.content = kit.Page(kit.Header(kit.NewTitle("Settings")), kit.NewScroll(s.columns))
	return s
}

// Content returns the screen's object.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Show reads the choices again if they may have changed, and begins what the
// route's topic names: "import", "export", "backup" or "restore".
func (s *Screen) Show(r kit.Route) {
	if s.stale {
		s.load()
	}
	begin := map[string]func(){
		"import": s.chooseImport, "export": func() { s.chooseExport(".csv") }, "backup": s.chooseBackup, "restore": s.chooseRestore,
	}[r.Topic]
	if begin != nil {
		begin()
	}
}

// Hide keeps what was typed.
func (s *Screen) Hide() { s.Leave() }

// MarkStale has the choices read again at the next Show.
func (s *Screen) MarkStale() { s.stale = true }

// Leave saves a reminder that was typed and not yet confirmed.
func (s *Screen) Leave() { s.days.leave() }

func (s *Screen) load() {
	var read journal.Settings
	s.deps.Run.Run("settings load", func(ctx context.Context) error {
		var err error
		read, err = s.deps.Store.Settings(ctx)
		return err
	}, func(err error) {
		if err != nil {
			s.deps.Dialogs.Problem(kit.ErrorText(err))
			return
		}
		s.stale, s.loaded = false, true
		s.now, s.saved = read, read
		s.fill()
	})
}

// change sets one choice, shows what follows from it, and saves. What cannot be
// saved is shown as it was.
func (s *Screen) change(set func(*journal.Settings)) {
	next := s.now
	set(&next)
	if err := next.Validate(); err != nil {
		s.deps.Dialogs.Problem(kit.ErrorText(err))
		s.fill()
		return
	}
	s.now = next
	s.deps.Run.Run("settings save", func(ctx context.Context) error {
		return s.deps.Store.SaveSettings(context.WithoutCancel(ctx), next) // also while the window closes
	}, func(err error) {
		if err != nil {
			s.now = s.saved
			s.deps.Dialogs.Problem(kit.ErrorText(err))
			s.fill()
			return
		}
		s.saved = next
		s.fill()
		if s.deps.Applied != nil {
			s.deps.Applied(next)
		}
	})
}

// fill shows the choices in every card.
func (s *Screen) fill() {
	s.look.fill(s.now)
	s.days.fill(s.now)
	s.insights.fill(s.now)
	s.privacy.fill(s.now)
	s.journal.fill(s.now)
	kit.Settle(s.columns)
}

// Drop imports a diary that was dropped on the window.
func (s *Screen) Drop(uris []fyne.URI) bool {
	for _, u := range uris {
		if isDiary(u.Path()) {
			s.importFile(u.Path())
			return true
		}
	}
	return false
}
