// Package uitest opens a screen on the toolkit's test driver, without display,
// finds what a person would see, taps and types as a person would, and takes
// pictures. Only tests import it.
package uitest

import (
	"bytes"
	"image"
	"image/png"
	"log"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"skinward/assets"
	"skinward/ui/kit"
)

// Setup says how the window is to look. The zero value is 1280 × 800, light.
type Setup struct {
	Width, Height float32
	Dark          bool
	TextScale     float32 // 0 is 1
	Options       kit.Options
}

// Window is one window on the test driver. There may be only one at a time.
type Window struct {
	t      testing.TB
	size   fyne.Size
	Window fyne.Window
	Toast  *kit.Toast
	// Dialogs are real ones, shown in the window and driven like everything else.
	Dialogs *kit.WindowDialogs
}

// New makes the app, its theme and an empty window. Call it before building
// the screen, so that the screen's widgets find the theme.
func New(t testing.TB, s Setup) *Window {
	t.Helper()
	if s.Width == 0 {
		s.Width, s.Height = 1280, 800
	}
	o := s.Options
	o.Icons, o.Art = kit.NewIcons(assets.Icons()), assets.Art()
	o.TextScale = s.TextScale
	o.Mode = kit.ModeLight
	if s.Dark {
		o.Mode = kit.ModeDark
	}
	failOnToolkitErrors(t)
	app := test.NewTempApp(t)
	app.Settings().SetTheme(kit.NewTheme(o))
	w := &Window{t: t, size: fyne.NewSize(s.Width, s.Height), Window: test.NewWindow(container.NewStack())}
	w.closeAtEnd()
	w.Window.SetPadded(false)
	w.Toast = kit.NewToast(nil)
	w.Dialogs = kit.NewDialogs(w.Window, w.Toast)
	return w
}

// closeAtEnd closes the window unless the test did; closing twice would panic.
func (w *Window) closeAtEnd() {
	closed := false
	w.Window.SetOnClosed(func() { closed = true })
	w.t.Cleanup(func() {
		if !closed {
			w.Window.Close()
		}
	})
}

// Show puts an object into the window and lays it out.
func (w *Window) Show(content fyne.CanvasObject) *Window {
	w.Window.SetContent(container.NewStack(content, kit.AtFoot(w.Toast)))
	w.Window.Resize(w.size)
	w.Settle()
	return w
}

// Open shows a screen, as the shell would, at a route.
func (w *Window) Open(s kit.Screen, r kit.Route) *Window {
	w.Show(s.Content())
	s.Show(r)
	w.Settle()
	return w
}

// Canvas returns the window's canvas.
func (w *Window) Canvas() fyne.Canvas { return w.Window.Canvas() }

// Settle repeats the layout until wrapping text has found its height, as the
// real driver does between two frames.
func (w *Window) Settle() {
	before := w.layout()
	for range 4 {
		after := w.layout()
		if after == before {
			return
		}
		before = after
	}
}

// layout lays everything out once and returns a sum over all places and sizes.
func (w *Window) layout() uint64 {
	sum := uint64(14695981039346656037)
	for _, o := range w.Canvas().Overlays().List() {
		relayout(o, &sum)
	}
	relayout(w.Canvas().Content(), &sum)
	return sum
}

func relayout(o fyne.CanvasObject, sum *uint64) {
	if o == nil || !o.Visible() {
		return
	}
	at, size := o.Position(), o.Size()
	for _, v := range [4]float32{at.X, at.Y, size.Width, size.Height} {
		*sum = (*sum ^ uint64(math.Float32bits(v))) * 1099511628211
	}
	switch c := o.(type) {
	case fyne.Widget:
		r := test.WidgetRenderer(c)
		r.Layout(size)
		for _, child := range r.Objects() {
			relayout(child, sum)
		}
	case *fyne.Container:
		if c.Layout != nil {
			c.Layout.Layout(c.Objects, size)
		}
		for _, child := range c.Objects {
			relayout(child, sum)
		}
	}
}

// SetTheme changes the theme of the running window.
func (w *Window) SetTheme(o kit.Options) {
	if o.Icons == nil {
		o.Icons, o.Art = kit.NewIcons(assets.Icons()), assets.Art()
	}
	fyne.CurrentApp().Settings().SetTheme(kit.NewTheme(o))
	refresh(w.Canvas().Content())
	w.Settle()
}

func refresh(o fyne.CanvasObject) {
	if o == nil {
		return
	}
	o.Refresh()
	switch c := o.(type) {
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(c).Objects() {
			refresh(child)
		}
	case *fyne.Container:
		for _, child := range c.Objects {
			refresh(child)
		}
	}
}

// Shot returns a picture of the window. With SKINWARD_SHOTS set to a folder it
// is also written there as name.png.
func (w *Window) Shot(name string) image.Image {
	w.t.Helper()
	w.Settle()
	picture := w.Canvas().Capture()
	folder := os.Getenv("SKINWARD_SHOTS")
	if folder == "" {
		return picture
	}
	file, err := os.Create(filepath.Join(folder, name+".png"))
	if err != nil {
		w.t.Fatal(err)
	}
	if err := png.Encode(file, picture); err != nil {
		w.t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		w.t.Fatal(err)
	}
	return picture
}

// allowed are complaints of the toolkit that mean nothing here.
var allowed = []string{"locale", "XDG", "user-dirs", "favorite locations"}

func failOnToolkitErrors(t testing.TB) {
	var said bytes.Buffer
	before := log.Writer()
	log.SetOutput(&said)
	t.Cleanup(func() {
		log.SetOutput(before)
		for _, line := range strings.Split(said.String(), "\n") {
			if !strings.Contains(line, "Fyne error") {
				continue
			}
			ok := false
			for _, a := range allowed {
				ok = ok || strings.Contains(line, a)
			}
			if !ok {
				t.Errorf("the toolkit complained: %s\n%s", line, said.String())
			}
		}
	})
}
