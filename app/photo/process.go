package photo

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"image"
	"io"
)

// Result is everything the journal keeps of one photo file besides the file.
type Result struct {
	Hash   string // SHA-256 of the original bytes, 64 lower-case hex digits
	Bytes  int64  // size of the original
	Format Format
	// Width and Height are those of the upright original in pixels.
	Width, Height int
	Metadata      Metadata
	Colour        Colour // what the original's colours meant, see Colour
	View          []byte // upright sRGB JPEG of at most ViewSide pixels, no metadata
	Thumb         []byte // upright sRGB JPEG of at most ThumbSide pixels, no metadata
}

// Importer makes Results. The zero value is the one to use.
type Importer struct {
	// HEIC decodes a HEIC file to an upright picture; nil means libheif, at the
	// cost of some 350 MB. A test puts its own in the place.
	HEIC func(original []byte) (image.Image, error)
}

// Process reads one photo with the zero Importer.
func Process(r io.Reader) (Result, error) { return Importer{}.Process(r) }

// Process reads at most MaxBytes from r and makes the copies. Every error is
// an *Error with a code and a plain sentence; nothing is returned beside it.
// Memory is bounded by the size of the decoded picture (see Inspect).
func (im Importer) Process(r io.Reader) (Result, error) {
	b, err := read(r)
	if err != nil {
		return Result{}, err
	}
	return im.ProcessBytes(b)
}

// ProcessBytes is Process for a file that is in memory already.
func (im Importer) ProcessBytes(b []byte) (Result, error) {
	h, err := Inspect(b)
	if err != nil {
		return Result{}, err
	}
	meta := ReadMetadata(b, h.Format)
	m, err := im.decode(b, h.Format, ViewSide)
	if err != nil {
		return Result{}, err
	}
	p := readProfile(b, h.Format)
	size := image.Pt(h.Width, h.Height)
	if h.Format == HEIC {
		size = m.Bounds().Size() // it is turned by its decoder
	}
	// What is costly per pixel is done on the small picture.
	view := p.toSRGB(shrink(m, fit(size, ViewSide), meta.Orientation))
	if meta.Orientation.Swaps() {
		size.X, size.Y = size.Y, size.X
	}
	res := Result{
		Hash: HashBytes(b), Bytes: int64(len(b)), Format: h.Format, Metadata: meta,
		Width: size.X, Height: size.Y, Colour: p.kind,
	}
	if res.View, err = encodeJPEG(view, viewQuality); err != nil {
		return Result{}, damaged(err)
	}
	if res.Thumb, err = encodeJPEG(shrink(view, fit(view.Bounds().Size(), ThumbSide), Upright), thumbQuality); err != nil {
		return Result{}, damaged(err)
	}
	return res, nil
}

// Thumbnail makes only the thumbnail of an original, as Process would, for a
// thumbnail that was lost. A view copy is an original like any other here.
func (im Importer) Thumbnail(b []byte) ([]byte, error) {
	h, err := Inspect(b)
	if err != nil {
		return nil, err
	}
	m, err := im.decode(b, h.Format, 2*ThumbSide)
	if err != nil {
		return nil, err
	}
	size := image.Pt(h.Width, h.Height)
	if h.Format == HEIC {
		size = m.Bounds().Size()
	}
	small := shrink(m, fit(size, ThumbSide), ReadMetadata(b, h.Format).Orientation)
	out, err := encodeJPEG(readProfile(b, h.Format).toSRGB(small), thumbQuality)
	if err != nil {
		return nil, damaged(err)
	}
	return out, nil
}

// Decode decodes a view copy or a thumbnail made here. It is bounded like an
// import, because a file on disk may have been exchanged.
func Decode(b []byte) (image.Image, error) {
	h, err := Inspect(b)
	if err != nil {
		return nil, err
	}
	return Importer{}.decode(b, h.Format, MaxSide)
}

// Hash returns the SHA-256 of all of r in hex and the number of bytes, without
// holding them.
func Hash(r io.Reader) (hash string, n int64, err error) {
	h := sha256.New()
	if n, err = io.Copy(h, r); err != nil {
		return "", n, &Error{Code: CodeUnreadable, Err: err}
	}
	return hex.EncodeToString(h.Sum(nil)), n, nil
}

// HashBytes returns the SHA-256 of b in hex.
func HashBytes(b []byte) string {
	s := sha256.Sum256(b)
	return hex.EncodeToString(s[:])
}

func read(r io.Reader) ([]byte, error) {
	var buf bytes.Buffer
	n, err := buf.ReadFrom(io.LimitReader(r, MaxBytes+1))
	switch {
	case err != nil:
		return nil, &Error{Code: CodeUnreadable, Err: err}
	case n > MaxBytes:
		return nil, &Error{Code: CodeTooManyBytes, Bytes: MaxBytes}
	}
	return buf.Bytes(), nil
}
