package skin_test

import (
	"runtime"
	"testing"
	"time"

	"skinward/app/journal"
	"skinward/app/photo"
	"skinward/ui/kit"
	"skinward/ui/uitest"
)

// thousands is a journal of n photos of three sites.
func thousands(n int) *memory {
	m := newMemory()
	small, err := photo.Importer{}.Thumbnail(cheekCopies()[0])
	if err != nil {
		panic(err)
	}
	sites := []string{"left cheek", "forehead", "left inner elbow"}
	for i := range n {
		p := m.add(sites[i%3], day(1, 1).Add(-i), small, 320, 240)
		thumbs.Store(p.Hash, small)
		if i%2 == 0 {
			m.ratings[p.Day] = float64(i % 11)
		}
	}
	return m
}

func BenchmarkGalleryOf5000Opens(b *testing.B) {
	m := thousands(5000)
	w := open(b, m, uitest.Setup{Width: 1084, Height: 800}, kit.Route{})
	for b.Loop() {
		w.screen.MarkStale()
		w.screen.Show(kit.Route{})
		w.Tap("All sites")
		w.Tap("Forehead")
	}
}

// Only what is in sight exists, however many photos there are, and scrolling
// through all of them keeps memory within the cache's limit.
func TestGalleryOfThousandsStaysSmall(t *testing.T) {
	m := thousands(1000)
	w := open(t, m, uitest.Setup{Width: 1084, Height: 800}, kit.Route{})
	start := time.Now()
	w.Tap("All sites")
	t.Logf("opened in %v", time.Since(start))
	w.MustSay("1000 photos")
	if n := len(w.Texts()); n > 250 {
		t.Errorf("%d labels exist for what is in sight", n)
	}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	for range 25 {
		w.Scroll(500, 500, -400)
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 100<<20 {
		t.Errorf("scrolling holds %d MB more", grown>>20)
	}
	w.MustNotSay("1 Jan")
}

func BenchmarkCompareReady(b *testing.B) {
	big := cheek(1600, 1200, tones[1], 0.8, 5, photo.Identity)
	m := newMemory()
	m.add("chin", day(9, 1), big, 1600, 1200)
	m.add("chin", day(9, 9), append(big[:len(big):len(big)], 0), 1600, 1200)
	for _, p := range m.photos {
		t, _ := photo.Importer{}.Thumbnail(big)
		thumbs.Store(p.Hash, t)
	}
	w := open(b, m, uitest.Setup{Width: 1084, Height: 800}, kit.Route{})
	var all []*journal.Photo
	for _, p := range m.photos {
		all = append(all, p)
	}
	stage := w.screen.Stage().(interface{ Refresh() })
	b.ResetTimer()
	for b.Loop() {
		// What lies between choosing a pair and seeing it: two view copies
		// decoded, both drawn at the size of the stage.
		for _, p := range all {
			m, err := photo.Decode(m.views[p.Hash])
			if err != nil {
				b.Fatal(err)
			}
			photo.Render(photo.RGBA(m), photo.Identity, photo.FitFrame(1600, 1200, 684, 508), 0.75)
		}
		stage.Refresh()
	}
}
