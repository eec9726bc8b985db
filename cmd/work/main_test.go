package work

import (
	"os"
	"testing"
	"time"

	"skinward/data"
)

// What this test program does when it is started with one of these words.
const (
	asHelper    = "test-as-helper"
	asThumbnail = "test-as-thumbnail"
)

func TestMain(m *testing.M) {
	var err error
	switch {
	case len(os.Args) == 2 && os.Args[1] == asHelper:
		err = ServeHelper(os.Stdin, os.Stdout)
	case len(os.Args) == 4 && os.Args[1] == asThumbnail:
		err = makeThumbnail(os.Args[2], os.Args[3])
	default:
		os.Exit(m.Run())
	}
	if err != nil {
		panic(err)
	}
}

func openDesk(t *testing.T) Desk {
	t.Helper()
	store, err := data.Open(t.TempDir(), data.Options{Derive: (*Helper)(nil).Derive})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return Desk{Store: store, Now: time.Now}
}
