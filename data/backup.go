package data

import (
	"archive/zip"
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"skinward/app/journal"
)

const backupPrefix = ".skinward-backup-"

// Backup writes the whole journal, database and originals, into one zip file.
// It may run beside a writer and holds one state of the journal. The file
// appears under its name complete and after it was read back; until then an
// older one of that name stays. CodeExists when file is a folder.
//
// progress, which may be nil, is told how many bytes of how many are done:
// every byte is written once and verified once.
func (s *Store) Backup(ctx context.Context, file string, progress func(done, total int64)) error {
	file, err := filepath.Abs(file)
	if err != nil {
		return fault(file, err)
	}
	if info, err := os.Stat(file); err == nil && !info.Mode().IsRegular() {
		return &journal.Error{Code: journal.CodeExists, Field: file}
	}
	folder := filepath.Dir(file)
	if _, err := os.Stat(folder); err != nil {
		return fault(folder, err)
	}
	sweep(folder, backupPrefix, time.Now())
	scratch, err := os.MkdirTemp(folder, backupPrefix) // mode 0700
	if err != nil {
		return fault(folder, err)
	}
	defer os.RemoveAll(scratch)
	copied := filepath.Join(scratch, dbName)
	if err := copyDatabase(ctx, s.reader, copied); err != nil {
		return err
	}
	m, err := s.describe(ctx, copied)
	if err != nil {
		return err
	}
	count := newMeter(m, 2, progress)
	whole := filepath.Join(scratch, "backup.zip")
	if err := s.pack(ctx, whole, copied, m, count); err != nil {
		return err
	}
	if err := verifyBackup(ctx, whole, count); err != nil {
		return err
	}
	if err := os.Rename(whole, file); err != nil {
		return fault(file, err)
	}
	return fault(folder, syncFolder(folder))
}

// describe makes the manifest of a copied database and the originals that it
// refers to.
func (s *Store) describe(ctx context.Context, copied string) (*manifest, error) {
	hash, size, err := hashFile(copied)
	if err != nil {
		return nil, fault(copied, err)
	}
	m := &manifest{
		Program: "Skinward", Format: manifestFormat, Schema: schemaVersion, Made: s.now().UTC().Truncate(time.Second),
		Files: []manifestFile{{dbName, size, hash}},
	}
	c, err := openFrozen(ctx, copied)
	if err != nil {
		return nil, err
	}
	defer c.Close()
	st, err := c.Stats(ctx)
	if err != nil {
		return nil, err
	}
	m.Entries, m.Photos = st.Entries, st.Photos
	var photos []photoFile
	err = c.view(ctx, func(se *session) (err error) {
		photos, err = photoFileList(ctx, se)
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, p := range photos {
		info, err := os.Stat(s.path(p.name))
		switch {
		case err == nil:
			m.Files = append(m.Files, manifestFile{p.name, info.Size(), p.hash})
		case !errors.Is(err, fs.ErrNotExist):
			return nil, fault(s.path(p.name), err)
		case p.stands:
			m.Missing = append(m.Missing, p.name)
		}
	}
	return m, nil
}

// pack writes the zip file. Originals are compressed already and are stored.
func (s *Store) pack(ctx context.Context, file, copied string, m *manifest, count *meter) error {
	return writeStream(file, func(f *os.File) error {
		z := zip.NewWriter(f)
		entry := func(name string, method uint16) (io.Writer, error) {
			return z.CreateHeader(&zip.FileHeader{Name: name, Method: method, Modified: m.Made})
		}
		w, err := entry(manifestName, zip.Deflate)
		if err != nil {
			return err
		}
		if err := json.NewEncoder(w).Encode(m); err != nil {
			return err
		}
		for _, mf := range m.Files {
			source, method := s.path(filepath.FromSlash(mf.Name)), zip.Store
			if mf.Name == dbName {
				source, method = copied, zip.Deflate
			}
			if w, err = entry(mf.Name, method); err != nil {
				return err
			}
			if err := copyFile(ctx, w, source, count); err != nil {
				return err
			}
		}
		return z.Close()
	})
}

func copyFile(ctx context.Context, w io.Writer, source string, count *meter) error {
	f, err := os.Open(source)
	if err != nil {
		return fault(source, err)
	}
	defer f.Close()
	_, err = io.Copy(w, io.TeeReader(stopping{ctx, f}, count))
	return err
}

// openFrozen opens a database file that nobody else knows, for reading.
func openFrozen(ctx context.Context, file string) (*Store, error) {
	s, err := newStore(filepath.Dir(file), Options{})
	if err != nil {
		return nil, err
	}
	if err := s.openReaders(ctx, forFrozen); err != nil {
		s.release()
		return nil, err
	}
	return s, nil
}
