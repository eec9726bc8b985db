package wiring_test

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"skinward/app/journal"
	"skinward/app/photo"
	"skinward/app/photo/phototest"
	"skinward/app/sample"
	"skinward/ui"
	"skinward/ui/kit"
	"skinward/ui/uitest"
)

// threads does work beside the drawing thread, as the program does, and keeps
// what comes back until the drawing thread, which is the benchmark, takes it.
type threads struct {
	latest map[string]*context.CancelFunc // touched by the drawing thread alone
	under  sync.WaitGroup
	back   chan func()
}

func newThreads() *threads {
	return &threads{latest: map[string]*context.CancelFunc{}, back: make(chan func(), 1000)}
}

func (r *threads) Run(key string, work func(context.Context) error, done func(error)) {
	ctx, cancel := context.WithCancel(context.Background())
	r.Cancel(key)
	if key != "" {
		r.latest[key] = &cancel
	}
	r.under.Go(func() {
		err := work(ctx)
		r.back <- func() {
			if ctx.Err() != nil {
				return
			}
			if r.latest[key] == &cancel {
				delete(r.latest, key)
			}
			if done != nil {
				done(err)
			}
		}
	})
}

func (r *threads) Cancel(key string) {
	if before := r.latest[key]; before != nil {
		(*before)()
		delete(r.latest, key)
	}
}

// after has the drawing thread do something a frame later; what waits longer is
// not done.
func (r *threads) after(d time.Duration, do func()) {
	if d > kit.OneFrame {
		return
	}
	r.under.Add(1)
	time.AfterFunc(d, func() {
		defer r.under.Done()
		r.back <- do
	})
}

// take does what came back; it reports whether there was anything.
func (r *threads) take() (some bool) {
	for {
		select {
		case do := <-r.back:
			do()
			some = true
		default:
			return some
		}
	}
}

// rest waits for all that is under way and all that follows from it.
func (r *threads) rest() {
	for r.under.Wait(); r.take(); r.under.Wait() {
	}
}

// await takes what comes back until the jobs under these keys have.
func (r *threads) await(keys ...string) {
	for slices.ContainsFunc(keys, func(key string) bool { return r.latest[key] != nil }) {
		(<-r.back)()
		r.take()
	}
}

// painted draws what the drawing thread of the program draws for one frame:
// every picture in sight, of which those that did not change are at hand, and
// the words that were never drawn before.
type painted struct {
	words map[string]bool
	paper test.WindowlessCanvas
}

func newPainted() *painted {
	p := &painted{map[string]bool{}, software.NewTransparentCanvas()}
	p.paper.SetPadded(false)
	return p
}

func (p *painted) frame(o fyne.CanvasObject) {
	if o == nil || !o.Visible() {
		return
	}
	switch c := o.(type) {
	case *canvas.Raster:
		c.Generator(int(c.Size().Width), int(c.Size().Height))
	case *canvas.Text:
		if look := fmt.Sprint(c.Text, c.TextSize, c.TextStyle, c.Color); !p.words[look] {
			p.words[look] = true
			word := *c
			p.paper.SetContent(&word)
			p.paper.Resize(word.MinSize())
			p.paper.Capture()
		}
	case *fyne.Container:
		for _, child := range c.Objects {
			p.frame(child)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(c).Objects() {
			p.frame(child)
		}
	}
}

// gallery is the window of a journal with n photos of three sites. Their
// thumbnails are true ones, of so many pictures of the sample person.
func gallery(b *testing.B, n int, run *threads) (*uitest.Window, *ui.Shell) {
	b.Helper()
	desk := deskOf(b, 0)
	var thumbs [][]byte
	for _, shot := range sample.Generate(30, 1, sample.Options{Photos: true}).Shots {
		t, err := photo.Importer{}.Thumbnail(shot.JPEG())
		if err != nil {
			b.Fatal(err)
		}
		thumbs = append(thumbs, t)
	}
	sites := []string{"left cheek", "forehead", "left inner elbow"}
	last := journal.DayAt(noon, 0)
	var checks []journal.Record
	for i := range n {
		small := thumbs[i%len(thumbs)]
		p := &journal.Photo{Meta: journal.Meta{Day: last.Add(-i / 2)}, Format: "jpeg", Width: 320, Height: 240, Site: sites[i%3]}
		if _, _, err := desk.Store.AddPhoto(b.Context(), p, fmt.Append(nil, "photo ", i), small, small); err != nil {
			b.Fatal(err)
		}
		if i%4 == 0 {
			checks = append(checks, &journal.SkinCheck{Meta: journal.Meta{Day: p.Day}, Severity: journal.Some(float64(i % 11))})
		}
	}
	if _, err := desk.Store.Save(b.Context(), checks...); err != nil {
		b.Fatal(err)
	}
	return windowBy(b, desk, run, run.after)
}

// The gallery opens on 5,000 photos in the store, read anew; 200 ms is the
// bound of ms-open. Reading is within it, and the strip's first thumbnails.
func BenchmarkGalleryOpensOn5000Photos(b *testing.B) {
	run := newThreads()
	_, shell := gallery(b, 5000, run)
	run.rest()
	shell.Navigate(kit.Route{Place: kit.PlaceSkin})
	run.rest()
	var opening time.Duration
	for b.Loop() {
		shell.Navigate(kit.Route{Place: kit.PlaceToday})
		shell.Done(journal.Change{After: &journal.Photo{Meta: journal.Meta{Day: journal.DayAt(noon, 0)}}}) // has it read anew
		run.rest()
		begin := time.Now()
		shell.Navigate(kit.Route{Place: kit.PlaceSkin})
		run.rest()
		opening += time.Since(begin)
	}
	b.ReportMetric(opening.Seconds()*1e3/float64(b.N), "ms-open")
}

// Scrolling through 5,000 photos, four notches of a wheel in each frame, which
// brings a new line. What the drawing thread does is measured, once when the line
// comes in and once when its thumbnails have been read; the bound of either is one
// frame.
func BenchmarkGalleryScrollsThrough5000Photos(b *testing.B) {
	run := newThreads()
	w, shell := gallery(b, 5000, run)
	shell.Navigate(kit.Route{Place: kit.PlaceSkin})
	run.rest()
	w.Tap("All sites")
	run.rest()
	p := newPainted()
	p.frame(w.Canvas().Content())
	var all, worst time.Duration
	frames, late := 0, 0
	frame := func(do func()) {
		begin := time.Now()
		do()
		p.frame(w.Canvas().Content())
		took := time.Since(begin)
		all, worst, frames = all+took, max(worst, took), frames+1
		if took > oneFrame {
			late++
		}
	}
	down, steps := float32(-100), 0
	for b.Loop() {
		if steps++; steps%400 == 0 { // there are about 480 to the end
			down = -down
		}
		frame(func() { test.Scroll(w.Canvas(), fyne.NewPos(700, 500), 0, down) })
		run.under.Wait()
		frame(func() { run.take() })
		run.rest()
	}
	b.ReportMetric(all.Seconds()*1e3/float64(frames), "ms-frame")
	b.ReportMetric(worst.Seconds()*1e3, "ms-worst")
	b.ReportMetric(float64(late)/float64(frames), "late/frame")
}

// The compare view of two photos that are not at hand, of the size that photos
// of twelve megapixels leave: ms-ready until both are drawn, ms-badge until the
// badge says whether they may be compared. 100 ms is the bound of the first.
func BenchmarkCompareIsReady(b *testing.B) {
	run, desk := newThreads(), deskOf(b, 0)
	sites := journal.Sites()[:4] // more view copies than are kept at hand
	for i := range 2 * len(sites) {
		original := phototest.Phone(i)
		r, err := photo.Process(bytes.NewReader(original))
		if err != nil {
			b.Fatal(err)
		}
		p := photo.NewRecord(r, photo.Arrival{Site: sites[i%4], Otherwise: noon.AddDate(0, 0, -i)})
		if _, _, err := desk.Store.AddPhoto(b.Context(), p, original, r.View, r.Thumb); err != nil {
			b.Fatal(err)
		}
	}
	w, shell := windowBy(b, desk, run, run.after)
	shell.Navigate(kit.Route{Place: kit.PlaceSkin})
	run.rest()
	p := newPainted()
	p.frame(w.Canvas().Content())
	var ready, badge time.Duration
	for i := 0; b.Loop(); i++ {
		begin := time.Now()
		shell.Navigate(kit.Route{Place: kit.PlaceSkin, Topic: sites[i%4]})
		run.await("skin first", "skin second")
		p.frame(w.Canvas().Content())
		ready += time.Since(begin)
		for run.latest["skin fairness"] == nil { // begins a frame later
			(<-run.back)()
		}
		run.await("skin fairness")
		badge += time.Since(begin)
		run.rest()
	}
	b.ReportMetric(ready.Seconds()*1e3/float64(b.N), "ms-ready")
	b.ReportMetric(badge.Seconds()*1e3/float64(b.N), "ms-badge")
}
