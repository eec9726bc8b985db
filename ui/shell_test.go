package ui_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"skinward/app/journal"
	"skinward/ui"
	"skinward/ui/kit"
	"skinward/ui/uitest"
)

// page is a screen that remembers what it was asked.
type page struct {
	name    string
	content fyne.CanvasObject
	entry   *kit.Entry
	said    *[]string
	drops   bool
}

func newPage(name string, said *[]string) *page {
	p := &page{name: name, said: said, entry: kit.NewEntry("write on "+name, nil)}
	p.content = kit.Page(kit.Header(kit.NewTitle("Screen "+name)), kit.Column(8, p.entry, kit.NewBody("This is "+name+".")))
	return p
}

func (p *page) Content() fyne.CanvasObject { return p.content }
func (p *page) Show(r kit.Route)           { p.say("show " + r.Focus + r.Topic) }
func (p *page) Hide()                      { p.say("hide") }
func (p *page) MarkStale()                 { p.say("stale") }
func (p *page) StepDay(by int)             { p.say(map[int]string{-1: "back", 1: "on"}[by]) }
func (p *page) Print()                     { p.say("print") }
func (p *page) Leave()                     { p.say("leave") }
func (p *page) Drop(u []fyne.URI) bool     { p.say("drop"); return p.drops }
func (p *page) say(what string)            { *p.said = append(*p.said, p.name+": "+strings.TrimSpace(what)) }

// book is a store that remembers what was applied.
type book struct {
	applied []journal.Change
	err     error
}

func (b *book) Apply(_ context.Context, changes []journal.Change) error {
	if b.err == nil {
		b.applied = append(b.applied, changes...)
	}
	return b.err
}

type stage struct {
	*uitest.Window
	shell *ui.Shell
	said  []string
	pages map[kit.Place]*page
	store *book
	size  fyne.Size
}

func open(t *testing.T, s uitest.Setup) *stage {
	t.Helper()
	w := uitest.New(t, s)
	st := &stage{Window: w, pages: map[kit.Place]*page{}, store: &book{}}
	st.shell = ui.New(ui.Deps{
		Window: w.Window, Run: kit.Inline{}, Store: st.store, Toast: w.Toast,
		Options: kit.Current().Options(), Closing: func(size fyne.Size) { st.size = size },
	})
	for _, p := range []kit.Place{
		kit.PlaceToday, kit.PlaceTimeline, kit.PlaceSkin, kit.PlaceInsights, kit.PlaceGuide, kit.PlaceSummary, kit.PlaceSettings,
	} {
		st.shell.Add(p, func() kit.Screen {
			st.pages[p] = newPage(string(p), &st.said)
			return st.pages[p]
		})
	}
	st.shell.Start(kit.Route{Place: kit.PlaceToday})
	width, height := s.Width, s.Height
	if width == 0 {
		width, height = 1280, 800
	}
	w.Window.Resize(fyne.NewSize(width, height))
	w.Settle()
	return st
}

func (st *stage) take() []string {
	said := st.said
	st.said = nil
	return said
}

func TestShortcutsReachTheirScreens(t *testing.T) {
	ctrl := fyne.KeyModifierShortcutDefault
	for _, c := range []struct {
		name     string
		key      fyne.KeyName
		modifier fyne.KeyModifier
		place    kit.Place
		said     string
	}{
		{"1", fyne.Key1, ctrl, kit.PlaceToday, "today: show"},
		{"2", fyne.Key2, ctrl, kit.PlaceTimeline, "timeline: show"},
		{"3", fyne.Key3, ctrl, kit.PlaceSkin, "skin: show"},
		{"4", fyne.Key4, ctrl, kit.PlaceInsights, "insights: show"},
		{"5", fyne.Key5, ctrl, kit.PlaceGuide, "guide: show"},
		{"6", fyne.Key6, ctrl, kit.PlaceSummary, "summary: show"},
		{"comma", fyne.KeyComma, ctrl, kit.PlaceSettings, "settings: show"},
		{"meal", fyne.KeyM, ctrl, kit.PlaceToday, "today: show meal"},
		{"skin", fyne.KeyK, ctrl, kit.PlaceToday, "today: show skin"},
		{"search", fyne.KeyF, ctrl, kit.PlaceTimeline, "timeline: show search"},
		{"print", fyne.KeyP, ctrl, kit.PlaceToday, "today: print"},
		{"day before", fyne.KeyLeft, fyne.KeyModifierAlt, kit.PlaceToday, "today: back"},
		{"day after", fyne.KeyRight, fyne.KeyModifierAlt, kit.PlaceToday, "today: on"},
	} {
		t.Run(c.name, func(t *testing.T) {
			st := open(t, uitest.Setup{})
			st.take()
			st.Shortcut(c.key, c.modifier)
			if st.shell.Current() != c.place {
				t.Errorf("shows %s, want %s", st.shell.Current(), c.place)
			}
			if said := st.take(); !slices.Contains(said, c.said) {
				t.Errorf("screens were asked %q, want %q among them", said, c.said)
			}
		})
	}
}

func TestOnlyTheScreenShownIsSeen(t *testing.T) {
	st := open(t, uitest.Setup{})
	st.MustSay("Screen today", "Skinward", "Settings")
	st.Tap("Guide")
	st.MustSay("Screen guide")
	st.MustNotSay("Screen today")
	if got := st.take(); !slices.Equal(got, []string{"today: show", "today: hide", "guide: show"}) {
		t.Errorf("screens were asked %q", got)
	}
}

func TestAChangeMarksTheOtherScreensStale(t *testing.T) {
	st := open(t, uitest.Setup{})
	st.Tap("Insights")
	st.Tap("Today")
	st.take()
	st.shell.Changed(journal.KindMeal)
	if got := st.take(); !slices.Equal(got, []string{"insights: stale"}) {
		t.Errorf("screens were asked %q, want the one that was built and is not shown", got)
	}
}

func meal(id string) *journal.Meal {
	m := &journal.Meal{Slot: journal.Lunch}
	m.ID, m.Changed = journal.ID(id), time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	return m
}

func TestUndoAndRedoNameAndReverseTheLastChange(t *testing.T) {
	st := open(t, uitest.Setup{})
	added := meal("a")
	st.shell.Done(journal.Change{After: added})
	st.MustSay("Added lunch.")
	undo := fyne.KeyName("Z")
	if label := menuLabel(st, "Undo"); label != "Undo: added lunch" {
		t.Errorf("the menu says %q", label)
	}
	st.Tap("Undo")
	if n := len(st.store.applied); n != 1 || !st.store.applied[0].After.Base().IsDeleted() {
		t.Fatalf("undoing an addition must delete it; applied %+v", st.store.applied)
	}
	st.MustSay("Taken back: added")
	if label := menuLabel(st, "Redo"); label != "Redo: added lunch" {
		t.Errorf("the menu says %q", label)
	}
	st.Shortcut(undo, fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift)
	if n := len(st.store.applied); n != 2 || st.store.applied[1].After != journal.Record(added) {
		t.Fatalf("redo must write the record again; applied %+v", st.store.applied)
	}
}

func TestSeveralChangesAreOneStepTakenBackInReverse(t *testing.T) {
	st := open(t, uitest.Setup{})
	a, b := meal("a"), meal("b")
	st.shell.Done(journal.Change{After: a}, journal.Change{After: b})
	st.shell.Undo()
	got := st.store.applied
	if len(got) != 2 || got[0].After.Base().ID != "b" || got[1].After.Base().ID != "a" {
		t.Fatalf("applied %+v, want b before a", got)
	}
	st.shell.Undo()
	if len(st.store.applied) != 2 {
		t.Error("there was nothing more to undo")
	}
}

func TestAFailedUndoSaysSoAndCanBeRepeated(t *testing.T) {
	st := open(t, uitest.Setup{})
	st.shell.Done(journal.Change{After: meal("a")})
	st.store.err = &journal.Error{Code: journal.CodeDiskFull, Field: "journal"}
	st.shell.Undo()
	st.MustSay("The disk is full")
	st.store.err = nil
	st.shell.Undo()
	if len(st.store.applied) != 1 {
		t.Error("after the failure the change must still be undoable")
	}
}

func TestUndoAsksTheFieldBeingTypedInFirst(t *testing.T) {
	st := open(t, uitest.Setup{})
	st.shell.Done(journal.Change{After: meal("a")})
	entry := st.pages[kit.PlaceToday].entry
	st.Canvas().Focus(entry)
	st.Type("porridge")
	st.shell.Undo()
	if len(st.store.applied) != 0 || entry.Text == "porridge" {
		t.Errorf("text %q, applied %d: unsaved typing comes first", entry.Text, len(st.store.applied))
	}
	st.shell.Undo()
	if len(st.store.applied) != 1 {
		t.Error("without unsaved typing the last change is undone")
	}
}

func TestDroppedFilesGoToWhoeverTakesThem(t *testing.T) {
	st := open(t, uitest.Setup{})
	st.Tap("Skin")
	st.Tap("Today")
	st.pages[kit.PlaceSkin].drops = true
	file := []fyne.URI{storage.NewFileURI("/photos/a.jpg")}
	st.shell.Drop(file)
	if st.shell.Current() != kit.PlaceSkin {
		t.Errorf("shows %s, want the screen that took the file", st.shell.Current())
	}
	st.pages[kit.PlaceSkin].drops = false
	st.shell.Drop(file)
	st.MustSay("nothing of what was dropped is one")
}

func TestClosingSavesWhatIsHalfTyped(t *testing.T) {
	st := open(t, uitest.Setup{})
	st.take()
	st.shell.Close()
	if got := st.take(); !slices.Equal(got, []string{"today: leave"}) {
		t.Errorf("screens were asked %q", got)
	}
	if st.size.Width != 1280 {
		t.Errorf("closing was told the size %v", st.size)
	}
}

// A form that is open has typed words that nothing has saved yet.
func TestClosingAsksWhenAFormIsOpen(t *testing.T) {
	st := open(t, uitest.Setup{})
	st.take()
	st.shell.Dialogs().Form("A note", kit.NewEntry("words", nil), "Save", func() error { return nil })
	st.Type("itchy night")
	st.shell.Close()
	st.MustSay("is not saved yet")
	if got := st.take(); len(got) > 0 {
		t.Errorf("before the answer: %q", got)
	}
	st.Tap("Cancel")
	st.Type(", windy")
	st.MustSay("itchy night, windy")
	st.shell.Close()
	st.Tap("Close without it")
	if got := st.take(); !slices.Equal(got, []string{"today: leave"}) {
		t.Errorf("screens were asked %q", got)
	}
}

// Leaving a form loses nothing that was typed in it.
func TestAFormThatWasLeftOpensAgainWithWhatWasTyped(t *testing.T) {
	for name, again := range map[string]func(*stage){
		"its button": func(st *stage) { st.Tap("Open again") },
		"undo":       func(st *stage) { st.shell.Undo() },
	} {
		t.Run(name, func(t *testing.T) {
			st := open(t, uitest.Setup{})
			saved := ""
			entry := kit.NewEntry("words", nil)
			st.shell.Dialogs().Form("A note", entry, "Save", func() error { saved = entry.Text; return nil })
			st.Key(fyne.KeyEscape)
			st.MustNotSay("Left without saving")
			st.shell.Dialogs().Form("A note", kit.NewField("Note", "", entry), "Save", func() error { saved = entry.Text; return nil })
			st.Type("itchy night")
			st.Tab(1)
			st.Key(fyne.KeyReturn)
			st.MustSay("Left without saving: A note.")
			again(st)
			st.MustSay("itchy night")
			st.Tap("Save")
			if saved != "itchy night" {
				t.Errorf("saved %q", saved)
			}
			st.MustNotSay("Left without saving")
		})
	}
}

func TestF1ListsTheShortcutsAndEscapeCloses(t *testing.T) {
	st := open(t, uitest.Setup{})
	st.Canvas().Focus(st.pages[kit.PlaceToday].entry)
	st.Key(fyne.KeyF1)
	st.MustSay("Keyboard", "Alt ←", "Add a meal", "answer a scale (X is ten)")
	st.Shortcut(fyne.Key3, fyne.KeyModifierShortcutDefault)
	if st.shell.Current() != kit.PlaceToday {
		t.Error("the menu must keep quiet while a dialog is open")
	}
	st.Shot("shell-keys")
	if cut := st.CutTexts(); len(cut) > 0 {
		t.Errorf("cut: %q", cut)
	}
	st.Key(fyne.KeyEscape)
	st.MustSay("Screen today")
	if st.Canvas().Focused() != fyne.Focusable(st.pages[kit.PlaceToday].entry) {
		t.Error("the focus must return to where it was")
	}
}

func TestTabRunsFromTheRailIntoTheScreen(t *testing.T) {
	st := open(t, uitest.Setup{})
	want := []string{"Today", "Timeline", "Skin", "Insights", "Guide", "Summary", "Settings", "write on today"}
	if got := st.TabOrder(); !slices.Equal(got, want) {
		t.Errorf("Tab order %q, want %q", got, want)
	}
}

func TestSettingsChangeTheRunningWindow(t *testing.T) {
	st := open(t, uitest.Setup{})
	settings := journal.DefaultSettings()
	settings.TextSize, settings.Theme, settings.DateLanguage = 1.4, journal.ThemeDark, "de"
	st.shell.ApplySettings(settings)
	if !kit.Dark() || kit.Current().Options().TextScale != 1.4 {
		t.Error("theme and text size must follow at once")
	}
	if got := kit.CurrentDates().Long(journal.NewDay(2026, 11, 21)); got != "Samstag, 21. November" {
		t.Errorf("date in words: %q", got)
	}
}

func TestEveryScreenIsReachableByName(t *testing.T) {
	for _, s := range []uitest.Setup{{}, {Dark: true}, {Width: 1024, Height: 700}, {TextScale: 1.6}} {
		st := open(t, s)
		st.shell.Done(journal.Change{After: meal("a")})
		st.Shot("shell-" + map[bool]string{true: "dark", false: "light"}[s.Dark])
		if cut := st.CutTexts(); len(cut) > 0 {
			t.Errorf("%+v cuts %q", s, cut)
		}
	}
}

func menuLabel(st *stage, begins string) string {
	for _, m := range st.Window.Window.MainMenu().Items {
		for _, i := range m.Items {
			if strings.HasPrefix(i.Label, begins) {
				return i.Label
			}
		}
	}
	return ""
}

// When the system ends the program nobody can be asked: what is typed into a
// form of something to be saved is saved, and nothing else is done.
func TestTheEndKeepsAnOpenForm(t *testing.T) {
	for _, c := range []struct {
		name, action string
		typed        string
		want         int
	}{
		{"typed", "Save", "slept badly", 1},
		{"untouched", "Save", "", 0},
		{"of something else", "Delete all", "yes", 0},
	} {
		st := open(t, uitest.Setup{})
		submitted := 0
		st.shell.Dialogs().Form("A note", kit.NewEntry("", nil), c.action, func() error { submitted++; return nil })
		st.Type(c.typed)
		st.shell.End()
		st.shell.End()
		if submitted != c.want {
			t.Errorf("%s: submitted %d times", c.name, submitted)
		}
	}
	st := open(t, uitest.Setup{})
	submitted := false
	st.shell.Dialogs().Form("A note", kit.NewEntry("", nil), "Save", func() error { submitted = true; return nil })
	st.Type("slept badly")
	st.shell.Close()
	st.Tap("Close without it")
	st.shell.End()
	if submitted {
		t.Error("a form that was left at closing was saved")
	}
}
