package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"skinward/app/journal"
	"skinward/app/photo"
	"skinward/data"
)

func photoImportCommand() command {
	return command{name: "photo import", args: "FOLDER... [--site NAME]", brief: "add photos of the skin to the journal",
		long: `Folders are searched with everything below them; single files may be named too.
JPEG, PNG, WebP and HEIC are read. The day is the one the photo itself tells, or
that of the file where it tells none. Originals are kept byte for byte; a photo
that is in the journal already is not added again.`,
		flags: func(fs *flag.FlagSet) action {
			site := fs.String("site", "", "place of the body, by `NAME`: "+strings.Join(journal.Sites()[:3], ", ")+" ...")
			return func(ctx context.Context, c *call) error {
				if len(c.args) == 0 {
					return usage("the FOLDER to read is missing")
				}
				return importPhotos(ctx, c, strings.TrimSpace(*site))
			}
		}}
}

func importPhotos(ctx context.Context, c *call, site string) (err error) {
	files, err := candidates(c.args)
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return errors.New("no photo was found there")
	}
	store, err := c.writer(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	settings, err := store.Settings(ctx)
	if err != nil {
		return err
	}
	b := newBar(c.Env, "Adding photos")
	added, there := 0, 0
	var refused []string
	for i, f := range files {
		if err := ctx.Err(); err != nil {
			b.end()
			fmt.Fprintf(c.Out, "Stopped after %s; what was added stays.\n", plural(added, "photo", "photos"))
			return err
		}
		isNew, err := addPhoto(ctx, c, store, settings, f, site)
		var cannot *photo.Error
		switch {
		case errors.As(err, &cannot):
			refused = append(refused, f+": "+cannot.Error())
		case err != nil:
			b.end()
			return fileError{f, withoutPath(err)}
		case isNew:
			added++
		default:
			there++
		}
		b.at(int64(i+1), int64(len(files)))
	}
	b.end()
	fmt.Fprintf(c.Out, "%s added", plural(added, "photo", "photos"))
	if there > 0 {
		fmt.Fprintf(c.Out, ", %d already in the journal", there)
	}
	if len(refused) > 0 {
		fmt.Fprintf(c.Out, ", %d not read", len(refused))
	}
	fmt.Fprintln(c.Out, ".")
	for _, r := range refused {
		fmt.Fprintln(c.Err, "skinward: "+r)
	}
	if len(refused) > 0 {
		return errTold
	}
	return nil
}

// candidates lists the photos of folders, in path order, and the files that
// were named one by one. Hidden files and folders are left alone.
func candidates(paths []string) ([]string, error) {
	var out []string
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil {
			return nil, fileError{p, withoutPath(err)}
		}
		if !info.IsDir() {
			out = append(out, p)
			continue
		}
		err = filepath.WalkDir(p, func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return fileError{path, withoutPath(err)}
			case path != p && strings.HasPrefix(d.Name(), "."):
				if d.IsDir() {
					return filepath.SkipDir
				}
			case d.Type().IsRegular() && photo.LooksLikePhoto(d.Name()):
				out = append(out, path)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// addPhoto adds one file; added is false when the journal has it already.
func addPhoto(ctx context.Context, c *call, store *data.Store, settings journal.Settings, path, site string) (added bool, err error) {
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return false, err
	}
	if info.Size() > photo.MaxBytes {
		return false, &photo.Error{Code: photo.CodeTooManyBytes, Bytes: photo.MaxBytes}
	}
	original, err := os.ReadFile(path)
	if err != nil {
		return false, err
	}
	r, err := photo.Importer{}.ProcessBytes(original)
	if err != nil {
		return false, err
	}
	at := taken(r.Metadata, info.ModTime(), c.Now().Location())
	p := photoRecord(r, journal.DayAt(at, settings.DayEnd()))
	p.At, p.Site = at, site
	p.Intimate = slices.Contains(journal.IntimateSites(), site)
	if site != "" {
		if err := p.Validate(); err != nil {
			return false, err
		}
	}
	_, added, err = store.AddPhoto(ctx, p, original, r.View, r.Thumb)
	return added, err
}

// taken returns when a photo was made: what it says itself, in its own zone
// when it tells one, else the time of the file.
func taken(m photo.Metadata, file time.Time, zone *time.Location) time.Time {
	if m.Taken.IsZero() || m.Taken.Year() < 1990 || m.Taken.Year() > 2200 {
		return file.In(zone).Truncate(time.Second)
	}
	if m.HasOffset {
		zone = time.FixedZone("", m.Offset*60)
	}
	t := m.Taken
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, zone)
}

// photoRecord is what the journal notes of a processed file.
func photoRecord(r photo.Result, day journal.Day) *journal.Photo {
	p := &journal.Photo{Meta: journal.Meta{Day: day, Source: journal.Entered}, Hash: r.Hash, Format: string(r.Format), Bytes: r.Bytes,
		Width: r.Width, Height: r.Height, Colour: string(r.Colour), Located: r.Metadata.HasLocation}
	if r.Metadata.HasFlash {
		p.Flash = journal.StateOf(r.Metadata.Flash)
	}
	return p
}

// derive makes the smaller copies of an original again.
func derive(original []byte) (view, thumb []byte, err error) {
	r, err := photo.Importer{}.ProcessBytes(original)
	return r.View, r.Thumb, err
}

func photoCheckCommand() command {
	return command{name: "photo check", brief: "compare every photo with its hash and make lost thumbnails again",
		long: `Originals are compared with their hashes, files that belong to no entry are
named, and view copies and thumbnails that were lost are made again from the
originals. The exit code is 1 when an original is missing or changed.`,
		flags: func(*flag.FlagSet) action {
			return func(ctx context.Context, c *call) error {
				if err := c.none(); err != nil {
					return err
				}
				return checkPhotos(ctx, c)
			}
		}}
}

func checkPhotos(ctx context.Context, c *call) error {
	s, err := c.reader(ctx)
	if err != nil {
		return err
	}
	b := newBar(c.Env, "Checking photos")
	r, err := s.Check(ctx, b.at)
	b.end()
	if err := errors.Join(err, s.Close()); err != nil {
		return err
	}
	fmt.Fprintf(c.Out, "%s checked: %d missing, %d changed; %s belong to no entry.\n", plural(r.Photos, "photo", "photos"), len(r.Missing), len(r.Damaged), plural(len(r.Orphans), "file", "files"))
	for _, m := range r.Missing {
		fmt.Fprintln(c.Out, "missing: "+m)
	}
	for _, m := range r.Damaged {
		fmt.Fprintln(c.Out, "changed: "+m)
	}
	for _, m := range r.Orphans {
		fmt.Fprintln(c.Out, "belongs to no entry: "+m)
	}
	made, err := remakeThumbs(ctx, c)
	switch {
	case errors.Is(err, &journal.Error{Code: journal.CodeLocked}):
		fmt.Fprintln(c.Out, "The journal is open elsewhere: lost thumbnails are made there when they are shown.")
	case err != nil:
		return err
	case made > 0:
		fmt.Fprintf(c.Out, "%s made again.\n", plural(made, "thumbnail", "thumbnails"))
	}
	if len(r.Missing)+len(r.Damaged) > 0 {
		return errTold
	}
	return nil
}

// remakeThumbs asks for every small copy through a store that can make them
// again, and counts the photos for which it had to.
func remakeThumbs(ctx context.Context, c *call) (made int, err error) {
	remade := 0
	s, err := data.Open(c.dir, data.Options{MustExist: true, Now: c.Now, Derive: func(original []byte) (view, thumb []byte, err error) {
		remade++
		return derive(original)
	}})
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	photos, err := s.All(ctx, journal.KindPhoto)
	if err != nil {
		return 0, err
	}
	b := newBar(c.Env, "Looking for thumbnails")
	defer b.end()
	for i, p := range journal.Select[*journal.Photo](photos) {
		if err := ctx.Err(); err != nil {
			return remade, err
		}
		before := remade
		// What cannot be made again was told above as missing or changed.
		_, _ = s.PhotoView(ctx, p)
		_, _ = s.PhotoThumb(ctx, p)
		if remade > before {
			made++
		}
		b.at(int64(i+1), int64(len(photos)))
	}
	return made, nil
}
