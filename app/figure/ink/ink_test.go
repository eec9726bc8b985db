package ink_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"io"
	"math"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"skinward/app/figure/ink"
)

func TestPrintable(t *testing.T) {
	for _, c := range []struct {
		in, want string
		missing  int
	}{
		{"plain text", "plain text", 0},
		{"Ελληνικά Кириллица Łódź → ↑ ≥ µ ½ …", "Ελληνικά Кириллица Łódź → ↑ ≥ µ ½ …", 0},
		{"e\u0301 decomposed", "é decomposed", 0},
		{"王小明", "[3 letters]", 3},
		{"a🙂b", "a[1 letter]b", 1},
		{"two\nlines\tand a tab", "two lines and a tab", 0},
		{"bell\a", "bell", 0},
		{"zero\u200bwidth\ufe0f", "zerowidth", 0},
		{"שלום", "שלום", 0},
		{"مرحبا", "مرحبا", 0},
		{"می\u200cخواهم a\u200cb", "می\u200cخواهم ab", 0},
		{"हिन्दी", "[5 letters]", 5},
		{"\xff\xfe", "\ufffd", 0},
		{"", "", 0},
	} {
		got, missing := ink.Printable(c.in)
		if got != c.want || missing != c.missing {
			t.Errorf("Printable(%q) = %q, %d; want %q, %d", c.in, got, missing, c.want, c.missing)
		}
	}
}

func FuzzPrintable(f *testing.F) {
	for _, s := range []string{"", "a", "王🙂", "e\u0301\u0302", "\xff", "\u202eabc", strings.Repeat("x", 999)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		out, missing := ink.Printable(s)
		if !utf8.ValidString(out) || missing < 0 {
			t.Fatalf("%q, %d", out, missing)
		}
		for _, r := range out {
			if r != '\u00a0' && r != '\u200c' && r != '\u200d' && !ink.Settable(r) {
				t.Fatalf("%U has no letter in %q", r, out)
			}
		}
		if again, _ := ink.Printable(out); again != out {
			t.Fatalf("%q becomes %q", out, again)
		}
	})
}

func FuzzWrap(f *testing.F) {
	f.Add("some words of a text", 60.0)
	f.Add(strings.Repeat("Wolfeschlegelstein", 9), 40.0)
	f.Add("2.5 % and\n\nmore", 30.0)
	f.Fuzz(func(t *testing.T, s string, width float64) {
		if !(width >= 20 && width < 2000) || len(s) > 5000 {
			return
		}
		var all string
		for _, line := range ink.Wrap(s, width, 10, false) {
			if w := ink.Width(line, 10, false); w > width+1e-9 && utf8.RuneCountInString(line) > 1 {
				t.Fatalf("%q is %g wide, want %g", line, w, width)
			}
			all += line
		}
		bare := func(s string) string { return strings.NewReplacer(" ", "", "\u00a0", "", "\n", "").Replace(s) }
		want := ""
		for _, par := range strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n") {
			p, _ := ink.Printable(par)
			want += p
		}
		if bare(all) != bare(want) {
			t.Fatalf("letters were lost: %q of %q", all, want)
		}
	})
}

func TestNumberAndPercentStayTogether(t *testing.T) {
	for _, line := range ink.Wrap("taken on 58 of 72 days (81 %) and 2.5 % gel", 60, 10, false) {
		if strings.HasPrefix(line, "%") {
			t.Errorf("a line begins with the sign: %q", line)
		}
	}
}

func picture(t testing.TB) []byte {
	img := image.NewRGBA(image.Rect(0, 0, 16, 16))
	for i := range img.Pix {
		img.Pix[i] = 200
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestStrippedTakesOutMetadataAndKeepsThePicture(t *testing.T) {
	plain := picture(t)
	exif := append([]byte{0xFF, 0xE1, 0, 12}, "Exif\x00\x00GPS!"...)
	comment := append([]byte{0xFF, 0xFE, 0, 8}, "secret"...)
	dirty := bytes.Join([][]byte{plain[:2], exif, comment, plain[2:]}, nil)
	clean, ok := ink.Stripped(dirty)
	if !ok || bytes.Contains(clean, []byte("GPS!")) || bytes.Contains(clean, []byte("secret")) {
		t.Fatalf("ok %v, %q", ok, clean)
	}
	if _, err := jpeg.Decode(bytes.NewReader(clean)); err != nil {
		t.Error(err)
	}
	for name, bad := range map[string][]byte{"empty": nil, "text": []byte("no picture at all"), "cut": dirty[:9], "wild length": {0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF, 1}} {
		if out, ok := ink.Stripped(bad); ok || out != nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func FuzzStripped(f *testing.F) {
	f.Add(picture(f))
	f.Add([]byte{0xFF, 0xD8, 0xFF, 0xE1, 0, 4, 1, 2, 0xFF, 0xDA, 0, 2})
	f.Fuzz(func(t *testing.T, data []byte) {
		out, ok := ink.Stripped(data)
		if ok && (len(out) > len(data) || !bytes.HasPrefix(out, []byte{0xFF, 0xD8})) {
			t.Fatalf("%x", out)
		}
	})
}

// drawing holds one of everything.
func drawing(t testing.TB) *ink.Drawing {
	d := ink.New(200, 100)
	d.Box(ink.Rect{X: 10, Y: 10, W: 40, H: 20}, ink.Hex(0x102030))
	d.Frame(ink.Rect{X: 60, Y: 10, W: 40, H: 20}, 1, ink.Hex(0))
	d.Line(ink.Point{X: 10, Y: 50}, ink.Point{X: 190, Y: 50}, 1, ink.Hex(0), 4, 2)
	d.Hatch(ink.Rect{X: 110, Y: 10, W: 40, H: 20}, 4, 0.5, ink.Hex(0), true)
	var p ink.Path
	p.Circle(170, 20, 8)
	d.Add(ink.Shape{Path: p, Fill: ink.Fade(ink.Hex(0xFF0000), 0.5)})
	d.Say(10, 80, 12, true, ink.Hex(0), "Seen & <said> → µ")
	d.Add(ink.Photo{Frame: ink.Rect{X: 150, Y: 60, W: 30, H: 30}, JPEG: picture(t)})
	return d
}

func TestRasterPaintsWhatIsDrawn(t *testing.T) {
	img := ink.Raster(drawing(t), 400, 200, ink.Hex(0xFFFFFF))
	for _, c := range []struct {
		what string
		x, y int
		dark bool
	}{{"box", 60, 40, true}, {"outside", 110, 40, false}, {"inside the frame", 160, 40, false}, {"dash", 22, 100, true}, {"between dashes", 30, 100, false}} {
		r, _, _, _ := img.At(c.x, c.y).RGBA()
		if dark := r < 0x8000; dark != c.dark {
			t.Errorf("%s at %d,%d: dark %v", c.what, c.x, c.y, dark)
		}
	}
	r, g, _, _ := img.At(340, 40).RGBA()
	if r>>8 < 240 || g>>8 < 100 || g>>8 > 160 {
		t.Errorf("half a red on white is %d, %d", r>>8, g>>8)
	}
}

func TestHatchStaysInItsRectangle(t *testing.T) {
	for _, falling := range []bool{false, true} {
		d := ink.New(100, 100)
		frame := ink.Rect{X: 20, Y: 30, W: 50, H: 20}
		d.Hatch(frame, 3, 0, ink.Hex(0), falling)
		b := d.Bounds(0)
		if b.X < 20 || b.Y < 30 || b.Right() > 70 || b.Bottom() > 50 {
			t.Errorf("reaches %v", b)
		}
	}
	d := ink.New(10, 10)
	d.Hatch(ink.Rect{W: -1, H: 5}, 2, 1, ink.Hex(0), false)
	d.Hatch(ink.Rect{W: 5, H: 5}, 0, 1, ink.Hex(0), false)
	if len(d.Ops) != 0 {
		t.Error("an impossible hatch was drawn")
	}
}

func TestRasterOfBrokenInput(t *testing.T) {
	d := ink.New(10, 10)
	d.Line(ink.Point{X: math.Inf(-1), Y: math.NaN()}, ink.Point{X: 1e300, Y: 5}, 1, ink.Hex(0))
	d.Add(ink.Photo{Frame: ink.Rect{W: 5, H: 5}, JPEG: []byte("none")}, ink.Shape{}, ink.Text{Size: -3, Body: "x"})
	if img := ink.Raster(d, 0, -4, ink.Hex(0xFFFFFF)); img.Bounds().Empty() {
		t.Error("no picture")
	}
}

func TestSVGIsWellFormedAndSaysItself(t *testing.T) {
	out := ink.SVG(drawing(t), "Skin & sleep", ink.Color{})
	dec := xml.NewDecoder(bytes.NewReader(out))
	for {
		_, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, out)
		}
	}
	for _, want := range []string{"<title>Skin &amp; sleep</title>", "Seen &amp; &lt;said&gt; → µ", "stroke-dasharray=\"4 2\"", "fill-opacity=\"0.5\"", "data:image/jpeg"} {
		if !bytes.Contains(out, []byte(want)) {
			t.Errorf("the SVG lacks %s", want)
		}
	}
}

func TestPDFRefusesWhatItCannotHold(t *testing.T) {
	if err := ink.PDF(io.Discard, nil, ink.Meta{}); err == nil {
		t.Error("a document without pages")
	}
	d := ink.New(100, 100)
	d.Add(ink.Photo{Frame: ink.Rect{W: 5, H: 5}, JPEG: []byte("none")})
	if err := ink.PDF(io.Discard, []*ink.Drawing{d}, ink.Meta{}); err == nil {
		t.Error("a photograph that is none")
	}
}

func TestPDFIsTheSameEachTime(t *testing.T) {
	meta := ink.Meta{Title: "A", Lang: "en", Created: time.Date(2026, 11, 21, 8, 0, 0, 0, time.UTC)}
	var a, b bytes.Buffer
	for _, w := range []*bytes.Buffer{&a, &b} {
		if err := ink.PDF(w, []*ink.Drawing{drawing(t)}, meta); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two runs differ")
	}
	if !bytes.Contains(a.Bytes(), []byte("+dejavusanscondensed")) || bytes.Contains(a.Bytes(), []byte("utf8xx+")) {
		t.Error("the font does not carry the name of a subset")
	}
}

// TestPhotosOfOneWidthKeepTheirOrder writes a page with four pictures of the
// same size often enough that chance would show.
func TestPhotosOfOneWidthKeepTheirOrder(t *testing.T) {
	d := ink.New(200, 100)
	for i := range 4 {
		img := image.NewRGBA(image.Rect(0, 0, 32, 24))
		for k := range img.Pix {
			img.Pix[k] = uint8(60*i + k%7)
		}
		var b bytes.Buffer
		if err := jpeg.Encode(&b, img, nil); err != nil {
			t.Fatal(err)
		}
		d.Add(ink.Photo{Frame: ink.Rect{X: float64(40 * i), W: 30, H: 20}, JPEG: b.Bytes()})
	}
	var first []byte
	for range 12 {
		var b bytes.Buffer
		if err := ink.PDF(&b, []*ink.Drawing{d}, ink.Meta{Created: time.Date(2026, 11, 21, 8, 0, 0, 0, time.UTC)}); err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = b.Bytes()
		}
		if !bytes.Equal(first, b.Bytes()) {
			t.Fatal("two runs differ")
		}
	}
	for _, w := range []string{"/Width 32\n", "/Width 31\n", "/Width 30\n", "/Width 29\n"} {
		if !bytes.Contains(first, []byte(w)) {
			t.Errorf("no picture with %q", w)
		}
	}
}

func TestErrorOfTheWriterIsReturned(t *testing.T) {
	if err := ink.PDF(full{}, []*ink.Drawing{drawing(t)}, ink.Meta{}); !errors.Is(err, errFull) {
		t.Errorf("%v", err)
	}
}

var errFull = errors.New("disk full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWidthAddsUp(t *testing.T) {
	if got := ink.Width("aa", 10, false); math.Abs(got-2*ink.Width("a", 10, false)) > 1e-9 || got <= 0 {
		t.Errorf("%g", got)
	}
	if ink.Width("a", 10, true) <= ink.Width("a", 10, false) {
		t.Error("bold is not wider")
	}
}

var _ color.Color = ink.Color{}
