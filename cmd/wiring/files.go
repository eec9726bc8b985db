package wiring

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"skinward/app/exchange"
	"skinward/app/journal"
	"skinward/app/photo"
	"skinward/cmd/work"
	"skinward/data"
	"skinward/ui/settings"
)

// files does what Settings offers for the journal as a whole.
type files struct{ desk work.Desk }

func (f files) Folder() string { return f.desk.Store.Dir() }

// Backup writes the backup and notes when.
func (f files) Backup(ctx context.Context, file string, progress settings.Progress) error {
	if err := f.desk.Store.Backup(ctx, file, progress); err != nil {
		return err
	}
	s, err := f.desk.Store.Settings(ctx)
	if err != nil {
		return err
	}
	s.LastBackup = f.desk.Now()
	return f.desk.Store.SaveSettings(ctx, s)
}

func (f files) Restore(ctx context.Context, file, folder string, progress settings.Progress) ([]string, error) {
	r, err := data.Restore(ctx, file, folder, progress)
	if err != nil {
		return nil, err
	}
	said := []string{fmt.Sprintf("Restored into %s: %d entries, %d photos, as of %s.", folder, r.Entries, r.Photos, r.Made.In(f.desk.Now().Location()).Format(time.DateOnly))}
	if len(r.Missing) > 0 {
		said = append(said, fmt.Sprintf("%d photos were already lost when the backup was made.", len(r.Missing)))
	}
	if r.Kept != "" {
		said = append(said, "What stood there is kept in "+r.Kept+".")
	}
	return append(said, "The open journal was not touched; open the restored one with  skinward --journal "+folder), nil
}

func (f files) Export(ctx context.Context, file string) ([]string, error) {
	format := "csv"
	if strings.EqualFold(filepath.Ext(file), ".json") {
		format = "json"
	}
	var left string
	err := work.WriteFile(file, func(w io.Writer) (err error) {
		left, err = f.desk.Export(ctx, w, format, journal.Day{}, journal.Day{})
		return err
	})
	if err != nil || left == "" {
		return nil, err
	}
	return []string{strings.ToUpper(left[:1]) + left[1:] + "; the complete export has."}, nil
}

func (f files) Import(ctx context.Context, file string, progress settings.Progress) (settings.Imported, error) {
	diary, err := work.ReadDiaryFile(file, exchange.ParseOptions{}, progress)
	if err != nil {
		return settings.Imported{}, err
	}
	if err := ctx.Err(); err != nil {
		return settings.Imported{}, err
	}
	plan, err := f.desk.Plan(ctx, diary)
	if err != nil {
		return settings.Imported{}, err
	}
	changes, err := f.desk.Carry(ctx, diary, plan)
	return settings.Imported{Changes: changes, Said: plan.Report.Sentences()}, err
}

// photoImporter adds photos for the Skin screen.
type photoImporter struct{ desk work.Desk }

func (p photoImporter) Import(ctx context.Context, paths []string, site string, day journal.Day, progress func(done, total int, name string)) (photo.Batch, error) {
	batch, err := p.desk.AddPhotos(ctx, paths, site, day, progress)
	for i := range batch.Items {
		batch.Items[i].Name = filepath.Base(batch.Items[i].Name)
	}
	return batch, err
}
