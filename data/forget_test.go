package data_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"skinward/app/journal"
	"skinward/app/journal/journaltest"
	"skinward/data"
)

func TestForget(t *testing.T) {
	now := journaltest.At("2026-11-01", "09:00")
	dir := t.TempDir()
	s := open(t, dir, data.Options{Now: func() time.Time { return now }})
	save := func(r journal.Record) journal.Record {
		t.Helper()
		c, err := s.Save(t.Context(), r)
		if err != nil {
			t.Fatal(err)
		}
		return c[0].After
	}
	secret := save(journaltest.Note("2026-11-01", "an unmistakable secret"))
	standing := save(journaltest.Note("2026-11-01", "stands"))
	meal := save(journaltest.Meal("2026-11-01", "", journal.Lunch, "Soup"))
	course := save(journaltest.Probiotic("2026-11-01", "Kefir"))
	dose := save(&journal.Dose{Meta: journaltest.Meta("2026-11-02", ""), Course: course.Base().ID, Taken: journal.Yes})
	idle := save(journaltest.Probiotic("2026-11-01", "never taken"))
	var photos []*journal.Photo
	for _, original := range []string{"gone", "kept"} {
		c, _, err := s.AddPhoto(t.Context(), photo(), []byte(original), []byte("v"), []byte("t"))
		if err != nil {
			t.Fatal(err)
		}
		photos = append(photos, c.After.(*journal.Photo))
	}
	if _, err := s.Delete(t.Context(), secret, meal, course, idle, photos[0]); err != nil {
		t.Fatal(err)
	}
	now = now.AddDate(0, 0, 20)
	late := save(journaltest.Note("2026-11-01", "deleted late"))
	if _, err := s.Delete(t.Context(), late); err != nil {
		t.Fatal(err)
	}
	if err := s.KeepLook(t.Context(), []byte("an unmistakable secret")); err != nil {
		t.Fatal(err)
	}
	if b, err := s.KeptLook(t.Context()); err != nil || len(b) == 0 {
		t.Errorf("the look that was kept: %q, %v", b, err)
	}
	n, err := s.Forget(t.Context(), now.AddDate(0, 0, -10))
	if err != nil || n != 4 {
		t.Errorf("forgot %d, %v, want secret, meal, course and photo", n, err)
	}
	for _, r := range []journal.Record{standing, course, dose, late, photos[1]} {
		if _, err := s.Get(t.Context(), r.Kind(), r.Base().ID); err != nil {
			t.Errorf("%s was forgotten: %v", r.Title(), err)
		}
	}
	for _, r := range []journal.Record{secret, meal, idle, photos[0]} {
		_, err := s.Get(t.Context(), r.Kind(), r.Base().ID)
		wantCode(t, err, journal.CodeMissing)
	}
	if b, err := s.KeptLook(t.Context()); b != nil || err != nil {
		t.Errorf("the look names what was forgotten: %q, %v", b, err)
	}
	for _, folder := range []string{"photos", "views", "thumbs"} {
		found, err := filepath.Glob(filepath.Join(dir, folder, "*", "*"))
		if err != nil || len(found) != 1 {
			t.Errorf("%s holds %v, %v", folder, found, err)
		}
	}
	if r, err := s.Check(t.Context(), nil); err != nil || !r.Sound() || len(r.Orphans) != 0 {
		t.Errorf("%v, %v", r.Lines(), err)
	}
	if n, err := s.Forget(t.Context(), now.AddDate(0, 0, -10)); err != nil || n != 0 {
		t.Errorf("forgot %d again, %v", n, err)
	}
	// The words are in no file any more, not even in unused pages.
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for name, b := range contents(t, dir) {
		if bytes.Contains(b, []byte("unmistakable")) {
			t.Errorf("%s still holds the secret", name)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "journal.db")); err != nil {
		t.Error(err)
	}
}
