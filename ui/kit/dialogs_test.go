package kit_test

import (
	"errors"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"skinward/app/journal"
	"skinward/ui/kit"
	"skinward/ui/uitest"
)

// room opens a window with a field behind the dialogs.
func room(t *testing.T) (*uitest.Window, *kit.Entry) {
	t.Helper()
	w := uitest.New(t, uitest.Setup{Width: 900, Height: 700})
	behind := kit.NewEntry("behind", nil)
	w.Show(kit.Column(8, behind, kit.NewButton("Other", nil)))
	w.Canvas().Focus(behind)
	return w, behind
}

func TestConfirmIsSafeAtFirst(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(*uitest.Window)
		did  bool
	}{
		{"Return presses the safe button", func(w *uitest.Window) { w.Key(fyne.KeyReturn) }, false},
		{"Space presses the safe button", func(w *uitest.Window) { w.Key(fyne.KeySpace) }, false},
		{"Escape leaves", func(w *uitest.Window) { w.Key(fyne.KeyEscape) }, false},
		{"Tab and Return do it", func(w *uitest.Window) { w.Tab(1); w.Key(fyne.KeyReturn) }, true},
		{"a tap does it", func(w *uitest.Window) { w.Tap("Replace journal") }, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, behind := room(t)
			did := false
			w.Dialogs.Confirm("Replace?", "This cannot be undone.", "Replace journal", func() { did = true })
			if w.Focused() != "Cancel" {
				t.Fatalf("focus is on %q", w.Focused())
			}
			c.do(w)
			if did != c.did {
				t.Errorf("did it: %v", did)
			}
			w.MustNotSay("This cannot be undone.")
			if w.Canvas().Focused() != fyne.Focusable(behind) {
				t.Error("the focus must return to where it was")
			}
			if behind.Text != "" {
				t.Errorf("the key reached the field behind: %q", behind.Text)
			}
		})
	}
}

func TestKeysReachADialogWithoutFocus(t *testing.T) {
	w, _ := room(t)
	w.Dialogs.Tell("Restored", "412 entries.")
	w.Canvas().Unfocus()
	w.Key(fyne.KeyReturn)
	w.MustNotSay("412 entries.")
}

func TestAFormStaysOpenWithWhatIsWrong(t *testing.T) {
	w, _ := room(t)
	name := kit.NewEntry("name", nil)
	tries := 0
	w.Dialogs.Form("New tracker", name, "Save", func() error {
		tries++
		if name.Text == "" {
			return errors.New("a tracker needs a name")
		}
		return nil
	})
	if w.Focused() != "name" {
		t.Fatalf("focus is on %q, want the first field", w.Focused())
	}
	w.Key(fyne.KeyReturn)
	w.MustSay("A tracker needs a name.", "New tracker")
	w.Type("steps")
	w.Key(fyne.KeyReturn)
	w.MustNotSay("New tracker")
	if tries != 2 {
		t.Errorf("submitted %d times", tries)
	}
}

func TestALongPanelScrollsWithinTheWindow(t *testing.T) {
	w, _ := room(t)
	var lines []fyne.CanvasObject
	for range 80 {
		lines = append(lines, kit.NewBody("One line of many."))
	}
	w.Dialogs.Panel("Long", kit.Column(4, lines...), nil)
	w.Shot("panel")
	label := w.Find("Close")
	if label.At.Y+label.Size.Height > 700 {
		t.Errorf("the button lies at %v", label.At)
	}
	if cut := w.CutTexts(); len(cut) > 0 {
		t.Errorf("cut: %q", cut)
	}
}

func TestSavingOverAFileAsksAndNamesOnly(t *testing.T) {
	w, _ := room(t)
	folder := t.TempDir()
	path := filepath.Join(folder, "page.pdf")
	file, err := storage.Writer(storage.NewFileURI(path))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := file.Write([]byte("precious")); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	w.Dialogs.Home = folder
	var chosen []string
	w.Dialogs.SaveFile("Save PDF", "page.pdf", func(p string) { chosen = append(chosen, p) })
	w.Tap("Save")
	w.MustSay("Replace this file?")
	w.Key(fyne.KeyEscape)
	if len(chosen) != 0 {
		t.Fatal("leaving must choose nothing")
	}
	w.Dialogs.SaveFile("Save PDF", "page.pdf", func(p string) { chosen = append(chosen, p) })
	w.Tap("Save")
	w.Tap("Replace")
	if len(chosen) != 1 || chosen[0] != path {
		t.Fatalf("chosen %q, want %q", chosen, path)
	}
	read, err := storage.Reader(storage.NewFileURI(path))
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	text := make([]byte, 20)
	if n, _ := read.Read(text); string(text[:n]) != "precious" {
		t.Errorf("the file holds %q before anybody wrote", text[:n])
	}
}

func TestSaveNamesWhatIsMissing(t *testing.T) {
	for _, c := range []struct{ name, folder, say string }{
		{"", t.TempDir(), "The file needs a name."},
		{"a.pdf", "", "Say in which folder the file is to be saved."},
		{"a.pdf", filepath.Join(t.TempDir(), "gone"), "There is no folder"},
	} {
		w, _ := room(t)
		w.Dialogs.Home = c.folder
		w.Dialogs.SaveFile("Save page", c.name, func(string) { t.Error("nothing may be chosen") })
		w.Tap("Save")
		if c.name == "" {
			w.Key(fyne.KeyReturn) // on the focused button: the form stays open
		}
		w.MustSay(c.say, "Save page")
		w.Key(fyne.KeyEscape)
		w.MustNotSay(c.say)
	}
}

func TestStatusOffersUndoAndKeepsTheFocus(t *testing.T) {
	w, behind := room(t)
	undone := 0
	w.Dialogs.StatusUndo("Deleted lunch.", func() { undone++ })
	w.MustSay("Deleted lunch.", "Undo")
	if w.Canvas().Focused() != fyne.Focusable(behind) {
		t.Error("a status must not take the focus")
	}
	w.Tap("Undo")
	w.MustNotSay("Deleted lunch.")
	if undone != 1 {
		t.Errorf("undone %d times", undone)
	}
	w.Dialogs.Status("Saved.")
	w.MustSay("Saved.")
	w.MustNotSay("Undo")
}

func TestProgressCanBeCancelled(t *testing.T) {
	w, _ := room(t)
	cancelled := 0
	p := w.Dialogs.Progress("Importing", func() { cancelled++ })
	p.Report(50, 100, "50 of 100 rows")
	w.MustSay("Importing", "50 of 100 rows")
	w.Shot("progress")
	w.Key(fyne.KeyEscape)
	w.MustNotSay("Importing")
	if cancelled != 1 {
		t.Errorf("cancelled %d times", cancelled)
	}
	p.Done()
}

func TestShortWorkShowsNoBar(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 900, Height: 700})
	var later []func()
	d := kit.NewDialogs(w.Window, kit.NewToast(func(_ time.Duration, do func()) { later = append(later, do) }))
	w.Show(kit.NewBody("behind"))
	short := d.Progress("Short work", nil)
	short.Done()
	d.Progress("Long work", nil)
	for _, do := range later {
		do()
	}
	w.MustSay("Long work")
	w.MustNotSay("Short work")
}

func TestFileDialogsOpenAndLeave(t *testing.T) {
	w, _ := room(t)
	w.Dialogs.Home = t.TempDir()
	w.Dialogs.OpenFile("Import a diary", []string{".csv"}, func(string) { t.Error("nothing was chosen") })
	w.Shot("openfile")
	w.MustSay("Cancel")
	w.Tap("Cancel")
	w.MustSay("behind")
	w.Dialogs.OpenFolder("Save in", func(string) { t.Error("nothing was chosen") })
	w.Canvas().Unfocus()
	w.Key(fyne.KeyEscape)
	w.MustSay("behind")
}

func TestLeavingAFileDialogGivesTheFocusBack(t *testing.T) {
	for _, leave := range []struct {
		name string
		do   func(*uitest.Window)
	}{
		{"Escape", func(w *uitest.Window) { w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape}) }},
		{"Cancel", func(w *uitest.Window) { w.Tap("Cancel") }},
	} {
		t.Run(leave.name, func(t *testing.T) {
			w, behind := room(t)
			w.Dialogs.OpenFile("Choose", nil, func(string) { t.Error("nothing was chosen") })
			if w.Canvas().Focused() != nil {
				t.Fatal("the field behind keeps the focus")
			}
			leave.do(w)
			if w.Canvas().Overlays().Top() != nil {
				t.Fatal("the dialog stays")
			}
			if w.Canvas().Focused() != fyne.Focusable(behind) {
				t.Error("the focus must return to where it was")
			}
		})
	}
}

// A day that does not exist is not quietly taken for the one before it.
func TestAFormWaitsForADayThatExists(t *testing.T) {
	w, _ := room(t)
	today := journal.NewDay(2026, time.November, 21)
	day := kit.NewDayField(today, func() journal.Day { return today }, nil)
	saved := 0
	w.Dialogs.Form("Food avoided", kit.Column(8, kit.NewField("Since", "", day)), "Save", func() error { saved++; return nil })
	for range 10 {
		w.Key(fyne.KeyDelete)
	}
	w.Type("2026-02-31")
	w.Key(fyne.KeyReturn)
	if w.MustSay("No such date", "is not a day", "2026-02-31"); saved != 0 {
		t.Fatal("the form was submitted")
	}
	w.Key(fyne.KeyBackspace, fyne.KeyBackspace)
	w.Type("28")
	w.Key(fyne.KeyReturn)
	if saved != 1 || day.Day().String() != "2026-02-28" {
		t.Errorf("submitted %d times, %s", saved, day.Day())
	}
}
