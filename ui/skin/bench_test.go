package skin_test

import (
	"runtime"
	"testing"
	"time"

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
