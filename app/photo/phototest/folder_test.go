package phototest_test

import (
	"errors"
	"image"
	"slices"
	"strings"
	"testing"

	"skinward/app/photo"
	"skinward/app/photo/phototest"
)

func TestTheFolderIsWhatItSays(t *testing.T) {
	files := phototest.Folder(true)
	if !slices.IsSortedFunc(files, func(a, b phototest.File) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("the files are not in the order of their names")
	}
	seen := map[string]bool{}
	// Any build can decode this picture in place of the HEIC's.
	im := photo.Importer{HEIC: func([]byte) (image.Image, error) { return image.NewGray(image.Rect(0, 0, 160, 120)), nil }}
	for _, f := range files {
		res, err := im.ProcessBytes(f.Content)
		if f.Outcome == photo.Refused {
			if !errors.Is(err, &photo.Error{Code: f.Code}) {
				t.Errorf("%s: %v, want %s", f.Name, err, f.Code)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", f.Name, err)
			continue
		}
		if seen[res.Hash] != (f.Outcome == photo.Duplicate) {
			t.Errorf("%s: seen before: %v", f.Name, seen[res.Hash])
		}
		seen[res.Hash] = true
		if f.Outcome == photo.Added && (res.Width != f.Width || res.Height != f.Height) {
			t.Errorf("%s: %d × %d, want %d × %d", f.Name, res.Width, res.Height, f.Width, f.Height)
		}
		if strings.HasPrefix(f.Name, "a") {
			if m := res.Metadata; !m.HasLocation || m.Taken.Day() != int(f.Name[1]-'0') || int(m.Orientation) != int(f.Name[1]-'0') {
				t.Errorf("%s: %+v", f.Name, m)
			}
		}
		if res.Format == photo.HEIC {
			continue
		}
		view, err := photo.Decode(res.View)
		if err != nil {
			t.Fatal(err)
		}
		w, h := res.Width, res.Height
		for i, p := range []image.Point{{X: w / 4, Y: h / 4}, {X: w * 3 / 4, Y: h / 4}, {X: w * 3 / 4, Y: h * 3 / 4}, {X: w / 4, Y: h * 3 / 4}} {
			r, g, b, _ := view.At(p.X, p.Y).RGBA()
			c := phototest.Colours[i]
			if diff(r, c.R) > 8 || diff(g, c.G) > 8 || diff(b, c.B) > 8 {
				t.Errorf("%s does not stand upright: quarter %d is %d %d %d", f.Name, i, r>>8, g>>8, b>>8)
			}
		}
	}
}

func diff(v uint32, c uint8) int { return max(int(v>>8)-int(c), int(c)-int(v>>8)) }
