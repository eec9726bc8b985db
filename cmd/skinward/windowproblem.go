//go:build !headless

package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/assets"
	"skinward/data"
	"skinward/ui/kit"
)

// showProblem says in a small window why the journal cannot be opened, for
// somebody who started the program from an icon. The journal stays as it is,
// unless its newest daily copy is asked for.
func showProblem(app fyne.App, folder string, err error) {
	app.Settings().SetTheme(kit.NewTheme(kit.Options{Icons: kit.NewIcons(assets.Icons())}))
	window := app.NewWindow("Skinward")
	said := kit.NewBody(kit.ErrorText(err))
	if full, err := filepath.Abs(folder); err == nil {
		folder = full
	}
	buttons := []fyne.CanvasObject{}
	if newest := newestCopy(folder); newest != "" && errors.Is(err, &journal.Error{Code: journal.CodeDamaged}) {
		day := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(newest), "journal-"), ".db")
		var restore *kit.Button
		restore = kit.NewPrimaryButton("Put the copy of "+day+" in its place", func() {
			restore.Hide()
			said.SetText(putCopy(newest, folder))
		})
		buttons = append(buttons, restore)
	}
	content := kit.Column(kit.Space4, kit.NewLargeHeading("The journal was not opened"), said,
		kit.NewCaption("Journal: "+folder), kit.Flow(kit.Space2, append(buttons, kit.NewButton("Close", window.Close))...))
	window.SetContent(kit.Inset(kit.NewScroll(content), kit.Space7, kit.Space7))
	window.Resize(fyne.NewSize(600, 280))
	window.Show()
}

// newestCopy is the latest daily copy of the journal in folder, "" without one.
func newestCopy(folder string) string {
	copies, err := filepath.Glob(filepath.Join(folder, "backups", "journal-????-??-??.db"))
	if err != nil || len(copies) == 0 {
		return ""
	}
	return slices.Max(copies)
}

// putCopy puts a daily copy in place of the database and says what came of it.
func putCopy(file, folder string) string {
	r, err := data.Restore(context.Background(), file, folder, nil)
	if err != nil {
		return kit.ErrorText(err)
	}
	words := fmt.Sprintf("The copy is in place: %d entries, %d photos. Start Skinward again to open it.", r.Entries, r.Photos)
	if r.Kept != "" {
		words += " The damaged file is kept as " + r.Kept + "."
	}
	return words
}

// readIcon returns the program's icon.
func readIcon() ([]byte, error) { return fs.ReadFile(assets.Icons(), "app.png") }
