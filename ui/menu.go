package ui

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"skinward/ui/kit"
)

// modifierName is what the shortcut key is called on this system.
func modifierName() string {
	if runtime.GOOS == "darwin" {
		return "⌘"
	}
	return "Ctrl"
}

// item is one line of the menu. All shortcuts live here: the toolkit asks the
// menu before it asks the focused field, and nothing else.
type item struct {
	menu     string
	label    string
	keys     string // as written in the list of shortcuts; "" keeps it out
	shortcut fyne.Shortcut
	do       func()
}

func ctrl(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

func with(key fyne.KeyName, modifier fyne.KeyModifier) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: modifier}
}

// items lists the menu in order.
func (s *Shell) items() []item {
	c := modifierName() + " "
	settings := func(topic string) func() {
		return func() { s.Navigate(kit.Route{Place: kit.PlaceSettings, Topic: topic}) }
	}
	list := []item{
		{"File", "Print", c + "P", ctrl(fyne.KeyP), s.print},
		{"File", "Import a diary…", "", nil, settings("import")},
		{"File", "Export the journal…", "", nil, settings("export")},
		{"File", "Back up…", "", nil, settings("backup")},
		{"Edit", "Undo", c + "Z", &fyne.ShortcutUndo{}, s.Undo},
		{"Edit", "Redo", c + "Shift Z", with(fyne.KeyZ, fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift), s.Redo},
		{"Edit", "Search the journal", c + "F", ctrl(fyne.KeyF), s.search},
		{"Edit", "Add a meal", c + "M", ctrl(fyne.KeyM), s.focusToday(kit.FocusMeal)},
		{"Edit", "Rate the skin", c + "K", ctrl(fyne.KeyK), s.focusToday(kit.FocusSkin)},
		{"Edit", "Add a probiotic", c + "B", ctrl(fyne.KeyB), s.focusToday(kit.FocusCourse)},
		{"Edit", "An ordinary day, nothing special", c + "O", ctrl(fyne.KeyO), s.focusToday(kit.FocusOrdinary)},
	}
	for _, e := range s.places() {
		list = append(list, item{"Go", e.label, c + e.hint, ctrl(e.key), func() { s.Navigate(kit.Route{Place: e.place}) }})
	}
	return append(list,
		item{"Go", "Day before", "Alt ←", with(fyne.KeyLeft, fyne.KeyModifierAlt), func() { s.stepDay(-1) }},
		item{"Go", "Day after", "Alt →", with(fyne.KeyRight, fyne.KeyModifierAlt), func() { s.stepDay(1) }},
		item{"Go", "Go to a day…", c + "G", ctrl(fyne.KeyG), s.pickDay},
		item{"Help", "Keyboard shortcuts", "F1", with(fyne.KeyF1, 0), s.ShowShortcuts},
	)
}

func (s *Shell) makeMenu() {
	menus := map[string]*fyne.Menu{}
	s.menu = fyne.NewMainMenu()
	for _, i := range s.items() {
		m := menus[i.menu]
		if m == nil {
			m = fyne.NewMenu(i.menu)
			menus[i.menu] = m
			s.menu.Items = append(s.menu.Items, m)
		}
		do := s.unlessAsked(i.do)
		if i.label == "Undo" || i.label == "Redo" {
			do = i.do // they serve the fields of a dialog too
		}
		line := fyne.NewMenuItem(i.label, do)
		line.Shortcut = i.shortcut
		m.Items = append(m.Items, line)
		switch i.label {
		case "Undo":
			s.undo = line
		case "Redo":
			s.redo = line
		}
	}
}

// unlessAsked keeps the menu quiet while a dialog waits for an answer.
func (s *Shell) unlessAsked(do func()) func() {
	return func() {
		if !s.asked() {
			do()
		}
	}
}

// asked reports whether a dialog waits for an answer.
func (s *Shell) asked() bool { return s.deps.Window.Canvas().Overlays().Top() != nil }

// nameUndo writes what would be undone and redone into the menu.
func (s *Shell) nameUndo() {
	if s.menu == nil {
		return
	}
	s.undo.Label, s.redo.Label = "Undo", "Redo"
	if done, ok := last(s.history.done); ok {
		s.undo.Label = "Undo: " + done.words()
	}
	if undone, ok := last(s.history.undone); ok {
		s.redo.Label = "Redo: " + undone.words()
	}
	s.menu.Refresh()
}

func (s *Shell) focusToday(focus string) func() {
	return func() { s.Navigate(kit.Route{Place: kit.PlaceToday, Focus: focus}) }
}

func (s *Shell) search() {
	s.Navigate(kit.Route{Place: kit.PlaceTimeline, Focus: kit.FocusSearch})
	if found, ok := s.screens[s.current].(kit.Searcher); ok {
		found.Search()
	}
}

func (s *Shell) stepDay(by int) {
	if stepper, ok := s.screens[s.current].(kit.DayStepper); ok {
		stepper.StepDay(by)
	}
}

func (s *Shell) pickDay() {
	if picker, ok := s.screens[s.current].(kit.DayPicker); ok {
		picker.PickDay()
		return
	}
	s.focusToday(kit.FocusDay)()
	if picker, ok := s.screens[s.current].(kit.DayPicker); ok {
		picker.PickDay()
	}
}

func (s *Shell) print() {
	if printer, ok := s.screens[s.current].(kit.Printer); ok {
		printer.Print()
		return
	}
	s.Navigate(kit.Route{Place: kit.PlaceSummary})
	if printer, ok := s.screens[s.current].(kit.Printer); ok {
		printer.Print()
	}
}

// typedKey hears F1, which the toolkit does not take for a shortcut.
func (s *Shell) typedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyF1 {
		s.ShowShortcuts()
	}
}
