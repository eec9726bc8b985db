package wiring_test

import (
	"bytes"
	"os/exec"
	"regexp"
	"testing"

	"skinward/app/figure/ink"
	page "skinward/app/summary"
	"skinward/cmd/printing"
	"skinward/cmd/printing/cupstest"
	"skinward/cmd/wiring"
	"skinward/ui/summary"
)

// What the Summary screen asks for is what the system's printer gets.
func TestJobOfTheScreenReachesThePrinter(t *testing.T) {
	s := cupstest.Start(t)
	file := s.Printer("Desk", cupstest.PDF)
	p := wiring.Printers(printing.CUPS{Env: s.Env()})
	names, _, err := p.List(t.Context())
	if err != nil || len(names) != 1 {
		t.Fatal(names, err)
	}
	var pdf bytes.Buffer
	if err := ink.PDF(&pdf, []*ink.Drawing{ink.New(595, 842), ink.New(595, 842)}, ink.Meta{}); err != nil {
		t.Fatal(err)
	}
	told := 0
	job := summary.Job{Printer: names[0], Title: "Page", PDF: pdf.Bytes(), Copies: 3, First: true, Grey: true, Paper: page.Letter}
	if err := p.Print(t.Context(), job, func(string) { told++ }); err != nil {
		t.Fatal(err)
	}
	info, err := exec.Command("pdfinfo", file).CombinedOutput()
	if err != nil || !regexp.MustCompile(`Pages: +3\n`).Match(info) || !bytes.Contains(info, []byte("(letter)")) || told == 0 {
		t.Errorf("told %d times, %v: %s", told, err, info)
	}
}
