package data

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"skinward/app/journal"
)

// photoFilesSQL lists every original that a record refers to, deleted records
// included; stands tells whether a live one does.
const photoFilesSQL = `SELECT r.hash, r.format, MAX(r.bytes), MAX(r.deleted IS NULL) FROM photo AS r GROUP BY r.hash, r.format ORDER BY r.hash, r.format`

// photoFile is one original as the database knows it.
type photoFile struct {
	name   string // slash-separated, below the folder
	hash   string
	bytes  int64
	stands bool // a live record refers to it
}

func photoFileList(ctx context.Context, se *session) ([]photoFile, error) {
	var out []photoFile
	err := se.each(ctx, photoFilesSQL, func(row []any) error {
		hash, _ := row[0].(string)
		format, _ := row[1].(string)
		bytes, _ := row[2].(int64)
		stands, _ := row[3].(int64)
		name, err := photoName(hash, format)
		if err != nil {
			return &journal.Error{Code: journal.CodeDamaged, Field: "photo", Value: hash}
		}
		out = append(out, photoFile{name, hash, bytes, stands == 1})
		return nil
	})
	return out, err
}

// orphans returns the slash-separated names below photos that no record
// refers to, and whatever was left half-written.
func (s *Store) orphans(known []photoFile) ([]string, error) {
	wanted := map[string]bool{}
	for _, f := range known {
		wanted[f.name] = true
	}
	var out []string
	err := filepath.WalkDir(s.path("photos"), func(name string, d fs.DirEntry, err error) error {
		if os.IsNotExist(err) {
			return nil
		}
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(s.dir, name)
		if err != nil {
			return err
		}
		if rel = filepath.ToSlash(rel); !wanted[rel] {
			out = append(out, rel)
		}
		return nil
	})
	return out, err
}

// Tidy moves files that no record refers to from photos to quarantine and
// removes what a crash left half-written. It returns what it moved.
func (s *Store) Tidy(ctx context.Context) (moved []string, err error) {
	if s.writer == nil {
		return nil, &journal.Error{Code: journal.CodeReadOnly, Field: s.dir}
	}
	// A photo that is being added has its file before its record.
	s.photos.Lock()
	defer s.photos.Unlock()
	var known []photoFile
	err = s.view(ctx, func(se *session) (err error) {
		known, err = photoFileList(ctx, se)
		return err
	})
	if err != nil {
		return nil, err
	}
	stray, err := s.orphans(known)
	if err != nil {
		return nil, fault(s.path("photos"), err)
	}
	for _, name := range stray {
		if strings.HasPrefix(filepath.Base(name), temporaryPrefix) {
			if err := os.Remove(s.path(name)); err != nil {
				return moved, fault(s.path(name), err)
			}
			continue
		}
		to := s.path("quarantine", filepath.Base(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
			return moved, fault(to, err)
		}
		if err := os.Rename(s.path(name), to); err != nil {
			return moved, fault(s.path(name), err)
		}
		moved = append(moved, name)
	}
	return moved, nil
}
