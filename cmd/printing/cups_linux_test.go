package printing_test

import (
	"bytes"
	"context"
	"errors"
	"net"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"skinward/app/figure/ink"
	"skinward/cmd/printing"
	"skinward/cmd/printing/cupstest"
)

// pages is a PDF whose pages say which one they are, in red.
func pages(t *testing.T, words ...string) []byte {
	t.Helper()
	var sheets []*ink.Drawing
	for _, w := range words {
		d := ink.New(595.28, 841.89)
		d.Say(72, 100, 20, false, ink.Hex(0xC00000), w)
		sheets = append(sheets, d)
	}
	var b bytes.Buffer
	if err := ink.PDF(&b, sheets, ink.Meta{Title: "Test"}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func tool(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %v: %v: %s", name, args, err, out)
	}
	return string(out)
}

// printer is the program's printing on a server of the test.
func printer(s *cupstest.Server) printing.CUPS {
	return printing.CUPS{Env: s.Env(), Every: 10 * time.Millisecond}
}

func quiet(string) {}

func TestPrintsOnARealServer(t *testing.T) {
	s := cupstest.Start(t)
	file := s.Printer("Desk", cupstest.PDF)
	p := printer(s)
	doc := pages(t, "Seite eins", "Σελίδα δύο")
	tests := []struct {
		name string
		job  printing.Job
		want string // words of the pages that came out
		size string
	}{
		{"as it is", printing.Job{Paper: "A4"}, "Seite eins Σελίδα δύο", "(A4)"},
		{"first page", printing.Job{Paper: "A4", First: true}, "Seite eins", "(A4)"},
		{"copies lie in order", printing.Job{Paper: "A4", Copies: 2}, "Seite eins Σελίδα δύο Seite eins Σελίδα δύο", "(A4)"},
		{"copies of the first page", printing.Job{Paper: "A4", Copies: 3, First: true}, "Seite eins Seite eins Seite eins", "(A4)"},
		{"letter", printing.Job{Paper: "Letter"}, "Seite eins Σελίδα δύο", "(letter)"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.job.Printer, tt.job.Title, tt.job.PDF = "Desk", "Überblick – Σύνοψη", doc
			var told []string
			if err := p.Print(t.Context(), tt.job, func(w string) { told = append(told, w) }); err != nil {
				t.Fatal(err)
			}
			text := strings.Join(strings.Fields(tool(t, "pdftotext", file, "-")), " ")
			if text != tt.want {
				t.Errorf("printed %q, want %q", text, tt.want)
			}
			if info := tool(t, "pdfinfo", file); !strings.Contains(info, tt.size) {
				t.Errorf("want paper %s: %s", tt.size, info)
			}
			if len(told) == 0 || told[0] != "Sending the page to Desk" || slices.Compact(slices.Clone(told))[0] != told[0] {
				t.Errorf("told %q", told)
			}
		})
	}
}

// The way through the server keeps the letters: fonts stay in the page.
func TestPrintedPageKeepsItsFonts(t *testing.T) {
	s := cupstest.Start(t)
	file := s.Printer("Desk", cupstest.PDF)
	if err := printer(s).Print(t.Context(), printing.Job{Printer: "Desk", PDF: pages(t, "one"), Paper: "A4"}, quiet); err != nil {
		t.Fatal(err)
	}
	fonts := tool(t, "pdffonts", file)
	for _, line := range strings.Split(strings.TrimSpace(fonts), "\n")[2:] {
		if strings.Count(line, " yes") < 3 { // embedded, subset, Unicode
			t.Errorf("font %s", line)
		}
	}
	if n := strings.Count(strings.TrimSpace(fonts), "\n") - 1; n < 1 {
		t.Errorf("no font in the page:\n%s", fonts)
	}
}

func TestGreyIsGrey(t *testing.T) {
	s := cupstest.Start(t)
	file := s.Printer("Desk", cupstest.Pixels)
	for _, grey := range []bool{false, true} {
		if err := printer(s).Print(t.Context(), printing.Job{Printer: "Desk", PDF: pages(t, "red"), Grey: grey, Paper: "A4"}, quiet); err != nil {
			t.Fatal(err)
		}
		out, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		// PCL XL: attribute ColorSpace (3) with the value eRGB (2).
		if coloured := bytes.Contains(out, []byte{0xC0, 2, 0xF8, 3}); coloured == grey || len(out) < 1000 {
			t.Errorf("grey %v, coloured %v, %d bytes", grey, coloured, len(out))
		}
	}
}

func TestListsPrintersAndTheDefault(t *testing.T) {
	s := cupstest.Start(t)
	p := printer(s)
	if names, standard, err := p.List(t.Context()); err != nil || len(names) > 0 || standard != "" {
		t.Errorf("without printers: %q %q %v", names, standard, err)
	}
	if err := p.Print(t.Context(), printing.Job{PDF: pages(t, "x")}, quiet); !errors.Is(err, &printing.Error{Code: printing.NoPrinter}) {
		t.Errorf("printing without printers: %v", err)
	}
	s.Printer("Attic", cupstest.PDF)
	file := s.Printer("Desk", cupstest.PDF)
	if _, standard, _ := p.List(t.Context()); standard != "" {
		t.Errorf("default %q though none is set", standard)
	}
	s.Must("lpadmin", "-d", "Desk")
	names, standard, err := p.List(t.Context())
	slices.Sort(names)
	if err != nil || !slices.Equal(names, []string{"Attic", "Desk"}) || standard != "Desk" {
		t.Errorf("printers %q, default %q, %v", names, standard, err)
	}
	if err := p.Print(t.Context(), printing.Job{PDF: pages(t, "to the default")}, quiet); err != nil {
		t.Fatal(err)
	}
	if text := tool(t, "pdftotext", file, "-"); !strings.Contains(text, "to the default") {
		t.Errorf("the default printer printed %q", text)
	}
}

func TestWhatIsNotPrintedIsSaid(t *testing.T) {
	s := cupstest.Start(t)
	// A port that was free a moment ago: nobody answers there.
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := l.Addr().String()
	l.Close()
	tests := []struct {
		name    string
		prepare func()
		printer string
		pdf     []byte
		code    printing.Code
		says    []string
		queued  bool // the job stays in the queue
	}{
		{"unknown printer", func() { s.Printer("Known", cupstest.PDF) }, "Nowhere", nil, printing.NoPrinter, []string{`no printer "Nowhere"`, "there is Known"}, false},
		{"refusing queue", func() { s.Printer("Shut", cupstest.PDF); s.Must("cupsreject", "-r", "moving house", "Shut") }, "Shut", nil, printing.Refuses, []string{"Shut takes no jobs", "moving house"}, false},
		{"paused printer", func() { s.Printer("Paused", cupstest.PDF); s.Must("cupsdisable", "-r", "paper jam", "Paused") }, "Paused", nil, printing.Held, []string{"Paused is paused", "paper jam", "held as Paused-"}, true},
		{"printer that does not answer", func() { s.Queue("Far", cupstest.PDF, "socket://"+address) }, "Far", nil, printing.Stuck, []string{"Far does not go on (", "Far-"}, true},
		{"not a PDF", func() { s.Printer("Fussy", cupstest.PDF) }, "Fussy", []byte("%PDF-1.4\nbroken"), printing.Failed, []string{"gave the job Fussy-"}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.prepare()
			if tt.pdf == nil {
				tt.pdf = pages(t, "page")
			}
			p := printer(s)
			if tt.code == printing.Stuck {
				p.Patience = time.Millisecond
			}
			err := p.Print(t.Context(), printing.Job{Printer: tt.printer, PDF: tt.pdf, Paper: "A4"}, quiet)
			if !errors.Is(err, &printing.Error{Code: tt.code}) {
				t.Fatalf("error %v, want code %s", err, tt.code)
			}
			for _, want := range tt.says {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("%q does not say %q", err, want)
				}
			}
			if queued := strings.Contains(s.Must("lpstat", "-W", "not-completed", "-o"), tt.printer+"-"); queued != tt.queued {
				t.Errorf("in the queue afterwards: %v", queued)
			}
		})
	}
}

func TestNoServerIsSaid(t *testing.T) {
	p := printing.CUPS{Env: []string{"CUPS_SERVER=" + t.TempDir() + "/nobody"}}
	if _, _, err := p.List(t.Context()); !errors.Is(err, &printing.Error{Code: printing.NoService}) {
		t.Errorf("list: %v", err)
	}
	if err := p.Print(t.Context(), printing.Job{Printer: "Desk"}, quiet); !errors.Is(err, &printing.Error{Code: printing.NoService}) {
		t.Errorf("print: %v", err)
	}
}

// The person's cancel takes the job out of the queue.
func TestCancelledJobLeavesTheQueue(t *testing.T) {
	s := cupstest.Start(t)
	l, err := net.Listen("tcp", "127.0.0.1:0") // takes the call and never reads
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	s.Queue("Slow", cupstest.PDF, "socket://"+l.Addr().String())
	ctx, cancel := context.WithCancel(t.Context())
	err = printer(s).Print(ctx, printing.Job{Printer: "Slow", PDF: pages(t, "page")}, func(words string) {
		if strings.HasPrefix(words, "Printing") {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	if left := s.Must("lpstat", "-W", "not-completed", "-o"); left != "" {
		t.Errorf("left in the queue: %s", left)
	}
}

func TestJobAndPrinterThatVanish(t *testing.T) {
	tests := []struct {
		name   string
		vanish func(s *cupstest.Server)
		code   printing.Code
	}{
		{"somebody cancels the job", func(s *cupstest.Server) { s.Must("cancel", "-a", "Slow") }, printing.Withdrawn},
		{"the printer is taken away", func(s *cupstest.Server) { s.Must("lpadmin", "-x", "Slow") }, printing.NoPrinter},
		{"the printer is paused", func(s *cupstest.Server) { s.Must("cupsdisable", "Slow") }, printing.Held},
		{"the server ends", func(s *cupstest.Server) { s.Stop() }, printing.NoService},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := cupstest.Start(t)
			l, err := net.Listen("tcp", "127.0.0.1:0")
			if err != nil {
				t.Fatal(err)
			}
			defer l.Close()
			s.Queue("Slow", cupstest.PDF, "socket://"+l.Addr().String())
			done := false
			err = printer(s).Print(t.Context(), printing.Job{Printer: "Slow", PDF: pages(t, "page")}, func(words string) {
				if strings.HasPrefix(words, "Printing") && !done {
					done = true
					tt.vanish(s)
				}
			})
			if !errors.Is(err, &printing.Error{Code: tt.code}) {
				t.Errorf("error %v, want %s", err, tt.code)
			}
		})
	}
}
