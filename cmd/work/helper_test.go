//go:build nodynamic

package work

import (
	"context"
	"errors"
	"os"
	"reflect"
	"testing"
	"time"

	"skinward/app/journal"
	"skinward/app/photo"
	"skinward/app/photo/phototest"
)

func heicPhoto(t *testing.T) []byte {
	t.Helper()
	for _, f := range phototest.Folder(true) {
		if f.Name == "f.heic" {
			return f.Content
		}
	}
	t.Fatal("the folder has no HEIC")
	return nil
}

// selfHelper starts this test program as the helper.
func selfHelper(t *testing.T) *Helper {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return NewHelper(program, asHelper)
}

func TestHelperMakesTheSameCopies(t *testing.T) {
	for _, f := range phototest.Folder(true) {
		want, wantErr := photo.Importer{}.ProcessBytes(f.Content)
		got, err := selfHelper(t).Process(t.Context(), f.Content)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: the helper's copies differ", f.Name)
		}
		if (err == nil) != (wantErr == nil) || err != nil && err.Error() != wantErr.Error() {
			t.Errorf("%s: %v, want %v", f.Name, err, wantErr)
		}
	}
	whole := heicPhoto(t)
	for _, n := range []int{500, 600, len(whole) - 1} {
		if _, err := selfHelper(t).Process(t.Context(), whole[:n]); !errors.Is(err, &photo.Error{Code: photo.CodeDamaged}) {
			t.Errorf("cut to %d bytes: %v", n, err)
		}
	}
}

// Whatever a helper does, the photo is refused and the program goes on.
func TestHelperThatMisbehaves(t *testing.T) {
	for name, command := range map[string][]string{
		"is not there":          {"/nowhere/at/all"},
		"ends at once":          {"true"},
		"fails":                 {"false"},
		"says something else":   {"echo", "hello"},
		"does not stop talking": {"yes"},
	} {
		if _, err := NewHelper(command...).Process(t.Context(), heicPhoto(t)); !errors.Is(err, &photo.Error{Code: photo.CodeDamaged}) {
			t.Errorf("a helper that %s: %v", name, err)
		}
	}
}

// Cancelling ends the helper, and also the waiting for its turn.
func TestCancellingEndsTheHelper(t *testing.T) {
	h := NewHelper("sleep", "600")
	ctx, cancel := context.WithCancel(t.Context())
	first, second := make(chan error), make(chan error)
	file := heicPhoto(t)
	for _, done := range []chan error{first, second} {
		go func() {
			_, err := h.Process(ctx, file)
			done <- err
		}()
	}
	time.AfterFunc(50*time.Millisecond, cancel)
	for _, done := range []chan error{first, second} {
		if err := <-done; !errors.Is(err, context.Canceled) {
			t.Errorf("after cancelling: %v", err)
		}
	}
	if _, err := selfHelper(t).Process(t.Context(), file); err != nil {
		t.Error(err)
	}
}

// A cancelled import keeps what was added and blames no file.
func TestCancelledImportRefusesNothing(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	folder := t.TempDir()
	for _, f := range phototest.Folder(true) {
		if f.Outcome == photo.Added {
			if err := os.WriteFile(folder+"/"+f.Name, f.Content, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	d := openDesk(t)
	d.Helper = NewHelper("sleep", "600")
	seen := 0
	batch, err := d.AddPhotos(ctx, []string{folder}, "chin", journal.Day{}, func(done, total int, name string) {
		if seen = done; done == total-1 { // the HEIC is the last one
			cancel()
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if !batch.Cancelled || batch.Count(photo.Refused) != 0 || batch.Count(photo.Added) != seen || seen < 8 {
		t.Errorf("%s (%d seen)", batch, seen)
	}
}
