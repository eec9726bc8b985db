package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"skinward/ui/kit"
	"skinward/ui/uitest"
)

// Building and laying out a screen with about sixty widgets: what a switch to
// a screen costs when it is shown for the first time.
func BenchmarkGalleryBuild(b *testing.B) {
	w := uitest.New(b, uitest.Setup{})
	w.Show(kit.NewBody("warm"))
	for b.Loop() {
		g := gallery()
		g.Resize(fyne.NewSize(1280, 800))
		w.Window.SetContent(g)
	}
}

// Laying the same screen out for another width: what a resize costs.
func BenchmarkGalleryResize(b *testing.B) {
	w := uitest.New(b, uitest.Setup{})
	g := gallery()
	w.Show(g)
	n := 0
	for b.Loop() {
		n++
		g.Resize(fyne.NewSize(1200+float32(n%2)*80, 800))
	}
}

// One key on a scale: what an answer costs on the drawing thread.
func BenchmarkScaleAnswer(b *testing.B) {
	w := uitest.New(b, uitest.Setup{Width: 400, Height: 100})
	s := kit.NewSeverityScale("clear", "worst ever", nil)
	w.Show(s)
	for b.Loop() {
		s.TypedRune('4')
		s.TypedRune('7')
	}
}
