package work

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"skinward/app/journal"
	"skinward/app/photo"
)

// AddPhotos adds the files, and all photos in the folders, of paths. What was
// added before ctx ended stays. The error is one that ends the whole import,
// such as a full disk; the batch still tells what was done before it. Photos
// without a date of their own belong to day, unless it is zero.
func (d Desk) AddPhotos(ctx context.Context, paths []string, site string, day journal.Day, progress func(done, total int, name string)) (photo.Batch, error) {
	var batch photo.Batch
	settings, err := d.Store.Settings(ctx)
	if err != nil {
		return batch, err
	}
	intimate, err := d.intimate(ctx, site)
	if err != nil {
		return batch, err
	}
	arrival := photo.Arrival{Site: site, Day: day, Intimate: intimate, DayEnd: settings.DayEnd()}
	files := photoFiles(paths, &batch)
	for i, f := range files {
		if ctx.Err() != nil {
			batch.Cancelled = true
			break
		}
		if err := d.addPhoto(ctx, arrival, f, &batch); err != nil {
			return batch, err
		}
		if progress != nil && !batch.Cancelled {
			progress(i+1, len(files), filepath.Base(f))
		}
	}
	return batch, nil
}

// intimate reports whether the photos of a site so far are kept from pages; a
// new one of the same site is then kept from them too.
func (d Desk) intimate(ctx context.Context, site string) (bool, error) {
	if site == "" {
		return false, nil
	}
	log, err := d.Store.All(ctx, journal.KindPhoto)
	for _, p := range journal.Select[*journal.Photo](log) {
		if p.Site == site && p.Intimate {
			return true, err
		}
	}
	return false, err
}

// photoFiles lists the photos of folders, in path order, and the files that
// were named one by one. Hidden files and folders are left alone; what cannot
// be read is noted in the batch.
func photoFiles(paths []string, batch *photo.Batch) []string {
	var out []string
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil {
			batch.Refuse(p, WithoutPath(err))
			continue
		}
		if !info.IsDir() {
			out = append(out, p)
			continue
		}
		err = filepath.WalkDir(p, func(path string, e fs.DirEntry, err error) error {
			switch {
			case err != nil:
				batch.Refuse(path, WithoutPath(err))
			case path != p && strings.HasPrefix(e.Name(), "."):
				if e.IsDir() {
					return filepath.SkipDir
				}
			case e.Type().IsRegular() && photo.LooksLikePhoto(e.Name()):
				out = append(out, path)
			}
			return nil
		})
		if err != nil {
			batch.Refuse(p, WithoutPath(err))
		}
	}
	return out
}

// addPhoto adds one file and notes in the batch what became of it.
func (d Desk) addPhoto(ctx context.Context, a photo.Arrival, path string, batch *photo.Batch) error {
	original, modified, err := readPhoto(path)
	if err != nil {
		batch.Refuse(path, WithoutPath(err))
		return nil
	}
	r, err := d.Helper.Process(ctx, original)
	switch {
	case ctx.Err() != nil:
		batch.Cancelled = true
		return nil
	case err != nil:
		batch.Refuse(path, err)
		return nil
	}
	a.Otherwise = modified.In(d.Now().Location())
	p := photo.NewRecord(r, a)
	if err := p.Validate(); err != nil {
		batch.Refuse(path, err)
		return nil
	}
	change, added, err := d.Store.AddPhoto(ctx, p, original, r.View, r.Thumb)
	switch {
	case err != nil:
		return err
	case added:
		batch.Changes = append(batch.Changes, change)
		batch.Items = append(batch.Items, photo.Item{Name: path, Outcome: photo.Added})
	default:
		batch.Items = append(batch.Items, photo.Item{Name: path, Outcome: photo.Duplicate})
	}
	return nil
}

// WithoutPath takes the path off a system error that is told after the path.
func WithoutPath(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// readPhoto reads a file unless it is larger than any photo.
func readPhoto(path string) (original []byte, modified time.Time, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, modified, err
	}
	if info.Size() > photo.MaxBytes {
		return nil, modified, &photo.Error{Code: photo.CodeTooManyBytes, Bytes: photo.MaxBytes}
	}
	original, err = os.ReadFile(path)
	return original, info.ModTime(), err
}
