package data

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"skinward/app/journal"
)

// A second program that finds the journal locked leaves a file; the first one
// looks for it a few times a second. That works on every disk and system
// where the journal itself works.
const (
	raiseName     = "raise"
	raiseEvery    = 300 * time.Millisecond
	raisePatience = 2 * time.Second
)

// AskToRaise asks the program that has the journal in dir open to come to the
// front and waits until it has heard. CodeLocked when none listens within two
// seconds: a command is writing, or the program hangs.
func AskToRaise(dir string) error {
	name := filepath.Join(dir, raiseName)
	if err := os.WriteFile(name, nil, 0o600); err != nil {
		return fault(name, err)
	}
	tick := time.NewTicker(raiseEvery / 4)
	defer tick.Stop()
	for began := time.Now(); time.Since(began) < raisePatience; <-tick.C {
		if _, err := os.Stat(name); errors.Is(err, fs.ErrNotExist) {
			return nil
		}
	}
	if err := os.Remove(name); errors.Is(err, fs.ErrNotExist) {
		return nil // heard at the last moment
	}
	return &journal.Error{Code: journal.CodeLocked, Field: dir}
}

// OnRaise calls raise, from a goroutine of its own, whenever another program
// asks for it with AskToRaise, until the store is closed. It is called once.
func (s *Store) OnRaise(raise func()) {
	ctx, stop := context.WithCancel(context.Background())
	s.stop = stop
	name := s.path(raiseName)
	os.Remove(name) // asked of an earlier run
	s.done.Go(func() {
		tick := time.NewTicker(raiseEvery)
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
			}
			if _, err := os.Stat(name); errors.Is(err, fs.ErrNotExist) {
				continue
			}
			if os.Remove(name) == nil {
				raise()
			}
		}
	})
}
