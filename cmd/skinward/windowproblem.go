//go:build !headless

package main

import (
	"fmt"
	"io/fs"

	"fyne.io/fyne/v2"

	"skinward/assets"
	"skinward/ui/kit"
)

// showProblem says in a small window why the journal cannot be opened, for
// somebody who started the program from an icon. The journal stays as it is.
func showProblem(app fyne.App, w windowConfig, err error) int {
	fmt.Fprintln(w.Env.Err, "skinward:", err)
	app.Settings().SetTheme(kit.NewTheme(kit.Options{Icons: assets.Icons()}))
	window := app.NewWindow("Skinward")
	window.SetContent(kit.Inset(kit.Column(kit.Space4,
		kit.NewLargeHeading("The journal was not opened"),
		kit.NewBody(kit.ErrorText(err)),
		kit.NewCaption("Journal: "+w.Journal),
		kit.Row(kit.Space2, kit.NewPrimaryButton("Close", window.Close))), kit.Space7, kit.Space7))
	window.Resize(fyne.NewSize(560, 260))
	window.ShowAndRun()
	return exitFailure
}

// readIcon returns the program's icon.
func readIcon() ([]byte, error) { return fs.ReadFile(assets.Icons(), "app.png") }
