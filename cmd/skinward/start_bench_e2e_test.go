//go:build e2e

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// emptyWindow is the least program that opens a window with this toolkit.
const emptyWindow = `package main

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	a := app.NewWithID("org.skinward.empty")
	a.Lifecycle().SetOnStarted(func() {
		w := a.NewWindow("Skinward empty")
		w.SetContent(widget.NewLabel("empty"))
		w.Resize(fyne.NewSize(1280, 800))
		w.Show()
		fmt.Println("ready")
	})
	a.Run()
}
`

// BenchmarkStart times from the start of the process until the first screen is
// built and shown: an empty window of the toolkit, an empty journal, and one of
// ten years. The last two may take 1.25 times the first.
func BenchmarkStart(b *testing.B) {
	d := newDesk(b)
	empty := buildEmptyWindow(b)
	years := filepath.Join(d.home, "ten")
	d.journal("sample", "--days", "3650", "--seed", "1", years)
	for _, c := range []struct {
		name   string
		binary string
		args   []string
	}{
		{"toolkit", empty, nil},
		{"empty", d.binary, nil},
		{"tenyears", d.binary, []string{"--journal", years}},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				p := *d
				p.binary = c.binary
				p.launch(c.args...)
				p.await("ready")
				b.StopTimer()
				b.ReportMetric(p.memory("VmRSS"), "MB")
				p.end()
				b.StartTimer()
			}
		})
	}
}

func buildEmptyWindow(b *testing.B) string {
	b.Helper()
	source := filepath.Join(b.TempDir(), "main.go")
	if err := os.WriteFile(source, []byte(emptyWindow), 0o600); err != nil {
		b.Fatal(err)
	}
	empty := filepath.Join(b.TempDir(), "empty")
	if out, err := exec.Command("go", "build", "-tags", "nodynamic", "-o", empty, source).CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	return empty
}
