//go:build !headless

package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/assets"
	"skinward/ui/kit"
)

// showProblem says in a small window why the journal cannot be opened, for
// somebody who started the program from an icon. The journal stays as it is.
func showProblem(app fyne.App, w windowConfig, err error) int {
	fmt.Fprintln(w.Env.Err, "skinward:", err)
	app.Settings().SetTheme(kit.NewTheme(kit.Options{Icons: assets.Icons()}))
	window := app.NewWindow("Skinward")
	parts := []fyne.CanvasObject{
		kit.NewLargeHeading("The journal was not opened"),
		kit.NewBody(kit.ErrorText(err)),
		kit.NewCaption("Journal: " + w.Journal),
	}
	if copies, _ := filepath.Glob(filepath.Join(w.Journal, "backups", "*.db")); len(copies) > 0 && errors.Is(err, &journal.Error{Code: journal.CodeDamaged}) {
		slices.Sort(copies)
		parts = append(parts, kit.NewCaption("The newest daily copy can be put in its place; the damaged file is kept beside it:  skinward restore \""+copies[len(copies)-1]+"\" \""+w.Journal+"\""))
	}
	parts = append(parts, kit.Row(kit.Space2, kit.NewPrimaryButton("Close", window.Close)))
	window.SetContent(kit.Inset(kit.Column(kit.Space4, parts...), kit.Space7, kit.Space7))
	window.Resize(fyne.NewSize(560, 260))
	window.ShowAndRun()
	return exitFailure
}

// readIcon returns the program's icon.
func readIcon() ([]byte, error) { return fs.ReadFile(assets.Icons(), "app.png") }
