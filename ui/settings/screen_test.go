package settings_test

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"skinward/app/journal"
	"skinward/ui/kit"
	"skinward/ui/settings"
	"skinward/ui/uitest"
)

type store struct {
	held  journal.Settings
	fail  error
	saves int
}

func (s *store) Settings(context.Context) (journal.Settings, error) { return s.held, s.fail }

func (s *store) SaveSettings(_ context.Context, v journal.Settings) error {
	if s.fail == nil {
		s.held = v
		s.saves++
	}
	return s.fail
}

type files struct {
	did  []string
	fail error
}

func (f *files) Folder() string { return "/home/ada/.local/share/skinward/journal" }

func (f *files) Backup(_ context.Context, file string, p settings.Progress) error {
	p(50, 100)
	f.did = append(f.did, "backup "+file)
	return f.fail
}

func (f *files) Restore(_ context.Context, file, folder string, _ settings.Progress) ([]string, error) {
	f.did = append(f.did, "restore "+file+" "+folder)
	return []string{"412 entries and 3 photos restored."}, f.fail
}

func (f *files) Export(_ context.Context, file string) ([]string, error) {
	f.did = append(f.did, "export "+file)
	return []string{"412 entries exported."}, f.fail
}

func (f *files) Import(_ context.Context, file string, _ settings.Progress) (settings.Imported, error) {
	f.did = append(f.did, "import "+file)
	return settings.Imported{
		Changes: []journal.Change{{After: &journal.Note{}}}, Said: []string{"12 rows added, 2026-11-01 to 2026-11-12."},
	}, f.fail
}

type stage struct {
	*uitest.Window
	screen  *settings.Screen
	store   *store
	files   *files
	applied []journal.Settings
	done    int
}

func open(t *testing.T, s uitest.Setup) *stage {
	t.Helper()
	st := &stage{Window: uitest.New(t, s), store: &store{held: journal.DefaultSettings()}, files: &files{}}
	st.screen = settings.New(settings.Deps{
		Store: st.store, Files: st.files, Run: kit.Inline{}, Dialogs: st.Dialogs, Language: "en-GB",
		Applied: func(v journal.Settings) { st.applied = append(st.applied, v) },
		Done:    func(c ...journal.Change) { st.done += len(c) },
		Today:   func() journal.Day { return journal.NewDay(2026, 11, 21) },
	})
	st.Open(st.screen, kit.Route{Place: kit.PlaceSettings})
	return st
}

func TestEveryChoiceHoldsAndIsSavedAtOnce(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(*stage)
		want func(journal.Settings) bool
	}{
		{"dark theme", func(s *stage) { s.Tap("Dark") }, func(v journal.Settings) bool { return v.Theme == journal.ThemeDark }},
		{"text size", func(s *stage) { s.Tap("Dark"); s.Tab(1); s.Key(fyne.KeyRight, fyne.KeyRight) }, func(v journal.Settings) bool { return v.TextSize == 1.2 }},
		{"text size at its end", func(s *stage) { s.Tap("Dark"); s.Tab(1); s.Key(fyne.KeyEnd, fyne.KeyRight) }, func(v journal.Settings) bool { return v.TextSize == 1.6 }},
		{"first day", func(s *stage) { s.Tap("Sunday") }, func(v journal.Settings) bool { return v.WeekStart == 0 }},
		{"12 hours", func(s *stage) { s.Tap("12 h") }, func(v journal.Settings) bool { return v.Clock12 }},
		{"glasses", func(s *stage) { s.Tap("glasses") }, func(v journal.Settings) bool { return v.Glasses }},
		{"letter", func(s *stage) { s.Tap("Letter") }, func(v journal.Settings) bool { return v.Letter }},
		{"blurred", func(s *stage) { s.Tap("Blur photos in lists") }, func(v journal.Settings) bool { return v.BlurThumbnails }},
		{"reduced motion", func(s *stage) { s.Tap("Reduced motion") }, func(v journal.Settings) bool { return v.ReducedMotion }},
		{"cycle", func(s *stage) { s.Tap("Cycle") }, func(v journal.Settings) bool { return v.ShowCycle && v.Tracks(journal.ThingMeals) }},
		{"no meals", func(s *stage) { s.Tap("Meals") }, func(v journal.Settings) bool {
			return !v.Tracks(journal.ThingMeals) && v.Tracks(journal.ThingWater)
		}},
		{"flushing and back", func(s *stage) { s.Tap("Hot drinks, spice"); s.Tap("Hot drinks, spice"); s.Tap("Area in palms") }, func(v journal.Settings) bool {
			return !v.Tracks(journal.ThingFlushing) && v.Tracks(journal.ThingPalms)
		}},
		{"reminder", func(s *stage) { s.Tap("Remind me to write") }, func(v journal.Settings) bool { return v.Reminder == "20:30" }},
		{"language", func(s *stage) { s.Tap("As the system: English"); s.Tap("Deutsch") }, func(v journal.Settings) bool { return v.DateLanguage == "de" }},
		{"day end", func(s *stage) { s.Tap("A4"); s.Tab(1); s.Key(fyne.KeyRight) }, func(v journal.Settings) bool { return v.DayEndMinutes == 270 }},
	} {
		t.Run(c.name, func(t *testing.T) {
			st := open(t, uitest.Setup{})
			c.do(st)
			if !c.want(st.store.held) {
				t.Errorf("saved %+v", st.store.held)
			}
			if len(st.applied) == 0 || !c.want(st.applied[len(st.applied)-1]) {
				t.Errorf("the window was told %+v", st.applied)
			}
		})
	}
}

func TestTheScreenShowsWhatIsSaved(t *testing.T) {
	st := open(t, uitest.Setup{})
	st.store.held.Suspects = []string{"cow’s milk", "walnuts"}
	st.store.held.Reminder = "21:15"
	st.store.held.Clock12 = true
	st.screen.MarkStale()
	st.screen.Show(kit.Route{})
	st.MustSay("cow’s milk", "walnuts", "2 of 10 suspects", "21:15", "4:00 am", "no backup yet", "/home/ada/.local/share/skinward/journal")
}

func TestSuspectsAreAddedAndRemoved(t *testing.T) {
	st := open(t, uitest.Setup{})
	st.Tap("for example")
	st.Type("  cow’s   milk ")
	st.Key(fyne.KeyReturn)
	st.Tap("for example")
	st.Type("Walnuts")
	st.Key(fyne.KeyReturn)
	if got := st.store.held.Suspects; !slices.Equal(got, []string{"cow’s milk", "Walnuts"}) {
		t.Fatalf("saved %q", got)
	}
	st.Tap("for example")
	st.Type("walnuts")
	st.Key(fyne.KeyReturn)
	st.MustSay("Walnuts is already on the list.", "walnuts")
	st.Tap("cow’s milk")
	if got := st.store.held.Suspects; !slices.Equal(got, []string{"Walnuts"}) {
		t.Errorf("after the tap on the chip: %q", got)
	}
}

func TestAnEleventhSuspectIsRefusedAndStaysTyped(t *testing.T) {
	st := open(t, uitest.Setup{})
	for i := range journal.MaxSuspects {
		st.store.held.Suspects = append(st.store.held.Suspects, "food "+string(rune('a'+i)))
	}
	st.screen.MarkStale()
	st.screen.Show(kit.Route{})
	st.Tap("for example")
	st.Type("rye")
	st.Key(fyne.KeyReturn)
	st.MustSay("Ten names are the most; remove one first.", "rye", "10 of 10 suspects")
	if len(st.store.held.Suspects) != journal.MaxSuspects {
		t.Errorf("saved %q", st.store.held.Suspects)
	}
}

func TestAReminderThatIsNoTimeIsRefusedAtTheField(t *testing.T) {
	st := open(t, uitest.Setup{})
	st.Tap("Remind me to write")
	st.Tap("20:30")
	for range 5 {
		st.Key(fyne.KeyEnd, fyne.KeyBackspace)
	}
	st.Type("half past")
	st.Key(fyne.KeyReturn)
	st.MustSay("Write the time like 20:30.", "half past")
	if st.store.held.Reminder != "20:30" {
		t.Errorf("saved %q", st.store.held.Reminder)
	}
}

func TestWhatCannotBeSavedIsShownAsItWas(t *testing.T) {
	st := open(t, uitest.Setup{})
	st.store.fail = &journal.Error{Code: journal.CodeReadOnly, Field: "the journal"}
	st.Tap("12 h")
	st.MustSay("The journal cannot be written", "04:00")
	if len(st.applied) != 0 {
		t.Error("the window must not follow what was not saved")
	}
}

func TestBackupSaysWhereItIs(t *testing.T) {
	st := open(t, uitest.Setup{})
	folder := t.TempDir()
	st.Tap("Back up…")
	st.MustSay("skinward-backup-2026-11-21.zip")
	fill(st, "Folder", folder)
	st.Tap("Save")
	want := filepath.Join(folder, "skinward-backup-2026-11-21.zip")
	if !slices.Equal(st.files.did, []string{"backup " + want}) {
		t.Fatalf("did %q", st.files.did)
	}
	st.MustSay("Backed up and read back: " + want)
}

func TestExportAddsTheExtension(t *testing.T) {
	st := open(t, uitest.Setup{})
	folder := t.TempDir()
	st.Tap("Export all…")
	fill(st, "Folder", folder)
	st.Tap("Save")
	if len(st.files.did) != 1 || !strings.HasSuffix(st.files.did[0], "skinward-journal-2026-11-21.json") {
		t.Fatalf("did %q", st.files.did)
	}
	st.MustSay("412 entries exported.")
}

func TestSavingIntoAMissingFolderIsRefusedInTheDialog(t *testing.T) {
	st := open(t, uitest.Setup{})
	st.Tap("Export table…")
	fill(st, "Folder", filepath.Join(t.TempDir(), "gone"))
	st.Tap("Save")
	st.MustSay("There is no folder", "Export the journal")
	if len(st.files.did) != 0 {
		t.Errorf("did %q", st.files.did)
	}
	st.Key(fyne.KeyEscape)
	st.MustNotSay("There is no folder")
}

func TestADroppedDiaryIsImportedAndCanBeUndone(t *testing.T) {
	st := open(t, uitest.Setup{})
	if !st.screen.Drop([]fyne.URI{storage.NewFileURI("/tmp/diary.csv")}) {
		t.Fatal("a CSV file must be taken")
	}
	st.MustSay("12 rows added, 2026-11-01 to 2026-11-12.")
	if st.done != 1 {
		t.Errorf("%d changes handed on for undo", st.done)
	}
	if st.screen.Drop([]fyne.URI{storage.NewFileURI("/tmp/cheek.jpg")}) {
		t.Error("a photo is not for the settings")
	}
}

func TestAFailedImportSaysWhatHappened(t *testing.T) {
	st := open(t, uitest.Setup{})
	st.files.fail = errors.New("line 12: value must lie between 0 and 10, not 14")
	st.screen.Drop([]fyne.URI{storage.NewFileURI("/tmp/diary.csv")})
	st.MustSay("Line 12: value must lie between 0 and 10, not 14.")
	if st.done != 0 {
		t.Error("nothing was added")
	}
}

func TestSettingsFitTheirWindow(t *testing.T) {
	for name, s := range map[string]uitest.Setup{
		"settings-light": {Width: 1084, Height: 800}, "settings-dark": {Width: 1084, Height: 800, Dark: true},
		"settings-small": {Width: 828, Height: 700}, "settings-large": {Width: 1040, Height: 800, TextScale: 1.6},
	} {
		t.Run(name, func(t *testing.T) {
			st := open(t, s)
			st.store.held.Suspects = []string{"cow’s milk", "walnuts", "red wine"}
			st.store.held.Reminder = "20:30"
			st.screen.MarkStale()
			st.screen.Show(kit.Route{})
			st.Shot(name)
			if cut := st.CutTexts(); len(cut) > 0 {
				t.Errorf("cut: %q", cut)
			}
			if over := st.Overlaps(); len(over) > 0 {
				t.Errorf("painted over each other: %q", over)
			}
		})
	}
}

// fill types into the field below a caption of the dialog that is open.
func fill(st *stage, caption, text string) {
	label := st.Find(caption)
	st.TapAt(label.At.X+40, label.At.Y+label.Size.Height+20)
	entry := st.Canvas().Focused().(*kit.Entry)
	entry.SetText(text)
	st.Settle()
}
