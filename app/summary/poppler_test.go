package summary_test

import (
	"bytes"
	"image"
	"image/draw"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"skinward/app/figure/ink"
	"skinward/app/summary"
)

// tool finds a program that only tests need. A missing one is a failure: what
// it would have checked is not known.
func tool(t *testing.T, name, from string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Fatalf("%s is missing; install %s to run this test", name, from)
	}
	return path
}

// run runs a program and returns what it wrote.
func run(t *testing.T, path string, args ...string) string {
	t.Helper()
	out, err := exec.Command(path, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", filepath.Base(path), strings.Join(args, " "), err, out)
	}
	return string(out)
}

// pdfFile writes a document into the test's folder.
func pdfFile(t *testing.T, d *summary.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := d.PDF(&b); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "page.pdf")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func build(t testing.TB, in summary.Input) *summary.Page {
	t.Helper()
	p, err := summary.Build(in)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// cases are the pages that are looked at in every way.
func cases(t testing.TB) map[string]summary.Input {
	three := patient(t, 400)
	three.Pictures = pictures(t)
	weeks := three
	weeks.From = last.Add(-13)
	years := patient(t, 760)
	years.From = last.Add(-729)
	empty := three
	empty.From, empty.To, empty.Pictures = last.Add(30), last.Add(60), nil
	none := from(t, nil)
	none.Profile, none.Appointment = nil, nil
	return map[string]summary.Input{"three months": three, "two weeks": weeks, "two years": years, "empty month": empty, "no journal": none, "long names": longNames(t)}
}

func TestPDFIsCleanWithSmallEmbeddedFonts(t *testing.T) {
	qpdf, fonts := tool(t, "qpdf", "qpdf"), tool(t, "pdffonts", "poppler-utils")
	info := tool(t, "pdfinfo", "poppler-utils")
	for name, in := range cases(t) {
		for _, paper := range []summary.Paper{summary.A4, summary.Letter} {
			t.Run(name+" "+string(paper), func(t *testing.T) {
				file := pdfFile(t, build(t, in).Layout(paper))
				run(t, qpdf, "--check", file)
				lines := strings.Split(strings.TrimSpace(run(t, fonts, file)), "\n")[2:]
				if len(lines) == 0 {
					t.Error("no fonts")
				}
				for _, l := range lines {
					if !regexp.MustCompile(`yes yes yes +\d+ +\d+$`).MatchString(l) {
						t.Errorf("not embedded as a subset with Unicode: %s", l)
					}
				}
				said := run(t, info, file)
				for _, want := range []string{"Title:           Skin diary summary", "CreationDate:", "Skinward 1.0.0"} {
					if !strings.Contains(said, want) {
						t.Errorf("pdfinfo does not say %q:\n%s", want, said)
					}
				}
				if n := fontBytes(t, qpdf, file); n > 120_000 {
					t.Errorf("fonts take %d bytes, want under 120,000", n)
				}
			})
		}
	}
}

// fontBytes adds up the embedded font programs as they lie in the file.
func fontBytes(t *testing.T, qpdf, file string) int {
	t.Helper()
	sum := 0
	for _, m := range regexp.MustCompile(`/FontFile2 (\d+) 0 R`).FindAllStringSubmatch(run(t, qpdf, "--qdf", "--object-streams=disable", "--stream-data=preserve", file, "-"), -1) {
		data := run(t, qpdf, "--show-object="+m[1], "--raw-stream-data", file)
		sum += len(data)
	}
	if sum == 0 {
		t.Error("no font program was found")
	}
	return sum
}

func TestPDFIsSmallWithoutPhotos(t *testing.T) {
	in := patient(t, 760)
	in.From = last.Add(-729)
	var b bytes.Buffer
	if err := build(t, in).PDF(&b, summary.A4); err != nil {
		t.Fatal(err)
	}
	if b.Len() > 400_000 {
		t.Errorf("%d bytes, want under 400,000", b.Len())
	}
}

func TestPDFTextIsSelectableAndInReadingOrder(t *testing.T) {
	text := tool(t, "pdftotext", "poppler-utils")
	in := patient(t, 400)
	in.Appointment.Questions = []string{"Ζωή, Жук, Łukasz, naïve → ≥ µ?"}
	got := run(t, text, "-raw", pdfFile(t, build(t, in).Layout(summary.A4)), "-")
	at := 0
	for _, want := range []string{
		"Skin diary summary", "Recorded by the patient, not verified", "A. Sample, born 2 May 1994", "Why this visit", "Ζωή, Жук, Łukasz, naïve → ≥ µ?",
		"Condition, as told", "What changed", "Now, this period", "Severity and itch day by day", "What went with", "Treatments, probiotics", "Foods avoided", "Diet", "Stress and sleep", "Method", "page 2 of 2",
	} {
		i := strings.Index(got[at:], want)
		if i < 0 {
			t.Fatalf("%q does not follow in the text of the PDF:\n%s", want, got)
		}
		at += i
	}
}

// TestPreviewIsThePrint compares the preview with the PDF as poppler paints it
// at the same size.
func TestPreviewIsThePrint(t *testing.T) {
	ppm := tool(t, "pdftoppm", "poppler-utils")
	for name, in := range cases(t) {
		for _, paper := range []summary.Paper{summary.A4, summary.Letter} {
			t.Run(name+" "+string(paper), func(t *testing.T) {
				d := build(t, in).Layout(paper)
				file := pdfFile(t, d)
				for i := range min(len(d.Pages), 3) {
					ours := light(d.Raster(i, 1000))
					stem := filepath.Join(t.TempDir(), "print")
					run(t, ppm, "-png", "-singlefile", "-f", strconv.Itoa(i+1), "-l", strconv.Itoa(i+1),
						"-scale-to-x", strconv.Itoa(ours.Bounds().Dx()), "-scale-to-y", strconv.Itoa(ours.Bounds().Dy()), file, stem)
					theirs := light(readPNG(t, stem+".png"))
					if ours.Bounds() != theirs.Bounds() {
						t.Fatalf("page %d: %v against %v", i+1, ours.Bounds(), theirs.Bounds())
					}
					// The promise is 3 %; one shows drift long before it breaks.
					if share := differing(ours, theirs); share > 0.01 {
						t.Errorf("page %d: %.2f %% of the pixels differ by more than a quarter", i+1, share*100)
					}
					compareInk(t, d.Pages[i], ours, theirs)
				}
			})
		}
	}
}

func readPNG(t *testing.T, path string) image.Image {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// light is a picture in grey.
func light(m image.Image) *image.Gray {
	g := image.NewGray(m.Bounds())
	draw.Draw(g, g.Bounds(), m, m.Bounds().Min, draw.Src)
	return g
}

// differing is the share of pixels that differ by more than a quarter of full
// scale.
func differing(a, b *image.Gray) float64 {
	n := 0
	for i := range a.Pix {
		if d := int(a.Pix[i]) - int(b.Pix[i]); d > 64 || d < -64 {
			n++
		}
	}
	return float64(n) / float64(len(a.Pix))
}

// compareInk holds the box of what is inked of every run of text and every
// photograph to two pixels.
func compareInk(t *testing.T, page *ink.Drawing, ours, theirs *image.Gray) {
	t.Helper()
	k := float64(ours.Bounds().Dx()) / page.W
	checked := 0
	for i, op := range page.Ops {
		dark := uint8(180)
		switch op.(type) {
		case ink.Text:
		case ink.Photo:
			dark = 240 // skin is light
		default:
			continue
		}
		b := page.Bounds(i)
		area := image.Rect(int(b.X*k)-2, int(b.Y*k)-2, int(math.Ceil(b.Right()*k))+2, int(math.Ceil(b.Bottom()*k))+2).Intersect(ours.Bounds())
		x, y := inked(ours, area, dark), inked(theirs, area, dark)
		if x.Empty() && y.Empty() {
			continue
		}
		checked++
		for _, d := range []int{x.Min.X - y.Min.X, x.Min.Y - y.Min.Y, x.Max.X - y.Max.X, x.Max.Y - y.Max.Y} {
			if d < -2 || d > 2 {
				if _, photo := op.(ink.Photo); photo {
					op = ink.Photo{} // without its bytes
				}
				t.Errorf("%+v is inked in %v on the preview and in %v on the print", op, x, y)
				break
			}
		}
	}
	if checked == 0 {
		t.Error("nothing was compared")
	}
}

// inked is the smallest box of pixels darker than dark within area.
func inked(m *image.Gray, area image.Rectangle, dark uint8) image.Rectangle {
	out := image.Rectangle{Min: area.Max, Max: area.Min}
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			if m.GrayAt(x, y).Y < dark {
				out.Min.X, out.Min.Y = min(out.Min.X, x), min(out.Min.Y, y)
				out.Max.X, out.Max.Y = max(out.Max.X, x+1), max(out.Max.Y, y+1)
			}
		}
	}
	if out.Min.X >= out.Max.X {
		return image.Rectangle{}
	}
	return out
}
