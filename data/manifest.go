package data

import (
	"encoding/json"
	"fmt"
	"io"
	"path"
	"strings"
	"time"

	"skinward/app/journal"
)

// manifestFormat is the version of the layout of a backup.
const manifestFormat = 1

// Bounds of what a backup may hold, so that a hostile file cannot fill the
// disk or the memory.
const (
	maxManifest = 64 << 20
	maxDatabase = 4 << 30
	maxPhoto    = 60 << 20
	maxFiles    = 200_000
	maxRatio    = 400 // how many times deflate may have shrunk a database of more than maxUnpacked bytes
	maxUnpacked = 16 << 20
)

const manifestName = "manifest.json"

// manifest is the first file of a backup and lists all others.
type manifest struct {
	Program string         `json:"program"` // "Skinward"
	Format  int            `json:"format"`
	Schema  int            `json:"schema"` // version of the database
	Made    time.Time      `json:"made"`
	Entries int            `json:"entries"`
	Photos  int            `json:"photos"`
	Files   []manifestFile `json:"files"`
	Missing []string       `json:"missing,omitempty"` // originals that were already lost
}

type manifestFile struct {
	Name   string `json:"name"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// readManifest reads and checks a manifest; what it returns names only files
// that belong into a journal.
func readManifest(r io.Reader) (*manifest, error) {
	var m manifest
	d := json.NewDecoder(io.LimitReader(r, maxManifest))
	if err := d.Decode(&m); err != nil {
		return nil, &journal.Error{Code: journal.CodeForeign, Field: manifestName, Err: err}
	}
	switch {
	case m.Program != "Skinward" || m.Format < 1:
		return nil, &journal.Error{Code: journal.CodeForeign, Field: manifestName}
	case m.Format > manifestFormat:
		return nil, &journal.Error{Code: journal.CodeNewer, Field: manifestName, Value: fmt.Sprint(m.Format)}
	case m.Schema > schemaVersion:
		return nil, &journal.Error{Code: journal.CodeNewer, Field: manifestName, Value: fmt.Sprint(m.Schema)}
	case m.Schema < 1:
		return nil, hostile("version %d", m.Schema)
	case len(m.Files) == 0 || len(m.Files) > maxFiles:
		return nil, hostile("%d files", len(m.Files))
	}
	seen := map[string]bool{}
	for i, f := range m.Files {
		limit := int64(maxPhoto)
		if f.Name == dbName {
			limit = maxDatabase
		} else if !isPhotoName(f.Name) || !strings.HasPrefix(path.Base(f.Name), f.SHA256) {
			return nil, hostile("file name %q", f.Name)
		}
		switch {
		case (i == 0) != (f.Name == dbName):
			return nil, hostile("%s is number %d", f.Name, i+1)
		case seen[f.Name]:
			return nil, hostile("%s twice", f.Name)
		case f.Bytes < 0 || f.Bytes > limit:
			return nil, hostile("%s of %d bytes", f.Name, f.Bytes)
		case !hashText.MatchString(f.SHA256):
			return nil, hostile("hash of %s", f.Name)
		}
		seen[f.Name] = true
	}
	return &m, nil
}

// isPhotoName accepts "photos/ab/<hash>.<ext>" where ab begins the hash.
func isPhotoName(name string) bool {
	for format, ext := range extensions {
		if hash, ok := strings.CutSuffix(path.Base(name), ext); ok {
			want, err := photoName(hash, format)
			return err == nil && want == name
		}
	}
	return false
}

func hostile(format string, args ...any) error {
	return &journal.Error{Code: journal.CodeDamaged, Field: "backup", Err: fmt.Errorf(format, args...)}
}
