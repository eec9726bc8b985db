package journaltest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"

	"skinward/app/journal"
)

type photoFiles struct{ original, view, thumb []byte }

// AddPhoto keeps a photo and its files; added is false when the same original
// is already there.
func (f *Fake) AddPhoto(ctx context.Context, p *journal.Photo, original, view, thumb []byte) (c journal.Change, added bool, err error) {
	q := p.Clone().(*journal.Photo)
	sum := sha256.Sum256(original)
	q.Hash, q.Bytes = hex.EncodeToString(sum[:]), int64(len(original))
	if err := q.Validate(); err != nil {
		return c, false, err
	}
	photos, err := f.All(ctx, journal.KindPhoto)
	if err != nil {
		return c, false, err
	}
	for _, o := range journal.Select[*journal.Photo](photos) {
		if o.Hash == q.Hash {
			return journal.Change{Before: o, After: o.Clone()}, false, nil
		}
	}
	changes, err := f.Save(ctx, q)
	if err != nil {
		return c, false, err
	}
	f.mu.Lock()
	f.files[q.Hash] = photoFiles{original, view, thumb}
	f.mu.Unlock()
	return changes[0], true, nil
}

// PhotoOriginal returns the bytes of the original.
func (f *Fake) PhotoOriginal(ctx context.Context, p *journal.Photo) ([]byte, error) {
	return f.picture(ctx, p, func(x photoFiles) []byte { return x.original })
}

// PhotoView returns the copy for the screen.
func (f *Fake) PhotoView(ctx context.Context, p *journal.Photo) ([]byte, error) {
	return f.picture(ctx, p, func(x photoFiles) []byte { return x.view })
}

// PhotoThumb returns the small copy.
func (f *Fake) PhotoThumb(ctx context.Context, p *journal.Photo) ([]byte, error) {
	return f.picture(ctx, p, func(x photoFiles) []byte { return x.thumb })
}

func (f *Fake) picture(ctx context.Context, p *journal.Photo, which func(photoFiles) []byte) ([]byte, error) {
	leave, err := f.enter(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	if x, ok := f.files[p.Hash]; ok {
		return which(x), nil
	}
	return nil, &journal.Error{Code: journal.CodeMissing, Field: "photo", Value: p.Hash}
}
