package data

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"skinward/app/journal"
)

// Report is what Check found. Every list is empty in a sound journal.
type Report struct {
	Entries, Photos int
	Database        []string // what SQLite says of the file
	References      []string // rows that refer to nothing
	Schema          []string // tables, indexes and triggers that are not as this version makes them
	Records         []string // records that would not be accepted today
	Missing         []string // originals of photos that are lost
	Damaged         []string // originals that no longer have their hash
	Orphans         []string // files that no record refers to
}

// Sound reports whether nothing is wrong. Orphans are no fault: Tidy sets them
// aside.
func (r Report) Sound() bool {
	return len(r.Database)+len(r.References)+len(r.Schema)+len(r.Records)+len(r.Missing)+len(r.Damaged) == 0
}

// Lines says the report in words, the sum first.
func (r Report) Lines() []string {
	lines := []string{fmt.Sprintf("%d entries and %d photos were checked.", r.Entries, r.Photos)}
	say := func(found []string, words string) {
		for _, f := range found {
			lines = append(lines, words+": "+f)
		}
	}
	say(r.Database, "The database is damaged")
	say(r.References, "An entry refers to something that is not there")
	say(r.Schema, "The database has an unexpected shape")
	say(r.Records, "An entry is out of range")
	say(r.Missing, "The original of a photo is missing")
	say(r.Damaged, "The original of a photo has changed")
	say(r.Orphans, "A file belongs to no entry")
	if r.Sound() {
		lines = append(lines, "Everything is in order.")
	}
	return lines
}

// Check reads everything: the database and its references, its schema, every
// record and the hash of every original. It changes nothing and may run beside
// a writer. The error is for what kept it from looking, not for what it found.
func (s *Store) Check(ctx context.Context, progress func(done, total int64)) (Report, error) {
	var r Report
	var photos []photoFile
	err := s.view(ctx, func(se *session) (err error) {
		if r.Database, r.References, err = soundness(ctx, se); err != nil || len(r.Database) > 0 {
			return err
		}
		if r.Schema, err = schemaDifferences(ctx, se); err != nil {
			return err
		}
		if photos, err = photoFileList(ctx, se); err != nil {
			return err
		}
		return s.checkRecords(ctx, se, &r)
	})
	// Damage that stops the reading is a finding.
	if damaged := (&journal.Error{Code: journal.CodeDamaged}); errors.Is(fault(s.path(dbName), err), damaged) {
		r.Database = append(r.Database, err.Error())
		err = nil
	}
	if err != nil || len(r.Database) > 0 {
		return r, fault(s.path(dbName), err)
	}
	if err := s.checkPhotos(ctx, photos, &r, progress); err != nil {
		return r, err
	}
	r.Orphans, err = s.orphans(photos)
	return r, fault(s.path("photos"), err)
}

// soundness runs SQLite's own checks.
func soundness(ctx context.Context, se *session) (database, references []string, err error) {
	err = se.each(ctx, "PRAGMA integrity_check(20)", func(row []any) error {
		if line := fmt.Sprint(row[0]); line != "ok" {
			database = append(database, line)
		}
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	err = se.each(ctx, "PRAGMA foreign_key_check", func(row []any) error {
		references = append(references, fmt.Sprintf("%v to %v", row[0], row[2]))
		return nil
	})
	return database, references, err
}

func (s *Store) checkRecords(ctx context.Context, se *session, r *Report) error {
	for _, t := range tables {
		l, err := se.all(ctx, t)
		if err != nil {
			return err
		}
		for _, rec := range l {
			if err := rec.Validate(); err != nil {
				b := rec.Base()
				r.Records = append(r.Records, fmt.Sprintf("%s of %s (%s): %v", strings.ReplaceAll(string(t.kind), "_", " "), b.Day, b.ID, err))
			}
		}
		if t.kind == journal.KindPhoto {
			r.Photos = len(l)
		}
		if !t.defines {
			r.Entries += len(l)
		}
	}
	return nil
}

func (s *Store) checkPhotos(ctx context.Context, photos []photoFile, r *Report, progress func(done, total int64)) error {
	var total, done int64
	for _, p := range photos {
		total += p.bytes
	}
	for _, p := range photos {
		if err := ctx.Err(); err != nil {
			return err
		}
		hash, _, err := hashFile(s.path(p.name))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			if p.stands {
				r.Missing = append(r.Missing, p.name)
			}
		case err != nil:
			r.Damaged = append(r.Damaged, p.name+": "+err.Error())
		case hash != p.hash:
			r.Damaged = append(r.Damaged, p.name)
		}
		if done += p.bytes; progress != nil {
			progress(done, total)
		}
	}
	return nil
}
