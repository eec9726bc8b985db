package skin

import (
	"context"
	"fmt"
	"net/url"
	"strings"

	"fyne.io/fyne/v2"

	"skinward/app/journal"
	"skinward/app/photo"
	"skinward/ui/kit"
)

var photoEndings = []string{".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".JPG", ".JPEG", ".PNG", ".HEIC"}

// askFile asks for one photo.
func (s *Screen) askFile() {
	s.deps.Dialogs.OpenFile("Add photo", photoEndings, func(path string) { s.start([]string{path}, journal.Day{}) })
}

// askAny asks for photos of any day.
func (s *Screen) askAny() { s.askImport(journal.Day{}) }

// askImport asks for a folder, or takes paths that were copied elsewhere.
// Photos without a date of their own will belong to day, unless it is zero.
func (s *Screen) askImport(day journal.Day) {
	paths := kit.NewNoteEntry("/home/me/Pictures/Skin", 4, nil)
	if p := pathsIn(s.deps.Paste()); len(p) > 0 {
		paths.SetText(strings.Join(p, "\n"))
	}
	var leave func()
	folder := kit.NewButton("Choose a folder…", func() {
		leave()
		s.deps.Dialogs.OpenFolder("Import photos from a folder", func(path string) { s.start([]string{path}, day) })
	})
	undated := ""
	if !day.IsZero() {
		undated = " A photo without a date counts for " + kit.CurrentDates().ShortYear(day) + "."
	}
	content := kit.Column(kit.Space3,
		kit.NewBody("A folder is taken with everything in it: JPEG, PNG, WebP and HEIC. The date comes from the photo itself; what is in the journal already is not stored twice."+undated),
		kit.Row(0, folder),
		kit.NewField("Or files and folders, one path a line", "Files can also be dropped anywhere on the window.", paths))
	leave = s.deps.Dialogs.Form("Import photos", content, "Import", func() error {
		list := pathsIn(paths.Text)
		if len(list) == 0 {
			return fmt.Errorf("no path is given yet; each begins at the root of the disk")
		}
		s.start(list, day)
		return nil
	})
}

// pathsIn finds file paths in text, one a line, as file managers copy them.
func pathsIn(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		line = strings.Trim(strings.TrimSpace(line), `"'`)
		if uri, ok := strings.CutPrefix(line, "file://"); ok {
			if p, err := url.PathUnescape(uri); err == nil {
				line = p
			}
		}
		windows := len(line) > 2 && line[1] == ':' && (line[2] == '\\' || line[2] == '/')
		if strings.HasPrefix(line, "/") || strings.HasPrefix(line, `\\`) || windows {
			out = append(out, line)
		}
	}
	return out
}

// Drop takes photos, and folders, dropped on the window.
func (s *Screen) Drop(uris []fyne.URI) bool {
	var paths []string
	for _, u := range uris {
		if u.Scheme() == "file" && (photo.LooksLikePhoto(u.Name()) || u.Extension() == "") {
			paths = append(paths, u.Path())
		}
	}
	if len(paths) == 0 {
		return false
	}
	s.start(paths, journal.Day{})
	return true
}

// start imports once it is known which site was used last: files may be
// dropped before this screen was ever shown.
func (s *Screen) start(paths []string, day journal.Day) {
	s.whenLoaded(func() { s.begin(paths, day) })
}

// begin imports under a bar that can be cancelled; what was added until then
// stays, is one step of undo, and is in the report.
func (s *Screen) begin(paths []string, day journal.Day) {
	site := s.site
	if s.all || site == "" {
		site = lastSite(s.photos)
	}
	ctx, cancel := context.WithCancel(context.Background())
	bar := s.deps.Dialogs.Progress("Importing photos", cancel)
	var batch photo.Batch
	s.deps.Run.Run("", func(outer context.Context) error {
		stop := context.AfterFunc(outer, cancel)
		defer stop()
		var err error
		batch, err = s.deps.Importer.Import(ctx, paths, site, day, func(done, total int, name string) {
			bar.Report(done, total, fmt.Sprintf("%d of %d · %s", done, total, name))
		})
		return err
	}, func(err error) {
		if ctx.Err() == nil {
			bar.Done()
		}
		cancel()
		s.imported(batch, err)
	})
}

// imported shows the report and the first of the new photos.
func (s *Screen) imported(batch photo.Batch, err error) {
	if len(batch.Changes) > 0 {
		s.deps.Done(batch.Changes...)
		s.route = kit.Route{Record: string(batch.Changes[len(batch.Changes)-1].After.Base().ID)}
	}
	s.reload()
	if err != nil {
		s.deps.Dialogs.Problem(kit.ErrorText(err) + " " + batch.String() + ".")
		return
	}
	if batch.Count(photo.Refused) == 0 {
		s.deps.Dialogs.Status(batch.String() + ".")
		return
	}
	var rows []fyne.CanvasObject
	for _, i := range batch.Items {
		if i.Outcome == photo.Refused {
			rows = append(rows, kit.NewListRow("", kit.Skin, i.Name, i.Reason, nil))
		}
	}
	list := kit.Fixed(0, min(320, float32(len(rows))*56+8), kit.NewScroll(kit.Column(kit.Space1, rows...)))
	s.deps.Dialogs.Panel("Import finished", kit.Column(kit.Space3,
		kit.NewBody(batch.String()+". These files were not taken; everything else was:"), list), nil)
}
