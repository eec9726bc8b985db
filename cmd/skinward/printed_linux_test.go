package main

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/image/draw"

	"skinward/cmd/printing/cupstest"
)

// What comes out of a PDF printer of a real print server is what the program
// writes as PDF: the page for the doctor and the blank week, through the
// command that people type.
func TestWhatComesOutOfThePrinterIsThePage(t *testing.T) {
	server := cupstest.Start(t)
	for _, v := range append(server.Env(), cupstest.Nobody) {
		name, value, _ := strings.Cut(v, "=")
		t.Setenv(name, value)
	}
	fetch := server.Paper("Paper")
	journal := filepath.Join(t.TempDir(), "journal")
	skinward(t, "sample", "--days", "200", journal)
	// Dates of this run's own, as the printer knows its jobs by their titles.
	from := time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, os.Getpid()%60)
	day := from.Format(time.DateOnly)
	tests := []struct {
		name, title  string
		write, print []string
		pages        int
	}{
		{
			"the page for the doctor", "Skin diary summary, " + from.Format("2 Jan"),
			[]string{"summary", "--from", day, "--to", "2026-10-28"},
			[]string{"print", "--printer", "Paper", "--from", day, "--to", "2026-10-28"},
			2,
		},
		{
			"on Letter, page 1 alone, in grey", "Skin diary summary, " + from.Format("2 Jan"),
			[]string{"summary", "--from", day, "--to", "2026-10-29", "--paper", "Letter"},
			[]string{"print", "--printer", "Paper", "--from", day, "--to", "2026-10-29", "--paper", "Letter", "--first", "--grey"},
			1,
		},
		{
			"the blank week", "Skin diary, one week, " + from.Format("2 "),
			[]string{"paper-week", "--from", day},
			[]string{"print", "--paper-week", "--printer", "Paper", "--from", day},
			1,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "page.pdf")
			skinward(t, append(append([]string{"--journal", journal}, tt.write...), "--out", file)...)
			if said := skinward(t, append([]string{"--journal", journal}, tt.print...)...); !strings.HasPrefix(said, "Printed on Paper: ") {
				t.Errorf("said %q", said)
			}
			want, got := sheets(t, file), sheets(t, fetch(tt.title))
			if len(got) != tt.pages {
				t.Fatalf("%d pages came out, want %d", len(got), tt.pages)
			}
			for i := range got {
				if got[i].Rect != want[i].Rect {
					t.Fatalf("page %d came out as %v, want %v", i+1, got[i].Rect, want[i].Rect)
				}
				if share := apart(got[i], want[i]); share > 0.01 {
					t.Errorf("page %d: %.2f %% of it differ", i+1, share*100)
				}
				if share := apart(got[i], image.NewGray(got[i].Rect)); share < 0.5 {
					t.Errorf("page %d is dark", i+1)
				}
			}
			blank := image.NewGray(got[0].Rect)
			for i := range blank.Pix {
				blank.Pix[i] = 0xFF
			}
			if share := apart(got[0], blank); share < 0.02 {
				t.Errorf("%.1f %% of the page is printed on", share*100)
			}
		})
	}
}

// skinward runs the program and returns what it says.
func skinward(t *testing.T, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	e := atHome(t, &out)
	e.Err, e.Getenv = &errs, os.Getenv
	if code := run(t.Context(), args, e); code != exitOK {
		t.Fatalf("%v: exit code %d: %s", args, code, errs.String())
	}
	return out.String()
}

// cell is how many pixels across are compared as one: a printer's way through
// PostScript draws each letter a little differently, in the same place.
const cell = 4

// sheets are the pages of a PDF in grey, as poppler shows them, in cells.
func sheets(t *testing.T, pdf string) []*image.Gray {
	t.Helper()
	dir := t.TempDir()
	if out, err := exec.Command("pdftoppm", "-q", "-r", "100", "-gray", "-png", pdf, filepath.Join(dir, "p")).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	names, err := filepath.Glob(filepath.Join(dir, "*.png"))
	if err != nil || len(names) == 0 {
		t.Fatal("no pages", err)
	}
	var pages []*image.Gray
	for _, n := range names {
		b, err := os.ReadFile(n)
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		grey := image.NewGray(image.Rect(0, 0, img.Bounds().Dx()/cell, img.Bounds().Dy()/cell))
		draw.BiLinear.Scale(grey, grey.Rect, img, img.Bounds(), draw.Src, nil)
		pages = append(pages, grey)
	}
	return pages
}

// apart is the share of pixels that differ by more than a quarter of full
// scale.
func apart(a, b *image.Gray) float64 {
	n := 0
	for i := range a.Pix {
		if d := int(a.Pix[i]) - int(b.Pix[i]); d > 64 || d < -64 {
			n++
		}
	}
	return float64(n) / float64(len(a.Pix))
}
