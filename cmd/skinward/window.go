//go:build !headless

package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"

	"skinward/app/journal"
	"skinward/assets"
	"skinward/cmd/printing"
	"skinward/cmd/wiring"
	"skinward/cmd/work"
	"skinward/data"
	"skinward/ui"
	"skinward/ui/kit"
	"skinward/ui/summary"
)

// appID is the program's name for the system; FyneApp.toml has it too.
const appID = "org.skinward.journal"

// runWindow opens the window on the journal and returns when it is closed.
func runWindow(ctx context.Context, w windowConfig) int {
	if runtime.GOOS == "linux" && w.Env.Getenv("DISPLAY") == "" && w.Env.Getenv("WAYLAND_DISPLAY") == "" {
		fmt.Fprintln(w.Env.Err, "skinward: there is no display to open a window on; 'skinward help' lists the commands that need none")
		return exitFailure
	}
	collectLater()
	opening := make(chan opened, 1)
	go func() { opening <- openJournal(ctx, w) }() // while the toolkit finds the display
	fyneapp.SetMetadata(fyne.AppMetadata{
		ID: appID, Name: "Skinward", Version: version, Release: true,
		// All drawing happens on the toolkit's thread; its check of that costs a third of the time.
		Migrations: map[string]bool{"fyneDo": true},
	})
	app := fyneapp.NewWithID(appID)
	// What the system's signal to end finds half typed is still written.
	s := &session{app: app, config: w, run: kit.NewBackground(context.WithoutCancel(ctx))}
	// Not at once: the toolkit counts its frames from then on, and the first one
	// follows without a wait when the window is filled.
	app.Lifecycle().SetOnStarted(func() { kit.AfterDo(0, func() { s.begin(ctx, <-opening) }) })
	stop := context.AfterFunc(ctx, func() { s.ended.Store(true) })
	defer stop()
	app.Run() // until the window is closed, or until the toolkit hears that signal
	s.end()
	if s.failed {
		return exitFailure
	}
	return exitOK
}

// collectLater has no garbage collected until the first frame is seen, or for
// two seconds where none comes: the start needs some 50 MB in all.
func collectLater() {
	debug.SetGCPercent(-1)
	time.AfterFunc(2*time.Second, func() {
		collect()
		debug.FreeOSMemory()
	})
}

// collect has garbage collected more often than usual: a scan of ten years
// leaves less behind then, and what that costs is not seen.
func collect() { debug.SetGCPercent(50) }

// opened is the journal on which the window is opened, or why it cannot be.
type opened struct {
	store  *data.Store
	ready  *wiring.Ready
	rest   func() rest // reads what goes into the window
	raised bool        // another window has the journal and came to the front
	err    error
}

// rest is what goes into the window.
type rest struct {
	desk work.Desk
	err  error
}

// openJournal reads what the window itself needs; the rest can be read while
// the window is made.
func openJournal(ctx context.Context, w windowConfig) opened {
	store, err := data.Open(w.Journal, data.Options{Now: w.Env.Now, Derive: w.Env.Helper.Derive})
	if err != nil {
		locked := errors.Is(err, &journal.Error{Code: journal.CodeLocked})
		return opened{err: err, raised: locked && data.AskToRaise(w.Journal) == nil}
	}
	ready, err := wiring.Prepare(ctx, store, w.Env.Getenv("LANG"))
	if err != nil {
		return opened{err: errors.Join(err, store.Close())}
	}
	return opened{store: store, ready: ready, rest: func() rest {
		pantry, err := work.OpenPantry(assets.Food())
		desk := work.Desk{Store: store, Pantry: pantry, Now: w.Env.Now, Helper: w.Env.Helper}
		if err == nil {
			err = ready.Read(ctx, desk)
		}
		return rest{desk, err}
	}}
}

// session is one open window.
type session struct {
	app    fyne.App
	config windowConfig
	desk   work.Desk
	run    *kit.Background
	window fyne.Window
	shell  *ui.Shell
	failed bool
	ended  atomic.Bool // or about to: what a timer asks for then runs beside the toolkit's own end
}

// fail keeps that something went wrong, for the exit code.
func (s *session) fail(err error) {
	if err != nil {
		fmt.Fprintln(s.config.Env.Err, "skinward:", err)
		s.failed = true
	}
}

// after calls back on the drawing thread, unless the program ends before.
func (s *session) after(d time.Duration, do func()) {
	kit.AfterDo(d, func() {
		if !s.ended.Load() {
			do()
		}
	})
}

// end writes what is half typed, as the signal to end closes no window, and
// closes the journal.
func (s *session) end() {
	s.ended.Store(true)
	if s.shell != nil {
		s.shell.End()
	}
	s.run.Close()
	if s.desk.Store != nil {
		s.fail(s.desk.Store.Close())
	}
}

// begin shows the journal, or says why it cannot be shown.
func (s *session) begin(ctx context.Context, o opened) {
	s.desk.Store = o.store
	switch {
	case ctx.Err() != nil: // the signal came before the toolkit heard it
		s.app.Quit()
	case o.raised:
		fmt.Fprintln(s.config.Env.Err, "skinward: this journal is open already; its window was asked to come to the front")
		s.app.Quit()
	case o.err != nil:
		s.fail(o.err)
		showProblem(s.app, s.config.Journal, o.err)
	default:
		s.open(o)
	}
}

// Size of the window until it was closed once in another.
const (
	firstWidth  = 1280
	firstHeight = 800
)

// keepDeleted is how long what was deleted can still be brought back from the
// journal file before it is removed for good.
const keepDeleted = 30 * 24 * time.Hour

// open shows the window in the person's own colours and then fills it. Making
// the window is nearly all of the start, and it is not our work but the
// system's: what can be read is read meanwhile.
func (s *session) open(o opened) {
	s.app.Settings().SetTheme(o.ready.Theme()) // forgets all letters, so first
	read := make(chan rest, 1)
	go func() { // one after the other: the system's work needs the other processor
		kit.LoadLetters()
		read <- o.rest()
	}()
	title := "Skinward"
	if s.config.Sample {
		title = "Skinward · sample journal"
	}
	s.window = s.app.NewWindow(title)
	s.window.SetPadded(false)
	s.window.SetContent(canvas.NewRectangle(kit.Ground.Color()))
	prefs := s.app.Preferences()
	s.window.Resize(fyne.NewSize(float32(prefs.FloatWithFallback("width", firstWidth)), float32(prefs.FloatWithFallback("height", firstHeight))))
	s.window.Show()
	r := <-read
	if r.err != nil {
		s.fail(r.err)
		showProblem(s.app, s.config.Journal, r.err)
		s.window.Close()
		return
	}
	s.desk = r.desk
	s.window.SetMaster()
	s.fill(o.ready)
}

// fill puts the journal into the window.
func (s *session) fill(ready *wiring.Ready) {
	prefs := s.app.Preferences()
	var printers summary.Printers
	if system := printing.Find(s.config.Env.Getenv); system != nil {
		printers = wiring.Printers(system)
	}
	s.shell = wiring.Build(wiring.Config{
		Ready: ready, Window: s.window, Desk: s.desk, Run: s.run, Version: version, Home: documents(),
		After: s.after,
		Copy:  func(text string) { s.app.Clipboard().SetContent(text) },
		Paste: func() string { return s.app.Clipboard().Content() },
		Open:  func(name string, pdf []byte) error { return printing.View(s.config.Env.Getenv, name, pdf) },
		Closing: func(size fyne.Size) {
			s.ended.Store(true)
			prefs.SetFloat("width", float64(size.Width))
			prefs.SetFloat("height", float64(size.Height))
		},
		Changed:  s.changed,
		Sample:   s.sample(),
		Printers: printers,
	}, kit.Route{Place: kit.PlaceToday})
	s.after(kit.OneFrame, s.settle)
}

// dayShown is when the day is on the screen and what is not missed can begin.
const dayShown = time.Second

// settle begins what the person may miss soon.
func (s *session) settle() {
	s.trace("ready")
	collect()
	s.desk.Store.OnRaise(func() { fyne.Do(s.window.RequestFocus) })
	s.remind()
	s.after(dayShown, s.keepHouse)
}

// keepHouse makes the daily copy and removes what was deleted long ago.
func (s *session) keepHouse() {
	s.run.Run("daily backup", func(ctx context.Context) error {
		if _, err := s.desk.Store.BackupDaily(ctx); err != nil {
			return err
		}
		if _, err := s.desk.Store.Tidy(ctx); err != nil {
			return err
		}
		_, err := s.desk.Store.Forget(ctx, s.desk.Now().Add(-keepDeleted))
		return err
	}, func(err error) {
		if err != nil {
			s.shell.Dialogs().Problem("The daily copy of the journal was not made. " + kit.ErrorText(err))
		}
	})
	if png, err := readIcon(); err == nil { // handing it to the system takes a while
		s.window.SetIcon(fyne.NewStaticResource("skinward.png", png))
	}
}

// documents is the person's folder of documents, else the home folder, "" when
// there is neither.
func documents() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	folder := filepath.Join(home, "Documents")
	if info, err := os.Stat(folder); err == nil && info.IsDir() {
		return folder
	}
	return home
}

// trace tells a test what happened; people never see it.
func (s *session) trace(words string) {
	if s.config.Env.Getenv("SKINWARD_TRACE") != "" {
		fmt.Fprintln(s.config.Env.Out, words)
	}
}

func (s *session) changed(changes []journal.Change) {
	for _, c := range changes {
		s.trace(c.Verb() + " " + string(c.After.Kind()))
	}
}

// remind gives the daily notice that Settings offers and names the visits of
// which the person wanted to be reminded.
func (s *session) remind() {
	notify := func(title, text string) { s.app.SendNotification(fyne.NewNotification(title, text)) }
	day := ui.NewReminder(ui.ReminderDeps{
		Now: s.desk.Now, Run: s.run, Settings: s.desk.Store.Settings,
		Recorded: func(ctx context.Context, day journal.Day) (bool, error) {
			days, err := s.desk.Store.Days(ctx, day, day)
			return len(days) > 0 && days[0].Entries > 0, err
		},
		Notify: notify,
	})
	visits := ui.NewVisitReminder(ui.VisitReminderDeps{
		Now: s.desk.Now, Run: s.run, Notify: notify,
		Visits: func(ctx context.Context) ([]*journal.Appointment, error) {
			log, err := s.desk.Store.All(ctx, journal.KindAppointment)
			return journal.Select[*journal.Appointment](log), err
		},
	})
	ui.EachMinute(s.after, day.Look, visits.Look, s.shell.TurnDay)
	s.app.Lifecycle().SetOnEnteredForeground(func() { // a new morning in the window of last night
		if !s.ended.Load() {
			s.shell.TurnDay()
		}
	})
}

// sample returns what opens the sample journal in a window of its own, nil
// where there is none.
func (s *session) sample() func() {
	program, err := os.Executable()
	if s.config.Sample || s.config.SampleJournal == "" || err != nil {
		return nil
	}
	return func() {
		s.shell.Dialogs().Status("The sample journal is being made; it opens in a window of its own.")
		s.run.Run("sample", func(ctx context.Context) error {
			if err := s.config.MakeSample(ctx); err != nil {
				return err
			}
			cmd := exec.Command(program, "--sample")
			if err := cmd.Start(); err != nil {
				return err
			}
			return cmd.Process.Release()
		}, func(err error) {
			if err != nil {
				s.shell.Dialogs().Problem("The sample journal could not be opened. " + kit.ErrorText(err))
			}
		})
	}
}
