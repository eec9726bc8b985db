package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// Store takes back and repeats changes.
type Store interface {
	Apply(ctx context.Context, changes []journal.Change) error
}

// Deps are what the shell works with.
type Deps struct {
	Window  fyne.Window
	Run     kit.Runner
	Store   Store
	Toast   *kit.Toast  // the status line
	Options kit.Options // icons and what else does not come from Settings
	// Language is the language of dates where the settings follow the system.
	Language string
	// Home is the folder in which file dialogs start until one was chosen.
	Home string
	// Closing is called once, before the window closes; may be nil.
	Closing func(size fyne.Size)
}

// Shell is the window's content and everything that spans screens.
type Shell struct {
	deps    Deps
	dialogs *kit.WindowDialogs
	build   map[kit.Place]func() kit.Screen
	screens map[kit.Place]kit.Screen
	root    *fyne.Container
	stack   *fyne.Container
	rail    *rail
	current kit.Place
	history history
	menu    *fyne.MainMenu
	undo    *fyne.MenuItem
	redo    *fyne.MenuItem
	busy    bool // an undo or redo is under way
	left    bool // what was half typed is saved
}

// New returns a shell that fills the window of d. Add the screens, then Start.
func New(d Deps) *Shell {
	s := &Shell{deps: d, build: map[kit.Place]func() kit.Screen{}, screens: map[kit.Place]kit.Screen{}}
	if s.deps.Toast == nil {
		s.deps.Toast = kit.NewToast(nil)
	}
	d.Window.Canvas().SetOnTypedKey(s.typedKey)
	s.dialogs = kit.NewDialogs(d.Window, s.deps.Toast)
	s.dialogs.Home = d.Home
	s.stack = container.New(frontLayout{})
	return s
}

// Dialogs returns the dialogs of the window, for the screens.
func (s *Shell) Dialogs() kit.Dialogs { return s.dialogs }

// Add tells how to build the screen of a place. It is built when first shown,
// so that the window opens at once.
func (s *Shell) Add(place kit.Place, build func() kit.Screen) { s.build[place] = build }

// Start lays out the window and shows the first screen.
func (s *Shell) Start(first kit.Route) {
	s.rail = newRail(s.places(), func(p kit.Place) { s.Navigate(kit.Route{Place: p}) })
	s.makeMenu()
	w := s.deps.Window
	w.SetPadded(false)
	w.SetMainMenu(s.menu)
	w.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) { s.Drop(uris) })
	w.SetCloseIntercept(s.Close)
	w.Canvas().AddShortcut(&fyne.ShortcutRedo{}, func(fyne.Shortcut) { s.Redo() }) // Ctrl Y, beside the menu's own
	s.root = kit.FillRowHigh(1, s.rail, container.NewStack(s.stack, kit.AtFoot(s.deps.Toast)))
	w.SetContent(s.root)
	s.Navigate(first)
}

// places lists the entries of the rail for which there is a screen.
func (s *Shell) places() []entry {
	var out []entry
	for _, e := range entries {
		if s.build[e.place] != nil {
			out = append(out, e)
		}
	}
	return out
}

// Navigate shows a screen and has it follow the route. A place without a
// screen is ignored.
func (s *Shell) Navigate(r kit.Route) {
	next := s.screen(r.Place)
	if next == nil {
		return
	}
	if s.current != r.Place {
		if before := s.screens[s.current]; before != nil {
			before.Hide()
			before.Content().Hide()
		}
		s.deps.Window.Canvas().Unfocus()
		s.current = r.Place
		s.rail.choose(r.Place)
		// Laid out, not refreshed: that would go through every screen built.
		next.Content().Show()
		frontLayout{}.Layout(s.stack.Objects, s.stack.Size())
	}
	next.Show(r)
}

// Current returns the place that is shown.
func (s *Shell) Current() kit.Place { return s.current }

// screen returns the screen of a place, building it when first asked for.
func (s *Shell) screen(p kit.Place) kit.Screen {
	if found := s.screens[p]; found != nil {
		return found
	}
	build := s.build[p]
	if build == nil {
		return nil
	}
	made := build()
	s.screens[p] = made
	content := made.Content()
	content.Hide()
	s.stack.Add(content)
	return made
}

// Changed marks every other screen stale after records of a kind changed. The
// screen that changed them knows already.
func (s *Shell) Changed(journal.Kind) {
	for place, screen := range s.screens {
		if place != s.current {
			screen.MarkStale()
		}
	}
}

// Done records changes that a screen has written as one step that can be
// undone, marks the other screens stale and says what was done.
func (s *Shell) Done(changes ...journal.Change) {
	if len(changes) == 0 {
		return
	}
	s.history.push(step(changes))
	s.Changed(changes[0].After.Kind())
	s.nameUndo()
	s.dialogs.StatusUndo(capital(step(changes).words())+".", s.Undo)
}

// reload has every screen read again and shows the current one anew.
func (s *Shell) reload() {
	for _, screen := range s.screens {
		screen.MarkStale()
	}
	if now := s.screens[s.current]; now != nil {
		now.Show(kit.Route{Place: s.current})
	}
}

// ApplySettings changes theme, text size and dates of the running window.
func (s *Shell) ApplySettings(settings journal.Settings) {
	fyne.CurrentApp().Settings().SetTheme(kit.NewTheme(OptionsOf(settings, s.deps.Options, s.deps.Language)))
	if s.root != nil {
		s.root.Layout.Layout(s.root.Objects, s.root.Size()) // the rail is as wide as its words
	}
	s.Changed(journal.KindSettings)
}

// TurnDay lets the screens follow when the person's day has ended, but not
// while a dialog is about the old one.
func (s *Shell) TurnDay() {
	if s.asked() {
		return
	}
	for _, screen := range s.screens {
		if turner, ok := screen.(kit.DayTurner); ok {
			turner.TurnDay()
		}
	}
}

// End saves what is half typed when the system ends the program, so that nobody
// can be asked: an open form as well.
func (s *Shell) End() {
	if !s.left {
		s.dialogs.Finish()
	}
	s.Leave()
}

// Leave saves what is half typed, once, before the program ends.
func (s *Shell) Leave() {
	if s.left {
		return
	}
	s.left = true
	for _, screen := range s.screens {
		if leaver, ok := screen.(kit.Leaver); ok {
			leaver.Leave()
		}
	}
}

// Close saves what is half typed and closes the window. It asks first when a
// form is open, as nothing of that is saved yet.
func (s *Shell) Close() {
	if s.dialogs.Filling() {
		s.dialogs.Confirm("Close Skinward", "A form is open; what is typed in it is not saved yet.", "Close without it", s.close)
		return
	}
	s.close()
}

func (s *Shell) close() {
	s.Leave()
	if s.deps.Closing != nil {
		s.deps.Closing(s.deps.Window.Canvas().Size())
	}
	s.deps.Window.Close()
}

// frontLayout sizes the visible screen only; the hidden ones follow when they
// are shown.
type frontLayout struct{}

func (frontLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		if o.Visible() {
			o.Move(fyne.Position{})
			o.Resize(size)
		}
	}
}

func (frontLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 420) }
