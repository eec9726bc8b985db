package skin_test

import (
	"bytes"
	"context"
	"errors"
	"image/gif"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"skinward/app/journal"
	"skinward/app/photo"
	"skinward/ui/kit"
	"skinward/ui/uitest"
)

var wide = uitest.Setup{Width: 1084, Height: 800}

func TestDroppedFilesAreImportedWithATrueReport(t *testing.T) {
	m := season(t)
	b := open(t, m, wide, kit.Route{})
	p := m.add("left cheek", day(11, 22), cheekCopies()[4], 640, 480)
	batch := photo.Batch{Items: []photo.Item{{Name: "a.jpg"}, {Name: "b.jpg", Outcome: photo.Duplicate}}}
	batch.Changes = []journal.Change{{After: p}}
	batch.Refuse("logo.jpg", &photo.Error{Code: photo.CodeNotPhoto, Found: "an SVG drawing"})
	b.imports.batch = batch
	uri := func(path string) fyne.URI { return storage.NewFileURI(path) }
	if !b.screen.Drop([]fyne.URI{uri("/home/me/a.jpg"), uri("/home/me/b.HEIC"), uri("/home/me/more"), uri("/home/me/diary.csv")}) {
		t.Fatal("photos were not taken")
	}
	b.Settle()
	if want := []string{"/home/me/a.jpg", "/home/me/b.HEIC", "/home/me/more"}; !slices.Equal(b.imports.paths, want) {
		t.Errorf("imported %q", b.imports.paths)
	}
	if b.imports.site != "left cheek" {
		t.Errorf("site guessed as %q", b.imports.site)
	}
	b.MustSay("1 photo added, 1 was here already, 1 refused. These files were not taken", "logo.jpg", "The file is an SVG drawing, not a photo.")
	b.Shot("skin-report")
	b.Tap("Close")
	b.MustSay("22 Nov 2026, 12:22")
	if len(b.done) != 1 || len(b.done[0]) != 1 {
		t.Errorf("%d steps of undo", len(b.done))
	}
	if b.screen.Drop([]fyne.URI{uri("/home/me/diary.csv")}) {
		t.Error("a diary was taken for a photo")
	}
}

func TestImportFromPastedPaths(t *testing.T) {
	b := open(t, newMemory(), wide, kit.Route{})
	b.clip = "file:///home/me/My%20photos/a.jpg\nnot a path\nC:\\Users\\me\\b.png\n"
	b.Tap("Add photos")
	b.MustSay("A folder is taken with everything in it")
	b.Shot("skin-import")
	b.Tap("Import")
	if want := []string{"/home/me/My photos/a.jpg", `C:\Users\me\b.png`}; !slices.Equal(b.imports.paths, want) {
		t.Errorf("imported %q, want %q", b.imports.paths, want)
	}
}

func TestImportThatEndsEarlySaysWhatWasKept(t *testing.T) {
	m := season(t)
	b := open(t, m, wide, kit.Route{})
	b.imports.err = &journal.Error{Code: journal.CodeDiskFull, Field: "journal"}
	b.imports.batch = photo.Batch{Items: []photo.Item{{Name: "a.jpg"}}, Changes: []journal.Change{{After: m.get(t, day(11, 21))}}}
	b.screen.Drop([]fyne.URI{storage.NewFileURI("/x/a.jpg")})
	if said := b.Toast.Message(); !strings.Contains(said, "1 photo added") {
		t.Errorf("said %q", said)
	}
	if len(b.done) != 1 {
		t.Error("what was added before cannot be undone")
	}
}

func TestThisPhotoCanBeChangedAndDeleted(t *testing.T) {
	m := season(t)
	b := open(t, m, wide, kit.Route{})
	latest := func() *journal.Photo { return m.get(t, day(11, 21)) }
	b.Tap("In summary")
	if latest().InSummary {
		t.Error("still in the summary")
	}
	b.Tap("In summary")
	if !latest().InSummary {
		t.Error("not in the summary")
	}
	b.Tap("Edit…")
	b.Shot("skin-edit")
	b.Tap("calmer than last week")
	b.Type(", less itch")
	b.Tap("Intimate: never in the summary unless ticked there")
	b.Tap("Save")
	if p := latest(); !strings.Contains(p.Note, ", less itch") || !p.Intimate || p.Light != "window" || p.Flash != journal.No {
		t.Errorf("%+v", p)
	}
	b.MustSay("intimate: stays out of the summary unless ticked")

	// The second site in use, by one key on the photo.
	b.Canvas().Focus(b.screen.Stage().(fyne.Focusable))
	b.Type("2")
	if p := latest(); p.Site != "left inner elbow" {
		t.Errorf("site %q", p.Site)
	}
	b.Canvas().Focus(b.screen.Stage().(fyne.Focusable))
	b.Key(fyne.KeyDelete)
	if !latest().IsDeleted() {
		t.Error("not deleted")
	}
	m.apply([]journal.Change{b.done[len(b.done)-1][0].Inverse()})
	if latest().IsDeleted() {
		t.Error("not brought back")
	}
}

func TestAFailedWriteIsTold(t *testing.T) {
	m := season(t)
	b := open(t, m, wide, kit.Route{})
	m.fail = &journal.Error{Code: journal.CodeDiskFull, Field: "journal"}
	b.Tap("In summary")
	if b.Toast.Message() == "" || len(b.done) != 0 {
		t.Errorf("said %q, %d steps", b.Toast.Message(), len(b.done))
	}
	if !m.get(t, day(11, 21)).InSummary {
		t.Error("changed all the same")
	}
}

func TestChoosingPhotosAndSites(t *testing.T) {
	b := open(t, season(t), wide, kit.Route{})
	b.Tap("27 Oct")
	b.MustSay("27 Oct 2026, 12:22", "43 days apart")
	b.Canvas().Focus(b.screen.Stage().(fyne.Focusable))
	b.Key(fyne.KeyPageDown)
	b.MustSay("5 Nov 2026, 12:22")
	b.Tap("Set left")
	b.Tap("21 Nov")
	b.MustSay("16 days apart")
	b.Tap("Forehead")
	b.MustSay("2 Jul 2026, 12:22", "A second photo of the same place makes a pair.")
	b.Tap("All sites")
	b.MustSay("15 photos")
	b.Tap("11 Aug")
	b.MustSay("Left inner elbow", "11 Aug 2026, 12:22")
	b.screen.Show(kit.Route{Topic: "left cheek"})
	b.MustSay("21 Nov 2026, 12:22")
}

func TestBlinkAndTimeLapse(t *testing.T) {
	b := open(t, season(t), wide, kit.Route{})
	b.Tap("Blink")
	before := len(b.later)
	if before != 1 {
		t.Fatalf("%d timers", before)
	}
	one := b.Shot("skin-blink-1")
	b.tick()
	two := b.Shot("skin-blink-2")
	x, y := b.onStage(0.45, 0.5)
	if one.At(int(x), int(y)) == two.At(int(x), int(y)) {
		t.Error("the photos did not take turns")
	}
	b.Tap("Time-lapse")
	for range 4 {
		b.tick()
	}
	b.MustSay("18 Oct 2026")
	b.Tap("Save animation…")
	b.Shot("skin-lapse")
	b.screen.Hide()
	b.later = b.later[:0]
}

func TestTimeLapseFile(t *testing.T) {
	b := open(t, season(t), wide, kit.Route{})
	data, err := b.screen.Lapse(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	g, err := gif.DecodeAll(bytes.NewReader(data))
	if err != nil || len(g.Image) != 9 || g.Config.Width != photo.TimeLapseSide || g.Config.Height != 360 {
		t.Fatalf("%d frames of %d × %d, %v", len(g.Image), g.Config.Width, g.Config.Height, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := b.screen.Lapse(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestBlindRating(t *testing.T) {
	m := season(t)
	b := open(t, m, wide, kit.Route{})
	b.Tap("Rate without dates…")
	b.MustSay("Photo 1 of 9")
	b.MustNotSay("Nov 2026", "Sep")
	b.Shot("skin-blind")
	for range 8 {
		b.Type("5")
		b.MustSay("Next")
		b.Key(fyne.KeyReturn)
	}
	b.MustSay("Photo 9 of 9", "Skip")
	b.Tap("Skip")
	b.MustSay("Without dates and in the diary", "without date 5")
	b.Shot("skin-blind-result")
	rated := 0
	for _, d := range courseDays {
		if r, ok := m.get(t, d).Blind.Get(); ok {
			rated++
			if r.Rating != 5 || r.On != day(11, 22) {
				t.Errorf("%s: %+v", d, r)
			}
		}
	}
	if rated != 8 {
		t.Errorf("%d photos were rated", rated)
	}
	if len(b.done) != 8 {
		t.Errorf("%d steps of undo for 8 ratings", len(b.done))
	}
}

func TestEverythingIsReachedByTab(t *testing.T) {
	b := open(t, season(t), wide, kit.Route{})
	order := strings.Join(b.TabOrder(), "|")
	want := []string{"Left cheek", "All sites", "Import photos…", "Add photo", "Side by side", "Time-lapse", "Align…", "Mark area", "Edit…", "Delete"}
	for _, name := range want {
		if !strings.Contains(order, name) {
			t.Errorf("%q is not reached; order is %q", name, order)
		}
	}
}

// Files may be dropped on another screen before this one was ever shown.
func TestDropBeforeTheFirstShow(t *testing.T) {
	b := open(t, season(t), wide, kit.Route{})
	fresh := b.newScreen()
	if !fresh.Drop([]fyne.URI{storage.NewFileURI("/home/me/a.jpg")}) {
		t.Fatal("not taken")
	}
	if b.imports.site != "left cheek" {
		t.Errorf("site guessed as %q", b.imports.site)
	}
}

// A click that slips by three pixels still sets a mark.
func TestAWobblyClickMarks(t *testing.T) {
	b := open(t, season(t), wide, kit.Route{})
	b.Tap("Align…")
	x, y := b.onStage(0.2, 0.5)
	test.Drag(b.Canvas(), fyne.NewPos(x, y), 3, 1)
	b.Settle()
	b.MustSay("Click the same first mark in the right photo.")
}
