package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"skinward/app/journal"
	"skinward/app/sample"
	"skinward/cmd/work"
	"skinward/data"
)

func sampleCommand() command {
	return command{
		name: "sample", args: "[--days N] [--seed N] [--photos] DIR", brief: "write a made-up journal with known true links",
		long: `The same days, seed and options make the same journal. What truly goes with the
skin in it is printed, and so are the traps: what only seems to.`,
		flags: func(fs *flag.FlagSet) action {
			days := fs.Int("days", 365, "length in `DAYS`, 1 to 36500")
			seed := fs.Uint64("seed", 1, "another `NUMBER` makes another journal")
			photos := fs.Bool("photos", false, "with two drawn photos of the skin a week")
			cycle := fs.Bool("cycle", false, "with a menstrual cycle")
			var until dayFlag
			fs.Var(&until, "until", "last day of the journal, a `DATE` (default 2026-10-31)")
			return func(ctx context.Context, c *call) error {
				dir, err := c.one("the DIR to write")
				if err != nil {
					return err
				}
				if *days < 1 || *days > sample.MaxDays {
					return usage("--days must lie between 1 and %d", sample.MaxDays)
				}
				s := sample.Generate(*days, *seed, sample.Options{Last: until.Day, Photos: *photos, Cycle: *cycle})
				if err := writeSample(ctx, c, dir, s); err != nil {
					return err
				}
				fmt.Fprintf(c.Out, "%s: %s, %s and %s.\n", dir, plural(*days, "day", "days"), plural(len(s.Log), "entry", "entries"), plural(len(s.Shots), "photo", "photos"))
				return printTruth(c.Out, s.Truth)
			}
		},
	}
}

func printTruth(w io.Writer, t sample.Truth) error {
	list := func(title string, links []sample.Link) {
		fmt.Fprintf(w, "\n%s\n", title)
		for _, l := range links {
			fmt.Fprintf(w, "  %-14s %-9s %s\n", l.Factor, l.Outcome, l.Why)
		}
	}
	list("What truly goes with the skin here:", t.Links)
	list("What only seems to:", t.Traps)
	list("What goes along with a true link:", t.Companions)
	return nil
}

// sampleEpoch is when a sample was written as far as its entries know, so that
// the same sample is the same journal on every machine.
var sampleEpoch = time.Date(2026, time.November, 1, 12, 0, 0, 0, time.UTC)

// writeSample makes the journal beside dir and gives it its name when it is
// complete.
func writeSample(ctx context.Context, c *call, dir string, s sample.Sample) error {
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		return &journal.Error{Code: journal.CodeExists, Field: dir}
	} else if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	parent := filepath.Dir(filepath.Clean(dir))
	if err := os.MkdirAll(parent, 0o700); err != nil {
		return err
	}
	fresh, err := os.MkdirTemp(parent, ".skinward-sample-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(fresh)
	if err := fillSample(ctx, c, fresh, s); err != nil {
		return err
	}
	if err := os.Remove(dir); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return os.Rename(fresh, dir)
}

func fillSample(ctx context.Context, c *call, dir string, s sample.Sample) (err error) {
	store, err := data.Open(dir, data.Options{Now: func() time.Time { return sampleEpoch }})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	settings := journal.DefaultSettings()
	settings.Welcomed = true
	if err := store.SaveSettings(ctx, settings); err != nil {
		return err
	}
	if _, err := store.Save(ctx, s.Log...); err != nil {
		return err
	}
	return drawPhotos(ctx, c, store, s.Shots)
}

// drawPhotos draws the pictures, several at a time, and adds them in order.
func drawPhotos(ctx context.Context, c *call, store *data.Store, shots []sample.Shot) error {
	type drawn struct {
		work.Drawn
		err error
	}
	b := newBar(c.Env, "Drawing photos")
	defer b.end()
	ahead := make(chan chan drawn, runtime.NumCPU())
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	go func() {
		defer close(ahead)
		for _, shot := range shots {
			one := make(chan drawn, 1)
			select {
			case ahead <- one:
			case <-ctx.Done():
				return
			}
			go func() {
				d, err := work.Draw(shot)
				one <- drawn{d, err}
			}()
		}
	}()
	for i := range shots {
		one, ok := <-ahead
		if !ok {
			return ctx.Err()
		}
		d := <-one
		if d.err != nil {
			return d.err
		}
		if _, _, err := store.AddPhoto(ctx, d.Record, d.Original, d.View, d.Thumb); err != nil {
			return err
		}
		b.at(int64(i+1), int64(len(shots)))
	}
	return nil
}

// ensureSample makes the sample journal of the data folder, a year up to
// today, unless it is there.
func ensureSample(ctx context.Context, c *call) error {
	if entries, err := os.ReadDir(c.dir); err == nil && len(entries) > 0 {
		return nil
	}
	today := journal.DayAt(c.Now(), journal.DefaultSettings().DayEnd())
	return writeSample(ctx, c, c.dir, sample.Generate(365, 1, sample.Options{Last: today, Photos: true}))
}
