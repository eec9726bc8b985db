// Package phototest makes a folder of photos as people have them: all formats,
// all orientations, duplicates and broken files among them. Every file's truth
// is known, so that an import can be held to its report.
package phototest

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"

	"skinward/app/photo"
)

// File is one file of the folder.
type File struct {
	Name    string
	Content []byte
	// Outcome is what an import in the order of names makes of it.
	Outcome photo.Outcome
	// Code is why it is refused, for Refused.
	Code photo.Code
	// Width and Height are those of the upright photo, for Added.
	Width, Height int
}

//go:embed quarters.webp
var sampleWebP []byte

//go:embed quarters.heic
var sampleHEIC []byte

// Colours of the quarters of every photo, clockwise from the top left of the
// upright picture.
var Colours = [4]color.RGBA{{0xd0, 0x80, 0x60, 255}, {0x30, 0x60, 0xa0, 255}, {0xe0, 0xe0, 0xe0, 255}, {0x40, 0xa0, 0x40, 255}}

// Folder returns the files in the order of their names. The HEIC is left out
// unless withHEIC is set, for builds that cannot decode it.
func Folder(withHEIC bool) []File {
	var out []File
	add := func(name string, content []byte, w, h int) {
		out = append(out, File{Name: name, Content: content, Outcome: photo.Added, Width: w, Height: h})
	}
	refuse := func(name string, content []byte, code photo.Code) {
		out = append(out, File{Name: name, Content: content, Outcome: photo.Refused, Code: code})
	}
	for o := 1; o <= 8; o++ {
		add(fmt.Sprintf("a%d.jpg", o), withOrientation(encode(Stored(o)), o), 96, 64)
	}
	out = append(out, File{Name: "b copy of a1.jpg", Content: out[0].Content, Outcome: photo.Duplicate})
	add("c.png", pngOf(Stored(1)), 96, 64)
	add("d.webp", sampleWebP, 64, 48)
	add("e really a png.jpg", append(pngOf(Stored(1)), "trailing bytes"...), 96, 64)
	if withHEIC {
		add("f.heic", sampleHEIC, 160, 120)
	}
	whole := encode(Stored(1))
	refuse("g truncated.jpg", whole[:len(whole)*2/3], photo.CodeDamaged)
	refuse("h empty.jpg", nil, photo.CodeEmpty)
	refuse("i drawing.jpg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`), photo.CodeNotPhoto)
	refuse("j bomb.png", pngHeader(200_000, 200_000), photo.CodeTooManyPixels)
	refuse("k hollow.png", pngHeader(7_900, 7_900), photo.CodeDamaged)
	refuse("l film.heic", []byte("\x00\x00\x00\x14ftypisom\x00\x00\x00\x00isom"), photo.CodeMoving)
	refuse("m letter.jpeg", []byte("Dear diary, this is no photo."), photo.CodeNotPhoto)
	return out
}

// Stored returns the picture of 96 × 64 as a camera with the given EXIF
// orientation (1 … 8) stores it.
func Stored(orientation int) *image.RGBA {
	const w, h = 96, 64
	up := image.NewRGBA(image.Rect(0, 0, w, h))
	for i, r := range []image.Rectangle{
		image.Rect(0, 0, w/2, h/2), image.Rect(w/2, 0, w, h/2), image.Rect(w/2, h/2, w, h), image.Rect(0, h/2, w/2, h),
	} {
		draw.Draw(up, r, image.NewUniform(Colours[i]), image.Point{}, draw.Src)
	}
	// A mark that makes each orientation a file of its own.
	up.SetRGBA(orientation, 0, color.RGBA{A: 255})
	size := image.Rect(0, 0, w, h)
	if orientation >= 5 {
		size = image.Rect(0, 0, h, w)
	}
	out := image.NewRGBA(size)
	for y := range h {
		for x := range w {
			// EXIF 2.32: where row 0 and column 0 of the stored picture stand.
			at := [9]image.Point{
				1: {X: x, Y: y}, 2: {X: w - 1 - x, Y: y}, 3: {X: w - 1 - x, Y: h - 1 - y}, 4: {X: x, Y: h - 1 - y},
				5: {X: y, Y: x}, 6: {X: y, Y: w - 1 - x}, 7: {X: h - 1 - y, Y: w - 1 - x}, 8: {X: h - 1 - y, Y: x},
			}[orientation]
			out.SetRGBA(at.X, at.Y, up.RGBAAt(x, y))
		}
	}
	return out
}

func encode(m image.Image) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 92}); err != nil {
		panic(err) // a buffer takes everything
	}
	return b.Bytes()
}

func pngOf(m image.Image) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// withOrientation puts an EXIF segment with an orientation, a date and a place
// into a JPEG.
func withOrientation(jpg []byte, o int) []byte {
	be := binary.BigEndian
	const dateAt, gpsAt = 8 + 2 + 3*12 + 4, 8 + 2 + 3*12 + 4 + 20
	tiff := []byte("MM\x00*\x00\x00\x00\x08\x00\x03")
	entry := func(tag, kind uint16, count uint32, value []byte) {
		tiff = be.AppendUint16(tiff, tag)
		tiff = be.AppendUint16(tiff, kind)
		tiff = append(be.AppendUint32(tiff, count), value...)
	}
	entry(0x0112, 3, 1, []byte{0, byte(o), 0, 0})
	entry(0x0132, 2, 20, be.AppendUint32(nil, dateAt))
	entry(0x8825, 4, 1, be.AppendUint32(nil, gpsAt))
	tiff = append(tiff, 0, 0, 0, 0)
	tiff = append(tiff, fmt.Sprintf("2026:11:%02d 12:22:05\x00", o)...)
	// One entry: the latitude, three rationals right behind the directory.
	tiff = append(tiff, 0, 1)
	entry(0x0002, 5, 3, be.AppendUint32(nil, gpsAt+2+12+4))
	tiff = append(tiff, 0, 0, 0, 0)
	for _, v := range []uint32{52, 1, 31, 1, 12, 1} {
		tiff = be.AppendUint32(tiff, v)
	}
	body := append([]byte("Exif\x00\x00"), tiff...)
	head := []byte{0xff, 0xd8, 0xff, 0xe1, byte((len(body) + 2) >> 8), byte(len(body) + 2)}
	return append(append(head, body...), jpg[2:]...)
}

// pngHeader is a PNG that claims a size and holds nothing.
func pngHeader(w, h uint32) []byte {
	ihdr := binary.BigEndian.AppendUint32([]byte("IHDR"), w)
	ihdr = append(binary.BigEndian.AppendUint32(ihdr, h), 8, 6, 0, 0, 0)
	out := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0d"), ihdr...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(ihdr))
}
