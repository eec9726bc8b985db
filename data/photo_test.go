package data_test

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"testing"

	"skinward/app/journal"
	"skinward/app/journal/journaltest"
	"skinward/data"
)

// derive stands for the decoder: it makes copies that tell what they are of.
func derive(original []byte) (view, thumb []byte, err error) {
	if string(original) == "broken" {
		return nil, nil, &journal.Error{Code: journal.CodeDamaged, Field: "photo"}
	}
	return append([]byte("view of "), original...), append([]byte("thumb of "), original...), nil
}

func photo() *journal.Photo {
	return &journal.Photo{Meta: journaltest.Meta("2026-11-20", "21:00"), Format: "webp", Width: 3, Height: 4}
}

func TestLostCopiesAreMadeAgain(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir, data.Options{Derive: derive})
	c, _, err := s.AddPhoto(t.Context(), photo(), []byte("plum"), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	p := c.After.(*journal.Photo)
	for range 2 {
		if err := errors.Join(os.RemoveAll(filepath.Join(dir, "views")), os.RemoveAll(filepath.Join(dir, "thumbs"))); err != nil {
			t.Fatal(err)
		}
		if b, err := s.PhotoThumb(t.Context(), p); err != nil || string(b) != "thumb of plum" {
			t.Errorf("thumb %q, %v", b, err)
		}
		if b, err := s.PhotoView(t.Context(), p); err != nil || string(b) != "view of plum" {
			t.Errorf("view %q, %v", b, err)
		}
	}
	if got := read(t, filepath.Join(dir, "thumbs", p.Hash[:2], p.Hash+".jpg")); string(got) != "thumb of plum" {
		t.Errorf("kept %q", got)
	}
}

func TestPhotoThatCannotBeDecodedIsNotRecorded(t *testing.T) {
	s := open(t, t.TempDir(), data.Options{Derive: derive})
	_, added, err := s.AddPhoto(t.Context(), photo(), []byte("broken"), nil, nil)
	wantCode(t, err, journal.CodeDamaged)
	if n := count(t, s); n != 0 || added {
		t.Errorf("%d records", n)
	}
}

func TestHashFromOutsideCannotLeaveTheFolder(t *testing.T) {
	s := open(t, t.TempDir(), data.Options{Derive: derive})
	for _, hash := range []string{"", "../../etc/passwd", "..", "x"} {
		for _, format := range []string{"jpeg", "../x"} {
			p := photo()
			p.Hash, p.Format = hash, format
			if b, err := s.PhotoOriginal(t.Context(), p); err == nil {
				t.Errorf("%q gave %q", hash, b)
			}
			if b, err := s.PhotoThumb(t.Context(), p); err == nil {
				t.Errorf("%q gave %q", hash, b)
			}
		}
	}
}

func TestTidy(t *testing.T) {
	dir := t.TempDir()
	s, photos := withPhotos(t, dir)
	if _, err := s.Delete(t.Context(), photos[1]); err != nil {
		t.Fatal(err)
	}
	stray := filepath.Join(dir, "photos", "zz", "holiday.jpg")
	half := filepath.Join(dir, "photos", photos[0].Hash[:2], ".part-123")
	if err := os.Mkdir(filepath.Dir(stray), 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, stray, []byte("holiday"))
	write(t, half, []byte("half"))
	r, err := s.Check(t.Context(), nil)
	if err != nil || !r.Sound() || len(r.Orphans) != 2 {
		t.Errorf("%v, %v", r.Lines(), err)
	}
	moved, err := s.Tidy(t.Context())
	if err != nil || !reflect.DeepEqual(moved, []string{"photos/zz/holiday.jpg"}) {
		t.Errorf("moved %v, %v", moved, err)
	}
	if got := read(t, filepath.Join(dir, "quarantine", "holiday.jpg")); string(got) != "holiday" {
		t.Errorf("quarantine holds %q", got)
	}
	if _, err := os.Stat(half); err == nil {
		t.Error("what was half-written stays")
	}
	for _, p := range photos {
		if _, err := s.PhotoOriginal(t.Context(), p); err != nil {
			t.Errorf("a photo of the journal is gone: %v", err)
		}
	}
}

func TestCheckFindsWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	s, photos := withPhotos(t, dir)
	name := func(i int) string { return "photos/" + photos[i].Hash[:2] + "/" + photos[i].Hash + ".jpg" }
	if err := os.Remove(filepath.Join(dir, filepath.FromSlash(name(0)))); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, filepath.FromSlash(name(1))), []byte("another picture"))
	for _, sql := range []string{
		"CREATE TRIGGER evil AFTER INSERT ON note BEGIN DELETE FROM meal; END",
		"UPDATE water SET ml = -5",
		"PRAGMA foreign_keys = 0", "INSERT INTO meal_item (owner, place, food, absent) VALUES ('nobody', 0, 1, 0)",
	} {
		if err := s.Exec(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	var last int64
	r, err := s.Check(t.Context(), func(done, total int64) { last = total - done })
	if err != nil || r.Sound() || last != 0 {
		t.Errorf("%v, %v", r.Lines(), err)
	}
	if !reflect.DeepEqual(r.Missing, []string{name(0)}) || !reflect.DeepEqual(r.Damaged, []string{name(1)}) {
		t.Errorf("missing %v, damaged %v", r.Missing, r.Damaged)
	}
	if !reflect.DeepEqual(r.Schema, []string{"trigger evil does not belong there"}) {
		t.Errorf("schema %v", r.Schema)
	}
	if len(r.References) != 1 || len(r.Records) != 1 {
		t.Errorf("references %v, records %v", r.References, r.Records)
	}
	if lines := r.Lines(); len(lines) != 6 {
		t.Errorf("said in words: %q", lines)
	}
}

func TestCheckFindsDamagedPages(t *testing.T) {
	dir := t.TempDir()
	var page int
	t.Run("fill", func(t *testing.T) {
		s, _ := withPhotos(t, dir)
		answer, err := s.Ask(t.Context(), "SELECT rootpage FROM sqlite_schema WHERE name = 'meal'")
		if err != nil {
			t.Fatal(err)
		}
		if page, err = strconv.Atoi(answer); err != nil {
			t.Fatal(err)
		}
	})
	file := filepath.Join(dir, "journal.db")
	b := read(t, file)
	copy(b[(page-1)*4096:], "all of this page was lost")
	write(t, file, b)
	s := open(t, dir, data.Options{})
	r, err := s.Check(t.Context(), nil)
	if err != nil || r.Sound() || len(r.Database) == 0 {
		t.Errorf("%v, %v", r.Lines(), err)
	}
	_, err = s.Range(t.Context(), journal.Day{}, journal.Day{})
	wantCode(t, err, journal.CodeDamaged)
}
