package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"strings"

	"skinward/app/journal"
	"skinward/app/photo"
	"skinward/data"
)

func photoImportCommand() command {
	return command{
		name: "photo import", args: "FOLDER... [--site NAME]", brief: "add photos of the skin to the journal",
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
		},
	}
}

func importPhotos(ctx context.Context, c *call, site string) (err error) {
	store, err := c.writer(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	b := newBar(c.Env, "Adding photos")
	batch, err := c.desk(store).AddPhotos(ctx, c.args, site, journal.Day{}, func(done, total int, _ string) { b.at(int64(done), int64(total)) })
	b.end()
	if err == nil && len(batch.Items) == 0 && !batch.Cancelled {
		return errors.New("no photo was found there")
	}
	fmt.Fprintf(c.Out, "%s.\n", batch)
	for _, it := range batch.Items {
		if it.Outcome == photo.Refused {
			fmt.Fprintf(c.Err, "skinward: %s: %s\n", it.Name, it.Reason)
		}
	}
	switch {
	case err != nil:
		return err
	case batch.Cancelled:
		return ctx.Err()
	case batch.Count(photo.Refused) > 0:
		return errTold
	}
	return nil
}

func photoCheckCommand() command {
	return command{
		name: "photo check", brief: "compare every photo with its hash and make lost thumbnails again",
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
		},
	}
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
		return c.Helper.Derive(original)
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
