package data

import (
	"errors"
	"os"
	"path/filepath"

	"skinward/app/journal"
)

var errHeld = errors.New("lock is held")

// takeLock makes this program the only writer of the journal in dir. The file
// stays when it is released, since removing it would let two programs lock
// two different files of the same name.
func takeLock(dir string) (*os.File, error) {
	name := filepath.Join(dir, "lock")
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fault(name, err)
	}
	if err := lockExclusively(f); err != nil {
		f.Close()
		if errors.Is(err, errHeld) {
			return nil, &journal.Error{Code: journal.CodeLocked, Field: dir}
		}
		return nil, fault(name, err)
	}
	return f, nil
}
