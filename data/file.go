package data

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"skinward/app/journal"
)

var hashText = regexp.MustCompile(`^[0-9a-f]{64}$`)

var extensions = map[string]string{"jpeg": ".jpg", "png": ".png", "webp": ".webp", "heic": ".heic"}

// photoName returns the slash-separated place of an original below the folder.
func photoName(hash, format string) (string, error) {
	ext := extensions[format]
	if ext == "" || !hashText.MatchString(hash) {
		return "", &journal.Error{Code: journal.CodeBadText, Field: "photo", Value: hash}
	}
	return "photos/" + hash[:2] + "/" + hash + ext, nil
}

// smallName is the place of a view or thumb.
func smallName(folder, hash string) string { return folder + "/" + hash[:2] + "/" + hash + ".jpg" }

func hashOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// writeWhole writes a file that is either complete under its name or not
// there: temporary name in the same folder, synchronised, renamed, folder
// synchronised.
func writeWhole(name string, content []byte) error {
	return writeStream(name, func(w *os.File) error {
		_, err := w.Write(content)
		return err
	})
}

func writeStream(name string, fill func(*os.File) error) (err error) {
	folder := filepath.Dir(name)
	if err := makeFolder(folder); err != nil {
		return fault(folder, err)
	}
	f, err := os.CreateTemp(folder, temporaryPrefix) // mode 0600
	if err != nil {
		return fault(name, err)
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if err := fill(f); err != nil {
		return fault(name, err)
	}
	if err := f.Sync(); err != nil {
		return fault(name, err)
	}
	if err := f.Close(); err != nil {
		return fault(name, err)
	}
	if err := os.Rename(f.Name(), name); err != nil {
		return fault(name, err)
	}
	return fault(folder, syncFolder(folder))
}

// makeFolder makes folder and what is missing above it, each so that it lasts
// through a power cut as the files in it will.
func makeFolder(folder string) error {
	if info, err := os.Stat(folder); err == nil && info.IsDir() {
		return nil
	}
	parent := filepath.Dir(folder)
	if parent != folder {
		if err := makeFolder(parent); err != nil {
			return err
		}
	}
	if err := os.Mkdir(folder, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return syncFolder(parent)
}

const temporaryPrefix = ".part-"

// sweep removes folders that a backup or restore left in folder when it was
// killed. A younger one may belong to a program that is still at work.
func sweep(folder, prefix string, now time.Time) {
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		info, err := e.Info()
		if err == nil && e.IsDir() && strings.HasPrefix(e.Name(), prefix) && now.Sub(info.ModTime()) > 24*time.Hour {
			os.RemoveAll(filepath.Join(folder, e.Name()))
		}
	}
}

// hashFile returns the SHA-256 and the size of a file.
func hashFile(name string) (hash string, size int64, err error) {
	f, err := os.Open(name)
	if err != nil {
		return "", 0, err
	}
	defer f.Close()
	h := sha256.New()
	size, err = io.Copy(h, f)
	return hex.EncodeToString(h.Sum(nil)), size, err
}
