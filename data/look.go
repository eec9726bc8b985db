package data

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"skinward/app/journal"
)

// lookName is the file of the last look. It is made from the records, so no
// backup holds it.
const lookName = "last-look"

// KeepLook keeps what a look at the whole journal found, in the caller's own
// form, instead of what was kept before.
func (s *Store) KeepLook(ctx context.Context, content []byte) error {
	if s.writer == nil {
		return &journal.Error{Code: journal.CodeReadOnly, Field: s.dir}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return writeWhole(s.path(lookName), content)
}

// KeptLook returns what KeepLook kept, nil when there is nothing.
func (s *Store) KeptLook(ctx context.Context) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	content, err := os.ReadFile(s.path(lookName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return content, fault(s.path(lookName), err)
}

// dropLook removes the kept look, which names what was recorded.
func dropLook(dir string) error {
	name := filepath.Join(dir, lookName)
	if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fault(name, err)
	}
	return nil
}
