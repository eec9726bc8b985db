package ink

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/bidi"
)

// part is a piece of a line of text, from left to right: letters that the
// page's own font sets as they come, or the shapes of others, which are joined,
// turned round or taken from another font. Lengths are in thousandths of an em.
type part struct {
	x, width float64
	body     string // letters of the page's own font; "" for shapes
	shapes   Path   // from the baseline at x = 0, y down
	marks    []mark // what the shapes say
}

// mark is a cluster of letters under the shapes that show it, the letters in
// the order in which they stand on the line.
type mark struct {
	x, width float64
	body     string
}

// UseFonts has letters that the page's own font lacks taken from the fonts that
// find returns for them, nil where there is none. It is called once, when the
// program starts; find is not called by two at a time.
func UseFonts(find func(r rune) *font.Face) {
	foreign.mu.Lock()
	defer foreign.mu.Unlock()
	foreign.find = find
	foreign.faces, foreign.lines = map[rune]*font.Face{}, map[line][]part{}
}

// foreign sets what the page's own font cannot set by itself.
var foreign = &setter{faces: map[rune]*font.Face{}, lines: map[line][]part{}}

type setter struct {
	mu    sync.Mutex
	find  func(r rune) *font.Face
	own   [2]*font.Face // the page's own, for what only has to be joined or turned
	faces map[rune]*font.Face
	lines map[line][]part
	shape shaping.HarfbuzzShaper
	seg   shaping.Segmenter
	bold  bool // of the line under way
}

type line struct {
	body string
	bold bool
}

// manyLines is how many lines are remembered: a page measures each many times.
const manyLines = 4096

// Settable reports whether there is a letter for r, in the page's own font or
// in one that was found for it.
func Settable(r rune) bool { return Covers(r) || foreign.canSet(r) }

// canSet reports whether there are shapes for a letter that Covers refuses.
func (s *setter) canSet(r rune) bool {
	if r >= 1<<16 { // PDF text cannot hold it
		return false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.face(r, false) != nil
}

// face returns a font with outlines for r, nil when there is none.
func (s *setter) face(r rune, bold bool) *font.Face {
	own := s.ownFace(bold)
	if has(own, r) {
		return own
	}
	f, known := s.faces[r]
	if !known {
		if s.find != nil {
			f = s.find(r)
		}
		if f != nil && !has(f, r) {
			f = nil
		}
		s.faces[r] = f
	}
	return f
}

func (s *setter) ownFace(bold bool) *font.Face {
	i := 0
	if bold {
		i = 1
	}
	if s.own[i] == nil {
		f, err := font.ParseTTF(bytes.NewReader(faces()[i].data))
		if err != nil {
			panic("the embedded font cannot be read: " + err.Error())
		}
		s.own[i] = f
	}
	return s.own[i]
}

// has reports whether f draws r as an outline.
func has(f *font.Face, r rune) bool {
	g, ok := f.NominalGlyph(r)
	if !ok || g == 0 {
		return false
	}
	_, drawn := f.GlyphData(g).(font.GlyphOutline)
	return drawn
}

// ResolveFace lets the segmenter ask for fonts.
func (s *setter) ResolveFace(r rune) *font.Face {
	if f := s.face(r, s.bold); f != nil {
		return f
	}
	return s.ownFace(s.bold)
}

// parts returns a line in pieces, nil when the page's own font sets all of it
// as it comes, which is nearly always.
func parts(body string, bold bool) []part {
	if !strings.ContainsFunc(body, func(r rune) bool { return !Covers(r) && r != '\u00a0' }) {
		return nil
	}
	return foreign.parts(body, bold)
}

func (s *setter) parts(body string, bold bool) []part {
	s.mu.Lock()
	defer s.mu.Unlock()
	key := line{body, bold}
	if ps, ok := s.lines[key]; ok {
		return ps
	}
	s.bold = bold
	text := []rune(body)
	right := rightToLeft(text)
	in := shaping.Input{Text: text, RunEnd: len(text), Size: fixed.I(1000), Language: "en"}
	if right {
		in.Direction = di.DirectionRTL
	}
	var out []part
	x := 0.0
	for _, run := range visual(slices.Clone(s.seg.Split(in, s)), right) {
		p := s.part(run)
		p.x = x
		x += p.width
		out = append(out, p)
	}
	if len(s.lines) >= manyLines {
		clear(s.lines)
	}
	s.lines[key] = out
	return out
}

// part sets one run.
func (s *setter) part(run shaping.Input) part {
	body := string(run.Text[run.RunStart:run.RunEnd])
	if run.Face == s.ownFace(s.bold) && run.Direction == di.DirectionLTR && !strings.ContainsFunc(body, needsShaping) {
		return part{body: body, width: weight(s.bold).width(body)}
	}
	var p part
	k := 1000 / float64(run.Face.Upem())
	last := -1
	for _, g := range s.shape.Shape(run).Glyphs {
		outline, _ := run.Face.GlyphData(g.GlyphID).(font.GlyphOutline)
		addOutline(&p.shapes, outline, k, p.width+em(g.XOffset), em(g.YOffset))
		if g.ClusterIndex != last {
			last = g.ClusterIndex
			letters := run.Text[g.ClusterIndex : g.ClusterIndex+g.RuneCount]
			if run.Direction == di.DirectionRTL {
				letters = slices.Clone(letters)
				slices.Reverse(letters)
			}
			p.marks = append(p.marks, mark{x: p.width, body: string(letters)})
		}
		p.width += em(g.XAdvance)
		m := &p.marks[len(p.marks)-1]
		m.width = p.width - m.x
	}
	return p
}

func em(v fixed.Int26_6) float64 { return float64(v) / 64 }

// addOutline adds an outline, whose y grows upwards, at a place.
func addOutline(to *Path, o font.GlyphOutline, k, x, y float64) {
	at := func(p ot.SegmentPoint) Point { return Point{x + float64(p.X)*k, -y - float64(p.Y)*k} }
	open := false
	for _, seg := range o.Segments {
		a := at(seg.Args[0])
		switch seg.Op {
		case ot.SegmentOpMoveTo:
			if open {
				to.Close()
			}
			open = true
			to.MoveTo(a.X, a.Y)
		case ot.SegmentOpLineTo:
			to.LineTo(a.X, a.Y)
		case ot.SegmentOpQuadTo:
			to.QuadTo(a, at(seg.Args[1]))
		case ot.SegmentOpCubeTo:
			to.CubicTo(a, at(seg.Args[1]), at(seg.Args[2]))
		}
	}
	if open {
		to.Close()
	}
}

// rightToLeft reports whether the first letter of a line has that direction.
func rightToLeft(text []rune) bool {
	for _, r := range text {
		switch p, _ := bidi.LookupString(string(r)); p.Class() {
		case bidi.L:
			return false
		case bidi.R, bidi.AL:
			return true
		}
	}
	return false
}

// visual puts the runs of a line, which come as they are read, into the order
// in which they stand: those from right to left the other way round, with the
// numbers among them.
func visual(runs []shaping.Input, right bool) []shaping.Input {
	against := make([]bool, len(runs))
	for i, r := range runs {
		number := i > 0 && against[i-1] && !slices.ContainsFunc(r.Text[r.RunStart:r.RunEnd], unicode.IsLetter)
		against[i] = r.Direction == di.DirectionRTL || number
	}
	if right {
		// Everything runs from the right; what is read from the left keeps its order.
		slices.Reverse(runs)
		slices.Reverse(against)
		for i := range against {
			against[i] = !against[i]
		}
	}
	for i := 0; i < len(runs); i++ {
		j := i
		for j < len(runs) && against[j] {
			j++
		}
		if j > i {
			slices.Reverse(runs[i:j])
			i = j
		}
	}
	return runs
}

// partsBox is the box of the outlines of a line in pieces.
func partsBox(t Text, ps []part) Rect {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, p := range ps {
		var b Rect
		if p.body != "" {
			b = lettersBox(t.plain(p))
		} else {
			at := t.shapes(p)
			b = at.Bounds()
		}
		if b.W > 0 {
			x0, x1, y0, y1 = math.Min(x0, b.X), math.Max(x1, b.Right()), math.Min(y0, b.Y), math.Max(y1, b.Bottom())
		}
	}
	if x0 > x1 {
		return Rect{X: t.X, Y: t.Y}
	}
	return Rect{x0, y0, x1 - x0, y1 - y0}
}

// set hands t to letters, or, when its font lacks some, piece by piece to
// letters and to outlines.
func (t Text) set(letters func(Text), outlines func(part)) {
	ps := parts(t.Body, t.Bold)
	if ps == nil {
		letters(t)
	}
	for _, p := range ps {
		if p.body != "" {
			letters(t.plain(p))
		} else {
			outlines(p)
		}
	}
}

// plain is the piece of t that the page's own font sets as it comes.
func (t Text) plain(p part) Text {
	t.X, t.Body, t.Font = t.X+p.x*t.Size/1000, p.body, nil
	return t
}

// shapes are the outlines of a piece of t where they stand.
func (t Text) shapes(p part) Path {
	k := t.Size / 1000
	return p.shapes.Scaled(k, t.X+p.x*k, t.Y)
}
