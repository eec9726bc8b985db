package work

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"skinward/app/journal"
	"skinward/data"
)

// WriteFile makes a file from what produce writes. It appears under its name
// complete or not at all; an older one stays until then. A full disk is
// CodeDiskFull.
func WriteFile(name string, produce func(io.Writer) error) (err error) {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("%s is not a file that can be written over", name)
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".skinward-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
		if data.DiskFull(err) { // the file named in it is one that nobody asked for
			err = &journal.Error{Code: journal.CodeDiskFull, Field: name, Err: err}
		}
	}()
	out := bufio.NewWriterSize(f, 64<<10)
	if err := produce(out); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), name); err != nil {
		return err
	}
	if d, err := os.Open(filepath.Dir(name)); err == nil { // not everywhere possible
		_ = d.Sync()
		d.Close()
	}
	return nil
}

// WriteBytes is WriteFile for what is in memory.
func WriteBytes(name string, content []byte) error {
	return WriteFile(name, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
}
