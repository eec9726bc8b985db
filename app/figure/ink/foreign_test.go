package ink_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"skinward/app/figure/ink"
)

// Lines from right to left stand in their order, and come out of the file as
// they were written.
func TestLinesFromRightToLeft(t *testing.T) {
	for _, tt := range []struct {
		name, line string
		words      []string // as they stand, from left to right
	}{
		{"a name in an English line", "Patient: محمد, born 1990", []string{"Patient", "محمد", "born", "1990"}},
		{"numbers among Arabic", "دواء 25 مرتين", []string{"مرتين", "25", "دواء"}},
		{"an English word in Hebrew", "שלום Coffee עולם", []string{"עולם", "Coffee", "שלום"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := ink.New(400, 60)
			d.Say(20, 30, 14, false, ink.Hex(0), tt.line)
			at := wordsOf(t, d)
			last := -1.0
			for _, w := range tt.words {
				x, ok := at[asItStands(w)]
				if !ok || x <= last {
					t.Errorf("%q stands at %g, after %g: %v", w, x, last, at)
				}
				last = x
			}
		})
	}
}

// asItStands turns a word from right to left round, as the tool lists it.
func asItStands(w string) string {
	r := []rune(w)
	if r[0] >= 0x0590 {
		slices.Reverse(r)
	}
	return string(r)
}

func TestArabicIsJoined(t *testing.T) {
	apart := 0.0
	for _, r := range "عععع" {
		apart += ink.Width(string(r), 10, false)
	}
	if joined := ink.Width("عععع", 10, false); joined >= apart*0.95 || joined < apart*0.3 {
		t.Errorf("joined %g wide, letter by letter %g", joined, apart)
	}
}

// wordsOf returns where the words of a drawing stand in its PDF.
func wordsOf(t *testing.T, d *ink.Drawing) map[string]float64 {
	t.Helper()
	var pdf bytes.Buffer
	if err := ink.PDF(&pdf, []*ink.Drawing{d}, ink.Meta{}); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "line.pdf")
	if err := os.WriteFile(file, pdf.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftotext", "-bbox", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]float64{}
	for _, line := range strings.Split(string(out), "\n") {
		_, rest, ok := strings.Cut(line, `<word xMin="`)
		if !ok {
			continue
		}
		var x float64
		if _, err := fmt.Sscan(rest[:strings.IndexByte(rest, '"')], &x); err != nil {
			t.Fatal(err)
		}
		_, word, _ := strings.Cut(rest, ">")
		word, _, _ = strings.Cut(word, "</word>")
		at[strings.Trim(word, ",:")] = x
	}
	return at
}
