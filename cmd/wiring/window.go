package wiring

import (
	"context"
	"io/fs"
	"time"

	"fyne.io/fyne/v2"

	"skinward/app/guide"
	"skinward/app/journal"
	"skinward/assets"
	"skinward/cmd/work"
	"skinward/data"
	"skinward/ui"
	guidescreen "skinward/ui/guide"
	"skinward/ui/kit"
	"skinward/ui/settings"
	"skinward/ui/skin"
	"skinward/ui/summary"
	"skinward/ui/timeline"
	"skinward/ui/today"
)

// Ready is what the content of a window needs and no window is needed for.
type Ready struct {
	settings journal.Settings
	base     kit.Options
	language string
	today    *today.Ahead
	library  *guide.Library
}

// Prepare reads what the window itself needs: the look that the person chose.
// language is that of dates, as the system has it. Read must follow.
func Prepare(ctx context.Context, store *data.Store, language string) (*Ready, error) {
	chosen, err := store.Settings(ctx)
	if err != nil {
		return nil, err
	}
	night, err := guide.ReadNight(assets.Art())
	if err != nil {
		return nil, err
	}
	base := kit.Options{Icons: kit.NewIcons(assets.Icons()), Art: assets.Art(), Night: night}
	return &Ready{settings: chosen, base: base, language: language}, nil
}

// Theme is the look that the person chose.
func (r *Ready) Theme() *kit.Theme {
	return kit.NewTheme(ui.OptionsOf(r.settings, r.base, r.language))
}

// Read reads what the screens need, while the system makes the window.
func (r *Ready) Read(ctx context.Context, d work.Desk) error {
	library, err := guide.Open(assets.Guide(), assets.Art(), assets.Method())
	if err != nil {
		return err
	}
	r.library = library
	if ahead, err := today.ReadAhead(ctx, d.Store, r.settings, d.Now()); err == nil { // else the screen reads, and says what is wrong
		r.today = ahead
	}
	r.base.Icons.Read()
	return nil
}

// Config is what the content of a window is made from.
type Config struct {
	Ready    *Ready
	Window   fyne.Window
	Desk     work.Desk
	Run      kit.Runner
	Version  string
	Home     string                              // folder in which file dialogs start
	After    func(time.Duration, func())         // calls back on the drawing thread
	Copy     func(text string)                   // to the clipboard
	Paste    func() string                       // from the clipboard
	Open     func(name string, pdf []byte) error // in the system's viewer
	Closing  func(size fyne.Size)                // before the window closes; may be nil
	Changed  func(changes []journal.Change)      // after every write; may be nil
	Sample   func()                              // opens the sample journal; nil where there is none
	Printers summary.Printers                    // nil when the system has none
}

// Build makes the shell with all its screens and shows the first. The theme of
// c.Ready must be set already.
func Build(c Config, first kit.Route) *ui.Shell {
	shell := ui.New(ui.Deps{
		Window: c.Window, Run: c.Run, Store: c.Desk.Store, Toast: kit.NewToast(c.After),
		Options: c.Ready.base, Language: c.Ready.language, Home: c.Home, Closing: c.Closing,
	})
	b := &builder{Config: c, shell: shell, library: c.Ready.library, art: assets.Art()}
	b.study = NewStudy(c.Desk)
	b.add()
	shell.Start(first)
	if !c.Ready.settings.Welcomed {
		ui.Welcome{
			Store: c.Desk.Store, Run: c.Run, Dialogs: shell.Dialogs(), Today: b.today, Applied: b.applied, Sample: c.Sample,
		}.Show()
	}
	return shell
}

// builder makes one screen after the other.
type builder struct {
	Config
	shell   *ui.Shell
	library *guide.Library
	art     fs.FS
	study   *Study
}

// today is the person's day now, by the settings of the journal.
func (b *builder) today() journal.Day {
	s, err := b.Desk.Store.Settings(context.Background())
	if err != nil {
		s = journal.DefaultSettings()
	}
	return b.Desk.Today(s)
}

func (b *builder) done(changes ...journal.Change) {
	b.shell.Done(changes...)
	if b.Changed != nil {
		b.Changed(changes)
	}
}

// applied follows settings that were saved; the screen shown reads them too.
func (b *builder) applied(s journal.Settings) {
	b.shell.ApplySettings(s)
	b.shell.Navigate(kit.Route{Place: b.shell.Current()})
}

func (b *builder) add() {
	store, dialogs := b.Desk.Store, b.shell.Dialogs()
	foods := &pantryFoods{pantry: b.Desk.Pantry, store: store, today: b.today}
	b.shell.Add(kit.PlaceToday, func() kit.Screen {
		return today.New(today.Deps{
			Store: store, Ahead: b.Ready.today, Foods: foods, Body: b.library.Body, Art: b.art, Night: b.library.Night,
			Now: b.Desk.Now, Run: b.Run, Navigate: b.shell.Navigate, Done: b.done, Dialogs: dialogs,
			AddPhoto: func(day journal.Day) {
				b.shell.Navigate(kit.Route{Place: kit.PlaceSkin, Focus: kit.FocusAddPhoto, Day: day})
			},
			After: b.After, Window: func() fyne.Window { return b.Window },
		})
	})
	b.shell.Add(kit.PlaceTimeline, func() kit.Screen {
		return timeline.New(timeline.Deps{
			Store: store, Now: b.Desk.Now, Run: b.Run, Navigate: b.shell.Navigate, Done: b.done, Dialogs: dialogs,
			Window: func() fyne.Window { return b.Window },
		})
	})
	b.shell.Add(kit.PlaceSkin, func() kit.Screen {
		return skin.New(skin.Deps{
			Store: store, Importer: photoImporter{b.Desk}, Run: b.Run, Dialogs: dialogs, Navigate: b.shell.Navigate,
			Done: b.done, Now: b.Desk.Now, After: b.After, Write: work.WriteBytes, Paste: b.Paste,
		})
	})
	b.shell.Add(kit.PlaceInsights, b.insights)
	b.shell.Add(kit.PlaceGuide, func() kit.Screen {
		doors := &doors{study: b.study, book: b.library.Book}
		return guidescreen.New(guidescreen.Deps{
			Library: b.library, Door: doors.open, Store: store, Run: b.Run, Now: b.Desk.Now,
			Navigate: b.shell.Navigate, Done: b.done, Dialogs: dialogs, Write: work.WriteBytes,
		})
	})
	b.shell.Add(kit.PlaceSummary, func() kit.Screen {
		return summary.New(summary.Deps{
			Pages: Pages(b.Desk, b.study, b.Version), Store: store, Printers: b.Printers, Run: b.Run, Dialogs: dialogs,
			Navigate: b.shell.Navigate, Now: b.Desk.Now, Today: b.today, Done: b.done,
			Chosen: func() { b.shell.Changed(journal.KindSettings) },
			Write:  work.WriteBytes, Open: b.Open, Copy: b.Copy,
		})
	})
	b.shell.Add(kit.PlaceSettings, func() kit.Screen {
		return settings.New(settings.Deps{
			Store: store, Files: files{b.Desk}, Run: b.Run, Dialogs: dialogs,
			Applied: b.shell.ApplySettings, Done: b.done, Language: b.Ready.language, Today: b.today,
		})
	})
}
