package settings

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// journalCard holds what is done with the journal as a whole, and the result
// of the last such thing in words.
type journalCard struct {
	last   *kit.Text
	result *kit.Text
	note   fyne.CanvasObject
	column *fyne.Container
}

func (s *Screen) makeJournal() fyne.CanvasObject {
	c := &s.journal
	c.last = kit.NewCaption("").OneLine()
	c.result = kit.NewBody("")
	c.note = kit.NewNote(kit.Primary, c.result)
	c.note.Hide()
	line := func(button *kit.Button, hint string) fyne.CanvasObject {
		return kit.FillRow(kit.Space3, 1, kit.Fixed(124, 0, button), kit.NewCaption(hint))
	}
	c.column = kit.Column(kit.Space3,
		kit.NewText(kit.Span{Text: "Kept in ", Role: kit.Muted, Size: kit.SizeSmall},
			kit.Span{Text: s.deps.Files.Folder(), Size: kit.SizeSmall, Bold: true}),
		line(kit.NewPrimaryButton("Back up…", s.chooseBackup), hintBackup),
		line(kit.NewButton("Restore…", s.chooseRestore), hintRestore),
		line(kit.NewButton("Export table…", func() { s.chooseExport(".csv") }), hintTable),
		line(kit.NewButton("Export all…", func() { s.chooseExport(".json") }), hintExport),
		line(kit.NewButton("Import…", s.chooseImport), hintImport),
		c.note)
	return kit.NewCardWith("backup", kit.Water, "The journal", c.last, c.column)
}

func (c *journalCard) fill(v journal.Settings) {
	c.last.SetText("no backup yet")
	if !v.LastBackup.IsZero() {
		c.last.SetText("last backup " + kit.CurrentDates().ShortYear(journal.DayAt(v.LastBackup, 0)))
	}
}

// say shows a result in words.
func (c *journalCard) say(sentences ...string) {
	c.result.SetText(strings.Join(sentences, " "))
	c.note.Show()
	kit.Settle(c.column)
}

func (s *Screen) chooseBackup() {
	s.deps.Dialogs.SaveFile("Back up the journal", fileName("backup", s.deps.Today(), ".zip"), func(path string) {
		s.work("Backing up", func(ctx context.Context, progress Progress) ([]string, error) {
			if err := s.deps.Files.Backup(ctx, path, progress); err != nil {
				return nil, err
			}
			return []string{"Backed up and read back: " + path + "."}, nil
		}, func() { s.load() })
	})
}

func (s *Screen) chooseRestore() {
	s.deps.Dialogs.OpenFile("Choose a backup", []string{".zip"}, func(file string) {
		s.deps.Dialogs.OpenFolder("Restore into a new folder in", func(parent string) {
			name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
			folder := filepath.Join(parent, name)
			s.work("Restoring", func(ctx context.Context, progress Progress) ([]string, error) {
				return s.deps.Files.Restore(ctx, file, folder, progress)
			}, nil)
		})
	})
}

func (s *Screen) chooseExport(extension string) {
	s.deps.Dialogs.SaveFile("Export the journal", fileName("journal", s.deps.Today(), extension), func(path string) {
		s.work("Exporting", func(ctx context.Context, _ Progress) ([]string, error) {
			said, err := s.deps.Files.Export(ctx, path)
			return append(said, "Saved as "+path+"."), err
		}, nil)
	})
}

func (s *Screen) chooseImport() {
	s.deps.Dialogs.OpenFile("Import a diary", []string{".csv", ".tsv", ".txt", ".json"}, s.importFile)
}

func (s *Screen) importFile(path string) {
	var found Imported
	s.workOr("Nothing was imported from "+filepath.Base(path)+". ", "Importing "+filepath.Base(path), func(ctx context.Context, progress Progress) ([]string, error) {
		var err error
		found, err = s.deps.Files.Import(ctx, path, progress)
		return found.Said, err
	}, func() {
		if s.deps.Done != nil && len(found.Changes) > 0 {
			s.deps.Done(found.Changes...)
		}
	})
}

// work runs something long behind a progress bar and says its result in words.
func (s *Screen) work(title string, do func(context.Context, Progress) ([]string, error), then func()) {
	s.workOr("", title, do, then)
}

// workOr is work whose failure is told after what it means.
func (s *Screen) workOr(failed, title string, do func(context.Context, Progress) ([]string, error), then func()) {
	const key = "settings work"
	bar := s.deps.Dialogs.Progress(title, func() {
		s.deps.Run.Cancel(key)
		s.journal.say("Stopped; nothing was changed.")
	})
	var said []string
	s.deps.Run.Run(key, func(ctx context.Context) error {
		var err error
		said, err = do(ctx, func(done, total int64) { bar.Report(int(done), int(total), "") })
		return err
	}, func(err error) {
		bar.Done()
		if err != nil {
			s.journal.say(failed + kit.ErrorText(err))
			return
		}
		s.journal.say(said...)
		if then != nil {
			then()
		}
	})
}
