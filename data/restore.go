package data

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"skinward/app/journal"
)

// Restored tells what a restore brought back.
type Restored struct {
	Entries, Photos int
	Missing         []string  // originals that are lost
	Made            time.Time // when the backup was made
	Kept            string    // what stood there before, under its new name; "" when there was nothing
}

const restorePrefix = ".skinward-restore-"

// Restore puts the journal of a backup into the folder dir, or, when file is
// one of the copies in the folder backups, its database into the journal that
// is there. Everything is
// unpacked beside dir and checked there, hashes, database and photos; only
// then dir is replaced by renaming. A journal that stood in dir is kept under
// another name. When anything fails dir is as it was.
//
// Errors: CodeForeign or CodeDamaged for a file that is no whole backup,
// CodeNewer, CodeLocked when the journal in dir is open, CodeExists when dir
// holds something else.
func Restore(ctx context.Context, file, dir string, progress func(done, total int64)) (Restored, error) {
	var r Restored
	dir, err := filepath.Abs(dir)
	if err != nil {
		return r, fault(dir, err)
	}
	free, err := replaceable(dir)
	if err != nil {
		return r, err
	}
	defer free()
	if isDatabase(file) {
		return restoreCopy(ctx, file, dir)
	}
	a, err := openArchive(file)
	if err != nil {
		return r, err
	}
	defer a.Close()
	parent := filepath.Dir(dir)
	if err := os.MkdirAll(parent, 0o700); err != nil {
		return r, fault(parent, err)
	}
	sweep(parent, restorePrefix, time.Now())
	fresh, err := os.MkdirTemp(parent, restorePrefix) // mode 0700
	if err != nil {
		return r, fault(parent, err)
	}
	defer os.RemoveAll(fresh)
	if err := a.unpackAll(ctx, fresh, newMeter(a.manifest, 1, progress)); err != nil {
		return r, about(file, err)
	}
	if err := checkUnpacked(ctx, fresh, a.manifest); err != nil {
		return r, about(file, err)
	}
	free()
	if r.Kept, err = swap(fresh, dir); err != nil {
		return r, err
	}
	r.Entries, r.Photos, r.Missing, r.Made = a.manifest.Entries, a.manifest.Photos, a.manifest.Missing, a.manifest.Made
	return r, nil
}

// replaceable makes sure that dir is absent, empty, or a journal that nobody
// has open. The lock is held until free is called.
func replaceable(dir string) (free func(), err error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0 {
		return func() {}, nil
	}
	if err != nil {
		if info, e := os.Stat(dir); e == nil && !info.IsDir() {
			return nil, &journal.Error{Code: journal.CodeExists, Field: dir}
		}
		return nil, fault(dir, err)
	}
	if !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == dbName || e.Name() == "lock" || e.Name() == "backups" }) {
		return nil, &journal.Error{Code: journal.CodeExists, Field: dir}
	}
	lock, err := takeLock(dir)
	if err != nil {
		return nil, err
	}
	return func() { lock.Close() }, nil
}

// checkUnpacked makes sure that the database below dir is sound and its photos
// are there.
func checkUnpacked(ctx context.Context, dir string, m *manifest) error {
	photos, err := checkDatabase(ctx, filepath.Join(dir, dbName), m.Schema, new(Restored))
	if err != nil {
		return err
	}
	for _, p := range photos {
		_, err := os.Stat(filepath.Join(dir, filepath.FromSlash(p.name)))
		if err != nil && p.stands && !slices.Contains(m.Missing, p.name) {
			return hostile("%s is missing", p.name)
		}
	}
	return nil
}

// swap renames fresh to dir, and what stood there to a name of its own.
func swap(fresh, dir string) (kept string, err error) {
	parent := filepath.Dir(dir)
	if _, err := os.Stat(dir); err == nil {
		if err := os.Remove(dir); err != nil { // only an empty folder goes
			kept, err = setAside(dir)
			if err != nil {
				return "", err
			}
		}
	}
	if err := os.Rename(fresh, dir); err != nil {
		if kept != "" {
			err = errors.Join(err, os.Rename(kept, dir))
		}
		return "", fault(dir, err)
	}
	return kept, fault(parent, syncFolder(parent))
}

// setAside gives dir the first free name of "dir before restore", "… 2" and
// so on.
func setAside(dir string) (string, error) {
	kept, err := freeName(dir+" before restore", "")
	if err == nil {
		err = os.Rename(dir, kept)
	}
	return kept, fault(dir, err)
}

// freeName returns base+ext, or the first of "base 2"+ext and so on that is
// not taken.
func freeName(base, ext string) (string, error) {
	name := base + ext
	for n := 2; ; n++ {
		_, err := os.Lstat(name)
		if errors.Is(err, fs.ErrNotExist) {
			return name, nil
		}
		if err != nil {
			return "", err
		}
		name = base + " " + strconv.Itoa(n) + ext
	}
}
