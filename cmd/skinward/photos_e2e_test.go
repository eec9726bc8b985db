//go:build e2e

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"skinward/app/journal"
	"skinward/app/photo"
	"skinward/app/photo/phototest"
	"skinward/data"
)

// importPasted imports a folder in the open window by its copied path.
func (d *desk) importPasted(folder string) {
	d.t.Helper()
	clip := exec.CommandContext(d.ctx, "xclip", "-selection", "clipboard", "-loops", "0")
	clip.Env, clip.Stdin = d.env, strings.NewReader(folder+"\n")
	if err := clip.Run(); err != nil {
		d.t.Fatal(err)
	}
	d.key("ctrl+3")
	d.click(1081, 60) // Import photos…
	d.click(841, 552) // Import
}

func (d *desk) click(x, y int) {
	d.t.Helper()
	d.run("xdotool", "mousemove", "--window", d.window, "--sync", fmt.Sprint(x), fmt.Sprint(y), "click", "1")
}

// A folder of photos as other programs write them, broken ones among them, is
// imported in one go with a true report; every good one stands upright in its
// own colours, and its original is kept byte for byte.
func TestWindowImportsAFolderOfOtherPrograms(t *testing.T) {
	d := newDesk(t)
	folder := filepath.Join(t.TempDir(), "mixed")
	d.run("sh", "testdata/mixedphotos.sh", folder)
	d.start()
	d.key("Escape")
	d.importPasted(folder)
	const good = 19
	for range good {
		d.await("added photo")
	}
	d.picture("import-report")
	d.key("Escape")
	d.picture("imported-photos")
	d.stop()

	dir := filepath.Join(d.home, "data", "skinward", "journal")
	s, err := data.OpenReader(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	log, err := s.All(t.Context(), journal.KindPhoto)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, name := range glob(t, folder) {
		files[hashOfFile(t, name)] = filepath.Base(name)
	}
	photos := journal.Select[*journal.Photo](log)
	if len(photos) != good {
		t.Errorf("%d photos, want %d", len(photos), good)
	}
	for _, p := range photos {
		name := files[p.Hash]
		original, err := s.PhotoOriginal(t.Context(), p)
		if err != nil || name == "" || photo.HashBytes(original) != p.Hash {
			t.Errorf("%q: the original is not the file (%v)", name, err)
		}
		if strings.HasPrefix(name, "turned-") {
			if want := "2026-10-0" + name[7:8]; p.Day.String() != want || !p.Located {
				t.Errorf("%s: %s, located %v", name, p.Day, p.Located)
			}
		}
		for _, copied := range []func() ([]byte, error){
			func() ([]byte, error) { return s.PhotoView(t.Context(), p) },
			func() ([]byte, error) { return s.PhotoThumb(t.Context(), p) },
		} {
			b, err := copied()
			if err != nil {
				t.Fatal(err)
			}
			for _, secret := range []string{"Acme", "Phone 9", "4711", "Exif"} {
				if strings.Contains(string(b), secret) {
					t.Errorf("%s: a copy says %q", name, secret)
				}
			}
			if why := notUpright(b); why != "" {
				t.Errorf("%s does not stand upright: %s", name, why)
			}
		}
	}
	if out := d.journal("photo", "check"); !strings.HasPrefix(out, "19 photos checked: 0 missing, 0 changed; 0 files belong to no entry.") {
		t.Errorf("photo check says %s", out)
	}
	again := exec.CommandContext(d.ctx, d.binary, "photo", "import", folder)
	again.Env = d.env
	out, err := again.CombinedOutput()
	if err == nil || !strings.Contains(string(out), "No photo added, 20 were here already, 8 refused.") {
		t.Errorf("the same folder again: %v\n%s", err, out)
	}
	for name, says := range map[string]string{
		"bomb.png": "200000 × 200000", "drawing.jpg": "an SVG drawing", "empty.jpg": "is empty", "film.webp": "moving picture",
		"letter.jpeg": "not a photo", "page.png": "a PDF", "truncated.heic": "damaged", "truncated.jpg": "damaged",
	} {
		if !saysOnce(string(out), name, says) {
			t.Errorf("nothing says that %s is %s:\n%s", name, says, out)
		}
	}
}

// saysOnce tells whether exactly one line names the file, and with these words.
func saysOnce(out, name, words string) bool {
	n := 0
	for line := range strings.Lines(out) {
		if strings.Contains(line, "/"+name+":") {
			n++
			if !strings.Contains(line, words) {
				return false
			}
		}
	}
	return n == 1
}

func glob(t *testing.T, folder string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil || len(names) == 0 {
		t.Fatalf("%v %v", names, err)
	}
	return names
}

func hashOfFile(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return photo.HashBytes(b)
}

// notUpright looks at the middle of each quarter.
func notUpright(jpeg []byte) string {
	m, err := photo.Decode(jpeg)
	if err != nil {
		return err.Error()
	}
	w, h := m.Bounds().Dx(), m.Bounds().Dy()
	if d := w*2 - h*3; d > 2 || d < -2 {
		return fmt.Sprintf("%d × %d", w, h)
	}
	rgb := photo.RGBA(m)
	for i, at := range [][2]int{{1, 1}, {3, 1}, {3, 3}, {1, 3}} {
		got, want := rgb.RGBAAt(w*at[0]/4, h*at[1]/4), phototest.Colours[i]
		for _, d := range []int{int(got.R) - int(want.R), int(got.G) - int(want.G), int(got.B) - int(want.B)} {
			if d > 12 || d < -12 {
				return fmt.Sprintf("quarter %d is %v, want %v", i, got, want)
			}
		}
	}
	return ""
}
