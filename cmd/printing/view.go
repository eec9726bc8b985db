package printing

import (
	"errors"
	"os"
	"path/filepath"
)

// View writes the page into a folder that only the person can read, and opens
// it in the viewer of the system. It fails where there is none to be seen.
func View(getenv func(string) string, name string, pdf []byte) error {
	if !canShow(getenv) {
		return errors.New("there is no display to show the page on")
	}
	dir, err := os.MkdirTemp("", "skinward-")
	if err != nil {
		return err
	}
	path := filepath.Join(dir, filepath.Base(name))
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		return errors.Join(err, os.RemoveAll(dir))
	}
	if err := show(path); err != nil {
		return errors.Join(err, os.RemoveAll(dir))
	}
	return nil
}
