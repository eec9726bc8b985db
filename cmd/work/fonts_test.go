package work

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"skinward/app/figure/ink"
)

// Names in scripts that the page's own font lacks come from a font of this
// system, can be selected as text, and leave no second font in the file.
func TestLettersComeFromTheFontsOfTheSystem(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	ink.UseFonts(SystemFonts())
	t.Cleanup(func() { ink.UseFonts(nil) })
	const name = "王小明"
	if text, missing := ink.Printable(name); text != name || missing != 0 {
		t.Fatalf("%q, %d letters without a font", text, missing)
	}
	d := ink.New(300, 60)
	end := d.Say(20, 30, 20, false, ink.Hex(0), name)
	if end < 60 || end > 100 {
		t.Errorf("three letters of 20 points reach from 20 to %g", end)
	}
	if b := d.Bounds(0); b.W < 40 || b.H < 12 {
		t.Errorf("they are drawn in %+v", b)
	}
	if img := ink.Raster(d, 300, 60, ink.Hex(0xFFFFFF)); !slices.Contains(img.Pix, 0) {
		t.Error("the preview has no ink")
	}
	var pdf bytes.Buffer
	if err := ink.PDF(&pdf, []*ink.Drawing{d}, ink.Meta{}); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "name.pdf")
	if err := os.WriteFile(file, pdf.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command("pdftotext", file, "-").CombinedOutput()
	if err != nil || strings.TrimSpace(string(text)) != name {
		t.Errorf("selected %q, %v", text, err)
	}
	fonts, err := exec.Command("pdffonts", file).CombinedOutput()
	for i, f := range strings.Split(strings.TrimSpace(string(fonts)), "\n") {
		if err != nil || i > 1 && !strings.HasPrefix(f, "SKINWD+dejavusanscondensed") {
			t.Errorf("font %q, %v", f, err)
		}
	}
}
