//go:build e2e

package main

import (
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"skinward/app/photo/phototest"
	"skinward/app/sample"
)

// fillFolder writes n files that are one picture each time, but not one file: a
// comment in each tells its number.
func fillFolder(b *testing.B, n int, picture []byte) string {
	b.Helper()
	dir := b.TempDir()
	for i := range n {
		comment := binary.BigEndian.AppendUint32([]byte{0xff, 0xfe, 0, 6}, uint32(i))
		file := append(append(append([]byte(nil), picture[:2]...), comment...), picture[2:]...)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%05d.jpg", i)), file, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	return dir
}

// BenchmarkPhotosMemory imports 500 photos of 12 megapixels in the window, and
// scrolls through a gallery of 5,000, and tells the most memory that the window
// held meanwhile above an empty window of the toolkit, in megabytes. The bounds
// are 250 and 180. It takes some minutes.
func BenchmarkPhotosMemory(b *testing.B) {
	d := newDesk(b)
	d.ctx = b.Context()
	empty := *d
	empty.binary = buildEmptyWindow(b)
	empty.launch()
	empty.await("ready")
	base := empty.memory("VmRSS")
	empty.end()
	b.Run("import", func(b *testing.B) {
		for b.Loop() {
			p := *d
			p.start("--journal", filepath.Join(b.TempDir(), "journal"))
			p.key("Escape")
			p.importPasted(fillFolder(b, 500, phototest.Phone(1)))
			for range 500 {
				p.await("added photo")
			}
			b.ReportMetric(p.memory("VmHWM")-base, "MB-above")
			p.end()
		}
	})
	b.Run("gallery", func(b *testing.B) {
		journal := filepath.Join(b.TempDir(), "journal")
		shot := sample.Generate(30, 1, sample.Options{Photos: true}).Shots[0]
		d.journal("--journal", journal, "photo", "import", "--site", "chin", fillFolder(b, 5000, shot.JPEG()))
		for b.Loop() {
			p := *d
			p.start("--journal", journal)
			p.key("Escape", "ctrl+3")
			p.run("xdotool", "mousemove", "--window", p.window, "560", "720") // the strip
			p.run("xdotool", "click", "--repeat", "3000", "--delay", "10", "4")
			b.ReportMetric(p.memory("VmHWM")-base, "MB-above")
			p.end()
		}
	})
}
