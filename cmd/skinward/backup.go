package main

import (
	"context"
	"flag"
	"fmt"
	"os"

	"skinward/data"
)

func backupCommand() command {
	return command{
		name: "backup", args: "FILE", brief: "write the journal with its photos into one file",
		long: `The file is a zip archive that holds the database and the originals of all
photos. It is read back and compared before it gets its name. The window may
stay open meanwhile.`,
		flags: func(*flag.FlagSet) action {
			return func(ctx context.Context, c *call) error {
				file, err := c.one("the FILE to write")
				if err != nil {
					return err
				}
				s, err := c.reader(ctx)
				if err != nil {
					return err
				}
				defer s.Close()
				b := newBar(c.Env, "Backing up")
				err = s.Backup(ctx, file, b.at)
				b.end()
				if err != nil {
					return err
				}
				stats, err := s.Stats(ctx)
				if err != nil {
					return err
				}
				size := ""
				if info, err := os.Stat(file); err == nil {
					size = ", " + bytesText(info.Size())
				}
				_, err = fmt.Fprintf(c.Out, "%s: %s and %s%s, read back and found equal.\n", file, plural(stats.Entries, "entry", "entries"), plural(stats.Photos, "photo", "photos"), size)
				return err
			}
		},
	}
}

func restoreCommand() command {
	return command{
		name: "restore", args: "FILE DIR", brief: "put the journal of a backup into a folder",
		long: `Everything is unpacked and checked beside DIR before DIR changes. A journal that
stands in DIR is kept under another name.`,
		flags: func(*flag.FlagSet) action {
			return func(ctx context.Context, c *call) error {
				if len(c.args) != 2 {
					return usage("a FILE to read and a DIR to restore into are needed")
				}
				b := newBar(c.Env, "Restoring")
				r, err := data.Restore(ctx, c.args[0], c.args[1], b.at)
				b.end()
				if err != nil {
					return err
				}
				fmt.Fprintf(c.Out, "%s: %s and %s restored, as of %s.\n", c.args[1], plural(r.Entries, "entry", "entries"), plural(r.Photos, "photo", "photos"), r.Made.Local().Format("2006-01-02 15:04"))
				if r.Kept != "" {
					fmt.Fprintf(c.Out, "The journal that stood there was kept as %s.\n", r.Kept)
				}
				for _, m := range r.Missing {
					fmt.Fprintf(c.Out, "The original of a photo was lost before the backup was made: %s\n", m)
				}
				return nil
			}
		},
	}
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

func bytesText(n int64) string {
	switch {
	case n < 1000:
		return fmt.Sprintf("%d bytes", n)
	case n < 1_000_000:
		return fmt.Sprintf("%d kB", (n+500)/1000)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/1e6)
}
