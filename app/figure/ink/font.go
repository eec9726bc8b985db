package ink

import (
	"math"
	"sync"

	"github.com/go-fonts/dejavu/dejavusanscondensed"
	"github.com/go-fonts/dejavu/dejavusanscondensedbold"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// face is one of the two weights. Widths are in thousandths of an em, rounded
// as the PDF writer rounds them, so that both measure alike.
type face struct {
	data   []byte
	font   *sfnt.Font
	widths [1 << 16]uint16 // 0xFFFF where not looked up ahead
	glyphs [1 << 16]uint16 // 0 where the font has no letter
}

var faces = sync.OnceValue(func() [2]*face {
	return [2]*face{newFace(dejavusanscondensed.TTF), newFace(dejavusanscondensedbold.TTF)}
})

// newFace reads the letters of the planes that PDF text can hold. The font is
// part of the program, so a failure is a fault of the build.
func newFace(ttf []byte) *face {
	f, err := readFace(ttf)
	if err != nil {
		panic("the embedded font cannot be read: " + err.Error())
	}
	return f
}

func readFace(ttf []byte) (*face, error) {
	f, err := sfnt.Parse(ttf)
	if err != nil {
		return nil, err
	}
	c := &face{data: ttf, font: f}
	var buf sfnt.Buffer
	em := f.UnitsPerEm()
	for r := rune(0x20); r < 0xFFFE; r++ {
		g, err := f.GlyphIndex(&buf, r)
		if err != nil || g == 0 {
			continue
		}
		adv, err := f.GlyphAdvance(&buf, g, emFixed(em), 0)
		if err != nil {
			continue
		}
		c.glyphs[r] = uint16(g)
		c.widths[r] = uint16((int64(adv)*1000/64 + int64(em)/2) / int64(em))
	}
	return c, nil
}

func weight(bold bool) *face {
	if bold {
		return faces()[1]
	}
	return faces()[0]
}

// Font is a family for the screen, in two weights. Text with a letter that it
// lacks is set in the family of the program's paper; so is all text without a
// Font.
type Font struct{ regular, bold *face }

// NewFont reads a family from two TrueType files.
func NewFont(regular, bold []byte) (*Font, error) {
	r, err := readFace(regular)
	if err != nil {
		return nil, err
	}
	b, err := readFace(bold)
	return &Font{r, b}, err
}

// face is the weight that sets a text; f may be nil.
func (f *Font) face(text string, bold bool) *face {
	if f == nil {
		return weight(bold)
	}
	own := f.regular
	if bold {
		own = f.bold
	}
	for _, r := range text {
		if r >= 1<<16 || own.glyphs[r] == 0 {
			return weight(bold)
		}
	}
	return own
}

// Width is how wide s is at a size of the em, in the same unit; f may be nil.
func (f *Font) Width(s string, size float64, bold bool) float64 {
	if ps := parts(s, bold); ps != nil {
		last := ps[len(ps)-1]
		return (last.x + last.width) * size / 1000
	}
	return f.face(s, bold).width(s) * size / 1000
}

// width is that of letters as they come, in thousandths of an em.
func (f *face) width(s string) float64 {
	n := 0
	for _, r := range s {
		if r < 1<<16 {
			n += int(f.widths[r])
		}
	}
	return float64(n)
}

// Width is how wide s is on paper at a size of the em, in the same unit.
// Letters that the font lacks count nothing; Printable has replaced them.
func Width(s string, size float64, bold bool) float64 {
	return (*Font)(nil).Width(s, size, bold)
}

// outlineBox is the box of the letters' outlines.
func outlineBox(t Text) Rect {
	if ps := parts(t.Body, t.Bold); ps != nil {
		return partsBox(t, ps)
	}
	return lettersBox(t)
}

// lettersBox is outlineBox where the letters stand as they come.
func lettersBox(t Text) Rect {
	f := t.Font.face(t.Body, t.Bold)
	var buf sfnt.Buffer
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	x := t.X
	for _, r := range t.Body {
		if r >= 1<<16 {
			continue
		}
		b, _, err := f.font.GlyphBounds(&buf, sfnt.GlyphIndex(f.glyphs[r]), fixed.I(1000), 0)
		if err == nil && b.Max.X > b.Min.X {
			k := t.Size / 64 / 1000
			x0, x1 = math.Min(x0, x+float64(b.Min.X)*k), math.Max(x1, x+float64(b.Max.X)*k)
			y0, y1 = math.Min(y0, t.Y+float64(b.Min.Y)*k), math.Max(y1, t.Y+float64(b.Max.Y)*k)
		}
		x += float64(f.widths[r]) * t.Size / 1000
	}
	if x0 > x1 {
		return Rect{X: t.X, Y: t.Y}
	}
	return Rect{x0, y0, x1 - x0, y1 - y0}
}

// Covers reports whether both weights have a letter for r and it can be set
// without joining letters or turning the line round.
func Covers(r rune) bool {
	if r >= 1<<16 || needsShaping(r) {
		return false
	}
	f := faces()
	return r == ' ' || f[0].glyphs[r] != 0 && f[1].glyphs[r] != 0
}

// needsShaping tells the scripts written from right to left or with joined
// letters, whose shapes depend on their neighbours.
func needsShaping(r rune) bool {
	return r >= 0x0590 && r <= 0x08FF || r >= 0x0900 && r <= 0x0DFF || r >= 0xFB1D && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFC
}
