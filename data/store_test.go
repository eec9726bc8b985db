package data_test

import (
	"testing"
	"time"

	"skinward/data"
	"skinward/data/datatest"
)

func TestStore(t *testing.T) {
	datatest.Run(t, func(t *testing.T, now func() time.Time) datatest.Journal {
		return open(t, t.TempDir(), data.Options{Now: now})
	})
}

// open opens a journal for the length of a test.
func open(t testing.TB, dir string, o data.Options) *data.Store {
	t.Helper()
	s, err := data.Open(dir, o)
	if err != nil {
		t.Fatalf("Open: %v", err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	})
	return s
}
