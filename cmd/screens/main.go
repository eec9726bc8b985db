// Command screens draws every screen of the program into PNG files, without a
// display: light and dark, at two sizes, with an empty journal, one of a
// fortnight and one of a year.
//
//	go run ./cmd/screens FOLDER
package main

import (
	"context"
	"errors"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"skinward/app/journal"
	"skinward/app/sample"
	"skinward/assets"
	"skinward/cmd/wiring"
	"skinward/cmd/work"
	"skinward/data"
	"skinward/ui/kit"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: screens FOLDER")
		os.Exit(2)
	}
	if err := run(context.Background(), os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "screens:", err)
		os.Exit(1)
	}
}

// now is the moment of all pictures, so that they can be compared.
var now = time.Date(2026, time.November, 21, 12, 40, 0, 0, time.FixedZone("", 3600))

var (
	sizes    = []fyne.Size{{Width: 1280, Height: 800}, {Width: 1024, Height: 700}}
	themes   = []journal.Theme{journal.ThemeLight, journal.ThemeDark}
	journals = []struct {
		name string
		days int
	}{{"empty", 0}, {"fortnight", 14}, {"year", 365}}
	routes = []kit.Route{
		{Place: kit.PlaceToday},
		{Place: kit.PlaceTimeline},
		{Place: kit.PlaceSkin},
		{Place: kit.PlaceInsights},
		{Place: kit.PlaceGuide, Topic: "stress"},
		{Place: kit.PlaceSummary},
		{Place: kit.PlaceSettings},
	}
)

func run(ctx context.Context, folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	pantry, err := work.OpenPantry(assets.Food())
	if err != nil {
		return err
	}
	for _, j := range journals {
		dir, err := os.MkdirTemp("", "skinward-screens-")
		if err != nil {
			return err
		}
		err = shoot(ctx, folder, j.name, dir, j.days, pantry)
		if err := errors.Join(err, os.RemoveAll(dir)); err != nil {
			return err
		}
	}
	return nil
}

// shoot draws all screens of one journal.
func shoot(ctx context.Context, folder, name, dir string, days int, pantry *work.Pantry) (err error) {
	store, err := data.Open(dir, data.Options{Now: func() time.Time { return now }, Derive: (*work.Helper)(nil).Derive})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	desk := work.Desk{Store: store, Pantry: pantry, Now: func() time.Time { return now }}
	if err := fill(ctx, desk, days); err != nil {
		return err
	}
	for _, theme := range themes {
		settings, err := store.Settings(ctx)
		if err != nil {
			return err
		}
		settings.Theme, settings.Welcomed = theme, true
		if err := store.SaveSettings(ctx, settings); err != nil {
			return err
		}
		for _, size := range sizes {
			if err := shootWindow(ctx, folder, name+"-"+string(theme), desk, size); err != nil {
				return err
			}
		}
	}
	return nil
}

// fill makes the sample journal up to the day of the pictures.
func fill(ctx context.Context, desk work.Desk, days int) error {
	if days == 0 {
		return nil
	}
	s := sample.Generate(days, 1, sample.Options{Last: journal.DayAt(now, journal.DefaultSettings().DayEnd()), Photos: true})
	if _, err := desk.Store.Save(ctx, s.Log...); err != nil {
		return err
	}
	for _, shot := range s.Shots[max(0, len(s.Shots)-16):] {
		d, err := work.Draw(shot)
		if err != nil {
			return err
		}
		if _, _, err := desk.Store.AddPhoto(ctx, d.Record, d.Original, d.View, d.Thumb); err != nil {
			return err
		}
	}
	return nil
}

func shootWindow(ctx context.Context, folder, name string, desk work.Desk, size fyne.Size) error {
	app := test.NewApp()
	defer app.Quit()
	window := test.NewWindow(nil)
	window.SetPadded(false)
	ready, err := wiring.Prepare(ctx, desk.Store, "en_GB")
	if err == nil {
		err = ready.Read(ctx, desk)
	}
	if err != nil {
		return err
	}
	app.Settings().SetTheme(ready.Theme())
	shell := wiring.Build(wiring.Config{
		Ready: ready, Window: window, Desk: desk, Run: kit.Inline{}, Version: "0.1.0",
		After: kit.AtOnce, Copy: func(string) {}, Paste: func() string { return "" },
		Open: func(string, []byte) error { return nil },
	}, routes[0])
	for _, route := range routes {
		window.Resize(size)
		shell.Navigate(route)
		for range 4 { // wrapping text finds its height
			settle(window.Content())
		}
		file := fmt.Sprintf("%s-%s-%gx%g.png", route.Place, name, size.Width, size.Height)
		if err := write(filepath.Join(folder, file), window); err != nil {
			return err
		}
		fmt.Println(file)
	}
	return nil
}

// settle lays everything out once, as a real window does between two frames.
func settle(o fyne.CanvasObject) {
	if o == nil || !o.Visible() {
		return
	}
	switch c := o.(type) {
	case fyne.Widget:
		r := test.WidgetRenderer(c)
		r.Layout(c.Size())
		for _, child := range r.Objects() {
			settle(child)
		}
	case *fyne.Container:
		if c.Layout != nil {
			c.Layout.Layout(c.Objects, c.Size())
		}
		for _, child := range c.Objects {
			settle(child)
		}
	}
}

func write(path string, window fyne.Window) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	return errors.Join(png.Encode(f, window.Canvas().Capture()), f.Close())
}
