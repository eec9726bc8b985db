package data

import (
	"context"
	"errors"
	"io/fs"
	"os"

	"skinward/app/journal"
)

const photoByHashSQL = `SELECT r.id FROM photo AS r WHERE r.hash = ?1 AND r.deleted IS NULL LIMIT 1`

// AddPhoto keeps the original beside the database and then records p, whose
// Hash and Bytes it sets. When a standing photo has the same original nothing
// is written, added is false and the change holds that photo on both sides.
// Without view and thumb they are made by Options.Derive.
func (s *Store) AddPhoto(ctx context.Context, p *journal.Photo, original, view, thumb []byte) (c journal.Change, added bool, err error) {
	if s.writer == nil {
		return c, false, &journal.Error{Code: journal.CodeReadOnly, Field: s.dir}
	}
	p = p.Clone().(*journal.Photo)
	p.Hash, p.Bytes = hashOf(original), int64(len(original))
	if err := p.Validate(); err != nil {
		return c, false, err
	}
	name, err := photoName(p.Hash, p.Format)
	if err != nil {
		return c, false, err
	}
	s.photos.Lock()
	defer s.photos.Unlock()
	if there, err := s.photoWithHash(ctx, p.Hash); err != nil || there != nil {
		return journal.Change{Before: there, After: there}, false, err
	}
	if err := s.stillThere(); err != nil {
		return c, false, fault(s.path(dbName), err)
	}
	if hash, _, err := hashFile(s.path(name)); err != nil || hash != p.Hash {
		if err := writeWhole(s.path(name), original); err != nil {
			return c, false, err
		}
	}
	if (view == nil || thumb == nil) && s.options.Derive != nil {
		if view, thumb, err = s.options.Derive(original); err != nil {
			return c, false, err
		}
	}
	if err := s.keepSmall(p.Hash, view, thumb); err != nil {
		return c, false, err
	}
	changes, err := s.Save(ctx, p)
	if err != nil {
		return c, false, err
	}
	return changes[0], true, nil
}

func (s *Store) keepSmall(hash string, view, thumb []byte) error {
	if view != nil {
		if err := writeWhole(s.path(smallName("views", hash)), view); err != nil {
			return err
		}
	}
	if thumb != nil {
		return writeWhole(s.path(smallName("thumbs", hash)), thumb)
	}
	return nil
}

func (s *Store) photoWithHash(ctx context.Context, hash string) (journal.Record, error) {
	var found journal.Record
	err := s.view(ctx, func(se *session) error {
		var id journal.ID
		err := se.each(ctx, photoByHashSQL, func(row []any) error { return text(&id).scan(row[0]) }, hash)
		if err == nil && id != "" {
			found, err = se.get(ctx, &photoTable, id)
		}
		return err
	})
	return found, err
}

// PhotoOriginal returns the original of p as it was added: CodeMissing when
// the file is lost, CodeDamaged when it no longer has its hash.
func (s *Store) PhotoOriginal(ctx context.Context, p *journal.Photo) ([]byte, error) {
	name, err := photoName(p.Hash, p.Format)
	if err != nil {
		return nil, err
	}
	b, err := s.readFile(ctx, name)
	if err == nil && hashOf(b) != p.Hash {
		return nil, &journal.Error{Code: journal.CodeDamaged, Field: s.path(name)}
	}
	return b, err
}

// PhotoView returns the copy that fits the screen, upright and as JPEG.
func (s *Store) PhotoView(ctx context.Context, p *journal.Photo) ([]byte, error) {
	return s.small(ctx, p, "views")
}

// PhotoThumb returns the small copy for lists, upright and as JPEG.
func (s *Store) PhotoThumb(ctx context.Context, p *journal.Photo) ([]byte, error) {
	return s.small(ctx, p, "thumbs")
}

// small reads a smaller copy, or makes both again from the original.
func (s *Store) small(ctx context.Context, p *journal.Photo, folder string) ([]byte, error) {
	if _, err := photoName(p.Hash, p.Format); err != nil {
		return nil, err
	}
	b, err := s.readFile(ctx, smallName(folder, p.Hash))
	if err == nil && len(b) > 0 {
		return b, nil
	}
	if s.options.Derive == nil || ctx.Err() != nil {
		return nil, err
	}
	original, err := s.PhotoOriginal(ctx, p)
	if err != nil {
		return nil, err
	}
	view, thumb, err := s.options.Derive(original)
	if err != nil {
		return nil, err
	}
	if s.writer != nil {
		// The copy is good for this once even where it cannot be kept.
		_ = s.keepSmall(p.Hash, view, thumb)
	}
	if folder == "thumbs" {
		return thumb, nil
	}
	return view, nil
}

func (s *Store) readFile(ctx context.Context, name string) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	b, err := os.ReadFile(s.path(name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &journal.Error{Code: journal.CodeMissing, Field: s.path(name)}
	}
	return b, fault(s.path(name), err)
}
