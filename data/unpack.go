package data

import (
	"archive/zip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"

	"skinward/app/journal"
)

// archive is an open backup whose directory agrees with its manifest.
type archive struct {
	*zip.ReadCloser
	manifest *manifest
	entries  map[string]*zip.File
}

// openArchive refuses whatever is not exactly a manifest and the files that it
// lists, with the sizes that it lists.
func openArchive(file string) (*archive, error) {
	info, err := os.Stat(file)
	if errors.Is(err, os.ErrNotExist) {
		return nil, &journal.Error{Code: journal.CodeMissing, Field: file}
	}
	if err != nil {
		return nil, fault(file, err)
	}
	if !info.Mode().IsRegular() {
		return nil, &journal.Error{Code: journal.CodeForeign, Field: file}
	}
	z, err := zip.OpenReader(file)
	if err != nil {
		return nil, notArchive(file, err)
	}
	a := &archive{ReadCloser: z, entries: map[string]*zip.File{}}
	if err := a.match(); err != nil {
		z.Close()
		return nil, about(file, err)
	}
	return a, nil
}

// notArchive tells a cut backup from a file of another kind: a backup begins
// as a zip file does.
func notArchive(file string, err error) error {
	code := journal.CodeForeign
	if f, e := os.Open(file); e == nil {
		defer f.Close()
		var magic [4]byte
		if _, e := io.ReadFull(f, magic[:]); e == nil && string(magic[:]) == "PK\x03\x04" {
			code = journal.CodeDamaged
		}
	}
	return &journal.Error{Code: code, Field: file, Err: err}
}

func (a *archive) match() error {
	if len(a.File) > maxFiles+1 {
		return hostile("%d files", len(a.File))
	}
	for _, f := range a.File {
		if a.entries[f.Name] != nil {
			return hostile("%s twice", f.Name)
		}
		if !f.Mode().IsRegular() || f.Method != zip.Store && f.Method != zip.Deflate || f.Flags&1 != 0 {
			return hostile("%s is not a plain file", f.Name)
		}
		a.entries[f.Name] = f
	}
	f := a.entries[manifestName]
	if f == nil {
		return &journal.Error{Code: journal.CodeForeign, Field: manifestName}
	}
	r, err := f.Open()
	if err != nil {
		return hostile("manifest: %w", err)
	}
	defer r.Close()
	if a.manifest, err = readManifest(r); err != nil {
		return err
	}
	if len(a.File) != len(a.manifest.Files)+1 {
		return hostile("%d files where %d are listed", len(a.File)-1, len(a.manifest.Files))
	}
	for _, mf := range a.manifest.Files {
		f := a.entries[mf.Name]
		switch {
		case f == nil:
			return hostile("%s is missing", mf.Name)
		case f.UncompressedSize64 != uint64(mf.Bytes):
			return hostile("%s has %d bytes, not %d", mf.Name, f.UncompressedSize64, mf.Bytes)
		case mf.Name != dbName && f.Method != zip.Store:
			return hostile("%s is compressed", mf.Name) // originals never are
		case mf.Bytes > maxUnpacked && f.UncompressedSize64/maxRatio > f.CompressedSize64:
			return hostile("%s grows too much", mf.Name)
		}
	}
	return nil
}

// unpack reads one file of the archive into w and checks size and hash.
func (a *archive) unpack(ctx context.Context, mf manifestFile, w io.Writer, count *meter) error {
	r, err := a.entries[mf.Name].Open()
	if err != nil {
		return hostile("%s: %w", mf.Name, err)
	}
	defer r.Close()
	h := sha256.New()
	in := stopping{ctx, io.LimitReader(r, mf.Bytes+1)}
	n, err := io.Copy(io.MultiWriter(w, h, count), in)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, zip.ErrChecksum), errors.Is(err, io.ErrUnexpectedEOF):
		return hostile("%s: %w", mf.Name, err)
	case err != nil:
		if fileCode(err) != "" {
			return err // of the disk that is written to
		}
		return hostile("%s: %w", mf.Name, err)
	case n != mf.Bytes || hex.EncodeToString(h.Sum(nil)) != mf.SHA256:
		return hostile("%s is not what it was", mf.Name)
	}
	return nil
}

// verifyBackup reads a whole backup.
func verifyBackup(ctx context.Context, file string, count *meter) error {
	a, err := openArchive(file)
	if err != nil {
		return err
	}
	defer a.Close()
	for _, mf := range a.manifest.Files {
		if err := a.unpack(ctx, mf, io.Discard, count); err != nil {
			return about(file, err)
		}
	}
	return nil
}

// unpackAll writes the files of the archive below dir.
func (a *archive) unpackAll(ctx context.Context, dir string, count *meter) error {
	for _, mf := range a.manifest.Files {
		err := writeStream(filepath.Join(dir, filepath.FromSlash(mf.Name)), func(f *os.File) error {
			return a.unpack(ctx, mf, f, count)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// about puts the name of the backup where only one of its parts was named.
func about(file string, err error) error {
	var e *journal.Error
	if errors.As(err, &e) {
		return &journal.Error{Code: e.Code, Field: file, Value: e.Value, Err: e.Err}
	}
	return fault(file, err)
}
