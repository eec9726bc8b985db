package kit_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"skinward/assets"
	"skinward/ui/kit"
	"skinward/ui/uitest"
)

// Each drawing for an empty screen, and the card on taking photos, is shown by
// some screen: a drawing that nobody sees helps nobody.
func TestEveryDrawingForAnEmptyScreenIsShown(t *testing.T) {
	code := ""
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := os.ReadFile(path)
		code += string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	names, err := fs.Glob(assets.Art(), "empty-*.svg")
	if err != nil || len(names) < 5 {
		t.Fatalf("%d drawings, %v", len(names), err)
	}
	for _, name := range append(names, "photo-recipe.svg") {
		if !strings.Contains(code, `"`+strings.TrimSuffix(name, ".svg")+`"`) {
			t.Errorf("no screen shows %s", name)
		}
	}
}

func TestAPictureIsDrawnAtItsSize(t *testing.T) {
	w := uitest.New(t, uitest.Setup{Width: 400, Height: 300})
	p := kit.NewPicture("empty-today", 176, 110)
	if p == nil || p.MinSize().Width != 176 || p.MinSize().Height != 110 {
		t.Fatalf("picture %v", p)
	}
	w.Show(p)
	ink := 0
	shot := w.Canvas().Capture()
	for x := range 400 {
		for y := range 300 {
			if r, g, b, _ := shot.At(x, y).RGBA(); r>>8 == 0x7f && g>>8 == 0xb0 && b>>8 == 0xc9 { // the cup
				ink++
			}
		}
	}
	if ink < 100 {
		t.Errorf("%d pixels of the cup are seen", ink)
	}
	if kit.NewPicture("no-such-drawing", 10, 10) != nil {
		t.Error("a drawing that is missing shows nothing")
	}
}
